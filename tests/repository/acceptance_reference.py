"""Writes docs/reference/acceptance.md: ``python -m tests.repository.acceptance_reference``.

The diagram and the tables are drawn from the table of `waypost.method.acceptance`.
"""

from collections.abc import Iterator, Set

from tests.repository.code import ROOT
from waypost.method.acceptance import ALWAYS, RULES, STANDS, Role, Rule, State

REFERENCE = ROOT / "docs" / "reference" / "acceptance.md"
BEGIN = "<!-- table: written by python -m tests.repository.acceptance_reference -->"
END = "<!-- end of table -->"
ROLES = {
    Role.LEAD: "lead",
    Role.MEMBER: "member",
    Role.FIRST_LINE: "first-line manager",
    Role.SENIOR: "senior reviewer",
}


def with_table(page: str) -> str:
    """The page with the part between its two marks written anew."""
    before, rest = page.split(BEGIN)
    after = rest.split(END)[1]
    parts = "\n\n".join(("\n".join(diagram()), "\n".join(steps()), "\n".join(states())))
    return f"{before}{BEGIN}\n\n{parts}\n\n{END}{after}"


def diagram() -> Iterator[str]:
    """Who moves the plan from which state to which."""
    yield "```mermaid"
    yield "stateDiagram-v2"
    yield f"    [*] --> {State.DRAFT}"
    for rule in RULES.values():
        for state in State:
            if rule.to and state in rule.states:
                yield f"    {state} --> {rule.to}: {in_words(rule)}"
    yield "```"


def in_words(rule: Rule) -> str:
    return f"{rule.does} ({people(rule)})"


def steps() -> Iterator[str]:
    yield "| step | by | from | to | needs |"
    yield "|---|---|---|---|---|"
    for rule in RULES.values():
        begins = "any state" if rule.states == ALWAYS else listed(rule.states)
        needs = ", ".join(need.name for need in rule.needs) or "–"
        yield f"| {rule.does} | {people(rule)} | {begins} | {rule.to or 'stays'} | {needs} |"


def states() -> Iterator[str]:
    yield "| state | what it means |"
    yield "|---|---|"
    for state, words in STANDS.items():
        yield f"| {state} | {words} |"


def people(rule: Rule) -> str:
    return ", ".join(ROLES[role] for role in Role if role in rule.by)


def listed(found: Set[State]) -> str:
    return ", ".join(state for state in State if state in found)


if __name__ == "__main__":
    REFERENCE.write_text(with_table(REFERENCE.read_text("utf-8")), encoding="utf-8")
