"""``manage.py fetch_text`` through the real importer, with texts invented for the tests."""

from __future__ import annotations

import hashlib
import subprocess
import tomllib
from dataclasses import replace
from io import StringIO
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from articles.loading import checked
from articles.loading.official.fetching import addresses_of
from articles.loading.schema import PublicationTable
from articles.models import OfficialText
from articles.official.text import ParsedArticle
from tests import processes
from tests.loading.draft import Draft
from tests.official.failing_server import Page, Server
from tests.official.formats import SMALLER_SETS, wrapped
from tests.official.pages import in_paragraphs
from tests.official.texts import put
from tests.official.treaties import Article, treaty

pytestmark = pytest.mark.once

EMPTY = "official_text = []\ntext_copy = []\nreuse_fact = []\n"
BY_HAND = (
    "the site works without. To add one, save it from a browser and run: "
    ".venv/bin/python manage.py import_text FILE --language LANGUAGE --source ADDRESS\n"
)


class Site:
    """A copy of the fixtures whose publications stand on the test's own server."""

    def __init__(self, draft: Draft, server: Server) -> None:
        self.draft, self.server = draft.without_thesaurus(), server
        self.folder = draft.folder
        self.stamp = draft.folder.parent / "var" / "stamp"
        draft.write("publication.toml", EMPTY)

    def publish(self, slug: str, path: str, page: Page | None = None, wording: str = "own") -> None:
        """Add an official text; without a page it stands at one of the server's failures."""
        if page:
            self.server.pages[path] = page
        table = (
            f'slug = "{slug}"\nlanguage = "{slug[-2:]}"\npublisher = "Lamp Gazette"\n'
            f'url = "{self.server.address(path)}"\nwording = "{wording}"\nnote = "A test."\n'
            "sources = []\n"
        )
        text = self.draft.text("publication.toml").replace("official_text = []\n", "")
        self.draft.write("publication.toml", f"{text}\n[[official_text]]\n{table}")

    def fetch(self, *arguments: str) -> str:
        """Run the command; return what it prints."""
        printed = StringIO()
        call_command("fetch_text", f"--folder={self.folder}", *arguments, stdout=printed)
        return printed.getvalue()

    def kept(self) -> list[str]:
        return sorted(path.name for path in (self.folder / "official").glob("*"))


@pytest.fixture
def site(db: None, draft: Draft, server: Server) -> Site:
    return Site(draft, server)


def page_in(language: str, encoding: str, declared: str, header: str) -> Page:
    """Return an invented treaty as a web page in an encoding, with what is said of it."""
    text = in_paragraphs(treaty(language).spelt(SMALLER_SETS.get(encoding, {})))
    meta = f'<meta charset="{declared}">' if declared else ""
    text = text.replace('<meta charset="utf-8">', meta)
    return Page(text.encode(encoding, "xmlcharrefreplace"), header)


def blocks(article: Article | ParsedArticle) -> list[list[tuple[str, str]]]:
    return [[(block.label, block.text) for block in row.blocks] for row in article.paragraphs]


@pytest.mark.parametrize(
    ("language", "encoding", "declared", "header"),
    [
        ("en", "utf-8", "utf-8", "text/html; charset=utf-8"),
        ("ru", "utf-8", "windows-1251", "text/html; charset=windows-1251"),
        ("ru", "windows-1251", "windows-1251", "text/html; charset=windows-1251"),
        ("ru", "windows-1251", "", "text/html; charset=windows-1251"),
        ("ru", "windows-1251", "", "text/html"),
        ("ru", "windows-1251", "utf-8", "text/html; charset=utf-8"),
        ("ru", "koi8-r", "windows-1251", "text/html; charset=windows-1251"),
        ("fa", "utf-8", "utf-8", "text/html; charset=utf-8"),
        ("fa", "windows-1256", "windows-1256", "text/html"),
        ("fa", "windows-1256", "", "text/html"),
        ("fa", "windows-1256", "utf-8", "text/html; charset=utf-8"),
    ],
)
def test_a_page_is_read_rightly_whatever_it_says_of_its_encoding(
    site: Site, language: str, encoding: str, declared: str, header: str
):
    site.publish(f"gazette-{language}", "/text", page_in(language, encoding, declared, header))
    assert "it is kept." in site.fetch("--language", language, "--no-load")
    (kept,) = checked(site.folder).official
    expected = treaty(language).spelt(SMALLER_SETS.get(encoding, {}))
    assert blocks(kept.parsed.articles[14]) == blocks(expected.articles[14])


def test_a_text_is_kept_with_its_origin_and_loaded(site: Site):
    data = wrapped(treaty("en")).encode()
    site.publish("gazette-en", "/text", Page(data, "text/plain"), wording="translation")
    site.publish("state-ru", "/missing")
    site.publish("state-fa", "/wall")
    address = site.server.address("/text")
    first, *lines, last = site.fetch().splitlines(keepends=True)
    assert first == "Trying addresses, each for 60 s at most …\n"
    assert (
        lines[0]
        == f"gazette-en: {address} gave the text ({len(data):,} bytes); it is kept and loaded.\n"
    )
    assert lines[1].startswith(
        f"state-ru: {site.server.address('/missing')} answered 404 Not Found: "
    )
    assert lines[2].startswith(
        f"state-fa: {site.server.address('/wall')} gave 242 bytes that are not "
    )
    assert len(lines) == 3
    assert (
        last == f"There is an official text in English, but none in Russian and Persian; {BY_HAND}"
    )

    assert site.kept() == ["en-gazette.toml", "en-gazette.txt"]
    assert (site.folder / "official/en-gazette.txt").read_bytes() == data
    record = tomllib.loads((site.folder / "official/en-gazette.toml").read_text("utf-8"))
    digest = hashlib.sha256(data).hexdigest()
    assert (record["publisher"], record["url"]) == ("Lamp Gazette", address)
    assert (record["wording"], record["sha256"]) == ("translation", digest)

    text = OfficialText.objects.get()
    assert (text.language, text.publisher, text.url) == ("en", "Lamp Gazette", address)
    assert (text.wording, text.sha256) == ("translation", digest)
    assert text.retrieved == str(record["retrieved"])
    held = text.paragraphs.values("article").distinct()
    assert held.count() == 49


def test_fetching_again_changes_nothing_and_succeeds(site: Site):
    site.publish("gazette-en", "/text", Page(wrapped(treaty("en")).encode(), "text/plain"))
    site.fetch("--language=en")
    kept = site.kept()
    assert site.fetch("--language=en", "--strict") == (
        "Trying addresses, each for 60 s at most …\n"
        f"gazette-en: {site.server.address('/text')} is unchanged since it was kept.\n"
        "There is an official text in English.\n"
    )
    assert site.kept() == kept


def test_a_page_that_has_changed_takes_the_place_of_the_one_before(site: Site):
    site.publish("gazette-en", "/text", Page(wrapped(treaty("en")).encode(), "text/plain"))
    site.fetch("--language=en")
    data = wrapped(treaty("en", seed=1)).encode()
    site.server.pages["/text"] = Page(data, "text/plain")
    site.fetch("--language=en")
    assert site.kept() == ["en-gazette.toml", "en-gazette.txt"]
    assert OfficialText.objects.get().sha256 == hashlib.sha256(data).hexdigest()


def test_two_texts_in_one_language_live_side_by_side(site: Site):
    site.publish("gazette-en", "/text", Page(wrapped(treaty("en")).encode(), "text/plain"))
    page = Page(in_paragraphs(treaty("en", seed=1)).encode())
    site.publish("herald-en", "/other", page, wording="translation")
    site.fetch("--all")
    assert site.kept() == [
        "en-gazette.toml",
        "en-gazette.txt",
        "en-herald.html",
        "en-herald.toml",
    ]
    assert sorted(text.wording for text in OfficialText.objects.all()) == ["own", "translation"]


def test_texts_can_be_kept_without_loading_them(site: Site):
    site.publish("gazette-en", "/text", Page(wrapped(treaty("en")).encode(), "text/plain"))
    assert "it is kept.\n" in site.fetch("--no-load")
    assert site.kept() == ["en-gazette.toml", "en-gazette.txt"]
    assert not OfficialText.objects.exists()


def test_faulty_fixtures_do_not_cost_the_text(site: Site):
    site.publish("gazette-en", "/text", Page(wrapped(treaty("en")).encode(), "text/plain"))
    site.draft.remove("commentary.toml")
    said = site.fetch("--language=en")
    assert (
        "it is kept, but nothing can be loaded, with it or without: "
        "commentary.toml: is missing: put it back; "
    ) in said
    assert site.kept() == ["en-gazette.toml", "en-gazette.txt"]


def test_nothing_found_is_no_failure_unless_strict(site: Site):
    site.publish("state-en", "/broken")
    assert site.fetch().endswith(f"None was found in English, Russian and Persian; {BY_HAND}")
    with pytest.raises(CommandError) as failure:
        site.fetch("--strict")
    assert f"{failure.value}\n" == f"None was found in English, Russian and Persian; {BY_HAND}"
    assert failure.value.returncode == 1
    assert site.kept() == []


def test_a_list_that_cannot_be_read_is_told_and_stops_nothing(
    site: Site, capsys: pytest.CaptureFixture[str]
):
    site.draft.write("publication.toml", "official_text = 3\n")
    assert site.fetch() == f"None was found in English, Russian and Persian; {BY_HAND}"
    assert "publication.toml: official_text: " in capsys.readouterr().err


def test_a_wording_is_one_of_those_known(site: Site):
    site.publish("state-en", "/broken", wording="poetry")
    (fault,) = site.draft.faults()
    assert (fault.file, fault.key) == ("publication.toml", "official_text[1].wording")


def test_a_site_that_is_being_served_shows_every_language_whatever_servers_do(
    site: Site, site_settings: dict[str, str], tmp_path: Path
):
    site.publish("broken-en", "/broken")
    site.publish("huge-en", "/endless")
    site.publish("moved-en", "/moved/good")
    site.server.pages["/good"] = page_in("en", "utf-8", "utf-8", "text/html")
    lying = page_in("ru", "windows-1251", "utf-8", "text/html; charset=utf-8")
    site.publish("lying-ru", "/lying", lying)
    slow = replace(page_in("fa", "utf-8", "utf-8", "text/html"), is_slow=True)
    site.publish("slow-fa", "/slow", slow)
    settings_here = processes.copied(site_settings, tmp_path)
    stamp = f"--stamp={tmp_path / 'stamp'}"
    command = (*processes.MANAGE, "fetch_text", "--unasked", f"--folder={site.folder}", stamp)
    log = tmp_path / "log"
    with processes.serving(settings_here, log) as (process, address):
        assert "Official text" not in processes.get(f"{address}/articles/3/")[1]
        code, said = processes.outcome(
            command, tmp_path / "fetched", **settings_here, OFFICIAL_TEXT="1"
        )
        assert (code, said) == (
            0,
            "The official text was fetched, checked and loaded: English (Lamp Gazette), "
            "Russian (Lamp Gazette) and Persian (Lamp Gazette).\n",
        )
        for language, name in (("en", "English"), ("ru", "Russian"), ("fa", "Persian")):
            processes.wait_until(
                lambda code=language, name=name: (
                    f"Official text, {name}"
                    in processes.get(f"{address}/articles/3/?lang={code}")[1]
                ),
                process,
                log,
                f"the text in {name} is not shown",
            )
    paths = ["/broken", "/endless", "/moved/good", "/good", "/lying", "/slow"]
    assert site.server.paths == paths


def test_what_several_addresses_do_alike_is_told_once(site: Site):
    for slug in ("first-en", "second-en", "third-en"):
        site.publish(slug, f"/missing/{slug}")
    lines = site.fetch("--language=en").splitlines()
    first, second, third = (
        site.server.address(f"/missing/{slug}-en") for slug in ("first", "second", "third")
    )
    assert len(lines) == 4
    assert lines[1].startswith(f"first-en: {first} answered 404")
    assert lines[2] == f"The same of {second} and {third} as of {first}."


def unasked(site: Site, monkeypatch: pytest.MonkeyPatch, *, is_wanted: bool = True) -> str:
    monkeypatch.setattr(settings, "FETCHES_OFFICIAL_TEXT", is_wanted)
    return site.fetch("--unasked", f"--stamp={site.stamp}")


def test_the_text_comes_unasked_in_every_language_in_one_line(
    site: Site, monkeypatch: pytest.MonkeyPatch
):
    for language in ("ru", "en", "fa"):
        site.publish(
            f"state-{language}", f"/{language}", page_in(language, "utf-8", "utf-8", "text/html")
        )
    assert unasked(site, monkeypatch) == (
        "The official text was fetched, checked and loaded: English (Lamp Gazette), "
        "Russian (Lamp Gazette) and Persian (Lamp Gazette).\n"
    )
    assert {text.language for text in OfficialText.objects.all()} == {"en", "ru", "fa"}
    assert unasked(site, monkeypatch) == ""


def test_unasked_it_is_tried_once_a_day_and_says_what_is_missing(
    site: Site, monkeypatch: pytest.MonkeyPatch
):
    site.publish("state-en", "/en", page_in("en", "utf-8", "utf-8", "text/html"))
    site.publish("state-ru", "/broken")
    said = unasked(site, monkeypatch)
    assert "loaded: English (Lamp Gazette); not in Russian. The site is whole without." in said
    assert said.count("\n") == 1
    asked = len(site.server.asked)
    assert unasked(site, monkeypatch) == ""
    assert len(site.server.asked) == asked
    site.stamp.write_text("2025-01-17\n")
    assert "No official text in Russian came: none of its addresses gave it." in unasked(
        site, monkeypatch
    )
    assert site.server.paths.count("/en") == 1


def test_unasked_nothing_is_fetched_where_an_operator_put_a_text_or_wants_none(
    site: Site, monkeypatch: pytest.MonkeyPatch
):
    site.publish("state-en", "/en", page_in("en", "utf-8", "utf-8", "text/html"))
    assert unasked(site, monkeypatch, is_wanted=False) == ""
    put(site.folder, "en")
    unasked(site, monkeypatch)
    assert site.server.asked == []


def test_unasked_only_addresses_that_are_known_to_have_it_are_asked(
    site: Site, monkeypatch: pytest.MonkeyPatch
):
    site.publish("state-en", "/en", page_in("en", "utf-8", "utf-8", "text/html"))
    text = site.draft.text("publication.toml")
    site.draft.write("publication.toml", f"{text}address_confirmed = false\n")
    unasked(site, monkeypatch)
    assert site.server.asked == []


def test_without_a_network_one_line_says_so(site: Site, monkeypatch: pytest.MonkeyPatch):
    site.publish("state-en", "/en")
    text = site.draft.text("publication.toml")
    gone = f"http://127.0.0.1:{processes.free_port()}"
    site.draft.write("publication.toml", text.replace(site.server.address("").rstrip("/"), gone))
    assert unasked(site, monkeypatch) == (
        "No official text in English came: no address answers. Is there a network? The site is "
        "whole without. `make official` tries again now; the next start on another day does so by "
        "itself.\n"
    )
    assert site.kept() == []
    assert unasked(site, monkeypatch) == ""


@pytest.mark.parametrize("place", ["official", "var"])
def test_unasked_nothing_is_asked_where_nothing_can_be_written_and_one_line_says_so(
    site: Site, monkeypatch: pytest.MonkeyPatch, place: str
):
    site.publish("state-en", "/en", page_in("en", "utf-8", "utf-8", "text/html"))
    blocked, named = {
        "official": (site.folder / "official", site.folder / "official"),
        "var": (site.stamp.parent, site.stamp),
    }[place]
    blocked.write_text("a file where a folder must be")
    said = unasked(site, monkeypatch)
    assert said.startswith(f"The official text was not looked for: {named} cannot be written (")
    assert said.endswith("OFFICIAL_TEXT=0 keeps it from trying.\n")
    assert said.count("\n") == 1
    assert site.server.asked == []


@pytest.mark.parametrize(
    ("url", "is_confirmed", "tried"),
    [
        ("http://127.0.0.1/a", True, ["http://127.0.0.1/a"]),
        ("http://lake.example:81/a", True, ["http://lake.example:81/a"]),
        (
            "http://lake.example/a?b=1",
            True,
            [
                "https://lake.example/a?b=1",
                "http://lake.example/a?b=1",
                "https://web.archive.org/web/2025id_/http://lake.example/a?b=1",
            ],
        ),
        ("https://lake.example/", False, ["https://lake.example/"]),
    ],
)
def test_an_address_is_tried_encrypted_as_it_is_and_in_the_archive(
    url: str, is_confirmed: bool, tried: list[str]
):
    row = PublicationTable(
        slug="lake-en",
        language="en",
        publisher="Lamp Gazette",
        url=url,
        address_confirmed=is_confirmed,
        note="A test.",
        sources=[],
    )
    assert addresses_of(row) == tried


def test_make_official_sets_the_database_up_and_fetches() -> None:
    done = subprocess.run(
        ["make", "--dry-run", "official"],  # noqa: S607 - the make that a newcomer has
        cwd=settings.BASE_DIR,
        capture_output=True,
        text=True,
        check=True,
    )
    assert [
        line.split("manage.py ")[1] for line in done.stdout.splitlines() if "manage" in line
    ] == [
        "migrate --verbosity 0",
        "fetch_text",
    ]
