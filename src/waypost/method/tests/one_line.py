"""A team, a customer and a plan for the lines that are read in tests."""

from datetime import date

from waypost.method.one_line import Someone, Span, read_action, read_light
from waypost.method.shape import Kind

TODAY = date(2026, 11, 18)  # a Wednesday
PEOPLE = (
    Someone("T1", "Marta Lindqvist", "ML", ours=True),
    Someone("T3", "Jonas Brandt", "JB", ours=True),
    Someone("P1", "Mette Friis", "MF", ours=False, title="Plant manager, Vejle"),
    Someone("P2", "Eva Lund", "EL", ours=False, title="CFO"),
    Someone("P3", "Anna Pohl", "AP", ours=False, title="Buyer"),
    Someone("P4", "Anna Berg", "AB", ours=False, title="Buyer"),
    Someone("P5", "Kåre Bech", "", ours=False),
)
PARTS = {
    "B1": Kind.BUSINESS,
    "S2": Kind.STRATEGY,
    "O1": Kind.OPPORTUNITY,
    "A14": Kind.ACTION,
    "T3": Kind.MEMBER,
    "trial": Kind.OPPORTUNITY,
}


def action(line: str, today=TODAY, people=PEOPLE, parts=PARTS):
    return read_action(line, today=today, people=people, parts=parts)


def light(line: str, today=TODAY, people=PEOPLE, parts=PARTS):
    return read_light(line, today=today, people=people, parts=parts)


def spans(understood: tuple[Span, ...]) -> list[tuple[str, str, str]]:
    return [(span.kind.value, span.words, str(span.value)) for span in understood]


def questions(read) -> list[str]:
    return [str(question) for question in read.questions]
