"""Static files named after their content, so that browsers may keep them for ever."""

import re
from collections.abc import Callable, Iterator
from typing import Any

from django.core.files.base import ContentFile
from whitenoise.storage import CompressedManifestStaticFilesStorage

FOLDER = "ui/css/"
SHEET = f"{FOLDER}waypost.css"
IMPORT = re.compile(r'@import url\("([^"]+)"\) layer\((\w+)\);')


class StaticFiles(CompressedManifestStaticFilesStorage):
    support_js_module_import_aggregation = True  # modules name each other by content too

    def stored_name(self, name: str) -> str:
        """The name after the content; the plain one while nothing was collected, as in tests."""
        return super().stored_name(name) if self.hashed_files else name

    def post_process(
        self,
        paths: dict[str, Any],
        dry_run: bool = False,
        **options: Any,
    ) -> Iterator[Any]:
        """Publish the style sheets as one: a page then waits for one file and not for fifty."""
        if dry_run:
            return
        sheet = in_one(read(paths, SHEET), lambda name: read(paths, f"{FOLDER}{name}"))
        self.delete(SHEET)
        self.save(SHEET, ContentFile(sheet.encode()))
        published = {**paths, SHEET: (self, SHEET)}
        yield from super().post_process(published, **options)  # type: ignore[no-untyped-call]


def read(paths: dict[str, Any], name: str) -> str:
    storage, path = paths[name]
    with storage.open(path) as file:
        return bytes(file.read()).decode()


def in_one(sheet: str, read: Callable[[str], str]) -> str:
    """A style sheet with what it imports into layers written out at that place."""
    return IMPORT.sub(lambda found: f"@layer {found[2]} {{\n{read(found[1])}}}", sheet)
