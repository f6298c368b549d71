"""The words that a reader must have defined first, by their exact span (CRI-1)."""

from waypost.method.critic.events import is_ranked
from waypost.method.critic.judging import Judged
from waypost.method.critic.kind import helped_verbs
from waypost.method.critic.lexicon.forms import bag
from waypost.method.critic.quantities import Measure
from waypost.method.critic.reading import Found, Reading
from waypost.method.critic.text import Span

# Vague beside a figure too: they say how, and a figure does not.
OF_METHOD = bag(
    "better best improved enhanced optimized innovative tailored seamless seamlessly"
    " effective efficient proactive strategic fresh several some various numerous excellent"
    " outstanding exceptional smoother world first top robust holistic meaningful smarter"
    " creative dynamic bespoke regular timely closer stronger strong relevant appropriate"
    " targeted one two few couple handful many eventually soon dedicated modern"
    " sustainable sustainably key compelling optimised ideally so"
)
MORE = bag("more less fewer most multiple better well best lower higher")


def vague_spans(judged: Judged, own_terms: frozenset[str] = frozenset()) -> list[Span]:
    """What is vague, in order; nothing that a magnitude or an observable event resolves.

    ``own_terms``: words in lower case that the customer uses itself and both sides understand.
    """
    reading = judged.reading
    places: list[tuple[int, int]] = [
        (place, _blank_end(reading, place)) for place in judged.figures.blanks
    ]
    if not judged.measurable and not judged.figures.blanks:
        places += [
            (clause.verb_at, clause.verb_after)
            for clause in reading.clauses
            if clause.main and clause.verb and clause.verb.vague
        ]
        places += helped_verbs(reading)
    places += [(f.first, f.after) for f in reading.terms if _is_vague(judged, f)]
    spans = [reading.span(first, after) for first, after in sorted(set(places))]
    return [span for span in spans if span.text.lower() not in own_terms]


def _blank_end(reading: Reading, place: int) -> int:
    """Past a blank: "[amount]" with its brackets."""
    if reading.low_at(place) == "[":
        for after in range(place + 1, min(place + 8, len(reading.tokens))):
            if reading.low_at(after) == "]":
                return after + 1
    return place + 1


def _is_vague(judged: Judged, found: Found) -> bool:
    term = found.term
    reading = judged.reading
    if term.words == ("more",) and _is_soft_at(reading, found.after):
        return False
    if term.subjective:
        if _compares(reading, found):
            return False
        return not judged.measurable or (
            not OF_METHOD.isdisjoint(term.words[:2]) and not _has_figure(judged, found)
        )
    if (term.buzz or term.soft) and (_describes_event(reading, found) or is_ranked(reading, found)):
        return False
    if term.buzz:
        return not (term.event and judged.measurable)
    if term.soft and not judged.measurable and not term.quiet and not term.event:
        return not (judged.specific and term.whose)
    return False


def _describes_event(reading: Reading, found: Found) -> bool:
    """Whether a word only says which: "innovation team", "quality report"."""
    following = reading.starting.get(found.after)
    return following is not None and following.term.event


def _is_soft_at(reading: Reading, place: int) -> bool:
    found = reading.starting.get(place)
    return found is not None and (found.term.soft or found.term.buzz)


def _has_figure(judged: Judged, found: Found) -> bool:
    """Whether a figure stands right beside an adjective: "three key accounts"."""
    return any(
        q.after == found.first and q.measure is not Measure.WHOLE
        for q in judged.figures.quantities
        if found.term.words[0] in ("key", "regular", "strategic", "right", "relevant")
    )


def _compares(reading: Reading, found: Found) -> bool:
    """Whether a figure stands beside: fewer than 3, 12 % more, or better, no more than."""
    if found.term.words[0] not in MORE:
        return False
    before, after = reading.low_at(found.first - 1), reading.low_at(found.after)
    return (
        after == "than"
        or before in ("or", "no", "%", "percent", "not", "at")
        or before[:1].isdigit()
        or any(q_word == before for q_word in ("two", "three", "four", "five", "one"))
    )
