"""A plan file is read from what is in it, no further than it may be long, and comes back whole."""

import base64
import io
import random
import string
import zlib

import pytest

from waypost.exchange.plan_files import read_file, unpack
from waypost.exchange.tests.files import SHORT
from waypost.planfile import SIZE_LIMIT, PlanFileError

NOT_WHOLE = ["Choose the file again: it did not come back whole."]
TOO_LARGE = ["Choose a smaller file: a plan file has at most 5 MB."]


def problems(call, *arguments):
    with pytest.raises(PlanFileError) as caught:
        call(*arguments, name="plan.yaml")
    assert caught.value.name == "plan.yaml"
    return [str(problem) for problem in caught.value.problems]


def test_file_comes_back_whole_from_the_form():
    read = read_file(io.BytesIO(SHORT.encode()), name="plan.yaml")

    assert read.plan.account.name == "Sandmark Glass"
    assert unpack(read.packed(), name="plan.yaml") == read


def test_file_that_is_too_large_is_read_no_further_than_shows_it():
    stream = io.BytesIO(b"#" * (SIZE_LIMIT + 100))

    assert problems(read_file, stream) == TOO_LARGE
    assert stream.tell() == SIZE_LIMIT + 1


def test_file_of_the_largest_size_fits_into_the_form_however_it_packs(settings):
    dice = random.Random(1)  # noqa: S311 - noise, not a secret
    noise = dice.choices(string.printable[:94], k=SIZE_LIMIT - len(SHORT) - 1)
    data = f"{SHORT}#{''.join(noise)}".encode()

    read = read_file(io.BytesIO(data), name="plan.yaml")
    packed = read.packed()

    assert len(data) == SIZE_LIMIT
    assert len(packed) < settings.DATA_UPLOAD_MAX_MEMORY_SIZE - 10_000
    assert unpack(packed, name="plan.yaml") == read


@pytest.mark.parametrize(
    "packed",
    [
        "",
        "not base64!",
        "é",
        "AAAA",
        base64.urlsafe_b64encode(zlib.compress(SHORT.encode())[:-8]).decode(),
    ],
)
def test_form_that_was_tampered_with_asks_for_the_file_again(packed):
    assert problems(unpack, packed) == NOT_WHOLE


def test_bomb_in_the_form_is_unpacked_no_further_than_shows_it():
    bomb = base64.urlsafe_b64encode(zlib.compress(bytes(50 * 1024 * 1024))).decode()

    assert len(bomb) < 100_000
    assert problems(unpack, bomb) == TOO_LARGE


def test_what_comes_back_is_read_like_any_file():
    packed = base64.urlsafe_b64encode(zlib.compress(b"format: waypost-plan/1\n")).decode()

    assert problems(unpack, packed) == [
        "line 1: Add “supplier”: it is required.",
        "line 1: Add “account”: it is required.",
    ]
