"""The rail beside every page of an account."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from waypost.accounts.models import AccessRole
from waypost.accounts.policies import Access
from waypost.accounts.queries import team_of
from waypost.ui.navigation import address
from waypost.ui.rail import Rail, RailGroup, RailLink

ONE_PAGE = "plans:one-page"
# A page that does not exist yet is left out.
GROUPS: tuple[tuple[str | Promise, tuple[tuple[str, str | Promise], ...]], ...] = (
    ("", ((ONE_PAGE, _("One-page plan")),)),
    (
        _("The account"),
        (
            ("accounts:team", _("Team")),
            ("accounts:first-steps", _("First steps")),
            ("accounts:settings", _("Settings")),
        ),
    ),
)


def rail_for(access: Access, current: str) -> Rail:
    """The rail on the page with the URL name ``current``; one query, for the team."""
    account = access.account
    members = list(team_of(account))
    managers = (member for member in members if member.access_role == AccessRole.FIRST_LINE)
    return Rail(
        name=account.name,
        url=address(ONE_PAGE, account.pk),
        groups=tuple(
            RailGroup(
                title=str(title),
                links=tuple(
                    RailLink(
                        label=str(label),
                        url=url,
                        count=str(len(members)) if name == "accounts:team" else "",
                        current=name == current,
                    )
                    for name, label in pages
                    if (url := address(name, account.pk))
                ),
            )
            for title, pages in GROUPS
        ),
        tier=account.tier,
        sub=account.parent,
        team=members,
        me=next((member for member in members if member.user_id == access.user.pk), None),
        manager=next((member.name for member in managers), ""),
    )
