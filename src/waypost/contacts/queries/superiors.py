"""Whom somebody can report to without a line that leads round in a circle."""

from waypost.contacts.models import Contact


def superiors_of_both(kept: Contact, gone: Contact) -> list[Contact]:
    """Of the superiors of two entries those whom the one person can report to. One query."""
    people = Contact.objects.live().filter(account=kept.account_id)
    above = dict(people.values_list("pk", "reports_to"))
    both = {kept.pk, gone.pk}
    found = [one.reports_to for one in (kept, gone)]
    return [
        one
        for one in dict.fromkeys(found)
        if one is not None and one.pk in above and not _leads_to(one.pk, both, above)
    ]


def _leads_to(start: int, ends: set[int], above: dict[int, int | None]) -> bool:
    step: int | None = start
    for _number in range(len(above) + 1):
        if step in ends:
            return True
        step = above.get(step) if step is not None else None
    return False
