"""How mutation testing works: in processes, with the tests that run what is changed."""

import os
import signal
from dataclasses import replace

import pytest

from tests.mutation.changes import changes
from tests.mutation.memory import Found
from tests.mutation.processes import answer, ends
from tests.mutation.reach import OneTest, Reach
from tests.mutation.running import Loaded, new_code
from tests.mutation.sessions import METHOD, ROOT
from waypost.method import team

TEAM = METHOD / "team.py"


def wait_for_ever(say):
    signal.setitimer(signal.ITIMER_PROF, 0.01)
    while True:
        pass


def test_jobs_end_as_they_do():
    jobs = [
        ("well", lambda _say: True),
        ("with a word", lambda say: say(b"no") is not None),
        ("with an error", lambda _say: 1 / 0),
        ("by the clock", wait_for_ever),
    ]
    found = sorted((job, *end) for job, end in ends(jobs, at_once=2))
    assert found == [
        ("by the clock", False, b""),
        ("well", True, b""),
        ("with a word", False, b"no"),
        ("with an error", False, b""),
    ]


def test_answer_comes_from_another_process():
    process, text = answer(lambda: (os.getpid(), "x" * 100_000))
    assert (process != os.getpid(), len(text)) == (True, 100_000)


def test_answer_that_does_not_come_is_an_error():
    with pytest.raises(RuntimeError):
        answer(lambda: 1 / 0)


def test_changed_function_is_given_its_new_code_and_no_other():
    loaded = Loaded({})
    found = {
        change.before: new_code(loaded, compile(change.make(), TEAM, "exec"))
        for change in changes(TEAM.read_text(encoding="utf-8"))
    }
    changed = found["return named"]
    assert changed is not None
    assert list(changed) == [team.function_of]


def test_module_as_it_is_gives_no_function_new_code():
    assert new_code(Loaded({}), compile(TEAM.read_bytes(), TEAM, "exec")) is None


def reach():
    """Three tests: of the lines 3 to 5 of team.py, of line 9, and of another module."""
    files = METHOD / "tests"
    return Reach(
        {str(TEAM): {1, 2, 9}},
        [
            OneTest("a", files / "test_a.py", 0.1, {str(TEAM): {3, 4, 5}}),
            OneTest("b", files / "test_b.py", 0.2, {str(TEAM): {9}}),
            OneTest("c", files / "test_c.py", 0.3, {str(METHOD / "roti.py"): {3}}),
        ],
    )


def test_change_in_a_function_is_shown_to_the_tests_that_run_its_statement():
    source = "\n\n\ndef f(x):\n    return (\n        x + 1\n    )\n"
    (change,) = [change for change in changes(source) if change.after == "x - 1"]
    assert (change.line, change.lines) == (6, range(5, 8))
    assert [test.name for test in reach().tests_of(TEAM, change)] == ["a"]


def test_change_of_what_runs_on_import_is_shown_to_all_tests_of_the_module():
    (change,) = changes("x = 1")
    assert [test.name for test in reach().tests_of(TEAM, change)] == ["a", "b"]


def test_change_that_no_test_runs_is_shown_to_none():
    (change,) = changes("def f():\n    pass\n    pass\n    pass\n    pass\n    f()\n")
    assert reach().tests_of(TEAM, change) == []


def test_test_files_are_the_same_while_they_and_the_module_are():
    then = Found("module", {"src/a.py": "1", "src/b.py": "2"})
    assert then.same_files(Found("module", {"src/a.py": "1", "src/b.py": "3"})) == {
        ROOT / "src/a.py"
    }
    assert then.same_files(Found("other", then.files)) == set()


def test_module_has_another_form_when_its_tests_have():
    tests = [replace(reach().tests[0], file=METHOD / "tests" / "test_roti.py")]
    found = Found.before_a_run(TEAM, tests)
    assert list(found.files) == ["src/waypost/method/tests/test_roti.py"]
    assert found.form != Found(found.source, {}).form
    assert found.form == Found(found.source, found.files, noticed_by=["a"]).form
