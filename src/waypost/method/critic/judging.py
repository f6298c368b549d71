"""What a goal says by its words alone: specific, measurable, outcome or activity (CRI-1, CRI-2)."""

from dataclasses import dataclass
from enum import StrEnum

from waypost.method.critic.lexicon import Term
from waypost.method.critic.lexicon.forms import bag
from waypost.method.critic.quantities import Figures, Measure, Quantity, find_figures
from waypost.method.critic.reading import Clause, Found, Reading, verb_at


class Kind(StrEnum):
    """A changed state, or work done."""

    OUTCOME = "outcome"
    ACTIVITY = "activity"


@dataclass(slots=True)
class Judged:
    """A goal with what was found in it."""

    reading: Reading
    figures: Figures
    quantities: list[Quantity]
    events: list[Found]
    kind: Kind
    specific: bool
    measurable: bool


INSTRUMENTS = bag(
    "score scores rating ratings survey surveys index nps csat sla measured scorecard audit"
    " rate ces stars points out pts benchmark ppm per"
)
# Work of which a bare plural says nothing yet: "provide training", "share insights".
LOOSE_WORK = bag(
    "provide offer develop communicate share review analyze assess discuss prioritize"
    " evaluate define study introduce create prepare promote advertise supply build contact"
)
# Work verbs that with a state for an object mean the state: "build trust", "deliver growth".
STATE_MAKERS = bag(
    "deliver provide create build establish form set produce demonstrate complete place open"
    " develop supply show start begin record report book add put print"
)
GETTING = bag(
    "win secure sign close land obtain get renew gain earn book become be bring retain extend"
    " achieve negotiate agree capture acquire receive have convert qualify keep award place"
    " finalize approve replace turn add specify make list nominate move complete accept"
    " conclude reach"
)
IMPROVERS = bag(
    "improve better enhance optimize strengthen boost streamline develop refine upgrade"
    " support help leverage foster nurture drive accelerate elevate deepen broaden transform"
    " modernize address understand manage simplify maximize minimize ensure position"
    " reposition"
)


def judge(reading: Reading) -> Judged:
    """Judge a goal by its words alone."""
    figures = find_figures(reading)
    events = _events(reading)
    counted = [q for q in figures.quantities if _counts(reading, q)]
    blank = bool(figures.blanks)
    measurable = not blank and bool(counted or events)
    specific = not blank and (
        bool(figures.quantities and _any_named(reading, figures))
        or bool(events)
        or _concrete(reading)
    )
    return Judged(
        reading=reading,
        figures=figures,
        quantities=counted,
        events=events,
        kind=_kind(reading, figures),
        specific=specific or measurable,
        measurable=measurable,
    )


def objects(reading: Reading, clause: Clause) -> list[Found]:
    """The terms behind the verb of a clause; in the passive those before it."""
    if clause.passive:
        inside = (clause.first, clause.verb_at)
    else:
        inside = (clause.verb_after if clause.verb else clause.first, clause.after)
    return [found for found in reading.terms if inside[0] <= found.first < inside[1]]


def _any_named(reading: Reading, figures: Figures) -> bool:
    return any(q.measure is not Measure.WHOLE or _counts(reading, q) for q in figures.quantities)


def _counts(reading: Reading, quantity: Quantity) -> bool:
    """Whether two people would agree on the due date that this figure is reached."""
    clause = reading.clause_of(quantity.first)
    verb = clause.verb
    bound = quantity.bound
    effort = verb is not None and verb.effort and not verb.change and not verb.work
    if (
        effort
        and quantity.measure is not Measure.PERCENT
        and bound
        and (bound.term.thing or bound.term.event or bound.term.whose is None)
    ):
        return False
    soft = bound is not None and bound.term.soft and not bound.term.event
    if quantity.measure in (Measure.PERCENT, Measure.MULTIPLE) and soft:
        return any(token.low in INSTRUMENTS for token in reading.tokens)
    if quantity.measure is Measure.WHOLE:
        return not _vague_inside(reading, clause) and (verb is None or not verb.vague)
    return True


def _vague_inside(reading: Reading, clause: Clause) -> bool:
    return any(
        found.term.buzz or found.term.subjective or (found.term.soft and not found.term.whose)
        for found in reading.terms
        if clause.first <= found.first < clause.after
    )


def _events(reading: Reading) -> list[Found]:
    """The events and artefacts of which somebody can say that they are there, or not."""
    found = []
    for clause in reading.clauses:
        if clause.main:
            found += _events_in(reading, clause)
    return found


def _events_in(reading: Reading, clause: Clause) -> list[Found]:
    verb = clause.verb
    terms = objects(reading, clause)
    things = [f for f in terms if (f.term.event or f.term.deal) and not _is_modified(reading, f)]
    if verb is None:
        return things[:1] if things and things[0] is _first_noun(terms) else []
    base = verb.base.split()[0]
    if base in GETTING:
        deals = [f for f in things if f.term.deal]
        if deals:
            return deals
        if not verb.work:
            return []
    if (verb.effort and not verb.work) or not verb.work:
        return []
    if any(f.term.buzz and not f.term.event for f in terms) and not things:
        return []
    if base in LOOSE_WORK:
        return [f for f in things if _is_one(reading, f)]
    if things:
        return things
    return _unknown_object(reading, clause, terms)


def _first_noun(terms: list[Found]) -> Found | None:
    return next((f for f in terms if not f.term.subjective and not f.term.party), None)


def _is_modified(reading: Reading, found: Found) -> bool:
    """Whether nobody can say which: regular reviews, innovative solutions."""
    return any(
        other.after == found.first and (other.term.subjective or other.term.buzz)
        for other in reading.terms
    )


def _is_one(reading: Reading, found: Found) -> bool:
    for step in range(1, 5):
        before = reading.low_at(found.first - step)
        if before in ("a", "an", "the", "one", "our", "its", "their", "this"):
            return True
        if not before or before in ("to", "for", "with", "of", "on", "at"):
            return False
    return False


def _unknown_object(reading: Reading, clause: Clause, terms: list[Found]) -> list[Found]:
    """An object that is in no list but is named: "install 24 valves", "go live with Atlas"."""
    if _vague_inside(reading, clause) and not clause.passive:
        return []
    bare = [f for f in terms if not f.term.party]
    named = residue(reading, clause, names=True)
    if not named or (bare and bare[0].term.soft):
        return []
    return bare[:1] or [Found(NAMELESS, named[0], named[0] + 1)]


def _concrete(reading: Reading) -> bool:
    """Whether somebody who was not there could say what will change, without any figure."""
    main = [clause for clause in reading.clauses if clause.main]
    for clause in main:
        verb = clause.verb
        base = verb.base.split()[0] if verb else ""
        if base in IMPROVERS or _vague_inside(reading, clause):
            continue
        metric = any(f.term.whose for f in objects(reading, clause))
        if residue(reading, clause, names=False) or (metric and _narrowed(reading, clause)):
            return True
    return False


def _narrowed(reading: Reading, clause: Clause) -> bool:
    """Whether a place narrows a standard metric: in Germany."""
    return any(
        reading.tokens[place].capital and reading.low_at(place - 1) == "in"
        for place in range(clause.first + 1, clause.after)
        if not reading.timed[place] and not reading.titled
    )


def residue(reading: Reading, clause: Clause, *, names: bool) -> list[int]:
    """The words of a clause that are in no list; the customer's name says nothing by itself."""
    covered = {
        place
        for found in reading.terms
        if clause.first <= found.first < clause.after and not found.term.event
        for place in range(found.first, found.after)
    }
    if clause.verb:
        covered |= set(range(clause.verb_at, clause.verb_after))
    left = []
    for place in range(clause.first, clause.after):
        token = reading.tokens[place]
        if place in covered or reading.timed[place] or not token.is_word:
            continue
        if token.low in STOP_WORDS or len(token.low) < 2 or token.low.endswith("ly"):
            continue
        if token.capital and place > clause.first and not names and not reading.titled:
            continue
        if token.capital and token.possessive and not names:
            continue
        left.append(place)
    return left


def _kind(reading: Reading, figures: Figures) -> Kind:
    if any(_is_outcome(reading, quantity) for quantity in figures.quantities):
        return Kind.OUTCOME
    kinds = [_kind_of(reading, clause) for clause in reading.clauses if clause.main]
    first = kinds[0] if kinds else Kind.OUTCOME
    later = any(
        clause.main and clause.verb and clause.verb.change and not clause.verb.work
        and any(f.term.whose or f.term.soft for f in objects(reading, clause))
        for clause in reading.clauses[1:]
    )  # fmt: skip
    return Kind.OUTCOME if later else first


def _is_outcome(reading: Reading, quantity: Quantity) -> bool:
    """Whether a figure is the target of a result, not the count of some work."""
    bound = quantity.bound
    if bound is None or not bound.term.whose or quantity.measure is Measure.REFERENCE:
        return False
    clause = reading.clause_of(quantity.first)
    verb = clause.verb
    if verb is None:
        return not bound.term.event
    if verb.change and not verb.work:
        return (
            not bound.term.event or bound.term.deal or verb.base.split()[0] not in ("have", "get")
        )
    before = reading.low_at(quantity.first - 1)
    changes = before in ("by", "from", "to", "below", "above", "under", "over", "than") and (
        quantity.measure is not Measure.WHOLE
    )
    return changes and not bound.term.event


def _kind_of(reading: Reading, clause: Clause) -> Kind:
    verb = clause.verb
    terms = [f for f in objects(reading, clause) if not f.term.subjective and not f.term.party]
    first = terms[0].term if terms else None
    if verb is None:
        works = first and first.event and not (first.whose or first.deal or first.buzz)
        return Kind.ACTIVITY if works else Kind.OUTCOME
    base = verb.base.split()[0]
    if verb.change and not verb.work and not verb.effort:
        return Kind.OUTCOME
    if verb.effort and not verb.work:
        helps = base in ("help", "enable", "assist", "support") and _somebody_changes(
            reading, clause
        )
        return Kind.OUTCOME if helps else Kind.ACTIVITY
    if first and first.deal and base in GETTING and not clause.passive:
        return Kind.OUTCOME
    if first and first.deal and verb.change:
        return Kind.OUTCOME
    makes_state = base in STATE_MAKERS or verb.change
    if makes_state and first and not first.event and (first.soft or first.buzz or first.whose):
        return Kind.OUTCOME
    if verb.change and not any(f.term.event or f.term.thing for f in terms):
        return Kind.OUTCOME
    return Kind.ACTIVITY


def _somebody_changes(reading: Reading, clause: Clause) -> bool:
    """Whether somebody on their side changes something: help the customer grow."""
    side = False
    for place in range(clause.verb_after, clause.after):
        token = reading.tokens[place]
        side = side or (token.capital and not reading.titled) or token.low in SIDE
        verb = verb_at(reading.tokens, place) if side and token.is_word else None
        if verb and verb.change and verb.base == token.low:
            return True
    return False


SIDE = bag("customer customers client clients account accounts them they buyers users")
STOP_WORDS = bag(
    "a an the and or of in on at to for with from by as than then that this these those it"
    " its is are was were be been being will would can could should must may might not no our"
    " we us they them their his her he she you your i my me who which what when where how if"
    " while so such into onto out up down off over under above below between among across"
    " through per via about around after before during within without against along also only"
    " just very too more most less least much many few each every all any some both either"
    " other others own same new old first last next current existing top level new end"
    " together there here again back own whole overall total average one two three four five"
    " six seven eight nine ten customer's client's do does doing done have has having get"
    " getting make making s t re ve ll us both well like least least towards toward upon"
    " throughout because than whether it's let even ever never always still yet rather quite"
    " another anything nothing k m bn eur usd gbp euro euros dollars pounds percent cent pct"
    " pp wherever whenever year years month months week weeks day days hour hours minute"
    " minutes time times ourselves themselves itself yourself home being used using based name"
    " names known side regard regards terms order addition part particular general sure way"
    " able"
)

NAMELESS = Term(("…",), event=True)
