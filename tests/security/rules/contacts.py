"""The people of the customer, and the decisions they take."""

from tests.security.places import acquaintance, group, note, person, said, seat_in_group, two_people
from tests.security.rules.rule import EDIT, LEAD, SEE, Rule, of_account

NOTES = frozenset({"lead", "member"})
ABOUT = (
    "title location level reports_to known_by disposition wants needs interests personal_win "
    "company_win our_win last_contact last_contact_about next_contact next_contact_about "
    "left_company"
)
LINE = "Mette Dahl, buyer"

CONTACTS: dict[str, Rule] = {
    "contacts:people": of_account(get=SEE, post=EDIT, data={"line": LINE, "read": LINE}),
    "contacts:reading": of_account(get=EDIT),
    "contacts:org-map": of_account(get=SEE),
    "contacts:person-create": of_account(
        get=EDIT, post=EDIT, data={"name": "Mette Dahl"}, optional=ABOUT
    ),
    "contacts:duplicates": of_account(get=SEE),
    "contacts:merge": of_account(
        get=EDIT,
        post=EDIT,
        arguments=two_people,
        data={"version": 1, "gone_version": 1, **dict.fromkeys(["name", *ABOUT.split()], "kept")},
    ),
    # Nothing is found about these two.
    "contacts:distinct": of_account(post=EDIT, arguments=two_people, writes=False),
    "contacts:person": of_account(get=SEE, arguments=person),
    "contacts:person-edit": of_account(
        get=EDIT,
        post=EDIT,
        arguments=person,
        data={"version": 1, "name": "Mette Dahl"},
        optional=ABOUT,
    ),
    "contacts:privacy": of_account(
        get=NOTES,
        post=NOTES,
        arguments=person,
        data={"version": 1, "purpose": "The frame contract", "origin": "Met in May"},
    ),
    "contacts:personal-data": of_account(get=NOTES, arguments=person),
    "contacts:erasure": of_account(
        get=LEAD, post=LEAD, arguments=person, data={"version": 1, "understood": "on"}
    ),
    "contacts:person-removal": of_account(post=EDIT, arguments=person),
    "contacts:meeting": of_account(
        post=EDIT,
        arguments=person,
        data={"last_contact": "2026-11-02"},
        optional="last_contact_about next_contact next_contact_about",
    ),
    "contacts:acquaintance": of_account(
        post=EDIT, arguments=acquaintance, data={"how_well": "met"}
    ),
    "contacts:said": of_account(
        post=EDIT, arguments=person, data={"text": "Thursday it is"}, optional="on objective"
    ),
    "contacts:evidence": of_account(post=EDIT, arguments=said, data={"objective": "R1"}),
    "contacts:said-removal": of_account(post=EDIT, arguments=said),
    "contacts:notes": of_account(
        seen=NOTES, post=NOTES, arguments=person, data={"text": "Likes to sail"}
    ),
    "contacts:note-removal": of_account(seen=NOTES, post=NOTES, arguments=note),
    "contacts:coach": of_account(
        seen=NOTES,
        get=NOTES,
        post=NOTES,
        arguments=person,
        data={"version": 1, "next_step": "Ask him to the trial"},
        optional="reached stage confidential_information",
    ),
    "contacts:coach-removal": of_account(seen=NOTES, post=NOTES, arguments=person),
    "contacts:group-create": of_account(
        get=EDIT,
        post=EDIT,
        data={"decision": "The new line"},
        optional="opportunity account_gains we_gain",
    ),
    "contacts:group": of_account(get=SEE, arguments=group),
    "contacts:group-edit": of_account(
        get=EDIT,
        post=EDIT,
        arguments=group,
        data={"version": 1, "decision": "The new line"},
        optional="opportunity account_gains we_gain",
    ),
    "contacts:group-removal": of_account(post=EDIT, arguments=group),
    "contacts:roles": of_account(
        post=EDIT, arguments=group, data={"version": 1, "roles-P1": "user"}, optional=""
    ),
    "contacts:place": of_account(
        post=EDIT, arguments=group, data={"person": "P2"}, optional="roles"
    ),
    "contacts:place-removal": of_account(post=EDIT, arguments=seat_in_group),
}
