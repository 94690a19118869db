"""Citations as a RIS file, which programs for references exchange."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from articles import treaty
from articles.citations.entries import note, with_keys
from articles.citations.pinpoint import Pinpoint
from articles.citations.wording import SPELT, day_first

END_OF_LINE: Final = "\r\n"
"""Lines end so by the specification of Research Information Systems."""


def write(pinpoints: Sequence[Pinpoint]) -> str:
    """Return a RIS file with a record of the type ``LEGAL`` for each.

    A comma ends the name of a party, so that no program takes its last word for a surname. ``SE``
    holds the place cited. ``ID`` is longer than the twenty characters of the specification, which
    no program in use insists on. ``C1``, a field for whatever one likes, has the content hash.
    There is no ``Y2``, the day of access: the file stays the same from day to day, so that it
    can be kept.
    """
    return "".join(record(key, pinpoint) for key, pinpoint in with_keys(pinpoints))


def record(key: str, pinpoint: Pinpoint) -> str:
    """Return a record, with a line for each tag that has a value."""
    tags = [
        ("TY", "LEGAL"),
        ("ID", key),
        *(("AU", f"{party},") for party in treaty.PARTIES),
        ("TI", treaty.TITLE),
        ("ST", treaty.SHORT_TITLE),
        ("PY", str(treaty.SIGNED.year)),
        ("DA", f"{treaty.SIGNED:%Y/%m/%d}/"),
        ("CY", treaty.SIGNED_AT),
        ("SE", SPELT.of(pinpoint)),
        ("UR", pinpoint.url),
        ("N1", f"Signed on {day_first(treaty.SIGNED)}, in force since "
        f"{day_first(treaty.IN_FORCE)}"),
        ("N1", note(pinpoint)),
        ("C1", f"SHA-256 {pinpoint.sha256}" if pinpoint.sha256 else ""),
    ]  # fmt: skip
    lines = [f"{tag}  - {value}" for tag, value in tags if value]
    return END_OF_LINE.join([*lines, "ER  - ", ""])
