"""What a load makes of the fixtures: each thing stands in the database as it was written."""

from __future__ import annotations

import pytest

from articles import loading
from articles.loading.writing import closing_lines
from articles.models import Article, Concept, Paragraph
from articles.official.text import Parsed
from tests.loading.breaking import A3, A28, background, caution, concept
from tests.loading.draft import Draft

NEW = '''
[[paragraph]]
number = 5
strength = ["option", "ban"]
text = """
  They *may*:

- one;
- two & [three](javascript:alert) """
'''


@pytest.mark.django_db
def test_a_paragraph_is_stored_as_written_and_as_clean_html(draft: Draft) -> None:
    draft.append(A3, NEW)
    loading.load(draft.without_thesaurus().folder)
    row = Paragraph.objects.get(article=3, number=5)
    assert row.text == "They *may*:\n\n- one;\n- two & [three](javascript:alert)"
    assert row.html == (
        "<p>They <em>may</em>:</p>\n<ul>\n<li>one;</li>\n<li>two &amp; three</li>\n</ul>"
    )
    assert row.strengths == ["option", "ban"]
    assert not row.is_alone


@pytest.mark.django_db
def test_a_point_is_stored_with_its_label_and_as_clean_html(draft: Draft) -> None:
    draft.replace(A28, 'text = "medical research;"', 'text = "*new* lamps & [lights](x:y);"')
    loading.load(draft.without_thesaurus().folder)
    points = Paragraph.objects.get(article=28).points.all()
    assert [(point.number, point.label) for point in points] == [
        (number, f"{number})") for number in range(1, 10)
    ]
    assert points[5].text == "*new* lamps & [lights](x:y);"
    assert points[5].html == "<p><em>new</em> lamps &amp; lights;</p>"


@pytest.mark.django_db
def test_a_paragraph_is_alone_until_the_article_has_another(draft: Draft) -> None:
    assert Paragraph.objects.get(article=12).is_alone
    draft.put("text", 12, "Another rule.")
    loading.load(draft.without_thesaurus().folder)
    assert [row.is_alone for row in Paragraph.objects.filter(article=12)] == [False, False]


@pytest.mark.django_db
def test_what_stands_beside_the_text_is_stored_in_order_with_its_sources(draft: Draft) -> None:
    caution('paragraph = 2\ntext = "Mind the lamps."\nsources = ["tass-duma"]')(draft)
    caution('text = "Mind the boats."')(draft)
    background('text = "Lamps are *lit*."\nsources = ["text-icl", "tass-duma"]')(draft)
    draft.set(A3, "reports", '["tass-duma", "text-icl"]')
    loading.load(draft.without_thesaurus().folder)
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


@pytest.mark.django_db
def test_a_concept_is_stored_with_all_that_it_leads_to(draft: Draft) -> None:
    draft.without_thesaurus()
    concept(
        terms='"sanctions"',
        provisions='"19.3", "closing", "22.2.6", "0"',
        mentions='"brics"',
        rest='ru = ["зебра"]\nabsent = "The treaty says nothing about zebras."',
    )(draft)
    draft.replace("thesaurus/zoo.toml", "ru = []\n", "")
    concept(slug="zoo-too")(draft)
    loading.load(draft.folder)
    after, zoo = Concept.objects.with_links()
    assert (after.slug, after.position, after.absent) == ("zoo-too", 1, "")
    assert (zoo.name, zoo.position, zoo.terms) == ("Zoo", 2, ["sanctions"])
    assert zoo.readers_words == {"en": ["zebra"], "ru": ["зебра"], "fa": []}
    assert zoo.english_words == ["sanctions", "zebra"]
    assert zoo.absent == "The treaty says nothing about zebras."
    places = [row.place.code for row in zoo.provisions.all()]
    assert places == ["19.3", "closing", "22.2.6", "0"]
    assert [row.slug for row in zoo.mentions.all()] == ["brics"]


def test_the_closing_lines_of_an_official_text_are_one_paragraph_of_their_own() -> None:
    (article,) = closing_lines(Parsed("en", "", (), "Done at the lighthouse.\nThe keepers"))
    (paragraph,) = article.paragraphs
    assert (article.number, paragraph.number, paragraph.label) == (48, 1, "")
    assert [block.text for block in paragraph.blocks] == ["Done at the lighthouse.", "The keepers"]


def test_an_official_text_without_closing_lines_has_no_row_for_them() -> None:
    assert closing_lines(Parsed("en", "", (), "")) == []
