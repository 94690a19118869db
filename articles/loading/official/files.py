"""Puts a published copy of the treaty beside the fixtures, from where ``load_treaty`` reads it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from typing import Final

from articles.loading.official import landmarks
from articles.loading.official.reading import FOLDER, NAME
from articles.loading.schema import CuesFile, LandmarkTable, PublicationFile, PublicationTable
from articles.loading.tables import read_file
from articles.official.text import Parsed, Refused

SUFFIXES: Final = {".htm": ".html"}
"""Endings that are written another way in the folder."""


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
    """A copy that is beside the fixtures now.

    ``is_new`` is false if the same was there before; ``replaced`` holds the files that it took
    the place of, by their paths.
    """

    slug: str
    path: Path
    parsed: Parsed
    is_new: bool
    replaced: Mapping[Path, bytes] = field(default_factory=dict)

    def undo(self) -> None:
        """Take the copy away again, and put back what it replaced."""
        if self.is_new:
            for path in (self.path, self.path.with_suffix(".toml")):
                path.unlink(missing_ok=True)
            for path, data in self.replaced.items():
                path.write_bytes(data)


def landmarks_of(folder: Path) -> list[LandmarkTable]:
    """Return what a text must hold to pass for the treaty's, after the fixtures in the folder."""
    cues, faults = read_file(folder, "cues.toml", CuesFile)
    if not isinstance(cues, CuesFile):
        raise Refused([str(fault) for fault in faults])
    return list(cues.landmark)


def publication_at(folder: Path, url: str) -> PublicationTable | None:
    """Return what the fixtures in the folder say of an address where a text was published."""
    published, _ = read_file(folder, "publication.toml", PublicationFile)
    if not (url and isinstance(published, PublicationFile)):
        return None
    known = (*published.official_text, *published.text_copy)
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
    if another copy has the name and is not to be replaced; ``OSError``, after putting back what
    was there, if the folder cannot be written.
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
    others = [each for each in path.parent.glob(f"{slug}.*") if each.suffix != ".toml"]
    if any(each.read_bytes() == data for each in others):
        return Kept(slug, others[0], parsed, is_new=False)
    if others and not replace:
        raise Refused(
            [
                f"there is another text called {others[0].name}: give --replace to put this one "
                f"in its place, or --name {slug}-2 to have both"
            ]
        )
    path.parent.mkdir(parents=True, exist_ok=True)
    replaced = {other: other.read_bytes() for other in path.parent.glob(f"{slug}.*")}
    kept = Kept(slug, path, parsed, is_new=True, replaced=replaced)
    try:
        for other in replaced:
            other.unlink()
        path.write_bytes(data)
        path.with_suffix(".toml").write_text(origin_file(origin, data), encoding="utf-8")
    except OSError:
        kept.undo()
        raise
    return kept


def origin_file(origin: Origin, data: bytes) -> str:
    """Return the TOML that says where the copy comes from, and its hash."""
    keys = {
        "publisher": origin.publisher,
        "url": origin.url,
        "retrieved": origin.retrieved,
        "wording": origin.wording,
        "sha256": hashlib.sha256(data).hexdigest(),
    }
    # A JSON text of one line is a TOML text, too.
    lines = (f"{key} = {json.dumps(value, ensure_ascii=False)}\n" for key, value in keys.items())
    return "".join(lines)
