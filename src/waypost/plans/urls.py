"""The plan of an account: at the account's own address."""

from django.urls import path

from waypost.plans.views import (
    actions,
    check_ins,
    commitments,
    critique,
    lights,
    objective_parts,
    objectives,
    one_page,
    short_term,
    stages,
    strategies,
)

app_name = "plans"
urlpatterns = [
    path("", one_page.one_page, name="one-page"),
    path("plan.yaml", one_page.plan_file, name="plan-file"),
    path("objectives/", objectives.objectives, name="objectives"),
    path("objectives/+new/", objectives.creation, name="objective-create"),
    path("objectives/<code:code>/", objectives.objective, name="objective"),
    path("objectives/<code:code>/edit/", objectives.edit, name="objective-edit"),
    path("objectives/<code:code>/removal/", objectives.removal, name="objective-removal"),
    path("objectives/<code:code>/check-ins/", check_ins.creation, name="check-in"),
    path(
        "objectives/<code:code>/check-ins/<int:check_in>/removal/",
        check_ins.removal,
        name="check-in-removal",
    ),
    path("objectives/<code:code>/agreements/", objective_parts.agreement, name="agreement"),
    path(
        "objectives/<code:code>/agreements/+reminder/",
        objective_parts.agreement_reminder,
        name="agreement-reminder",
    ),
    path(
        "objectives/<code:code>/agreements/<code:party>/removal/",
        objective_parts.agreement_removal,
        name="agreement-removal",
    ),
    path("objectives/<code:code>/heard/", objective_parts.heard, name="heard"),
    path(
        "objectives/<code:code>/heard/<int:heard>/removal/",
        objective_parts.heard_removal,
        name="heard-removal",
    ),
    path("objectives/<code:code>/needs/+new/", objective_parts.need_creation, name="need-create"),
    path("objectives/<code:code>/needs/<int:need>/", objective_parts.need_edit, name="need"),
    path(
        "objectives/<code:code>/needs/<int:need>/removal/",
        objective_parts.need_removal,
        name="need-removal",
    ),
    path("objectives/<code:code>/stages/+new/", stages.creation, name="stage-create"),
    path("objectives/<code:code>/stages/+planner/", stages.planner, name="stage-planner"),
    path("objectives/<code:code>/stages/<code:stage>/", stages.edit, name="stage"),
    path(
        "objectives/<code:code>/stages/<code:stage>/removal/", stages.removal, name="stage-removal"
    ),
    path("short-term-plan/", short_term.short_term_plan, name="short-term-plan"),
    path("short-term-plan/reading/", short_term.reading, name="reading"),
    path("short-term-plan/several/", short_term.several, name="several"),
    path("actions/", actions.creation, name="actions"),
    path("actions/<code:code>/", actions.action, name="action"),
    path("actions/<code:code>/edit/", actions.change, name="action-change"),
    path("actions/<code:code>/closure/", actions.closure, name="action-closure"),
    path(
        "actions/<code:code>/closure/removal/",
        actions.closure_removal,
        name="action-closure-removal",
    ),
    path("actions/<code:code>/month/", actions.month, name="action-month"),
    path("actions/<code:code>/removal/", actions.removal, name="action-removal"),
    path("critique/<code:subject>/", critique.critique, name="critique"),
    path("strategies/", strategies.strategies, name="strategies"),
    path("strategies/+new/", strategies.creation, name="strategy-create"),
    path("strategies/+reminder/", commitments.reminder, name="strategies-reminder"),
    path("strategies/<code:code>/", strategies.strategy, name="strategy"),
    path("strategies/<code:code>/edit/", strategies.edit, name="strategy-edit"),
    path("strategies/<code:code>/removal/", strategies.removal, name="strategy-removal"),
    path("strategies/<code:code>/telling/", commitments.telling, name="strategy-telling"),
    path(
        "strategies/<code:code>/commitments/<code:member>/",
        commitments.commitment,
        name="commitment",
    ),
    path(
        "strategies/<code:code>/commitments/<code:member>/removal/",
        commitments.withdrawal,
        name="commitment-removal",
    ),
    path("lights/", lights.lights, name="lights"),
    path("lights/+reading/", lights.reading, name="light-reading"),
    path("lights/<code:code>/", lights.light, name="light"),
    path("lights/<code:code>/edit/", lights.change, name="light-change"),
    path("lights/<code:code>/colour/", lights.turn, name="light-turn"),
    path("lights/<code:code>/response/", lights.answer, name="light-answer"),
    path("lights/<code:code>/confirmations/", lights.confirmation, name="light-confirmation"),
    path("lights/<code:code>/removal/", lights.removal, name="light-removal"),
    path(
        "lights/<code:code>/removal/removal/", lights.removal_removal, name="light-removal-removal"
    ),
]
