"""Reading: the plan on one page."""

from waypost.plans.queries.one_page import OnePage, one_page

__all__ = ["OnePage", "one_page"]
