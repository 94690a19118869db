"""Reads a file in a process of its own, whose time and memory are limited.

Decoders of packed formats can be led to take any amount of either; the limits hold whatever
they do.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import asdict
from importlib import import_module
from pathlib import Path
from typing import Final

from articles.official.text import Line, Refused

try:
    import resource
except ImportError:  # on Windows
    resource = None  # type: ignore[assignment]

ROOT: Final = Path(__file__).resolve().parents[3]

SECONDS: Final = 20
"""Of a processor's time, whatever else the machine does."""

PATIENCE: Final = 60
"""Seconds by the clock, for a process that waits or has little of a processor."""

MEMORY: Final = 2_000_000_000
"""Bytes of address space, most of them never touched."""

TOO_MUCH: Final = "takes too much time or memory to read: save only the text of the treaty"


def run(module: str) -> Callable[[bytes], list[Line]]:
    """Return a function that has a module's ``lines`` read a file in a process of its own."""

    def isolated(data: bytes) -> list[Line]:
        try:
            finished = subprocess.run(  # noqa: S603 - this module, with the name of another
                [sys.executable, "-c", f"from {__name__} import main; main()", module],
                input=data,
                capture_output=True,
                cwd=ROOT,
                timeout=PATIENCE,
                check=True,
            )
        except (subprocess.SubprocessError, OSError) as error:
            raise Refused([TOO_MUCH]) from error
        answer = json.loads(finished.stdout)
        if answer["problems"]:
            raise Refused(answer["problems"])
        return [Line(**line) for line in answer["lines"]]

    return isolated


def main() -> None:
    """Read a file from standard input; write its lines, or why there are none, as JSON."""
    if resource is not None:
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    answer: dict[str, list[object]] = {"lines": [], "problems": []}
    try:
        found = import_module(sys.argv[1]).lines(sys.stdin.buffer.read())
        answer["lines"] = [asdict(line) for line in found]
    except Refused as refused:
        answer["problems"] = list(refused.problems)
    json.dump(answer, sys.stdout)
