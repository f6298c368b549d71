import pytest

from waypost.accounts.models import AccessRole, TeamMember
from waypost.comments.queries import read_mentions, readers_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def team(account, joined):
    """Olga Hagen and Tom Ferrari lead and work on the account; these join them."""
    joined("Jonas Brandt", initials="JB")
    joined("Siobhán O'Neill", initials="SON")
    joined("Anne-Marie de Wit", initials="AW")
    joined("Petra Partner", AccessRole.PARTNER, initials="PP")
    joined("Vera Viewer", AccessRole.VIEWER, initials="VV")
    return account


def named(account, text):
    return [member.name for member in read_mentions(text, readers_of(account)).members]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("@Jonas", ["Jonas Brandt"]),
        ("@jonas, please", ["Jonas Brandt"]),
        ("Ask (@BRANDT).", ["Jonas Brandt"]),
        ("@jonas brandt knows", ["Jonas Brandt"]),
        ("@JB", ["Jonas Brandt"]),
        ("@jb's view", ["Jonas Brandt"]),
        ("@siobhán", ["Siobhán O'Neill"]),
        ("@o'neill", ["Siobhán O'Neill"]),
        ("@Anne-Marie de Wit and @JB", ["Anne-Marie de Wit", "Jonas Brandt"]),
        ("@JB and again @Jonas", ["Jonas Brandt"]),
        ("jonas", []),
        ("@ Jonas", []),
        ("mail jonas@jonas.example", []),
        ("@@Jonas", []),
        ("@Jon", []),
        ("@Nobody", []),
        ("@Petra and @Vera", []),
        ("", []),
    ],
)
def test_name_after_an_at_means_the_member(team, text, names):
    assert named(team, text) == names


def test_name_of_two_means_nobody_and_says_whom_it_could_mean(team, joined):
    joined("Jonas Weber", initials="JW")

    reading = read_mentions("@jonas, or @Jonas again", readers_of(team))

    assert reading.members == ()
    assert [(each.written, each.could_be) for each in reading.unclear] == [
        ("@jonas", ("Jonas Brandt", "Jonas Weber"))
    ]
    assert named(team, "@Jonas Weber") == ["Jonas Weber"]
    assert named(team, "@jonas brandt @JW") == ["Jonas Brandt", "Jonas Weber"]


def test_member_without_a_log_in_and_a_deactivated_one_are_not_meant(team, joined):
    joined("Dora Nyland", deactivated_at="2026-11-01T00:00:00Z")
    TeamMember.objects.filter(account=team, name="Olga Hagen").update(user=None)

    assert named(team, "@Dora and @Olga and @Tom") == ["Tom Ferrari"]


def test_long_text_full_of_names_is_read(team):
    assert named(team, "@Jonas Brandt " * 700) == ["Jonas Brandt"]
    assert named(team, "@" * 10_000) == []
