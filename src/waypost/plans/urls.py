"""The plan of an account: at the account's own address."""

from django.urls import path

from waypost.plans.views import check_ins, objectives, one_page

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
]
