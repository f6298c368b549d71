"""Chromium, and pages opened in it by somebody signed in, at two widths in light and in dark."""

import os
import shutil
from collections import defaultdict
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.test import override_settings
from playwright.sync_api import BrowserContext, sync_playwright

from tests.browser.helpers import SCREENS
from waypost import ui
from waypost.config import static

# Without windows of its own it takes half the time; see bin/install-chromium.
CHROMIUM = shutil.which("chromium-headless-shell") or "/usr/bin/chromium"
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # Pages of one site need no processes of their own.
    "--renderer-process-limit=1",
    "--in-process-gpu",
]
# What a page of ours must never cause, noted before its own scripts run.
WATCH = "addEventListener('securitypolicyviolation', e => console.error(`CSP: ${e.blockedURI}`))"
# What a page of ours could leave in the browser beside cookies; a tab takes its own along.
STORED = "local_storage,indexeddb,cache_storage,service_workers"


@pytest.fixture(scope="session")
def browser():
    # Playwright's loop runs in this thread, which Django takes for an asynchronous caller.
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        patch.setitem(os.environ, "DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield chromium
        chromium.close()


# Wide and light, narrow and dark: each width and each scheme. One after the other the tests take
# the first or the second; SCREENS=all (`make screens`) takes all four for each.
CORNERS = ("desktop", "mobile-dark")
ALL_SCREENS = os.environ.get("SCREENS") == "all"


def pytest_collection_modifyitems(config, items):
    """Leave every test of a page one of the two corners, in turn. Begin with the longest test."""
    if ALL_SCREENS:
        return
    turns: dict[str, int] = {}
    kept: list[pytest.Item] = []
    left_out: list[pytest.Item] = []
    for item in items:
        screen = getattr(item, "callspec", None) and item.callspec.params.get("screen")
        turn = turns.setdefault(item.nodeid.replace(screen or " ", ""), len(turns))
        its_own = screen is None or screen == CORNERS[turn % 2]
        (kept if its_own else left_out).append(item)
    config.hook.pytest_deselected(items=left_out)
    items[:] = sorted(kept, key=lambda item: item.path.name != "test_tutorial.py")


@pytest.fixture(params=SCREENS if ALL_SCREENS else CORNERS)
def screen(request):
    """Each screen in turn: desktop and mobile, light and dark."""
    return request.param


@pytest.fixture(scope="session", autouse=True)
def one_style_sheet(tmp_path_factory):
    """Serve the style sheets as they are published: a new browser asks for one, not for fifty."""
    folder = tmp_path_factory.mktemp("static")
    target = folder / static.SHEET
    target.parent.mkdir(parents=True)
    css = Path(ui.__file__).parent / "static" / static.FOLDER
    sheet = (css / "waypost.css").read_text(encoding="utf-8")
    target.write_text(
        static.in_one(sheet, lambda name: (css / name).read_text(encoding="utf-8")),
        encoding="utf-8",
    )
    finders.get_finder.cache_clear()  # type: ignore[attr-defined]  # an lru_cache
    with override_settings(STATICFILES_DIRS=[folder]):
        yield
    finders.get_finder.cache_clear()  # type: ignore[attr-defined]  # an lru_cache


@pytest.fixture(scope="session")
def pool(browser, live_server):
    """Contexts that nobody uses, by their options.

    A new one starts cold and without a style sheet, which costs twice as much as the page itself.
    What a test could leave in one, `put_back` takes away.
    """
    return defaultdict[str, list[BrowserContext]](list)


def put_back(context, origin):
    """Empty a context for the next test: nobody signed in, nothing stored."""
    idle, *pages = context.pages
    for page in pages:
        page.close()
    context.clear_cookies()
    protocol = context.new_cdp_session(idle)
    protocol.send("Storage.clearDataForOrigin", {"origin": origin, "storageTypes": STORED})
    protocol.detach()


@pytest.fixture
def open_page(browser, pool, live_server, client, settings):
    """Open ``path`` as ``user`` (None: signed out) and give the page.

    ``screen`` names one of SCREENS; ``options`` go to the browser's context, such as
    ``java_script_enabled=False``. Nobody else of the test has a part in the context. Afterwards no
    page may have met an error in a script or have asked for something that the content security
    policy forbids.
    """
    used, mistakes = [], []

    def note(message):
        if message.type == "error" and message.text.startswith("CSP: "):
            mistakes.append(message.text)

    def free_context(options):
        unused = pool[repr(options)]
        if unused:
            context = unused.pop()
        else:
            context = browser.new_context(base_url=live_server.url, locale="en-GB", **options)
            context.add_init_script(WATCH)
            context.new_page()  # stays open and empty: with its last page a context turns cold
        used.append((unused, context))
        return context

    def open_as(user, path, screen="desktop", **options):
        options = {**SCREENS[screen], **options}
        # These two a page can change, so that fewer contexts are needed.
        viewport, color_scheme = options.pop("viewport"), options.pop("color_scheme")
        context = free_context(options)
        if user is not None:
            client.cookies.clear()  # or whoever was signed in before is signed out
            client.force_login(user)
            name = settings.SESSION_COOKIE_NAME
            session = {"name": name, "value": client.cookies[name].value, "url": live_server.url}
            context.add_cookies([session])
        page = context.new_page()
        page.set_viewport_size(viewport)
        page.emulate_media(color_scheme=color_scheme)
        page.on("console", note)
        page.on("pageerror", lambda error: mistakes.append(str(error)))
        page.goto(path)
        return page

    yield open_as
    for unused, context in used:
        put_back(context, live_server.url)
        unused.append(context)
    assert mistakes == []
