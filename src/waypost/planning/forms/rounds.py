"""What people enter in a round: the question, their answers, what goes into the plan."""

from collections.abc import Iterable, Sequence
from typing import Any, Final

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from waypost.method.plan import Plan
from waypost.planning.forms.sessions import Minutes
from waypost.planning.models import AgendaTopic, Contribution, Round
from waypost.planning.models.rounds import CHOOSING
from waypost.planning.operations.rounds_input import Answer, Saved
from waypost.planning.queries.rounds_words import CHOICES
from waypost.plans.forms.actions import offer
from waypost.ui.formats import excerpt
from waypost.ui.forms import Options
from waypost.ui.texts import Prose

LINES, SHOWN = 5, 3  # answers of one person, and how many lines there are at first
MOST_DOTS, USUAL_DOTS = 10, 5
LONGEST, USUAL = 240, 10  # minutes
HOW_MANY = _("Enter a whole number from 1 to 10.")
HORIZONS: Final = (1, 2, 3, 5, 10)
PERSON: Final = {Round.Kind.ROLE, Round.Kind.DISPOSITION}
# What a topic of the agenda asks for.
KINDS: Final = {
    AgendaTopic.Kind.VISION: Round.Kind.VISION,
    AgendaTopic.Kind.RELATIONSHIP: Round.Kind.SENTENCE,
    AgendaTopic.Kind.BUSINESS: Round.Kind.OBJECTIVE,
    AgendaTopic.Kind.STRATEGIES: Round.Kind.STRATEGY,
    AgendaTopic.Kind.LIGHTS: Round.Kind.LIGHT,
    AgendaTopic.Kind.PEOPLE: Round.Kind.DISPOSITION,
}
WHAT_COMES: Final = {
    Round.Kind.VISION: _("Becomes a vision of the plan"),
    Round.Kind.SENTENCE: _("What they should say of us in about two years"),
    Round.Kind.OBJECTIVE: _("Becomes a draft; figures and dates follow in the plan"),
    Round.Kind.STRATEGY: _("A way of working"),
    Round.Kind.LIGHT: _("Everybody gives one colour, and says why"),
    Round.Kind.ROLE: _("Everybody names one role in a decision"),
    Round.Kind.DISPOSITION: _("Everybody says how the person stands to us"),
}


class MinutesForm(forms.Form):
    """How long what is going on still takes."""

    minutes = Minutes(label=_("Minutes from now"), min_value=1, max_value=LONGEST)


class VoteForm(forms.Form):
    """How long the vote is open; empty: until everybody has handed in."""

    minutes = Minutes(label=_("Minutes"), required=False, min_value=1, max_value=LONGEST)


class RoundForm(forms.Form):
    """The question of a round, and what the answers become."""

    kind = forms.ChoiceField(
        label=_("What is asked for"),
        choices=Round.Kind.choices,
        widget=Options(descriptions={kind.value: words for kind, words in WHAT_COMES.items()}),
    )
    question = Prose(
        label=_("Question"),
        help_text=_("One question that everybody can answer alone."),
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    topic = forms.ModelChoiceField(
        AgendaTopic.objects.none(),
        label=_("Topic of the agenda"),
        required=False,
        empty_label=_("None"),
    )
    about = forms.ChoiceField(
        label=_("About"),
        required=False,
        help_text=_("What a light stands on, or whose role and disposition are asked for."),
    )
    within = forms.ChoiceField(
        label=_("In the decision"), required=False, help_text=_("For the role of a person.")
    )
    dots = forms.IntegerField(
        label=_("Dots for each"),
        required=False,
        min_value=1,
        max_value=MOST_DOTS,
        initial=USUAL_DOTS,
        error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), HOW_MANY),
        help_text=_("What everybody votes with. Colours, roles and dispositions are not voted on."),
        widget=forms.TextInput(attrs={"class": "field-xs", "inputmode": "numeric"}),
    )
    minutes = Minutes(
        label=_("Minutes to answer"),
        required=False,
        min_value=1,
        max_value=LONGEST,
        initial=USUAL,
        help_text=_("Leave it empty to let people answer until all are done."),
    )

    def __init__(self, data: Any = None, *, plan: Plan, topics: Any, topic: str = "") -> None:
        chosen = next((one for one in topics if str(one.pk) == topic), None)
        initial = {"topic": chosen, "kind": KINDS.get(chosen.kind) if chosen else None}
        super().__init__(data, initial=initial)
        self.fields["topic"].queryset = topics  # type: ignore[attr-defined]  # a choice of rows
        goals = plan.objectives
        parts = [(one.id, f"{one.id} {excerpt(one.text, 60)}") for one in goals.business]
        parts += [(one.id, f"{one.id} {one.name}") for one in plan.opportunities]
        people = [(one.id, one.name) for one in plan.people]
        groups = [(_("The plan"), parts), (plan.account.name, people)]
        offer(
            self.fields["about"],
            [("", _("The account as a whole")), *(one for one in groups if one[1])],
        )
        listed = [(group.id, excerpt(group.decision, 60)) for group in plan.decision_groups]
        offer(self.fields["within"], [("", _("None")), *listed])
        self._people = {one.id for one in plan.people}

    def clean(self) -> dict[str, Any]:
        data = {**self.cleaned_data}
        kind, about = data.get("kind"), data.get("about", "")
        if kind in PERSON and about not in self._people:
            self.add_error("about", gettext("Choose the person whom the question is about."))
        if kind == Round.Kind.LIGHT and about in self._people:
            self.add_error("about", gettext("Choose a part of the plan, or the account."))
        if kind == Round.Kind.ROLE and not data.get("within"):
            self.add_error("within", gettext("Choose the decision in which they have a role."))
        if kind not in CHOOSING and not data.get("dots"):
            data["dots"] = USUAL_DOTS
        if kind not in {*PERSON, Round.Kind.LIGHT}:
            data["about"] = ""
        if kind != Round.Kind.ROLE:
            data["within"] = ""
        data["dots"] = data.get("dots") or 0
        return data


class QuestionForm(forms.Form):
    """Other words for the question; ``was`` is the stamp of those that were read."""

    question = Prose(label=_("Question"), widget=forms.Textarea(attrs={"rows": 2}))
    again = forms.BooleanField(
        label=_("It asks something else: everybody hands in again"),
        required=False,
        help_text=_("Untick it for a slip of the pen. Nobody loses what they have written."),
    )
    was = forms.CharField(required=False, max_length=16, widget=forms.HiddenInput)


class SheetForm(forms.Form):
    """A person's own answers. ``page`` is the drawn page they come from."""

    page = forms.CharField(required=False, max_length=32, widget=forms.HiddenInput)
    elsewhere: tuple[str, ...] = ()

    def __init__(
        self, data: Any = None, *, row: Round, own: Sequence[Contribution] = (), page: str = ""
    ) -> None:
        super().__init__(data, initial={"page": page}, auto_id="answer-%s")
        written = {one.number: one for one in own}
        choices = CHOICES.get(row.kind, {})
        self.numbers = range(1, 2 if row.asks_for_choice else LINES + 1)
        for number in self.numbers:
            one = written.get(number)
            if choices:
                self.fields[f"choice_{number}"] = forms.ChoiceField(
                    required=False, choices=list(choices.items()), initial=one.choice if one else ""
                )
            self.fields[f"text_{number}"] = Prose(
                required=False, initial=one.text if one else "", label=_text_label(row, number)
            )
            self.fields[f"seen_{number}"] = forms.CharField(
                required=False,
                max_length=16,
                initial=one.stamp if one else "",
                widget=forms.HiddenInput,
            )

    def clean(self) -> dict[str, Any]:
        """The lines that were sent; one that was not is left as it stands."""
        data = self.cleaned_data
        answers = {
            number: Answer(
                text=data.get(f"text_{number}", ""),
                choice=data.get(f"choice_{number}", ""),
                seen=data.get(f"seen_{number}", ""),
            )
            for number in self.numbers
            if f"text_{number}" in self.data
        }
        return {"answers": answers, "page": data.get("page", "")}

    def show_elsewhere(self, saved: Saved) -> None:
        """Keep what was typed, say what was written elsewhere, and let the next save replace it."""
        self.elsewhere = tuple(str(saved.rows[number]) for number in saved.elsewhere)
        seen = {f"seen_{number}": saved.rows[number].stamp for number in saved.elsewhere}
        self.data = {**{name: self.data[name] for name in self.data}, **seen}

    @property
    def lines(self) -> list[tuple[int, Any, Any, Any]]:
        """Each answer with its fields: number, choice or None, text, stamp. There is always an
        empty one to go on with."""
        filled = [number for number in self.numbers if self[f"text_{number}"].value()]
        shown = max(SHOWN, max(filled, default=0) + 1)
        return [
            (
                number,
                self[f"choice_{number}"] if f"choice_{number}" in self.fields else None,
                self[f"text_{number}"],
                self[f"seen_{number}"],
            )
            for number in self.numbers
            if number <= shown
        ]

    @property
    def typed(self) -> list[str]:
        """The texts that were sent, to be given back where they came too late."""
        sent = (str(self.data.get(f"text_{number}", "")) for number in self.numbers)
        return [text for text in sent if text.strip()]


def _text_label(row: Round, number: int) -> str:
    if row.asks_for_choice:
        return gettext("Why")
    return gettext("Answer %(number)s") % {"number": number}


class DoneForm(forms.Form):
    """Done with this step, or not after all."""

    step = forms.CharField(max_length=8)
    done = forms.BooleanField(required=False)


class DotForm(forms.Form):
    """A dot more, or one less."""

    change = forms.ChoiceField(choices=[("add", ""), ("take", "")])

    def clean(self) -> dict[str, Any]:
        return {"take_back": self.cleaned_data.get("change") == "take"}


class MergeForm(forms.Form):
    """Which other answer means the same."""

    into = forms.TypedChoiceField(
        label=_("Means the same as"),
        coerce=int,
        error_messages={"invalid_choice": _("Choose one of the list.")},
    )

    def __init__(self, data: Any = None, *, others: Iterable[tuple[int, str]], **more: Any) -> None:
        super().__init__(data, **more)
        offer(self.fields["into"], [(place, f"{place}. {words}") for place, words in others])


class DecisionForm(forms.Form):
    """What of the answers goes into the plan."""

    places = forms.TypedMultipleChoiceField(
        coerce=int,
        required=False,
        error_messages={"invalid_choice": _("Choose what goes into the plan.")},
    )
    horizon_years = forms.TypedChoiceField(
        label=_("In how many years"),
        coerce=int,
        choices=[(one, one) for one in HORIZONS],
        initial=5,
    )

    def __init__(self, data: Any = None, *, row: Round, places: Iterable[int]) -> None:
        super().__init__(data, auto_id="decision-%s")
        offer(self.fields["places"], [(place, "") for place in places])
        if row.kind != Round.Kind.VISION:
            del self.fields["horizon_years"]

    def clean_places(self) -> list[int]:
        places: list[int] = self.cleaned_data["places"]
        if not places:
            raise ValidationError(gettext("Choose what goes into the plan."))
        return places
