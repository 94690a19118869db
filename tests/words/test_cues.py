"""Names found in texts of our own invention: lakes and lighthouses, not a word of any treaty."""

from __future__ import annotations

import tomllib

import pytest
from django.conf import settings

from articles.edition import in_force
from articles.loading.reading import read
from articles.words.checking import Names, names_in
from articles.words.cues import Vocabulary

pytestmark = [pytest.mark.django_db, pytest.mark.once]


@pytest.fixture
def names() -> Names:
    return names_in(in_force())


NAMED = [
    ("en", "within the Shanghai Cooperation Organization", "shanghai-cooperation-organisation"),
    ("en", "the agreement of January 26, 2021", "information-security-agreement-2021"),
    ("en", "the North–South corridor", "north-south-corridor"),
    ("en", "specialized agencies of the lakes", "un-specialised-agencies"),
    ("en", "settled in a national currency", "national-currencies"),
    ("en", "multi-polarity of lamps and multipolar lakes", "multipolar-world-order"),
    ("ru", "Шанхайской организации сотрудничества", "shanghai-cooperation-organisation"),
    ("ru", "с Евразийским экономическим союзом", "eurasian-economic-union"),
    ("ru", "Устава Организации Объединённых Наций", "un-charter"),
    ("ru", "на Ближнем Востоке", "middle-east"),
    ("ru", "в Закавказье", "south-caucasus"),
    ("ru", "соглашение от 26 января 2021 года", "information-security-agreement-2021"),
    ("ru", "возобновляемых ламп", "renewable-energy"),
    ("ru", "озёра и космос", "outer-space"),
    ("fa", "در سازمان همکاری‌های شانگهای", "shanghai-cooperation-organisation"),
    ("fa", "سازمان همكاريهاي شانگهاي", "shanghai-cooperation-organisation"),
    ("fa", "منشور سازمان ملل متحد", "un-charter"),
    ("fa", "موافقتنامه ۷ بهمن ۱۳۹۹", "information-security-agreement-2021"),
    ("fa", "مجلس شورای اسلامی", "majlis"),
    ("fa", "انرژی تجدیدپذیر چراغ‌ها", "renewable-energy"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "slug"), NAMED)
def test_a_name_is_known_in_every_inflected_form(
    names: Names, language: str, text: str, slug: str
) -> None:
    assert list(names[language].find(text)) == [slug]


def test_words_of_a_longer_name_do_not_count_for_a_shorter_one(names: Names) -> None:
    text = "Under the Charter of the United Nations the lamps are safe."
    assert list(names["en"].find(text)) == ["un-charter"]
    both = f"{text} The United Nations like lamps."
    assert set(names["en"].find(both)) == {"un-charter", "united-nations"}


def test_what_was_found_is_given_with_its_name(names: Names) -> None:
    assert names["ru"].find("Лампы БРИКС") == {"brics": "БРИКС"}
    assert names["ru"].find("Лампы") == {}


def test_a_persian_singular_that_looks_like_a_plural_is_not_taken_for_another_word() -> None:
    words = Vocabulary.of("fa", [("province", ["استان"])])
    assert words.find("این چراغ است") == {}
    assert list(words.find("استان‌ها و استان های دریاچه")) == ["province"]


def test_the_same_words_may_name_two_things() -> None:
    words = Vocabulary.of("en", [("lamp", ["red light"]), ("sign", ["red light"])])
    assert set(words.find("a red light")) == {"lamp", "sign"}


def test_every_mention_that_an_article_names_has_names_in_each_language(names: Names) -> None:
    content, faults = read(settings.FIXTURES_DIR)
    assert faults == []
    named = {slug for article in content.articles.values() for slug in article.mentions.named}
    for language, words in names.items():
        assert named - words.labels == set(), language


def test_every_language_has_landmarks_of_two_articles() -> None:
    content, _ = read(settings.FIXTURES_DIR)
    assert [landmark.article for landmark in content.landmark] == [2, 14]
    assert "ШОС" in content.landmark[1].words("ru")
    assert content.landmark[1].words("de") == []


def test_the_file_of_names_holds_landmarks_and_names_alone() -> None:
    cues = tomllib.loads((settings.FIXTURES_DIR / "cues.toml").read_text("utf-8"))
    assert set(cues) == {"landmark", "body"}
