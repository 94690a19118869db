"""Numbers in words, in Roman and in Chinese numerals: what they are worth."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from articles import treaty
from articles.treaty.references.tokens import NUMERALS, fold

MOST: Final = 99
"""The largest number that is read in words."""


class Numeral(NamedTuple):
    """The worth of a number in words, and whether it is an ordinal: ``fourteenth``."""

    value: int
    is_ordinal: bool = False


ENGLISH: Final = """
    one first, two second, three third, four fourth, five fifth, six sixth, seven seventh,
    eight eighth, nine ninth, ten tenth, eleven eleventh, twelve twelfth, thirteen thirteenth,
    fourteen fourteenth, fifteen fifteenth, sixteen sixteenth, seventeen seventeenth,
    eighteen eighteenth, nineteen nineteenth, twenty twentieth, thirty thirtieth,
    forty fortieth fourty, fifty fiftieth
"""
"""The cardinal and the ordinal of each number, or another spelling of the cardinal."""

RUSSIAN_CARDINALS: Final = """
    один одна одно одного одной одному одним одном одну, два две двух двум двумя,
    три трёх трём тремя, четыре четырёх четырём четырьмя, пять пяти пятью, шесть шести шестью,
    семь семи семью, восемь восьми восемью восьмью, девять девяти девятью, десять десяти десятью
"""
RUSSIAN_STEMS: Final = """
    перв втор трет четверт пят шест седьм восьм девят десят одиннадцат двенадцат тринадцат
    четырнадцат пятнадцат шестнадцат семнадцат восемнадцат девятнадцат
    двадцат тридцат сороков пятидесят
"""
RUSSIAN_ENDINGS: Final = "ый ий ой ая ое ые ого ому ую ым ом ых ыми ою"
RUSSIAN_THIRD: Final = "ий ья ье ьи ьего ьей ьему ью ьим ьем ьих ьими"

PERSIAN: Final = """
    یک, دو, سه, چهار, پنج, شش, هفت, هشت, نه, ده, یازده, دوازده, سیزده, چهارده, پانزده, شانزده,
    هفده, هجده, نوزده, بیست, سی, چهل, پنجاه
"""
PERSIAN_ORDINALS: Final = {"اول": 1, "نخست": 1, "سوم": 3, "هیجدهم": 18, "سیم": 30}
ARABIC_ORDINALS: Final = """
    الاولى, الثانية, الثالثة, الرابعة, الخامسة, السادسة, السابعة, الثامنة, التاسعة, العاشرة
"""
SCALE: Final = (*range(1, 20), 20, 30, 40, 50)
"""What the numbers of the lists above are worth."""

LAST: Final = """
    last final letzter letzte letzten dernier último ultimo son sonuncu آخر آخرین پایانی
    последний последняя последнее последнего последней последнему последнюю последним последнем
    остання останньої останній останню
"""
LASTS: Final = frozenset(map(fold, LAST.split()))
OTHERS: Final = dict.fromkeys(LASTS, treaty.LAST_ARTICLE) | {
    "penultimate": treaty.LAST_ARTICLE - 1,
    "предпоследняя": treaty.LAST_ARTICLE - 1,
}
"""Words for the last article, and for the one before it."""

GERMAN: Final = """
    ein eins erste ersten, zwei zweite zweiten, drei dritte dritten, vier, fünf, sechs, sieben
    siebte siebten, acht achte achten, neun, zehn, elf, zwölf, dreizehn, vierzehn, fünfzehn,
    sechzehn, siebzehn, achtzehn, neunzehn, zwanzig, dreißig, vierzig, fünfzig
"""
SPANISH: Final = """
    uno primero, dos segundo, tres tercero, cuatro cuarto, cinco quinto, seis sexto, siete séptimo,
    ocho octavo, nueve noveno, diez décimo, once, doce, trece, catorce, quince, dieciséis,
    diecisiete, dieciocho, diecinueve, veinte, treinta, cuarenta, cincuenta
"""
FRENCH: Final = """
    premier première, deux deuxième, trois troisième, quatre quatrième, cinq cinquième,
    six sixième, sept septième, huit huitième, neuf neuvième, dix dixième, onze onzième,
    douze douzième, treize treizième, quatorze quatorzième, quinze quinzième, seize seizième
"""

ENDINGS_OF_DIGITS: Final = """
    st nd rd th й я е го му м ю ой ей ый ий ая ое ую ого ому ом ым та та ої
    inci ıncı uncu üncü nci ncı ncu ncü ci cı cu cü er ère re e ème te o a º ª ام م امین مین
"""
ENDINGS: Final = frozenset(map(fold, ENDINGS_OF_DIGITS.split()))
"""What makes digits an ordinal: 14th, 3-я, 7-ci."""


def rows(listed: str) -> Iterator[tuple[int, list[str]]]:
    """Yield each number of a list and its words."""
    for value, said in zip(SCALE, listed.split(","), strict=False):
        yield value, [fold(word) for word in said.split()]


def in_words() -> Iterator[tuple[str, Numeral]]:
    """Yield every number that is a single word."""
    for value, (cardinal, ordinal, *variants) in rows(ENGLISH):
        yield ordinal, Numeral(value, True)
        yield from ((word, Numeral(value)) for word in (cardinal, *variants))
    for value, forms in rows(RUSSIAN_CARDINALS):
        yield from ((form, Numeral(value)) for form in forms)
    for value, stem in zip(SCALE, RUSSIAN_STEMS.split(), strict=True):
        endings = RUSSIAN_THIRD if stem == "трет" else RUSSIAN_ENDINGS
        yield from ((fold(stem + end), Numeral(value, True)) for end in endings.split())
        if stem.endswith("дцат"):
            yield from ((fold(stem + end), Numeral(value)) for end in ("ь", "и", "ью"))
    for word in ("сорок", "сорока"):
        yield word, Numeral(SCALE[-2])
    for value, (cardinal,) in rows(PERSIAN):
        yield cardinal, Numeral(value)
        yield from ((fold(cardinal + end), Numeral(value, True)) for end in ("م", "مین", "ام"))
    for listed in (GERMAN, SPANISH, FRENCH):
        yield from ((form, Numeral(value)) for value, forms in rows(listed) for form in forms)
    yield from joined()
    for value, (ordinal,) in rows(ARABIC_ORDINALS):
        yield ordinal, Numeral(value, True)
    for said, value in (PERSIAN_ORDINALS | OTHERS).items():
        yield fold(said), Numeral(value, True)
        yield fold(f"{said}ین"), Numeral(value, True)


def joined() -> Iterator[tuple[str, Numeral]]:
    """Yield the numbers that German, Spanish and Persian write as one word of two numbers."""
    german, spanish, persian = ([*rows(listed)] for listed in (GERMAN, SPANISH, PERSIAN))
    for tens, (ten, *_) in german[19:]:
        yield from ((f"{said[0]}und{ten}", Numeral(tens + ones)) for ones, said in german[:9])
        for end in ("te", "ten", "ste", "sten"):
            yield f"{ten}{end}", Numeral(tens, True)
    for value, (word, *_) in german[3:19]:
        yield from ((f"{word}{end}", Numeral(value, True)) for end in ("te", "ten"))
    for ones, (one, *_) in spanish[:9]:
        yield f"veinti{one}", Numeral(20 + ones)
    for tens, (ten,) in persian[19:]:
        for ones, (one,) in persian[:9]:
            yield f"{ten}و{one}", Numeral(tens + ones)
            yield f"{ten}و{one}م", Numeral(tens + ones, True)
        yield f"{ten}وسوم", Numeral(tens + 3, True)


def roman(number: int) -> str:
    """Return a number up to 89 in Roman numerals, in small letters."""
    tens = ["", "x", "xx", "xxx", "xl", "l", "lx", "lxx", "lxxx"][number // 10]
    return tens + ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"][number % 10]


def chinese(number: int) -> str:
    """Return a number up to 99 in Chinese numerals: ``四十七``."""
    digits = NUMERALS[1:]
    tens, ones = divmod(number, 10)
    return (digits[tens] if tens > 1 else "") + "十" * bool(tens) + digits[ones] * bool(ones)


WORDS: Final = {word: numeral for word, numeral in in_words()}  # noqa: C416 - later ones count
CHINESE: Final = {chinese(number): Numeral(number) for number in range(1, MOST + 1)}
ROMAN: Final = {roman(number): Numeral(number) for number in range(1, 60)}

LOOKALIKES: Final = str.maketrans("хі", "xi")
"""Cyrillic letters with which Roman numerals are typed."""


def of_word(word: str, *, is_roman: bool) -> Numeral | None:
    """Return the worth of a folded word; of Roman numerals only if it may be one."""
    found = WORDS.get(word) or CHINESE.get(word)
    return found or (ROMAN.get(word.translate(LOOKALIKES)) if is_roman else None)


def added(tens: Numeral, ones: Numeral | None) -> Numeral | None:
    """Return what two numerals are together (``forty-seven``), if they are one number."""
    if ones is None or tens.is_ordinal or ones.value >= SCALE[9]:
        return None
    if tens.value not in SCALE[19:] and not (tens.value == SCALE[9] and ones.value >= SCALE[6]):
        return None  # French alone says ten and seven
    return Numeral(tens.value + ones.value, ones.is_ordinal)
