"""A load replaces everything or nothing."""

from __future__ import annotations

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError

from articles import loading, search
from articles.edition import Edition
from articles.loading import writing
from articles.models import Article, Concept, DataVersion, Event, Mention, Word
from tests.loading import snapshot
from tests.loading.draft import Draft
from tests.search.asking import found

pytestmark = pytest.mark.django_db

A19 = "articles/19.toml"

ZEBRA_THEME = '[[theme]]\nslug = "zebras"\nname = "Zebras"\nfamily = 1\ndescription = "Striped."'
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


def test_what_is_new_in_the_fixtures_is_seen_everywhere_and_gone_with_them(
    draft: Draft, fixtures: Path
) -> None:
    real, version = snapshot.content(), DataVersion.objects.get().digest
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

    loading.load(fixtures)
    assert found('"zebras"') == found("единорог") == []
    assert snapshot.content() == real
    assert DataVersion.objects.get().digest == version


def test_what_is_taken_out_of_the_fixtures_is_gone(draft: Draft) -> None:
    """Search keeps nothing in mind, though an article has stayed the same."""
    assert found('"third-country sanctions"') == [19]
    assert found("espionage")[:1] == found("шпионаж")[:1] == [4]
    unnamed = Mention.objects.filter(article_mentions=None).last()
    assert unnamed is not None

    draft.replace(A19, '"third-country sanctions", ', "")
    blocks = draft.text("mentions.toml").split("[[mention]]")
    kept = [block for block in blocks if f'slug = "{unnamed.slug}"' not in block]
    assert len(kept) == len(blocks) - 1
    draft.write("mentions.toml", "[[mention]]".join(kept))
    draft.write("cues.toml", "landmark = []\nbody = []\n")
    version = loading.load(draft.without_thesaurus().folder).version

    assert found('"third-country sanctions"') == []
    assert found("шпионаж") == found("تحریم") == []
    assert found("espionage") == [4]
    assert not Concept.objects.exists()
    assert not Mention.objects.filter(slug=unnamed.slug).exists()
    assert DataVersion.objects.get() == version
    assert len(version.digest) == 64
    assert int(version.digest, 16) > 0
    assert version.short == version.digest[:12]


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
    draft.without_thesaurus().set(A19, "title", '"Zebras"')

    rebuild = search.rebuild

    def rebuild_and_fail(edition: Edition) -> None:
        rebuild(edition)
        raise DatabaseError("disk full")

    monkeypatch.setattr(writing.search, "rebuild", rebuild_and_fail)
    with pytest.raises(CommandError, match=r"disk full.*Nothing was changed"):
        call_command("load_treaty", draft.folder)
    assert snapshot.everything() == before
