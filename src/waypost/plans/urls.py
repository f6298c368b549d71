"""The plan of an account: at the account's own address."""

from django.urls import path

from waypost.plans.views import one_page

app_name = "plans"
urlpatterns = [
    path("", one_page.one_page, name="one-page"),
    path("plan.yaml", one_page.plan_file, name="plan-file"),
]
