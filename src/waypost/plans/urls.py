"""The plan of an account: at the account's own address."""

from django.urls import path

from waypost.plans.views import (
    actions,
    check_ins,
    commitments,
    objectives,
    one_page,
    short_term,
    strategies,
)

app_name = "plans"
urlpatterns = [
    path("", one_page.one_page, name="one-page"),
    path("plan.yaml", one_page.plan_file, name="plan-file"),
    path("objectives/<str:code>/", objectives.objective, name="objective"),
    path("objectives/<str:code>/check-ins/", check_ins.creation, name="check-in"),
    path(
        "objectives/<str:code>/check-ins/<int:check_in>/removal/",
        check_ins.removal,
        name="check-in-removal",
    ),
    path("short-term-plan/", short_term.short_term_plan, name="short-term-plan"),
    path("short-term-plan/reading/", short_term.reading, name="reading"),
    path("short-term-plan/several/", short_term.several, name="several"),
    path("actions/", actions.creation, name="actions"),
    path("actions/<str:code>/", actions.action, name="action"),
    path("actions/<str:code>/edit/", actions.change, name="action-change"),
    path("actions/<str:code>/closure/", actions.closure, name="action-closure"),
    path(
        "actions/<str:code>/closure/removal/",
        actions.closure_removal,
        name="action-closure-removal",
    ),
    path("actions/<str:code>/month/", actions.month, name="action-month"),
    path("actions/<str:code>/removal/", actions.removal, name="action-removal"),
    path("strategies/", strategies.strategies, name="strategies"),
    path("strategies/new/", strategies.creation, name="strategy-create"),
    path("strategies/<str:code>/", strategies.strategy, name="strategy"),
    path("strategies/<str:code>/edit/", strategies.edit, name="strategy-edit"),
    path("strategies/<str:code>/removal/", strategies.removal, name="strategy-removal"),
    path("strategies/<str:code>/telling/", commitments.telling, name="strategy-telling"),
    path(
        "strategies/<str:code>/commitments/<str:member>/",
        commitments.commitment,
        name="commitment",
    ),
    path(
        "strategies/<str:code>/commitments/<str:member>/removal/",
        commitments.withdrawal,
        name="commitment-removal",
    ),
]
