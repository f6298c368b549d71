"""waypost check: a plan file judged without a database."""

import io
import json
import re
import subprocess
import sys
from datetime import date

import pytest

from waypost.cli.check import as_text
from waypost.cli.main import main
from waypost.planfile import read

PLAN = """\
format: waypost-plan/1
as_of: 2026-11-24
supplier: {name: Fernhill Controls}
account: {name: Brightwater Mills}
team:
  - {id: T1, name: Olga Hagen, role: account lead}
  - {id: M1, name: Ruth Ash, role: first-line manager}
profile:
  company_goals: [{text: "Half the water by 2030", source: annual report, as_of: 2026-03-01}]
  markets_and_positioning: [{text: "Second in sack paper", source: press, as_of: 2026-03-01}]
  industry_trends: [{text: "Paper replaces plastic", source: press, as_of: 2026-03-01}]
  competitors: [{text: "A new mill", source: press, as_of: 2026-03-01}]
  structure: [{text: "Mills buy for themselves", source: a visit, as_of: 2026-03-01}]
  financial_performance: [{text: "11 % margin", source: annual report, as_of: 2026-03-01}]
  value_chain: [{text: "Clean board for bakers", source: a visit, as_of: 2026-03-01}]
  swot: {strengths: ["Own forest"]}
  gaps: ["Who signs above 1 m?"]
objectives:
  visionary: [{id: V1, horizon_years: 3, text: "No stop without a reason both of us know."}]
  relationship: [{id: R1, text: "They come before we call."}]
  business:
    - {id: B1, text: "Five machines by 2028", agreed: {team: false}, serves: [V1], stages: []}
strategies:
  - id: S1
    statement: Whoever runs the machine corrects our figures first.
    serves: [B1]
    communicate: At the kick-off
    members: [{who: T1, told: 2026-11-05, committed: true}]
traffic_lights:
  - {id: L-1, colour: red, on: B1, text: "No budget before June", since: 2026-10-01}
people:
  - {id: P1, name: Ann Vik, level: 1, known_by: [T1]}
short_term_plan:
  actions: [{id: A1, what: Count the stops, achieves: B1, owner: T1, due: 2026-12-03}]
sessions:
  - id: SE1
    date: 2026-11-12
    participants: [T1, M1]
    customer_opening: {person: P1}
    documented: true
"""


@pytest.fixture
def plan_file(tmp_path):
    file = tmp_path / "plan.yaml"
    file.write_text(PLAN, encoding="utf-8")
    return str(file)


@pytest.fixture(autouse=True)
def width(monkeypatch):
    monkeypatch.setenv("COLUMNS", "60")


def checked(capsys, *arguments, outcome=0):
    assert main(["check", *arguments]) == outcome
    printed = capsys.readouterr()
    assert printed.err == ""
    return printed.out


def found(capsys, *arguments, outcome=0):
    return json.loads(checked(capsys, *arguments, "--format", "json", outcome=outcome))


def rules(data):
    return [f"{line['rule']} {line['at']} {line['severity']}" for line in data["findings"]]


def test_json_has_each_finding_worst_first(capsys, plan_file):
    data = found(capsys, plan_file)

    assert (data["account"], data["as_of"]) == ("Brightwater Mills", "2026-11-24")
    mine = [line for line in rules(data) if not line.startswith("CRI")]
    assert mine == [
        "TL-4 L-1 serious",
        "OBJ-3 B1 warning",
        "OBJ-6 business warning",
        "PRO-2 gaps[0] advice",
    ]
    assert [line for line in data["findings"] if line["rule"] == "PRO-2"] == [
        {
            "rule": "PRO-2",
            "at": "gaps[0]",
            "severity": "advice",
            "message": "No action fills this gap: “Who signs above 1 m?”",
            "why": "A gap is closed by somebody who goes and asks.",
            "fix": {
                "kind": "plan an action",
                "text": "Make it an action.",
                "action": {
                    "what": "Find out: Who signs above 1 m?",
                    "owner": "T1",
                    "from_gap": "gaps[0]",
                },
            },
        }
    ]


def test_text_is_wrapped_and_gives_each_reason_once(capsys, plan_file):
    text = checked(capsys, plan_file)

    assert max(map(len, text.splitlines())) <= 60
    assert text.startswith("Brightwater Mills, as of 24 Nov 2026\n1 serious, ")
    assert (
        "Serious\n"
        "\n"
        "  L-1  TL-4\n"
        "  L-1, red on B1, has no response: “No budget before June”\n"
        "  → Write what you do about it, or that you wait and why.\n"
        "  A red light stops you from achieving an objective until\n"
        "  somebody answers it.\n"
        "\n"
        "Warnings\n"
    ) in text
    assert "\x1b" not in text


def test_text_says_that_nothing_was_found():
    plan = read(PLAN.encode())

    assert as_text(plan, date(2026, 11, 24), ()) == (
        "Brightwater Mills, as of 24 Nov 2026\nNothing found."
    )


@pytest.mark.parametrize(
    ("settings", "coloured"),
    [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False), ({"NO_COLOR": ""}, True)],
)
def test_text_has_colours_in_a_terminal_that_wants_them(
    capsys, plan_file, monkeypatch, settings, coloured
):
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    text = checked(capsys, plan_file)

    assert ("\x1b[1;31mSerious\x1b[0m" in text) is coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", text).startswith("Brightwater Mills, as of")


def test_day_of_the_command_beats_that_of_the_file(capsys, plan_file):
    data = found(capsys, plan_file, "--as-of", "2026-12-04")

    assert data["as_of"] == "2026-12-04"
    assert "STP-7 A1 warning" in rules(data)


def test_day_is_today_where_neither_names_one(capsys, tmp_path, time_machine):
    file = tmp_path / "plan.yaml"
    file.write_text(PLAN.replace("as_of: 2026-11-24\n", ""), encoding="utf-8")
    time_machine.move_to("2026-12-01 12:00")

    assert found(capsys, str(file))["as_of"] == "2026-12-01"


@pytest.mark.parametrize("severity", ["question", "advice", "warning", "serious"])
def test_fail_on_a_severity_that_is_found(capsys, plan_file, severity):
    found(capsys, plan_file, "--fail-on", severity, outcome=1)


def test_fail_on_what_is_not_found_is_done(capsys, tmp_path):
    file = tmp_path / "plan.yaml"
    file.write_text(PLAN.replace("colour: red", "colour: green"), encoding="utf-8")

    found(capsys, str(file), "--fail-on", "serious")
    found(capsys, str(file), "--fail-on", "warning", outcome=1)


def test_standard_input(capsys, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(PLAN.encode())))

    assert found(capsys, "-")["account"] == "Brightwater Mills"


@pytest.mark.parametrize(
    ("content", "sentence"),
    [("account: [", "plan.yaml"), (None, "cannot be read"), (PLAN + "teem: []\n", "teem")],
)
def test_file_that_cannot_be_read_is_refused(capsys, tmp_path, content, sentence):
    file = tmp_path / "plan.yaml"
    if content is not None:
        file.write_text(content, encoding="utf-8")

    assert main(["check", str(file)]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert sentence in printed.err


@pytest.mark.parametrize(
    "arguments", [["--as-of", "tomorrow"], ["--fail-on", "bad"], ["--format", "xml"]]
)
def test_option_that_is_wrong_is_refused(capsys, plan_file, arguments):
    with pytest.raises(SystemExit) as ended:
        main(["check", plan_file, *arguments])
    assert ended.value.code == 2


def test_check_does_not_start_django(plan_file):
    code = (
        "import sys; from waypost.cli.main import main\n"
        f"main(['check', {plan_file!r}])\n"
        "sys.exit('django' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True).returncode == 0


def test_letters_that_a_terminal_does_not_know_are_replaced(plan_file):
    done = subprocess.run(
        [sys.executable, "-m", "waypost.cli.main", "check", plan_file],
        env={"PYTHONIOENCODING": "ascii", "COLUMNS": "60"},
        capture_output=True,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"has no response: ?No budget before June?" in done.stdout
