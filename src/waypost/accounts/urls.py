"""An account's own pages. Its plan, at the account's address itself, is the app plans'."""

from django.urls import path

from waypost.accounts.views import accounts, administration, first_steps, history, team

app_name = "accounts"
urlpatterns = [
    path("new/", accounts.account_create, name="account-create"),
    path("administration/", administration.account_names, name="administration"),
    path("<int:pk>/opening/", administration.opening, name="opening"),
    path("<int:pk>/settings/", accounts.account_settings, name="settings"),
    path("<int:pk>/team/", team.team, name="team"),
    path("<int:pk>/team/<code:code>/", team.member_detail, name="member"),
    path("<int:pk>/team/<code:code>/removal/", team.member_removal, name="member-removal"),
    path("<int:pk>/first-steps/", first_steps.steps, name="first-steps"),
    path("<int:pk>/first-steps/team/", first_steps.member_creation, name="first-member"),
    path("<int:pk>/first-steps/facts/", first_steps.fact_creation, name="first-fact"),
    path("<int:pk>/facts/<int:fact>/removal/", first_steps.fact_removal, name="fact-removal"),
    path("<int:pk>/gaps/<int:gap>/removal/", first_steps.gap_removal, name="gap-removal"),
    path("<int:pk>/history/", history.history, name="history"),
    path("<int:pk>/history.csv", history.history_file, name="history-file"),
    path("<int:pk>/history/<int:change>/undo/", history.undo, name="undo"),
]
