"""The environment every test run starts from, whatever the developer's own is.

Loaded by pytest before Django reads its settings (see addopts in pyproject.toml). Only
DATABASE_URL is taken from outside: it chooses the database the tests run on.
"""

import atexit
import os
import shutil
import sys
import tempfile

for name in list(os.environ):
    if name.startswith("WAYPOST_"):
        del os.environ[name]

# What pytest makes of the tests is kept for the next run; making it takes longer than finding them.
sys.dont_write_bytecode = False

data_dir = tempfile.mkdtemp(prefix="waypost-tests-")
atexit.register(shutil.rmtree, data_dir, ignore_errors=True)

os.environ["WAYPOST_DATA_DIR"] = data_dir
os.environ["WAYPOST_SECRET_KEY"] = "for-tests-only-" + "0123456789" * 5
# Logging in must cost next to nothing: the hasher is Django's, not ours to test.
os.environ["WAYPOST_PASSWORD_HASHERS"] = "django.contrib.auth.hashers.MD5PasswordHasher"
