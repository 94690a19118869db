"""Citations as files for LaTeX: BibTeX, and its successor biblatex."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from typing import Final

from django.utils.formats import date_format

from articles import treaty
from articles.citations.entries import IN_FORCE, Entry

SPECIAL: Final = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{character: f"\\{character}" for character in "{}$&#%_"},
}
"""The characters that mean something to LaTeX, as it prints them."""

TYPOGRAPHIC: Final = {
    "–": "--",
    "—": "---",
    "‘": "`",
    "’": "'",
    "“": "``",
    "”": "''",
    "…": r"\dots{}",
}

ACCENTS: Final = {
    "\u0300": "`",
    "\u0301": "'",
    "\u0302": "^",
    "\u0303": "~",
    "\u0308": '"',
    "\u030c": "v",
    "\u0327": "c",
}
"""Combining marks, and the commands that set them on the letter that follows."""


def write(entry: Entry) -> str:
    """Return a BibTeX file with one entry.

    The type is ``misc``, since BibTeX has none for laws or treaties. ``month`` holds the day too,
    as the styles of BibTeX print it, and ``date`` is for pandoc, which reads only months there.
    ``key`` is what a style sorts and labels by where there is no author. Everything is ASCII but
    letters for which there is no command here, such as those of other alphabets.
    """
    return written(
        "misc",
        entry.key,
        {
            "key": in_latex(entry.short_title),
            "title": f"{{{in_latex(entry.title)}}}",
            "howpublished": f"Signed at {treaty.SIGNED_AT}",
            "year": str(treaty.SIGNED.year),
            "month": f'"{treaty.SIGNED.day}~" # {date_format(treaty.SIGNED, "b")}',
            "date": treaty.SIGNED.isoformat(),
            "note": IN_FORCE,
            "url": entry.url,
            "urldate": str(entry.accessed or ""),
            "annote": in_latex(entry.annotation),
        },
    )


def write_biblatex(entry: Entry) -> str:
    """Return a biblatex file, in UTF-8, with one entry.

    The type is ``legal``: "legal documents such as treaties" in the manual's section 2.1.3, which
    the standard styles print as ``misc`` and those for lawyers in their own way. Short title and
    title have braces of their own, so that no style changes their capitals.
    """
    return written(
        "legal",
        entry.key,
        {
            "title": f"{{{guarded(entry.title)}}}",
            "shorttitle": f"{{{guarded(entry.short_title)}}}",
            "date": treaty.SIGNED.isoformat(),
            "location": treaty.SIGNED_AT,
            "addendum": IN_FORCE,
            "url": entry.url,
            "urldate": str(entry.accessed or ""),
            "annotation": guarded(entry.annotation),
        },
    )


def written(kind: str, key: str, fields: Mapping[str, str]) -> str:
    """Return an entry, a line for each field that holds anything; a month has a macro in it."""
    lines = [
        f"  {name} = {value}," if name == "month" else f"  {name} = {{{value}}},"
        for name, value in fields.items()
        if value
    ]
    return "\n".join([f"@{kind}{{{key},", *lines, "}", ""])


def guarded(text: str) -> str:
    """Return text with what means something to LaTeX escaped, and everything else as it is."""
    return "".join(SPECIAL.get(character, character) for character in text)


def in_latex(text: str) -> str:
    """Return text escaped, with accents, dashes and quotation marks as LaTeX commands."""
    return "".join(letter(character) for character in text)


def letter(character: str) -> str:
    """Return a character as LaTeX commands, or as it is if there are none for it here."""
    if character in SPECIAL or character in TYPOGRAPHIC:
        return SPECIAL.get(character) or TYPOGRAPHIC[character]
    bare = unicodedata.normalize("NFD", character)
    if bare[1:] in ACCENTS:
        return f"{{\\{ACCENTS[bare[1:]]}{{{bare[0]}}}}}"
    return character
