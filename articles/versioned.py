"""Keeps what is worked out from the data, for as long as the data stays the same."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from threading import Lock
from typing import TypeVar

from articles.models import DataVersion

Value = TypeVar("Value")


def kept_for_version(build: Callable[[str], Value]) -> Callable[[str], Value]:
    """Keep what a function returns for the digest of the data that is loaded.

    The function reads the database, so what it returns is kept only if the data is still that
    of the digest afterwards; of an older version nothing is kept. Several threads that ask at
    once wait for the one that builds.
    """
    kept: dict[str, Value] = {}
    lock = Lock()

    @wraps(build)
    def get(digest: str) -> Value:
        if digest in kept:
            return kept[digest]
        with lock:
            if digest in kept:
                return kept[digest]
            value = build(digest)
            if DataVersion.objects.filter(digest=digest).exists():
                kept.clear()
                kept[digest] = value
            return value

    return get
