"""JSON-LD: what the page of the same place says in its head, with the text."""

from __future__ import annotations

import json

from articles import structured_data
from articles.exports.extract import Extract


def write(extract: Extract) -> str:
    """Return the extract in the vocabulary of schema.org."""
    data = {"@context": structured_data.CONTEXT, **structured_data.legislation(extract)}
    whole = structured_data.absolute(data, extract.site)
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"
