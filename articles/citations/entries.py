"""What entries of every file format share: keys, what is cited, and what the address shows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from articles.citations.pinpoint import Pinpoint

NOTE: Final = "The address leads to a plain-English restatement, not the treaty's wording"
NOTE_ON_OFFICIAL: Final = "The address leads to the official text ({})"


def note(pinpoint: Pinpoint) -> str:
    """Return what the address shows and where that comes from, without a full stop."""
    shown = NOTE_ON_OFFICIAL if pinpoint.is_official else NOTE
    leads_to = shown.format(" ".join(pinpoint.text_name.split()))
    return "; ".join(filter(None, (leads_to, pinpoint.provenance)))


def with_keys(pinpoints: Sequence[Pinpoint]) -> Iterator[tuple[str, Pinpoint]]:
    """Give each a key of its own: a place that comes again has ``-2`` after its key, and so on."""
    seen: Counter[str] = Counter()
    for pinpoint in pinpoints:
        seen[pinpoint.key] += 1
        count = seen[pinpoint.key]
        yield (f"{pinpoint.key}-{count}" if count > 1 else pinpoint.key), pinpoint
