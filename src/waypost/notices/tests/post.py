"""The post in tests: a plan with something for everybody, and what is in the mailboxes."""

from datetime import UTC, datetime

from django.utils import timezone

from waypost.notices.post import post

PLAN = """
account: {name: Halvorsen Foods, currency: EUR, settings: {review_day: "9"}}
team:
  - {id: T1, name: Olga Hagen, role: account lead}
  - {id: T2, name: Tom Ferrari, role: service}
objectives:
  business:
    - id: B1
      text: Product lines.
      metric: product lines in use
      unit: product lines
      baseline: 2
      target: 5
      due: 2027-12-31
      owner: T1
      condition: Margin of 31 percent
      agreed: {team: [T1]}
      stages: [{id: G1, due: 2026-12-05, value: 3}, {id: G2, due: 2027-02-08, value: 5}]
      check_ins: [{on: 2026-10-01, value: 2}, {on: 2026-12-01, value: 2}]
strategies:
  - id: S1
    statement: One plant at a time.
    members: [{who: T2, told: 2026-12-06}, {who: T1, told: 2026-11-06, doubts: Too few people}]
short_term_plan:
  planned_on: 2026-11-12
  months: [2026-12]
  actions:
    - {id: A1, what: Call Mette Friis, month: 2026-12, due: 2026-12-04, owner: T2, hours: 2}
    - {id: A2, what: Walk line 4, month: 2026-12, due: 2026-12-09, owner: T2}
    - {id: A3, what: Count the pumps, month: 2026-12, due: 2026-12-04, owner: T2, status: done}
"""


def tick(at=None):
    """Run the post as at that moment, else now."""
    return post(datetime.fromisoformat(at).replace(tzinfo=UTC) if at else timezone.now())


def sent(mailoutbox):
    """Whom was written to about what."""
    return sorted((mail.to[0].partition("@")[0], mail.subject) for mail in mailoutbox)


def to(mailoutbox, person, subject=""):
    """The one mail to this person with this beginning of its subject."""
    (found,) = [m for m in mailoutbox if m.to == [person.email] and m.subject.startswith(subject)]
    return found
