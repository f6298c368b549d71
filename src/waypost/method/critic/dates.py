"""Dates, periods and deadlines in a goal, found before any number is read (CRI-2, OBJ-3).

A date is part of the time-scale. A time that belongs to the metric or to a service level ("within
4 hours of a call", "monthly NPS", "12 days of stock") is found as well, so that its figures are not
taken for the target of the goal, but it says nothing about when.
"""

import re
from dataclasses import dataclass

from waypost.method.critic.lexicon.forms import bag
from waypost.method.critic.text import Token
from waypost.method.critic.timing import Timing, timing

MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?(?![\w])"
)
# Month names that are nothing else, so that one alone is a date.
SURE_MONTH = (
    r"(?:january|february|april|june|july|august|september|october|november|december|sept)\b"
)
YEAR = r"(?:(?:19|20)\d\d(?:\s?/\s?(?:20)?\d\d)?|'\d\d)(?!\d)"
SHORT_YEAR = r"(?:(?:20)?\d\d(?:\s?[/-]\s?(?:20)?\d\d)?)(?![\d%])"
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\w%])"
WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
COUNT = (
    r"(?:\d{1,3}|a|an|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|eighteen"
    r"|twenty|thirty|forty|sixty|ninety|a hundred|couple of|few)"
)
PERIOD = (
    r"(?:(?:fiscal|financial|calendar|contract|budget|business|trading|planning|school|academic"
    r"|sales|renewal|harvest|selling|tax|crop|growing|heating|summer|winter|peak)[\s-])?"
    r"(?:years?|quarters?|months?|weeks?|half[\s-]?years?|half|halves|semesters?|trimesters?"
    r"|seasons?|terms?|sprints?|cycles?|fortnights?|decades?|days|periods?)"
)
ORDINAL = r"(?:first|second|third|fourth|last|final|1st|2nd|3rd|4th)"
SEASON = r"(?:spring|summer|autumn|winter|fall)"
FEAST = (
    r"(?:easter|christmas|xmas|thanksgiving|midsummer|mid-summer|black friday|new year'?s?(?:"
    r" eve)?"
    r"|diwali|ramadan|eid|chinese new year|lunar new year|golden week|whitsun|pentecost|hanukkah"
    r"|labou?r day|memorial day|boxing day|independence day|national day|carnival|ascension"
    r"|oktoberfest|pesach|passover|holi|vesak|songkran)"
)
EVENT = (
    r"(?:reviews?|renewal|tender|expiry|expiration|go-live|golive|kick-?off|summit|trade fair"
    r"|fair"
    r"|conference|agm|board meeting|meeting|shutdown|shut-down|outage|turnaround|season|audit"
    r"|deadline|design freeze|qbr|ebr|session|steering (?:committee|group)|term|trade show|show"
    r"|planning (?:round|session|cycle)|budget (?:round|cycle|freeze|deadline)|rfp|rfq|re-tender"
    r"|retender|workshop|holidays?|break|rollout|launch|re-?negotiations?|contract end|lapses"
    r"|expires|ends|runs out|cut-over|cutover|opening|election|annual review|check-in|stop"
    r"|anniversary|negotiations?|end date|notice date|notice period|harvest|ramp-up|sop|visit)"
)


@dataclass(frozen=True, slots=True)
class TimeSpan:
    start: int
    end: int
    timing: Timing


CALENDAR = "|".join((
    r"\d{4}-\d\d?-\d\d?(?!\d)",
    r"\d{4}/\d\d?/\d\d?(?!\d)",
    r"\d{1,2}[./]\d{1,2}[./](?:20)?\d\d(?!\d)",
    r"\d{1,2}-\d{1,2}-(?:20)?\d\d(?!\d)",
    rf"(?:{WEEKDAY},?\s+)?(?:the\s+)?{DAY}[\s-]?(?:of\s+)?{MONTH}(?:[\s,-]*{YEAR}|-\d\d(?!\d))?",
    rf"{MONTH}[\s-]?{DAY}(?:,?\s*{YEAR})?(?!\s?(?:%|percent|per cent|[a-z]*ies|[a-z]+ers\b))",
    rf"{MONTH}[\s,-]*{YEAR}",
    r"(?:end of |mid-?\s?|early |late )?(?:\bfy\s?'?\d\d(?:\d\d)?(?:\s?/\s?\d\d"
    r"(?:\d\d)?)?[\s-]*)?"
    rf"\b(?:eo)?[qh][1-4](?!\w)(?:\s?-\s?[qh][1-4])?(?:[\s,/-]*(?:of\s+)?(?:fy"
    rf"|cy)?[\s']*{SHORT_YEAR})?",
    rf"\b(?:fy|cy|ye)\s?'?\s?{SHORT_YEAR}(?:\s?[qh][1-4])?",
    r"\b[1-4]q\s?'?\d\d(?:\d\d)?",
    r"\b(?:by|before|until|in|of|from|during) (?:the )?p(?:eriod )?(?:1[0-3]|[1-9])(?!\w)",
    r"\b(?:by|before|until|till|on|from) \d{1,2}\.\d{1,2}\.(?!\d)",
    r"\b(?:by|before|until|till|on) (?:the )?\d{1,2}/\d{1,2}(?![\d/%])",
    r"\beo[mqyd](?![a-z])(?:\s?'?\d{1,4})?",
    rf"\b(?:the )?{ORDINAL} (?:(?:fiscal|financial|calendar) )?(?:quarter|half|semester"
    rf"|trimester)\b"
    rf"(?: of (?:the )?(?:(?:next|this|coming|fiscal|financial|contract) )*(?:year|{YEAR}"
    rf"|fy\s?'?\d\d(?:\d\d)?))?",
    rf"\b(?:fiscal|financial|calendar|contract|budget|heating|crop|plan|trading)(?: year)? ?"
    rf"(?:{YEAR}|\d{{1,2}}\b|one|two|three|four|five)",
    r"\byears? (?:one|two|three|four|five|[1-9]\d?)\b(?![\d%])",
    r"\b(?:year|month|quarter|half|season|fiscal|period|fy)[\s-]end(?:ing)?\b",
    r"\bye\s?\d\d(?:\d\d)?\b",
    rf"\b(?:week|weeks|wk|wks|kw|cw)\.?\s?\d{{1,2}}(?:\s?(?:-|to|and)\s?\d{{1,2}})?(?:[\s/,]+{YEAR})?(?!\d)",
    r"\b(?:by|before|until|from|on|at|within|in) (?:day|month|sprint|session|milestone)"
    r" \d{1,3}\b",
    rf"\b(?:by|in|this|next|before|until|of|for|during|from|the|mid|late|early|end)[\s-]+(?:the "
    rf"|of |this |next |coming |late |early )*{SEASON}\b(?:[\s-]+season)?(?:\s+"
    rf"(?:of\s+)?{YEAR})?",
    rf"\b(?:by|before|until|at|this|next|after|from|over|during|(?:in )?the run-?up to)\s+"
    rf"(?:the |this |next )*{FEAST}\b"
    rf"(?:\s+{YEAR})?",
    rf"\b(?:by|in|before|until|till|from|during|this|next|of|through|since|mid|early|late"
    rf"|on)[\s-]+(?:the |of |end of |mid-|late |early |next )*{MONTH}",
    rf"\b{SURE_MONTH}",
    rf"\b(?:by|before|on|until|next|this)\s+(?:next |this |the )*{WEEKDAY}\b",
    r"\b(?:before|until) (?:the |this )?(?:year|quarter|month|season|week) (?:is (?:out|over|up)"
    r"|runs out|ends|closes)\b",
    r"\b(?:by|before|until) (?:tomorrow|tonight|lunchtime|noon)\b|\b(?:today|tomorrow)\b",
    r"\bmid[\s-]?year\b|\bmid[\s-](?:20\d\d)\b",
))  # fmt: skip
RELATIVE = "|".join((
    r"\b(?:by |before |until |at |from |to |towards |for )?(?:the |its |our |their )?(?:very )?"
    r"(?:end|rest|close|middle|start|beginning|turn) of (?:the |this |next |our |their |each |every"
    r" |current |coming |following |fiscal |financial |initial |first |second )*"
    rf"{PERIOD}\b(?!')(?:\s+{SHORT_YEAR})?",
    rf"\b(?:over|in|within|during|for|across|through|throughout) (?:the |our |its )?(?:next"
    rf"|coming|following|upcoming|first|last|remaining|final) (?:{COUNT} )?(?:{PERIOD})\b",
    rf"\b(?:the )?(?:next|coming|following|upcoming) (?:{COUNT} )?(?:working |business"
    rf" )?{PERIOD}\b(?!')",
    rf"\b(?:this|current|next)\s+(?:and next )?{PERIOD}\b(?!'|\s+contract)",
    rf"\b(?:this|next|coming) {PERIOD}'?s? (?=(?:\w+ )?(?:plan|target|quota|budget|forecast"
    rf"|number|goal|sales|revenue|close)\b)",
    rf"\b(?:by|before|within|during|in|over|this side of) (?:the |this |our )+{PERIOD}\b(?! of"
    rf" a\b|')",
    r"\b(?:within|inside|in under|in less than|in|under|over|during|before|after)"
    r" (?:the |a |an |about |around )?"
    r"(?:first |max\.? |maximum |(?:no|not) more than |at most |up to )?"
    rf"(?:{COUNT}|{COUNT} (?:or|to) {COUNT}|\d+-\d+)[\s-]"
    r"(?:working |business |calendar )?(?:days?|weeks?|wks?|months?|mos?|years?|yrs?|quarters?"
    r"|hours?|hrs?|h|minutes?|mins?|seconds?|secs?|sprints?|half-years?)\b",
    r"\b(?:by|until|no later than) (?:the |our |their |its |it |next |coming |annual |time of "
    r"|this |upcoming )+"
    rf"(?:[\w'&-]+ ){{0,3}}?{EVENT}\b",
    r"\b(?:by|before|at|until|in time for) (?:the |our |their )?(?:next|coming|upcoming) "
    rf"(?:[\w'&-]+ ){{0,2}}?(?:{EVENT}|steering committee|committee|board|forum|call|round)\b",
    rf"\b(?:before|ahead of|prior to|in time for) (?:[\w'&-]+ ){{0,2}}?{EVENT}\b",
    rf"\bby (?:next|contract|project) {EVENT}\b|\bby (?:go-?live|renewal|kick-?off)\b",
))  # fmt: skip
REPEATED = "|".join((
    r"\b(?:year|quarter|month|week)[\s-](?:on|over|by|to|after)[\s-](?:year|quarter|month|week"
    r"|date)\b|\by-?o-?y\b|\bq-?o-?q\b|\bm-?o-?m\b|\by/y\b|\bytd\b",
    r"\b(?:(?:once|twice|\w+ times) )?(?:per|each|every|a|an) (?:other |single |calendar |fiscal "
    r"|financial |working |business )?(?:year|quarter|month|week|fortnight|day|half[\s-]?year"
    r"|half|hour|minute|shift|season|annum|semester|sprint|cycle)\b(?!')",
    r"\b(?:every|each) (?:\w+ )?(?:months|weeks|quarters|years|days|hours)\b",
    r"\bp\.\s?a\.|\bper annum\b|\bannually\b|\byearly\b|\bquarterly\b|\bmonthly\b|\bweekly\b"
    r"|\bfortnightly\b|\bannual\b|\bbi-?monthly\b|\bdaily\b|\bhourly\b",
))  # fmt: skip
BARE_YEAR = r"(?<![\d.,/#-])20[2-4]\d(?![\d%]|[.,]\d)"

# The words with which a piece of time begins: nothing is tried at any other.
FIRST_WORDS = bag(
    "a across after ahead an annual annually at before beginning between biannually bimonthly"
    " black budget business by calendar chinese christmas close coming contract crop cw cy"
    " daily diwali each early easter eid end every fall final financial first fiscal following"
    " for fortnightly fourth friday from half hanukkah heating hourly in inside june july kw"
    " last late lunar m may mid middle midsummer midyear monday month monthly no of on once"
    " over p pentecost per period plan prior q quarter quarterly ramadan saturday season"
    " second start summer sunday tax term thanksgiving the third this through throughout"
    " thursday till to today tomorrow towards trading tuesday turn twice two three four five"
    " six ten several many under until upcoming wednesday week weekly weeks whitsun winter"
    " within wk wks xmas y ye year yearly years yoy qoq mom ytd next current during bi since /"
    " '"
)
FIRST_LETTERS = bag(
    "jan feb mar apr may jun jul aug sep oct nov dec eom eoq eoy eod q1 q2 q3 q4 h1 h2 h3 h4"
    " fy cy ye"
)
SLASHED = r"(?<=[\dkm%])\s?/\s?(?:yr|year|mo|month|week|wk|day|qtr|quarter|hour|hr|h)\b"

TIME = re.compile(
    rf"(?<!\w)(?:(?P<calendar>{CALENDAR})|(?P<relative>{RELATIVE})|(?P<repeated>{REPEATED})"
    rf"|(?P<year>{BARE_YEAR}))|(?P<slashed>{SLASHED})"
)


def find_times(low: str, tokens: list[Token]) -> list[TimeSpan]:
    """Every piece of time in a text in lower case, in order, none overlapping."""
    found = []
    reached = 0
    for token in tokens:
        if token.start < reached or not _may_begin(token.low):
            continue
        match = TIME.match(low, token.start)
        if match and (says := timing(low, match)):
            reached = match.end()
            found.append(TimeSpan(token.start, reached, says))
    return found


def _may_begin(word: str) -> bool:
    return (
        word in FIRST_WORDS
        or word[0].isdigit()
        or word[:3] in FIRST_LETTERS
        or word[:2] in FIRST_LETTERS
    )
