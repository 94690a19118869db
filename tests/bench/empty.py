"""``python -m tests.bench.empty serve``: ``manage.py serve``, but the application answers nothing.

What the server itself needs for an answer, set as it is for the site.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable
from typing import Any
from unittest.mock import patch

from django.core.management import execute_from_command_line
from granian import Granian

StartResponse = Callable[[str, list[tuple[str, str]]], object]


def application(environ: dict[str, Any], start_response: StartResponse) -> Iterable[bytes]:
    """Answer 200 without a body."""
    start_response("200 OK", [("Content-Length", "0")])
    return [b""]


def with_that_application(target: str, **settings: Any) -> Any:
    """Return a server with all of its settings, but not with the application it is to have."""
    return Granian("tests.bench.empty:application", **settings)


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "treaty_site.settings")
    with patch("granian.Granian", with_that_application):  # where the command finds it
        execute_from_command_line(["manage.py", *sys.argv[1:]])
