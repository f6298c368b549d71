"""Texts that say of themselves that they are confidential."""

import pytest

from waypost.method.confidential import marked_confidential


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Strictly confidential: the rival's price", "Strictly confidential"),
        ("CONFIDENTIAL draft of the tender", "CONFIDENTIAL"),
        ("He told me confidentially", "confidentially"),
        ("Got it under NDA", "under NDA"),
        ("Do not share: margins", "Do not share"),
        ("internal use only", "internal use only"),
        ("Vertraulich!", "Vertraulich"),
        ("Nothing yet. Confidential", "Confidential"),
    ],
)
def test_mark_is_found(text, words):
    assert marked_confidential(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "Shares nothing confidential",
        "Shares non-confidential information",
        "It is not confidential",
        "never shares anything confidential",
        "Believes we are best; shares the stop calendar",
        "",
    ],
)
def test_text_that_denies_it_is_not_marked(text):
    assert marked_confidential(text) == ""
