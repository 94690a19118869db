"""What a load makes of the fixtures: each thing stands in the database as it was written."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from articles.loading.writing import closing_lines
from articles.models import Article, Concept, Paragraph, Word
from articles.official.text import Parsed
from tests.loading.breaking import A3, A28, CLOSING, background, binding, caution, concept
from tests.loading.draft import Draft, appending
from tests.official.texts import loaded
from tests.search.asking import found

pytestmark = pytest.mark.django_db

NEW = '''
[[paragraph]]
number = 5
strength = ["option", "ban"]
text = """
  They *may*:

- one;
- two & [three](javascript:alert) """
'''

LONG = "zebra" * 30
"""A word that is longer than any column for words was meant to be."""


@pytest.fixture(scope="module", autouse=True)
def written(
    django_db_setup: None,
    django_db_blocker: object,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[None]:
    draft = Draft(tmp_path_factory.mktemp("stored")).without_thesaurus()
    draft.append(A3, NEW)
    for edit in (
        caution('paragraph = 2\ntext = "Mind the lamps."\nsources = ["tass-duma"]'),
        caution('text = "Mind the boats."'),
        background('text = "Lamps are *lit*."\nsources = ["text-icl", "tass-duma"]'),
        binding("duty", "position", "duty"),
        appending(CLOSING, '[[related]]\nnumber = 0\nreason = "Any."'),
        concept(
            terms='"sanctions"',
            provisions='"19.3", "closing", "22.2.6", "0"',
            mentions='"brics"',
            rest='absent = "The treaty says nothing about zebras."',
        ),
    ):
        edit(draft)
    draft.replace("thesaurus/zoo.toml", "ru = []", 'ru = ["зебра"]')
    concept(slug="zoo-too")(draft)
    draft.set(A3, "reports", '["tass-duma", "text-icl"]')
    draft.replace(A28, 'text = "medical research;"', 'text = "*new* lamps & [lights](x:y);"')
    draft.put("text", 12, f"The {LONG}.")
    with loaded(draft.folder, django_db_blocker):
        yield


def test_a_paragraph_is_stored_as_written_and_as_clean_html() -> None:
    row = Paragraph.objects.get(article=3, number=5)
    assert row.text == "They *may*:\n\n- one;\n- two & [three](javascript:alert)"
    assert row.html == (
        "<p>They <em>may</em>:</p>\n<ul>\n<li>one;</li>\n<li>two &amp; three</li>\n</ul>"
    )
    assert row.strengths == ["option", "ban"]
    assert not row.is_alone


def test_a_strength_may_come_again_after_another() -> None:
    assert Paragraph.objects.get(article=25).strengths == ["duty", "position", "duty"]


def test_a_point_is_stored_with_its_label_and_as_clean_html() -> None:
    points = Paragraph.objects.get(article=28).points.all()
    assert [(point.number, point.label) for point in points] == [
        (number, f"{number})") for number in range(1, 10)
    ]
    assert points[5].text == "*new* lamps & [lights](x:y);"
    assert points[5].html == "<p><em>new</em> lamps &amp; lights;</p>"


def test_a_paragraph_is_alone_unless_the_article_has_another() -> None:
    assert Paragraph.objects.get(article=26).is_alone
    assert [row.is_alone for row in Paragraph.objects.filter(article=12)] == [False, False]


def test_what_stands_beside_the_text_is_stored_in_order_with_its_sources() -> None:
    article = Article.objects.get(number=3)
    cautions = [
        (row.text, row.paragraph, [source.key for source in row.sources.all()])
        for row in article.cautions.all()
    ]
    assert cautions[:2] == [
        ("Mind the boats.", None, []),
        ("Mind the lamps.", 2, ["tass-duma"]),
    ]
    first = article.background.all()[0]
    assert first.html == "<p>Lamps are <em>lit</em>.</p>"
    assert {source.key for source in first.sources.all()} == {"text-icl", "tass-duma"}
    assert {source.key for source in article.reports.all()} == {"text-icl", "tass-duma"}


def test_the_closing_lines_may_point_to_the_preamble() -> None:
    (related,) = Article.objects.get(number=48).related_articles.filter(reason="Any.")
    assert related.other_id == 0


def test_a_word_of_any_length_is_known_to_search() -> None:
    assert Word.objects.get(word=LONG).articles == 1
    assert found(LONG) == [12]


def test_a_concept_is_stored_with_all_that_it_leads_to() -> None:
    after, zoo = Concept.objects.all()
    assert (after.slug, after.position, after.absent) == ("zoo-too", 1, "")
    assert (zoo.name, zoo.position, zoo.terms) == ("Zoo", 2, ["sanctions"])
    assert zoo.readers_words == {"en": ["zebra"], "ru": ["зебра"], "fa": []}
    assert zoo.absent == "The treaty says nothing about zebras."
    assert zoo.provisions == ["19.3", "closing", "22.2.6", "0"]
    assert [row.slug for row in zoo.mentions.all()] == ["brics"]


def test_the_closing_lines_of_an_official_text_are_one_paragraph_of_their_own() -> None:
    (article,) = closing_lines(Parsed("en", "", (), "Done at the lighthouse.\nThe keepers"))
    (paragraph,) = article.paragraphs
    assert (article.number, paragraph.number, paragraph.label) == (48, 1, "")
    assert [block.text for block in paragraph.blocks] == ["Done at the lighthouse.", "The keepers"]


def test_an_official_text_without_closing_lines_has_no_row_for_them() -> None:
    assert closing_lines(Parsed("en", "", (), "")) == []
