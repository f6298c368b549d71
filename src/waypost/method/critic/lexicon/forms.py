"""English word forms and spellings, so that a lexicon names each word once."""

from collections.abc import Iterator


def bag(text: str) -> frozenset[str]:
    """The words of a text."""
    return frozenset(text.split())


DOUBLED = bag(
    "cut put get set run win plan ship map hit drop stop trim chop swap cap up let step slip"
    " refer commit submit equip log tap tag scan prep bid rid shed spot transfer recap shop"
    " upskil fit forget begin quit shut"
)
SPELLINGS = bag(
    "yze:yse yzi:ysi ize:ise izi:isi iza:isa avior:aviour olor:olour abor:abour avor:avour"
    " eighbor:eighbour enter:entre ogram:ogramme fill:fil fense:fence icense:icence log:logue"
    " eling:elling eled:elled roll:rol efit:efitt iter:itre meter:metre ractice:ractise"
    " aling:alling"
)
BRITISH = tuple(pair.split(":") for pair in sorted(SPELLINGS))
IRREGULAR_VERBS = """
win won, get got gotten, run ran, hold held, keep kept, bring brought, make made, build built,
sell sold, take took taken, give gave given, write wrote written, send sent, meet met, grow grew
grown, become became, cut cut, put put, set set, hit hit, let let, have had has, find found, lead
led, drive drove driven, rise rose risen, teach taught, show shown, speak spoke spoken, choose
chose chosen, buy bought, pay paid, do did done does, go went gone goes, stand stood, understand
understood, think thought, seek sought, spend spent, lose lost, feel felt, be is are was were
being been, bid bid, know knew known, tell told, upsell upsold, hear heard, draw drew drawn,
undertake undertook undertaken, see saw seen, rewrite rewrote rewritten, rebuild rebuilt, break
broke broken, fall fell fallen, shrink shrank shrunk, begin began begun, catch caught, beat
beaten, quit quit, shut shut, fit fit fitted, lend lent, outgrow outgrew outgrown, oversee oversaw
overseen, forget forgot
"""
IRREGULAR = {words[0]: words[1:] for verb in IRREGULAR_VERBS.split(",") if (words := verb.split())}


def spellings(phrase: str) -> Iterator[str]:
    """The phrase as it is written in America and in Britain."""
    yield phrase
    changed = phrase
    for american, british in BRITISH:
        if american in phrase:
            yield phrase.replace(american, british)
            changed = changed.replace(american, british)
    yield changed


def plurals(phrase: str) -> Iterator[str]:
    """A noun, or a phrase that ends in one, in singular and plural."""
    yield phrase
    first, of, rest = phrase.partition(" of ")
    if of:
        yield f"{first}s of {rest}"
    if phrase.endswith(("s", "x", "ch", "sh")):
        yield f"{phrase}es"
    elif phrase.endswith("y") and phrase[-2:-1] not in "aeiou":
        yield f"{phrase[:-1]}ies"
    else:
        yield f"{phrase}s"


def inflections(phrase: str) -> Iterator[str]:
    """A verb, or a phrase that begins with one, in the forms in which it stands in a goal."""
    verb, _, rest = phrase.partition(" ")
    regular = [form for form in _endings(verb) if verb not in IRREGULAR or form[-1] != "d"]
    for form in (verb, *regular, *IRREGULAR.get(verb, ())):
        yield f"{form} {rest}" if rest else form


def gerund(verb: str) -> str:
    """The form in -ing."""
    return next(form for form in _endings(verb) if form.endswith("ing"))


def _endings(verb: str) -> Iterator[str]:
    if verb.endswith(("s", "x", "ch", "sh", "z")):
        yield f"{verb}es"
    elif verb.endswith("y") and verb[-2] not in "aeiou":
        yield f"{verb[:-1]}ies"
    else:
        yield f"{verb}s"
    if verb.endswith("e"):
        yield f"{verb}d"
        yield f"{verb}ing" if verb.endswith("ee") else f"{verb[:-1]}ing"
        return
    stem = verb + verb[-1] if verb in DOUBLED else verb
    yield f"{stem}ing"
    yield f"{verb[:-1]}ied" if verb.endswith("y") and verb[-2] not in "aeiou" else f"{stem}ed"
