"""The English words that are read in one line (STP-1, TL-3).

Everything that depends on the language is in this module: another language is another table. All
words are lower case, without accents and without a dot at their end.
"""

from waypost.method.plan import Colour

WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            ("mon", "monday"),
            ("tue", "tues", "tuesday"),
            ("wed", "wednesday"),
            ("thu", "thur", "thurs", "thursday"),
            ("fri", "friday"),
            ("sat", "saturday"),
            ("sun", "sunday"),
        )
    )
    for name in names
}
MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("jan", "january"),
            ("feb", "february"),
            ("mar", "march"),
            ("apr", "april"),
            ("may",),
            ("jun", "june"),
            ("jul", "july"),
            ("aug", "august"),
            ("sep", "sept", "september"),
            ("oct", "october"),
            ("nov", "november"),
            ("dec", "december"),
        ),
        start=1,
    )
    for name in names
}
TODAY = {"today"}
TOMORROW = {"tomorrow"}
THIS = "this"
NEXT = "next"
MONTH = "month"
WEEK = "week"
END_OF = ("end", "of")
END_OF_MONTH = {"eom"}
END_OF_WEEK = {"eow"}
THE = "the"
OF = "of"  # 4th of December
ORDINALS = ("st", "nd", "rd", "th")
PREPOSITIONS = {"by", "on", "in", "until", "till", "before"}  # "before Friday" is by Friday
AHEAD = ("in", "within")
DATE_LEADS = {*PREPOSITIONS, *AHEAD, THIS, NEXT, END_OF[0]}
# Names that are ordinary words too: "this may help", "the next march".
DOUBLE_MEANING = {"mar", "march", "may", "sat", "sun"}
NEVER_DAYS = {"24/7"}

NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
DAYS_IN = {"d": 1, "day": 1, "days": 1, "w": 7, "week": 7, "weeks": 7}
MONTHS_IN = {"month": 1, "months": 1}

YESTERDAY = {"yesterday"}
LAST = "last"  # last Friday

# What a part of a line about a person begins with.
REPORTS_TO = frozenset({("reports", "to"), ("reporting", "to"), ("under",), ("boss",)})
KNOWN_BY = frozenset({("known", "by"), ("knows",)})
MET = frozenset(
    {("met",), ("seen",), ("saw",), ("visited",), ("called",), ("spoke",)}
    | {("met", "on"), ("seen", "on"), ("spoke", "to"), ("spoke", "on"), ("last", "met")}
)
NEXT_TIME = frozenset({("next",), ("meet",), ("see",), ("meeting",), ("next", "contact")})
WANTS = frozenset({("wants",), ("wants", "to")})
LEVEL = frozenset({("level",)})

HOURS = ("h", "hr", "hrs", "hour", "hours")
MINUTES = ("m", "min", "mins", "minute", "minutes")

FOR = "for"  # an action is for what it achieves
ON = "on"  # a light is on what it helps or endangers
# After these a last word belongs to its sentence: "work on B1", "notes from Friday", "to red".
SMALL_WORDS = {
    *("a", "about", "an", "and", "are", "as", "at", "be", "been", "by", "each", "every", "for"),
    *("from", "he", "i", "if", "in", "into", "is", "last", "not", "of", "on", "or", "our", "she"),
    *("since", "stays", "still", "than", "that", "the", "their", "they", "to", "turned", "turns"),
    *("under", "very", "was", "we", "were", "with", "your"),
}

COLOURS = {
    "red": Colour.RED,
    "amber": Colour.AMBER,
    "yellow": Colour.AMBER,
    "green": Colour.GREEN,
}
COLOUR_LETTERS = {"r": Colour.RED, "a": Colour.AMBER, "g": Colour.GREEN}
# A colour before one of these is part of the text: "red tape", "green light from the board".
COLOURED = {
    *("and", "book", "card", "deal", "energy", "field", "flag", "flags", "line", "light"),
    *("lights", "list", "or", "paper", "tape", "team", "zone"),
}
