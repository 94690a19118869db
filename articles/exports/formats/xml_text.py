"""Words as XML 1.0 can hold them."""

from __future__ import annotations

import re
from typing import Final

ILLEGAL: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What is no character of XML 1.0 (production 2, ``Char``)."""


def legal(text: str) -> str:
    """Return a text in which what XML cannot hold has become U+FFFD."""
    return ILLEGAL.sub("\N{REPLACEMENT CHARACTER}", text)
