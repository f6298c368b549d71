"""Refusing what the table of acceptance does not allow (`waypost.method.acceptance`)."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.utils.translation import gettext as _

from waypost.accounts.policies import Access
from waypost.method.acceptance import RULES, Because, Standing, State, Step, refusal


def may(access: Access, step: Step) -> bool:
    """Whether the person's role does this step at all."""
    found = refusal(step, access.role, Standing(state=State.DRAFT))
    return found is None or found.because is not Because.ROLE


def check_may(access: Access, step: Step) -> None:
    if not may(access, step):
        raise PermissionDenied(_(RULES[step].only))


def check_step(access: Access, step: Step, standing: Standing, words: str = "") -> None:
    """PermissionDenied for another role; ValidationError with each sentence that says what state
    the plan is in, or what is missing."""
    check_may(access, step)
    found = refusal(step, access.role, standing, words)
    if found is not None:
        raise ValidationError([_(sentence) for sentence in found.sentences])
