"""What a piece of time in a goal says: when, how often, or only how long something takes."""

import re
from enum import Enum


class Timing(Enum):
    """What a piece of time says: when, how often as a quota, or only how long something takes."""

    DATE = "date"
    RECURRING = "recurring"
    MEASURE = "measure"


BASELINE = re.compile(
    r"(?:\b(?:vs\.?|versus|against|compared (?:with|to)|relative to|(?<!later )(?<!sooner )than"
    r"|since|iso|ifrs|on|baseline(?: of)?|base year|levels? of|office|windows|server|model"
    r"|version"
    r"|room)\s+(?:the\s+)?|[$€£#]\s?)$"
)
BASELINE_AFTER = re.compile(r"\s*(?:baseline|levels?|base|figures?|actuals?|benchmark)\b")
AMOUNT_BEFORE = re.compile(
    r"(?:[$€£¥]\s?[\d.,]+|\b(?:eur|usd|gbp|nok|sek|dkk|chf)\s?[\d.,]+|\b[\d.,]+\s?(?:eur|usd|gbp"
    r"|nok|sek|dkk|chf|euros?|dollars?|pounds?))\s?(?:k|m|bn|mn|million|thousand)?\s?(?:\w+"
    r" ){0,2}$"
    r"|\b(?:hours?|hrs?|days?|minutes?|tonnes?|tons?|t|kg|[kmg]wh|litres?|liters?|lines|units"
    r"|pallets|parts|pieces|cases|m3|miles|km|transactions|sheets|loads|cycles|picks|boxes)\s$"
    r"|\bsav(?:e|es|ing|ings of)\b[^,;.]{0,30}$"
)
SHARE_BEFORE = re.compile(r"%|\bper ?cent\b|\bshare of\b|\d (?:out of|in) \d")
# "From weekly to daily", "to 2% a month", "orders per day from 40": the measure of something.
BEFORE_AND_NOW = re.compile(r"\bfrom (?:\w+ to )?$")
LEVEL_BEFORE = re.compile(
    r"\b(?:from \S+ to \S+(?: [a-z]+)?|(?:to|from|below|under|above) \d[\d.,]* ?(?:%|per ?cent)"
    r"|(?:no more than|not more than|at most|under|fewer than|less than|below|max\.?)(?: \w+"
    r"(?: [a-z]+){0,3})?)\s$"
)
RATE = re.compile(r"(?:an? |once a|twice a)")
MOVES_AFTER = re.compile(
    r"\s*(?:(?:from|at|of|for) [a-z]\w+ )?(?:(?:up|down) )?(?:from|by|to)?\s*\d"
)
FIGURE = re.compile(r"\d|\b(?:one|two|three|four|five|six|ten|each|every|all)\b")
# How long something takes, beside how long it took.
RATHER = re.compile(
    r"\s*,?\s*(?:rather than|instead of|not|(?:down |up )?from|against)\s\D{0,12}?\d"
)
USING = re.compile(r"\b(?:us(?:e|es|ed|ing)|log(?:s|ged|ging)? ?(?:in|on)|order(?:s|ed|ing)?)\b")
RATE_GOES_ON = re.compile(r"\s*(?:to|down to|->|→)\s")
QUOTA_AFTER = re.compile(
    r"\s+(?:\w+ )?(?:targets?|quotas?|goals?|plan|budget|forecast|objectives?)\b"
)
ADVERB_AFTER = re.compile(
    r"\s*(?:$|[.,;:)!?]|(?:and|with|to|for|until|from|by|at|in|on|through|during|so|while"
    r"|over)\b)"
)
SHARE_FIRST = re.compile(
    r"\s*(?:get |have |bring )?(?:\d[\d.,]* ?(?:%|per ?cent)|all|every|each)\s"
)
HOURS = re.compile(r"\b(?:hours?|hrs?|h|minutes?|mins?|seconds?|secs?)$")
WORKING = re.compile(r"\b(?:working|business)\b")
MONTHS = re.compile(r"\b(?:months?|mos?|years?|yrs?|quarters?|sprints?|half-years?)$")
EACH_TIME = re.compile(
    r"\s*(?:or (?:less|fewer|sooner)\b|of (?:a|an|each|every|any|all|receipt|receiving|request"
    r"|the"
    r" (?:request|call|order|report|enquiry|ticket)|being|notification|order|purchase|delivery"
    r"|visit"
    r"|report|contact|submission|joining|enquiry)|(?:after|from) (?:a|an|each|every|any|receipt"
    r"|order|request|delivery|purchase|notification|joining))"
)
ONE_EVENT = re.compile(r"\s*(?:of|after|from|following)\s(?!now\b|today\b)")
SERVICE = re.compile(
    r"\b(?:tickets?|requests?|complaints?|quer(?:y|ies)|e-?mails?|calls|claims|orders|quotes"
    r"|quotations|invoices?|deliver(?:ed|ies|y)|respon(?:d|ds|ded|se|ses)|repl(?:y|ies|ied)"
    r"|answer(?:ed|s)?|resolv(?:e|es|ed)|resolution|alarms?|incidents?|faults|samples|spares"
    r"|shipments?|shipp?e?d?|arriv(?:e|es|al)|repair(?:ed|s)?|returns|credit notes|enquiries"
    r"|inquiries|rfps|rfqs|tenders|acknowledged?|turnaround|restored?|pay(?:ment|ments|s)?|paid"
    r"|leads|escalations?|breakdowns?)\b"
)
BEFORE_EVENT = re.compile(r"(?:before|ahead|prior|after)\b")
DAYS_BEFORE = re.compile(r"\b(?:days?|weeks?|months?|hours?)\s+$")
BY_A_QUARTER = re.compile(r"\b(?:by|of|over|than|only) $")
# What is done at the end of each month is no date: "month-end close".
CLOSING = re.compile(
    r"[\s-]+(?:clos(?:e|es|ing)|reporting|reports?|accounts|process|inventory|stock|tasks?|work)\b"
)
ONLY_A_SHARE = {"by half", "in half", "over half", "a half", "an half", "per half"}
LOOK_BACK = 60


def timing(low: str, match: re.Match[str]) -> Timing | None:
    """What a piece of time says by itself and by what stands around it; None when it is none."""
    start, end = match.span()
    before, after = low[max(0, start - LOOK_BACK) : start], low[end : end + LOOK_BACK]
    if match[0] in ONLY_A_SHARE or (match[0] == "a quarter" and BY_A_QUARTER.search(before)):
        return None
    if match[0].endswith("end") and CLOSING.match(after):
        return Timing.MEASURE
    match match.lastgroup:
        case "calendar" if match[0] == "today" and FIGURE.search(low):
            return Timing.MEASURE
        case "calendar" | "year":
            past = BASELINE.search(before) or BASELINE_AFTER.match(after)
            past_day = past and not re.search(r"\bon\s+(?:the\s+)?$", before)
            bare_on = past and match.lastgroup == "year"
            return Timing.MEASURE if past_day or bare_on else Timing.DATE
        case "relative":
            return _relative(low, match[0], before, after)
        case "repeated":
            return _repeated(match[0], low[:start], before, after)
        case _:
            return Timing.MEASURE


def _relative(low: str, said: str, before: str, after: str) -> Timing:
    if BEFORE_EVENT.match(said) and DAYS_BEFORE.search(before):
        return Timing.MEASURE
    if not DURATION.match(said):
        return Timing.DATE
    if RATHER.match(after):
        return Timing.MEASURE
    if HOURS.search(said) or WORKING.search(said) or EACH_TIME.match(after):
        return Timing.MEASURE
    if LIMIT_ONLY.match(said) and not (said.startswith("over") and MONTHS.search(said)):
        return Timing.MEASURE
    if ONE_EVENT.match(after):
        return Timing.DATE if not before.strip() or MONTHS.search(said) else Timing.MEASURE
    if MONTHS.search(said):
        return Timing.DATE
    if SHARE_FIRST.match(low):
        return Timing.MEASURE
    return Timing.MEASURE if SERVICE.search(low) else Timing.DATE


def _repeated(said: str, whole_before: str, before: str, after: str) -> Timing:
    if OVER.match(said):
        return Timing.RECURRING
    level = RATE.match(said) and LEVEL_BEFORE.search(before)
    if BEFORE_AND_NOW.search(before) or level:
        return Timing.MEASURE
    if MOVES_AFTER.match(after) and not FIGURE.search(whole_before):
        return Timing.MEASURE
    if ADVERB.match(said):
        if QUOTA_AFTER.match(after):
            return Timing.RECURRING
        if USING.search(before) and SHARE_BEFORE.search(whole_before):
            return Timing.MEASURE
        if said == "annual" or not ADVERB_AFTER.match(after) or AMOUNT_BEFORE.search(before):
            return Timing.MEASURE
        return Timing.RECURRING
    if SHORT_RATE.search(said) or AMOUNT_BEFORE.search(before) or RATE_GOES_ON.match(after):
        return Timing.MEASURE
    share = said.split()[0] not in {"per", "each", "every", "a", "an"}
    return Timing.MEASURE if share and SHARE_BEFORE.search(whole_before) else Timing.RECURRING


# What the pieces found say, once they are found.
DURATION = re.compile(
    r"(?:within|inside|in under|in less than|in|under|over|during|before|after) (?!the next"
    r"|the coming|the following|the first|next|coming|the last|the remaining|the final|our|its"
    r"|following)"
    r"[\w .-]*(?:days?|weeks?|wks?|months?|mos?|years?|yrs?|quarters?|hours?|hrs?|h|minutes?"
    r"|mins?"
    r"|seconds?|secs?|sprints?|half-years?)$"
)
LIMIT_ONLY = re.compile(
    r"(?:in (?:under|less than|(?:no|not) more than|at most|up to)"
    r"|under|over|during|before|after)\b"
)
OVER = re.compile(r"(?:year|quarter|month|week)[\s-]|[yqm]-?o-?[yqm]|y/y|ytd")
ADVERB = re.compile(r"(?:p\.|per annum|\w+ly$|annual)")
SHORT_RATE = re.compile(
    r"\ban? (?:\w+ )?(?:day|hour|minute|shift)$|\bper shift$|\b(?:hour|minute)s?$"
)
