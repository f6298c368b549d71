from decimal import Decimal

import pytest

from waypost.method.plan import Opportunity, Tier
from waypost.method.tiers import Because, Candidate, Potential, Ranking, potential


def opportunity(code, margin, chance, hours):
    def decimal(value):
        return None if value is None else Decimal(value)

    return Opportunity(
        id=code,
        name="Seals",
        margin=decimal(margin),
        chance=decimal(chance),
        hours=decimal(hours),
    )


def account(brings=None, takes=None, currency="NOK", there=None, asked=None):
    if brings is None:
        return Candidate(currency=currency, potential=None)
    found = Potential(brings=Decimal(brings), takes=Decimal(takes), asked=Decimal(asked or takes))
    hours = None if there is None else Decimal(there)
    return Candidate(currency=currency, potential=found, there=hours)


def suggested(one, *others):
    found = Ranking((one, *others)).suggest(one)
    return found.tier, [reason.because for reason in found.reasons]


def sentences(one, *others):
    return [str(reason.words) for reason in Ranking((one, *others)).suggest(one).reasons]


OPPORTUNITIES = (
    opportunity("O1", "1000", "0.5", "100"),
    opportunity("O2", "300", "1", "50"),
    opportunity("O3", None, "0.5", "70"),
    opportunity("O4", "900", "0.5", None),
)


@pytest.mark.parametrize(
    ("there", "decided", "result"),
    [
        (None, {}, ("800", "150", "150")),
        ("150", {}, ("800", "150", "150")),
        ("149", {}, ("500", "100", "150")),
        ("99", {}, ("300", "50", "150")),
        ("0", {}, ("0", "0", "150")),
        ("200000", {}, ("800", "150", "150")),
        ("149", {"keep": ["O2"]}, ("300", "50", "150")),
        ("150", {"drop": ["O1"]}, ("300", "50", "150")),
    ],
)
def test_potential_is_the_best_set_in_the_hours_there_are(there, decided, result):
    hours = None if there is None else Decimal(there)
    brings, takes, asked = map(Decimal, result)
    found = potential(OPPORTUNITIES, hours, **decided)
    assert found == Potential(brings=brings, takes=takes, asked=asked)


def test_potential_is_unknown_while_no_opportunity_is_rated():
    assert potential(OPPORTUNITIES[2:], Decimal(100)) is None
    assert potential((), None) is None


# The others bring 1,000 in 100 h and 600 in 60 h.
OTHERS = (account("1000", "100"), account("600", "60"))


@pytest.mark.parametrize(
    ("one", "tier"),
    [
        (account("1000", "100"), Tier.A),  # high, high
        (account("1000", "140"), Tier.A),  # high, medium: 7.14 of 8.67
        (account("1000", "700"), Tier.C),  # high, low: 1.43 of 3.02
        (account("700", "70"), Tier.B),  # medium, high
        (account("700", "100"), Tier.B),  # medium, medium
        (account("700", "400"), Tier.C),  # medium, low
        (account("100", "10"), Tier.B),  # low, high
        (account("100", "15"), Tier.C),  # low, medium
        (account("100", "50"), Tier.C),  # low, low
    ],
)
def test_class_is_potential_against_time(one, tier):
    assert suggested(one, *OTHERS) == (tier, [Because.POTENTIAL, Because.RETURN, Because.NO_HOURS])


def test_potential_is_high_from_the_average_and_low_below_half_of_it():
    """500 on average; what an hour brings is the same for all."""
    high, middle, low = account("800", "80"), account("250", "25"), account("450", "45")
    assert suggested(high, middle, low)[0] is Tier.A
    assert suggested(account("500", "50"), account("500", "50"))[0] is Tier.A
    assert "potential is medium" in sentences(middle, high, low)[0]
    assert "potential is low" in sentences(account("249", "25"), high, account("451", "45"))[0]


def test_reasons_say_the_place_among_the_others():
    assert sentences(account("700", "100", there="120"), *OTHERS) == [
        "Its potential is medium: number 2 of 3 accounts in NOK.",
        "What it brings an hour is medium: number 3 of 3.",
    ]
    assert sentences(account("600", "60", there="60", asked="61"), *OTHERS) == [
        "Its potential is medium: number 2 of 3 accounts in NOK.",
        "What it brings an hour is high: number 1 of 3.",
        "Its opportunities ask for 61 hours and there are 60: what does not fit them does not "
        "count.",
    ]


def test_nothing_is_suggested_without_an_account_to_compare_with():
    alone = [Because.ALONE, Because.NO_HOURS]
    assert suggested(account("1", "1", "EUR"), *OTHERS) == (None, alone)
    assert suggested(account("1", "1", "EUR"), account("0", "0", "EUR")) == (None, alone)
    beside = Ranking(OTHERS).suggest(account("1", "1", "EUR", there="1"))
    assert [reason.because for reason in beside.reasons] == [Because.ALONE]


def test_nothing_is_suggested_where_no_opportunity_is_rated():
    assert suggested(account(), *OTHERS) == (None, [Because.NOT_RATED])


@pytest.mark.parametrize(("brings", "takes"), [("0", "0"), ("-5", "10"), ("0", "10")])
def test_account_that_earns_nothing_is_c_and_counts_in_no_average(brings, takes):
    one = account(brings, takes, there="100")
    assert suggested(one, *OTHERS) == (Tier.C, [Because.EARNS_NOTHING])
    assert sentences(OTHERS[0], OTHERS[1], one)[0] == (
        "Its potential is high: number 1 of 2 accounts in NOK."
    )
