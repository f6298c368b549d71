"""Whose result it is when no metric of the lexicon says so: who is named, and what is done."""

from waypost.method.critic.belonging import customer_owns, is_served, is_theirs
from waypost.method.critic.judging import Judged
from waypost.method.critic.lexicon.forms import bag
from waypost.method.critic.lexicon.people import BODIES, PEOPLE
from waypost.method.critic.quantities import Measure
from waypost.method.critic.reading import Clause, Found, Reading

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
SELLING = bag("win become sell upsell book close land quote pitch price supply")
TAKING = bag(
    "win get gain become be know understand move grow penetrate expand protect secure retain"
    " keep sell upsell book close sign land engage deepen broaden extend turn convert win"
    " position see develop replace displace defend dominate own lock earn build increase"
)
MEANS = bag("with through via using by")
LESSENING = bag("reduce cut lower lessen halve trim slash decrease shrink")
PAYING = bag("pay pays spend spends")
CUSTOMER = bag("customer customers client clients")
# What trade is told by, between them and us: a figure beside one of these is ours.
TRADE = bag(
    "we our us ours ourselves order orders ordered ordering reorder contract contracts agreement"
    " agreements invoice invoices tender tenders bid bids rfp rfps rfq rfqs deal deals listing"
    " listings listed facings discount discounts discounting incumbent incumbents incumbent's"
    " competitor competitors competitor's rival rivals user users login logins seat seats license"
    " licenses licence licences account accounts signed signing renew renewed renewal renewals"
    " sell sells sold sales upsell quote quotes quoted internal award awarded nomination nominated"
    " supplier vendor supplied trained certified registered enrolled subscribed switched converted"
    " specified approved buy buys bought purchase purchases purchased spend pay pays paid payment"
    " earn lapsed use uses using used adopt adopts recommend recommends prefer prefers rank ranked"
    " rate rates rated choose chooses know knows meet meets attend attends join joins premium"
    " retainer logo logos lead leads proposal proposals framework frameworks opportunities"
    " growth prospects referrals references sponsor sponsors contacts stakeholders champions"
    " trial trials pilot pilots module modules portal edi app dashboard"
)
# With these at the head, something is to become ours.
SEIZING = SELLING | bag(
    "expand penetrate secure retain sign displace replace engage convert dominate own lock earn"
    " gain get extend move know understand upsell cross reactivate place take do"
)
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
    " replaced placed"
)
SPENDING = bag("spend spends")
# Less of what hurts them, or more of what they are after.
FELT = bag(
    "fewer less shorter faster quicker safer cleaner quieter cooler warmer lighter healthier"
    " easier simpler smoother cheaper"
)


def theirs_by_words(judged: Judged, main: list[Clause], terms: list[Found]) -> bool:
    """Whether the customer gains, by who is named and what is done, without any known metric."""
    reading = judged.reading
    words = {reading.low_at(place) for f in terms for place in range(f.first, f.after)}
    if words & RECEIVED and not words & {"loyalty"}:
        return True
    if "what we deliver" in reading.low or "easier for" in reading.low:
        return True
    if main and _pays_less(reading, main[0]):
        return True
    felt = main and reading.low_at(main[0].first) in FELT
    if words & TOWARDS_US or (any(f.term.deal for f in terms) and not felt):
        return False
    if main and _makes_them(reading, main[0]):
        return True
    if any(_experience(reading, clause) for clause in main):
        return True
    head = main[0].verb.base.split()[0] if main and main[0].verb else ""
    if _is_operation(judged, main, head):
        return True
    if head in TAKING | SELLING:
        return False
    if judged.measurable and any(
        reading.low_at(place) in TOWARDS_SELLER
        for clause in main
        for place in range(clause.first, clause.after)
    ):
        return False
    return is_served(reading) or any(
        customer_owns(reading, clause.first, clause.after) for clause in main
    )


def _is_operation(judged: Judged, main: list[Clause], head: str) -> bool:
    """Whether a figure is of work that somebody does, and not of any trade between the two."""
    reading = judged.reading
    if head in SEIZING or any(
        reading.low_at(place) in TRADE and not _is_ours_by_means(reading, place)
        for clause in main
        for place in range(clause.first, clause.after)
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
    return counted or bool(main and reading.low_at(main[0].first) in FELT)


def _is_ours_by_means(reading: Reading, place: int) -> bool:
    """Whether what is ours is only the means: "with our sensors", "thanks to our crews"."""
    means = (reading.low_at(place - 2), reading.low_at(place - 1))
    return reading.low_at(place) == "our" and (
        means[1] in MEANS or means in (("result", "of"), ("thanks", "to"))
    )


def _pays_less(reading: Reading, clause: Clause) -> bool:
    """Whether what they pay is to fall: "reduce what Orbis pays per parcel"."""
    if clause.verb is None or clause.verb.base not in LESSENING:
        return False
    return any(reading.low_at(place) in PAYING for place in range(clause.first, clause.after))


def _makes_them(reading: Reading, clause: Clause) -> bool:
    """Whether the customer is to become something for itself: "make Orbis successful"."""
    if clause.verb is None or clause.verb.base not in ("make", "give", "provide", "offer"):
        return False
    words = [reading.low_at(place) for place in range(clause.verb_after, clause.after)]
    if not TRADE.isdisjoint(words):
        return False
    said = words[1:] if words[:1] == ["the"] else words
    them = clause.verb_after + len(words) - len(said)
    named = reading.low_at(them) in PEOPLE | BODIES | CUSTOMER
    if clause.verb.base == "make":
        return named or (them < clause.after and reading.tokens[them].capital)
    return reading.low_at(them) in PEOPLE


def _experience(reading: Reading, clause: Clause) -> bool:
    """Whether somebody on their side does or feels something other than for us."""
    verb_at = clause.verb_at if clause.verb else clause.after
    words = {reading.low_at(place) for place in range(clause.first, clause.after)}
    if words & TOWARDS_SELLER - (SPENDING if "time" in words else set()):
        return False
    return any(
        reading.low_at(place) in PEOPLE or is_theirs(reading, place)
        for place in range(clause.first, verb_at)
    ) or (
        clause.verb is not None
        and not clause.verb.work
        and any(reading.low_at(place) in PEOPLE for place in range(clause.verb_after, clause.after))
    )
