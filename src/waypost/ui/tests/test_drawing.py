from decimal import Decimal

import pytest

from waypost.ui import drawing

HOSTILE = '"><script>alert(1)</script>'
HARMLESS = "&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"


def test_icon_says_nothing():
    assert drawing.icon("print") == '<svg class="i" aria-hidden="true"><use href="#i-print"/></svg>'


@pytest.mark.parametrize(
    ("word", "name"), [("", "Amber"), ("At risk", "At risk"), (HOSTILE, HARMLESS)]
)
def test_signal_has_an_accessible_name(word, name):
    assert drawing.signal("amber", word) == (
        f'<svg class="sig is-amber" role="img" aria-label="{name}"><use href="#s-amber"/></svg>'
    )


@pytest.mark.parametrize(
    ("word", "text"), [("", "Red"), ("Will be missed", "Will be missed"), (HOSTILE, HARMLESS)]
)
def test_light_is_shape_then_word(word, text):
    assert drawing.light("red", word) == (
        '<span class="light is-red"><svg aria-hidden="true"><use href="#s-red"/></svg>'
        f"{text}</span>"
    )


def test_lights_at_zero_stay_as_outlines():
    assert drawing.lights(3, 0, 1) == (
        '<span class="lights">'
        '<span class="is-green"><svg aria-hidden="true"><use href="#s-green"/></svg>'
        '<span class="vh">Green: </span>3</span>'
        '<span class="is-amber zero"><svg aria-hidden="true"><use href="#s-amber"/></svg>'
        '<span class="vh">Amber: </span>0</span>'
        '<span class="is-red"><svg aria-hidden="true"><use href="#s-red"/></svg>'
        '<span class="vh">Red: </span>1</span>'
        "</span>"
    )


def test_meter_without_label_is_hidden_from_screen_readers():
    assert drawing.meter(3, 6) == (
        '<svg class="meter" aria-hidden="true"><rect class="fill" width="50.0%" height="100%"/>'
        "</svg>"
    )


def test_meter_with_label_and_limit():
    assert drawing.meter(Decimal("6.5"), 31, HOSTILE, limit=Decimal("6.2"), wide=True) == (
        f'<svg class="meter meter-wide" aria-label="{HARMLESS}" role="img">'
        '<rect class="fill" width="21.0%" height="100%"/>'
        '<rect class="limit" x="20.0%" y="-3" width="2" height="14"/></svg>'
    )


@pytest.mark.parametrize(
    ("value", "maximum", "share"),
    [(1, 3, "33.3"), (40, 36, "100.0"), (-1, 36, "0.0"), (5, 0, "0"), (0.25, 1, "25.0")],
)
def test_share_stays_within_the_meter(value, maximum, share):
    assert str(drawing.share(value, maximum)) == share
