"""Style sheets and scripts hang together, also under the names they are published under."""

import re
from pathlib import Path

import pytest
from django.core.files.base import ContentFile

from waypost.config.static import IMPORT, StaticFiles

UI = Path(__file__).parent.parent
CSS = UI / "static" / "ui" / "css"
JS = UI / "static" / "ui" / "js"
MODULE = re.compile(r'^import "\./([^"]+)";$', re.MULTILINE)


def sheets_imported():
    return dict(IMPORT.findall((CSS / "waypost.css").read_text(encoding="utf-8")))


def modules_imported():
    return MODULE.findall((JS / "waypost.js").read_text(encoding="utf-8"))


def test_every_style_sheet_is_imported_into_its_layer():
    files = {file.relative_to(CSS).as_posix(): file for file in CSS.rglob("*.css")}
    # deck.css sets the page size of exported slides, which cannot depend on a class.
    linked_by_itself = {"waypost.css", "deck.css"}
    layers = {
        name: "components" if file.parent != CSS else file.stem
        for name, file in files.items()
        if name not in linked_by_itself
    }
    assert sheets_imported() == layers


def test_every_script_is_imported():
    files = {file.name for file in JS.glob("*.js")} - {"waypost.js"}
    assert set(modules_imported()) == files


@pytest.fixture
def published(tmp_path):
    """The files in a folder of their own, under the names the storage of the settings gives."""
    storage = StaticFiles(location=tmp_path, base_url="/static/")
    files = [file for folder in (CSS, JS) for file in folder.rglob("*.*")]
    names = [file.relative_to(UI / "static").as_posix() for file in files]
    for name, file in zip(names, files, strict=True):
        storage.save(name, ContentFile(file.read_bytes()))
    results = list(storage.post_process({name: (storage, name) for name in names}))
    assert [error for *_, error in results if isinstance(error, Exception)] == []
    return storage


def read(storage, name):
    return Path(storage.path(storage.stored_name(name))).read_text(encoding="utf-8")


def test_published_scripts_import_published_scripts(published):
    script = read(published, "ui/js/waypost.js")
    assert [f"ui/js/{name}" for name in re.findall(r'import"\./([^"]+)";', script)] == [
        published.stored_name(f"ui/js/{name}") for name in modules_imported()
    ]


def test_style_sheets_are_published_as_one_with_their_layers(published):
    expected = (CSS / "waypost.css").read_text(encoding="utf-8")
    for name, layer in sheets_imported().items():
        rules = (CSS / name).read_text(encoding="utf-8")
        line = f'@import url("{name}") layer({layer});'
        expected = expected.replace(line, f"@layer {layer} {{\n{rules}}}")
    sheet = read(published, "ui/css/waypost.css")
    assert "@import" not in sheet
    assert sheet == expected


def test_every_drawing_that_a_partial_names_is_in_the_sprite():
    templates = UI / "templates"
    sprite = (templates / "ui" / "partials" / "sprite.html").read_text(encoding="utf-8")
    there = set(re.findall(r'<symbol id="([\w-]+)"', sprite))
    named = {
        name
        for template in templates.rglob("*.html")
        for name in re.findall(r'{% icon "([\w-]+)"', template.read_text(encoding="utf-8"))
    }
    assert {f"i-{name}" for name in named} <= there
