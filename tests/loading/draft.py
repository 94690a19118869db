"""A copy of the fixtures that a test may edit and break."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from django.conf import settings

from articles import loading

PARAGRAPH = """
[[paragraph]]
number = {}
strength = ["duty"]
text = "{}"
"""
ZOO = "thesaurus/zoo.toml"


class Draft:
    """The fixtures in a folder of the test's own. Every edit must hit something."""

    def __init__(self, folder: Path) -> None:
        self.folder = Path(
            shutil.copytree(
                settings.FIXTURES_DIR,
                folder / "fixtures",
                ignore=shutil.ignore_patterns("official"),
            )
        )

    def text(self, file: str) -> str:
        return (self.folder / file).read_text(encoding="utf-8")

    def write(self, file: str, content: str | bytes) -> None:
        data = content.encode() if isinstance(content, str) else content
        (self.folder / file).write_bytes(data)

    def replace(self, file: str, old: str, new: str) -> None:
        """Replace the first place where the old text stands."""
        text = self.text(file)
        assert old in text, f"{file} does not hold {old!r}: the test needs another example"
        self.write(file, text.replace(old, new, 1))

    def set(self, file: str, key: str, value: str) -> None:
        """Give a key that stands at the head of an article's file another value, in TOML."""
        lines = self.text(file).splitlines(keepends=True)
        at = next(i for i, line in enumerate(lines) if line.startswith(f"{key} = "))
        end = at + 1
        while lines[at].rstrip().endswith("[") and not lines[end - 1].startswith("]"):
            end += 1
        self.write(file, "".join([*lines[:at], f"{key} = {value}\n", *lines[end:]]))

    def append(self, file: str, text: str) -> None:
        self.write(file, f"{self.text(file)}\n{text}\n")

    def prepend(self, file: str, text: str) -> None:
        """Put rows before all others, so that the first of them has the number 1 in its key."""
        self.write(file, f"{text}\n\n{self.text(file)}")

    def put(self, field: str, number: int, words: str) -> None:
        """Write words into a field of an article; text goes into a new paragraph at its end.

        What it takes away may be a term of the thesaurus, which is then to go, too.
        """
        file = f"articles/{number:02}.toml"
        if field == "keywords":
            self.set(file, "keywords", f'["{words}"]')
        elif field in {"title", "gist"}:
            self.set(file, field, f'"{words}"')
        else:
            assert field == "text", field
            paragraph = self.text(file).count("[[paragraph]]") + 1
            self.append(file, PARAGRAPH.format(paragraph, words))

    def add_concept(self, text: str) -> None:
        """Put a concept before those of ``thesaurus/zoo.toml``, which is made if need be."""
        path = self.folder / ZOO
        path.write_text(f"{text}\n\n{path.read_text('utf-8') if path.exists() else ''}", "utf-8")

    def without_thesaurus(self) -> Draft:
        """Empty the thesaurus and the phrasings: they take longer to load than all the rest."""
        for folder, empty in (("thesaurus", "concept"), ("phrasings", "phrasing")):
            for path in (self.folder / folder).glob("*.toml"):
                path.write_text(f"{empty} = []\n", "utf-8")
        return self

    def remove(self, file: str) -> None:
        (self.folder / file).unlink()

    def rename(self, file: str, name: str) -> None:
        (self.folder / file).rename(self.folder / name)

    def faults(self) -> list[loading.Fault]:
        """Return the faults for which the loader refuses the folder."""
        try:
            loading.checked(self.folder)
        except loading.FixtureError as refusal:
            return refusal.faults
        return []


Edit = Callable[[Draft], None]


def replacing(file: str, old: str, new: str) -> Edit:
    return lambda draft: draft.replace(file, old, new)


def setting(file: str, key: str, value: str) -> Edit:
    return lambda draft: draft.set(file, key, value)


def appending(file: str, text: str) -> Edit:
    return lambda draft: draft.append(file, text)


def prepending(file: str, text: str) -> Edit:
    return lambda draft: draft.prepend(file, text)


def adding_concept(text: str) -> Edit:
    return lambda draft: draft.add_concept(text)


def writing(file: str, content: str | bytes) -> Edit:
    return lambda draft: draft.write(file, content)


def removing(file: str) -> Edit:
    return lambda draft: draft.remove(file)
