"""What the processes of a server take: time of the processors, memory, open files."""

from __future__ import annotations

import ctypes
import time
from dataclasses import dataclass
from typing import NamedTuple

import psutil

QUIET = 0.05
"""The share of a processor below which a server has nothing to do."""


class Taken(NamedTuple):
    """What each worker holds: memory in millions of bytes (RSS), and open descriptors."""

    megabytes: list[float]
    descriptors: list[int]


@dataclass(frozen=True)
class Workers:
    """The workers of a running server."""

    processes: list[psutil.Process]

    @classmethod
    def of(cls, parent: int) -> Workers:
        """Return the workers of a server, given its first process."""
        return cls(psutil.Process(parent).children())

    def seconds(self) -> float:
        """Return how long processors have worked for them, to the microsecond."""
        return sum(time.clock_gettime(clock_of(each.pid)) for each in self.processes)

    def taken(self) -> Taken:
        """Return what they hold now."""
        return Taken(
            [each.memory_info().rss / 1e6 for each in self.processes],
            [each.num_fds() for each in self.processes],
        )

    def wait_until_quiet(self) -> None:
        """Return once they have nothing to do, not even pages that they make ahead."""
        while True:
            before = self.seconds()
            time.sleep(1)
            if self.seconds() - before < QUIET:
                return


def clock_of(process: int) -> int:
    """Return the clock that runs while a processor works for a process (clock_getcpuclockid(3))."""
    clock = ctypes.c_int()
    error = ctypes.CDLL(None).clock_getcpuclockid(process, ctypes.byref(clock))
    if error:
        raise ProcessLookupError(error, f"process {process} has no clock")
    return clock.value
