"""What the team asks for, and what is said to it (SES-8)."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from waypost.planning.forms.acceptance import Remark
from waypost.planning.models import ResourceRequest
from waypost.plans.forms.actions import offer
from waypost.plans.models import Objective
from waypost.ui.formats import excerpt
from waypost.ui.forms import CHOOSE, Options
from waypost.ui.versions import VersionedForm

GRANT, REFUSE = "grant", "refuse"
Kind = ResourceRequest.Kind


class ResourceForm(forms.Form):
    """A resource, with what it is good for; the objective where the plan has one."""

    what = Remark(label=_("What you need"), rows=2, help_text=_("How much of it, and when."))
    kind = forms.ChoiceField(
        label=_("Whose it is"),
        choices=Kind.choices,
        widget=Options(
            descriptions={
                Kind.INTERNAL: _("People, hours or money of our own company."),
                Kind.PARTNER: _("Something that a channel or partner does."),
            }
        ),
    )
    why = Remark(
        label=_("What it is good for"),
        help_text=_("What becomes possible with it, and what does not without."),
    )
    objective = forms.TypedChoiceField(
        label=_("Objective concerned"),
        empty_value=None,
        error_messages={"invalid_choice": CHOOSE},
        widget=forms.Select(attrs={"class": "field-l"}),
    )

    def __init__(self, data: Any, *, objectives: Sequence[Objective], **options: Any) -> None:
        super().__init__(data, **options)
        rows = {row.ref.code: row for row in objectives}
        field = self.fields["objective"]
        field.required = bool(rows)
        listed = [(code, f"{code}, {excerpt(row.text, 60)}") for code, row in rows.items()]
        offer(field, [("", _("None yet")), *listed])
        field.coerce = rows.get  # type: ignore[attr-defined]  # of a typed choice


class ResourceChangeForm(VersionedForm, ResourceForm):
    @staticmethod
    def filled(row: ResourceRequest) -> dict[str, Any]:
        """What stands there now."""
        return {
            "what": row.what,
            "kind": row.kind,
            "why": row.why,
            "objective": row.objective.ref.code if row.objective else "",
            "version": row.version,
        }


class ResourceAnswerForm(VersionedForm):
    """Granted, or refused with a reason."""

    decision = forms.ChoiceField(
        label=_("Your answer"),
        choices=[(GRANT, _("Grant it")), (REFUSE, _("Refuse it"))],
        widget=Options(
            descriptions={
                GRANT: _("The team can count on it."),
                REFUSE: _("Say why: the objective is looked at again with that."),
            }
        ),
    )
    answer = Remark(label=_("What you say to it"), required=False, rows=2)
