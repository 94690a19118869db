"""Citations as files for LaTeX: BibTeX, and its successor biblatex."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from typing import Final

from django.utils.formats import date_format

from articles import treaty
from articles.citations.entries import note, with_keys
from articles.citations.pinpoint import Pinpoint
from articles.citations.wording import SPELT, day_first

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


def write(pinpoints: Sequence[Pinpoint]) -> str:
    """Return a BibTeX file with an entry for each.

    The type is ``misc``, since BibTeX has none for laws or treaties; ``url`` is a field of the
    styles that know addresses, and others pass over it. Everything is ASCII but letters for which
    there is no command here, such as those of other alphabets. There is no day of access: the file
    stays the same from day to day, so that it can be kept.
    """
    return "\n".join(
        entry(
            "misc",
            key,
            {
                "author": authors(),
                "title": f"{{{in_latex(treaty.TITLE)}}}",
                "year": str(treaty.SIGNED.year),
                "month": date_format(treaty.SIGNED, "b"),
                "howpublished": f"Signed at {treaty.SIGNED_AT} on {day_first(treaty.SIGNED)}, "
                f"in force since {day_first(treaty.IN_FORCE)}",
                "note": in_latex(". ".join(filter(None, (SPELT.of(pinpoint), note(pinpoint))))),
                "url": pinpoint.url,
                "sha256": pinpoint.sha256,
            },
        )
        for key, pinpoint in with_keys(pinpoints)
    )


def write_biblatex(pinpoints: Sequence[Pinpoint]) -> str:
    """Return a biblatex file, in UTF-8, with an entry for each.

    The type is ``legal``: "legal documents such as treaties" in the manual's section 2.1.3, which
    the standard styles print as ``misc`` and those for lawyers in their own way. There is no
    ``urldate``: the file stays the same from day to day, so that it can be kept.
    """
    return "\n".join(
        entry(
            "legal",
            key,
            {
                "author": authors(),
                "title": f"{{{guarded(treaty.TITLE)}}}",
                "titleaddon": guarded(SPELT.of(pinpoint)),
                "shorttitle": guarded(treaty.SHORT_TITLE),
                "date": treaty.SIGNED.isoformat(),
                "location": treaty.SIGNED_AT,
                "note": guarded(note(pinpoint)),
                "addendum": f"In force since {day_first(treaty.IN_FORCE)}",
                "url": pinpoint.url,
                "sha256": pinpoint.sha256,
            },
        )
        for key, pinpoint in with_keys(pinpoints)
    )


def entry(kind: str, key: str, fields: Mapping[str, str]) -> str:
    """Return an entry, a line for each field that holds anything; a month is a macro of BibTeX."""
    lines = [
        f"  {name} = {value}," if name == "month" else f"  {name} = {{{value}}},"
        for name, value in fields.items()
        if value
    ]
    return "\n".join([f"@{kind}{{{key},", *lines, "}", ""])


def authors() -> str:
    """Return the parties, each in braces so that it is not taken for a person's name."""
    return " and ".join(f"{{{party}}}" for party in treaty.PARTIES)


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
