"""Puts a published copy of the treaty beside the fixtures, from where ``load_treaty`` reads it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path, PurePath
from typing import Final

from articles.loading.official import landmarks
from articles.loading.official.reading import FOLDER, NAME
from articles.loading.schema import CuesFile, LandmarkTable, PublicationFile, PublicationTable
from articles.loading.tables import read_file
from articles.official.text import Parsed, Refused

SUFFIXES: Final = {".htm": ".html"}
"""Endings that are written another way in the folder."""

Files = Mapping[Path, bytes]
"""What a folder holds."""


@dataclass(frozen=True)
class Origin:
    """Where a copy comes from.

    ``retrieved`` is an ISO date, ``wording`` a value of ``OfficialText.Wording``, and ``name``
    what the copy is to be called (``en-2``); without it, it is called after its language.
    """

    publisher: str = ""
    url: str = ""
    retrieved: str = ""
    wording: str = "unknown"
    name: str = ""


@dataclass(frozen=True)
class Kept:
    """A copy that is beside the fixtures now; not ``is_new`` if the same was there before."""

    path: Path
    parsed: Parsed
    is_new: bool


def contents(folder: Path) -> Files:
    """Return the files of a folder, none if there is no such folder."""
    return {path: path.read_bytes() for path in sorted(folder.glob("*")) if path.is_file()}


def restore(wanted: Files, folder: Path) -> None:
    """Make a folder hold these files again, and no others."""
    there = contents(folder)
    for path in there.keys() - wanted.keys():
        path.unlink()
    for path, data in wanted.items():
        if there.get(path) != data:
            path.write_bytes(data)


@contextmanager
def all_or_nothing(folder: Path) -> Iterator[Files]:
    """Give what a folder holds, and put it back if what is done meanwhile fails."""
    before = contents(folder)
    try:
        yield before
    except Exception:
        restore(before, folder)
        raise


def landmarks_of(folder: Path) -> list[LandmarkTable]:
    """Return what a text must hold to pass for the treaty's, after the fixtures in the folder."""
    cues, faults = read_file(folder, "cues.toml", CuesFile)
    if cues is None:
        raise Refused([str(fault) for fault in faults])
    return cues.landmark


def publication_at(folder: Path, url: str) -> PublicationTable | None:
    """Return what the fixtures in the folder say of an address where a text was published."""
    published, _ = read_file(folder, "publication.toml", PublicationFile)
    known = (*published.official_text, *published.text_copy) if url and published else ()
    return next((each for each in known if each.url.rstrip("/") == url.rstrip("/")), None)


def keep(  # noqa: PLR0913 - a copy, where it goes, and where it comes from
    folder: Path,
    data: bytes,
    file_name: str,
    origin: Origin,
    *,
    language: str | None = None,
    replace: bool = False,
) -> Kept:
    """Put a copy and what is known of its origin into the folder ``official`` of the fixtures.

    Raises ``Refused``, and changes nothing, if the copy is not sound, if its name cannot be, or
    if another copy has the name and is not to be replaced; ``OSError`` if the folder cannot be
    written, which may leave it half done: do it with ``all_or_nothing``.
    """
    parsed = landmarks.read(data, file_name, landmarks_of(folder), language=language)
    suffix = PurePath(file_name).suffix.lower()
    slug = origin.name or parsed.language
    name = f"{slug}{SUFFIXES.get(suffix, suffix)}"
    named = NAME.fullmatch(name)
    if named is None or named["language"] != parsed.language:
        raise Refused(
            [f"{slug}: a text in this language is called {parsed.language} or {parsed.language}-2"]
        )
    path = folder / FOLDER / name
    there = list(path.parent.glob(f"{slug}.*"))
    others = [each for each in there if each.suffix != ".toml"]
    if any(each.read_bytes() == data for each in others):
        return Kept(others[0], parsed, is_new=False)
    if others and not replace:
        raise Refused(
            [
                f"there is another text called {others[0].name}: give --replace to put this one "
                f"in its place, or --name {slug}-2 to have both"
            ]
        )
    path.parent.mkdir(parents=True, exist_ok=True)
    for other in there:
        other.unlink()
    path.write_bytes(data)
    said = {**asdict(origin), "sha256": hashlib.sha256(data).hexdigest()}
    del said["name"]
    # A JSON text of one line is a TOML text, too.
    lines = (f"{key} = {json.dumps(said[key], ensure_ascii=False)}\n" for key in said)
    path.with_suffix(".toml").write_text("".join(lines), encoding="utf-8")
    return Kept(path, parsed, is_new=True)
