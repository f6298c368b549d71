"""Whose result a goal is when no metric of the lexicon tells it (CRI-4)."""

import pytest

from waypost.method.critic import critique


@pytest.mark.parametrize(
    ("text", "beneficiary"),
    [
        ("Cut ironing time at the laundry to 3 hours", "customer"),
        ("Cut our ironing time to 3 hours", "seller"),
        ("Cut selling time to 3 hours", "seller"),
        ("Cut time to 3 hours by plane at the mill", "customer"),
        ("Cracked plates at the inn at most 4 in 1,000", "customer"),
        ("Cracked plates at the inn under our warranty at most 4 in 1,000", "seller"),
        ("Cracked plates at the inn sorted out thanks to our work: 4", "customer"),
        ("Cracked plates at the inn sorted out as a result of our visits: 4", "customer"),
        ("Cracked plates at the inn sorted through our work: 4", "customer"),
        ("Orders take 2 minutes", "seller"),
        ("Fewer cracked plates", "customer"),
        ("Fewer cracked orders", "seller"),
        ("Cut cracked plates", "customer"),
        ("Cut complexity", "seller"),
        ("Parcels at the inn from Tamsin up to 400", "seller"),
        ("Parcels at the inn from 300 up to 400", "customer"),
        ("Grow from €1m to €2m with the bank's arm", "seller"),
        ("Number one by revenue", "seller"),
    ],
)
def test_figure_that_no_trade_touches_is_the_customers(text, beneficiary):
    assert critique(text).beneficiary == beneficiary


@pytest.mark.parametrize(
    ("text", "beneficiary"),
    [
        ("Make Tamsin proud", "customer"),
        ("Make the port proud", "customer"),
        ("Make plans bigger", "seller"),
        ("Make us proud", "seller"),
        ("Protect the port from thieves", "customer"),
        ("Give the fitters a hand", "customer"),
        ("Reduce what Tamsin pays per crate to €3", "customer"),
        ("Raise what Tamsin pays per crate to €3", "seller"),
        ("Two of five ovens on our service", "seller"),
        ("Eight of ten heads rate us 4", "seller"),
        ("Tamsin passes its audit", "customer"),
        ("Tamsin signs its lease", "seller"),
        ("Improve service for the hospital", "customer"),
        ("Better lathes for the team", "seller"),
        ("Leadership in packaging", "seller"),
        ("Get the brewer's glass volume up to 60m", "seller"),
        ("Lower the brewer's glass volume to 60m", "customer"),
        ("Cut our own returns by a third", "seller"),
        ("Cut our returns by a third", "customer"),
        ("Cut the hours that clerks spend on files to 7", "customer"),
        ("Cut what clerks spend on files to 7", "seller"),
        ("Churn among schools at 4%", "seller"),
        ("Days to close a finding at the lab: 30", "customer"),
        ("The brewer's waste falls from 9% to 6% of sales", "customer"),
    ],
)
def test_who_is_named_and_what_is_done_tell_whose_it_is(text, beneficiary):
    assert critique(text).beneficiary == beneficiary


@pytest.mark.parametrize(
    ("text", "beneficiary"),
    [
        ("Cut their stock by 4 t and our own by 2 t", "mutual"),
        ("Cut their stock by 4 t and in turn our own by 2 t", "mutual"),
        ("Cut our stock by 4 t and our own by 2 t", "seller"),
        ("Cut claims at Regent Mutual to 4", "customer"),
        ("Mutual gains", "mutual"),
        ("Cut by €9 for the line and by €4 for us", "mutual"),
        ("Share savings of $200 equally with the mill", "mutual"),
        ("Both grow", "mutual"),
    ],
)
def test_gains_of_both_are_told(text, beneficiary):
    assert critique(text).beneficiary == beneficiary


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Clerks fill in 30 forms a day", "outcome"),
        ("Our clerks fill in 30 forms a day", "activity"),
        ("Fill in 30 forms a day", "activity"),
        ("Forms filled in by the nurses", "outcome"),
        ("Forms filled in by our nurses", "activity"),
        ("Keep the buyer informed", "activity"),
        ("Replace 40 lamps", "activity"),
        ("Replace two competitors with ours", "outcome"),
        ("Deployments: 40% without a stop", "outcome"),
        ("Deployments of 40% of the lamps", "activity"),
        ("Faster onboarding", "outcome"),
        ("Repairs finished the same day", "outcome"),
        ("Help clinicians focus on patients", "outcome"),
        ("Increase the number of visits", "activity"),
        ("Prices within 3% of the market", "outcome"),
        ("Managed detection for 7 yards", "outcome"),
    ],
)
def test_what_others_do_and_what_is_measured_are_no_work_of_ours(text, kind):
    assert critique(text).kind == kind


@pytest.mark.parametrize(
    ("text", "timed"),
    [
        ("Stock is to go from 30% today to 40%", False),
        ("Call the buyer today", True),
        ("Go from monthly to weekly", False),
        ("Cut claims from 40 to 12 a month", False),
        ("Cut churn to 2% a month", False),
        ("No more than one late load a month", False),
        ("No more than one late load per month", True),
        ("Mend gaps in no more than 5 days after a report", False),
        ("Approve quotes in 1 day rather than 4", False),
        ("Parcels per day from 40 to 50", False),
        ("Two parcels per week from 40 sites", True),
        ("Call the mill for the rest of the year", True),
        ("Place the cover in the coming renewal season", True),
        ("Show savings at each half-year review", True),
    ],
)
def test_time_of_the_goal_is_told_from_levels_and_limits(text, timed):
    assert critique(text).time_bound is timed


@pytest.mark.parametrize(
    ("text", "measurable"),
    [
        ("Be invited to bid", True),
        ("Be invited warmly", True),
        ("The board approves the pump", True),
        ("Become number one by revenue", True),
        ("Become number one by rail", False),
        ("Injuries: zero", True),
        ("Build from zero", False),
        ("Provide the nurses with a manual", True),
        ("Provide the nurses with a modern service", False),
        ("Our brands grow 7%", True),
        ("Both grow", False),
        ("Pass the audit", True),
    ],
)
def test_what_happens_to_us_can_be_agreed_on(text, measurable):
    assert critique(text).measurable is measurable
