"""Whose result a goal is about: judge the metric, not the pronoun (CRI-4)."""

import re
from enum import StrEnum

from waypost.method.critic.concrete import objects
from waypost.method.critic.judging import Judged
from waypost.method.critic.lexicon import Whose
from waypost.method.critic.lexicon.forms import bag
from waypost.method.critic.quantities import Measure, has_service_limit
from waypost.method.critic.reading import Clause, Found, Reading


class Beneficiary(StrEnum):
    """Whose result is the stated target."""

    SELLER = "seller"
    CUSTOMER = "customer"
    MUTUAL = "mutual"


OURS = bag("our we us my i ourselves")
THEIRS = bag("their they them its")
SIDE = bag(
    "customer customers client clients account's buyer buyers patients passengers guests"
    " tenants students shoppers consumers"
)
HELPING = bag("help enable assist support let allow give save spare relieve free")
BOTH = re.compile(
    r"\b(?:both (?:companies|sides|parties|organi[sz]ations|firms|businesses|of us|ways"
    r"|directions)"
    r"|each other|one another|win[\s-]win|mutual(?:ly)?|in both directions|grow together"
    r"|jointly bring|for us both|(?:our )?two companies|(?:each|either) (?:company|side|party)"
    r"|share the (?:saving|benefit|gain)s?|(?:joint|shared|common|combined|collective)"
    r" (?:growth|value|revenue|sales|pipeline|savings?|success|profits?|margins?|waste|emissions"
    r"|logistics costs?|costs?|benefits?|turnover|carbon footprint|co2|inventory|stock"
    r"|results?))\b"
)
# Towards us: the customer thinks of us or gives us something.
TOWARDS_US = bag(
    "partner advisor adviser supplier vendor provider choice ally relationship relationships"
    " partnership loyalty advocate advocates advocacy trust rapport share engagement presence"
    " position standing touchpoint touchpoints synergies business communication relations"
    " network access"
)
# Soft, but what the customer receives.
RECEIVED = bag(
    "satisfaction experience service support quality responsiveness expectations expectation"
    " happiness care convenience happier happy satisfied hassle frustration headache headaches"
    " delighted delight"
)
SERVED = re.compile(
    r"\b(?:always|never|on time|next (?:working |business )?day)\b.{0,60}?"
    r"\b(?:deliver|arriv|answer|repair|restor)"
    r"|\b(?:deliver|arriv|answer|repair|restor)(?:ed|es?|s|y)?\b.{0,60}?"
    r"\b(?:on time|next (?:working |business )?day)"
)
PAYING = re.compile(r"\b(?:pay|pays|paid|payments?|renew(?:al|als|ed)?|sign(?:ed|ing)?|leads?)\b")
SALES = bag(
    "revenue revenues sales turnover profit profits profitability volume volumes income margin"
)


def beneficiary(judged: Judged) -> Beneficiary:
    """Whose result the stated target is; ours when nobody is named."""
    reading = judged.reading
    if BOTH.search(reading.low):
        return Beneficiary.MUTUAL
    bound = [
        q.bound for q in judged.figures.quantities if q.bound and q.measure is not Measure.REFERENCE
    ]
    targets = [f for f in bound if f.term.whose]
    helped = _helped(reading)
    sides = {_side(reading, found, helped=helped) for found in targets}
    served = has_service_limit(reading) or SERVED.search(reading.low)
    if not targets and served and not PAYING.search(reading.low):
        return Beneficiary.CUSTOMER
    if not targets:
        sides = _without_figures(judged, helped=helped)
    if len(sides) == 2:
        return Beneficiary.MUTUAL
    return sides.pop() if sides else Beneficiary.SELLER


def _without_figures(judged: Judged, *, helped: list[Clause]) -> set[Beneficiary]:
    reading = judged.reading
    main = [clause for clause in reading.clauses if clause.main]
    terms = [found for clause in main for found in objects(reading, clause)]
    terms = [f for f in terms if reading.ends_noun(f)]
    metrics = [
        f for f in terms if f.term.whose and not (f.term.soft or f.term.event or f.term.generic)
    ]
    if judged.kind == "activity":
        work = [f for f in metrics if f.term.whose in (Whose.SERVICE, Whose.CUSTOMER)]
        return {_side(reading, f, helped=helped) for f in work[:1]} if helped else set()
    if metrics:
        return {_side(reading, metrics[0], helped=helped)}
    if helped:
        return {Beneficiary.CUSTOMER}
    words = {reading.low_at(place) for f in terms for place in range(f.first, f.after)}
    if words & RECEIVED and not words & {"loyalty"}:
        return {Beneficiary.CUSTOMER}
    if "what we deliver" in reading.low or "easier for" in reading.low:
        return {Beneficiary.CUSTOMER}
    if words & TOWARDS_US or any(f.term.deal for f in terms):
        return set()
    head = main[0].verb.base.split()[0] if main and main[0].verb else ""
    if head in TAKING:
        return set()
    owned = any(_customer_owns(reading, clause.first, clause.after) for clause in main)
    return {Beneficiary.CUSTOMER} if owned else set()


SELLING = bag("win become sell upsell book close land quote pitch price supply")
TAKING = bag(
    "win get gain become be know understand move grow penetrate expand protect secure retain"
    " keep sell upsell book close sign land engage deepen broaden extend turn convert win"
    " position see develop replace displace defend dominate own lock earn build increase"
)


def _side(reading: Reading, found: Found, *, helped: list[Clause]) -> Beneficiary:
    """Whose a metric is, by what it is and by whose name stands beside it."""
    whose = found.term.whose
    if whose is Whose.SERVICE:
        return Beneficiary.CUSTOMER
    clause = reading.clause_of(found.first)
    helps = clause in helped
    base = clause.verb.base.split()[0] if clause.verb else ""
    if base in SELLING and not helps:
        return Beneficiary.SELLER
    if whose is Whose.CUSTOMER:
        ours = any(
            reading.low_at(place) in OURS
            for place in range(max(clause.first, found.first - 5), found.after + 3)
        )
        return Beneficiary.SELLER if ours and not helps else Beneficiary.CUSTOMER
    if whose is Whose.SELLER:
        return Beneficiary.CUSTOMER if helps and not _ours(reading, found) else Beneficiary.SELLER
    if not helps and _ours(reading, found):
        return Beneficiary.SELLER
    if helps or _customer_owns(reading, max(clause.first, found.first - 6), found.first):
        return Beneficiary.CUSTOMER
    sales = bool(SALES & set(found.term.words))
    if not sales and _named_after(reading, found, clause.after):
        return Beneficiary.CUSTOMER
    return Beneficiary.SELLER


def _ours(reading: Reading, found: Found) -> bool:
    """Whether "our" stands close to a metric."""
    near = range(max(0, found.first - 4), found.after + 4)
    return any(reading.low_at(place) in OURS for place in near)


SERVED_BY_NAME = ("the customer", "the client", "our customers", "our clients", "their")


def _customer_owns(reading: Reading, first: int, after: int) -> bool:
    """Whether between two places stands: the customer's, Castell's, their, for the client."""
    served = (f"{way} {who}" for way in ("for", "to") for who in SERVED_BY_NAME)
    if any(words in reading.low for words in served):
        return True
    for place in range(first, min(after, len(reading.tokens))):
        token = reading.tokens[place]
        if token.low in OURS and place < after - 1 and first:
            return False
        if token.low in THEIRS:
            return True
        if token.possessive and (token.capital or token.low in SIDE | {"account"}):
            return True
        if token.low in SIDE and "for" in (
            reading.low_at(place - 1),
            reading.low_at(place - 2),
        ):
            return True
    return False


def _named_after(reading: Reading, found: Found, after: int) -> bool:
    """Whether a name stands behind the metric: inventory for Tamsin."""
    for place in range(found.after, min(after, found.after + 4)):
        if reading.low_at(place) in ("at", "for", "of", "in"):
            following = reading.tokens[place + 1] if place + 1 < len(reading.tokens) else None
            if following and (
                following.capital or reading.low_at(place + 2) in SIDE or following.low in THEIRS
            ):
                return True
    return False


def _helped(reading: Reading) -> list[Clause]:
    """The clauses where we help the customer to a result of its own: help Orbis cut its bill."""
    return [clause for clause in reading.clauses if clause.main and _helps(reading, clause)]


def _helps(reading: Reading, clause: Clause) -> bool:
    if not clause.verb or clause.verb.base.split()[0] not in HELPING:
        return False
    for place in range(clause.verb_after, min(clause.after, clause.verb_after + 5)):
        token = reading.tokens[place]
        named = token.capital and not reading.titled and not _is_short_form(reading, place)
        if named or token.low in SIDE | THEIRS | {"account"}:
            return True
    return False


def _is_short_form(reading: Reading, place: int) -> bool:
    token = reading.tokens[place]
    return reading.text[token.start : token.end].isupper() and token.end - token.start < 4
