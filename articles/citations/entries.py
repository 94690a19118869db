"""What entries of every file format share: keys, what is cited, and what the address shows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from articles.citations.pinpoint import Pinpoint
from articles.citations.wording import SPELT

NOTE: Final = "The address leads to a plain-English restatement, not the treaty's wording"
NOTE_ON_OFFICIAL: Final = "The address leads to the official text ({})"


def note(pinpoint: Pinpoint) -> str:
    """Return what the address shows and where that comes from, without a full stop."""
    return "; ".join(filter(None, (leads_to(pinpoint), pinpoint.provenance)))


def leads_to(pinpoint: Pinpoint) -> str:
    """Return what the address leads to, in a clause."""
    if pinpoint.is_official:
        return NOTE_ON_OFFICIAL.format(" ".join(pinpoint.text_name.split()))
    return NOTE


def place(pinpoint: Pinpoint) -> str:
    """Return ``art. 3, para. 3``; empty for the whole treaty."""
    return SPELT.of(pinpoint)


def with_keys(pinpoints: Sequence[Pinpoint]) -> Iterator[tuple[str, Pinpoint]]:
    """Give each a key of its own: a place that comes again has ``-2`` after its key, and so on."""
    seen: Counter[str] = Counter()
    for pinpoint in pinpoints:
        seen[pinpoint.key] += 1
        count = seen[pinpoint.key]
        yield (f"{pinpoint.key}-{count}" if count > 1 else pinpoint.key), pinpoint
