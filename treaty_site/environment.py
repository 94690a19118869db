"""Reads settings from the environment, and says what is wrong with those that are."""

from __future__ import annotations

import os
from typing import Final

from django.core.exceptions import ImproperlyConfigured

LEVELS: Final = ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL")
"""From which severity on something is logged."""

LAST_PORT: Final = 65_535

NO_PART_OF_A_NAME: Final = frozenset("/@?#* ")


def switch(name: str, *, default: bool = False) -> bool:
    """Return whether a setting is on; raise ``ImproperlyConfigured`` unless it is 1, 0 or none."""
    value = os.environ.get(name) or str(int(default))
    if value not in {"0", "1"}:
        raise ImproperlyConfigured(f"{name} is {value!r}; it must be 1 (on) or 0 (off).")
    return value == "1"


def level(name: str) -> str:
    """Return a setting that is one of the levels; raise ``ImproperlyConfigured`` otherwise."""
    value = os.environ.get(name) or "WARNING"
    if value.upper() not in LEVELS:
        raise ImproperlyConfigured(f"{name} is {value!r}; it must be one of {', '.join(LEVELS)}.")
    return value.upper()


def listener(name: str) -> tuple[str, int] | None:
    """Return a setting that is a port of this machine alone, or address and port; none is none.

    Raises ``ImproperlyConfigured`` for anything else.
    """
    value = os.environ.get(name)
    if not value:
        return None
    host, _, port = value.rpartition(":")
    if not port.isascii() or not port.isdigit() or not 1 <= int(port) <= LAST_PORT:
        raise ImproperlyConfigured(
            f"{name} is {value!r}; it must be a port from 1 to {LAST_PORT}, "
            f"or an address and a port, for example {name}=10.0.0.11:9100."
        )
    return host.strip("[]") or "127.0.0.1", int(port)


def hosts(name: str, default: str) -> list[str]:
    """Return the host names of a setting, which has commas between them.

    Raises ``ImproperlyConfigured`` for what no request names as its host: an address, or a port.
    """
    named = [host.strip() for host in (os.environ.get(name) or default).split(",")]
    for host in named:
        is_ipv6 = host.startswith("[") and host.endswith("]")
        if NO_PART_OF_A_NAME & {*host} or (":" in host and not is_ipv6):
            raise ImproperlyConfigured(
                f"{name} holds {host!r}; it must hold names alone, without https:// and port, "
                f"for example {name}=treaty.example.org,www.treaty.example.org."
            )
    return [host for host in named if host]
