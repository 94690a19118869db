"""A reference is understood in the ways in which people write it; nothing else is taken for one."""

from __future__ import annotations

from datetime import date
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles import treaty
from articles.citations.pinpoint import Pinpoint
from articles.citations.styles import STYLES, Style
from articles.search import Reference, parse
from articles.treaty import references
from articles.treaty.places import Place

pytestmark = pytest.mark.files


@pytest.mark.parametrize(
    ("text", "article", "paragraph"),
    [
        ("14", 14, None),
        ("art 14", 14, None),
        ("art14", 14, None),
        ("Art. 14", 14, None),
        ("ARTICLE 14", 14, None),
        ("Article 14.", 14, None),
        ("  article   14 ", 14, None),
        ("article\u00a014", 14, None),
        ("article no. 14", 14, None),
        ("Article number 14", 14, None),
        ("Article #14", 14, None),
        ("article 07", 7, None),
        ("Article 3 paragraph 4", 3, 4),
        ("Article 3, paragraph 4", 3, 4),
        ("art. 3, para. 4", 3, 4),
        ("art 3 par 4", 3, 4),
        ("article 3 § 4", 3, 4),
        ("art. 3(3)", 3, 3),
        ("art. 3 (3)", 3, 3),
        ("3(3)", 3, 3),
        ("3 ( 3 )", 3, 3),
        ("3.3", 3, 3),
        ("3/3", 3, 3),
        ("3:3", 3, 3),
        ("12.2.", 12, 2),
        ("paragraph 3 of article 12", 12, 3),
        ("Para. 3, Art. 12", 12, 3),
        ("ст. 12", 12, None),
        ("ст.12", 12, None),
        ("Ст 12", 12, None),
        ("статья 12", 12, None),
        ("Статья № 12", 12, None),
        ("статьи 12", 12, None),
        ("ст. 3 п. 4", 3, 4),
        ("ст.19 п.2", 19, 2),
        ("статья 3, пункт 4", 3, 4),
        ("статья 3 часть 4", 3, 4),
        ("ст. 3 ч. 4", 3, 4),
        ("п. 4 ст. 3", 3, 4),
        ("пункт 4 статьи 3", 3, 4),
        ("пункте 4 статьи 3", 3, 4),
        ("ماده ۱۲", 12, None),
        ("ماده ١٢", 12, None),
        ("ماده 12", 12, None),
        ("ماده۱۲", 12, None),
        ("ماده\u200c۱۲", 12, None),
        ("مادهٔ ۱۲", 12, None),
        ("مادۀ ۱۲", 12, None),
        ("مادة ١٢", 12, None),
        ("المادة ١٢", 12, None),
        ("ماده شماره ۱۲", 12, None),
        ("ماده ۱۹ بند ۲", 19, 2),
        ("ماده ۱۹، بند ۲", 19, 2),
        ("بند ۴ ماده ۳", 3, 4),
        ("بند ۴ از ماده ۳", 3, 4),
        ("۱۲", 12, None),
        ("١٢", 12, None),
        ("۳(۳)", 3, 3),
        ("۳.۳", 3, 3),
        ("１４", 14, None),
        ("preamble", 0, None),
        ("The Preamble", 0, None),
        ("preamble para 5", 0, 5),
        ("preamble, recital 5", 0, 5),
        ("recital 5", 0, 5),
        ("recital 5 of the preamble", 0, 5),
        ("преамбула", 0, None),
        ("Преамбула, абзац 5", 0, 5),
        ("مقدمه", 0, None),
        ("0", 0, None),
        ("3.9", 3, 9),
    ],
)
def test_a_reference_is_understood(text: str, article: int, paragraph: int | None) -> None:
    expected = Reference(article, paragraph, is_article_there=article <= treaty.LAST_ARTICLE)
    assert parse(text).reference == expected


@pytest.mark.parametrize(
    ("text", "article", "paragraph"),
    [
        ("https://treaty.example.org/articles/3/", 3, None),
        ("https://treaty.example.org/articles/3", 3, None),
        ("https://treaty.example.org/articles/3/3/", 3, 3),
        ("https://treaty.example.org/articles/3/3/?q=separatist+movements", 3, 3),
        ("https://treaty.example.org/articles/3/#art_3__para_3", 3, None),
        ("http://127.0.0.1:8000/articles/12/", 12, None),
        ("http://localhost:8000/3.3", 3, 3),
        ("treaty.example.org/articles/12/2/", 12, 2),
        ("treaty.example.org/3.3", 3, 3),
        ("/articles/14/", 14, None),
        ("/14", 14, None),
        ("/3.3", 3, 3),
        ("/0", 0, None),
        ("https://treaty.example.org/preamble/", 0, None),
        ("https://treaty.example.org/preamble/5/", 0, 5),
        ("/preamble/5/", 0, 5),
        ("HTTPS://TREATY.EXAMPLE.ORG/ARTICLES/3/", 3, None),
        ("https://treaty.example.org/articles/3/?q=" + "x" * 1_000, 3, None),
    ],
)
def test_a_pasted_address_of_the_site_is_understood(
    text: str, article: int, paragraph: int | None
) -> None:
    expected = Reference(article, paragraph, is_article_there=article <= treaty.LAST_ARTICLE)
    assert parse(text).reference == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2001",
        "1921",
        "2025-01-17",
        "17-19",
        "-14",
        "14*",
        '"14"',
        "«ст. 12»",
        "3(3",
        "3.3.3.3",
        "22(2.3.4)",
        "22(2)(1.3)",
        "closing the border",
        "заключительные",
        "S-400",
        "20 years",
        "14 oil",
        "oil 14",
        "article",
        "articles 3 and 4",
        "article 14 sanctions",
        "articles about oil",
        "part 3",
        "ст",
        "ماده",
        "the preamble and article 3",
        "https://treaty.example.org/",
        "https://treaty.example.org/articles/",
        "https://treaty.example.org/articles/?q=14",
        "https://treaty.example.org/themes/trade/",
        "https://treaty.example.org/set/3,12.2/",
    ],
)
def test_what_is_more_or_less_than_a_reference_is_none(text: str) -> None:
    assert parse(text).reference is None


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        # in sentences, and with filler
        ("what does article 3 say", "3"),
        ("What does Art. 3(3) say about the treaty?", "3.3"),
        ("show me article 3", "3"),
        ("can you please read me the full text of article 12", "12"),
        ("what's in Article 19, paragraph 2?", "19.2"),
        ("article 3 of the Iran–Russia treaty", "3"),
        ("статья 3 договора", "3"),
        ("текст статьи 3", "3"),
        ("о чём говорится в статье 3 договора", "3"),
        ("что сказано в пункте 2 статьи 12", "12.2"),
        ("متن ماده ۳ معاهده", "3"),
        ("ماده ۳ چه می‌گوید", "3"),
        ("was sagt Artikel 3", "3"),
        ("qué dice el artículo 14", "14"),
        # numerals in words, and Roman ones
        ("article fourteen", "14"),
        ("article three", "3"),
        ("article forty-seven", "47"),
        ("Article Forty Seven", "47"),
        ("article twenty-first", "21"),
        ("fourteenth article", "14"),
        ("the fourteenth", "14"),
        ("the 14th article", "14"),
        ("first article", "1"),
        ("the last article", "47"),
        ("last paragraph of article 3", "3.4"),
        ("the last paragraph of Article 19", "19.4"),
        ("Article 3, last paragraph", "3.4"),
        ("last recital of the preamble", "0.7"),
        ("последний пункт статьи 22", "22.3"),
        ("Art. XIV", "14"),
        ("article iii", "3"),
        ("Article I", "1"),
        ("what does Article I say", "1"),
        ("forty-seven", "47"),
        ("XIV", "14"),
        ("Art. III, para. 2", "3.2"),
        ("article three, paragraph four", "3.4"),
        ("статья четырнадцать", "14"),
        ("четырнадцатая статья", "14"),
        ("в четырнадцатой статье", "14"),
        ("статье третьей", "3"),
        ("третьей статьёй", "3"),
        ("статья сорок седьмая", "47"),
        ("сорок седьмой статьи", "47"),
        ("статья двадцать один", "21"),
        ("ст. ХIV", "14"),
        ("3-я статья", "3"),
        ("3 статья договора", "3"),
        ("в 19-й статье", "19"),
        ("последняя статья", "47"),
        ("статья 3 часть вторая", "3.2"),
        ("ماده‌ی ۳", "3"),
        ("ماده ی ۳", "3"),
        ("ماده چهارده", "14"),
        ("ماده چهاردهم", "14"),
        ("چهاردهمین ماده", "14"),
        ("ماده‌ی سوم", "3"),
        ("ماده بیست و یکم", "21"),
        ("ماده چهل و هفت", "47"),
        ("ماده سی‌ام", "30"),
        ("ماده اول", "1"),
        ("ماده آخر", "47"),
        ("آخرین ماده", "47"),
        ("بند دوم ماده سوم", "3.2"),
        ("стаття восьма", "8"),
        ("п'ята стаття", "5"),
        ("у двадцять другій статті", "22"),
        ("стаття сорок сьома", "47"),
        ("on ikinci madde", "12"),
        ("onikinci madde", "12"),
        ("otuz üçüncü madde", "33"),
        ("madde kırk yedi", "47"),
        ("on beşinci maddə", "15"),
        ("iyirmi birinci maddə", "21"),
        ("maddə yeddi", "7"),
        ("तीसरा अनुच्छेद", "3"),
        ("तीसरे अनुच्छेद में क्या कहा है", "3"),
        ("पांचवां अनुच्छेद", "5"),
        ("अनुच्छेद सैंतालीस", "47"),
        ("المادة الثالثة عشرة", "13"),
        ("المادة الحادية والعشرون", "21"),
        ("المادة السابعة والأربعين", "47"),
        ("trigésimo artículo", "30"),
        ("primer artículo", "1"),
        ("artículo cuarenta y siete", "47"),
        ("article vingt et un", "21"),
        ("dix-septième article", "17"),
        ("der dreiundzwanzigste Artikel", "23"),
        ("статьи двадцати одной", "21"),
        ("ماده چهل‌وهفت", "47"),
        # marks and numbers
        ("§ 3", "3"),
        ("14th", "14"),
        ("No. 14", "14"),
        ("№ 14", "14"),
        ("#14", "14"),
        ("art.14", "14"),
        ("Article (3)", "3"),
        ("art. 3, ¶ 3", "3.3"),
        ("3(3)(a)", "3.3"),
        ("22(2)(a)", "22.2.1"),
        ("22(2)(c)", "22.2.3"),
        ("28(d)", "28.1.4"),
        ("22(2.3)", "22.2.3"),
        ("Article 22, point 3", "22.2.3"),
        ("point (b) of paragraph 2 of article 22", "22.2.2"),
        ("подпункт «а» пункта 2 статьи 22", "22.2.1"),
        # from the paragraph up
        ("third paragraph of article 3", "3.3"),
        ("the 3rd paragraph of Article 3", "3.3"),
        ("paragraph three of article three", "3.3"),
        ("sub-paragraph 3 of paragraph 2 of article 22", "22.2.3"),
        ("ст. 12 п. 2", "12.2"),
        ("п. 3 ст. 12", "12.3"),
        ("часть 2 статьи 9", "9.2"),
        ("вторая часть девятой статьи", "9.2"),
        ("بند ۲ ماده ۹", "9.2"),
        ("بند ۲ از ماده‌ی ۹", "9.2"),
        ("paragraph 2 of the fourteenth article", "14.2"),
        ("fifth recital of the preamble", "0.5"),
        ("third recital", "0.3"),
        ("пятый абзац преамбулы", "0.5"),
        ("pmbl. ¶ 5", "0.5"),
        ("what does the preamble say", "0"),
        ("what do the closing lines say", "closing"),
        # other languages
        ("Artikel 3", "3"),
        ("Art. 3 Abs. 2", "3.2"),
        ("artículo 14", "14"),
        ("l'article 3", "3"),
        ("madde 7", "7"),
        ("7. madde", "7"),
        ("7-ci maddə", "7"),
        ("7. maddesi", "7"),
        ("3. maddenin 2. fıkrası", "3.2"),
        ("alinéa 2 de l'article 3", "3.2"),
        ("article n° 14", "14"),
        ("Article 22 (point 2.3)", "22.2.3"),
        ("第十九条", "19"),
        ("第19条", "19"),
        ("第十九条第二款", "19.2"),
        ("第四十七条", "47"),
        ("المادة ٣", "3"),
        ("المادة الثالثة", "3"),
        ("अनुच्छेद 3", "3"),
        ("अनुच्छेद ३", "3"),
        ("стаття 5", "5"),
        ("statya 12", "12"),
        # several
        ("articles 12–14", "12 13 14"),
        ("articles 12 to 14", "12 13 14"),
        ("articles from 12 to 14", "12 13 14"),
        ("Arts 3 and 19", "3 19"),
        ("articles 12-14 and 19(2)", "12 13 14 19.2"),
        ("articles three and nineteen", "3 19"),
        ("articles 3, 5, 7 & 9", "3 5 7 9"),
        ("article 3 and article 5", "3 5"),
        ("article 3 or 5", "3 5"),
        ("the preamble and article 3", "0 3"),
        ("Article 12, paragraphs 2 and 3", "12.2 12.3"),
        ("paragraphs 2-4 of article 12", "12.2 12.3 12.4"),
        ("Article 12(2) and (3)", "12.2 12.3"),
        ("12(2)-(4)", "12.2 12.3 12.4"),
        ("points 1 to 3 of article 22(2)", "22.2.1 22.2.2 22.2.3"),
        ("статьи 3 и 19", "3 19"),
        ("статьи с 12 по 14", "12 13 14"),
        ("مواد ۳ و ۱۹", "3 19"),
        ("ماده ۳ و ماده ۵", "3 5"),
        ("17-19", "17 18 19"),
        ("3, 5", "3 5"),
        # addresses, in any dress
        ("<http://localhost:8202/3.3>", "3.3"),
        ("(http://localhost:8202/3.3)", "3.3"),
        ("“http://localhost:8202/3.3”", "3.3"),
        ("http://localhost:8202/3.3.", "3.3"),
        ("[x](http://localhost:8202/3.3)", "3.3"),
        ("[Article 3(3)](http://localhost:8202/3.3)", "3.3"),
        ("**http://localhost:8202/3.3**", "3.3"),
        ("localhost:8202/3.3", "3.3"),
        ("192.168.0.7:8000/articles/3/3", "3.3"),
        ("articles/3/3", "3.3"),
        ("see https://treaty.example.org/articles/3/3/", "3.3"),
        ("http://localhost:8202/articles/3/3.json", "3.3"),
        ("http://localhost:8202/3.3.csl.json", "3.3"),
        ("http://localhost:8202/articles/3/3/cite/", "3.3"),
        ("http://localhost:8202/articles/3/3/?q=x#art_3__para_3", "3.3"),
        ("http://localhost:8202/set/3,12.1/", "3 12.1"),
        ("http://localhost:8202/set/3,12.1/?note=For+Monday", "3 12.1"),
        (
            "https://eur01.safelinks.protection.outlook.com/?url=http%3A%2F%2Fexample.org%2F3.3"
            "&data=05%7C01",
            "3.3",
        ),
        (
            "https://eur01.safelinks.protection.outlook.com/?url=http%3A%2F%2Fexample.org"
            "%2Farticles%2F3%2F3%2F%3Fq%3Dx&data=05%7C01&reserved=0",
            "3.3",
        ),
        ("https://www.google.com/url?q=https://example.org/3.3&sa=D&ust=17", "3.3"),
        ("https://urldefense.com/v3/__https://example.org/articles/3/3/__;!!AbC123", "3.3"),
        (
            "https://urldefense.proofpoint.com/v2/url?u=https-3A__example.org_articles_3_3_&d=DwM",
            "3.3",
        ),
    ],
)
def test_a_reference_is_all_that_is_asked_for(text: str, codes: str) -> None:
    query = parse(text)
    assert [row.code for row in query.references] == codes.split()
    assert (query.wanted, query.excluded) == ((), ())
    assert query.reference == (query.references[0] if len(codes.split()) == 1 else None)


@pytest.mark.parametrize(
    ("text", "codes", "words"),
    [
        ("article 3 mutual defence", "3", "mutual defence"),
        ("sanctions in article 19", "19", "sanctions"),
        ("is 3(3) about defence", "3.3", "defence"),
        ("compare articles 3 and 19 sanctions", "3 19", "compare sanctions"),
        ("does article five oblige russia to help", "5", "oblige help"),
        ("article 3, 25 million dollars", "3", "25 million dollars"),
        ("article 45 and 20 years", "45", "20 years"),
        ("обязывает ли статья 3 помогать", "3", "обязывает помогать"),
        ("تحریم در ماده ۱۹", "19", "تحریم"),
        ("sanctions http://localhost:8202/3.3", "3.3", "sanctions"),
    ],
)
def test_other_words_are_looked_for_without_the_reference(
    text: str, codes: str, words: str
) -> None:
    query = parse(text)
    assert [row.code for row in query.references] == codes.split()
    assert [str(clause) for clause in query.clauses] == words.split()
    assert query.reference is None


@pytest.mark.parametrize(
    "text",
    [
        "20 years",
        "25 million dollars",
        "treaty of 2001",
        "17 January 2025",
        "17.01.2025",
        "2025-01-17",
        "27 Dey 1403",
        "5 year term",
        "2 October",
        "article on gas",
        "UN",
        "an article on due process",
        "articles about 3 countries",
        "the article I read",
        "third countries",
        "first of all",
        "two states",
        "2 states",
        "one of the parties",
        "20 лет",
        "третьи страны",
        "20 سال",
        "G7",
        "5G networks",
        "UN resolution No. 2231",
        "resolution 2231",
        "24/7 hotline",
        "3.5 percent",
        "5%",
        "$5",
        "part 3",
        "paragraph 3",
        "point 3",
        "version 3.3",
        "https://www.bbc.com/news/12",
        "https://example.com/2024/3/3",
        "https://example.com/a/articles/3x",
        "https://en.wikipedia.org/wiki/Article_5",
        "http://nato.int/treaty/5",
        "nato.int/cps/17120",
        "and/or",
        "n/a",
        '"Article 3"',
        "sanctions -14",
        "Xi Jinping",
        "Xi",
        "I",
        "5+1",
        "Article 51 of the UN Charter",
        "UN Charter article 2(4)",
        "NATO article 5",
        "статья 51 Устава ООН",
        "47 articles",
        "mix",
        "closing ceremony",
        "civil",
        "di",
    ],
)
def test_a_number_among_other_words_is_no_reference(text: str) -> None:
    assert parse(text).references == ()


@pytest.mark.parametrize("text", ["3(3)", "Article 3", "articles 12-14", "what does 3.3 say"])
def test_the_words_of_a_reference_can_be_looked_for_instead(text: str) -> None:
    query = parse(text, is_words_only=True)
    assert (query.references, query.is_words_only) == ((), True)
    assert query.wanted
    assert not parse("sanctions", is_words_only=True).is_words_only


@pytest.mark.parametrize("place", [(3, 3), (5, 1), (22, 2, 3), (28, 1, 4), (0, 5), (48,), (19,)])
@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.slug)
def test_our_own_citations_lead_back_to_what_they_cite(
    style: Style, place: tuple[int, ...]
) -> None:
    there = Place(*place)
    for accessed in (None, date(2026, 11, 30)):
        pinpoint = Pinpoint("https://a.example", accessed, there, is_alone=place == (5, 1))
        found = references.read(style.write(pinpoint).text).only
        assert found is not None
        assert found.place == there


@pytest.mark.parametrize(
    ("path", "code", "suffix"),
    [
        *((f"/3.3{end}", "3.3", "") for end in ".),;'\"”\u00a0\u200b\n]>»"),
        ("/articles/3/3/).", "3.3", ""),
        ("/articles/3/3/>", "3.3", ""),
        ("/Articles/3/", "3", ""),
        ("//articles/3/3/", "3.3", ""),
        ("/articles/3//3/", "3.3", ""),
        ("/3.3&utm_source=newsletter", "3.3", ""),
        ("/articles/3/3/?utm_source=x", "3.3", ""),
        ("/articles/3/3/#art_3", "3.3", ""),
        ("/articles/3/3%3Fa=b", "3.3", ""),
        ("/article/3", "3", ""),
        ("/art/3", "3", ""),
        ("/3(3)", "3.3", ""),
        ("/(3.3)", "3.3", ""),
        ("/22(2.3)", "22.2.3", ""),
        ("/۳.۳", "3.3", ""),
        ("/٣/٣", "3.3", ""),
        ("/articles/preamble", "0", ""),
        ("/Preamble/5/", "0.5", ""),
        ("/Closing", "closing", ""),
        ("/Article 3", "3", ""),
        ("/Article%203", "3", ""),
        ("/article-3", "3", ""),
        ("/art3", "3", ""),
        ("/Articles/3/3.JSON", "3.3", "json"),
        ("/article/3.csl.json", "3", "csl.json"),
    ],
)
def test_a_bent_path_is_read(path: str, code: str, suffix: str) -> None:
    found = references.at_path(path)
    assert found is not None
    assert (found[0].code, found[1]) == (code, suffix)


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "//evil.example/3.3",
        "/articles/0x3/",
        "/articles/-1/",
        "/articles/003003/",
        "/articles/abc/",
        "/articles/3/foo/",
        "/articles/3-5",
        "/set/3,5",
        "/themes/3/",
        "/34567/",
        "/wp-admin/",
    ],
)
def test_a_path_that_names_no_provision_is_none(path: str) -> None:
    assert references.at_path(path) is None


@pytest.mark.parametrize(
    "text",
    [
        "3" * 4_000,
        "3." * 2_000,
        "article " * 500,
        "article 3 " * 400,
        "paragraph 3 of " * 300,
        "articles 3, " * 400,
        "articles " + "3, " * 1_300,
        "(" * 4_000,
        "3(" * 2_000,
        "a/" * 2_000,
        "a." * 2_000 + "/3",
        "[](" * 1_300,
        "http://" * 570,
        "first " * 700,
        "forty " * 700,
        "“" * 4_000,
        "- " * 2_000,
        "sub-" * 1_000,
    ],
    ids=lambda text: text[:12],
)
def test_the_time_that_reading_takes_grows_only_as_the_text_does(text: str) -> None:
    begun = process_time()
    references.read(text)
    references.items(text)
    assert process_time() - begun < 1


@given(st.text() | st.text("0123456789.,-;() /–%artscло№§ماده۳"))
def test_any_text_is_read_and_what_is_found_stands_in_it(text: str) -> None:
    ends = [0]
    for found in references.references(text):
        assert 0 <= found.start < found.end <= len(text)
        ends.append(found.end)
    assert ends == sorted(ends)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("22(2.3)", (22, 2, 3)),
        ("22(2)(2.3)", (22, 2, 3)),
        ("22(2)(3)", (22, 2, 3)),
        ("22.2.3", (22, 2, 3)),
        ("22(2), point 3", (22, 2, 3)),
        ("Art. 22(2.1)", (22, 2, 1)),
        ("article 22, point 2.6", (22, 2, 6)),
        ("Article 22, paragraph 2, point 2.6", (22, 2, 6)),
        ("point 2.5 of article 22", (22, 2, 5)),
        ("point 2.5 of paragraph 2 of article 22", (22, 2, 5)),
        ("пункт 2.4 статьи 22", (22, 2, 4)),
        ("подпункт 2.4 пункта 2 статьи 22", (22, 2, 4)),
        ("ст. 22 п. 2.2", (22, 2, 2)),
        ("art 28 item 4", (28, 1, 4)),
        ("Article 28, item 7", (28, 1, 7)),
        ("item 9 of Article 28", (28, 1, 9)),
        ("28(1)", (28, 1, 1)),
        ("28(4)", (28, 1, 4)),
        ("28.4", (28, 1, 4)),
        ("28.1.4", (28, 1, 4)),
        ("ст. 28 п. 3", (28, 1, 3)),
        ("ماده ۲۸ بند ۵", (28, 1, 5)),
        ("/articles/22/2/3/", (22, 2, 3)),
        ("https://treaty.example.org/articles/22/2/3", (22, 2, 3)),
        ("/22.2.3", (22, 2, 3)),
        ("/articles/28/1/4/", (28, 1, 4)),
    ],
)
def test_a_point_is_understood(text: str, place: tuple[int, int, int]) -> None:
    assert parse(text).reference == Reference(*place)


@pytest.mark.parametrize("text", ["28.1", "/28.1", "/articles/28/1/"])
def test_an_address_names_the_only_paragraph_of_article_28(text: str) -> None:
    assert parse(text).reference == Reference(28, 1)


@pytest.mark.parametrize(
    "text",
    [
        "closing lines",
        "The closing lines",
        "Closing",
        "заключительные строки",
        "Заключительные положения",
        "بخش پایانی",
        "/closing/",
        "https://treaty.example.org/closing/",
    ],
)
def test_the_closing_lines_are_understood(text: str) -> None:
    assert parse(text).reference == Reference(treaty.CLOSING)


@pytest.mark.parametrize(
    ("text", "number"), [("48", 48), ("Article 48", 48), ("49", 49), ("article 999", 999)]
)
def test_an_article_that_is_not_there_is_no_part_of_the_treaty(text: str, number: int) -> None:
    reference = parse(text).reference
    assert reference == Reference(number, is_article_there=False)
    assert reference.label == f"Article {number}"


def test_a_reference_leaves_nothing_to_look_for() -> None:
    query = parse("Article 3, paragraph 4")
    assert (query.wanted, query.excluded, query.is_empty) == ((), (), False)


@pytest.mark.parametrize(
    ("reference", "label"),
    [
        (Reference(14), "Article 14"),
        (Reference(3, 3), "Article 3, paragraph 3"),
        (Reference(22, 2, 3), "Article 22, point 2.3"),
        (Reference(treaty.CLOSING), "Closing lines"),
        (Reference(0), "Preamble"),
        (Reference(0, 5), "Preamble, recital 5"),
    ],
)
def test_a_reference_has_a_label(reference: Reference, label: str) -> None:
    assert reference.label == label


@given(
    article=st.integers(0, 999).filter(lambda number: number != 28),
    paragraph=st.integers(1, 99),
    digits=st.sampled_from(["0123456789", "۰۱۲۳۴۵۶۷۸۹", "٠١٢٣٤٥٦٧٨٩", "０１２３４５６７８９"]),
    pattern=st.sampled_from(
        ["{}.{}", "{}({})", "art. {} para {}", "ст. {} п. {}", "ماده {} بند {}"]
    ),
)
def test_any_number_in_any_digits_is_understood(
    article: int, paragraph: int, digits: str, pattern: str
) -> None:
    in_digits = str.maketrans("0123456789", digits)
    text = pattern.format(*(str(number).translate(in_digits) for number in (article, paragraph)))
    expected = Reference(article, paragraph, is_article_there=article <= treaty.LAST_ARTICLE)
    assert parse(text).reference == expected
