"""Understands a reference to an article or paragraph in the ways in which people write it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from articles import treaty
from articles.treaty.places import Place

ARTICLE: Final = (
    r"(?:articles?|arts?|статья|статье|статьи|статью|ст|ماده|الماده)\.?\s*"
    r"(?:no\.?|number|nr\.?|#|№|номер|شماره)?\s*"
)
PARAGRAPH: Final = r"(?:paragraphs?|paras?|pars?|§|пункт[аеу]?|п|часть|части|ч|بند)\.?\s*"
POINT: Final = r"(?:(?:sub-?)?points?|items?|подпункт[аеу]?|пп|جزء)\.?\s*"
RECITAL: Final = r"(?:recitals?|абзац|بند)\.?\s*"
PREAMBLE: Final = r"(?:the\s+)?(?:preamble|преамбула|преамбулы|преамбуле|مقدمه|دیباچه)"
CLOSING: Final = (
    r"(?:(?:the\s+)?closing(?:\s+(?:lines?|words|part|provisions))?"
    r"|заключительн\w+\s+(?:строк\w*|част\w*|положени\w*)|(?:بخش|سطرهای|سطور)\s+پایانی)"
)
NUMBER: Final = r"(?P<article>\d{1,3})"
PART: Final = r"(?P<paragraph>\d{1,2})"
ITEM: Final = r"(?:(?P=paragraph)\.)?(?P<point>\d{1,2})"
EITHER: Final = rf"{PART}(?:\.(?P<point>\d{{1,2}}))?"
"""The number of a point may say its paragraph, too: 2.3 is point 3 of paragraph 2."""

OF: Final = r"\s*[,،]?\s*(?:(?:of|in|из|از)\s+)?"
THEN: Final = r"\s*[,،]?\s*"
HOST: Final = r"(?:https?://[^\s/]+|[\w-]+(?:\.[\w-]+)+(?::\d+)?)?"
END: Final = r"/?(?:[?#]\S*)?"

SPOKEN: Final = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?:{ARTICLE})?{NUMBER}",  # 14 · art. 14 · статья 12 · ماده ۱۲
        rf"(?:{ARTICLE})?{NUMBER}{THEN}(?:{PARAGRAPH}|{POINT}){EITHER}",  # Article 3, paragraph 4
        rf"(?:{ARTICLE})?{NUMBER}{THEN}{PARAGRAPH}{PART}{THEN}{POINT}{ITEM}",
        rf"(?:{ARTICLE})?{NUMBER}\s*\(\s*{EITHER}\s*\)",  # 3(3) · 22(2.3)
        rf"(?:{ARTICLE})?{NUMBER}\s*\(\s*{PART}\s*\)\s*\(\s*{ITEM}\s*\)",  # 22(2)(2.3)
        rf"(?:{ARTICLE})?{NUMBER}\s*\(\s*{PART}\s*\){THEN}{POINT}{ITEM}",
        rf"(?:{PARAGRAPH}|{POINT}){EITHER}{OF}{ARTICLE}{NUMBER}",  # п. 3 ст. 12
        rf"{POINT}(?:\d{{1,2}}\.)?(?P<point>\d{{1,2}}){OF}{PARAGRAPH}{PART}{OF}{ARTICLE}{NUMBER}",
        rf"{PREAMBLE}(?:{THEN}(?:{RECITAL}|{PARAGRAPH})?{PART})?",
        rf"{RECITAL}{PART}(?:\s+(?:of|in)\s+{PREAMBLE})?",
        rf"(?P<closing>{CLOSING})",
    )
)
"""Each must take in all that was typed. Without an article it is the preamble that is meant."""

WRITTEN: Final = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?:{ARTICLE})?{NUMBER}\s*[./:]\s*{PART}(?:\s*[./:]\s*(?P<point>\d{{1,2}}))?",  # 22.2.3
        rf"{HOST}/articles/{NUMBER}(?:/{PART}(?:/(?P<point>\d{{1,2}}))?)?{END}",
        rf"{HOST}/{NUMBER}(?:\.{PART}(?:\.(?P<point>\d{{1,2}}))?)?{END}",
        rf"{HOST}/preamble(?:/{PART})?{END}",
        rf"{HOST}/(?P<closing>closing)(?:/{PART})?{END}",
    )
)
"""As addresses name provisions: number by number, from the article down."""


@dataclass(frozen=True)
class Reference:
    """The numbers of an article, and of a paragraph and a point of it if they are meant.

    There need not be such a provision. ``is_article_there`` tells an article 48, which there is
    not, from the closing lines.
    """

    article: int
    paragraph: int | None = None
    point: int | None = None
    is_article_there: bool = True

    @property
    def place(self) -> Place:
        """The provision that is meant."""
        return Place(self.article, self.paragraph, self.point)

    @property
    def label(self) -> str:
        """``Article 3, paragraph 3``."""
        return self.place.label if self.is_article_there else f"Article {self.article}"


def read_reference(text: str) -> Reference | None:
    """Return the reference that the text is as a whole, if it is one."""
    plain = unicodedata.normalize("NFKC", text).casefold().strip(" .,;")
    plain = plain.replace("ة", "ه").replace("\u0654", "").replace("ۀ", "ه").replace("\u200c", " ")
    for pattern in (*SPOKEN, *WRITTEN):
        if match := pattern.fullmatch(plain):
            return reference_of(match.groupdict(), is_spoken=pattern in SPOKEN)
    return None


def reference_of(found: Mapping[str, str | None], *, is_spoken: bool) -> Reference:
    """Return the reference with the numbers that a pattern found.

    The only paragraph of Article 28 bears no number, so a number beside that of the article is
    that of a point, unless an address has it for the paragraph: ``28(4)``, but ``/28.1``.
    """
    if found.get("closing"):
        return Reference(treaty.CLOSING, number_of(found, "paragraph"))
    article = number_of(found, "article") or treaty.PREAMBLE
    paragraph, point = number_of(found, "paragraph"), number_of(found, "point")
    is_list = article in treaty.LISTS
    if is_list and paragraph is not None and point is None and (is_spoken or paragraph > 1):
        paragraph, point = 1, paragraph
    return Reference(article, paragraph, point, article <= treaty.LAST_ARTICLE)


def number_of(found: Mapping[str, str | None], name: str) -> int | None:
    """Return a number that a pattern found, if it found one of that name."""
    digits = found.get(name)
    return int(digits) if digits else None
