"""The rail beside every page of an account."""

from django.urls import reverse
from django.utils.translation import gettext as _

from waypost.accounts.policies import Access
from waypost.accounts.queries import plan_for
from waypost.method.plan import TeamMember
from waypost.method.team import Function, function_of
from waypost.ui.rail import Rail, RailGroup, RailLink


def rail_for(access: Access, current: str, team: tuple[TeamMember, ...] | None = None) -> Rail:
    """The rail on the page with the URL name ``current``.

    A page that has loaded the ``team`` of the plan anyway gives it; else it is loaded here.
    """
    account = access.account
    members = plan_for(access, ("team",)).team if team is None else team
    managers = (member for member in members if function_of(member) is Function.FIRST_LINE)

    def link(name: str, label: str, count: str = "") -> RailLink:
        url = reverse(name, args=[account.pk])
        return RailLink(label=label, url=url, count=count, current=name == current)

    about = [
        link("accounts:team", _("Team"), count=str(len(members))),
        link("accounts:first-steps", _("First steps")),
    ]
    if access.can_edit_plan:
        about.append(link("accounts:settings", _("Settings")))
    record = (link("accounts:history", _("History")),)
    plan = link("plans:one-page", _("One-page plan"))
    return Rail(
        name=account.name,
        url=plan.url,
        groups=(
            RailGroup(links=(plan,)),
            RailGroup(title=_("The account"), links=tuple(about)),
            RailGroup(title=_("The record"), links=record),
        ),
        tier=account.tier,
        sub=account.parent,
        team=members,
        me=next((member for member in members if member.id == access.member_code), None),
        manager=next((member.name for member in managers), ""),
    )
