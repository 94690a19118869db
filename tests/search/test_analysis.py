"""How text is broken into words, whatever database looks for them."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from articles.search.analysis import stems, tokens, words

pytestmark = pytest.mark.files


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The two states", ["the", "two", "states"]),
        ("unilateral/coercive, measures.", ["unilateral", "coercive", "measures"]),
        ("North–South corridor", ["north", "south", "corridor"]),
        ("non-interference", ["non", "interference"]),
        ("the state's and the states’ duty", ["the", "state", "and", "the", "states", "duty"]),
        ("Café NAÏVE", ["cafe", "naive"]),
        ("ﬁshing", ["fishing"]),
        ("Straße", ["strasse"]),
        ("САНКЦИИ, ёлка", ["санкции", "елка"]),
        ("كتاب کتاب", ["کتاب", "کتاب"]),
        ("می‌روم", ["میروم"]),
        ("US sanctions", ["usa", "sanctions"]),
        ("the US, the U.S., U.S and u.s.", ["the", "usa", "the", "usa", "usa", "and", "usa"]),
        ("USA U.S.A. U.S.A", ["usa", "usa", "usa"]),
        ("US's", ["usa"]),
        ("tell us; Us", ["tell", "us", "us"]),
        ("TELL US WHY", ["tell", "us", "why"]),
        ("US SANCTIONS", ["usa", "sanctions"]),
        ("U.N. and U.K", ["un", "and", "uk"]),
        ("co-operation", ["cooperation"]),
        ("Co-operate CO-ORDINATION", ["cooperate", "coordination"]),
        ("co‑operate and coöperate", ["cooperate", "and", "cooperate"]),
        ("co-production non-cooperation", ["co", "production", "non", "cooperation"]),
        ("snake_case", ["snake", "case"]),
        ("BRICS+ 2025", ["brics", "2025"]),
        ("🕊 — \x00 \"' -*:()", []),
        ("", []),
    ],
)
def test_words_are_folded(text: str, found: list[str]) -> None:
    assert [token.word for token in tokens(text)] == found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("تحريم", "تحریم", id="Arabic yeh"),
        pytest.param("موسى", "موسی", id="alef maksura"),
        pytest.param("كشور", "کشور", id="Arabic kaf"),
        pytest.param("معاهدة", "معاهده", id="teh marbuta"),
        pytest.param("خانۀ", "خانه", id="heh with yeh above"),
        pytest.param("خانه\u0654", "خانه", id="heh and a hamza above"),
        pytest.param("خانە", "خانه", id="Kurdish e"),
        pytest.param("تحریم\u200cها", "تحریمها", id="half-space"),
        pytest.param("تحـــریم", "تحریم", id="tatweel"),
        pytest.param("مُعاهَدِه", "معاهده", id="vowel signs"),
        pytest.param("مدّت", "مدت", id="doubled letter"),
        pytest.param("ماده ١٢٣٤٥٦٧٨٩٠", "ماده 1234567890", id="Eastern Arabic digits"),
        pytest.param("ماده ۱۲۳۴۵۶۷۸۹۰", "ماده 1234567890", id="Persian digits"),
        pytest.param("１２", "12", id="wide digits"),
        pytest.param("déjà", "deja", id="accents"),
        pytest.param("cafe\u0301", "café", id="accent apart"),
        pytest.param("зелёный", "зеленый", id="ё"),
        pytest.param("Зеле\u0308ный", "зеленый", id="ё taken apart"),
        pytest.param("и\u0306од", "йод", id="й taken apart"),
        pytest.param("North‑South", "North South", id="hyphen that does not break"),
        pytest.param("North‒South", "North South", id="figure dash"),
        pytest.param("North–South", "North South", id="en dash"),
        pytest.param("North—South", "North South", id="em dash"),
        pytest.param("North−South", "North South", id="minus"),
        pytest.param("Север — Юг", "Север-Юг", id="dash with spaces"),
        pytest.param("co\u00adoperation", "cooperation", id="soft hyphen"),
        pytest.param("ОБОРОНА", "оборона", id="capitals"),
    ],
)
def test_ways_of_writing_the_same_are_the_same(one: str, other: str) -> None:
    assert words(one) == words(other) != ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("край", "краи", id="й is a letter"),
        pytest.param("мой", "мои", id="й at the end"),
        pytest.param("کار", "گار", id="gaf is no kaf"),
        pytest.param("پیر", "بیر", id="peh is no beh"),
        pytest.param("چرم", "جرم", id="cheh is no jeem"),
    ],
)
def test_letters_that_differ_stay_different(one: str, other: str) -> None:
    assert words(one) != words(other)


@pytest.mark.parametrize(
    "forms",
    [
        ("sanction", "sanctions", "sanctioned"),
        ("cooperate", "cooperation", "cooperating", "Cooperates"),
        ("bank", "banks", "banking"),
        ("treaty", "treaties"),
        ("defence", "defense", "defences", "defenses"),
        ("offence", "offense"),
        ("licence", "license", "licences", "licensed"),
        ("centre", "center", "centres", "centers"),
        ("labour", "labor"),
        ("neighbour", "neighbor", "neighbouring", "neighboring"),
        ("harbour", "harbor"),
        ("programme", "program", "programmes", "programs"),
        ("rouble", "ruble", "roubles", "rubles"),
        ("analyse", "analyze", "analysing", "analyzed"),
        ("realise", "realize", "realising", "realizes"),
        ("organise", "organize", "organised", "organizing"),
        ("organisation", "organization", "organisations", "Organizations"),
        ("standardise", "standardize"),
        ("standardisation", "standardization"),
        ("civilisation", "civilization", "civilisations", "civilizations"),
        ("modernisation", "modernization"),
        ("recognised", "recognized"),
        ("destabilising", "destabilizing"),
        ("санкция", "санкции", "санкций", "санкциям", "санкциями", "санкциях"),
        ("договор", "договора", "договору", "договором", "договоре", "договоры"),
        ("ядерный", "ядерная", "ядерного", "ядерной", "ядерную", "ядерные"),
        ("агрессия", "агрессии", "агрессию", "агрессией"),
        ("оружие", "оружия", "оружию", "оружием"),
        ("партнёрство", "партнерства", "партнёрством"),
        ("تحریم", "تحریم‌ها", "تحریم‌های", "تحریم‌هایی", "تحریمها", "تحريم‌هاي"),
        ("دانشگاه", "دانشگاه‌ها", "دانشگاههای"),
        ("بانک", "بانک‌ها", "بانكهاي"),
    ],
    ids=lambda forms: forms[0],
)
def test_the_forms_of_a_word_share_a_stem(forms: tuple[str, ...]) -> None:
    assert len({stems(form) for form in forms}) == 1, {form: stems(form) for form in forms}


def test_different_words_keep_different_stems() -> None:
    assert len({token.stem for token in tokens("sanction sanctuary nuclear nucleus trade")}) == 5
    assert len({token.stem for token in tokens("size prise organ organism standard")}) == 5
    assert len({token.stem for token in tokens("договор довод мир мера ядро")}) == 5


@pytest.mark.parametrize("word", ["ها", "بها", "شها"])
def test_a_short_persian_word_is_not_taken_for_a_plural(word: str) -> None:
    assert stems(word) == word


def test_a_token_says_where_it_stands() -> None:
    text = "Iran’s trade."
    assert [text[token.start : token.end] for token in tokens(text)] == ["Iran’s", "trade"]


@given(st.text())
@example("ﷺ" * 5)
@example("İ ΐ ǰ ŉ 한국 ½ Ⅷ ㋀")
@example("й и\u0306 й\u0306 Й")
@example("ـ ـا اـ \u200c ا\u200cب ب\u064e")
def test_words_are_letters_and_digits_and_stand_in_order(text: str) -> None:
    """Both databases are handed these words in quotation marks, so nothing else may be in them."""
    found = tokens(text)
    assert all(token.word.isalnum() and token.stem.isalnum() for token in found)
    assert all(0 <= token.start < token.end <= len(text) for token in found)
    assert [token.start for token in found] == sorted(token.start for token in found)


@given(st.text())
@example("İstanbul")
@example("Ⅷ ㋀ ﬁ ﷺ")
def test_folded_words_stay_as_they_are(text: str) -> None:
    """A word of the index that is typed into the search box must be found there."""
    assert words(words(text)) == words(text)


def test_a_word_with_a_hyphen_within_is_marked_whole() -> None:
    text = "military co-operation in the U.S. today"
    said = [text[token.start : token.end] for token in tokens(text)]
    assert said == ["military", "co-operation", "in", "the", "U.S.", "today"]
