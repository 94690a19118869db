"""A load replaces everything or nothing."""

from __future__ import annotations

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError

from articles import loading, search
from articles.loading import writing
from articles.loading.reading import read
from articles.models import Article, Concept, DataVersion, Event, Mention, Source, Theme, Word
from tests.loading import snapshot
from tests.loading.draft import Draft
from tests.search.asking import found

pytestmark = pytest.mark.django_db

A19 = "articles/19.toml"

ZEBRA_THEME = '[[theme]]\nslug = "zebras"\nname = "Zebras"\ndescription = "Striped."'
ZEBRA_SOURCE = """[[source]]
key = "zebra-news"
publisher = "Zebra News"
what = "A page on zebras"
url = "https://example.org/zebras"
language = "en"
kind = "press"
"""
ZEBRA_EVENT = """[[event]]
slug = "zebra-day"
date = "2099-01-01"
title = "Day of the zebra"
text = "Zebras are counted."
kind = "context"
articles = [19]
sources = ["zebra-news"]
"""
EQUIDS = """[[concept]]
slug = "equids"
name = "Equids"
terms = ["zebras"]
en = ["unicorns"]
ru = ["единороги"]
fa = ["تک‌شاخ‌ها"]
provisions = ["19.3", "4"]
mentions = ["brics"]"""


def with_zebras(draft: Draft) -> Draft:
    draft.append("themes.toml", ZEBRA_THEME)
    draft.append("sources.toml", ZEBRA_SOURCE)
    draft.append("timeline.toml", ZEBRA_EVENT)
    draft.set(A19, "themes", '["sanctions", "zebras"]')
    draft.replace(A19, "keywords = [", 'keywords = ["zebras", ')
    draft.add_concept(EQUIDS)
    return draft


def test_a_load_is_seen_by_the_database_and_by_search(draft: Draft) -> None:
    loading.load(with_zebras(draft).folder)
    assert [theme.slug for theme in Article.objects.get(number=19).theme_list] == [
        "sanctions",
        "zebras",
    ]
    assert [source.key for source in Event.objects.get(slug="zebra-day").sources.all()] == [
        "zebra-news"
    ]
    assert found("zebra") == [19, 4]
    assert found("unicorn") == found("единорог") == found("تک شاخ") == [19, 4]
    assert found('"zebras"') == [19]
    words = dict(Word.objects.filter(word__in=["zebras", "unicorns", "единороги"]).values_list())
    assert words == {"zebras": 1, "unicorns": 0, "единороги": 0}


def test_a_row_gone_from_the_fixtures_is_gone_everywhere(draft: Draft) -> None:
    real = snapshot.content()
    loading.load(with_zebras(draft).folder)
    call_command("load_treaty", stdout=StringIO())
    assert not Theme.objects.filter(slug="zebras").exists()
    assert not Source.objects.filter(key="zebra-news").exists()
    assert not Event.objects.filter(slug="zebra-day").exists()
    assert not Concept.objects.filter(slug="equids").exists()
    assert not Word.objects.filter(word__in=["zebras", "unicorns", "единороги"]).exists()
    assert found('"zebras"') == found("единорог") == []
    assert snapshot.content() == real


def test_a_word_gone_from_an_article_finds_it_no_more(draft: Draft) -> None:
    assert found('"third-country sanctions"') == [19]
    draft.replace(A19, '"third-country sanctions", ', "")
    loading.load(draft.without_thesaurus().folder)
    assert found('"third-country sanctions"') == []


def test_a_word_gone_from_the_thesaurus_leads_nowhere(draft: Draft) -> None:
    """Though the text has stayed the same, so has nothing that search has kept in mind."""
    assert found("espionage")[:1] == found("шпионаж")[:1] == [4]
    loading.load(draft.without_thesaurus().folder)
    assert found("шпионаж") == found("تحریم") == []
    assert found("espionage") == [4]
    assert Concept.objects.count() == 0


def test_a_mention_gone_from_the_fixtures_is_gone(draft: Draft) -> None:
    unnamed = Mention.objects.filter(article_mentions=None).last()
    assert unnamed is not None
    blocks = draft.text("mentions.toml").split("[[mention]]")
    kept = [block for block in blocks if f'slug = "{unnamed.slug}"' not in block]
    assert len(kept) == len(blocks) - 1
    draft.write("mentions.toml", "[[mention]]".join(kept))
    draft.write("cues.toml", "landmark = []\nbody = []\n")
    loading.load(draft.without_thesaurus().folder)
    assert not Mention.objects.filter(slug=unnamed.slug).exists()


def test_loading_twice_gives_the_same_rows_and_the_same_version(draft: Draft) -> None:
    first = loading.load(draft.folder)
    before = snapshot.content()
    second = loading.load(draft.folder)
    assert second.version.digest == first.version.digest
    assert second.counts == first.counts
    assert snapshot.content() == before
    assert DataVersion.objects.count() == 1


def test_a_fault_changes_nothing(draft: Draft) -> None:
    before = snapshot.everything()
    draft.set(A19, "title", '"Zebras"')
    draft.set("articles/47.toml", "gist", '""')
    with pytest.raises(CommandError, match="Nothing was changed"):
        call_command("load_treaty", draft.folder, stderr=StringIO())
    assert snapshot.everything() == before


def test_a_database_that_fails_at_the_end_of_a_load_changes_nothing(
    draft: Draft, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = snapshot.everything()
    draft.set(A19, "title", '"Zebras"')

    rebuild = search.rebuild

    def rebuild_and_fail() -> None:
        rebuild()
        raise DatabaseError("disk full")

    monkeypatch.setattr(writing.search, "rebuild", rebuild_and_fail)
    with pytest.raises(CommandError, match=r"disk full.*Nothing was changed"):
        call_command("load_treaty", draft.folder)
    assert snapshot.everything() == before


def version(draft: Draft) -> str:
    content, faults = read(draft.folder)
    assert faults == []
    return content.digest()


def test_comments_and_layout_do_not_change_the_version(draft: Draft) -> None:
    before = version(draft)
    title, gist = (
        next(line for line in draft.text(A19).splitlines() if line.startswith(key))
        for key in ("title", "gist")
    )
    draft.replace(A19, gist, "")
    draft.replace(A19, title, f"# A remark.\n{gist}   # another\n\n\n{title.replace(' = ', '=')}")
    draft.write(A19, draft.text(A19).replace("\n", "\r\n"))
    assert version(draft) == before


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (A19, 'text = """\n', 'text = """\nAgain: '),
        (A19, 'keywords = ["sanctions"', 'keywords = ["sanction"'),
        (A19, 'strength = ["guarantee"]', 'strength = ["duty"]'),
        (A19, 'reports = ["tass-duma"', 'reports = ["text-icl"'),
        ("articles/22.toml", 'label = "2.1."', 'label = "2.1)"'),
        ("articles/26.toml", 'title = "', 'title = "Again: '),
        ("articles/48.toml", "two copies", "three copies"),
        ("sources.toml", 'publisher = "ICL Center"', 'publisher = "ICL Centre"'),
        ("publication.toml", "address_confirmed = false", "address_confirmed = true"),
        ("timeline.toml", 'date = "1921-02-26"', 'date = "1921-02-25"'),
        ("thesaurus/security.toml", 'en = ["', 'en = ["zebra", "'),
        ("thesaurus/security.toml", 'fa = ["', 'fa = ["گورخر", "'),
        ("thesaurus/economy.toml", 'name = "', 'name = "Again: '),
        ("thesaurus/society.toml", 'provisions = ["', 'provisions = ["0", "'),
        ("thesaurus/security.toml", "mentions = []", 'mentions = ["brics"]'),
    ],
)
def test_a_word_changes_the_version(draft: Draft, file: str, old: str, new: str) -> None:
    before = version(draft)
    draft.replace(file, old, new)
    assert version(draft) != before


def test_the_order_of_themes_changes_the_version(draft: Draft) -> None:
    before = version(draft)
    head, first, *others = draft.text("themes.toml").split("[[theme]]")
    draft.write("themes.toml", "[[theme]]".join([head, *others, first]))
    assert version(draft) != before


def test_the_order_of_concepts_changes_the_version(draft: Draft) -> None:
    before = version(draft)
    head, first, second, *others = draft.text("thesaurus/society.toml").split("[[concept]]")
    turned = "[[concept]]".join([head, second, first, *others])
    draft.write("thesaurus/society.toml", turned)
    assert version(draft) != before


def test_the_version_is_a_sha_256_of_which_pages_show_twelve_digits(draft: Draft) -> None:
    loaded = loading.load(draft.without_thesaurus().folder).version
    assert len(loaded.digest) == 64
    assert int(loaded.digest, 16) > 0
    assert loaded.short == loaded.digest[:12]
    assert DataVersion.objects.current() == loaded
