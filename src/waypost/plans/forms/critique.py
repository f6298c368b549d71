"""What is typed so far about a goal, a strategy or an action, however unfinished."""

from typing import Any

from django import forms

from waypost.method.critic import LIMIT
from waypost.plans.forms.fields import Day, Figure

# The field that is judged, of each form that has one.
TEXTS = {
    "visionary": "text",
    "relationship": "text",
    "business": "text",
    "strategy": "statement",
    "action": "what",
}


class DraftForm(forms.Form):
    """Whatever cannot be read yet is simply not known; nothing is refused."""

    metric = forms.CharField(required=False)
    unit = forms.CharField(required=False)
    baseline = Figure(required=False)
    target = Figure(required=False)
    due = Day(required=False)
    owner = forms.CharField(required=False)

    def known(self) -> dict[str, Any]:
        """The fields that say something, as the method takes them."""
        self.is_valid()
        return {name: None if value == "" else value for name, value in self.cleaned_data.items()}


def text_of(subject: str, sent: Any) -> str:
    """The text to judge, with the line ends of a browser's text."""
    text = str(sent.get(TEXTS[subject], ""))
    return text.replace("\r\n", "\n")[:LIMIT]
