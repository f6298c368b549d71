"""The list of accounts as a reader of its HTML sees it."""

import re
from html import unescape


class ListPage:
    def __init__(self, response):
        self.status = response.status_code
        self.html = response.content.decode()

    @property
    def names(self):
        """The accounts in their order."""
        return self.found(r'scope="row" class="c-name"><a href="[^"]+">(.*?)</a>')

    @property
    def views(self):
        """The saved views with their counts, the one that is open marked."""
        links = re.search(r'<nav class="views".*?</nav>', self.html, re.DOTALL)
        found = re.findall(r"<a ([^>]*)>(.*?)</a>", links[0]) if links else []
        return [("* " if "aria-current" in tag else "") + text_of(words) for tag, words in found]

    @property
    def totals(self):
        return self.one('<p class="sm muted mt-3">(.*?)</p>\n(?:\n|<nav|$)')

    def row(self, name):
        """The words in the cells of an account's row, with those only a screen reader says."""
        (row,) = [row for row in re.findall(r"<tr.*?</tr>", self.html, re.DOTALL) if name in row]
        cells = re.findall(r"<t[dh] .*?</t[dh]>", row, re.DOTALL)
        return [text_of(re.sub(r'<[^>]*aria-label="([^"]*)"[^>]*>', r" \1 ", c)) for c in cells]

    def options(self, name):
        return re.findall(r"<option[^>]*>(.*?)</option>", self.select(name))

    def value(self, name):
        """What a filter is set to."""
        chosen = re.findall(r'value="([^"]*)" selected', self.select(name))
        typed = re.findall(f'<input [^>]*name="{name}"[^>]*value="([^"]*)"', self.html)
        (found,) = chosen or typed or [""]
        return unescape(found)

    def select(self, name):
        return "".join(re.findall(f'<select [^>]*name="{name}".*?</select>', self.html, re.DOTALL))

    def found(self, pattern):
        return [text_of(text) for text in re.findall(pattern, self.html, re.DOTALL)]

    def one(self, pattern):
        (text,) = self.found(pattern)
        return text


def text_of(html):
    return " ".join(unescape(re.sub("<[^>]+>", " ", html)).split())
