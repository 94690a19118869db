"""Loads templates without the indentation and the lines that only those who read them need.

It is a tenth of a compressed page. What an element keeps as it is written (``pre``, ``textarea``)
must therefore begin and end on one line of its template.
"""

from __future__ import annotations

import re
from typing import Final

from django.template import Origin
from django.template.loaders import filesystem

INDENTATION: Final = re.compile(r"\s*\n\s*")

AFTER_A_TAG_ALONE: Final = re.compile(r"(?<=\n)({%(?! to)[^\n%]*%})\n")
"""The end of a line that holds a tag of Django's and nothing else; the line before it has one.

A tag that writes the address of a link stands among attributes, which are kept apart.
"""


class Loader(filesystem.Loader):
    """The templates of this site, without what only indents them."""

    def get_contents(self, origin: Origin) -> str:
        """Return the source of a template."""
        lines = INDENTATION.sub("\n", super().get_contents(origin))
        return AFTER_A_TAG_ALONE.sub(r"\1", lines)
