from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles import official
from tests.official import documents, formats, hostile, pages
from tests.official.styles import LETTERS, STYLES, Style
from tests.official.test_importing import structure
from tests.official.treaties import Article, Block, Paragraph, Treaty, preamble_of, treaty
from tests.official.vocabulary import VOCABULARIES

pytestmark = pytest.mark.files

ALPHABETS = {
    "en": "abcdefghijklmnopqrstuvwxyzé",
    "ru": "абвгдежзийклмнопрстуфхцчшщъыьэюяё",
    "fa": "ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیآئ",
}
HALF_SPACE = "\u200c"
COMMON = {"en": "of", "ru": "и", "fa": "و"}
"""A word that no text of the language is without."""
ASIDES = {
    "en": ("(a)", "1998,", "3.5", "“lake”", "12", "Article 2,", "well-known", "U.N."),
    "ru": ("(а)", "1998 г.,", "3,5", "«озеро»", "12", "Статья 2,", "какой-либо", "т. е."),
    "fa": ("(الف)", "۱۳۷۷،", "۳٫۵", "«دریاچه»", "12", "ماده ۲،", "می‌شود", "1998"),
}
"""What stands within sentences and must not be taken for a label or a heading."""

few = settings(max_examples=12)
more = settings(max_examples=30)


def words(language: str) -> st.SearchStrategy[str]:
    """Give a word of a language's letters; it means nothing, and is longer than any label."""
    letters = st.text(ALPHABETS[language], min_size=4, max_size=11)
    if language != "fa":
        return letters
    return st.one_of(letters, st.tuples(letters, letters).map(HALF_SPACE.join))


@st.composite
def sentences(draw: st.DrawFn, language: str) -> str:
    """Give a sentence; between its words may stand an aside."""
    first, *others = draw(st.lists(words(language), min_size=3, max_size=14))
    if draw(st.booleans()):
        others.insert(draw(st.integers(1, len(others))), draw(st.sampled_from(ASIDES[language])))
    return " ".join([first.capitalize(), COMMON[language], *others]) + "."


def stretches(language: str) -> st.SearchStrategy[str]:
    """Give one to three sentences."""
    return st.lists(sentences(language), min_size=1, max_size=3).map(" ".join)


@st.composite
def paragraphs(draw: st.DrawFn, language: str, style: Style, number: int) -> Paragraph:
    """Give a paragraph, unnumbered if its number is 0, with items or without."""
    label = style.label.format(number=style.digits(number)) if number else ""
    blocks = [Block("", draw(stretches(language)))]
    letters = LETTERS[language][: draw(st.sampled_from([0, 0, 2, 3]))]
    blocks += [
        Block(style.item.format(letter=letter), draw(sentences(language))) for letter in letters
    ]
    return Paragraph(number or 1, label, tuple(blocks))


@st.composite
def articles(draw: st.DrawFn, language: str, style: Style, number: int) -> Article:
    """Give an article of one unnumbered paragraph or of some numbered ones."""
    last = draw(st.sampled_from([0, 0, 2, 3, 4]))
    title = style.titles in ("below", "beside")
    return Article(
        number,
        style.heading.format(number=style.numerals(number)),
        VOCABULARIES[language].titles[number % 9] if title else "",
        tuple(
            draw(paragraphs(language, style, place)) for place in (range(1, last + 1) or range(1))
        ),
    )


@st.composite
def treaties(draw: st.DrawFn) -> Treaty:
    """Give a treaty of a few articles in any language and style, of words without meaning."""
    language = draw(st.sampled_from(list(STYLES)))
    style = STYLES[language][draw(st.sampled_from(list(STYLES[language])))]
    vocabulary = VOCABULARIES[language]
    recitals = draw(st.lists(stretches(language), max_size=3))
    return Treaty(
        language,
        vocabulary.title,
        (
            Article(
                0,
                vocabulary.preamble if style.preamble else "",
                "",
                preamble_of(recitals, vocabulary),
            ),
            *(
                draw(articles(language, style, number))
                for number in range(1, draw(st.integers(2, 6)) + 1)
            ),
        ),
        vocabulary.closings[0],
        {"beside": "title", "text": "text"}.get(style.titles, ""),
    )


def read(written: Treaty, data: bytes, file_name: str) -> official.Parsed:
    return official.read(
        data,
        file_name,
        language=written.language,
        article_count=len(written.articles) - 1,
    )


@given(treaties())
@more
def test_a_text_gives_the_same_structure_and_words_and_so_does_its_export(written: Treaty) -> None:
    parsed = read(written, formats.apart(written).encode(), "treaty.txt")
    assert structure(parsed.articles) == structure(written.articles)
    assert read(written, formats.as_text(parsed).encode(), "treaty.txt") == parsed


WRITERS: dict[str, tuple[str, Callable[[Treaty], str]]] = {
    "one line each": ("treaty.txt", formats.one_line_each),
    "wrapped": ("treaty.txt", formats.wrapped),
    "indented": ("treaty.txt", formats.indented),
    "markdown": ("treaty.md", formats.markdown),
    "bold markdown": ("treaty.md", formats.bold_markdown),
    "page": ("page.html", pages.in_paragraphs),
    "divisions": ("page.html", pages.in_divisions),
    "breaks": ("page.html", pages.with_breaks),
}


@pytest.mark.parametrize("name", WRITERS)
@given(written=treaties())
@more
def test_no_format_changes_a_word(name: str, written: Treaty) -> None:
    file_name, write = WRITERS[name]
    parsed = read(written, write(written).encode(), file_name)
    assert formats.as_text(parsed).split() == formats.one_line_each(written).split()


WORDS = {
    "en": ("Aaaa of aaaa aaaa.", "Aaaa of aaaa aaaa aaaaaaaaaaa aaaaaaaaaaa aaaaaaaaaaa."),
    "ru": ("Аааа и аааа аааа.", "Аааа и аааа аааа ааааааааааа ааааааааааа ааааааааааа."),
    "fa": ("اااا و اااا اااا.", "اااا و اااا اااا ااااااااااا ااااااااااا ااااااااااا."),
}
"""A short sentence and a long one, which a line of a page may end with."""


def of_two_articles(language: str, label: str) -> Treaty:
    """Return a treaty whose last article is one line, begun by the label."""
    vocabulary, style = VOCABULARIES[language], STYLES[language]["plain"]
    short, long = WORDS[language]
    last = Block(label.format(letter=LETTERS[language][0]), " ".join([long] * 2))
    first = [vocabulary.parties, vocabulary.agreed]
    return Treaty(
        language,
        vocabulary.title,
        (
            Article(0, "", "", tuple(Paragraph(1, "", (Block("", text),)) for text in first)),
            *(
                Article(
                    number,
                    style.heading.format(number=style.numerals(number)),
                    "",
                    (Paragraph(1, "", (block,)),),
                )
                for number, block in enumerate([Block("", short), last], 1)
            ),
        ),
        vocabulary.closings[0],
    )


@pytest.mark.parametrize("name", WRITERS)
@pytest.mark.parametrize("label", ["", "•", "{letter})", "1."])
@pytest.mark.parametrize("language", STYLES)
def test_a_last_article_of_one_line_ends_before_the_closing(
    language: str, label: str, name: str
) -> None:
    file_name, write = WRITERS[name]
    written = of_two_articles(language, label)
    parsed = read(written, write(written).encode(), file_name)
    assert parsed.closing == "\n".join(written.closing)
    assert formats.as_text(parsed).split() == formats.one_line_each(written).split()


@given(treaties())
@few
def test_no_word_document_changes_a_word(written: Treaty) -> None:
    parsed = read(written, documents.styled(written), "treaty.docx")
    assert formats.as_text(parsed).split() == formats.one_line_each(written).split()


def refused_or_read(data: bytes, file_name: str) -> None:
    """Read a file, which may succeed or be refused with reasons, and nothing else."""
    with suppress(official.Refused):
        official.read(data, file_name)


@given(
    st.binary(max_size=3000), st.sampled_from(["a.txt", "a.md", "a.html", "a.pdf", "a.docx", "a"])
)
@more
def test_any_bytes_are_refused_or_read(data: bytes, file_name: str) -> None:
    refused_or_read(data, file_name)


@given(st.text(max_size=2000), st.sampled_from(["a.txt", "a.md", "a.html"]))
@more
def test_any_text_is_refused_or_read(text: str, file_name: str) -> None:
    refused_or_read(text.encode("utf-8", errors="surrogatepass"), file_name)


PIECES = [
    *("Article 1", "Article 2.", "ARTICLE II", "Статья 1", "ماده ۱", "1.", "(2)", "a)", "–", "\f"),
    *("\n", "\n\n", "PREAMBLE", "TREATY", "Done at Eastholm", "lakes and lamps.", "Page 1", "¹"),
    *(
        "Article ²",
        "Article 0",
        "Article 999",
        "1.2.",
        "\u200c",
        "<p>",
        "</p>",
        "<ol><li>",
        "**",
        "#",
    ),
]


@given(st.lists(st.sampled_from(PIECES), max_size=40), st.sampled_from(["a.txt", "a.md", "a.html"]))
@more
def test_any_heap_of_headings_and_numbers_is_refused_or_read(
    pieces: list[str], file_name: str
) -> None:
    refused_or_read(" ".join(pieces).encode(), file_name)


@cache
def whole(file_name: str) -> bytes:
    """Return a file that is in order."""
    written = treaty("en")
    return {
        "treaty.txt": lambda: formats.wrapped(written).encode(),
        "treaty.html": lambda: pages.in_paragraphs(written).encode(),
        "treaty.docx": lambda: documents.plain(written),
        "treaty.pdf": hostile.pdf,
    }[file_name]()


@pytest.mark.parametrize("file_name", ["treaty.txt", "treaty.html", "treaty.docx", "treaty.pdf"])
@given(place=st.floats(0, 0.999), size=st.integers(0, 200), patch=st.binary(max_size=200))
@few
def test_any_damage_is_refused_or_read(
    file_name: str, place: float, size: int, patch: bytes
) -> None:
    data = whole(file_name)
    start = int(len(data) * place)
    refused_or_read(data[:start] + patch + data[start + size :], file_name)
