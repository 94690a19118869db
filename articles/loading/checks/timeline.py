"""The timeline is in order."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from articles.loading.faults import Fault
from articles.loading.reading import Content

WHOLE_DATE: Final = len("2025-01-17")


def order_of_events(content: Content) -> Iterator[Fault]:
    """Events stand in order of date; a month alone stands after the days of that month."""
    dates = [event.date for event in content.events]
    keys = [date if len(date) == WHOLE_DATE else f"{date}-99" for date in dates]
    for i, (before, after) in enumerate(pairwise(keys), 2):
        if before > after:
            yield Fault(
                "timeline.toml",
                f"event[{i}].date",
                f"{dates[i - 1]} is earlier than the one before: move the event up",
            )
