"""Oddities of print that change how a text is set and not one word of it."""

from __future__ import annotations

import io

import docx
import pytest

from articles.official import Parsed
from tests.official.test_shapes import (
    ARTICLES,
    OPENINGS,
    heading_value,
    left_out,
    lines,
    page,
    read,
    said,
    texts,
    under,
    wrapped,
)

pytestmark = pytest.mark.files

ONE_PARAGRAPH = [
    ("en", "Lakeland and the Hill Country, wishing to keep lamps, have agreed as follows"),
    ("en", "Lakeland and the Hill Country have agreed on the following provisions"),
    (
        "en",
        "Lakeland has resolved to conclude a Treaty and has agreed upon the following articles –",
    ),
    ("ru", "Приозерье и Холмистый край, желая беречь лампы, договорились о нижеследующем"),
    ("ru", "Приозерье и Холмистый край, желая беречь лампы, согласились о нижеследующем –"),
    ("fa", "دریاچه‌سرا و کوهستان با آرزوی نگهداری چراغ‌ها بر موارد زیر توافق کردند"),
    ("fa", "دریاچه‌سرا و کوهستان به شرح زیر توافق نموده‌اند"),
]


@pytest.mark.parametrize("title", [("TREATY", "on Lamps"), ("Treaty on Lamps",)])
@pytest.mark.parametrize(("language", "preamble"), ONE_PARAGRAPH)
def test_a_preamble_of_one_paragraph_needs_no_stop(
    language: str, preamble: str, title: tuple[str, ...]
) -> None:
    title = title if language == "en" else OPENINGS[language][:1]
    body = lines(language, under(language, *ARTICLES[language]))[4:]
    parsed = read([*title, preamble, *body])
    assert parsed.articles[0].text == preamble
    assert parsed.title == "\n".join(title)
    assert left_out(parsed) == []


@pytest.mark.parametrize(
    ("language", "heading", "read_as"),
    [
        ("en", "**Article {}.**", "Article {}."),
        ("en", "**Article {}**", "Article {}"),
        ("en", "**Article {}. **", "Article {}."),
        ("en", "__Article {}.__", "Article {}."),
        ("ru", "**Статья {}.**", "Статья {}."),
        ("fa", "**ماده {}-**", "ماده {}-"),
        ("fa", "**ماده {} \u200c**", "ماده {}"),
    ],
)
def test_a_bold_heading_glued_to_its_text_is_a_heading(
    language: str, heading: str, read_as: str
) -> None:
    glued = [(f"{heading.format(number)}{said(language, number)}",) for number in (1, 2)]
    parsed = read(lines(language, list(glued)), "treaty.md")
    assert [each.heading for each in parsed.articles[1:]] == [read_as.format(n) for n in (1, 2)]
    assert texts(parsed) == [said(language, 1), said(language, 2)]


def test_signs_of_markdown_leave_no_trace() -> None:
    articles = [
        ("###Article 1", "####Lamps", f"**T**{said('en', 1)[1:]}"),
        ("### Article 2", "**Oars", "and bells**", said("en", 2)),
        ("**Article 3", "#### Ferries ####", said("en", 3)),
    ]
    text = "\n\n".join(lines("en", articles)).replace("**Oars\n\nand", "**Oars\nand")
    parsed = read(text, "treaty.md")
    assert [each.title for each in parsed.articles[1:]] == ["Lamps", "Oars and bells", "Ferries"]
    assert texts(parsed) == [said("en", number) for number in (1, 2, 3)]


FIRST = "The Parties{} keep the lamps,{} and 20 m{} of piers, in 10{} places.{}"


@pytest.mark.parametrize("raised", ["<sup>{}</sup>", "&#x{};"])
def test_raised_digits_that_are_marks_of_footnotes_are_left_out_and_powers_stay(
    raised: str,
) -> None:
    signs = {1: "b9", 2: "b2", 3: "b3"}

    def mark(number: int) -> str:
        return raised.format(number if "sup" in raised else signs[number])

    first = FIRST.format(mark(1), mark(2), mark(2), mark(3), mark(3))
    articles = [(f"Article 1{mark(1)}", first), ("Article 2", said("en", 2))]
    parsed = read(page(lines("en", articles)), "page.html")
    assert parsed.articles[1].heading == "Article 1"
    assert texts(parsed)[0] == FIRST.format("", "", "²", "³", "")
    assert {text for text, why in left_out(parsed) if why == "mark of a footnote"} >= {
        "¹",
        "² ³",
    } or left_out(parsed)


def test_raised_digits_of_a_document_are_marks_of_footnotes() -> None:
    document = docx.Document()
    written = lines("en", [("Article 1", "The Parties keep lamps."), ("Article 2", said("en", 2))])
    for line in written:
        paragraph = document.add_paragraph()
        before, found, after = line.partition("Parties keep")
        paragraph.add_run(before + ("Parties" if found else ""))
        if found:
            paragraph.add_run("2").font.superscript = True
            paragraph.add_run(" keep" + after)
    file = io.BytesIO()
    document.save(file)
    parsed = read_bytes(file.getvalue(), "treaty.docx")
    assert texts(parsed)[0] == "The Parties keep lamps."
    assert left_out(parsed) == [("²", "mark of a footnote")]


def read_bytes(data: bytes, file_name: str) -> Parsed:
    from articles import official  # noqa: PLC0415

    return official.read(data, file_name, article_count=None)


LONG = (
    "Lamps, lanterns, candles and other lights of the lake, of its harbours, ferries, piers and "
    "landing stages, and of the shores around them"
)


def titled(*titles: tuple[str, ...]) -> list[tuple[str, ...]]:
    return [
        (f"Article {number}", *title, said("en", number)) for number, title in enumerate(titles, 1)
    ]


def test_a_long_title_is_a_title_where_nearly_all_articles_have_one() -> None:
    assert len(LONG) > 120
    parsed = read(lines("en", titled(*[("Lamps",)] * 9, (LONG,))))
    assert [each.title for each in parsed.articles[1:]] == ["Lamps"] * 9 + [LONG]


def test_a_long_first_line_is_no_title_where_few_articles_have_one() -> None:
    parsed = read(lines("en", titled(("Lamps",), (), (LONG,), ())))
    assert all(not each.title for each in parsed.articles)


@pytest.mark.parametrize(
    "title",
    [
        ("Lamps that are lit in the evening and", "oars"),
        ("Lamps that are lit on the", "Northern Shore"),
    ],
)
def test_a_title_of_two_lines_is_one_title(title: tuple[str, ...]) -> None:
    articles = titled(*[("Lamps",)] * 7, *[title] * 5)
    for text in (lines("en", articles), wrapped(lines("en", articles), 40)):
        parsed = read(text)
        assert [each.title for each in parsed.articles[8:]] == [" ".join(title)] * 5
        assert texts(parsed)[8] == said("en", 9)


def test_any_number_of_heading_lines_between_articles_belongs_to_what_follows() -> None:
    part = ("CHAPTER II", "LAMPS AT HOME", "SECTION 1", "GREAT LAMPS", "TITLE 1", "Lamps of brass")
    articles = [("Article 1", said("en", 1)), (*part, "Article 2", said("en", 2))]
    for text in (lines("en", articles), wrapped(lines("en", articles))):
        parsed = read(text)
        assert parsed.articles[2].before == part
        assert texts(parsed) == [said("en", 1), said("en", 2)]


@pytest.mark.parametrize(
    ("heading", "number"),
    [
        ("ماده هژدهم", 18),
        ("مادۀ ( ۱۳)", 13),
        ("ماده «۱۳ »", 13),
        ("مـاده ۱", 1),
        ("مــاده ۲ـ", 2),
        ("ماده یک", 1),
        ("ماده دو", 2),
        ("ماده بیست و یک", 21),
        ("ماده سی و سه", 33),
        ("ماده شماره ۱", 1),
        ("ماده شمارهٔ ۷:", 7),
        ("ماده چهل و هفتم", 47),
    ],
)
def test_persian_headings_in_every_dress_are_read(heading: str, number: int) -> None:
    assert heading_value("fa", heading) == number


@pytest.mark.parametrize(
    ("language", "heading", "number"),
    [("en", "Article No. 5", 5), ("en", "ARTICLE ( 5 )", 5), ("ru", "Статья № 12", 12)],
)
def test_headings_with_the_sign_of_a_number_are_read(
    language: str, heading: str, number: int
) -> None:
    assert heading_value(language, heading) == number


def parted(first: str, second: str) -> Parsed:
    """Read a text with a word parted at the end of a line, and one that stands whole elsewhere."""
    keep = f"The keepers of the lake and of all of its harbours keep the {first}"
    light = "At night the keepers of the lake and of its harbours watch the light-"
    articles = [
        f"Article 1\n{keep}\n{second} of both shores, and they mend and paint it in the spring.",
        f"Article 2\n{light}\nhouses of both shores, and the old lighthouses of the hills too.",
    ]
    *opening, closing = lines("en", [])
    return read("\n\n".join([*opening, *articles, closing]))


@pytest.mark.parametrize(
    ("first", "second", "together"),
    [("coat-of-", "arms", "coat-of-arms"), ("state-of-the-", "art", "state-of-the-art")],
)
def test_a_word_that_already_has_a_hyphen_keeps_the_one_at_the_end_of_a_line(
    first: str, second: str, together: str
) -> None:
    assert f" {together} of both shores" in texts(parted(first, second))[0]


def test_words_put_together_from_two_lines_are_listed() -> None:
    parsed = parted("inter-", "island")
    (notice,) = parsed.notices
    assert "watch the lighthouses of both shores" in texts(parsed)[1]
    assert "interisland (10)" in notice
    assert "lighthouses (14)" in notice


def test_line_breaks_around_numbers_may_be_lost() -> None:
    body = [f"{number}. {said('en', number)}" for number in (1, 2, 3)]
    apart = lines("en", [("Article 1", *body), ("Article 2", *body)])
    glued = lines("en", [("Article 1", "".join(body)), ("Article 2", " ".join(body))])
    alone = lines("en", [(a, *[part for line in body for part in line.split(" ", 1)])
                         for a in ("Article 1", "Article 2")])  # fmt: skip
    beside = lines("en", [(f"Article {a} {body[0]}", *body[1:]) for a in (1, 2)])
    whole = read(apart)
    for text in (glued, alone, beside):
        assert read(text).articles == whole.articles
    running = [" ".join(apart[4:-1])]
    assert read([*apart[:4], *running, apart[-1]]).articles == whole.articles
