"""One content hash of each article, in every form, of its words and of nothing else."""

from __future__ import annotations

from hashlib import sha256

import pytest

from articles.exports.catalogue import OF_ANY_PLACE
from articles.exports.taking import content_hash
from articles.models import Article, Paragraph, Statement
from tests.exports.reading import get
from tests.invented import load_invented

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("form", OF_ANY_PLACE, ids=lambda form: form.suffix)
def test_one_content_hash_stands_in_every_form(form) -> None:  # type: ignore[no-untyped-def]
    for article in Article.objects.with_theme_list().with_text():
        address = article.get_absolute_url().removesuffix("/")
        assert content_hash(article) in get(f"{address}.{form.suffix}").decode()


class TestTheContentHash:
    def test_it_is_the_sha256_of_the_words_in_a_fixed_form(self) -> None:
        paragraph = Paragraph.objects.create(article_id=26, number=1, numbering="own")
        paragraph.statements.create(position=1, basis="reported", text="A lamp.", html="")
        load_invented({"en": ("en", "", {26: {1: [("a)", "Лампа.")]}})})
        written = (
            '{"edition":[[1,"own",[["A lamp.","reported"]]]],"number":26,'
            '"official":[["en",1,"1",[["a)","Лампа."]]]],"title":""}'
        )
        article = Article.objects.with_text().get(number=26)
        assert content_hash(article) == sha256(written.encode()).hexdigest()

    def test_it_changes_with_the_words_and_with_nothing_else(self) -> None:
        def hash_of() -> str:
            return content_hash(Article.objects.with_text().get(number=3))

        before = hash_of()
        Article.objects.filter(number=3).update(gist="Lamps.", keywords=["lamp"])
        assert hash_of() == before
        statement = Statement.objects.filter(paragraph__article=3).first()
        assert statement is not None
        Statement.objects.filter(pk=statement.pk).update(text="Lamps.")
        changed = hash_of()
        assert changed != before
        Statement.objects.filter(pk=statement.pk).update(text=statement.text, basis="unconfirmed")
        assert hash_of() not in (before, changed)

    def test_an_official_text_changes_it(self) -> None:
        before = content_hash(Article.objects.with_text().get(number=3))
        load_invented({"en": ("en", "", {3: {1: "The lake is lit by two lamps."}})})
        assert content_hash(Article.objects.with_text().get(number=3)) != before
