"""From a published file to its lines; one small module for each format, all in ``FORMATS``."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path, PurePath
from typing import Final

from articles.official.extraction import html, isolated, plain
from articles.official.text import Line, Refused

MAX_BYTES: Final = 8_000_000
"""The size above which a file is refused unread. A treaty's text is a hundredth of it."""

Extract = Callable[[bytes], list[Line]]

FORMATS: Final[dict[str, Extract]] = {
    ".txt": plain.lines,
    ".md": plain.markdown_lines,
    ".html": html.lines,
    ".htm": html.lines,
    ".pdf": isolated.run("articles.official.extraction.pdf"),
    ".docx": isolated.run("articles.official.extraction.docx"),
}
"""How a file is read, by the ending of its name. What runs a decoder of packed data runs apart.

Such a module is only named: its libraries are large, and no process of the site needs them.
"""

SIGNATURES: Final = {".pdf": (b"%PDF-",), ".docx": (b"PK\x03\x04", b"PK\x05\x06")}
"""How files of a format begin."""


def contents(path: Path) -> bytes:
    """Return the bytes of a file, and of one that is too large no more than show it to be so."""
    with path.open("rb") as file:
        return file.read(MAX_BYTES + 1)


def extract(data: bytes, file_name: str) -> list[Line]:
    """Return the lines of a file, given its bytes and its name.

    Raises ``Refused`` if the format is not known or the file is none of it, is too large, is
    encrypted or holds no text.
    """
    suffix = PurePath(file_name).suffix.lower()
    if suffix not in FORMATS:
        known = ", ".join(FORMATS)
        raise Refused([f"{file_name}: the name must end in one of {known}: save it as one of them"])
    if len(data) > MAX_BYTES:
        raise Refused(
            [f"{file_name}: is over {MAX_BYTES:,} bytes, which no treaty is: save the text only"]
        )
    begins = SIGNATURES.get(suffix, (b"",))
    if not data.lstrip()[:8].startswith(begins):
        raise Refused([f"{file_name}: is no {suffix[1:].upper()} file: check how it was saved"])
    try:
        lines = FORMATS[suffix](data)
    except Refused as refused:
        raise Refused([f"{file_name}: {problem}" for problem in refused.problems]) from None
    if not any(line.text for line in lines):
        raise Refused(
            [f"{file_name}: holds no text; of a scan, look for a copy whose words can be selected"]
        )
    return lines
