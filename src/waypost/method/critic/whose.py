"""Whose result a goal is about: judge the metric, not the pronoun (CRI-4)."""

import re
from enum import StrEnum

from waypost.method.critic.belonging import (
    AFTER_COSTS,
    AFTER_SALES,
    OURS,
    SIDE,
    THEIRS,
    customer_owns,
    is_ours,
    is_served,
    is_theirs,
    named_after,
    owned_after,
)
from waypost.method.critic.concrete import object_head, objects
from waypost.method.critic.judging import Judged, judge
from waypost.method.critic.lexicon import Whose
from waypost.method.critic.lexicon.forms import bag
from waypost.method.critic.lexicon.people import BODIES, PEOPLE
from waypost.method.critic.nameless import TOWARDS_US, theirs_by_words
from waypost.method.critic.quantities import Measure, Quantity, has_service_limit
from waypost.method.critic.reader import read
from waypost.method.critic.reading import Clause, Found, Reading
from waypost.method.critic.trade import CUSTOMER, SELLING, is_somebodys


class Beneficiary(StrEnum):
    """Whose result is the stated target."""

    SELLER = "seller"
    CUSTOMER = "customer"
    MUTUAL = "mutual"


HELPING = bag("help enable assist support let allow give save spare relieve free")
BOTH = re.compile(
    r"\b(?:both (?:companies|sides|parties|organi[sz]ations|firms|businesses|of us|ways"
    r"|directions|us and|we and|partners|balance sheets|p&ls)"
    r"|(?:out of|off|to|from|for) their [^;]{2,40}? and [^;]{2,40}? ours\b"
    r"|both [\w' ]{1,30} and (?:us|ourselves|we)\b|(?:us|our \w+) and (?:them|their \w+) both"
    r"|between (?:their|the (?:customer|client)'s) [\w ]{1,30} and our"
    r"|between our [\w ]{1,30} and (?:their|the (?:customer|client)'s)"
    r"|co-(?:develop|create|design|invest|launch|brand|fund)\w* [^.;]{1,60}\btogether"
    r"|for (?:the |our )?\w+ and [^.;]{0,30}?for us\b"
    r"|both (?:grow|win|gain|profit|benefit|earn|save)"
    r"|(?:share|split) [^.;]{0,40}?\b(?:equally|50/50)"
    r"|each other|one another|win[\s/-]win|mutual(?:ly)?|in both directions"
    r"|and we (?:each|both)|grow (?:\w+ ){0,2}together"
    r"|jointly bring|for us both|(?:our )?two companies|(?:each|either) (?:company|side|party)"
    r"|share the (?:saving|benefit|gain)s?|(?:joint|shared|common|combined|collective)"
    r" (?:growth|value|revenue|sales|pipeline|savings?|success|profits?|margins?|waste|emissions"
    r"|logistics costs?|costs?|benefits?|turnover|carbon footprint|co2|inventory|stock"
    r"|results?)"
    r"(?! (?:dashboard|plan|report|review|map|model|workshop|meeting|call|team|case)s?\b))\b"
)
SERVED = re.compile(
    r"\btime (?:it takes|needed|required|spent|from (?!lead|quote|offer)[\w ]{2,30} to)\b"
    r"|(?:^|: )(?:average |mean )?(?:time|days|hours|minutes|weeks) to (?!market)\w+"
    r"|\b(?:warn|alert|notif|inform|announc)\w*\b.{0,80}\b(?:ahead|in advance)\b"
    r"|\b(?:always|never|on time|next (?:working |business )?day)\b.{0,60}?"
    r"\b(?:deliver|arriv|answer|repair|restor)"
    r"|\b(?:deliver|arriv|answer|repair|restor)(?:ed|es?|s|y)?\b.{0,60}?"
    r"\b(?:on time|next (?:working |business )?day)"
)
# How long something takes is the customer's when it is named with it.
TAKING_TIME = re.compile(
    r"\b(?:cut|reduc|short|halv|lower|bring down)\w* (?:the )?(?:average )?time to (?!market)\w"
)
# So much of what they need comes from us.
OUR_PART = re.compile(r"\bwe (?:supply|deliver|provide|sell|ship) \d[\d.,]* ?(?:%|per ?cent)")
PAYING = re.compile(
    r"\b(?:internal|pay|pays|paid|payments?|renew(?:al|als|ed)?|sign(?:ed|ing)?|leads?)\b"
)
SALES = bag(
    "revenue revenues sales turnover profit profits profitability volume volumes income margin"
    " awareness recognition acquisition conversion serve cpa rate sign signup registration"
    " subscriber download basket order share ebit ebitda accuracy budget offs"
)


def beneficiary(judged: Judged) -> Beneficiary:
    """Whose result the stated target is; ours when nobody is named."""
    reading = judged.reading
    if _says_both(reading):
        return Beneficiary.MUTUAL
    besides = _ours_besides(reading)
    if besides and beneficiary(judge(read(reading.text[:besides]))) is Beneficiary.CUSTOMER:
        return Beneficiary.MUTUAL
    figures = [
        q for q in judged.figures.quantities if q.bound and q.measure is not Measure.REFERENCE
    ]
    aimed = [q for q in figures if not _is_means(reading, q.first)]
    aimed = [q for q in aimed if not _is_whose(reading, q)] or aimed
    bound = [q.bound for q in aimed or figures if q.bound]
    targets = [f for f in bound if f.term.whose and not _spends_time(reading, f)]
    helped = _helped(reading)
    sides = {_side(reading, found, helped=helped) for found in _sure(reading, targets)}
    served = (
        has_service_limit(reading)
        or SERVED.search(reading.low)
        or (TAKING_TIME.search(reading.low) and is_somebodys(reading, reading.clauses))
    ) and not _reaches_out(reading)
    if not targets and served and not PAYING.search(reading.low):
        return Beneficiary.CUSTOMER
    if not targets:
        sides = _without_figures(judged, helped=helped)
    measured = {reading.clause_of(found.first).first for found in targets}
    if any(_has_figure(judged, c) and c.first not in measured for c in helped if targets):
        sides.add(Beneficiary.CUSTOMER)
    if (targets or helped) and (OUR_PART.search(reading.low) or _gains_besides(reading, targets)):
        sides.add(Beneficiary.SELLER)
    if len(sides) == 2:
        return Beneficiary.MUTUAL
    return sides.pop() if sides else Beneficiary.SELLER


def _has_figure(judged: Judged, clause: Clause) -> bool:
    return any(clause.first <= q.first < clause.after for q in judged.quantities)


def _sure(reading: Reading, targets: list[Found]) -> list[Found]:
    """The targets without those that could be anybody's beside one of the same clause."""
    sure = {reading.clause_of(f.first).first for f in targets if f.term.whose is not Whose.EITHER}
    return [
        f
        for f in targets
        if f.term.whose is not Whose.EITHER
        or reading.clause_of(f.first).first not in sure
        or is_ours(reading, f)
    ]


SPENT = bag("hours minutes time days")


def _spends_time(reading: Reading, found: Found) -> bool:
    """Whether it is time that somebody spends: "cut the hours that clerks spend on files"."""
    first = reading.clause_of(found.first).first
    return found.term.words == ("spend",) and any(
        reading.low_at(place) in SPENT for place in range(max(first, found.first - 8), found.first)
    )


def _is_standing(reading: Reading, clause: Clause) -> bool:
    """Whether it is about how we stand with them: presence, leadership in packaging."""
    head = object_head(reading, clause)
    return head is not None and head.term.soft and head.term.words[-1] in TOWARDS_US


def _ours_besides(reading: Reading) -> int | None:
    """Where, behind a figure, one of ours is added: "their stock by 4 t and our own by 2 t"."""
    figures = [place for place, token in enumerate(reading.tokens) if token.low[0].isdigit()]
    for place in range(figures[0], figures[-1]) if figures else ():
        if reading.low_at(place) in ("and", ",", "while") and (
            reading.low_at(place + 1) in ("our", "we", "us")
            or "our" in (reading.low_at(place + 2), reading.low_at(place + 3))
        ):
            return reading.tokens[place].start
    return None


def _says_both(reading: Reading) -> bool:
    """Whether both sides are said to gain; a name like Regent Mutual says nothing."""
    return any(
        reading.titled or not match.start() or not reading.text[match.start()].isupper()
        for match in BOTH.finditer(reading.low)
    )


GAINING = bag("win extend renew sign secure earn gain keep retain add")


def _gains_besides(reading: Reading, targets: list[Found]) -> bool:
    """Whether a further clause says what we get: "... and win its tyre business"."""
    measured = {reading.clause_of(found.first).first for found in targets}
    return any(
        clause.main
        and clause.first
        and clause.verb is not None
        and clause.verb.base.split()[0] in GAINING
        and clause.first not in measured
        and (clause.verb.base in ("win", "earn") or _has_gain(reading, clause))
        for clause in reading.clauses
    )


def _has_gain(reading: Reading, clause: Clause) -> bool:
    return any(
        found.term.deal or found.term.whose is Whose.SELLER or "business" in found.term.words
        for found in objects(reading, clause)
    ) or any(reading.low_at(place) in OURS for place in range(clause.verb_after, clause.after))


CONTACTING = bag(
    "call visit email contact meet phone invite survey interview ask train write log record file"
    " document debrief"
)


def _reaches_out(reading: Reading) -> bool:
    """Whether it is work of ours to be done in time, and not a service: call each within a day."""
    return any(
        clause.main and clause.verb and clause.verb.base.split()[0] in CONTACTING
        for clause in reading.clauses
    )


def _is_whose(reading: Reading, quantity: Quantity) -> bool:
    """Whether a figure says of how many something is to hold: "for 80% of new customers"."""
    return reading.low_at(quantity.first - 1) == "for" and reading.low_at(quantity.after) == "of"


def _is_means(reading: Reading, place: int) -> bool:
    """Whether a figure says by what means: "by moving 400 items to consignment"."""
    clause = reading.clause_of(place)
    return not clause.main and reading.low_at(clause.first) in ("by", "through", "via")


# Behind one of these stands whom it is done for, which is not what is to change.
AFFECTED = bag("for with among")


def _without_figures(judged: Judged, *, helped: list[Clause]) -> set[Beneficiary]:
    reading = judged.reading
    main = [clause for clause in reading.clauses if clause.main]
    terms = [found for clause in main for found in objects(reading, clause)]
    terms = [f for f in terms if reading.ends_noun(f)]
    metrics = [
        f
        for f in terms
        if f.term.whose
        and not (f.term.soft or f.term.event or f.term.generic)
        and reading.low_at(f.first - 1) not in AFFECTED
    ]
    if judged.kind == "activity":
        return {Beneficiary.CUSTOMER} if helped and not any(f.term.buzz for f in terms) else set()
    if main and _is_standing(reading, main[0]):
        return set()
    if metrics:
        side = _side(reading, metrics[0], helped=helped)
        return {side, Beneficiary.CUSTOMER} if _joined_service(reading, metrics[0]) else {side}
    if helped:
        return {Beneficiary.CUSTOMER}
    return {Beneficiary.CUSTOMER} if theirs_by_words(judged, main, terms) else set()


# Their turnover is no turnover.
STAFF = bag("staff employee")


def _side(reading: Reading, found: Found, *, helped: list[Clause]) -> Beneficiary:
    """Whose a metric is, by what it is and by whose name stands beside it."""
    whose = found.term.whose
    if whose is Whose.SERVICE:
        own = "own" in (reading.low_at(found.first - 1), reading.low_at(found.first - 2))
        return Beneficiary.SELLER if own and is_ours(reading, found) else Beneficiary.CUSTOMER
    clause = reading.clause_of(found.first)
    helps = clause in helped
    base = clause.verb.base.split()[0] if clause.verb else ""
    if base in SELLING and not helps and not clause.passive:
        return Beneficiary.SELLER
    if base in ("get", "secure", "take", "capture", "gain") and "volume" in found.term.words:
        return Beneficiary.SELLER
    if whose is Whose.CUSTOMER:
        before = any(
            reading.low_at(place) in OURS
            for place in range(max(clause.first, found.first - 5), found.first)
        )
        joined = "and" in (reading.low_at(found.after), reading.low_at(found.after + 1))
        after = (reading.low_at(place) in OURS for place in range(found.after, found.after + 3))
        ours = before or (not joined and any(after))
        return Beneficiary.SELLER if ours and not helps else Beneficiary.CUSTOMER
    if whose is Whose.SELLER:
        theirs = helps or _is_their_part(reading, found)
        return (
            Beneficiary.CUSTOMER if theirs and not is_ours(reading, found) else Beneficiary.SELLER
        )
    if not helps and is_ours(reading, found):
        return Beneficiary.SELLER
    if (
        helps
        or is_served(reading)
        or customer_owns(reading, max(clause.first, found.first - 9), found.first)
    ):
        return Beneficiary.CUSTOMER
    if reading.low_at(clause.first) in CUSTOMER and clause.verb_at > clause.first:
        return Beneficiary.CUSTOMER
    words = found.term.words
    sales = words[0] not in STAFF and any(
        word in SALES or word.removesuffix("s") in SALES for word in words
    )
    if owned_after(reading, found, clause.after, AFTER_SALES if sales else AFTER_COSTS) or (
        not sales
        and (
            named_after(reading, found, clause.after)
            or reading.low_at(found.first - 1) in PEOPLE | BODIES
        )
    ):
        return Beneficiary.CUSTOMER
    return Beneficiary.SELLER


def _joined_service(reading: Reading, found: Found) -> bool:
    """Whether what the customer gets is aimed at with it: "satisfaction and retention"."""
    return reading.low_at(found.first - 1) == "and" and any(
        f.after == found.first - 1 and f.term.whose is Whose.SERVICE for f in reading.terms
    )


def _is_their_part(reading: Reading, found: Found) -> bool:
    """Whether it is the part that the customer has of something: "the yard's share of repairs"."""
    if found.term.words != ("share",) or reading.low_at(found.after) != "of":
        return False
    whole = reading.starting.get(found.after + 1)
    if whole is not None and whole.term.whose is Whose.SERVICE:
        return True
    return found.first > 0 and is_theirs(reading, found.first - 1)


def _helped(reading: Reading) -> list[Clause]:
    """The clauses where we help the customer to a result of its own: help Orbis cut its bill."""
    return [clause for clause in reading.clauses if clause.main and _helps(reading, clause)]


def _helps(reading: Reading, clause: Clause) -> bool:
    if not clause.verb or clause.verb.base.split()[0] not in HELPING:
        return False
    near = 2 if clause.verb.base.startswith("give") else 5
    for place in range(clause.verb_after, min(clause.after, clause.verb_after + near)):
        token = reading.tokens[place]
        named = token.capital and not reading.titled and not _is_short_form(reading, place)
        if named or token.low in SIDE | THEIRS | BODIES | {"account"} or is_theirs(reading, place):
            return True
    return False


def _is_short_form(reading: Reading, place: int) -> bool:
    token = reading.tokens[place]
    return reading.text[token.start : token.end].isupper() and token.end - token.start < 4
