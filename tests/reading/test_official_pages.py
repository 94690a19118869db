"""The pages of articles and of the whole treaty, with none, one and several official texts.

The texts are those of ``tests.official.texts``: lakes and lighthouses, not a word of any treaty.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from justhtml import Element, JustHTML, Node, Text

from articles import loading
from articles.models import Article, OfficialParagraph, Paragraph
from articles.treaty.places import Place
from tests.loading.draft import Draft
from tests.official.texts import THREE, loaded, put, written
from tests.pages import INLINE, Page, fetch

pytestmark = [pytest.mark.django_db, pytest.mark.once]

ALL = (*THREE, "en-2")
GREETING = {
    "en": "The keepers of both lakes greet each other with a heliograph.",
    "en-2": "The keepers of both lakes hail each other with a semaphore.",
    "ru": "Смотрители обоих озёр приветствуют друг друга гелиографом.",
    "fa": "نگهبانان دو دریاچه با آینه‌نگار به هم درود می‌فرستند.",
}
"""The first paragraph of Article 3 in each text."""

LANGUAGE = {"en": ("en", "ltr"), "en-2": ("en", "ltr"), "ru": ("ru", "ltr"), "fa": ("fa", "rtl")}


@pytest.fixture(scope="module", autouse=True)
def four_texts(
    django_db_setup: None,
    django_db_blocker: object,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[None]:
    folder = put(Draft(tmp_path_factory.mktemp("four")).folder, *ALL)
    with loaded(folder, django_db_blocker):
        yield


@pytest.fixture
def only(tmp_path: Path) -> object:
    """Give a function that loads these texts and no others, for one test."""

    def load(*slugs: str) -> None:
        draft = Draft(tmp_path).without_thesaurus()
        loading.load(put(draft.folder, *slugs))

    return load


def first(page: Page, selector: str) -> Element:
    found = page.document.query(selector)[0]
    assert isinstance(found, Element)
    return found


def words(node: Node) -> str:
    return " ".join(node.to_text().split())


def cells(page: Page, anchor: str) -> list[tuple[str, str, str]]:
    """Return language, direction and words of the official cells of a paragraph."""
    return [
        (cell.attrs["lang"] or "", cell.attrs["dir"] or "", words(cell))
        for cell in page.document.query(f"#{anchor} .cell")
    ]


def shown(page: Page) -> list[str]:
    """Return the texts whose greeting the page shows, in order."""
    return [
        slug
        for _, _, text in cells(page, "art_3__para_1")
        for slug, greeting in GREETING.items()
        if text.endswith(greeting)
    ]


def notices(page: Page) -> list[str]:
    return page.text("main .notice")


# Which texts are shown


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", ["en"]),
        ("?lang=en", ["en"]),
        ("?lang=fa", ["fa"]),
        ("?lang=en,fa", ["en", "fa"]),
        ("?lang=fa,en", ["fa", "en"]),
        ("?lang=ru,en-2,fa", ["ru", "en-2", "fa"]),
        ("?lang=en&lang=ru", ["en", "ru"]),
        ("?lang=en,en-2,ru,fa", ["en", "en-2", "ru", "fa"]),
        ("?lang=EN,%20Fa%20", ["en", "fa"]),
        ("?lang=ru,ru,ru", ["ru"]),
        ("?lang=", ["en"]),
        ("?lang=,,,", ["en"]),
        ("?language=fa", ["en"]),
        ("?lang=%D1%80%D1%83", ["en"]),
        ("?lang=de", ["en"]),
        ("?lang=de,fa", ["fa"]),
        ("?lang=plain", ["en"]),
    ],
)
@pytest.mark.parametrize("path", ["/articles/3/", "/articles/3/2/", "/treaty/"])
def test_the_address_says_which_texts_stand_side_by_side(
    path: str, query: str, expected: list[str]
) -> None:
    page = fetch(path + query)
    assert page.status == 200
    assert shown(page) == expected


@pytest.mark.parametrize(
    ("query", "named"),
    [
        ("?lang=de", "“de”"),
        ("?lang=fa,de,fr", "“de”, “fr”"),
        ("?lang=a,b,c,d,e,f", "“a”, “b”, “c”"),
        ("?lang=<script>alert(1)</script>", "“<script>alert(1)</script>”"),
        ("?lang=" + "x" * 5000, f"“{'x' * 40}”"),
        ("?lang=%00", "“\x00”"),
        ("?lang=%E2%80%8F%FF", ""),
        ("?lang=" + ",".join(map(str, range(1000))), "“0”, “1”, “2”"),
    ],
)
def test_a_text_that_is_not_there_is_named_and_ignored(query: str, named: str) -> None:
    response = Client().get(f"/articles/3/{query}")
    assert response.status_code == 200
    page = Page("/articles/3/", 200, response.content.decode())
    (notice,) = [text for text in notices(page) if text.startswith("There is no official text")]
    if "\x00" not in named:
        assert named in notice
    assert not page.document.query("main script")


CHOICES = "[aria-label='Official texts to show'] a"


def test_each_text_can_be_added_or_taken_away_but_the_last() -> None:
    page = fetch("/articles/3/?lang=en,fa")
    choices = {
        words(node).rstrip(" ✓+"): (node.attrs["href"], node.attrs.get("aria-current"))
        for node in page.document.query(CHOICES)
    }
    assert choices == {
        "Remove English, Lamp Office": ("?lang=fa", "true"),
        "Add English, Ferry Gazette": ("?lang=en,fa,en-2", None),
        "Add Russian": ("?lang=en,fa,ru", None),
        "Remove Persian": ("?lang=en", "true"),
    }


def test_the_only_text_that_is_shown_is_no_link_since_one_always_is() -> None:
    page = fetch("/articles/3/")
    assert all("Add" in words(node) for node in page.document.query(CHOICES))
    (current,) = page.document.query(CHOICES.removesuffix(" a") + " [aria-current]")
    assert (current.name, words(current)) == ("span", "Shown: English, Lamp Office ✓")


def test_every_choice_leads_to_what_it_says() -> None:
    for choice in fetch("/articles/3/?lang=en,fa").document.query(CHOICES):
        query = choice.attrs["href"] or ""
        assert ",".join(shown(fetch(f"/articles/3/{query}"))) == query.removeprefix("?lang=")


def known(page: Page) -> list[str]:
    """Return what the page says of the origin of each text."""
    said = page.text("section[aria-labelledby=origin] p")
    return [text.replace(" ,", ",") for text in said]


def test_what_is_known_of_each_text_shown_is_said() -> None:
    assert known(fetch("/articles/3/?lang=en,ru,fa")) == [
        "Official text, English, Lamp Office: a translation. Where it was published, "
        "retrieved 5 January 2026.",
        "Official text, Russian: not known whether the treaty's own wording or a translation.",
        "Official text, Persian: the treaty's own wording.",
    ]
    link = first(fetch("/articles/3/"), "section[aria-labelledby=origin] a[rel]")
    assert link.attrs["href"] == "https://lamps.example/treaty"
    assert "external" in (link.attrs["rel"] or "")


# The words


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
    for row in Article.objects.prefetch_related("paragraphs__points"):
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
    caution = first(page, "#art_3__para_3 > .caution")
    assert caution.attrs["dir"] == "ltr"
    assert not page.document.query(".cell .caution, .cell .strength")


# Paragraphs and their addresses


def test_every_paragraph_of_every_text_has_an_address_where_it_is_marked() -> None:
    rows = OfficialParagraph.objects.exclude(number=0)
    having = {row.place: row.official_text_id for row in rows}
    broken = []
    for place, slug in having.items():
        marked = fetch(f"{place.url}?lang={slug}").document.query(".paragraph-marked")
        if [node.attrs["id"] for node in marked] != [place.anchor]:
            broken.append(place.url)
    assert broken == []


def test_a_paragraph_that_only_the_official_text_has_is_a_page() -> None:
    page = fetch("/articles/36/2/")
    assert page.status == 200
    title = Article.objects.get(number=36).title
    assert page.text("title") == [f"Article 36, paragraph 2 · {title} — Iran–Russia Treaty"]
    marked = first(page, ".paragraph-marked")
    assert marked.attrs["aria-label"] == "Article 36, paragraph 2"
    assert "Tourists may climb the lighthouse" in words(marked)
    assert not marked.query(".ours, .strength")
    description = first(page, "meta[name=description]").attrs["content"]
    assert description == (
        "Official text, English, Lamp Office: Tourists may climb the lighthouse on Sundays."
    )
    canonical = first(page, "link[rel=canonical]").attrs["href"]
    assert canonical == "http://testserver/articles/36/"


def test_a_point_is_described_in_the_words_of_the_text_that_is_shown() -> None:
    for query, name in (("", "English, Lamp Office"), ("?lang=ru", "Russian")):
        page = fetch(f"/articles/22/2/3/{query}")
        slug = query.removeprefix("?lang=") or "en"
        (paragraph,) = [row for row in written(slug).articles[22].paragraphs if row.number == 2]
        label, text = paragraph.blocks[3]
        description = first(page, "meta[name=description]").attrs["content"] or ""
        said = f"Official text, {name}: {label} {text}"
        assert said.startswith(description.removesuffix(" …"))
        assert [node.attrs["id"] for node in page.document.query(".point-marked")] == [
            "art_22__para_2__point_3"
        ]


@pytest.mark.parametrize(
    ("short", "target"),
    [
        ("/30.3", "/articles/30/3/"),
        ("/36.2/", "/articles/36/2/"),
        ("/22.2.3", "/articles/22/2/3/"),
        ("/closing.1", "/closing/1/"),
    ],
)
def test_a_short_address_leads_to_a_provision_of_an_official_text(short: str, target: str) -> None:
    response = Client().get(short)
    assert (response.status_code, response["Location"]) == (301, target)
    assert fetch(target).status == 200


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/articles/30/9/", "Article 30 has 5 paragraphs; there is no paragraph 9."),
        ("/articles/36/7/", "Article 36 has 2 paragraphs; there is no paragraph 7."),
        ("/articles/36/2/1/", "Article 36, paragraph 2 has no points."),
        ("/preamble/20/", "The preamble has 7 recitals; there is no recital 20."),
        ("/closing/2/", "The closing lines have 1 paragraph; there is no paragraph 2."),
        ("/articles/4/0/", ""),
    ],
)
def test_a_paragraph_that_no_text_has_is_not_found(path: str, said: str) -> None:
    page = fetch(path)
    assert page.status == 404
    assert said in page.text("main")[0]


def test_words_before_the_first_number_come_first_and_have_no_number() -> None:
    page = fetch("/articles/4/")
    blocks = page.document.query(".paragraph")
    assert blocks[0].attrs["id"] == "art_4__intro"
    assert "the following rules shall apply" in words(blocks[0])
    assert not blocks[0].query(".paragraph-number, .paragraph-tools, .ours")
    numbers = [one.number for one in written("en").articles[4].paragraphs]
    ours = Paragraph.objects.filter(article=4).values_list("number", flat=True)
    assert page.text("a.paragraph-number") == [str(n) for n in sorted({*numbers, *ours} - {0})]


@pytest.mark.parametrize(
    ("path", "numbers"),
    [
        ("/articles/30/", ["1", "2", "3", "4", "5"]),
        ("/articles/30/?lang=ru,fa", ["1", "2", "3", "4", "5"]),
        ("/articles/30/?lang=fa", ["۱", "۲", "۳", "۴", "۵"]),
        ("/articles/36/", ["1", "2"]),
        ("/articles/1/", ["¶"]),
        ("/articles/28/?lang=fa", ["¶"]),
        ("/closing/", ["¶"]),
    ],
)
def test_the_margin_has_the_number_that_all_texts_share(path: str, numbers: list[str]) -> None:
    assert fetch(path).text("a.paragraph-number") == numbers


@pytest.mark.parametrize(
    ("path", "is_said"),
    [
        ("/articles/15/", True),
        ("/preamble/", True),
        ("/articles/30/", False),
        ("/articles/1/", False),
        ("/closing/", False),
    ],
)
def test_the_page_says_where_the_text_prints_no_numbers(path: str, is_said: bool) -> None:
    said = "The official text does not number its paragraphs here; we count them."
    assert (said in fetch(path).text("main p.quiet")) is is_said


@pytest.mark.parametrize(
    ("path", "said"),
    [
        (
            "/articles/3/?lang=en,ru,fa",
            [
                "Paragraphs in each: English, Lamp Office: 4; Russian: 4; Persian: 3; "
                "our edition: 4."
            ],
        ),
        ("/articles/5/", ["Paragraphs in each: English, Lamp Office: 1; our edition: 4."]),
        (
            "/articles/30/?lang=ru,fa",
            ["Paragraphs in each: Russian: 4; Persian: 2; our edition: 5."],
        ),
        ("/articles/36/?lang=ru", ["Paragraphs in each: Russian: 2; our edition: 1."]),
        ("/preamble/", ["Recitals in each: English, Lamp Office: 5; our edition: 7."]),
        ("/articles/3/", []),
        ("/articles/28/", []),
        ("/closing/?lang=en,ru,fa", []),
    ],
)
def test_the_page_says_where_texts_are_divided_differently(path: str, said: list[str]) -> None:
    start = "The texts are divided differently. "
    lines = fetch(path).text("main p.quiet")
    assert [line.removeprefix(start) for line in lines if line.startswith(start)] == said


def test_the_number_and_link_of_a_paragraph_lead_to_pages_that_show_it() -> None:
    for query in ("", "?lang=ru", "?lang=fa,ru"):
        page = fetch(f"/articles/30/{query}")
        for link in page.document.query(".paragraph-number, .paragraph-tools a"):
            assert fetch(link.attrs["href"] or "").status == 200, link.attrs["href"]


def test_what_is_looked_for_is_marked_in_every_text() -> None:
    def marked(query: str) -> list[str]:
        page = fetch(f"/articles/3/?lang=en,ru,fa&q={query}")
        return page.text(".cells mark")

    assert marked("heliograph") == ["heliograph"]
    assert marked("гелиографы") == ["гелиографом"]
    assert marked("آینه‌نگار") == ["آینه‌نگار"]
    assert marked("oars ropes") == ["oars", "ropes"]
    assert marked("<b>") == []


# None, one and two texts


def test_without_a_text_a_page_shows_the_restatement_alone(only) -> None:  # type: ignore[no-untyped-def]
    only()
    for path in ("/articles/3/", "/articles/3/?lang=fa", "/articles/3/2/?lang=de", "/treaty/"):
        page = fetch(path)
        assert page.status == 200
        assert not page.document.query(f".cell, .cells, .article-official, {CHOICES}")
        assert page.document.query(".paragraph-text")
        assert "Plain English, not the official text." in page.text("footer")[0]
    assert not notices(fetch("/articles/3/?lang=de"))
    assert fetch("/articles/36/2/").status == 404
    assert "Article 36 has 1 paragraph; there is no" in fetch("/articles/36/2/").text("main")[0]


def test_with_one_text_there_is_nothing_to_choose(only) -> None:  # type: ignore[no-untyped-def]
    only("fa")
    page = fetch("/articles/3/")
    assert shown(page) == ["fa"]
    assert not page.document.query(CHOICES)
    assert len(known(page)) == 1
    assert not [link for link in page.links if "compare" in link]
    assert shown(fetch("/articles/3/?lang=en")) == ["fa"]


def test_two_texts_in_one_language_are_told_apart(only) -> None:  # type: ignore[no-untyped-def]
    only("en", "en-2")
    page = fetch("/articles/3/?lang=en,en-2")
    assert page.text("#art_3__para_1 .cell .cell-label") == [
        "Official text, English, Lamp Office",
        "Official text, English, Ferry Gazette",
    ]
    assert "/articles/3/compare/" in page.links
    assert fetch("/articles/3/compare/").status == 200


def test_texts_in_different_languages_are_not_compared_by_word(only) -> None:  # type: ignore[no-untyped-def]
    only("ru", "fa")
    page = fetch("/articles/3/")
    assert shown(page) == ["ru"]
    assert not [link for link in page.links if "compare" in link]


def test_the_foot_of_every_page_keeps_official_text_and_restatement_apart() -> None:
    for path in ("/", "/articles/3/", "/treaty/", "/about/"):
        foot = fetch(path).text("footer")[0]
        assert "This site keeps two things apart: the official text, as it was published" in foot
        assert "Plain English, not the official text." not in foot, path


# The whole treaty


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
    assert len(page.document.query(".cells > .ours")) == Paragraph.objects.count()


def test_the_whole_treaty_says_whose_words_it_shows() -> None:
    assert fetch("/treaty/").text(".byline") == [
        "The official text, with our own words beside it. About the text"
    ]


# Soundness


PATHS = [
    "/articles/3/?lang=en,ru,fa",
    "/articles/3/2/?lang=fa&q=light",
    "/articles/4/?lang=en,fa",
    "/articles/5/",
    "/articles/22/2/3/?lang=ru,fa",
    "/articles/28/?lang=fa",
    "/articles/36/?lang=de,en,en-2,ru,fa",
    "/preamble/?lang=fa",
    "/preamble/3/",
    "/closing/?lang=fa",
    "/treaty/?lang=en,fa",
]


@pytest.mark.parametrize("path", PATHS)
def test_a_page_is_sound_html_with_headings_in_order_and_nothing_inline(path: str) -> None:
    page = fetch(path)
    JustHTML(page.html, strict=True, sanitize=False)
    assert not [key for key, count in Counter(page.ids).items() if count > 1]
    levels = [int(node.name[1]) for node in page.document.query("h1, h2, h3, h4, h5, h6")]
    assert (levels[0], levels.count(1)) == (1, 1)
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert not page.document.query(INLINE)


@pytest.mark.parametrize("path", PATHS)
def test_every_link_of_a_page_leads_somewhere(path: str) -> None:
    addresses = {re.sub("#.*", "", link) for link in fetch(path).links}
    assert [each for each in addresses if fetch(each).status not in (200, 301)] == []


@pytest.mark.parametrize("path", PATHS)
def test_letters_of_another_alphabet_stand_only_where_the_language_is_said(path: str) -> None:
    """So that a screen reader says them rightly, and a browser sets them in the right direction."""

    def check(node: Node, language: str) -> None:
        if isinstance(node, Text):
            text = node.to_text()
            assert language == "fa" or not re.search(r"[\u0600-\u06ff]", text), text
            assert language == "ru" or not re.search(r"[\u0400-\u04ff]", text), text
        elif isinstance(node, Element):
            language = node.attrs.get("lang") or language
            for child in node.children:
                check(child, language)

    check(first(fetch(path), "main"), "en")


@pytest.mark.parametrize("path", ["/articles/3/?lang=fa", "/articles/30/3/", "/treaty/?lang=ru"])
def test_asking_for_the_head_gives_the_same_without_a_body(path: str) -> None:
    full, head = Client().get(path), Client().head(path)
    assert (head.status_code, head.content) == (full.status_code, b"")
    assert head.headers["Content-Type"] == full.headers["Content-Type"]


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
def test_nothing_can_be_sent(method: str) -> None:
    assert getattr(Client(), method)("/articles/3/?lang=fa").status_code == 405


def queries(path: str) -> int:
    fetch(path)  # what is kept for the data version is made once
    with CaptureQueriesContext(connection) as asked:
        fetch(path)
    return len(asked)


@pytest.mark.parametrize("path", ["/articles/3/", "/articles/36/", "/treaty/"])
def test_texts_cost_one_query_however_many_are_shown(only, path: str) -> None:  # type: ignore[no-untyped-def]
    one, four = queries(path), queries(f"{path}?lang=en,en-2,ru,fa")
    assert one == four
    only()
    assert one <= queries(path) + 1


def described(path: str) -> tuple[str, str]:
    """The title of a page and its description."""
    page = fetch(path)
    (meta,) = page.document.query("meta[name=description]")
    return page.text("title")[0], meta.attrs["content"] or ""


def test_the_first_pages_say_of_which_words_they_consist(only) -> None:  # type: ignore[no-untyped-def]
    title, description = described("/")
    assert title.startswith("Article by article: the official text and plain English")
    assert description.endswith("the official text, with our plain-English edition beside it.")
    assert "the official text as it was published" in described("/treaty/")[1]
    only()
    title, description = described("/")
    assert title.startswith("Article by article, in plain English")
    assert description.endswith("in plain English, down to the paragraph.")
    assert "in plain English, made to be printed" in described("/treaty/")[1]


def test_every_description_is_short_and_cut_between_words() -> None:
    for number in (1, 3, 12):
        for query in ("", "?lang=fa", "?lang=ru"):
            page = fetch(f"/articles/{number}/{query}")
            (meta,) = page.document.query("meta[name=description]")
            said = meta.attrs["content"] or ""
            assert len(said) <= 160
            if said.endswith(" …"):
                whole = " ".join(page.text(".text")[0].split())
                assert said.removesuffix(" …").split()[-1] in whole.split()


def test_an_english_line_in_a_block_from_right_to_left_runs_from_left_to_right() -> None:
    page = fetch("/articles/3/1/?lang=fa")
    (block,) = page.document.query(".paragraph-marked")
    assert block.attrs["dir"] == "rtl"
    (place,) = block.query(".place")
    assert (place.attrs["lang"], place.attrs["dir"]) == ("en", "ltr")
    assert [tools.attrs["dir"] for tools in block.query(".paragraph-tools")] == ["ltr"]


def test_paper_says_at_the_foot_of_each_sheet_whose_words_they_are(only) -> None:  # type: ignore[no-untyped-def]
    named = "Official text: English, Lamp Office; Persian, and our own words, not the treaty's"
    assert named in fetch("/articles/3/?lang=en,fa").text(".sheet-foot")[0]
    mixed = "In our own words, not the treaty's, except where an official text is named"
    assert mixed in fetch("/articles/?q=lake").text(".sheet-foot")[0]
    only()
    ours = "Plain-English edition, restated from the Russian text; the English one decides"
    assert ours in fetch("/articles/3/").text(".sheet-foot")[0]
