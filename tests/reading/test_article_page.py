"""What stands on the page of an article, a paragraph and a point, and what its controls copy."""

from __future__ import annotations

import pytest
from justhtml import Element

from articles import treaty
from articles.edition import in_force
from articles.models import Article, Caution, Paragraph, Point
from articles.treaty.places import Place
from tests.pages import SITE, Page, fetch

pytestmark = [pytest.mark.django_db, pytest.mark.once]


def element(page: Page, selector: str) -> Element:
    (found,) = page.document.query(selector)
    assert isinstance(found, Element)
    return found


def words(node: Element) -> str:
    return " ".join(node.to_text().split())


@pytest.fixture(scope="module")
def pages(django_db_setup: None, django_db_blocker: object) -> dict[int, Page]:
    """The page of every article, by number."""
    with django_db_blocker.unblock():  # type: ignore[attr-defined]
        return {number: fetch(Place(number).url) for number in treaty.NUMBERS}


def test_every_part_of_the_treaty_has_a_page_with_title_themes_and_text(
    pages: dict[int, Page],
) -> None:
    assert list(pages) == list(range(49))
    for row in in_force().articles:
        page = pages[row.number]
        assert page.status == 200
        assert page.text("h1") == [f"{row.numeral} {row.label}: {row.title}"]
        assert page.text("title") == [f"{row.label} · {row.title} — Iran–Russia Treaty"]
        (description,) = page.document.query("meta[name=description]")
        assert description.attrs["content"] == f"In plain English: {row.gist}"
        assert page.text("#whole ~ ul a.tag") == [theme.name for theme in row.theme_list] != []
        assert len(page.document.query(".text .paragraph")) == len(row.paragraphs.all()) > 0
        shown = page.text(".text")[0]
        for passage in row.passages():
            assert all(" ".join(line.split()) in shown for line in passage.plain.split("– "))


def test_the_preamble_begins_and_the_closing_lines_end_the_row_of_neighbours(
    pages: dict[int, Page],
) -> None:
    for number, page in pages.items():
        around = [Place(near).url for near in (number - 1, number + 1) if near in treaty.NUMBERS]
        assert [link.attrs["href"] for link in page.document.query(".near a")] == around * 2
    assert not pages[0].document.query("[rel=prev]")
    assert pages[0].text("[rel=next]")[0].startswith("Next: 1 ")
    assert pages[46].text("[rel=next]")[0].startswith("Next: 47 ")
    assert pages[47].text("[rel=next]")[0].startswith("Next: Closing lines: ")
    assert not pages[48].document.query("[rel=next]")


def test_each_paragraph_answers_at_its_address_with_itself_marked() -> None:
    rows = Paragraph.objects.select_related("article")
    assert rows.count() > 100
    for row in rows:
        page = fetch(row.place.url)
        assert [node.attrs["id"] for node in page.document.query(".paragraph-marked")] == [
            row.place.anchor
        ]
        assert not page.document.query(".point-marked")
        assert page.text("title")[0].startswith(f"{row.article.label}, {row.label.lower()} · ")
        canonical = element(page, "link[rel=canonical]").attrs["href"]
        assert canonical == f"{SITE}{row.article.get_absolute_url()}"


def test_each_point_answers_at_its_address_with_itself_marked_in_its_paragraph() -> None:
    rows = Point.objects.select_related("paragraph__article")
    assert rows.count() == 6 + 9
    for row in rows:
        place, article = row.place, row.paragraph.article
        page = fetch(row.place.url)
        (point,) = page.document.query(".paragraph-marked .point-marked")
        assert point.attrs["id"] == place.anchor
        assert element(page, ".paragraph-marked").attrs["id"] == row.paragraph.place.anchor
        assert page.text(".point-marked .point-label") == [row.label]
        assert row.plain in page.text(".point-marked")[0]
        assert page.text("title") == [f"{place.label} · {article.title} — Iran–Russia Treaty"]
        said = element(page, "meta[name=description]").attrs["content"] or ""
        assert said.removesuffix(" …") in f"In plain English: {row.plain}"
        assert not said.endswith(";")
        canonical = element(page, "link[rel=canonical]").attrs["href"]
        assert canonical == f"{SITE}{article.get_absolute_url()}"


@pytest.mark.parametrize(
    ("path", "anchor", "label", "called"),
    [
        ("/articles/22/2/3/", "art_22__para_2__point_3", "2.3.", "Article 22, point 2.3"),
        ("/articles/28/1/4/", "art_28__para_1__point_4", "4)", "Article 28, point 4"),
    ],
)
def test_points_have_the_labels_of_the_treaty_and_are_called_by_their_numbers(
    path: str, anchor: str, label: str, called: str
) -> None:
    page = fetch(path)
    point = element(page, f"#{anchor}.point-marked")
    link = point.query("a.point-label")[0]
    assert (link.attrs["href"], words(link)) == (path, label)
    assert link.attrs["aria-label"] == called.partition(", ")[2].capitalize()
    marked = element(page, ".paragraph-marked")
    assert marked.attrs["aria-label"] == called
    (place,) = page.text(".place")
    assert place == f"{called} of the Iran–Russia Treaty, in our own words Whole article"


def test_no_point_is_a_paragraph_and_only_two_articles_have_any(pages: dict[int, Page]) -> None:
    counts = {number: len(page.document.query(".point")) for number, page in pages.items()}
    assert {number: count for number, count in counts.items() if count} == {22: 6, 28: 9}
    assert len(pages[22].document.query(".paragraph")) == 3
    assert len(pages[28].document.query(".paragraph")) == 1


def test_the_only_paragraph_of_an_article_has_no_number_in_the_margin(
    pages: dict[int, Page],
) -> None:
    assert pages[3].text("a.paragraph-number") == ["1", "2", "3", "4"]
    assert pages[0].text("a.paragraph-number") == list(map(str, range(1, 8)))
    for number in (1, 28, 43, 48):
        assert pages[number].text("a.paragraph-number") == ["¶"]


def test_how_a_paragraph_binds_is_said_in_words_beside_it(pages: dict[int, Page]) -> None:
    for row in Paragraph.objects.all():
        anchor = row.place.anchor
        assert pages[row.article_id].text(f"#{anchor} .strength") == [
            strength.label for strength in row.strength_list
        ]
    assert pages[3].text("#art_3__para_3 .strength") == ["Ban", "Duty"]
    assert pages[18].text("#art_18__para_2 .strength") == ["Option", "Duty"]
    assert pages[0].text(".strength") == ["Position"] * 7
    assert pages[48].text(".strength") == ["Rule"]


def test_a_caution_stands_beside_its_paragraph_or_else_below_the_text(
    pages: dict[int, Page],
) -> None:
    rows = Caution.objects.all()
    assert len({row.paragraph is None for row in rows}) == 2
    for row in rows:
        page = pages[row.article_id]
        inside = f"#{row.place.anchor} .caution" if row.paragraph else "section > .cautions"
        holding = [text for text in page.text(".caution, .cautions") if row.text in text]
        assert len(holding) == 1, row
        assert row.text in " ".join(page.text(inside)), row
    caution = element(pages[3], "#art_3__para_3 .caution")
    assert caution.attrs["aria-label"] == "Read with care: Article 3, paragraph 3"
    assert "no duty of mutual defence" in words(caution)


def test_background_and_cautions_name_their_sources_in_notes_in_the_order_of_the_page(
    pages: dict[int, Page],
) -> None:
    rows = Article.objects.prefetch_related("cautions__sources", "background__sources")
    for row in rows:
        page = pages[row.number]
        noted = [
            {link.attrs["href"] for link in note.query("a[rel=external]")}
            for note in page.document.query(".notes ol > li")
        ]
        for beside in (*row.cautions.all(), *row.background.all()):
            named = {source.url for source in beside.sources.all()}
            assert not named or named in noted, beside
        marks = [int(text) for text in page.text(".note-mark")]
        assert list(dict.fromkeys(marks)) == list(range(1, len(noted) + 1)), row


def test_the_press_that_reported_an_article_is_listed_with_it(pages: dict[int, Page]) -> None:
    for row in Article.objects.prefetch_related("reports"):
        links = pages[row.number].document.query(".reports a[rel=external]")
        assert [link.attrs["href"] for link in links] == [each.url for each in row.reports.all()]
    assert "TASS" in pages[3].text(".reports")[0]


def test_what_stands_beside_the_text_is_named_as_not_in_the_treaty(pages: dict[int, Page]) -> None:
    for row in Article.objects.prefetch_related("background", "events", "comments"):
        headings = pages[row.number].text(".background h2")
        beside = [*row.background.all(), *row.events.all(), *row.comments.all()]
        assert headings == (["Background, not in the treaty"] if beside else [])
        assert not pages[row.number].document.query(".text .background, .text .reports")


def test_related_articles_give_the_reason_to_read_on(pages: dict[int, Page]) -> None:
    for row in Article.objects.prefetch_related("related_articles__other"):
        shown = pages[row.number].text("section[aria-labelledby=related] li")
        links = [f"{link.other.heading} {link.reason}" for link in row.related_articles.all()]
        assert shown == links != []


WITHIN_QUOTATION = str.maketrans("“”", "‘’")


def cited(page: Page) -> str:
    """What Cite copies of an article in one press."""
    link, cite = (element(page, f"#whole ~ p {kind}").attrs for kind in ("[rel=bookmark]", ".cite"))
    citation = f"{element(page, 'main').attrs['data-cited']}, {cite['data-place']}"
    return f"{cite['data-copy']}\n{cite['data-source']}\n{citation}\n{link['data-copy']}"


@pytest.mark.parametrize(
    ("number", "place"),
    [
        (0, f"Preamble\n{SITE}/0"),
        (3, f"Article 3\n{SITE}/3"),
        (17, f"Article 17\n{SITE}/17"),
        (22, f"Article 22\n{SITE}/22"),
        (48, f"Closing lines\n{SITE}/closing"),
    ],
)
def test_cite_copies_every_word_of_an_article_and_then_its_citation(
    pages: dict[int, Page], number: int, place: str
) -> None:
    copied = cited(pages[number])
    for passage in Article.objects.get(number=number).passages():
        for line in passage.lines.splitlines():
            assert line.translate(WITHIN_QUOTATION) in copied
    assert copied.endswith(f", {place}")
