"""The best sets of opportunities of the sample plan that is handed round, where it is at hand."""

from decimal import Decimal

import pytest
import yaml

from waypost.method.allocation import allocate
from waypost.planfile import read


def test_allocate_takes_the_best_sets_of_the_answers(request):
    folder = request.config.rootpath.parent / "shared" / "plans"
    if not folder.exists():
        pytest.skip("the optional input ../shared/plans is not there")
    plan = read((folder / "nordvik.yaml").read_bytes())
    answers = yaml.safe_load((folder / "nordvik.expected.yaml").read_text(encoding="utf-8"))
    for best in answers["roti_best_set"]:
        found = allocate(plan.opportunities, Decimal(best["hours"]))
        left = [one.opportunity.id for one in found.leaves_out]
        assert [one.id for one in found.take] == best["take"]
        assert (found.uses, found.expected) == (best["uses"], 1000 * best["expected_k"])
        assert left == best.get("leaves_out", left)
