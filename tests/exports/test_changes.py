"""The feed of changes: a load that changes the text of an article adds to it, no other does."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from django.test import Client
from lxml import etree

from articles import loading, treaty
from articles.edition import Edition, in_force
from articles.edition.edition import content_hashes
from articles.exports import changes
from articles.loading import writing
from articles.models import DataVersion, Revision
from tests.invented import load_invented
from tests.loading.draft import Draft
from tests.pages import fetch

pytestmark = [pytest.mark.django_db, pytest.mark.once]

NAMES = {"a": "http://www.w3.org/2005/Atom", "h": "http://www.w3.org/1999/xhtml"}
FEED = "/changes.atom"
A3, A12 = "articles/03.toml", "articles/12.toml"


@pytest.fixture
def draft(tmp_path: Path) -> Draft:
    return Draft(tmp_path).without_thesaurus()


def feed() -> etree._Element:
    return etree.fromstring(Client().get(FEED).content)


def texts(path: str) -> list[str]:
    found = feed().xpath(path, namespaces=NAMES)
    return [node if isinstance(node, str) else "".join(node.itertext()) for node in found]


def test_the_first_load_is_one_entry_that_names_every_article() -> None:
    assert texts("a:entry/a:title") == ["First version of the text"]
    labels = texts("a:entry/a:content//h:a")
    articles = [f"Article {number}" for number in range(1, 48)]
    assert labels == ["Preamble", *articles, "Closing lines"]
    revision = Revision.objects.get()
    version = DataVersion.objects.get()
    assert (revision.digest, revision.made_at) == (version.digest, version.loaded_at)
    assert revision.changed == list(treaty.NUMBERS)


def test_a_load_that_changes_texts_adds_an_entry_with_those_articles(draft: Draft) -> None:
    draft.set(A3, "title", '"Lamps"')
    draft.put("text", 12, "Lighthouses are counted.")
    version = loading.load(draft.folder).version
    assert texts("a:entry/a:title") == ["Articles 3 and 12 changed", "First version of the text"]
    first = "a:entry[1]/a:content/h:div"
    assert texts(f"{first}//h:a/@href") == [
        "http://testserver/articles/3/",
        "http://testserver/articles/12/",
    ]
    hashes = content_hashes(in_force())
    assert texts(f"{first}//h:li/h:code") == [hashes[3], hashes[12]]
    assert texts(f"{first}/h:p/h:code") == [version.digest]
    assert "does not mean that the treaty itself was amended" in texts(f"{first}/h:p")[0]
    assert texts("a:entry[1]/a:link/@href") == ["http://testserver/treaty/"]


def test_an_entry_on_one_article_leads_to_it(draft: Draft) -> None:
    draft.set(A3, "title", '"Lamps"')
    loading.load(draft.folder)
    assert texts("a:entry[1]/a:title") == ["Article 3 changed"]
    assert texts("a:entry[1]/a:link/@href") == ["http://testserver/articles/3/"]


def test_a_load_that_changes_no_text_adds_nothing(draft: Draft) -> None:
    before = Client().get(FEED).content
    draft.set(A3, "keywords", '["lamps"]')
    draft.set(A12, "gist", '"Lighthouses"')
    first = DataVersion.objects.get().digest
    assert loading.load(draft.folder).version.digest != first
    assert Revision.objects.count() == 1
    assert Client().get(FEED).content == before


def test_a_text_put_back_is_a_change_too_and_no_id_comes_twice(draft: Draft) -> None:
    title = next(line for line in draft.text(A3).splitlines() if line.startswith("title = "))
    draft.set(A3, "title", '"Lamps"')
    loading.load(draft.folder)
    draft.replace(A3, 'title = "Lamps"', title)
    loading.load(draft.folder)
    assert texts("a:entry/a:title") == [
        "Article 3 changed",
        "Article 3 changed",
        "First version of the text",
    ]
    ids = texts("a:entry/a:id")
    assert len(set(ids)) == 3
    assert {str(UUID(name)) for name in ids} == {name.removeprefix("urn:uuid:") for name in ids}


def test_words_of_an_official_text_are_a_change_of_their_article() -> None:
    rows = {0: {1: "Lakes."}, 4: {1: "Lamps."}, 48: {1: "Piers."}}
    writing.record(load_invented({"en": ("en", "Lake Gazette", rows)}))
    assert texts("a:entry[1]/a:title") == ["Preamble; Article 4; Closing lines changed"]
    assert "http://testserver/closing/" in texts("a:entry[1]/a:content//h:a/@href")


def test_a_changed_point_or_strength_is_a_change_of_its_article(draft: Draft) -> None:
    draft.replace("articles/22.toml", 'label = "2.3."\ntext = "', 'label = "2.3."\ntext = "Lamps: ')
    draft.replace("articles/02.toml", 'strength = ["duty"]', 'strength = ["aim"]')
    loading.load(draft.folder)
    assert texts("a:entry[1]/a:title") == ["Articles 2 and 22 changed"]


def test_a_load_that_fails_leaves_no_entry(draft: Draft, monkeypatch: pytest.MonkeyPatch) -> None:
    draft.set(A3, "title", '"Lamps"')
    record = writing.record

    def record_and_fail(written: Edition) -> None:
        record(written)
        raise OSError("disk full")

    monkeypatch.setattr(writing, "record", record_and_fail)
    with pytest.raises(OSError, match="disk full"):
        loading.load(draft.folder)
    assert texts("a:entry/a:title") == ["First version of the text"]


def test_the_feed_has_all_that_atom_requires() -> None:
    response = Client().get(FEED)
    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
    assert response["Access-Control-Allow-Origin"] == "*"
    root = feed()
    assert root.tag == f"{{{NAMES['a']}}}feed"
    for parent in [root, *root.findall("a:entry", NAMES)]:
        for name in ("id", "title", "updated"):
            assert len(parent.findall(f"a:{name}", NAMES)) == 1
        assert datetime.fromisoformat(parent.findtext("a:updated", "", NAMES)).tzinfo == UTC
    assert texts("a:id") == texts("a:link[@rel='self']/@href") == ["http://testserver/changes.atom"]
    assert texts("a:link[@rel='alternate']/@href") == ["http://testserver/data/"]
    assert texts("a:author/a:name") == ["Plain-English edition of the Iran–Russia Treaty"]
    assert texts("a:updated") == texts("a:entry[1]/a:updated")
    assert "in our own words" in texts("a:subtitle")[0]


def test_the_same_revision_keeps_its_id_at_whatever_address_the_site_is_asked() -> None:
    ids = [
        etree.fromstring(Client(SERVER_NAME=host).get(FEED).content).xpath(
            "a:entry/a:id/text()", namespaces=NAMES
        )
        for host in ("localhost", "127.0.0.1")
    ]
    assert ids[0] == ids[1] != []


def revise(count: int) -> None:
    version = DataVersion.objects.get()
    hashes = {str(number): "0" * 64 for number in range(48)}
    Revision.objects.bulk_create(
        Revision(
            digest=version.digest,
            made_at=version.loaded_at + timedelta(days=day),
            hashes=hashes,
            changed=[day % 48],
        )
        for day in range(1, count + 1)
    )


def test_a_long_history_shows_its_latest_fifty_entries_the_latest_first() -> None:
    revise(49)
    assert [entry.title for entry in changes.latest(in_force())][-2:] == [
        "Article 1 changed",
        "First version of the text",
    ]
    revise(7)
    titles = texts("a:entry/a:title")
    assert len(titles) == 50
    assert titles[:2] == ["Article 7 changed", "Article 6 changed"]
    assert titles[-1] == "Article 7 changed"
    assert "First version of the text" not in titles


def test_a_database_older_than_the_feed_gives_an_empty_one() -> None:
    Revision.objects.all().delete()
    assert texts("a:entry") == []
    loaded = DataVersion.objects.get().loaded_at
    assert [datetime.fromisoformat(text) for text in texts("a:updated")] == [loaded]


def test_every_page_names_the_feed_to_programs() -> None:
    links = fetch("/").document.query('link[rel=alternate][type="application/atom+xml"]')
    assert [link.attrs["href"] for link in links] == [FEED]
