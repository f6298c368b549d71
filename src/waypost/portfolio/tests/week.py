"""My week as a reader of its HTML sees it."""

import re

from waypost.portfolio.tests.page import text_of


class WeekPage:
    def __init__(self, response):
        self.status = response.status_code
        self.html = response.content.decode()

    @property
    def groups(self):
        """What is in each place of the week, by its heading with what it comes to."""
        found = re.findall(
            r'<div class="group-head">(.*?)</div>\s*<ul[^>]*>(.*?)</ul>', self.html, re.DOTALL
        )
        titles = r'<div class="row-title">(.*?)</div>'
        return {
            text_of(head): [text_of(title) for title in re.findall(titles, rows)]
            for head, rows in found
        }

    @property
    def done(self):
        """The actions that are ticked off."""
        return self.found(r'aria-pressed="true".*?<div class="row-title">(.*?)</div>')

    @property
    def lede(self):
        return self.found('<p class="lede">(.*?)</p>')[0]

    @property
    def note(self):
        return self.found(r'<h2 id="do">.*?</h2>\s*<span class="note">(.*?)</span>')[0]

    @property
    def toast(self):
        return self.found('<div class="toast">(.*?)</div>')[0]

    def row(self, what):
        """What the row of an action says, with the names of its signals."""
        (row,) = [
            row
            for row in re.findall(r'<li class="row" id.*?</li>', self.html, re.DOTALL)
            if f"<bdi>{what}</bdi>" in row
        ]
        return text_of(re.sub(r'<svg[^>]*aria-label="([^"]*)"[^>]*>', r" \1 ", row))

    def section(self, name):
        """The rows of one of the sections beside the actions, or what it says instead."""
        (found,) = re.findall(
            f'<section class="section" aria-labelledby="{name}">(.*?)</section>',
            self.html,
            re.DOTALL,
        )
        rows = re.findall("<li.*?</li>", found, re.DOTALL)
        rows = rows or re.findall("<p.*?</p>", found, re.DOTALL)
        named = [re.sub(r'<svg[^>]*aria-label="([^"]*)"[^>]*>', r" \1 ", row) for row in rows]
        return [text_of(row) for row in named]

    def found(self, pattern):
        return [text_of(text) for text in re.findall(pattern, self.html, re.DOTALL)]
