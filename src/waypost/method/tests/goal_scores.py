"""How well the critic tells labelled goals: ``python -m waypost.method.tests.goal_scores``."""

import json
import random
import re
import sys
from functools import cache, partial
from pathlib import Path

from waypost.method.critic import critique

FOLDER = Path(__file__).parent / "goals"
OURS = sorted(FOLDER.glob("*.jsonl"))
# Of these the critic says something else than people do; ``--keep`` writes them anew.
TOLD_OTHERWISE = FOLDER / "told_otherwise.json"
# Class, and the F1 that is asked of it.
WANTED = {
    ("time_bound", "n"): 0.96,
    ("time_bound", "y"): 0.92,
    ("measurable", "n"): 0.90,
    ("specific", "n"): 0.84,
    ("customer_centred", "customer"): 0.82,
    ("customer_centred", "seller"): 0.92,
    ("outcome_or_activity", "activity"): 0.78,
}
VAGUE = 0.65
DRAWS = 1000


def labelled(file):
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


def answers(goal):
    return _answers(goal["text"])


@cache  # seven classes are counted over the same goals
def _answers(text):
    found = critique(text)
    return {
        "specific": "ny"[found.specific],
        "measurable": "ny"[found.measurable],
        "time_bound": "ny"[found.time_bound],
        "customer_centred": str(found.beneficiary),
        "outcome_or_activity": str(found.kind),
        "vague_spans": [span.text for span in found.vague],
    }


def counts(goals, name, value):
    """Of each goal: whether it is of the class and told so, is of it, is told to be of it."""
    pairs = [(goal[name] == value, answers(goal)[name] == value) for goal in goals]
    return [(wanted and told, wanted, told) for wanted, told in pairs]


def vague_counts(goals):
    return [spans(goal["vague_spans"], answers(goal)["vague_spans"]) for goal in goals]


def told_otherwise(goal):
    """The answers that are not those of the people who labelled the goal."""
    return [name for name, told in answers(goal).items() if told != goal[name]]


def all_told_otherwise():
    """The ids of our goals, each with the answers that are not those of people."""
    goals = (goal for file in OURS for goal in labelled(file))
    return {goal["id"]: " ".join(names) for goal in goals if (names := told_otherwise(goal))}


def spans(wanted, told):
    left, hits = list(told), 0
    for span in wanted:
        best = max(left, key=partial(overlap, span), default=None)
        if best is not None and overlap(span, best) >= 0.5:
            left.remove(best)
            hits += 1
    return hits, len(wanted), len(told)


def overlap(one, other):
    first, second = (set(re.findall(r"[\w'%-]+", text.lower())) for text in (one, other))
    return len(first & second) / max(len(first), len(second), 1)


def f1(counted):
    hits, wanted, told = (sum(column) for column in zip(*counted, strict=True))
    return 2 * hits / (wanted + told) if wanted + told else 1.0


def interval(counted):
    """The 95 % bootstrap interval of F1."""
    chance = random.Random(7)  # noqa: S311  # drawn again the same way each time
    drawn = sorted(f1(chance.choices(counted, k=len(counted))) for _ in range(DRAWS))
    return drawn[int(DRAWS * 0.025)], drawn[int(DRAWS * 0.975)]


def row(title, wanted, counted):
    low, high = interval(counted)
    seen = sum(one[1] for one in counted)
    return f"| {title} | {wanted:.2f} | {f1(counted):.2f} | {low:.2f}-{high:.2f} | {seen} |"


def table(goals):
    yield "| class | wanted | F1 | 95 % | seen |"
    yield "|---|---:|---:|---|---:|"
    for (name, value), wanted in WANTED.items():
        yield row(f"{name.replace('_', ' ')}: {value}", wanted, counts(goals, name, value))
    yield row("vague words", VAGUE, vague_counts(goals))


if __name__ == "__main__":
    if sys.argv[1:] == ["--keep"]:
        TOLD_OTHERWISE.write_text(json.dumps(all_told_otherwise(), indent=1) + "\n")
        sys.exit()
    for file in [Path(given) for given in sys.argv[1:]] or OURS:
        goals = labelled(file)
        print(f"\n{file.stem}, {len(goals)} goals\n", *table(goals), sep="\n")
