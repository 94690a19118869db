"""What processes take of the machine, as Linux tells it in ``/proc``."""

from __future__ import annotations

import os
import platform
from contextlib import suppress
from pathlib import Path

PROC = Path("/proc")
TICKS = os.sysconf("SC_CLK_TCK")
PAGE = os.sysconf("SC_PAGE_SIZE")
PARENT, GROUP, USER, SYSTEM = 1, 2, 11, 12
"""Where these stand in ``/proc/…/stat``, after the name of the program (proc(5))."""


def stats() -> dict[int, list[int]]:
    """Return the figures of each process, by its number."""
    found = {}
    for path in PROC.glob("[0-9]*/stat"):
        with suppress(OSError):  # it has just ended
            fields = path.read_text().rpartition(")")[2].split()
            found[int(path.parent.name)] = [0, *map(int, fields[1:])]
    return found


def seconds_of_group(leader: int) -> float:
    """Return the seconds of processor that the processes of a group have taken."""
    return (
        sum(each[USER] + each[SYSTEM] for each in stats().values() if each[GROUP] == leader) / TICKS
    )


def megabytes_of_children(parent: int) -> list[float]:
    """Return how much memory each child of a process holds (RSS), in millions of bytes."""
    return [
        int((PROC / str(number) / "statm").read_text().split()[1]) * PAGE / 1e6
        for number, each in sorted(stats().items())
        if each[PARENT] == parent
    ]


def machine() -> dict[str, str]:
    """Return what the figures depend on."""
    lines = (PROC / "cpuinfo").read_text().splitlines()
    models = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    memory = os.sysconf("SC_PHYS_PAGES") * PAGE / 1e9
    return {
        "Processors": f"{os.cpu_count()} × {models[0] if models else platform.machine()}",
        "Memory": f"{memory:.0f} GB",
        "System": f"{platform.system()} {platform.release()}, Python {platform.python_version()}",
    }
