"""Which addresses are tried for a text, what is kept of what they give, and what is said of it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from articles.loading.official import fetching, files
from articles.loading.official.downloading import Download, Limits, download
from articles.loading.official.fetching import Fetcher, Keep
from articles.loading.official.reading import FOLDER
from articles.loading.schema import PublicationFile
from articles.loading.tables import read_file
from articles.official.text import Refused
from tests.official.failing_server import Page, Server
from tests.processes import PATIENCE

pytestmark = pytest.mark.files

LAMPS = b"The lamps of the lighthouse are lit at dusk."
NEW_LAMPS = b"The lamps of the lighthouse are lit at dusk and at dawn."


class Fixtures:
    """A folder of fixtures with a list of publications only."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.official = folder / FOLDER
        self.tables: dict[str, list[str]] = {"official_text": [], "text_copy": []}

    def publish(self, slug: str, url: str, *, kind: str = "official_text", more: str = "") -> None:
        self.tables[kind].append(
            f'[[{kind}]]\nslug = "{slug}"\nlanguage = "{slug[-2:]}"\npublisher = "Lamp Gazette"\n'
            f'url = "{url}"\nnote = "A test."\nsources = []\n{more}\n'
        )

    def published(self) -> PublicationFile:
        """Return the list as it is read from its file."""
        lists = [name for name, tables in self.tables.items() if not tables]
        empty = "".join(f"{name} = []\n" for name in [*lists, "reuse_fact"])
        text = empty + "".join(table for tables in self.tables.values() for table in tables)
        (self.folder / "publication.toml").write_text(text, "utf-8")
        table, faults = read_file(self.folder, "publication.toml", PublicationFile)
        assert faults == []
        assert isinstance(table, PublicationFile)
        return table

    def fetch(self, *languages: str, every: bool = False, **how: Any) -> list[str]:
        """Fetch with a stand-in for the importer; return the lines that are printed."""
        fetcher = Fetcher(self.folder, **{"keep": keep_lamps, **how})
        attempts = fetcher.fetch(self.published(), languages or ("en", "ru", "fa"), every=every)
        return [str(attempt) for attempt in attempts]

    def kept(self) -> dict[str, bytes]:
        """Return the texts in the folder, without their records."""
        there = sorted(self.official.glob("*"))
        return {path.name: path.read_bytes() for path in there if path.suffix != ".toml"}


@pytest.fixture
def fixtures(tmp_path: Path) -> Fixtures:
    return Fixtures(tmp_path)


def keep_lamps(
    folder: Path, data: bytes, file_name: str, origin: files.Origin, **how: object
) -> None:
    """Keep any page that speaks of lamps."""
    if b"lamps" not in data:
        raise Refused([f"{file_name}: Article {number} is missing" for number in range(1, 6)])
    official = folder / FOLDER
    official.mkdir(exist_ok=True)
    path = official / f"{origin.name}{Path(file_name).suffix}"
    if path.exists() and not how["replace"]:
        raise Refused([f"{path.name}: there is such a text already"])
    path.write_bytes(data)
    record = f'url = "{origin.url}"\nsha256 = "{hashlib.sha256(data).hexdigest()}"\n'
    path.with_suffix(".toml").write_text(record, "utf-8")


def raising(error: Exception) -> Keep:
    def keep(*_: object, **__: object) -> None:
        raise error

    return keep


def loading_unless(fails: Callable[[], bool]) -> Callable[[Path], str]:
    return lambda folder: "subjects.toml: is missing: put it back" if fails() else ""


def test_official_addresses_come_first_and_the_first_text_of_a_language_is_enough(
    server: Server, fixtures: Fixtures
):
    server.pages = {"/copy-en": Page(LAMPS), "/ru": Page(LAMPS), "/other-ru": Page(LAMPS)}
    fixtures.publish("copy-en", server.address("/copy-en"), kind="text_copy")
    fixtures.publish("late-en", server.address("/copy-en"), kind="text_copy")
    fixtures.publish("state-ru", server.address("/ru"))
    fixtures.publish("other-ru", server.address("/other-ru"))
    fixtures.publish("state-en", server.address("/missing"))
    fixtures.publish("state-fa", server.address("/broken"))
    fixtures.publish("state-el", server.address("/other-ru"))
    assert fixtures.fetch() == [
        f"state-en: {server.address('/missing')} answered 404 Not Found: "
        "look for where it has gone and correct publication.toml.",
        f"copy-en: {server.address('/copy-en')} gave the text (44 bytes); it is kept.",
        f"state-ru: {server.address('/ru')} gave the text (44 bytes); it is kept.",
        f"state-fa: {server.address('/broken')} answered 500 Internal Server Error: "
        "try again later.",
    ]
    assert server.paths == ["/missing", "/copy-en", "/ru", "/broken"]
    assert fixtures.kept() == {"en-copy.html": LAMPS, "ru-state.html": LAMPS}


def test_every_address_is_tried_when_all_are_asked_for(server: Server, fixtures: Fixtures):
    server.pages = {"/one": Page(LAMPS), "/two": Page(NEW_LAMPS)}
    fixtures.publish("one-en", server.address("/one"))
    fixtures.publish("wall-en", server.address("/wall"))
    fixtures.publish("two-en", server.address("/two"))
    fixtures.fetch(every=True)
    assert server.paths == ["/one", "/wall", "/two"]
    assert fixtures.kept() == {"en-one.html": LAMPS, "en-two.html": NEW_LAMPS}


def test_only_the_languages_asked_for_are_tried_in_their_order(server: Server, fixtures: Fixtures):
    for language in ("en", "ru", "fa"):
        server.pages[f"/{language}"] = Page(LAMPS)
        fixtures.publish(f"state-{language}", server.address(f"/{language}"))
    fixtures.fetch("fa", "en")
    assert server.paths == ["/fa", "/en"]


def test_a_page_that_is_no_treaty_is_refused_in_one_line_and_not_kept(
    server: Server, fixtures: Fixtures
):
    fixtures.publish("wall-en", server.address("/wall"))
    assert fixtures.fetch() == [
        f"wall-en: {server.address('/wall')} gave 242 bytes that are not the whole treaty "
        "(wall-en.html: Article 1 is missing; wall-en.html: Article 2 is missing; "
        "wall-en.html: Article 3 is missing; and 2 more): "
        "if a browser shows the text there, save the page for import_text."
    ]
    assert fixtures.kept() == {}


def test_the_importer_is_told_where_the_text_is_from(server: Server, fixtures: Fixtures):
    told: list[tuple[str, files.Origin, object, object]] = []

    def keep(
        folder: Path, data: bytes, file_name: str, origin: files.Origin, **how: object
    ) -> None:
        told.append((file_name, origin, how["language"], how["replace"]))

    server.pages["/lamps"] = Page(b"%PDF-1.7 lamps", "application/pdf")
    fixtures.publish("gazette-fa", server.address("/lamps"), more='wording = "translation"')
    fixtures.publish("lamps-fa", server.address("/lamps"))
    fixtures.fetch(keep=keep, every=True)
    (first, origin, language, replace), (second, other, _, _) = told
    assert (first, second) == ("gazette-fa.pdf", "lamps-fa.pdf")
    assert (origin.publisher, origin.url) == ("Lamp Gazette", server.address("/lamps"))
    assert (origin.name, other.name) == ("fa-gazette", "fa-lamps")
    assert (origin.wording, other.wording) == ("translation", "unknown")
    assert len(origin.retrieved) == len("2025-01-17")
    assert (language, replace) == ("fa", False)


def test_the_same_bytes_again_are_unchanged_and_count_as_found(server: Server, fixtures: Fixtures):
    server.pages["/lamps"] = Page(LAMPS)
    fixtures.publish("state-en", server.address("/lamps"))
    fixtures.publish("other-en", server.address("/wall"))
    fixtures.fetch()
    said = f"state-en: {server.address('/lamps')} is unchanged since it was kept."
    assert fixtures.fetch(keep=raising(AssertionError())) == [said]
    assert server.paths == ["/lamps", "/lamps"]


def test_a_text_that_has_been_taken_away_is_fetched_anew(server: Server, fixtures: Fixtures):
    server.pages["/lamps"] = Page(LAMPS)
    fixtures.publish("state-en", server.address("/lamps"))
    fixtures.fetch()
    (fixtures.official / "en-state.html").unlink()
    fixtures.fetch()
    assert fixtures.kept() == {"en-state.html": LAMPS}


def test_a_page_that_has_changed_replaces_what_came_from_it(server: Server, fixtures: Fixtures):
    server.pages["/lamps"] = Page(LAMPS)
    fixtures.publish("state-en", server.address("/lamps"))
    fixtures.fetch()
    server.pages["/lamps"] = Page(NEW_LAMPS)
    fixtures.fetch()
    assert fixtures.kept() == {"en-state.html": NEW_LAMPS}


def test_a_text_of_the_same_name_from_elsewhere_is_not_replaced(server: Server, fixtures: Fixtures):
    server.pages["/lamps"] = Page(NEW_LAMPS)
    fixtures.publish("state-en", server.address("/lamps"))
    fixtures.official.mkdir()
    (fixtures.official / "en-state.html").write_bytes(LAMPS)
    (fixtures.official / "odd.toml").write_bytes(b"\xff = no TOML")
    (line,) = fixtures.fetch()
    assert "there is such a text already" in line
    assert fixtures.kept() == {"en-state.html": LAMPS}


def test_a_changed_page_that_is_no_treaty_any_more_leaves_the_text_kept_before(
    server: Server, fixtures: Fixtures
):
    server.pages["/lamps"] = Page(LAMPS)
    fixtures.publish("state-en", server.address("/lamps"))
    fixtures.fetch()
    server.pages["/lamps"] = Page(b"<p>Our new site</p>")
    (line,) = fixtures.fetch()
    assert "that are not the whole treaty" in line
    assert fixtures.kept() == {"en-state.html": LAMPS}


def test_what_is_kept_is_loaded(server: Server, fixtures: Fixtures):
    loaded: list[dict[str, bytes]] = []

    def load(folder: Path) -> str:
        loaded.append(fixtures.kept())
        return ""

    server.pages["/lamps"] = Page(LAMPS)
    fixtures.publish("state-en", server.address("/lamps"))
    (line,) = fixtures.fetch(load=load)
    assert line.endswith("gave the text (44 bytes); it is kept and loaded.")
    assert loaded == [{"en-state.html": LAMPS}]


def test_a_text_that_makes_the_load_fail_is_taken_out_and_the_next_address_tried(
    server: Server, fixtures: Fixtures
):
    server.pages = {"/old": Page(LAMPS), "/new": Page(LAMPS)}
    fixtures.publish("state-en", server.address("/old"))
    fixtures.publish("other-en", server.address("/new"))
    fixtures.fetch()
    server.pages["/old"] = Page(NEW_LAMPS)
    load = loading_unless(lambda: NEW_LAMPS in fixtures.kept().values())
    assert fixtures.fetch(load=load) == [
        f"state-en: {server.address('/old')} gave the text, which is not kept, since it cannot "
        "be loaded: subjects.toml: is missing: put it back",
        f"other-en: {server.address('/new')} gave the text (44 bytes); it is kept and loaded.",
    ]
    assert fixtures.kept() == {"en-other.html": LAMPS, "en-state.html": LAMPS}
    records = [path.name for path in sorted(fixtures.official.glob("*.toml"))]
    assert records == ["en-other.toml", "en-state.toml"]


def test_a_text_is_not_blamed_for_fixtures_that_do_not_load_without_it_either(
    server: Server, fixtures: Fixtures
):
    server.pages["/lamps"] = Page(LAMPS)
    fixtures.publish("state-en", server.address("/lamps"))
    (line,) = fixtures.fetch(load=loading_unless(lambda: True))
    assert line.endswith(
        "gave the text (44 bytes); it is kept, but nothing can be loaded, with it or without: "
        "subjects.toml: is missing: put it back"
    )
    assert fixtures.kept() == {"en-state.html": LAMPS}


def test_a_folder_that_cannot_be_written_to_is_told_and_the_others_are_tried(
    server: Server, fixtures: Fixtures
):
    server.pages["/lamps"] = Page(LAMPS)
    fixtures.publish("state-en", server.address("/lamps"))
    fixtures.publish("other-en", server.address("/missing"))
    first, _ = fixtures.fetch(keep=raising(PermissionError(13, "Permission denied")))
    assert first == (
        f"state-en: {server.address('/lamps')} gave a page that cannot be kept "
        f"(Permission denied in {fixtures.official}): make room, or correct the permissions."
    )


def test_a_text_that_is_written_only_in_part_is_taken_away_again(
    server: Server, fixtures: Fixtures
):
    def keep(folder: Path, *_: object, **__: object) -> None:
        (folder / FOLDER / "en-state.html").write_bytes(b"The lamps of")
        raise OSError(28, "No space left on device")

    server.pages["/lamps"] = Page(LAMPS)
    fixtures.publish("state-en", server.address("/lamps"))
    fixtures.fetch()
    server.pages["/lamps"] = Page(NEW_LAMPS)
    (line,) = fixtures.fetch(keep=keep)
    assert "gave a page that cannot be kept (No space left on device in " in line
    assert fixtures.kept() == {"en-state.html": LAMPS}


def test_a_page_that_breaks_the_importer_does_not_break_the_set_up(
    server: Server, fixtures: Fixtures
):
    server.pages["/lamps"] = Page(LAMPS)
    fixtures.publish("state-en", server.address("/lamps"))
    (line,) = fixtures.fetch(keep=raising(RecursionError("too many lamps")))
    assert line.endswith(
        "gave a page over which the importer fails (RecursionError: too many lamps): "
        "report that as a fault."
    )


def test_a_slow_address_does_not_keep_the_others_from_being_tried(
    server: Server, fixtures: Fixtures, monkeypatch: pytest.MonkeyPatch
):
    def impatient_where_it_is_slow(url: str, *, language: str, limits: Limits) -> Download:
        total = 0.5 if url.endswith(("/slow-body", "/slow-head", "/silent")) else PATIENCE
        return download(url, language=language, limits=replace(limits, total=total))

    monkeypatch.setattr(fetching, "download", impatient_where_it_is_slow)
    server.pages["/lamps"] = Page(LAMPS)
    for path in ("/slow-body", "/slow-head", "/silent", "/endless", "/gzip-bomb", "/lamps"):
        fixtures.publish(f"{path[1:]}-en", server.address(path))
    lines = fixtures.fetch(limits=Limits(size=100_000))
    assert [line.partition(": ")[2].split(" ", 1)[1].partition(":")[0] for line in lines] == [
        "did not end within 0.5 s",
        "did not end within 0.5 s",
        "did not end within 0.5 s",
        "is larger than 100,000 bytes, which no text of the treaty is",
        "is larger than 100,000 bytes, which no text of the treaty is",
        "gave the text (44 bytes); it is kept.",
    ]


def test_an_attempt_says_how_it_ended(server: Server, fixtures: Fixtures):
    server.pages["/lamps"] = Page(LAMPS)
    fixtures.publish("wall-en", server.address("/wall"))
    fixtures.publish("state-en", server.address("/lamps"))
    fetcher = Fetcher(fixtures.folder, keep=keep_lamps)
    twice = [
        attempt.has_text
        for _ in range(2)
        for attempt in fetcher.fetch(fixtures.published(), ["en"])
    ]
    assert twice == [False, True, False, True]
