"""What entries of every file format share: keys, the place cited, and what the address shows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from articles.citations.pinpoint import Pinpoint
from articles.citations.wording import Places
from articles.models import Evidence

PLACES: Final = Places("art. {}", "art. {}, para. {}", "preamble", "preamble, recital {}")

NOTES: Final = {
    Evidence.REPORTED: "The address leads to a plain-English restatement, not the treaty's wording",
    Evidence.PLACED: (
        "The address leads to a plain-English restatement, not the treaty's wording; "
        "the article number is inferred"
    ),
    Evidence.OUTLINE: (
        "The address leads to a plain-English outline, unconfirmed, not the treaty's wording"
    ),
    Evidence.UNPLACED: "The address leads to no text: the article is not yet described there",
}
NOTE_ON_TREATY: Final = (
    "The address leads to a plain-English restatement of a part of the treaty, not its wording"
)
NOTE_ON_OFFICIAL: Final = "The address leads to the official text ({})"


def note(pinpoint: Pinpoint) -> str:
    """Return what the address shows and where that comes from, without a full stop."""
    return "; ".join(filter(None, (leads_to(pinpoint), pinpoint.provenance)))


def leads_to(pinpoint: Pinpoint) -> str:
    """Return what the address leads to, in a clause."""
    if pinpoint.is_official:
        return NOTE_ON_OFFICIAL.format(" ".join(pinpoint.text_name.split()))
    return NOTE_ON_TREATY if pinpoint.article is None else NOTES[pinpoint.evidence]


def place(pinpoint: Pinpoint) -> str:
    """Return ``art. 3, para. 3``; empty for the whole treaty."""
    return PLACES.of(pinpoint)


def with_keys(pinpoints: Sequence[Pinpoint]) -> Iterator[tuple[str, Pinpoint]]:
    """Give each a key of its own: a place that comes again has ``-2`` after its key, and so on."""
    seen: Counter[str] = Counter()
    for pinpoint in pinpoints:
        seen[pinpoint.key] += 1
        count = seen[pinpoint.key]
        yield (f"{pinpoint.key}-{count}" if count > 1 else pinpoint.key), pinpoint
