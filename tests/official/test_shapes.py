"""Shapes in which treaties are really published, one in each test; every word is invented."""

from __future__ import annotations

import textwrap
import unicodedata
from collections.abc import Callable

import pytest

from articles import official
from articles.official import Parsed
from articles.official.languages import LANGUAGES

pytestmark = pytest.mark.files

OPENINGS = {
    "en": (
        "Treaty on the Lamps of the Lake",
        "The Republic of Northmere and the Kingdom of Eastholm,",
        "Recalling the great fog of the harbour and the good will of all the keepers,",
        "Have agreed as follows:",
    ),
    "ru": (
        "Договор о лампах на озере",
        "Республика Нордмер и Королевство Истхольм,",
        "учитывая большой туман в гавани и добрую волю всех смотрителей,",
        "договорились о нижеследующем:",
    ),
    "fa": (
        "معاهده چراغ‌های دریاچه",
        "جمهوری نوردمر و پادشاهی ایستهولم،",
        "با توجه به مه بزرگ در بندر و نیت نیک همه نگهبانان،",
        "به شرح زیر توافق نمودند:",
    ),
}
SENTENCES = {
    "en": "The keepers of the lake light number {} of the lamps in the evening.",
    "ru": "Смотрители озера зажигают по вечерам и в туман лампу с номером {}.",
    "fa": "نگهبانان دریاچه چراغ شماره {} را در شب و در مه روشن می‌کنند.",
}
CLOSINGS = {
    "en": ("Done at Eastholm on 5 May 1999 in two originals.",),
    "ru": ("Совершено в Истхольме 5 мая 1999 года в двух экземплярах.",),
    "fa": ("این معاهده در ایستهولم در تاریخ ۱۵ اردیبهشت ۱۳۷۸ در دو نسخه تنظیم گردید.",),
}

Article = tuple[str, ...]
"""The heading of an article and the lines under it."""


def said(language: str, number: int) -> str:
    return SENTENCES[language].format(number)


def under(language: str, *headings: str) -> list[Article]:
    """Return an article of one sentence for each heading."""
    return [(heading, said(language, place)) for place, heading in enumerate(headings, 1)]


def lines(language: str, articles: list[Article], closing: tuple[str, ...] = ()) -> list[str]:
    """Return the lines of a treaty with these articles."""
    body = [line for article in articles for line in article]
    return [*OPENINGS[language], *body, *(closing or CLOSINGS[language])]


def read(text: list[str] | str, file_name: str = "treaty.txt") -> Parsed:
    """Read a treaty of any number of articles; lines are paragraphs apart."""
    data = text if isinstance(text, str) else "\n\n".join(text)
    return official.read(data.encode(), file_name, article_count=None)


def wrapped(paragraphs: list[str], width: int = 72) -> str:
    """Return paragraphs in lines of this width, with nothing between them."""
    return "\n".join(textwrap.fill(text, width, break_on_hyphens=False) for text in paragraphs)


def page(paragraphs: list[str]) -> str:
    """Return paragraphs that are HTML already as a page."""
    body = "\n".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return f'<!doctype html><meta charset="utf-8"><body>{body}</body>'


def texts(parsed: Parsed) -> list[str]:
    """Return the words of each article, the preamble apart."""
    return [article.text for article in parsed.articles[1:]]


def left_out(parsed: Parsed) -> list[tuple[str, str]]:
    return [(each.text, each.left_out) for each in parsed.left_out]


def heading_value(language: str, heading: str) -> int:
    grammar = LANGUAGES[language]
    found = grammar.article_heading.fullmatch(heading)
    assert found is not None
    assert found["rest"] == ""
    return grammar.value(found["number"])


@pytest.mark.parametrize(
    ("language", "headings"),
    [
        ("en", ("Article 1.", "Art. 2.", "ARTICLE 3 –")),
        ("ru", ("Статья 1.", "Ст. 2.", "СТАТЬЯ 3 –")),
        ("fa", ("ماده ۱ـ", "ماده 2-", "ماده (۳):")),
    ],
)
def test_articles_that_all_begin_beside_their_heading_are_counted(
    language: str, headings: tuple[str, ...]
) -> None:
    articles = [(f"{heading} {said(language, 7)}",) for heading in headings]
    parsed = read(lines(language, list(articles)))
    assert [article.heading for article in parsed.articles[1:]] == list(headings)
    assert texts(parsed) == [said(language, 7)] * 3


@pytest.mark.parametrize(
    ("heading", "number"),
    [
        ("Статья десятая", 10),
        ("СТАТЬЯ ОДИННАДЦАТАЯ.", 11),
        ("Статья девятнадцатая", 19),
        ("Статья двадцатая", 20),
        ("Статья двадцать первая", 21),
        ("Статья сорок четвёртая", 44),
        ("Статья шестидесятая", 60),
    ],
)
def test_russian_headings_in_words_are_read(heading: str, number: int) -> None:
    assert heading_value("ru", heading) == number


@pytest.mark.parametrize(
    ("heading", "number"),
    [
        ("Article the First.", 1),
        ("ARTICLE SEVEN", 7),
        ("Article the Nineteenth", 19),
        ("Article Forty", 40),
        ("Article Forty-seven", 47),
        ("Article the Twenty-first", 21),
    ],
)
def test_english_headings_in_words_are_read(heading: str, number: int) -> None:
    assert heading_value("en", heading) == number


@pytest.mark.parametrize(
    "heading", ["ماده (۳)", "ماده «۳»", "ماده ۳ـ", "ماده 3-", "مادة 3", "ماده سوم"]
)
def test_persian_headings_are_read_however_the_number_is_set(heading: str) -> None:
    assert heading_value("fa", heading) == 3


def test_an_old_persian_treaty_may_call_its_articles_chapters() -> None:
    parsed = read(lines("fa", under("fa", "فصل اول", "فصل دوم", "فصل سوم")))
    assert texts(parsed) == [said("fa", number) for number in (1, 2, 3)]


def test_chapters_of_a_persian_treaty_are_no_articles_where_it_has_articles() -> None:
    first, second = under("fa", "ماده ۱", "ماده ۲")
    parsed = read(lines("fa", [("فصل اول", *first), ("فصل دوم", *second)]))
    assert [article.before for article in parsed.articles] == [(), ("فصل اول",), ("فصل دوم",)]
    assert texts(parsed) == [said("fa", 1), said("fa", 2)]


def test_persian_items_after_a_long_dash_are_items() -> None:
    article = ("ماده ۱ـ", "نگهبانان دریاچه:", "الف ـ چراغ‌ها را روشن می‌کنند؛", "ب ـ از مه می‌نویسند.")
    parsed = read(lines("fa", [article, *under("fa", "ماده ۲ـ")]))
    blocks = parsed.articles[1].paragraphs[0].blocks
    assert [block.label for block in blocks] == ["", "الف ـ", "ب ـ"]


ARABIC = str.maketrans("یک", "يك")


def arabic(text: str) -> str:
    """Return the text with the letters of an Arabic keyboard."""
    return text.translate(ARABIC)


def shaped(text: str) -> str:
    """Return the text in the shapes that letters have alone, as some programs save it."""
    shapes = {
        unicodedata.normalize("NFKC", sign): sign
        for sign in map(chr, range(0xFE80, 0xFEF5))
        if unicodedata.decomposition(sign).startswith("<isolated>")
    }
    return "".join(shapes.get(letter, letter) for letter in text)


@pytest.mark.parametrize("form", [arabic, shaped])
def test_persian_in_arabic_letters_or_printed_shapes_is_read(form: Callable[[str], str]) -> None:
    written = lines("fa", under("fa", "ماده ۱", "ماده ۲", "ماده ۳"))
    parsed = read([form(line) for line in written])
    assert len(parsed.articles) == 4
    assert parsed.closing


@pytest.mark.parametrize("beside", [True, False])
def test_a_remark_in_brackets_belongs_to_the_heading(beside: bool) -> None:
    remark = "(ex Article 3 of the Lamp Treaty)"
    first = ((f"Article 1 {remark}",) if beside else ("Article 1", remark)) + (said("en", 1),)
    parsed = read(lines("en", [first, ("Article 2", said("en", 2))]))
    assert [article.heading for article in parsed.articles[1:]] == [
        f"Article 1 {remark}",
        "Article 2",
    ]
    assert texts(parsed) == [said("en", 1), said("en", 2)]


@pytest.mark.parametrize(
    ("language", "heading", "link"),
    [("en", "Article {}", "[edit]"), ("ru", "Статья {}", "[править | править код]"),
     ("fa", "ماده {}", "[ویرایش]")],
)  # fmt: skip
def test_links_to_edit_a_page_are_left_out(language: str, heading: str, link: str) -> None:
    headings = [heading.format(number) for number in (1, 2)]
    parsed = read(lines(language, under(language, *(f"{each}{link}" for each in headings))))
    assert [article.heading for article in parsed.articles[1:]] == headings
    assert left_out(parsed) == [(link, "link to edit the page")] * 2


def test_marks_of_footnotes_are_left_out() -> None:
    parsed = read(
        lines("en", [("Article 1", f"{said('en', 1)}[12]"), ("Article 2", said("en", 2))])
    )
    assert texts(parsed) == [said("en", 1), said("en", 2)]
    assert left_out(parsed) == [("[12]", "mark of a footnote")]


def test_raised_marks_of_footnotes_are_left_out_and_powers_stay() -> None:
    first = f'{said("en", 1)}<sup><a href="#n1">1</a></sup> A pier has 20 m<sup>2</sup> of planks.'
    parsed = read(
        page([*lines("en", [("Article 1", first), ("Article 2", said("en", 2))])]), "a.html"
    )
    assert texts(parsed)[0] == f"{said('en', 1)} A pier has 20 m² of planks."
    assert left_out(parsed) == [("1", "mark of a footnote")]


def test_a_heading_in_capitals_between_articles_belongs_to_what_follows() -> None:
    articles = [("Article 1", said("en", 1)), ("LAMPS AND OARS", "Article 2", said("en", 2))]
    parsed = read(lines("en", articles))
    assert texts(parsed) == [said("en", 1), said("en", 2)]
    assert parsed.articles[2].before == ("LAMPS AND OARS",)


def test_headings_of_parts_stay_apart_in_short_lines_without_gaps() -> None:
    first = ("PART I", "LAMPS OF THE LAKE AND OF ITS HARBOURS")
    second = ("PART II", "OARS", "Section 1. The oars that are lent by the keepers")
    articles = [(*first, "Article 1", said("en", 1)), (*second, "Article 2", said("en", 2))]
    written = lines("en", articles)
    parsed = read(wrapped(written))
    assert [article.before for article in parsed.articles[1:]] == [first, second]
    assert texts(parsed) == [said("en", 1), said("en", 2)]


def test_long_paragraphs_parted_by_breaks_are_not_joined() -> None:
    long = " ".join(said("en", number) for number in range(6))
    longer = " ".join(said("en", number) for number in range(9))
    articles = [f"<b>Article {number}</b><br>{long}<br>{longer}" for number in (1, 2, 3)]
    parsed = read(page([*OPENINGS["en"], *articles, *CLOSINGS["en"]]), "page.html")
    assert [len(article.paragraphs) for article in parsed.articles[1:]] == [2, 2, 2]


def test_a_last_line_with_room_for_the_next_word_ends_its_paragraph() -> None:
    first = "The keepers of the lake light the lamps in the evening or in fog."
    second = "A ferry of the other shore brings them oil, matches and rope, and they row over."
    articles = [(f"Article {number}", second, first, second) for number in range(1, 6)]
    parsed = read(wrapped(lines("en", articles)))
    assert texts(parsed) == [f"{second}\n{first}\n{second}"] * 5


def test_a_table_of_contents_with_titles_and_pages_is_left_out() -> None:
    headings = [f"Article {number} – Lamps of harbour {number}" for number in range(1, 5)]
    contents = [f"{heading} ..... {page}" for page, heading in enumerate(headings, 3)]
    parsed = read(["Contents", *contents, *lines("en", under("en", *headings))])
    # Beside each heading stands its title.
    assert [article.text for article in parsed.articles[1:]] == [said("en", n) for n in range(1, 5)]
    assert [text for text, _ in left_out(parsed)] == ["Contents", *contents]


def test_an_older_encoding_is_found_where_a_page_writes_spaces_as_signs() -> None:
    written = lines("ru", under("ru", "Статья&nbsp;1", "Статья&nbsp;2"))
    data = page(written).encode("windows-1251")
    parsed = official.read(data, "page.html", article_count=2)
    assert texts(parsed) == [said("ru", 1), said("ru", 2)]


def test_recitals_that_begin_with_small_letters_are_parted_in_short_lines() -> None:
    title, parties, recital, agreed = OPENINGS["ru"]
    others = [
        "желая сохранить лампы на озере и в гавани для всех гребцов,",
        "признавая пользу колокола,",
    ]
    written = [title, parties, recital, *others, agreed, *lines("ru", under("ru", "Статья 1"))[4:]]
    parsed = read(wrapped(written))
    assert parsed.articles[0].text.splitlines() == [parties, recital, *others, agreed]


SIGNATURES = {
    "en": ("For the Republic of Northmere", "(Sd.) O. LAMP", "Minister of Lamps",
           "For the Kingdom of Eastholm", "(Sd.) A. OAR", "Minister of Oars"),
    "ru": ("За Республику Нордмер", "О.Лампов", "За Королевство Истхольм", "А.Вёслов"),
    "fa": ("از طرف جمهوری نوردمر", "چراغ چراغیان", "وزیر چراغ‌ها",
           "از طرف پادشاهی ایستهولم", "پارو پارویی", "وزیر پاروها"),
}  # fmt: skip
AFTER = {
    "en": ("The lamps were painted in 2001 by the harbour school.", "Terms of use 2024"),
    "ru": ("Дата публикации: 6 мая 1999 года",),
    "fa": ("قانون فوق مشتمل بر ماده واحده در جلسه روز سه‌شنبه مورخ ۱۳۷۸/۳/۱ تصویب شد.",),
}


@pytest.mark.parametrize("language", SIGNATURES)
def test_names_and_offices_belong_to_the_closing_and_the_rest_does_not(language: str) -> None:
    word = {"en": "Article", "ru": "Статья", "fa": "ماده"}[language]
    closing = (*CLOSINGS[language], *SIGNATURES[language])
    parsed = read(
        [*lines(language, under(language, f"{word} 1", f"{word} 2"), closing), *AFTER[language]]
    )
    assert parsed.closing.splitlines() == list(closing)
    assert left_out(parsed) == [(text, "after the treaty") for text in AFTER[language]]


def test_a_law_around_a_persian_treaty_is_left_out() -> None:
    law = [
        "قانون معاهده چراغ‌های دریاچه",
        "ماده واحده ـ معاهده چراغ‌های دریاچه به شرح پیوست تصویب می‌شود.",
        "تبصره ـ چراغ‌ها در روز خاموش می‌شوند.",
    ]
    parsed = read([*law, *lines("fa", under("fa", "ماده ۱ـ", "ماده ۲ـ"))])
    assert left_out(parsed) == [(text, "before the treaty") for text in law]
    assert parsed.title == OPENINGS["fa"][0]


def test_a_last_article_that_speaks_of_copies_keeps_its_text() -> None:
    copies = "این معاهده در دو نسخه به زبان‌های طرفین تنظیم گردیده و هر دو متن معتبر است."
    parsed = read(lines("fa", [*under("fa", "ماده ۱"), ("ماده ۲", copies)]))
    assert texts(parsed)[1] == copies
    assert parsed.closing == CLOSINGS["fa"][0]


def test_where_a_treaty_was_printed_and_signed_is_neither_title_nor_preamble() -> None:
    title, *recitals = OPENINGS["en"]
    around = [
        "Signed at Eastholm on 5 May 1999. In force since 2001.",
        "Northmere Treaty Series, vol. 3",
    ]
    rest = lines("en", under("en", "Article 1", "Article 2"))[4:]
    parsed = read(["Convention of the Lake Office", title, *around, *recitals, *rest])
    assert parsed.title == title
    assert parsed.articles[0].text.splitlines() == recitals
    assert [text for text, _ in left_out(parsed)][1:] == around


def test_a_running_head_of_two_pages_is_left_out() -> None:
    headings = [f"Article {number}" for number in range(1, 9)]
    written = wrapped(lines("en", under("en", *headings))).splitlines()
    pages = [f"Lamp Series\n\n{chr(10).join(part)}\n" for part in (written[:14], written[14:])]
    parsed = read("\f".join(pages))
    assert texts(parsed) == [said("en", number) for number in range(1, 9)]
    assert left_out(parsed) == [("Lamp Series", "running head")] * 2


def test_an_article_with_a_title_alone_is_refused_as_empty() -> None:
    articles: list[Article] = [
        (f"Article {number}", title, said("en", number))
        for number, title in enumerate(("Lamps", "Oars", "Bells", "Ferries"), 1)
    ]
    articles[2] = articles[2][:2]
    with pytest.raises(official.Refused) as caught:
        read(lines("en", articles))
    (problem,) = caught.value.problems
    assert "Article 3 is empty" in problem


RECITALS = {
    "en": ("Recalling the great fog,", "Wishing to keep the lamps,"),
    "ru": ("учитывая большой туман,", "желая сохранить лампы,"),
    "fa": ("با توجه به مه بزرگ،", "به منظور نگهداری چراغ‌ها،"),
}


def preamble(language: str, *texts: str) -> list[tuple[int, list[str]]]:
    """Read a treaty with this preamble; return its paragraphs: number, and words by block."""
    title, body = OPENINGS[language][0], lines(language, under(language, *ARTICLES[language]))[4:]
    parsed = read([title, *texts, *body])
    return [
        (one.number, [block.text for block in one.blocks]) for one in parsed.articles[0].paragraphs
    ]


ARTICLES = {
    "en": ("Article 1", "Article 2"),
    "ru": ("Статья 1", "Статья 2"),
    "fa": ("ماده ۱", "ماده ۲"),
}


@pytest.mark.parametrize("language", RECITALS)
def test_neither_the_parties_nor_what_enacts_the_treaty_is_a_recital(language: str) -> None:
    parties, agreed = OPENINGS[language][1], OPENINGS[language][3]
    first, second = RECITALS[language]
    assert preamble(language, parties, first, second, agreed) == [
        (0, [parties]),
        (1, [first]),
        (2, [second, agreed]),
    ]


@pytest.mark.parametrize(
    "parties",
    [
        ("Озёрная Республика и Лодочная Федерация, далее именуемые Сторонами,",),
        ("Правительство Нордмера", "и", "Правительство Истхольма,"),
    ],
)
def test_parties_whose_names_look_like_a_recital_or_take_lines_are_opening_words(
    parties: tuple[str, ...],
) -> None:
    first, second = RECITALS["ru"]
    agreed = OPENINGS["ru"][3]
    assert preamble("ru", "Преамбула", *parties, first, second, agreed) == [
        (0, list(parties)),
        (1, [first]),
        (2, [second, agreed]),
    ]


def test_a_preamble_that_begins_with_a_recital_or_is_one_sentence_has_no_opening_words() -> None:
    first, second = RECITALS["en"]
    assert preamble("en", first, second) == [(1, [first]), (2, [second])]
    whole = "The Republic of Northmere and the Kingdom of Eastholm, wishing well, have agreed:"
    assert preamble("en", whole) == [(1, [whole])]
    parties, agreed = OPENINGS["en"][1], OPENINGS["en"][3]
    assert preamble("en", parties, agreed) == [(1, [parties, agreed])]


def second_article(*texts: str, language: str = "en") -> list[tuple[int, str, list[str]]]:
    """Return number, label and labels of points of each paragraph of an article."""
    first, second = ARTICLES[language]
    parsed = read(lines(language, [(first, said(language, 1)), (second, *texts)]))
    return [
        (one.number, one.label, [block.label for block in one.blocks])
        for one in parsed.articles[2].paragraphs
    ]


@pytest.mark.parametrize(
    ("language", "label", "points"),
    [
        ("en", "{}.", ("4.1.", "4.2.")),
        ("en", "{}.", ("4.1", "4.2")),
        ("en", "{}.", ("(a)", "(b)")),
        ("ru", "{}.", ("4.1.", "4.2.")),
        ("ru", "{})", ("4-1.", "4-2.")),
        ("fa", "{}-", ("۴-۱-", "۴-۲-")),
        ("fa", "{}-", ("۴-۱", "۴-۲")),
        ("fa", "{}.", ("۱-۴", "۲-۴")),
    ],
)
def test_points_are_of_the_paragraph_they_stand_in_and_keep_their_labels(
    language: str, label: str, points: tuple[str, ...]
) -> None:
    numbers = [label.format(number) for number in (1, 2, 3, 4, 5)]
    texts = [f"{number} {said(language, 7)}" for number in numbers]
    texts[3] = texts[3].rstrip(".") + ":"
    texts[4:4] = [f"{point} {said(language, 8)}" for point in points]
    assert second_article(*texts, language=language) == [
        *((place, numbers[place - 1], [""]) for place in (1, 2, 3)),
        (4, numbers[3], ["", *points]),
        (5, numbers[4], [""]),
    ]


@pytest.mark.parametrize(
    ("language", "labels"),
    [("en", ("1)", "2)", "3)")), ("ru", ("1.", "2.", "3.")), ("fa", ("۱-", "۲-", "۳-"))],
)
def test_what_is_counted_after_a_colon_are_points_of_the_only_paragraph(
    language: str, labels: tuple[str, ...]
) -> None:
    introduced = said(language, 7).rstrip(".") + ":"
    points = [f"{label} {said(language, 8)}" for label in labels]
    assert second_article(introduced, *points, language=language) == [(1, "", ["", *labels])]
    assert second_article(said(language, 7), *points, language=language) == [
        (0, "", [""]),
        *((place, label, [""]) for place, label in enumerate(labels, 1)),
    ]


def test_a_number_with_a_point_in_it_is_no_label_of_another_paragraph() -> None:
    texts = (f"1. {said('en', 7)}", "3.5 metres is the depth of the harbour.")
    assert second_article(*texts) == [(1, "1.", ["", ""])]


def test_the_parts_of_a_treaty_are_counted() -> None:
    texts = ("1. The keepers light:", "1.1. lamps;", "1.2. lanterns.", "2. They keep oil.")
    closing = ("Done at Eastholm in two originals.", "For the Republic of Northmere")
    articles = [("Article 1", said("en", 1)), ("Article 2", *texts)]
    parsed = read(lines("en", articles, closing))
    assert parsed.counts == {"recital": 1, "article": 2, "paragraph": 3, "point": 2}
    assert parsed.closing.splitlines() == list(closing)
