"""Reads the published copies of the treaty that an operator has put beside the fixtures."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from articles import official
from articles.loading.official import landmarks as landmarks_in
from articles.loading.schema import LandmarkTable, OriginFile
from articles.loading.tables import Fault, read_file
from articles.official.extraction import contents
from articles.official.languages import LANGUAGES

FOLDER: Final = "official"

NAME: Final = re.compile(
    rf"(?P<slug>(?P<language>{'|'.join(LANGUAGES)})(?:-[a-z0-9]+)*)\.(?:txt|md|html?|pdf|docx)"
)
"""How a copy is called: the language, and more after a hyphen where there are several."""

NOT_COPIES: Final = ("README.md",)


@dataclass(frozen=True)
class OfficialFile:
    """A published copy, the treaty that was read out of it, and where it comes from."""

    slug: str
    name: str
    sha256: str
    origin: OriginFile
    parsed: official.Parsed

    @property
    def said(self) -> dict[str, Any]:
        """What tells this copy from any other, for the digest of the data."""
        return {**self.origin.model_dump(mode="json"), "sha256": self.sha256}


def read(
    folder: Path, landmarks: Sequence[LandmarkTable]
) -> tuple[list[OfficialFile], list[Fault]]:
    """Read every copy in the folder ``official`` of the fixtures, in the order of languages.

    Returns what could be read, and the faults. A folder that is not there holds nothing.
    """
    copies: dict[str, OfficialFile] = {}
    faults: list[Fault] = []
    for path in files_of(folder / FOLDER):
        name = f"{FOLDER}/{path.name}"
        named = NAME.fullmatch(path.name)
        if named is None:
            faults.append(
                Fault(name, "", "is called like no copy: call it en.pdf, ru.html, fa-2.txt …")
            )
            continue
        if named["slug"] in copies:
            other = copies[named["slug"]].name
            faults.append(Fault(name, "", f"is called like {other}: put -2 after the language"))
            continue
        copy, found = read_copy(folder, path, named, landmarks)
        faults += found
        if copy is not None:
            copies[copy.slug] = copy
    languages = list(LANGUAGES)
    ordered = sorted(
        copies.values(), key=lambda copy: (languages.index(copy.parsed.language), copy.slug)
    )
    return ordered, faults


def files_of(folder: Path) -> Iterator[Path]:
    """Yield the files of a folder that are, or ought to be, copies of the treaty."""
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        is_origin = path.suffix == ".toml" and any(
            other != path and other.stem == path.stem for other in folder.iterdir()
        )
        if not (path.name.startswith(".") or path.name in NOT_COPIES or is_origin):
            yield path


def read_copy(
    folder: Path, path: Path, named: re.Match[str], landmarks: Sequence[LandmarkTable]
) -> tuple[OfficialFile | None, list[Fault]]:
    """Return a copy with its origin, or its faults."""
    name = f"{FOLDER}/{path.name}"
    origin = OriginFile()
    faults: list[Fault] = []
    if path.with_suffix(".toml").exists():
        found, faults = read_file(folder, f"{FOLDER}/{path.stem}.toml", OriginFile)
        origin = found or origin
    try:
        data = contents(path)
        digest = hashlib.sha256(data).hexdigest()
        if origin.sha256 and origin.sha256 != digest:
            about = f"is no longer the file that {path.stem}.toml tells of"
            faults.append(Fault(name, "", f"{about}: import it anew, or take that file away"))
        parsed = landmarks_in.read(data, path.name, landmarks, language=named["language"])
    except OSError as error:
        return None, [*faults, Fault(name, "", f"cannot be read: {error.strerror}")]
    except official.Refused as refused:
        return None, [*faults, *(Fault(name, "", problem) for problem in refused.problems)]
    return OfficialFile(named["slug"], path.name, digest, origin, parsed), faults
