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
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from justhtml import Element, JustHTML, Node, Text

from articles import loading
from articles.models import OfficialParagraph, Statement
from tests.loading.edition import Edition
from tests.official.texts import THREE, loaded, put, written
from tests.pages import INLINE, Page, fetch

pytestmark = pytest.mark.django_db

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
    fixtures: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[None]:
    folder = put(Edition(tmp_path_factory.mktemp("four")).folder, *ALL)
    with loaded(folder, fixtures, django_db_blocker):
        yield


@pytest.fixture
def only(tmp_path: Path) -> object:
    """Give a function that loads these texts and no others, for one test."""

    def load(*slugs: str) -> None:
        edition = Edition(tmp_path).without_thesaurus()
        loading.load(put(edition.folder, *slugs))

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
    said = page.text(".standing p")
    return [text.replace(" ,", ",") for text in said if text.startswith("Official text, ")]


def test_what_is_known_of_each_text_shown_is_said() -> None:
    assert known(fetch("/articles/3/?lang=en,ru,fa")) == [
        "Official text, English, Lamp Office: a translation. Where it was published, "
        "retrieved 5 January 2026.",
        "Official text, Russian: not known whether the treaty's own wording or a translation.",
        "Official text, Persian: the treaty's own wording.",
    ]
    link = first(fetch("/articles/3/"), ".standing a[rel]")
    assert link.attrs["href"] == "https://lamps.example/treaty"
    assert "external" in (link.attrs["rel"] or "")


# The words


@pytest.mark.parametrize("slug", ALL)
@pytest.mark.parametrize("number", [0, 2, 3, 4, 10, 30, 36, 47])
def test_every_word_of_an_article_is_shown_in_order_with_its_language(
    slug: str, number: int
) -> None:
    path = f"/articles/{number}/" if number else "/preamble/"
    page = fetch(f"{path}?lang={slug}")
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


def test_items_stand_on_lines_of_their_own_with_their_letters() -> None:
    items = fetch("/articles/3/?lang=ru").document.query("#art_3__para_3 .cell .item")
    assert [words(item) for item in items] == ["а) сразу; и", "б) пока стоит туман."]
    assert [words(item.query(".item-label")[0]) for item in items] == ["а)", "б)"]


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


def test_our_paragraphs_stand_beside_official_ones_where_the_numbers_are_known() -> None:
    page = fetch("/articles/3/")
    for number in range(1, 5):
        (ours,) = first(page, f"#art_3__para_{number}").query(".ours")
        assert words(ours).startswith("In our own words ")
    notes = [
        {node.attrs["href"] for node in note.query("a[rel=external]")}
        for note in page.document.query(".notes ol > li")
    ]
    for statement in Statement.objects.filter(paragraph__article=3, basis="reported"):
        assert {source.url for source in statement.sources.all()} in notes
    assert "Reported" in page.text(".standing .evidence")
    assert "How well reports bear out the restatement" in page.text(".standing")[0]


@pytest.mark.parametrize("path", ["/articles/5/", "/articles/3/?lang=fa", "/preamble/"])
def test_our_paragraphs_stand_apart_where_the_numbers_may_be_others(path: str) -> None:
    page = fetch(path)
    (ours,) = page.document.query(".ours")
    assert "in our own words" in (ours.attrs["aria-label"] or "")
    assert not page.document.query(".cells .ours")
    assert len(ours.query(".paragraph")) == {"a": 4, "p": 7}[path[1]]
    assert "Our paragraphs stand apart" in page.text(".standing")[0]


def test_of_two_paragraphs_with_one_number_the_official_one_has_the_address() -> None:
    page = fetch("/articles/5/1/")
    (marked,) = page.document.query(".paragraph-marked")
    assert "The ferry leaves when the bell" in words(marked)
    assert fetch("/articles/5/3/").text(".paragraph-marked .place")
    assert first(fetch("/articles/5/3/"), ".paragraph-marked").query(".paragraph-text")


def test_unconfirmed_words_of_ours_are_still_marked_as_such() -> None:
    page = fetch("/articles/19/?lang=en,fa")
    assert page.document.query(".ours .unconfirmed")
    assert not page.document.query(".cell .unconfirmed")


# Paragraphs and their addresses


def test_every_paragraph_of_every_text_has_an_address_where_it_is_marked() -> None:
    places = OfficialParagraph.objects.exclude(number=0).values_list("article", "number")
    broken = []
    for article, number in sorted(set(places)):
        path = f"/articles/{article}/{number}/" if article else f"/preamble/{number}/"
        page = fetch(path)
        anchor = f"art_{article}__para_{number}" if article else f"preamble__rec_{number}"
        if [node.attrs["id"] for node in page.document.query(".paragraph-marked")] != [anchor]:
            broken.append(path)
    assert broken == []


def test_a_paragraph_that_only_the_official_text_has_is_a_page() -> None:
    page = fetch("/articles/30/3/")
    assert page.status == 200
    assert page.text("title") == [
        "Article 30, paragraph 3 · Higher education, science, technology and innovation"
        " — Iran–Russia Treaty"
    ]
    marked = first(page, ".paragraph-marked")
    assert marked.attrs["aria-label"] == "Article 30, paragraph 3"
    assert "What the heliograph has signalled" in words(marked)
    assert not marked.query(".ours")
    description = first(page, "meta[name=description]").attrs["content"]
    assert description == (
        "Official text, English, Lamp Office: What the heliograph has signalled is written down "
        "in one book."
    )
    canonical = first(page, "link[rel=canonical]").attrs["href"]
    assert canonical == "http://testserver/articles/30/"


@pytest.mark.parametrize(
    ("short", "target"),
    [("/30.3", "/articles/30/3/"), ("/30.4", "/articles/30/4/"), ("/36.2/", "/articles/36/2/")],
)
def test_a_short_address_leads_to_a_paragraph_of_an_official_text(short: str, target: str) -> None:
    response = Client().get(short)
    assert (response.status_code, response["Location"]) == (301, target)
    assert fetch(target).status == 200


@pytest.mark.parametrize(
    "path", ["/articles/30/9/", "/30.9", "/articles/36/7/", "/preamble/20/", "/articles/4/0/"]
)
def test_a_paragraph_that_no_text_has_is_not_found(path: str) -> None:
    page = fetch(path)
    assert page.status == 404
    assert "The treaty has a preamble and 47 articles" in page.text("main")[0]


def test_words_before_the_first_number_come_first_and_have_no_number() -> None:
    page = fetch("/articles/4/")
    blocks = page.document.query(".paragraph")
    assert blocks[0].attrs["id"] == "art_4__intro"
    assert "the following rules shall apply" in words(blocks[0])
    assert not blocks[0].query(".paragraph-number, .paragraph-tools")
    numbers = [one.number for one in written("en").articles[4].paragraphs]
    assert page.text("a.paragraph-number")[: len(numbers) - 1] == list(map(str, numbers[1:]))


def test_only_numbers_that_the_text_prints_stand_without_brackets() -> None:
    def numbers(path: str) -> list[str]:
        page = fetch(path)
        return [
            words(node.query(".paragraph-number")[0])
            for node in page.document.query(".paragraph")
            if node.query(".cells")
        ]

    assert numbers("/articles/30/") == ["1", "2", "3"]
    assert numbers("/articles/30/?lang=ru,fa") == ["1", "2", "3", "4"]
    assert numbers("/articles/30/?lang=fa") == ["۱", "۲"]
    assert numbers("/articles/15/") == ["[1]", "[2]"]
    assert numbers("/articles/1/") == ["¶"]
    assert numbers("/articles/5/?lang=fa") == ["¶"]


@pytest.mark.parametrize(
    ("path", "said"),
    [
        (
            "/articles/3/?lang=en,ru,fa",
            ["English, Lamp Office: 4; Russian: 4; Persian: 3; our edition: 4."],
        ),
        ("/articles/5/", ["English, Lamp Office: 1; our edition: 4."]),
        ("/articles/30/?lang=ru,fa", ["Russian: 4; Persian: 2; our edition: 2."]),
        ("/articles/36/?lang=en,ru,fa", []),
        ("/articles/3/", []),
        ("/articles/3/?lang=ru", []),
        ("/articles/30/?lang=fa", []),
        ("/preamble/", []),
    ],
)
def test_the_page_says_where_texts_are_divided_differently(path: str, said: list[str]) -> None:
    start = "The texts do not divide it alike. How many paragraphs each has: "
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


# Articles that our edition does not describe


def test_the_subject_of_an_article_not_described_is_read_from_the_official_text() -> None:
    page = fetch("/articles/36/")
    assert page.text("h1 .article-label") == ["Article 36 :"]
    assert page.text("h1")[0].endswith(" Tourism")
    assert page.text("title") == ["Article 36 · Tourism — Iran–Russia Treaty"]
    assert page.text(".byline")[0].startswith("Subject read from the official text")
    themes = [words(theme) for theme in page.document.query(".article header a[href^='/themes/']")]
    assert themes == ["Culture, education and media", "Trade and investment"]
    assert "Not described yet" in page.text(".standing .evidence")
    assert not page.document.query(".ours")
    assert "likely among" not in page.text("main")[0]


def test_an_article_not_described_does_not_promise_a_restatement() -> None:
    assert not [
        line for line in fetch("/articles/36/").text(".byline") if "with a restatement" in line
    ]


def test_an_article_that_is_shown_does_not_say_that_nothing_is_known_of_it() -> None:
    description = first(fetch("/articles/36/"), "meta[name=description]").attrs["content"]
    assert "No report used here says" not in (description or "")


def test_the_subject_that_was_read_stands_wherever_the_article_is_named() -> None:
    assert "Article 36 · Tourism" in fetch("/articles/35/").text(".pager")[0]
    assert "Article 36 · Tourism" in fetch("/themes/trade/").text("main")[0]
    (cell,) = [node for node in fetch("/").document.query(".map a") if words(node) == "36"]
    assert "Tourism" in (cell.attrs["aria-label"] or "")


# None, one and two texts


def test_without_a_text_a_page_shows_the_restatement_alone(only) -> None:  # type: ignore[no-untyped-def]
    only()
    for path in ("/articles/3/", "/articles/3/?lang=fa", "/articles/3/2/?lang=de", "/treaty/"):
        page = fetch(path)
        assert page.status == 200
        assert not page.document.query(f".cell, .cells, .article-official, {CHOICES}")
        assert page.document.query(".paragraph-text")
        assert "Not the official text." in page.text("footer")[0]
    assert not notices(fetch("/articles/3/?lang=de"))
    assert fetch("/articles/30/3/").status == 404
    assert fetch("/30.3").status == 404


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
        assert "Two things, kept apart: the official text as it was published" in foot, path
        assert "Not the official text." not in foot


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


def test_the_whole_treaty_says_whose_words_it_shows() -> None:
    lead = fetch("/treaty/").text(".lead")[0]
    assert "The official text, with a restatement in our own words." in lead


# Soundness


PATHS = [
    "/articles/3/?lang=en,ru,fa",
    "/articles/3/4/?lang=fa&q=light",
    "/articles/4/?lang=en,fa",
    "/articles/5/",
    "/articles/25/",
    "/articles/30/3/",
    "/articles/36/?lang=de,en,en-2,ru,fa",
    "/preamble/?lang=fa",
    "/preamble/3/",
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
    cache.clear()  # the page was kept; here it is to be made again
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
    assert description.endswith("the official text, with a restatement in plain English.")
    assert "the official text as it was published" in described("/treaty/")[1]
    only()
    title, description = described("/")
    assert title.startswith("Article by article, in plain English")
    assert description.endswith("what is known of each, in plain English, with sources.")
    assert "in plain English as far as they are known" in described("/treaty/")[1]


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
    ours = "Plain-English edition in our own words, not the treaty's"
    assert ours in fetch("/articles/3/").text(".sheet-foot")[0]
