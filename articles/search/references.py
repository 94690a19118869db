"""Understands a reference to an article or paragraph in the ways in which people write it."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

from articles import treaty
from articles.places import Place

ARTICLE: Final = (
    r"(?:articles?|arts?|статья|статье|статьи|статью|ст|ماده|الماده)\.?\s*"
    r"(?:no\.?|number|nr\.?|#|№|номер|شماره)?\s*"
)
PARAGRAPH: Final = r"(?:paragraphs?|paras?|pars?|§|пункте?|п|часть|части|ч|بند)\.?\s*"
RECITAL: Final = r"(?:recitals?|абзац|بند)\.?\s*"
PREAMBLE: Final = r"(?:the\s+)?(?:preamble|преамбула|преамбулы|преамбуле|مقدمه|دیباچه)"
NUMBER: Final = r"(?P<article>\d{1,3})"
PART: Final = r"(?P<paragraph>\d{1,2})"
HOST: Final = r"(?:https?://[^\s/]+|[\w-]+(?:\.[\w-]+)+(?::\d+)?)?"
END: Final = r"/?(?:[?#]\S*)?"

PATTERNS: Final = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?:{ARTICLE})?{NUMBER}",  # 14 · art. 14 · статья 12 · ماده ۱۲
        rf"(?:{ARTICLE})?{NUMBER}\s*[,،]?\s*{PARAGRAPH}{PART}",  # Article 3, paragraph 4
        rf"(?:{ARTICLE})?{NUMBER}\s*\(\s*{PART}\s*\)",  # 3(3)
        rf"(?:{ARTICLE})?{NUMBER}\s*[./:]\s*{PART}",  # 3.3
        rf"{PARAGRAPH}{PART}\s*[,،]?\s*(?:(?:of|in|из|از)\s+)?{ARTICLE}{NUMBER}",  # п. 3 ст. 12
        rf"{PREAMBLE}(?:\s*[,،]?\s*(?:{RECITAL}|{PARAGRAPH})?{PART})?",
        rf"{RECITAL}{PART}(?:\s+(?:of|in)\s+{PREAMBLE})?",
        rf"{HOST}/articles/{NUMBER}(?:/{PART})?{END}",
        rf"{HOST}/{NUMBER}(?:\.{PART})?{END}",
        rf"{HOST}/preamble(?:/{PART})?{END}",
    )
)
"""Each must take in all that was typed. Without an article it is the preamble that is meant."""


@dataclass(frozen=True)
class Reference:
    """The numbers of an article, and of a paragraph and a point of it if they are meant.

    There need not be such a provision.
    """

    article: int
    paragraph: int | None = None
    point: int | None = None

    @property
    def place(self) -> Place:
        """The provision that is meant."""
        return Place(self.article, self.paragraph, self.point)

    @property
    def label(self) -> str:
        """``Article 3, paragraph 3``."""
        return self.place.label


def read_reference(text: str) -> Reference | None:
    """Return the reference that the text is as a whole, if it is one."""
    plain = unicodedata.normalize("NFKC", text).casefold().strip(" .,;")
    plain = plain.replace("ة", "ه").replace("\u0654", "").replace("ۀ", "ه").replace("\u200c", " ")
    for pattern in PATTERNS:
        if match := pattern.fullmatch(plain):
            found = match.groupdict()
            paragraph = found.get("paragraph")
            return Reference(
                int(found.get("article") or treaty.PREAMBLE),
                None if paragraph is None else int(paragraph),
            )
    return None
