"""JSON-LD: what the page of the same place says in its head, with the text."""

from __future__ import annotations

import json

from articles.exports import linked_data
from articles.exports.extract import Extract


def write(extract: Extract) -> str:
    """Return the extract in the vocabulary of schema.org."""
    data = {"@context": linked_data.CONTEXT, **linked_data.legislation(extract)}
    whole = linked_data.absolute(data, extract.site)
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"
