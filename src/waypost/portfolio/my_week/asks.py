"""What others wait for: commitments, agreements, answers to comments, challenges and rounds."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta
from functools import cache
from typing import Final

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from waypost.accounts.models import AccessRole, Account
from waypost.comments.queries import mentions_of
from waypost.document.among import among
from waypost.document.statements import USER, Row, Statement, days, write
from waypost.document.together import Together, together
from waypost.history.models import Change
from waypost.method import plan as p
from waypost.method.shape import Kind
from waypost.method.strategies import Answer, commitment
from waypost.method.team import Function, function_of
from waypost.notices.models import Notice
from waypost.planning.models import Review
from waypost.plans.models import Agreement, Commitment, Objective
from waypost.portfolio.my_week.acceptance import ANSWERERS, conditions, to_accept, to_meet
from waypost.portfolio.my_week.ask import Ask
from waypost.portfolio.my_week.meetings import NOW, TODAY, rounds_to_answer, times_to_answer
from waypost.portfolio.my_week.places import DOERS, EDITORS, places_by
from waypost.staff.models import User
from waypost.ui.formats import short_date
from waypost.ui.memory import remembered

MOST: Final = 20  # of each kind
LAST: Final = date(1, 1, 1)  # stands for the last day of the week to come
A_WEEK: Final = timedelta(days=7)
RUNNERS: Final = {AccessRole.LEAD, AccessRole.FIRST_LINE}  # who runs the reviews of an account


def asks_of(user: User, today: date) -> Sequence[Ask]:
    """Four queries."""
    moments = days({LAST: today + A_WEEK, NOW: timezone.now(), TODAY: today})
    reviews, plans, terms, times, rounds = (
        _of_accounts().rows({USER: user.pk} | moments) if user.is_active else ((), (), (), (), ())
    )
    asked = [*_mentions(user), *_strategies(user, today), *_objectives(user, today)]
    plans_asked = [*_acceptance(plans, today), *conditions(terms, today)]
    meetings = [*_rounds(rounds), *_times(times)]
    return [*plans_asked, *meetings, *_reviews(reviews, today), *asked]


@cache
def _of_accounts() -> Together:
    """Reviews to hold, plans on their way to acceptance, conditions, and what sessions wait for."""
    return together((_to_review(), to_accept(), to_meet(), times_to_answer(), rounds_to_answer()))


def _acceptance(rows: Iterable[Row], today: date) -> Iterator[Ask]:
    """Challenges of each plan to answer, and in one line the plans to confirm and to accept."""
    waiting = [row for row in rows if row["role"] not in ANSWERERS]
    if waiting:
        first, more = waiting[0], len(waiting) - 1
        others = ngettext("%(name)s and %(count)s other", "%(name)s and %(count)s others", more)
        name = first["account__name"]
        moved = [row["moved_at"] for row in waiting if row["moved_at"]]
        since = _day(min(moved, default=None), today)
        yield Ask(
            words=_("You are asked to confirm or accept"),
            text=ngettext("%(count)s plan", "%(count)s plans", more + 1) % {"count": more + 1},
            url=reverse("portfolio:for-review"),
            account=others % {"name": name, "count": more} if more else name,
            when=_("since %(day)s") % {"day": since} if since else "",
        )
    for row in rows:
        if row["role"] in ANSWERERS:
            yield _challenge(row, today)


def _challenge(row: Row, today: date) -> Ask:
    count, asker = row["unanswered"], row["asker"] or ""
    challenges = ngettext("%(count)s challenge", "%(count)s challenges", count)
    return Ask(
        who=asker,
        words=_("asks the team to answer") if asker else _("The team is asked to answer"),
        text=challenges % {"count": count},
        url=f"{reverse('planning:acceptance', args=[row['account_id']])}#challenges",
        account=row["account__name"],
        when=_("asked %(day)s") % {"day": _day(row["asked_at"], today)},
    )


def _day(at: datetime | None, today: date) -> str:
    return short_date(timezone.localdate(at), today) if at else ""


def _times(rows: Iterable[Row]) -> Iterator[Ask]:
    """Sessions for which a time is looked for."""
    for row in rows:
        place = (row["session__account_id"], row["session__ref__code"])
        purpose = row["session__purpose"] or _("Planning session")
        yield Ask(
            words=_("You are asked when you can come to"),
            text=_("“%(title)s”") % {"title": purpose},
            url=f"{reverse('planning:session', args=place)}#times-answers",
            account=row["session__account__name"],
        )


def _rounds(rows: Iterable[Row]) -> Iterator[Ask]:
    """Rounds without the answers or the dots of the person."""
    for row in rows:
        place = (row["session__account_id"], row["session__code"], row["pk"])
        yield Ask(
            words=_("Your dots are missing on")
            if row["votes"]
            else _("Your answers are missing to"),
            text=_("“%(title)s”") % {"title": row["question"].strip()},
            url=reverse("planning:round", args=place),
            account=row["session__account__name"],
        )


def _reviews(rows: Iterable[Row], today: date) -> Iterator[Ask]:
    """Reviews of the accounts that they lead or manage: overdue, or due within the week."""
    for row in rows:
        on = row["summary__next_review"]
        words = _("overdue since %(day)s") if on < today else _("due on %(day)s")
        yield Ask(
            words=_("It is time for the monthly"),
            text=_("review"),
            url=reverse("planning:reviews", args=[row["pk"]]),
            account=row["name"],
            when=words % {"day": short_date(on, today)},
        )


@cache
def _to_review() -> Statement:
    """Accounts whose plan is reviewed at all: a new one is not asked for."""
    places = places_by(USER).filter(access_role__in=sorted(RUNNERS))
    found = reviewed_accounts().filter(
        among("pk", places.values("account")), summary__next_review__lte=LAST
    )
    found = found.order_by("summary__next_review", "name", "pk")
    return write(found[:MOST], "pk", "name", "summary__next_review")


def reviewed_accounts() -> QuerySet[Account]:
    """Those with a review behind them, or a short-term plan that one rolls on."""
    reviewed = Review.objects.filter(account=OuterRef("pk"))
    planned = Q(short_term_plan__planned_on__isnull=False)
    return Account.objects.live().filter(planned | Exists(reviewed))


def _mentions(user: User) -> Iterator[Ask]:
    for line in mentions_of(user, MOST):
        if line.unread:
            yield Ask(
                who=line.author,
                words=_("mentioned you on"),
                text=line.code,
                url=line.url,
                account=line.account,
                when=line.when,
                quote=line.text,
            )


def _strategies(user: User, today: date) -> Iterator[Ask]:
    """Strategies that they were told of, or that have another wording since, without an answer."""
    for row in _to_answer().rows({USER: user.pk}) if user.is_active else ():
        answer = _answer(row)
        if answer in (Answer.TOLD, Answer.ASK_AGAIN):
            yield _to_commit(row, answer, row["teller"] or "", today)


@cache
def _to_answer() -> Statement:
    """These commitments with who told them last."""
    places = places_by(USER).filter(access_role__in=sorted(EDITORS))
    telling = Change.objects.filter(table=Commitment._meta.label_lower, row=OuterRef("pk"))
    teller = telling.exclude(change_set__actor=USER).order_by("-pk")
    found = (
        unanswered()
        .filter(among("member", places.values("pk")))
        .annotate(teller=Subquery(teller.values("change_set__actor__name")[:1]))
        .order_by("-told", "-pk")
    )
    own = ("told", "wording_version", "committed", "doubts", "teller")
    member = ("ref__code", "name", "function", "external")
    strategy = ("ref__code", "statement", "wording_version", "account_id", "account__name")
    return write(
        found[:MOST],
        *own,
        *(f"member__{name}" for name in member),
        *(f"strategy__{name}" for name in strategy),
    )


def unanswered() -> QuerySet[Commitment]:
    """What members were told of strategies without saying anything to the wording that stands."""
    open_ = Q(committed=None, doubts="") | Q(wording_version__lt=F("strategy__wording_version"))
    return Commitment.objects.filter(open_, strategy__deleted_at=None)


def _answer(row: Row) -> Answer | None:
    """What the member says as `method.strategies` reads it; None where they are not asked."""
    code = row["member__ref__code"]
    said = p.Commitment(
        who=code,
        told=row["told"],
        version=row["wording_version"],
        committed=row["committed"],
        doubts=row["doubts"] or None,
    )
    member = p.TeamMember(
        id=code,
        name=row["member__name"],
        role=row["member__function"],
        external=row["member__external"],
    )
    found = commitment(
        p.Plan(supplier=p.Supplier(name=""), account=p.Account(name=""), team=(member,)),
        p.Strategy(
            id=row["strategy__ref__code"],
            statement=row["strategy__statement"],
            wording_version=row["strategy__wording_version"],
            members=(said,),
        ),
    )
    return found.answers[0].answer if found.answers else None


def _to_commit(row: Row, answer: Answer, teller: str, today: date) -> Ask:
    account, code = row["strategy__account_id"], row["strategy__ref__code"]
    address = reverse("plans:commitment", args=[account, code, row["member__ref__code"]])
    again = answer is Answer.ASK_AGAIN
    if again:
        words = _("There is a new wording of")
    else:
        words = _("asks you to commit to") if teller else _("You are asked to commit to")
    told = {"day": short_date(row["told"], today)}
    return Ask(
        who="" if again else teller,
        words=words,
        text=_in_a_sentence(row["strategy__statement"]),
        url=reverse("plans:strategy", args=[account, code]),
        account=row["strategy__account__name"],
        when=(_("you knew the one of %(day)s") if again else _("asked %(day)s")) % told
        if row["told"]
        else "",
        commit=address,
        talk=f"{address}?answer=no",
        wording=row["strategy__wording_version"] or 1,
    )


def _objectives(user: User, today: date) -> Iterator[Ask]:
    """Business objectives that the planning team agrees to one by one, without their own yes;
    the last ones that somebody asked about first."""
    for row in _to_agree().rows({USER: user.pk}) if user.is_active else ():
        if function_of(p.TeamMember(id="", name="", role=row["function"])) is Function.SENIOR:
            continue
        owner = row["owner__name"] if row["owner__user_id"] != user.pk else None
        objective = (row["account_id"], row["ref__code"], row["text"])
        asked = _day(row["asked_at"], today)
        yield _agreement(row["account__name"], *objective, owner or "", row["asker"] or "", asked)


@remembered
def _agreement(
    account: str, key: int, code: str, text: str, owner: str, asker: str, asked: str
) -> Ask:
    url = reverse("plans:objective", args=[key, code])
    owned = _("owned by %(name)s") % {"name": owner} if owner else ""
    return Ask(
        who=asker,
        words=_("asks you to agree to") if asker else _("You are asked to agree to"),
        text=_in_a_sentence(text),
        url=url,
        account=account,
        when=_("asked %(day)s") % {"day": asked} if asked else owned,
        agree=f"{url}#agreement",
    )


def _in_a_sentence(text: str) -> str:
    """It ends a sentence of ours, which has a full stop of its own."""
    return text.strip().removesuffix(".")


@cache
def _to_agree() -> Statement:
    """These objectives with the function that the person has in the team."""
    places = places_by(USER).filter(access_role__in=sorted(DOERS))
    own = places.filter(account=OuterRef("account"))
    yes = Agreement.objects.filter(objective=OuterRef("pk"))
    team = yes.filter(party__kind=Kind.MEMBER, party__retired_at=None)
    asked = Notice.objects.filter(person=USER, about=OuterRef("ref"), by__isnull=False)
    asked = asked.order_by("-pk")
    found = (
        Objective.objects.live()
        .filter(among("account", places.exclude(in_planning=False).values("account")))
        .filter(level=Objective.Level.BUSINESS)
        .filter(~Exists(yes.filter(among("party", places_by(USER).values("ref")))))
        .filter(Q(Exists(team)) | ~Q(agreed_team=True))
        .annotate(
            function=Subquery(own.values("function")[:1]),
            asked_at=Subquery(asked.values("due_at")[:1]),
            asker=Subquery(asked.values("by__name")[:1]),
        )
        .order_by(F("asked_at").desc(nulls_last=True), "account__name", "account", "pk")
    )
    names = ("account_id", "account__name", "ref__code", "text", "function", "asked_at", "asker")
    return write(found[:MOST], *names, "owner__name", "owner__user_id")
