"""The picture in the README is what the sample looks like in the browser."""

import os
import re
from pathlib import Path

import pytest

from tests.browser.helpers import assert_no_overflow
from waypost.accounts.models import Account
from waypost.demo import operations
from waypost.staff.models import User

ROOT = Path(__file__).parents[2]
WIDTH = 1360


@pytest.mark.django_db(transaction=True)
def test_readme_shows_the_plan_of_the_sample(open_page, tmp_path):
    """Taken anew each time; `make screenshots` keeps it in docs/images."""
    operations.load()
    account = Account.objects.get(name="Quillmere Breweries")
    lead = User.objects.get(memberships__account=account, memberships__access_role="lead")
    image = Path(os.environ.get("README_IMAGES", tmp_path)) / "one-page-plan.png"

    page = open_page(lead, f"/accounts/{account.pk}/")
    page.get_by_role("heading", name=account.name, level=1).wait_for()
    page.screenshot(path=image, full_page=True)

    assert_no_overflow(page)
    [shown] = re.findall(r"!\[[^]]+\]\((docs/images/[^)]+)\)", (ROOT / "README.md").read_text())
    assert shown == f"docs/images/{image.name}"
    assert width_of(ROOT / shown) == width_of(image) == WIDTH


def width_of(image: Path) -> int:
    """The width in pixels that a PNG states in its header."""
    return int.from_bytes(image.read_bytes()[16:20], "big")
