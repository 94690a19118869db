"""The content hash of an article: of its words and of nothing else."""

from __future__ import annotations

from hashlib import sha256

import pytest

from articles.edition import in_force
from articles.edition.edition import content_hashes
from articles.models import Article, Paragraph, Point
from tests.invented import load_invented

pytestmark = [pytest.mark.django_db, pytest.mark.once]


def hash_of(number: int) -> str:
    return content_hashes(in_force())[number]


class TestTheContentHash:
    def test_it_is_the_sha256_of_the_words_in_a_fixed_form(self) -> None:
        Article.objects.filter(number=28).update(title="Lamps")
        Paragraph.objects.filter(article=28).update(text="The keepers count:", strengths=["rule"])
        Point.objects.filter(paragraph__article=28, number__gt=1).delete()
        Point.objects.filter(paragraph__article=28).update(text="lamps.")
        load_invented({"en": ("en", "", {28: {1: [("a)", "Лампа.")]}})})
        written = (
            '{"edition":[[1,["rule"],"The keepers count:",[["1)","lamps."]]]],"number":28,'
            '"official":[["en",1,"1",[["a)","Лампа."]]]],"title":"Lamps"}'
        )
        assert hash_of(28) == sha256(written.encode()).hexdigest()

    def test_it_changes_with_the_words_and_strengths_and_with_nothing_else(self) -> None:
        before = hash_of(22)
        Article.objects.filter(number=22).update(gist="Lamps.", keywords=["lamp"])
        assert hash_of(22) == before
        paragraph = Paragraph.objects.filter(article=22, number=2)
        changed = {before}
        for change in ({"strengths": ["aim"]}, {"text": "Lamps."}):
            paragraph.update(**change)
            assert hash_of(22) not in changed
            changed.add(hash_of(22))
        Point.objects.filter(paragraph__in=paragraph, number=3).update(text="Lamps.")
        assert hash_of(22) not in changed

    def test_an_official_text_changes_it(self) -> None:
        before = hash_of(3)
        load_invented({"en": ("en", "", {3: {1: "The lake is lit by two lamps."}})})
        assert hash_of(3) != before
