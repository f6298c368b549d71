"""The words of a round: what can be chosen, what it is about, how far people are apart."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from waypost.contacts.queries.standing import DISPOSITIONS, ROLES
from waypost.method.rounds import Spread, spread
from waypost.planning.models import Contribution, Round
from waypost.plans.models.traffic_lights import Colour
from waypost.plans.queries.wording import Reader

CHOICES: Final[Mapping[str, Mapping[str, str | Promise]]] = {
    Round.Kind.LIGHT: dict(Colour.choices),
    Round.Kind.ROLE: {role.value: label for role, label in ROLES.items()},
    Round.Kind.DISPOSITION: DISPOSITIONS,
}
HINTS: Final = {
    Round.Kind.VISION: gettext_lazy(
        "What is the account like if everything went well? Do not let history or today’s issues "
        "limit you."
    ),
    Round.Kind.SENTENCE: gettext_lazy(
        "Write it as a sentence they would say. Think of a result they have, not of a product they "
        "bought."
    ),
    Round.Kind.OBJECTIVE: gettext_lazy(
        "What do we want to reach, how will we know, and by when? Say what the customer gains."
    ),
    Round.Kind.STRATEGY: gettext_lazy("A way of working, not what happens in one call."),
    Round.Kind.LIGHT: gettext_lazy(
        "Green is in our favour, red stops us, amber could go either way. Say what is the case."
    ),
    Round.Kind.ROLE: gettext_lazy("The role that they have in this decision, and how you know."),
    Round.Kind.DISPOSITION: gettext_lazy("How they stand to us today, and how you know."),
}
SPREADS: Final = {
    Spread.AGREED: gettext_lazy("Everybody agrees"),
    Spread.CLOSE: gettext_lazy("Close together"),
    Spread.APART: gettext_lazy("Apart"),
    Spread.FAR: gettext_lazy("Far apart"),
}


def choice_in_words(row: Round, answer: Contribution) -> str:
    """Green, Economic, Against us; empty where nothing was chosen."""
    return str(CHOICES.get(row.kind, {}).get(answer.choice, ""))


def spread_in_words(disagreement: Fraction | None) -> str:
    """Empty while there is nothing to compare."""
    return "" if disagreement is None else str(SPREADS[spread(disagreement)])


def about_in_words(reader: Reader, row: Round) -> str:
    """Whom or what the question is about: a name, or the id and the words of a part."""
    code = row.about.code if row.about and row.about.retired_at is None else ""
    if not code:
        return ""
    name = reader.name(code)
    return name or code


def within_in_words(reader: Reader, row: Round) -> str:
    """The decision in which somebody has a role."""
    code = row.within.code if row.within else ""
    groups = (group for group in reader.plan.decision_groups if group.id == code)
    decision = next((group.decision for group in groups), "")
    return _("in the decision “%(decision)s”") % {"decision": decision} if decision else ""
