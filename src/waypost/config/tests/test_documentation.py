"""docs/configuration.md names every setting, and none that does not exist."""

import re
from pathlib import Path

SETTINGS = Path(__file__).resolve().parents[1] / "settings.py"
DOCUMENT = Path(__file__).resolve().parents[4] / "docs" / "configuration.md"


def test_every_setting_is_in_the_table():
    read = set(re.findall(r'"(WAYPOST_\w+|DATABASE_URL)"', SETTINGS.read_text(encoding="utf-8")))
    table = re.findall(r"^\| `(\w+)` \|", DOCUMENT.read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted(table) == sorted(read)
