"""Plan -> rows. A plan is written as a whole: into a new account, or in place of what it held."""

from waypost.accounts.models import Account, Supplier
from waypost.document.write import customer, planning, plans
from waypost.document.write.kept import kept_of, put_back
from waypost.document.write.sink import Sink
from waypost.history.operations import Recording
from waypost.method.plan import Plan


def store(plan: Plan, recording: Recording, *, is_sample: bool = False) -> Account:
    """Write the plan as a new account and return it. Runs inside the caller's transaction."""
    account = Account(is_sample=is_sample)
    _describe(account, plan)
    account.save()
    recording.account, recording.as_of = account, plan.as_of
    recording.created(account)
    _write_parts(plan, Sink(account, recording))
    return account


def replace(plan: Plan, account: Account, recording: Recording) -> None:
    """Put the plan in place of what the account holds.

    Ids keep their meaning: raises IdReusedError where the plan gives an id of this account to a
    part of another kind. Those of parts that the plan does not have point at nothing. Members keep
    their log-ins and access where their id and name stay; so do people, decisions and opportunities
    what a plan file has no key for, and sessions all that was planned and said there.
    """
    sink = Sink(account, recording)
    sink.claim(plan)
    log_ins, kept = customer.log_ins(account), kept_of(account)
    sessions = planning.unsaid(account)
    for module in (planning, plans, customer):
        module.remove(account, recording)
    sink.retire_others(plan, [code for code, _people in sessions.values()])
    _describe(account, plan)
    account.version += 1
    account.save()
    recording.account, recording.as_of = account, plan.as_of
    _write_parts(plan, sink, log_ins)
    planning.put_people_back(sessions, sink)
    put_back(account, kept)


def _describe(account: Account, plan: Plan) -> None:
    described = {"name": plan.supplier.name, "sells": plan.supplier.sells or ""}
    supplier = Supplier.objects.filter(**described).order_by("pk").first()
    supplier = supplier or Supplier.objects.create(**described)
    settings = plan.account.settings
    account.supplier = supplier
    account.name = plan.account.name
    account.parent = plan.account.parent or ""
    account.currency = plan.account.currency or ""
    account.tier = plan.account.tier or ""
    account.window_months = settings.window_months
    account.review_day = settings.review_day or ""
    account.team_hours_next_12_months = settings.team_hours_next_12_months
    account.own_terms = "\n".join(settings.own_terms)


def _write_parts(plan: Plan, sink: Sink, log_ins: customer.LogIns | None = None) -> None:
    sink.claim(plan)
    customer.write_account(plan, sink)
    customer.write_team(plan, sink, log_ins or {})
    customer.write_profile(plan, sink)
    customer.write_people(plan, sink)
    customer.write_opportunities(plan, sink)
    plans.write_objectives(plan, sink)
    plans.write_strategies(plan, sink)
    plans.write_short_term_plan(plan, sink)
    plans.write_traffic_lights(plan, sink)
    sink.write_links()
    planning.write(plan, sink)
