"""Citations as a RIS file, which programs for references exchange."""

from __future__ import annotations

from typing import Final

from articles import treaty
from articles.citations.entries import AS_TREATY, IN_FORCE, SIGNED, Entry

END_OF_LINE: Final = "\r\n"
"""Lines end so by the specification of Research Information Systems."""


def write(entry: Entry) -> str:
    """Return a RIS file with one record.

    The type is ``STAT``: a treaty has none, and ``LEGAL`` comes into Zotero as a case. ``M2`` is
    Zotero's field Extra. There are no tags for which a statute in Zotero has no field (``CY``,
    ``C1``), and no ``SE``, since the title names the provision. ``ID`` is longer than the twenty
    characters of the specification, which no program in use insists on.
    """
    tags = {
        "TY": "STAT",
        "ID": entry.key,
        "TI": entry.title,
        "ST": entry.short_title,
        "PY": str(treaty.SIGNED.year),
        "DA": f"{treaty.SIGNED:%Y/%m/%d}/",
        "UR": entry.url,
        "Y2": f"{entry.accessed:%Y/%m/%d}/" if entry.accessed else "",
        "M2": AS_TREATY,
        "N1": ". ".join(filter(None, (SIGNED, IN_FORCE, entry.annotation))),
    }
    lines = [f"{tag}  - {value}" for tag, value in tags.items() if value]
    return END_OF_LINE.join([*lines, "ER  - ", ""])
