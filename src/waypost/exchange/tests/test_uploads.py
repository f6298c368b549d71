"""However much is uploaded, a request keeps as much as one plan file has, and only in memory."""

from django.core.files.uploadedfile import InMemoryUploadedFile, SimpleUploadedFile
from django.test import RequestFactory

from waypost.planfile import SIZE_LIMIT


def uploaded(**files):
    request = RequestFactory().post(
        "/", {name: SimpleUploadedFile(name, data) for name, data in files.items()}
    )
    return request.FILES


def test_small_file_arrives_whole_and_in_memory():
    file = uploaded(file=b"abc")["file"]

    assert isinstance(file, InMemoryUploadedFile)
    assert (file.name, file.size, file.read()) == ("file", 3, b"abc")


def test_large_file_is_cut_one_byte_beyond_the_limit():
    file = uploaded(file=b"a" * (SIZE_LIMIT + 1000))["file"]

    assert file.size == SIZE_LIMIT + 1000
    assert len(file.read()) == SIZE_LIMIT + 1


def test_several_files_share_the_room_of_one():
    files = uploaded(first=b"a" * (SIZE_LIMIT - 10), second=b"b" * 1000, third=b"c")

    assert [len(files[name].read()) for name in ("first", "second", "third")] == [
        SIZE_LIMIT - 10,
        11,
        0,
    ]
