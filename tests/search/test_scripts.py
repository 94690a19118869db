"""Russian and Persian in Latin letters: as they sound, and with the keyboard in another layout."""

from __future__ import annotations

import pytest

from articles.search.scripts import Scripts, in_layouts
from tests.search.asking import exploration, findings, numbers

RUSSIAN = ("санкции", "закавказье", "таможня", "действия", "молодежь", "вооружение", "шос", "газ")
PERSIAN = ("تحریم", "نظامی", "خزر", "روابط", "قاچاق", "منطقه", "گردشگری", "جداگانه", "مواد")


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("sanktsii", "санкции"),
        ("sankcii", "санкции"),
        ("sanktsiyi", "санкции"),
        ("zakavkazye", "закавказье"),
        ("tamozhnya", "таможня"),
        ("tamozhnja", "таможня"),
        ("dejstvija", "действия"),
        ("deystviya", "действия"),
        ("molodezh", "молодежь"),
        ("vooruzhenie", "вооружение"),
        ("vooruzheniye", "вооружение"),
        ("shos", "шос"),
        ("tahrim", "تحریم"),
        ("nezami", "نظامی"),
        ("khazar", "خزر"),
        ("xazar", "خزر"),
        ("ravabet", "روابط"),
        ("ghachagh", "قاچاق"),
        ("qachaq", "قاچاق"),
        ("mantaghe", "منطقه"),
        ("mantagheh", "منطقه"),
        ("gardeshgari", "گردشگری"),
        ("jodagane", "جداگانه"),
        ("mavad", "مواد"),
    ],
)
def test_a_word_is_read_by_its_sound_in_the_usual_spellings(typed: str, word: str) -> None:
    assert word in Scripts.of((*RUSSIAN, *PERSIAN)).read(typed)


@pytest.mark.parametrize("typed", ["", "a", "xyz", "сана", "12345", "zebra crossing", "zzzz"])
def test_what_sounds_like_nothing_is_read_as_nothing(typed: str) -> None:
    assert list(Scripts.of((*RUSSIAN, *PERSIAN)).read(typed)) == []


def test_every_process_reads_a_sound_alike() -> None:
    """A set of words has another order in each."""
    words = ["نظامی", "نظام", "نظم", "انضمام"]
    assert Scripts.of(words).read("nezam") == Scripts.of(words[::-1]).read("nezam")
    assert Scripts.of(words).read("nezam")[0] == "نظم"


def test_a_long_russian_word_may_be_spelt_a_little_otherwise() -> None:
    scripts = Scripts.of(RUSSIAN)
    assert list(scripts.read_loosely("voaruzhenie")) == ["вооружение"]
    assert list(scripts.read_loosely("shor")) == []


@pytest.mark.parametrize(
    ("typed", "meant"), [("cfyrwbb", "санкции"), ("CFYRWBB", "санкции"), ("jpvdl", "تحریم")]
)
def test_keys_are_read_in_other_layouts(typed: str, meant: str) -> None:
    assert meant in in_layouts(typed)


def test_other_letters_come_from_no_other_layout() -> None:
    assert in_layouts("санкции") == in_layouts("50%") == []


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("ShOS", 14),
        ("sanktsii", 19),
        ("kaspiyskoe more", 13),
        ("tahrim", 19),
        ("khazar", 13),
        ("cfyrwbb", 19),
        ("rfcgbqcrjt vjht", 13),
        ("terrorizm", 7),
        ("yadernaya energiya", 23),
        ("energi hastei", 23),
    ],
)
def test_the_site_reads_them(typed: str, number: int) -> None:
    assert numbers(exploration(typed))[:1] == [number]


@pytest.mark.django_db
def test_a_phrase_is_read_by_the_sound_of_its_words() -> None:
    assert 3 in numbers(exploration("komak nezami"))[:3]


@pytest.mark.django_db
def test_readers_are_told_how_they_were_read() -> None:
    assert "“tahrim” → “تحریم”" in exploration("tahrim").understood
    assert exploration("cfyrwbb").suggestion == "санкции"


@pytest.mark.django_db
@pytest.mark.parametrize("text", ["sanctions", "oil and gas", "nuclear energy", "spies"])
def test_english_is_not_read_as_anything_else(text: str) -> None:
    assert not any("→ “" in note for note in exploration(text).understood)
    assert findings(text).plan.suggestion is None
