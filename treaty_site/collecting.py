"""How static files are collected: scripts joined, scripts and styles without what only we read.

Each task has a script of its own in a folder of ``static/js/``. Browsers get one file for each of
these folders, under its name: ``js/later/*.js`` becomes ``later.js``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from io import BytesIO
from itertools import groupby
from pathlib import PurePosixPath
from typing import Any, Final

from django.core.files import File
from lightningcss import process_stylesheet
from rjsmin import jsmin
from whitenoise.storage import CompressedManifestStaticFilesStorage

SCRIPTS: Final = PurePosixPath("js")
"""The folder of the folders of scripts."""

MINIFIERS: Final[Mapping[str, Callable[[str], str]]] = {
    ".css": process_stylesheet,
    ".js": jsmin,
}
"""How a file of ours is made smaller, by the suffix of its name."""

Files = dict[str, tuple[Any, str]]
"""What is collected: the storage of each file and its path there, by its name."""


class StaticFilesStorage(CompressedManifestStaticFilesStorage):  # type: ignore[misc] # no types
    """The static files as they are served: small, with hashes in their names, and compressed."""

    def post_process(self, paths: Files, **options: Any) -> Iterator[Any]:
        """Write the joined and the smaller files beside what was collected, then go on with all."""
        if not options.get("dry_run"):
            for name, content in made_of(paths).items():
                self.delete(name)
                self.save(name, File(BytesIO(content.encode())))
                paths[name] = (self, name)
        yield from super().post_process(paths, **options)


def made_of(paths: Files) -> dict[str, str]:
    """Return the files to be made of those collected, by their names."""
    sources = sorted(name for name in paths if PurePosixPath(name).parent.parent == SCRIPTS)
    joined = {
        f"{folder.name}.js": joined_scripts([text_of(paths, name) for name in names])
        for folder, names in groupby(sources, lambda name: PurePosixPath(name).parent)
    }
    own = {name: text_of(paths, name) for name in paths if is_ours(name)}
    return {
        name: MINIFIERS[PurePosixPath(name).suffix](text) for name, text in (own | joined).items()
    }


def is_ours(name: str) -> bool:
    """Whether a file is a script or style sheet of this site that is served as it is."""
    path = PurePosixPath(name)
    return path.parent == PurePosixPath() and path.suffix in MINIFIERS


def joined_scripts(scripts: list[str]) -> str:
    """Return one strict script that does what several do, each with names of its own."""
    return '"use strict";\n' + "".join(f"{{\n{script}}}\n" for script in scripts)


def text_of(paths: Files, name: str) -> str:
    """Return the content of a file that was collected."""
    storage, path = paths[name]
    with storage.open(path) as file:
        content: bytes = file.read()
    return content.decode()
