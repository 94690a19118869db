"""What a program that reads CSL-JSON prints of it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final

import citeproc
from citeproc.source.json import CiteProcJSON

FOR_TREATIES: Final = Path(__file__).with_name("treaties.csl")
"""A style that prints all that our items hold of a treaty."""

BUNDLED: Final = Path(citeproc.__file__).parent / "data/styles/harvard-cite-them-right.csl"
"""A style that comes with the program and knows no treaties."""


def rendered(text: str, style: Path) -> list[str]:
    """Return the entries of a CSL-JSON file, in its order, as a style prints them."""
    source = CiteProcJSON(json.loads(text))
    loaded = citeproc.CitationStylesStyle(str(style.with_suffix("")), validate=False)
    bibliography = citeproc.CitationStylesBibliography(loaded, source, citeproc.formatter.plain)
    for key in source:
        bibliography.register(citeproc.Citation([citeproc.CitationItem(key)]))
    return [str(entry) for entry in bibliography.bibliography()]
