"""The people of an account, and the decisions they take."""

from django.urls import path

from waypost.contacts.views import (
    coaches,
    duplicates,
    erasure,
    groups,
    people,
    persons,
    privacy,
    words,
)

app_name = "contacts"
urlpatterns = [
    path("people/", people.people, name="people"),
    path("people/+reading/", people.reading, name="reading"),
    path("people/+map.svg", people.org_map_svg, name="org-map"),
    path("people/+new/", persons.creation, name="person-create"),
    path("people/+duplicates/", duplicates.duplicates, name="duplicates"),
    path("people/<code:code>/same-as/<code:other>/", duplicates.merge, name="merge"),
    path(
        "people/<code:code>/same-as/<code:other>/dismissal/", duplicates.distinct, name="distinct"
    ),
    path("people/<code:code>/", persons.person, name="person"),
    path("people/<code:code>/edit/", persons.edit, name="person-edit"),
    path("people/<code:code>/removal/", persons.removal, name="person-removal"),
    path("people/<code:code>/privacy/", privacy.privacy, name="privacy"),
    path("people/<code:code>/privacy/+all.json", privacy.export, name="personal-data"),
    path("people/<code:code>/erasure/", erasure.erasure, name="erasure"),
    path("people/<code:code>/contacts/", persons.meeting, name="meeting"),
    path("people/<code:code>/said/", words.said, name="said"),
    path("people/<code:code>/said/<int:said>/evidence/", words.evidence, name="evidence"),
    path("people/<code:code>/said/<int:said>/removal/", words.said_removal, name="said-removal"),
    path("people/<code:code>/notes/", words.notes, name="notes"),
    path("people/<code:code>/notes/<int:note>/removal/", words.note_removal, name="note-removal"),
    path("people/<code:code>/coach/", coaches.coach, name="coach"),
    path("people/<code:code>/coach/removal/", coaches.coach_removal, name="coach-removal"),
    path("decisions/+new/", groups.creation, name="group-create"),
    path("decisions/<code:code>/", groups.group, name="group"),
    path("decisions/<code:code>/edit/", groups.edit, name="group-edit"),
    path("decisions/<code:code>/removal/", groups.removal, name="group-removal"),
    path("decisions/<code:code>/roles/", groups.roles, name="roles"),
    path("decisions/<code:code>/people/", groups.place, name="place"),
    path(
        "decisions/<code:code>/people/<code:person>/removal/",
        groups.place_removal,
        name="place-removal",
    ),
    path("people/<code:code>/known-by/<code:member>/", persons.acquaintance, name="acquaintance"),
]
