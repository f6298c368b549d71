"""An installation of its own for each test."""

import pytest

from tests.installation import Installation


@pytest.fixture
def fresh(tmp_path):
    """Nothing is there yet."""
    installation = Installation(tmp_path)
    yield installation
    installation.remove()


@pytest.fixture
def installation(tmp_path, template):
    """The database is made, and nobody can sign in yet."""
    installation = Installation(tmp_path, like=template)
    yield installation
    installation.remove()
