"""What somebody without a log-in sees of a planning session: the times, and their own answers."""

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils import timezone

from waypost.accounts.models import TeamMember
from waypost.planning.models import Invitee, SessionSlot
from waypost.planning.queries.sessions_times import Slot
from waypost.ui.formats import weekday_date


@dataclass(frozen=True, kw_only=True, slots=True)
class Door:
    """``zone`` is the one that the times are told in; ``when`` says when it is, if that is set."""

    name: str
    account: str
    minutes: int | None
    place: str
    when: str
    zone: ZoneInfo
    slots: tuple[Slot, ...]


def door_of(invitee: Invitee) -> Door:
    session = invitee.session
    member = TeamMember.objects.live().filter(ref=invitee.person).select_related("user").first()
    own = member.user.time_zone if member and member.user else ""
    zone = ZoneInfo(own or settings.TIME_ZONE)
    mine = dict(invitee.answers.values_list("slot", "answer"))
    with timezone.override(zone):
        today = timezone.localdate()
        slots = tuple(
            Slot(
                pk=row.pk,
                when=weekday_date(timezone.localdate(row.starts_at), today),
                time=f"{timezone.localtime(row.starts_at):%H:%M}",
                mine=mine.get(row.pk, ""),
                chosen=row.starts_at == session.starts_at,
            )
            for row in SessionSlot.objects.filter(session=session).order_by("starts_at")
        )
        starts_at = session.starts_at
        when = (
            f"{weekday_date(timezone.localdate(starts_at), today)}, "
            f"{timezone.localtime(starts_at):%H:%M}"
            if starts_at
            else ""
        )
    return Door(
        name=member.name if member else "",
        account=session.account.name,
        minutes=session.minutes,
        place=session.place,
        when=when,
        zone=zone,
        slots=slots,
    )
