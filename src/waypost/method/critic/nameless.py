"""Whose result it is when no metric says so: by who is named and what is done (CRI-4)."""

import re

from waypost.method.critic.belonging import customer_owns, is_served, is_theirs
from waypost.method.critic.concrete import object_head
from waypost.method.critic.judging import Judged
from waypost.method.critic.lexicon import Whose
from waypost.method.critic.lexicon.forms import bag
from waypost.method.critic.lexicon.people import BODIES, PEOPLE
from waypost.method.critic.reading import Clause, Found, Reading
from waypost.method.critic.trade import (
    CUSTOMER,
    FELT,
    LESSENING,
    SELLING,
    TRADE,
    is_operation,
)

# Towards us: the customer thinks of us or gives us something.
TOWARDS_US = bag(
    "partner advisor adviser supplier vendor provider choice ally relationship relationships"
    " partnership loyalty advocate advocates advocacy trust rapport share engagement presence"
    " position standing touchpoint touchpoints synergies business communication relations"
    " network access fit alignment leadership reputation image mind minds hearts ties tie link"
    " links bond bonds dialogue"
)
# Soft, but what the customer receives.
RECEIVED = bag(
    "satisfaction experience service support quality responsiveness expectations expectation"
    " happiness care convenience happier happy satisfied hassle frustration headache headaches"
    " delighted delight outcome outcomes"
)
TAKING = bag(
    "win get gain become be know understand move grow penetrate expand protect secure retain"
    " sell upsell book close sign land engage deepen broaden extend turn convert win pass"
    " position see replace displace defend dominate own lock earn"
)
PAYING = bag("pay pays spend spends")
# What somebody on their side does for us: buys, uses what is ours, thinks of us.
TOWARDS_SELLER = bag(
    "use uses using used adopt adopts log logs login open opened opens order orders ordered buy"
    " buys bought choose chooses recommend recommends prefer prefers rate rates rated know knows"
    " call calls called ask asks asked sign signs signed renew renews approve approves award"
    " specify specifies specified spend spends pay pays invite invites see sees consider regard"
    " regards trust trusts trained certified registered subscribed enrolled attend attends"
    " attended agree agrees agreed meet meets visit visits refer refers name names switch"
    " onboarded interviewed surveyed activated answer answers join joins speak treat treats us"
    " sponsor sponsors us our win renewed awarded approved listed won sold switched converted"
    " replaced placed places extends extended gives grants granted hosts lists commits confirms"
    " active inactive dormant"
)
SPENDING = bag("spend spends")
JUDGING_US = re.compile(
    r"\bused in \d|\bused in (?:one|two|three|half|most)\b"
    r"|\b(?:the|deeper|more|wider|broader) use of\b"
    r"|\bnew (?:[\w-]+ ){0,3}as (?:a )?(?:customer|client)s?\b"
    r"|\b(?:customer|client|account)s? lost\b"
    r"|\b(?:supplier|vendor) (?:score|survey|ranking|scorecard|rating|award|league)"
    r"|\b(?:rat|recommend|prefer|choos|us|trust)(?:e|es|s|ed)? (?:us|our)\b"
)


def theirs_by_words(judged: Judged, main: list[Clause], terms: list[Found]) -> bool:
    """Whether the customer gains, by who is named and what is done, without any known metric."""
    reading = judged.reading
    words = {reading.low_at(place) for f in terms for place in range(f.first, f.after)}
    head = main[0].verb.base.split()[0] if main and main[0].verb else ""
    ours = head in ("sell", "upsell") and main[0].verb_at == main[0].first
    if JUDGING_US.search(reading.low) or _rests_on_us(reading) or ours:
        return False
    if (
        (_is_received(reading, terms) and not words & {"loyalty", "business"})
        or _pays_less(reading, main)
        or _is_hastened(reading, main)
    ):
        return True
    if "what we deliver" in reading.low or "easier for" in reading.low:
        return True
    felt = bool(main) and reading.low_at(main[0].first) in FELT
    if words & TOWARDS_US:
        return False
    if USING_LESS.search(reading.low) or any(_experience(reading, clause) for clause in main):
        return True
    if any(f.term.deal for f in terms) and not (felt or TAKES_LESS.search(reading.low)):
        return False
    if _makes_them(reading, main):
        return True
    if _grows_business(reading):
        return False
    return is_operation(judged, main, head) or (
        head not in TAKING | SELLING and _is_owned(judged, main)
    )


def _is_received(reading: Reading, terms: list[Found]) -> bool:
    """Whether the customer gets what is soft here; "sales expectations" are ours."""
    sold = {f.after for f in reading.terms if f.term.whose in (Whose.SELLER, Whose.EITHER)}
    return any(
        reading.low_at(place) in RECEIVED
        for f in terms
        if f.first not in sold and reading.low_at(f.first - 1) not in ("from", "to")
        for place in range(f.first, f.after)
    )


# What we do for the customer, and how long it waits for it.
AWAITED = bag(
    "onboarding implementation installation deployment rollout commissioning repair repairs"
    " migration integration certification response resolution handover cutover delivery"
)
HASTENING = ("speed up", "accelerate", "shorten", "fast track")
# Something is to take less time than before: "from five days to two".
TAKES_LESS = re.compile(
    r"\bfrom [\w.,]+ (?:(?:working|business|calendar) )?(?:days?|hours?|weeks?|months?|minutes?"
    r"|mins?|seconds?) to [\w.,]+"
    r"|\bin [\w.,]+ (?:days?|hours?|weeks?|minutes?),? (?:instead of|rather than|not) [\w.,]+"
)


def _is_hastened(reading: Reading, main: list[Clause]) -> bool:
    """Whether the customer is to wait less for work of ours: "speed up onboarding"."""
    clause = main[0] if main else None
    if clause is None or clause.verb is None or clause.verb.base not in HASTENING:
        return False
    head = object_head(reading, clause)
    return head is not None and reading.low_at(head.after - 1) in AWAITED


BEING = bag("be become stay remain")


def _is_owned(judged: Judged, main: list[Clause]) -> bool:
    """Whether what is named is the customer's, or for it, and nothing is done for us with it."""
    reading = judged.reading
    done_for_us = any(
        reading.low_at(place) in TOWARDS_SELLER
        for clause in main
        for place in range(clause.first, clause.after)
    )
    if done_for_us and (judged.measurable or " at our " in reading.low):
        return False
    head = main[0].verb.base.split()[0] if main and main[0].verb else ""
    return (is_served(reading) and head not in BEING) or any(
        customer_owns(reading, clause.first, clause.after) for clause in main
    )


def _rests_on_us(reading: Reading) -> bool:
    """Whether it is about what is ours with them: "live on our platform"."""
    return any(
        reading.low_at(place) in ("our", "us") and reading.low_at(place - 1) in ("on", "in")
        for place in range(len(reading.tokens))
    )


def _grows_business(reading: Reading) -> bool:
    """Whether it is our business with them that grows: "grow from 1m to 2m with the bank"."""
    return reading.low.startswith(("grow from", "grow to", "grow by"))


MAKING = bag("make protect shield")
GIVING = bag("give provide offer")


def _pays_less(reading: Reading, main: list[Clause]) -> bool:
    """Whether what they pay is to fall: "reduce what Orbis pays per parcel"."""
    return any(
        reading.low_at(place) in PAYING
        for clause in main[:1]
        if clause.verb and clause.verb.base in LESSENING
        for place in range(clause.first, clause.after)
    )


def _makes_them(reading: Reading, main: list[Clause]) -> bool:
    """Whether the customer is to become something for itself: "make Orbis successful"."""
    clause = main[0] if main else None
    if clause is None or clause.verb is None or clause.verb.base not in MAKING | GIVING:
        return False
    words = [reading.low_at(place) for place in range(clause.verb_after, clause.after)]
    if not TRADE.isdisjoint(words):
        return False
    said = words[1:] if words[:1] == ["the"] else words
    them = clause.verb_after + len(words) - len(said)
    named = reading.low_at(them) in PEOPLE | BODIES | CUSTOMER
    if clause.verb.base in MAKING:
        token = reading.tokens[them] if them < clause.after else None
        return named or bool(token and token.capital and not token.possessive)
    return reading.low_at(them) in PEOPLE


# What they need less of: "use 15% less diesel".
USING_LESS = re.compile(r"\buses? [\w.,]+ ?(?:%|percent|per cent|\w+)? ?(?:less|fewer)\b")


def _experience(reading: Reading, clause: Clause) -> bool:
    """Whether somebody on their side does or feels something other than for us."""
    verb_at = clause.verb_at if clause.verb else clause.after
    taken = clause.verb is not None and clause.verb.base.split()[0] in TAKING
    words = {reading.low_at(place) for place in range(clause.first, clause.after)}
    if words & TOWARDS_SELLER - (SPENDING if "time" in words else set()):
        return False
    subject = reading.tokens[clause.first]
    acts = subject.capital and clause.verb and not clause.passive and not reading.titled
    if acts and verb_at > clause.first and reading.low_at(verb_at).endswith("s"):
        return True
    return any(
        reading.low_at(place) in PEOPLE or is_theirs(reading, place)
        for place in range(clause.first, verb_at)
    ) or (
        clause.verb is not None
        and not clause.verb.work
        and not taken
        and any(reading.low_at(place) in PEOPLE for place in range(clause.verb_after, clause.after))
    )
