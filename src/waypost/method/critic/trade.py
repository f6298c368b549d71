"""Whether a figure is of work at the customer, or of the trade between the two (CRI-4)."""

import re

from waypost.method.critic.belonging import can_own, is_theirs
from waypost.method.critic.concrete import NAMELESS, object_head
from waypost.method.critic.judging import Judged
from waypost.method.critic.lexicon import Whose
from waypost.method.critic.lexicon.forms import bag
from waypost.method.critic.lexicon.people import BODIES, PEOPLE
from waypost.method.critic.quantities import Measure
from waypost.method.critic.reading import (
    BEHIND_NOUNS,
    NOUN_ENDS,
    STOP_WORDS,
    Clause,
    Reading,
)

SELLING = bag("win become sell upsell book close land quote pitch price supply")
MEANS = bag("through via using by")
LESSENING = bag("reduce cut lower lessen halve trim slash decrease shrink")
CUSTOMER = bag("customer customers client clients")
# What trade is told by, between them and us: a figure beside one of these is ours.
TRADE = bag(
    "renews signs awards buys we our us ours ourselves order orders ordered ordering reorder"
    " contract contracts agreement agreements invoice invoices tender tenders bid bids rfp"
    " rfps rfq rfqs deal deals listing listings listed facings discount discounts discounting"
    " incumbent incumbents incumbent's competitor competitors competitor's rival rivals user"
    " users login logins seat seats license licenses licence licences account accounts signed"
    " signing renew renewed renewal renewals sell sells sold sales upsell quote quotes quoted"
    " internal award awarded nomination nominated supplier vendor supplied trained certified"
    " registered enrolled subscribed switched converted specified approved buy buys bought"
    " purchase purchases purchased spend pay pays paid payment earn lapsed use uses using used"
    " adopt adopts recommend recommends prefer prefers rank ranked choose chooses know knows"
    " meet meets attend attends join joins premium retainer logo logos lead leads proposal"
    " proposals framework frameworks opportunities price prices growth prospects referrals"
    " references sponsor sponsors contacts stakeholders champions survey surveys invitation"
    " invitations outreach newsletter integration integrations trial trials pilot pilots"
    " module modules portal edi app dashboard active inactive dormant employee employees candidate"
    " candidates applicant applicants workforce website blog followers marketing rep reps"
    " rating ratings"
)
# With these at the head, something is to become ours.
SEIZING = SELLING | bag(
    "expand penetrate secure retain sign displace replace engage convert dominate own lock"
    " earn gain get extend move know understand upsell cross reactivate place take do pass"
    " name renew order buy choose award switch migrate attach"
)
# Less of what hurts them, or more of what they are after.
FELT = bag(
    "fewer less shorter faster quicker safer cleaner quieter cooler warmer lighter healthier"
    " easier simpler smoother cheaper"
)


def is_operation(judged: Judged, main: list[Clause], head: str) -> bool:
    """Whether a figure is of work that somebody does, and not of any trade between the two."""
    reading = judged.reading
    if head in SEIZING or any(
        _is_trade(reading, place) for clause in main for place in range(clause.first, clause.after)
    ):
        return False
    if any(
        reading.low_at(place) == "from" and reading.tokens[place + 1].capital
        for clause in main
        for place in range(clause.first, clause.after - 1)
    ):
        return False
    counted = any(
        q.measure not in (Measure.REFERENCE, Measure.WHOLE) and reading.clause_of(q.first).main
        for q in judged.quantities
    )
    if counted or not main:
        return counted and is_somebodys(reading, main)
    thing = object_head(reading, main[0])
    lessened = head in LESSENING and thing is not None and thing.term is NAMELESS
    return lessened or reading.low_at(main[0].first) in FELT


# What is counted in these is grown, made or moved by the customer.
MATTER = bag(
    "kwh mwh gwh kw mw kg g t tonne tonnes ton tons tonnage litre litres liter liters l ml m3 m³"
    " km miles mile ha hectare hectares acre acres mm cm m² m2 °c °f bar db rpm degrees pallet"
    " pallets ppm nm joules volts amps barrels bushels stones pints gallons metres meters"
)
# What is done so is done for somebody who waits for it.
DONE_FOR = re.compile(
    r"\b(?:first (?:call|contact|visit|time|attempt|pass)|same day|next (?:working |business )?day"
    r"|on time|before (?:each|every)|runs? out|by \d{1,2} ?[ap]\.?m)\b"
)


def is_somebodys(reading: Reading, main: list[Clause]) -> bool:
    """Whether somebody at the customer is named, or what only the customer can have or wait for.

    A figure that nobody is named with is ours.
    """
    known = any(
        found.term.whose in (Whose.CUSTOMER, Whose.SERVICE) and reading.clause_of(found.first).main
        for found in reading.terms
    )
    return bool(known or DONE_FOR.search(reading.low)) or any(
        _is_named(reading, place) or reading.low_at(place) in MATTER
        for clause in main
        for place in range(clause.first, clause.after)
    )


def _is_named(reading: Reading, place: int) -> bool:
    """Whether a word names the customer, or what or who is the customer's."""
    word = reading.low_at(place)
    chain = reading.low_at(place - 1) in ("supply", "value")
    if is_theirs(reading, place) or (word in PEOPLE | BODIES and not chain):
        return True
    if word == "the":
        where = reading.low_at(place - 1) in ("at", "in", "on", "for")
        return reading.low_at(place + 1) in CUSTOMER or (where and can_own(reading, place + 1))
    return reading.tokens[place].capital and place > 0 and not reading.titled


# Less of something with what is ours: "weight cut from 12 to 10 g using our binder".
LESSENED = bag("cut reduce reduced lower lowered halve halved less down fewer")
# So many words before what is ours such a word is looked for.
BEFORE_OURS = 16


def _lessens(reading: Reading, place: int) -> bool:
    """Whether what is ours is what something is made less with."""
    ours = place if reading.low_at(place) == "our" else place + 1
    before = range(max(0, ours - BEFORE_OURS), ours - 1)
    return (
        reading.low_at(ours) == "our"
        and reading.low_at(ours - 1) in ("using", "with")
        and any(reading.low_at(at) in LESSENED for at in before)
    )


def _is_trade(reading: Reading, place: int) -> bool:
    """Whether a word of trade stands for itself: not the order in "order entry"."""
    if reading.low_at(place) not in TRADE or _is_ours_by_means(reading, place):
        return False
    if reading.low_at(place) in ("using", "our") and _lessens(reading, place):
        return False
    following = reading.tokens[place + 1] if place + 1 < len(reading.tokens) else None
    return (
        reading.low_at(place) not in MODIFYING
        or following is None
        or not following.is_word
        or following.low in NOUN_ENDS | STOP_WORDS | BEHIND_NOUNS
        or reading.timed[place + 1]
    )


# What may only say which: the order in "order entry", the user in "user errors".
MODIFYING = bag("order invoice user login lead payment purchase")


def _is_ours_by_means(reading: Reading, place: int) -> bool:
    """Whether what is ours is only the means: "with our sensors", "thanks to our crews"."""
    means = (reading.low_at(place - 2), reading.low_at(place - 1))
    return reading.low_at(place) == "our" and (
        means[1] in MEANS or means in (("result", "of"), ("thanks", "to"))
    )
