"""What is talked about in a planning session, what is parked, and what is decided."""

from typing import Any

from django import forms
from django.db import models
from django.utils.translation import gettext_lazy as _

from waypost.planning.forms.sessions import Minutes
from waypost.planning.models import AgendaTopic, SessionDecision
from waypost.planning.operations.sessions_agenda import DOWN, UP
from waypost.planning.queries.sessions_agenda import parts_to_choose
from waypost.plans.forms.actions import offer
from waypost.plans.forms.fields import Day
from waypost.plans.queries.wording import Reader
from waypost.ui.texts import Line, Prose
from waypost.ui.versions import VersionedForm

MOST = 600  # minutes


class TopicForm(VersionedForm):
    """A point of the agenda; a new one has no version yet."""

    title = Line(label=_("Topic"))
    minutes = Minutes(label=_("Minutes"), required=False, min_value=1, max_value=MOST)
    kind = forms.ChoiceField(
        label=_("About"), choices=AgendaTopic.Kind.choices, initial=AgendaTopic.Kind.OTHER
    )
    about = forms.ChoiceField(label=_("Which one"), required=False)

    def __init__(
        self,
        data: Any = None,
        *,
        reader: Reader,
        topic: AgendaTopic | None = None,
        **options: Any,
    ) -> None:
        if topic is not None:
            options["initial"] = {name: self.value_of(topic, name) for name in self.base_fields}
        super().__init__(data, **options)
        if topic is None:
            del self.fields["version"]
        offer(self.fields["about"], parts_to_choose(reader.plan))

    def value_of(self, current: models.Model, name: str) -> Any:
        if name == "about" and isinstance(current, AgendaTopic):
            part = current.about
            return part.code if part is not None and part.retired_at is None else ""
        return super().value_of(current, name)


class MoveForm(forms.Form):
    to = forms.ChoiceField(choices=[(UP, _("Up")), (DOWN, _("Down"))])


class ParkForm(forms.Form):
    words = Line(label=_("Park a point"), max_length=1000)


class DecisionForm(forms.Form):
    """What was decided, and which part of the plan it is."""

    words = Line(label=_("Decision"), max_length=1000)
    part = forms.ChoiceField(label=_("In the plan it is"), required=False)

    def __init__(self, data: Any = None, *, reader: Reader) -> None:
        super().__init__(data, auto_id="decision-%s")
        offer(self.fields["part"], parts_to_choose(reader.plan))


class LaterForm(VersionedForm):
    """What comes later, by whom and by when."""

    later = Prose(label=_("What comes later"), widget=forms.Textarea(attrs={"rows": 2}))
    later_owner = forms.ChoiceField(label=_("By whom"))
    later_by = Day(label=_("By when"))

    def __init__(self, data: Any = None, *, reader: Reader, decision: SessionDecision) -> None:
        initial = {name: self.value_of(decision, name) for name in self.base_fields}
        super().__init__(data, initial=initial)
        team = [(member.id, member.name) for member in reader.plan.team]
        offer(self.fields["later_owner"], [("", _("Nobody yet")), *team])

    def value_of(self, current: models.Model, name: str) -> Any:
        if name == "later_owner" and isinstance(current, SessionDecision):
            return current.later_owner.code if current.later_owner else ""
        return super().value_of(current, name)


class DecidedActionForm(forms.Form):
    """An action for an objective that was decided: definite, with an owner (SES-1)."""

    what = Prose(label=_("What"), widget=forms.Textarea(attrs={"rows": 2}))
    owner = forms.ChoiceField(label=_("Who"))
    due = Day(label=_("By when"), required=False)

    def __init__(self, data: Any = None, *, reader: Reader) -> None:
        super().__init__(data)
        team = [(member.id, member.name) for member in reader.plan.team]
        offer(self.fields["owner"], [("", _("Nobody yet")), *team])


class ClosingForm(forms.Form):
    """What came of it, in a line that the plan keeps."""

    outcome = Prose(
        label=_("What came of it"), required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
