"""The two steps of the upload as a browser sends and reads them."""

import re
from html import unescape

from django.core.files.uploadedfile import SimpleUploadedFile

UPLOAD, CONFIRMATION = "/import/plan/", "/import/plan/confirmation/"


def send(client, text, name="plan.yaml", content_type="application/yaml"):
    data = text if isinstance(text, bytes) else text.encode()
    return client.post(UPLOAD, {"file": SimpleUploadedFile(name, data, content_type)})


def answers(page, **changes):
    """What the form of the second step sends."""
    fields = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', body(page)))
    chosen = re.search(r'name="seat" value="([^"]*)"[^>]*checked', body(page))
    return {**fields, **({"seat": chosen[1]} if chosen else {}), **changes}


def body(page):
    return unescape(page.content.decode())


def table(page):
    """The rows of the list of problems: line, place, message."""
    rows = re.findall(
        r'data-label="Line">(.*?)</td>\s*<th[^>]*>(.*?)</th>\s*<td[^>]*>(.*?)</td>',
        page.content.decode(),
        re.DOTALL,
    )
    return [tuple(map(unescape, row)) for row in rows]
