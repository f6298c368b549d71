"""Bytes, YAML and JSON: what is read, and what is refused before anybody looks at the plan."""

import json

import pytest

from waypost import planfile
from waypost.planfile.tests.files import COMPLETE, SMALLEST, problems, problems_after

JSON = """{"format": "waypost-plan/1",
"supplier": {"name": "Castor"},
"account": {"name": "Bramble%s"}}"""


def test_text_and_bytes_with_or_without_byte_order_mark_are_read():
    plan = planfile.read(SMALLEST)
    for data in (SMALLEST.encode(), SMALLEST.encode("utf-8-sig"), "\ufeff" + SMALLEST):
        assert planfile.read(data) == plan


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_lines_of_every_system_are_read(line_end: str):
    text = COMPLETE.read_text("utf-8")
    assert planfile.read(text.replace("\n", line_end)) == planfile.read(text)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (SMALLEST.encode() + "team: [Pål]".encode("latin-1"), "line 4: %s byte 86 (0xE5) %s"),
        (SMALLEST.encode("utf-16"), "line 1: %s byte 1 (0xFF) %s"),
        (SMALLEST.encode() + b"\xed\xa0\x80", "line 4: %s byte 78 (0xED) %s"),
    ],
)
def test_other_encoding_is_refused_with_the_byte(data: bytes, message: str):
    words = ("Save the file as UTF-8:", "does not belong to UTF-8 text.")
    assert problems(data) == [message % words]


@pytest.mark.parametrize("character", ["\0", "\x07", "\x1b", "\x7f", "\x85", "\ud800", "\uffff"])
def test_character_that_cannot_be_stored_is_refused_with_its_line(character: str):
    assert problems(SMALLEST + "# " + character) == [
        f"line 4: Remove the character U+{ord(character):04X}: it cannot be stored."
    ]


@pytest.mark.parametrize(
    ("yaml", "message"),
    [
        ("a: &b 1", "line 4: Remove the anchor (&): anchors are not read."),
        ("a: [&b 1]", "line 4: Remove the anchor (&): anchors are not read."),
        ("a: *b", "line 4: Write the value out: aliases (*) are not read."),
        ("a: !!str 1", "line 4: Remove the tag (!): tags are not read."),
        ("a: ! 1", "line 4: Remove the tag (!): tags are not read."),
        ("a: !!python/name:os.abort ''", "line 4: Remove the tag (!): tags are not read."),
        ("a: !x {b: c}", "line 4: Remove the tag (!): tags are not read."),
        ("a: 1\n---\nb: 2", "line 5: Keep one plan in a file: a second document begins here."),
        ("? [a]\n: b", "line 4: Write a word before the colon, not a list or a mapping."),
        ("{a: b}: c", "line 4: Write a word before the colon, not a list or a mapping."),
        ("a: b: c", "line 4: %s here. Put a text that contains a colon and a blank in quotes."),
        ("a:\n\t- b", "line 5: %s here. Indent with blanks, not tabs; "
         "put a text that begins with % @ ` or another special character in quotes."),
        ("a: 'b", "line 5: %s from line 4 to here. Close the quotation mark."),
        ("a:\n  b: 1\n c: 2", "line 6: %s from line 1 to here. "
         "Indent the keys of one part by the same number of blanks."),
        ("a:\n  - b\n  c: d", "line 6: %s from line 5 to here. "
         "Begin each entry of the list with a dash, indented by the same number of blanks."),
        ("a: {b: c", "line 5: %s from line 4 to here. "
         "Close the curly bracket, with commas between the keys."),
        ("a: [b", "line 5: %s from line 4 to here. "
         "Close the square bracket, with commas between entries."),
        ("a\nb: c", "line 5: %s from line 4 to here. Write a colon and a blank after the key."),
        ('a: "\\q"', "line 4: %s here. "
         "Write a backslash inside double quotation marks twice."),
        ('a: "\\ud800"', "line 4: %s here: found invalid Unicode character escape code."),
    ],
)  # fmt: skip
def test_yaml_beyond_plain_keys_lists_and_words_is_refused(yaml: str, message: str):
    sentence = message.replace("%s", "The YAML cannot be read")
    assert problems_after(yaml + "\n") == [sentence]


@pytest.mark.parametrize(
    ("rest", "found", "expected"),
    [
        ('", "b" 1}', "“1” stands", "a colon"),
        ('", b: 1}', "“b” stands", "a key in double quotation marks"),
        ('", }', "“}” stands", "a key in double quotation marks"),
        ('", "b": }', "“}” stands", "a value"),
        ('", "b": [1 2]}', "“2” stands", "a comma or “]”"),
        ('", "b": 01}', "“01” stands", "a value"),
        ('", "b": NaN}', "“NaN” stands", "a value"),
        ('", "b": \'c\'}', "“'c'” stands", "a value"),
        ('", "b": 1 /* c */}', "“/*” stands", "a comma or “}”"),
        ("", "a text without its closing quotation mark stands", "a value"),
        ('"', "the file ends", "a comma or “}”"),
        ('"}} x', "“x” stands", "the end of the file"),
    ],
)
def test_json_that_is_none_is_refused(rest: str, found: str, expected: str):
    text = JSON.partition("%s")[0] + rest
    assert problems(text) == [
        f"line 3: The JSON cannot be read: {found} where {expected} is expected."
    ]


def test_json_with_a_wrong_escape_is_refused():
    assert problems(JSON % "\\x41") == [
        "line 3: The JSON cannot be read: a backslash in this text begins no known escape."
    ]


def test_json_escapes_and_tabs_are_read():
    text = JSON.replace(" ", "\t") % '\\u00e9 \\ud83e\\udd80 \\/ \\\\ \\"'
    assert planfile.read("\n\t" + text).account.name == 'Brambleé 🦀 / \\ "'


def test_json_with_half_a_character_is_refused():
    assert problems(JSON % "\\ud83e") == [
        "line 3, account.name: Remove the character U+D83E: it cannot be stored."
    ]


def test_json_problems_have_lines_and_columns():
    with pytest.raises(planfile.PlanFileError) as refused:
        planfile.read('{"format": "waypost-plan/1",\n  "supplier": {"name": null},\n "account": 1}')
    assert [(p.line, p.column, p.path) for p in refused.value.problems] == [
        (2, 24, "supplier.name"),
        (3, 13, "account"),
    ]


def test_json_key_given_twice_is_refused():
    text = JSON.replace('"Castor"', '"Castor",\n"name": "Pollux"') % "holt"
    assert problems(text) == ["line 3, supplier: Remove one “name”: line 2 has it already."]


def test_json_and_yaml_of_the_same_plan_are_the_same():
    plan = planfile.read(COMPLETE.read_bytes())
    compact = json.dumps(json.loads(planfile.write_json(plan)))
    assert planfile.read(compact) == plan


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", "\t", "{", "[", "{}", "[]", "null", "---", "...", "%"]
)
def test_next_to_nothing_is_refused_with_a_sentence(text: str):
    assert len(problems(text)[0]) > 20
