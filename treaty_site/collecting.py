"""How static files are collected: scripts joined, scripts and styles without what only we read.

Each task has a script of its own in a folder of ``static/js/``. Browsers get one file for each of
these folders, under its name: ``js/later/*.js`` becomes ``later.js``. A style sheet takes in those
that it imports.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from itertools import groupby
from pathlib import PurePosixPath
from typing import Any, Final

from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.files import File
from lightningcss import bundle_css
from rjsmin import jsmin
from whitenoise.storage import CompressedManifestStaticFilesStorage

SCRIPTS: Final = PurePosixPath("js")
"""The folder of the folders of scripts."""

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

    hashed_files: dict[str, str]

    def stored_name(self, name: str) -> str:
        """Return the name with the hash; without, while nothing at all has been collected.

        Readers then have pages without style rather than none.
        """
        if not self.hashed_files:
            self.hashed_files, self.manifest_hash = self.load_manifest()
        return str(super().stored_name(name)) if self.hashed_files else name


def are_collected() -> bool:
    """Whether the static files are where they are served from: the list of them is made last."""
    storage: Any = staticfiles_storage
    return bool(storage.exists(storage.manifest_name))


def are_named() -> bool:
    """Whether pages name the static files as they were collected."""
    storage: Any = staticfiles_storage
    return bool(storage.hashed_files)


def made_of(paths: Files) -> dict[str, str]:
    """Return the files to be made of those collected, by their names."""
    sources = sorted(name for name in paths if PurePosixPath(name).parent.parent == SCRIPTS)
    joined = {
        f"{folder.name}.js": joined_scripts([text_of(paths, name) for name in names])
        for folder, names in groupby(sources, lambda name: PurePosixPath(name).parent)
    }
    sheets = {
        name: bundle_css(path_of(paths, name))
        for name in paths
        if name.endswith(".css") and "/" not in name
    }
    return {name: jsmin(script) for name, script in joined.items()} | sheets


def joined_scripts(scripts: list[str]) -> str:
    """Return one strict script that does what several do, each with names of its own."""
    return '"use strict";\n' + "".join(f"{{\n{script}}}\n" for script in scripts)


def text_of(paths: Files, name: str) -> str:
    """Return the content of a file that was collected."""
    storage, path = paths[name]
    with storage.open(path) as file:
        content: bytes = file.read()
    return content.decode()


def path_of(paths: Files, name: str) -> str:
    """Return where a file that was collected lies."""
    storage, path = paths[name]
    return str(storage.path(path))
