"""What a merge would do, in words, before anybody says yes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext_lazy

from waypost.accounts.likely import parts_of
from waypost.accounts.merging.coming import Coming, Model, coming
from waypost.accounts.merging.reasons import reasons_against
from waypost.accounts.merging.staying import staying_in
from waypost.accounts.models import Account, Fact, Gap, Location, SwotPoint, TeamMember, YearFigures
from waypost.comments.models import Comment
from waypost.contacts.models import Contact, DecisionGroup
from waypost.method.checks.likeness import plain_letters
from waypost.opportunities.models import Offering, Opportunity
from waypost.planning.models import PlanningSession, ResourceRequest, Review, Submission
from waypost.plans.models import Action, Objective, ShortTermPlan, Strategy, TrafficLight
from waypost.ui.formats import number

COUNTED = {
    (Objective,): ngettext_lazy("%(number)s objective", "%(number)s objectives", "count"),
    (Strategy,): ngettext_lazy("%(number)s strategy", "%(number)s strategies", "count"),
    (Action,): ngettext_lazy("%(number)s action", "%(number)s actions", "count"),
    (TrafficLight,): ngettext_lazy(
        "%(number)s traffic light", "%(number)s traffic lights", "count"
    ),
    (Contact,): ngettext_lazy("%(number)s person", "%(number)s people", "count"),
    (DecisionGroup,): ngettext_lazy(
        "%(number)s decision group", "%(number)s decision groups", "count"
    ),
    (Opportunity,): ngettext_lazy("%(number)s opportunity", "%(number)s opportunities", "count"),
    (Offering,): ngettext_lazy(
        "%(number)s product of the white space", "%(number)s products of the white space", "count"
    ),
    (Fact, SwotPoint, Gap): ngettext_lazy(
        "%(number)s entry of the profile", "%(number)s entries of the profile", "count"
    ),
    (YearFigures,): ngettext_lazy(
        "figures of %(number)s year", "figures of %(number)s years", "count"
    ),
    (Location,): ngettext_lazy("%(number)s site", "%(number)s sites", "count"),
    (TeamMember,): ngettext_lazy(
        "%(number)s of the team without a log-in",
        "%(number)s of the team without a log-in",
        "count",
    ),
    (ResourceRequest,): ngettext_lazy(
        "%(number)s request for resources", "%(number)s requests for resources", "count"
    ),
    (Comment,): ngettext_lazy("%(number)s comment", "%(number)s comments", "count"),
}
SHOWN = 10  # names in a sentence


@dataclass(frozen=True, kw_only=True, slots=True)
class Preview:
    """What stands ``against`` it; else what ``comes``, where both say something (``collides``), and
    what ``stays`` to be read where it is."""

    against: tuple[str, ...]
    comes: tuple[str, ...]
    collides: tuple[str, ...]
    stays: tuple[str, ...]


def preview_of(gone: Account, kept: Account) -> Preview:
    against = tuple(reasons_against(gone, kept))
    if against:
        return Preview(against=against, comes=(), collides=(), stays=())
    found = coming(gone, kept)
    return Preview(
        against=(),
        comes=tuple(_comes(found)),
        collides=tuple(_collides(found, gone, kept)),
        stays=tuple(_stays(gone)),
    )


def _comes(found: Coming) -> Iterator[str]:
    for models, words in COUNTED.items():
        count = sum(len(found.rows[model]) for model in models)
        if count:
            yield str(words % {"count": count, "number": number(count)})


def _collides(found: Coming, gone: Account, kept: Account) -> Iterator[str]:
    names = {"gone": gone.name, "kept": kept.name}
    if parts_of(gone.name)[1] != parts_of(kept.name)[1]:
        yield _("The legal forms differ. Two companies in law can be two customers.")
    if people := _in_both(found, kept):
        yield _("In both: %(people)s. They are shown as likely the same person afterwards.") % {
            "people": people
        }
    visions = Objective.objects.live().filter(account=kept, level=Objective.Level.VISIONARY)
    come = [one for one in found.rows[Objective] if one.level == Objective.Level.VISIONARY]
    if come and visions.exists():
        yield _("Both have a vision. Both stand in the plan, that of %(kept)s first.") % names
    if found.same[ShortTermPlan]:
        yield _("The months of the short-term plan are those of %(kept)s.") % names
    for line in staying_in(found, gone, kept, margins=True):
        yield _("%(what)s: %(kept)s has the say; what %(gone)s says stays to be read there.") % {
            **names,
            "what": line.partition(":")[0],
        }


def _in_both(found: Coming, kept: Account) -> str:
    here = Contact.objects.live().filter(account=kept).values_list("name", flat=True)
    known = {plain_letters(name) for name in here}
    return _named(one.name for one in found.rows[Contact] if plain_letters(one.name) in known)


def _named(names: Iterable[str]) -> str:
    said = list(dict.fromkeys(names))
    more = [_("%(count)s more") % {"count": len(said) - SHOWN}] if len(said) > SHOWN else []
    return ", ".join([*said[:SHOWN], *more])


def _stays(gone: Account) -> Iterator[str]:
    counted: dict[Model, tuple[str, int]] = {
        Review: (_("reviews: %(count)s"), Review.objects.filter(account=gone).count()),
        PlanningSession: (
            _("sessions: %(count)s"),
            PlanningSession.objects.live().filter(account=gone).count(),
        ),
        Submission: (
            _("submissions of the plan: %(count)s"),
            Submission.objects.filter(account=gone).count(),
        ),
    }
    for words, count in counted.values():
        if count:
            yield words % {"count": number(count)}
    yield _("the history, with every value that was changed")
