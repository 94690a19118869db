"""The words of official texts: every one of them, beside ours, in order and language."""

from __future__ import annotations

import pytest

from articles.edition import in_force
from articles.treaty.places import Place
from tests.official.texts import written
from tests.pages import fetch
from tests.reading.official import ALL, first, words

LANGUAGE = {"en": ("en", "ltr"), "en-2": ("en", "ltr"), "ru": ("ru", "ltr"), "fa": ("fa", "rtl")}

pytestmark = [pytest.mark.once, pytest.mark.usefixtures("four_texts")]


@pytest.mark.parametrize("slug", ALL)
@pytest.mark.parametrize("number", [0, 2, 3, 4, 22, 28, 36, 47])
def test_every_word_of_an_article_is_shown_in_order_with_its_language(
    slug: str, number: int
) -> None:
    page = fetch(f"{Place(number).url}?lang={slug}")
    said = [
        " ".join(f"{block.label} {block.text}".strip() for block in paragraph.blocks)
        for paragraph in written(slug).articles[number].paragraphs
    ]
    found = page.document.query(".cell")
    held = [
        " ".join(words(line) for line in cell.query("p") if "lang" not in line.attrs)
        for cell in found
    ]
    assert [text for text in held if text] == said
    assert {(cell.attrs["lang"], cell.attrs["dir"]) for cell in found} == {LANGUAGE[slug]}


@pytest.mark.parametrize("slug", ALL)
def test_the_closing_lines_of_a_text_stand_beside_ours(slug: str) -> None:
    page = fetch(f"/closing/?lang={slug}")
    (cell,) = page.document.query("#conclusions__para_1 .cell")
    lines = [words(line) for line in cell.query("p") if "lang" not in line.attrs]
    assert lines == [" ".join(line.split()) for line in written(slug).closing]
    assert "two copies" in page.text("#conclusions__para_1 .ours")[0]


def test_items_stand_on_lines_of_their_own_with_their_letters() -> None:
    items = fetch("/articles/3/?lang=ru").document.query("#art_3__para_3 .cell .item")
    assert [words(item) for item in items] == ["а) сразу; и", "б) пока стоит туман."]
    assert [words(item.query(".item-label")[0]) for item in items] == ["а)", "б)"]


def test_the_points_of_a_text_stand_beside_ours_within_their_paragraph() -> None:
    for path, anchor, ours, theirs in (
        ("/articles/22/?lang=ru", "art_22__para_2", "2.{}.", "2.{}."),
        ("/articles/28/?lang=ru", "art_28__para_1", "{})", "{})"),
    ):
        page = fetch(path)
        assert page.text(f"#{anchor} .cell .item-label") == [theirs.format(n) for n in range(1, 10)]
        count = len(page.document.query(".point"))
        assert page.text(f"#{anchor} .ours .point-label") == [
            ours.format(number) for number in range(1, count + 1)
        ]


def test_words_of_a_text_are_never_markup() -> None:
    assert "oars &amp; ropes" in fetch("/articles/3/").html


def test_labels_within_a_text_of_another_language_are_english() -> None:
    page = fetch("/articles/3/?lang=fa,en")
    (label,) = first(page, "#art_3__para_1 .cell").query(".cell-label")
    assert (label.attrs["lang"], words(label)) == ("en", "Official text, Persian")
    missing = first(page, "#art_3__para_4 .cell").query("p.quiet")[0]
    assert (missing.attrs["lang"], words(missing)) == ("en", "This text has no paragraph 4.")
    for line in (label, missing):  # or its full stop would stand at the wrong end
        assert line.attrs.get("dir") == "ltr" or line.query("bdi")


@pytest.mark.parametrize("query", ["", "?lang=fa", "?lang=ru,en"])
def test_our_paragraphs_always_stand_beside_the_official_ones_of_their_number(query: str) -> None:
    for row in in_force().articles:
        page = fetch(row.get_absolute_url() + query)
        assert not page.document.query(".paragraph-text")
        assert page.text(".byline")[0].startswith(
            "The official text, with our own words beside it."
        )
        for paragraph in row.paragraphs.all():
            block = first(page, f"#{paragraph.place.anchor}")
            assert len(block.query(".cells > .cell")) == (2 if "," in query else 1)
            (ours,) = block.query(".cells > .ours")
            assert words(ours).startswith("In our own words ")
            for passage in paragraph.passages():
                assert "".join(passage.plain.split()[-1:]) in words(ours)


def test_a_paragraph_that_a_text_lacks_is_shown_in_our_words_and_the_lack_is_said() -> None:
    page = fetch("/articles/5/4/")
    assert page.text(".paragraph-marked .cell .quiet") == ["This text has no paragraph 4."]
    assert len(page.document.query(".paragraph-marked .ours")) == 1
    (meta,) = page.document.query("meta[name=description]")
    assert (meta.attrs["content"] or "").startswith("In plain English: ")


def test_the_force_of_our_paragraph_and_its_cautions_stand_beside_both() -> None:
    page = fetch("/articles/3/?lang=en,fa")
    assert page.text("#art_3__para_3 .strength") == ["Ban", "Duty"]
    caution = first(page, "#art_3__para_3 .caution")
    assert caution.attrs["dir"] == "ltr"
    assert not page.document.query(".cell .caution, .cell .strength")


@pytest.mark.django_db
def test_what_is_looked_for_is_marked_in_every_text() -> None:
    def marked(query: str) -> list[str]:
        page = fetch(f"/articles/3/?lang=en,ru,fa&q={query}")
        return page.text(".cells mark")

    assert marked("heliograph") == ["heliograph"]
    assert marked("гелиографы") == ["гелиографом"]
    assert marked("آینه‌نگار") == ["آینه‌نگار"]
    assert marked("oars ropes") == ["oars", "ropes"]
    assert marked("<b>") == []


def test_the_whole_treaty_shows_every_paragraph_of_the_texts_chosen() -> None:
    page = fetch("/treaty/?lang=ru,fa")
    held = page.document.query(".cell")
    assert {cell.attrs["lang"] for cell in held} == {"ru", "fa"}
    together = " ".join(page.text("main")[0].split())
    for slug in ("ru", "fa"):
        for article in written(slug).articles:
            for paragraph in article.paragraphs:
                for block in paragraph.blocks:
                    assert " ".join(block.text.split()) in together
        assert all(" ".join(line.split()) in together for line in written(slug).closing)
    assert len(page.document.query(".cells > .ours")) == sum(
        len(article.paragraphs.all()) for article in in_force().articles
    )


def test_the_whole_treaty_says_whose_words_it_shows() -> None:
    assert fetch("/treaty/").text(".byline") == [
        "The official text, with our own words beside it. How this edition was made"
    ]
