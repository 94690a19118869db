"""Writes a compared passage as HTML; words say what is struck out and underlined, not only looks.

In Python since a template would put white space of its own between the words.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from articles.edition.corpus import ReadableText
from articles.treaty.phrases import counted
from articles.words.quotations.runs import Kind, Segment

SPOKEN: Final = '<span class="visually-hidden" lang="en">{}: </span>'
QUOTED: Final = format_html("<del>" + SPOKEN + "{{}}</del>", "quoted")
PUBLISHED: Final = format_html("<ins>" + SPOKEN + "{{}}</ins>", "published")
OWN: Final = format_html(
    '<span class="quoted-own">' + SPOKEN + "{{}}</span>", "changed by the quoter"
)
CONTEXT: Final = '<span class="quoted-context">{}</span>'
WORDS: Final = '<q><bdi lang="{}" dir="{}">{}</bdi></q>'
OMITTED: Final = ' <span class="quiet" lang="en">… ({})</span> '


DIFFERENCES: Final = {
    (Kind.ALTERED, True): "Altered: {published} is quoted as {quoted}",
    (Kind.MISSING, True): "Missing: {published}",
    (Kind.ADDED, False): "Added: {quoted}",
    (Kind.MARKED, True): "Changed by the quoter, in brackets: {quoted} for {published}",
    (Kind.MARKED, False): "Added by the quoter, in brackets: {quoted}",
}
"""How a difference is said, by its kind and whether there are published words beside it."""


def joined(parts: Iterable[SafeString]) -> SafeString:
    """Return the parts of a passage as one."""
    return format_html_join("", "{}", ((part,) for part in parts))


def said(segment: Segment, text: ReadableText) -> SafeString:
    """Return a difference from the text in words."""
    words = {
        name: format_html(WORDS, text.language, text.direction, part)
        for name, part in (("published", segment.published), ("quoted", segment.quoted))
    }
    return format_html(DIFFERENCES[segment.kind, bool(segment.published)], **words)


def legend(segments: Sequence[Segment], text: str) -> str:
    """Return what the marks mean that a compared passage of the text has, or nothing."""
    wrong = [segment for segment in segments if segment.kind.is_difference]
    changed = [segment for segment in segments if segment.kind is Kind.MARKED]
    meanings = {
        f"Struck out: in the quotation but not in {text}.": any(part.quoted for part in wrong),
        f"Underlined: in {text} but not in the quotation.": any(
            part.published for part in (*wrong, *changed)
        ),
        "Dotted line: the quoter's own change, in brackets.": bool(changed),
    }
    return " ".join(meaning for meaning, is_shown in meanings.items() if is_shown)


def shared_segment_html(segment: Segment) -> SafeString:
    """Return a segment as published, its words marked if the quotation has them as well."""
    words = segment.published.strip()
    if segment.kind is Kind.OMITTED:
        return format_html("{}", " … ")
    if segment.kind is not Kind.SAME or not words:
        return format_html("{}", segment.published)
    before, after = segment.published.split(words)
    return format_html("{}<mark>{}</mark>{}", before, words, after)


def segment_html(segment: Segment) -> SafeString:
    """Return a segment, what was quoted before what is published."""
    if segment.kind is Kind.SAME:
        return format_html("{}", segment.published)
    if segment.kind is Kind.CONTEXT:
        return format_html(CONTEXT, segment.published)
    if segment.kind is Kind.OMITTED:
        words = counted(segment.size, "word") if segment.size else "nothing"
        return format_html(OMITTED, f"{words} left out")
    quoted = OWN if segment.kind is Kind.MARKED else QUOTED
    both = ((quoted, segment.quoted), (PUBLISHED, segment.published))
    return format_html_join(" ", "{}", ((format_html(how, words),) for how, words in both if words))
