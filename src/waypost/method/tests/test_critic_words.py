"""What the critic reads in the words of a goal: time, figures, whose result, work (CRI, OBJ-3)."""

import pytest

from waypost.method.critic import critique


@pytest.mark.parametrize(
    ("text", "timed"),
    [
        ("Cut stops by half", False),
        ("Cut stops by a half", False),
        ("Cut small orders to 3 by FY-end", True),
        ("Cut stops by a third in Q2'27", True),
        ("Reach 2024 levels again", False),
        ("Beat Q3 2025, as against Q3 2024", True),
        ("Reply within 5 days of signing", False),
        ("Within 90 days of signing cut stops to 5", True),
        ("Bring claims to 4 over 18 months", True),
        ("Keep receivables over 30 days at zero", False),
        ("Answer quotes within 3 days", False),
        ("Install the pump within 20 days", True),
        ("90% of sites live in 4 weeks", False),
        ("Sales up 4% year over year", True),
        ("Hit quarterly targets of 98%", True),
        ("Visit the mill quarterly", True),
        ("Save £40k annually", False),
        ("Reach an annual NPS of 60", False),
        ("Earn $5k/mo", False),
        ("Win two orders each quarter", True),
        ("70% of users log in twice a month", False),
        ("80% of renewals closed 60 days before expiry", False),
        ("Win the order no later than 3 May", True),
        ("Sign the lease before the year is out", True),
        ("Miss no collection during the Christmas weeks", True),
        ("70% of drivers use the app weekly", False),
    ],
)
def test_time_of_the_goal_is_told_from_time_of_the_metric(text, timed):
    assert critique(text).time_bound is timed


@pytest.mark.parametrize(
    ("text", "measurable"),
    [
        ("Grow revenue by [amount]", False),
        ("Grow revenue by ___", False),
        ("Grow revenue by ?%", False),
        ("Grow revenue by N%", False),
        ("Grow revenue 3x", True),
        ("Grow revenue to 10 000 EUR", True),
        ("Move half of the orders to the portal", True),
        ("Build a two-way dialogue", False),
        ("Improve one to one talks", False),
        ("Be number 1", False),
        ("Raise satisfaction by 20%", False),
        ("Raise satisfaction by 20% in the yearly survey", True),
        ("Raise growth by 20%", True),
        ("Help 3 buyers", False),
        ("Grow sales and to", False),
        ("Provide several new pump fitter guides", False),
        ("Reach 3xx", True),
        ("Excellent service for all sites", False),
        ("Provide a guide", True),
        ("Share our insights", False),
        ("Have the seal approved by quality", True),
        ("Get on better with quality", False),
        ("Seal specified in the final drawing", True),
        ("Improve flow and hold a workshop", True),
        ("Improve flow by holding a workshop", False),
        ("Our dealers must sign the contract", True),
        ("Win back the two lost depots", True),
        ("Win back trust", False),
        ("Win back lost customers", False),
        ("Regain the Leipzig volume", True),
        ("Be rated A on the scorecard", True),
        ("Be rated as gold by their buyers", True),
        ("Be rated a joy by their buyers", False),
        ("Be rated well", False),
        ("Weekly calls with the buyer", True),
        ("Update the account plan", True),
        ("Update account plans", False),
        ("Update account plans every quarter", True),
        ("Secure a handful of pilot projects", True),
        ("Secure better pilot projects", False),
        ("100% of opportunities have a next step", True),
        ("Lower the customer's cost by a third", True),
        ("Lower churn among two-site garages", False),
        ("Achieve sole-source status for seals", True),
        ("Implement best-in-class logistics", False),
        ("Hold a safety day in the yard", True),
    ],
)
def test_figures_and_events_that_two_people_could_agree_on(text, measurable):
    assert critique(text).measurable is measurable


@pytest.mark.parametrize(
    ("text", "beneficiary"),
    [
        ("Cut our cost per call by 8%", "seller"),
        ("Cut the customer's staff turnover to 4%", "customer"),
        ("Cut overtime at Tamsin by 8%", "customer"),
        ("Lower inventory for their stores by 8%", "customer"),
        ("Sell 400 t of packaging", "seller"),
        ("Cut our energy use by 8%", "seller"),
        ("Help Tamsin grow sales by 8%", "customer"),
        ("Help the CFO grow sales by 8%", "seller"),
        ("Save HQ 8% of sales", "seller"),
        ("Cut scrap by 8% and raise our share to 9%", "mutual"),
        ("Both companies save 8%", "mutual"),
        ("Exceed expectations", "customer"),
        ("Calm; solve our puzzle", "seller"),
        ("Warm gowns for patients", "customer"),
        ("Cut overtime at 8%", "seller"),
        ("Grow Tamsin's meal sales by 10% and in turn our film sales to €2m", "mutual"),
        ("Solve Tamsin's puzzles", "customer"),
        ("Pumps for the customer", "customer"),
        ("Residents should feel safer", "customer"),
        ("Surgeons get loan kits in 99 cases out of 100", "customer"),
        ("Crews use the app in 7 of 10 yards", "seller"),
        ("Cut the time planners spend on lists by 4 hours", "customer"),
        ("Improve patient outcomes", "customer"),
        ("Reduce loss at the bakery", "customer"),
        ("Reduce the bakery's loss", "customer"),
        ("Increase the insurer's quick claims to 60%", "customer"),
        ("Increase our quick claims to 60%", "seller"),
        ("Increase Castell's quick claims to 60%", "customer"),
        ("Enable the hospital group to discharge sooner", "customer"),
        ("Raise awareness of the client's drink to 40%", "customer"),
        ("Raise awareness of our drink to 40%", "seller"),
        ("Raise footfall in the mall's north wing by 8%", "customer"),
        ("Hit the account budget in FY27", "seller"),
        ("Customer reaches 400 t of sales; we supply 70% of the resin", "mutual"),
        ("Cut the dairy's scrap by 6% and win its film business", "mutual"),
        ("Cut scrap by 6% and extend the shift", "customer"),
        ("Their line runs at 85% OEE and our sales hit 200k", "mutual"),
        ("Free up €2m of the customer's cash by moving 400 orders", "customer"),
        ("Call every buyer within two business days", "seller"),
        ("Zero accidents among our crews", "seller"),
        ("A fair deal for both the growers and us", "mutual"),
        ("Lower the cost per wash for the laundry from 48 to 41 cents", "customer"),
        ("Lower the cost per wash for the team from 48 to 41 cents", "seller"),
        ("Tickets older than ten days: 0", "customer"),
        ("Lift the availability of our range at the mall to 97%", "customer"),
        ("Halve the time it takes the depot to unload", "customer"),
    ],
)
def test_whose_result_is_told_by_the_metric_and_the_name_beside_it(text, beneficiary):
    assert critique(text).beneficiary == beneficiary


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("90% of accounts have a review", "activity"),
        ("Increase visits to the mill", "activity"),
        ("Increase calls answered to 90%", "outcome"),
        ("Launch", "activity"),
        ("90% of key accounts have a training session", "activity"),
        ("Book an order", "outcome"),
        ("Train the fitters so that set-up time falls from 50 to 30", "outcome"),
        ("Train all fitters to cut scrap by 5%", "outcome"),
        ("Train the fitters and improve retention", "outcome"),
        ("Help the customer grow", "outcome"),
        ("Assist the customer with grease", "activity"),
        ("Have two of our chefs cook at the open day", "activity"),
        ("Have two of our seals approved", "outcome"),
        ("We supply two yards today. We want to supply five", "outcome"),
        ("7 out of 10 crews use the app", "outcome"),
        ("Meet the SLA at the depot", "outcome"),
        ("Parts delivered on time", "outcome"),
        ("Parts delivered", "activity"),
        ("Deliver faster projects", "outcome"),
        ("Create a seamless journey", "outcome"),
        ("Make onboarding faster", "outcome"),
        ("Develop an approach for the depots", "activity"),
        ("Fewer wrong-size parts for the sites", "outcome"),
        ("Pass the audit", "outcome"),
        ("Call every yard whose usage fell by 20%", "activity"),
        ("To cut churn, call each yard", "activity"),
        ("In order to cut churn, call each yard", "activity"),
        ("In Norway, call each yard", "activity"),
        ("To cut churn and scrap", "outcome"),
        ("Stock-outs in the shops down by half", "outcome"),
        ("Complaints per 1,000 units: 38 to 15", "outcome"),
        ("Migrate 48 yards with no more than 2 hrs outage per yard", "outcome"),
        ("Migrate 48 yards with no more than 2 hrs overlap", "activity"),
        ("", "outcome"),
    ],
)
def test_work_is_told_from_what_it_changes(text, kind):
    assert critique(text).kind == kind


@pytest.mark.parametrize(
    ("text", "vague"),
    [
        ("Win three strategic contracts", []),
        ("Win strategic contracts", ["strategic"]),
        ("Grow revenue by [$ amount]", ["[$ amount]"]),
        ("Grow revenue by [", ["["]),
        ("Secure a handful of pilot projects", ["a handful of"]),
        ("Ensure the customer's problems are few", []),
    ],
)
def test_vague_words_by_their_span(text, vague):
    assert [span.text for span in critique(text).vague] == vague


def test_case_and_marks_that_change_length_move_nothing():
    found = critique("İmprove\u00ad our pre\u00adsence \u2019s \u00ad")
    assert [span.text for span in found.vague] == ["pre\u00adsence"]


@pytest.mark.parametrize(
    ("text", "specific"),
    [
        ("Gain revenue", False),
        ("Gain revenue in Germany", True),
        ("Increase revenue at Castell", False),
        ("Increase revenue from Castell", False),
        ("Increase revenue from existing customers", False),
        ("Increase revenue with the customer's Derby site", True),
        ("Increase revenue from Castell Foods", False),
        ("Increase revenue for growth through depots", False),
        ("Increase revenue in 2027", False),
        ("Increase revenue from the client's", False),
        ("Drive adoption of the analytics module", True),
        ("Faster response to their complaints", True),
        ("Rebuild the relationship", False),
        ("Increase opportunities in the pipeline", False),
        ("Cleaner washrooms at the Derby terminal", True),
        ("Cleaner washrooms", False),
        ("Make onboarding of the new kennels faster", True),
        ("Expand into the rolling-stock division", True),
        ("Expand into new departments", False),
        ("Expand the team", False),
        ("Help the client write its packaging specification", True),
        ("Support the customer with training", False),
        ("Support reformulation of oat biscuits at the lab", True),
    ],
)
def test_product_site_or_segment_narrows_a_standard_metric(text, specific):
    assert critique(text).specific is specific
