"""Reads one file of the fixtures, and says what is wrong with it."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, TypeVar

from pydantic import ValidationError

from articles.loading.fields import Table

MAX_BYTES: Final = 1_000_000
"""The size above which a file is refused unread: no file of the edition comes near it."""

MAX_SHOWN: Final = 60

AnyTable = TypeVar("AnyTable", bound=Table)


@dataclass(frozen=True, order=True)
class Fault:
    """One thing an editor has to mend before the fixtures can be loaded, and how."""

    file: str
    key: str
    message: str

    def __str__(self) -> str:
        return ": ".join(filter(None, [self.file, self.key, self.message]))


def read_file(
    folder: Path, name: str, table: type[AnyTable]
) -> tuple[AnyTable | None, list[Fault]]:
    """Return the parsed file, or ``None`` and its faults."""
    try:
        return table.model_validate(tomllib.loads(decoded(folder / name))), []
    except ValidationError as error:
        return None, [Fault(name, key_of(each["loc"]), advice(each)) for each in error.errors()]
    except tuple(REASONS) as error:
        reason = next(say for kind, say in REASONS.items() if isinstance(error, kind))
        return None, [Fault(name, "", reason(error))]


def decoded(path: Path) -> str:
    """Return the text of a file; raise ``OverflowError`` if it is too large to be read."""
    if path.stat().st_size > MAX_BYTES:
        raise OverflowError
    return path.read_bytes().decode("utf-8")


REASONS: Final[dict[type[Exception], Callable[[Any], str]]] = {
    FileNotFoundError: lambda error: "is missing: put it back",
    OSError: lambda error: f"cannot be read ({error.strerror}): check its permissions",
    OverflowError: lambda error: f"is over {MAX_BYTES:,} bytes: split or shorten it",
    UnicodeDecodeError: lambda error: (
        f"is not UTF-8 (at byte {error.start}): save it again as UTF-8"
    ),
    tomllib.TOMLDecodeError: lambda error: f"is not TOML: {error}",
    RecursionError: lambda error: "nests tables too deeply: flatten it",
    ValueError: lambda error: f"holds a value that cannot be read: {error}",
}
"""Why a file as a whole cannot be used, and what to do; the first kind that fits counts."""


def key_of(location: tuple[int | str, ...]) -> str:
    """Return a TOML-like path (``paragraph[2].point[1].text``, counted from 1)."""
    key = ""
    for part in location:
        key += f"[{part + 1}]" if isinstance(part, int) else f".{part}"
    return key.removeprefix(".")


ADVICE: Final = {
    "missing": "is missing: add it",
    "extra_forbidden": "is not a key known here: remove it or correct its spelling",
    "too_short": "is empty: give at least one",
    "string_too_short": "is empty: write the text, or leave the key out where it is optional",
    "too_long": "is {actual_length} characters long: shorten it to {max_length}",
}
"""What to say of the errors of Pydantic's that an editor would not understand."""


def shown(value: Any) -> str:
    """Return a value of the fixtures as it can be shown in a line, however large it is."""
    try:
        text = str(value)
    except (ValueError, RecursionError):  # a number of thousands of digits, or a deep table
        return "this value"
    return f"'{text[:MAX_SHOWN]}…'" if len(text) > MAX_SHOWN else f"'{text}'"


def advice(error: Any) -> str:
    """Return what is wrong and what to do, from one error of Pydantic's."""
    if error["type"] in ADVICE:
        return ADVICE[error["type"]].format(**error.get("ctx", {}))
    if error["type"] == "value_error":
        return str(error["ctx"]["error"])
    return f"{shown(error['input'])} will not do here: {error['msg'][0].lower()}{error['msg'][1:]}"
