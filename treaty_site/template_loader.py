"""Loads templates without the indentation that only those who read them need.

It is a tenth of a compressed page. What an element keeps as it is written (``pre``, ``textarea``)
must therefore begin and end on one line of its template.
"""

from __future__ import annotations

import re
from typing import Final

from django.template import Origin
from django.template.loaders import filesystem

INDENTATION: Final = re.compile(r"\s*\n\s*")


class Loader(filesystem.Loader):
    """The templates of this site, in which every line begins at its first letter."""

    def get_contents(self, origin: Origin) -> str:
        """Return the source of a template."""
        return INDENTATION.sub("\n", super().get_contents(origin))
