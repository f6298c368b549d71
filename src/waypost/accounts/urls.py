"""An account's own pages. Its plan, at the account's address itself, is the app plans'."""

from django.urls import URLPattern, path

from waypost.accounts.views import (
    accounts,
    administration,
    facts,
    first_steps,
    history,
    merging,
    profile,
    team,
)

app_name = "accounts"


def part(folder: str, kind: str, name: str, key: str, page: str = "") -> list[URLPattern]:
    """The addresses of what the profile holds of one kind: new, changed, removed."""
    known = {"kind": kind}
    change = f"{name}-change" if page else name
    return [
        path(f"<int:pk>/{folder}/new/", profile.creation, known, name=f"{name}-creation"),
        path(f"<int:pk>/{folder}/{key}/{page}", profile.change, known, name=change),
        path(f"<int:pk>/{folder}/{key}/removal/", profile.removal, known, name=f"{name}-removal"),
    ]


urlpatterns = [
    path("new/", accounts.account_create, name="account-create"),
    path("administration/", administration.account_names, name="administration"),
    path("<int:pk>/opening/", administration.opening, name="opening"),
    path("<int:pk>/settings/", accounts.account_settings, name="settings"),
    path("<int:pk>/distinct/<int:other>/", accounts.distinct, name="distinct"),
    path("<int:pk>/merging/<int:other>/", merging.merge, name="merging"),
    path("<int:pk>/merged/<int:other>/", merging.merged, name="merged"),
    path("<int:pk>/team/", team.team, name="team"),
    path("<int:pk>/team/<code:code>/", team.member_detail, name="member"),
    path("<int:pk>/team/<code:code>/removal/", team.member_removal, name="member-removal"),
    path("<int:pk>/first-steps/", first_steps.steps, name="first-steps"),
    path("<int:pk>/first-steps/team/", first_steps.member_creation, name="first-member"),
    path("<int:pk>/first-steps/facts/", first_steps.fact_creation, name="first-fact"),
    path("<int:pk>/profile/", profile.profile, name="profile"),
    path("<int:pk>/profile/place/", profile.place, name="profile-place"),
    *part("facts", "fact", "fact", "<int:key>", page="edit/"),
    path("<int:pk>/facts/<int:fact>/", facts.fact, name="fact"),
    path("<int:pk>/facts/<int:fact>/refresh/", facts.refresh, name="fact-refresh"),
    path("<int:pk>/facts/<int:fact>/serving/", facts.serving, name="fact-serving"),
    *part("swot", "swot", "swot-point", "<int:key>"),
    *part("gaps", "gap", "gap", "<int:key>"),
    *part("figures", "figures", "figures", "<int:key>"),
    *part("sites", "site", "site", "<code:key>"),
    path("<int:pk>/history/", history.history, name="history"),
    path("<int:pk>/history.csv", history.history_file, name="history-file"),
    path("<int:pk>/history/<int:change>/undo/", history.undo, name="undo"),
]
