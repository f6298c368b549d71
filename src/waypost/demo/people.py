"""The people of the sample's supplier, and the one password they share."""

import base64
from dataclasses import dataclass
from typing import Final

from django.utils.crypto import salted_hmac
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

DOMAIN: Final = "penhallow.example"
PASSWORD_BYTES = 10


@dataclass(frozen=True, slots=True)
class Person:
    """One of the supplier's people. The name is how the plans call them in their teams."""

    name: str
    does: str | Promise
    reports_to: str | None = None
    is_administrator: bool = False

    @property
    def email(self) -> str:
        return ".".join(self.name.lower().split()) + f"@{DOMAIN}"


DIRECTOR = Person("Viktor Aalto", _("director, two levels above the account leads"))
MANAGER = Person("Helen Marchbanks", _("first-line manager of all six"), DIRECTOR.name)
TEAM: Final = (
    Person("Nadia Ferreira", _("leads Quillmere Breweries"), MANAGER.name),
    Person("Callum Reid", _("leads Drexholm Castings"), MANAGER.name),
    Person("Ife Adebayo", _("leads Tarnwell Biologics, marketing for Quillmere"), MANAGER.name),
    Person("Yuki Tanabe", _("application engineer"), MANAGER.name),
    Person("Pavel Kroupa", _("field service"), MANAGER.name),
    Person("Greta Sandoval", _("product development"), MANAGER.name),
)
# Only where nobody else administers: a real installation needs no second one.
ADMINISTRATOR = Person("Robin Tessier", _("administrator, in no team"), is_administrator=True)
PEOPLE: Final = (*TEAM, MANAGER, DIRECTOR, ADMINISTRATOR)


def password() -> str:
    """The password of the sample's log-ins: of this installation alone, and stored nowhere.

    It is derived from the secret key, so that it can be said again after every start.
    """
    digest = salted_hmac("waypost.demo.people", "password", algorithm="sha256").digest()
    letters = base64.b32encode(digest[:PASSWORD_BYTES]).decode().lower()
    return "-".join(letters[start : start + 4] for start in range(0, len(letters), 4))
