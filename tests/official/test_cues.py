"""What is read from texts of our own invention: lakes and lighthouses, not a word of any treaty."""

from __future__ import annotations

import pytest
from django.conf import settings

from articles.loading.reading import read
from articles.official.checking import installed_cues
from articles.official.cues import Cues, ReadSubject, Vocabulary, completed, labels, subjects_of


@pytest.fixture(scope="module")
def cues() -> Cues:
    return installed_cues()


def subject_of(text: str, language: str, cues: Cues) -> ReadSubject | None:
    """What the loader reads from an article of which there is a text in one language alone."""
    return completed({26: {language: text}}, cues).get(26)


SUBJECTS = [
    ("en", "Both Keepers encourage tourism on the lake and tourist exchanges between harbours.",
     "Tourism"),
    ("ru", "Смотрители содействуют развитию туризма на озере и обмену туристами.", "Tourism"),
    ("fa", "دو فانوس‌بان گردشگری در دریاچه و سفر گردشگران را تشویق می‌کنند.", "Tourism"),
    ("en", "The customs authorities of the two lakes simplify customs clearance for lamps.",
     "Customs"),
    ("ru", "Таможенные органы двух озёр упрощают таможенное оформление ламп.", "Customs"),
    ("fa", "گمرک دو دریاچه تشریفات گمرکی چراغ‌ها را ساده می‌کند.", "Customs"),
    ("en", "This Pact of Lamps is subject to ratification; its entry into force follows.",
     "Ratification and entry into force"),
    ("ru", "Договор о лампах подлежит ратификации и вступает в силу после неё.",
     "Ratification and entry into force"),
    ("fa", "پیمان چراغ‌ها پس از تصویب لازم‌الاجرا می‌شود.", "Ratification and entry into force"),
    ("en", "Disputes on the interpretation or application of the Pact of Lamps end in talks.",
     "Settlement of differences"),
    ("ru", "Споры о толковании лампового договора решаются путём консультаций и переговоров.",
     "Settlement of differences"),
    ("fa", "اختلاف در تفسیر یا اجرای پیمان چراغ‌ها با گفت‌وگو حل می‌شود.",
     "Settlement of differences"),
    ("en", "The Pact of Lamps may be amended by separate protocols that enter into force.",
     "Amendments"),
    ("en", "Young people of both lakes meet in a youth camp at the lighthouse.", "Youth"),
    ("ru", "Архивы и библиотеки обоих озёр хранят рукописи смотрителей.", "Archives and libraries"),
    ("fa", "آرشیوها و کتابخانه‌های دو دریاچه نسخه‌های خطی را نگه می‌دارند.",
     "Archives and libraries"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "name"), SUBJECTS)
def test_a_text_that_speaks_clearly_has_a_subject(
    cues: Cues, language: str, text: str, name: str
) -> None:
    subject = subject_of(text, language, cues)
    assert subject is not None
    assert subject.name == name


def test_a_subject_has_its_themes_and_the_cues_with_their_counts(cues: Cues) -> None:
    text = "Tourism is good for lakes: tourism, tourists and tourist exchanges."
    subject = subject_of(text, "en", cues)
    assert subject is not None
    assert subject.slug == "tourism"
    assert subject.themes == ("culture-education-media", "trade")
    assert set(subject.words) == {("tourism", 2), ("tourist", 1), ("tourist exchanges", 1)}
    assert subject.score == 5


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The lamps of both lakes burn all night."),
        ("en", ""),
        ("en", "The keepers once met a tourist."),
        ("en", "Tourism, tourists, sport and athletes."),
        ("ru", "Лампы горят всю ночь."),
        ("fa", "چراغ‌ها تمام شب روشن است."),
        ("de", "Tourism and tourists on the lake."),
    ],
)
def test_no_subject_is_guessed_where_words_are_silent_or_tie(
    cues: Cues, language: str, text: str
) -> None:
    assert subject_of(text, language, cues) is None


def test_a_subject_needs_a_clear_lead(cues: Cues) -> None:
    lead = "Tourism, tourists, tourists and a youth club."
    ranked = subjects_of(f"{lead} Young people.", "en", cues)
    assert [(row.slug, row.score) for row in ranked] == [("tourism", 3), ("youth", 3)]
    assert subject_of(f"{lead} Young people.", "en", cues) is None
    clear = subject_of(lead, "en", cues)
    assert clear is not None
    assert clear.slug == "tourism"


def test_words_of_a_longer_cue_do_not_count_for_a_shorter_one(cues: Cues) -> None:
    text = "Under the Charter of the United Nations the lamps are safe."
    assert list(labels(text, "en", cues.body_words)) == ["un-charter"]
    both = f"{text} The United Nations like lamps."
    assert set(labels(both, "en", cues.body_words)) == {"un-charter", "united-nations"}


@pytest.mark.parametrize(
    ("language", "text", "slug"),
    [
        ("en", "within the Shanghai Cooperation Organization", "shanghai-cooperation-organisation"),
        ("en", "the agreement of January 26, 2021", "information-security-agreement-2021"),
        ("en", "the North–South corridor", "north-south-corridor"),
        ("ru", "Шанхайской организации сотрудничества", "shanghai-cooperation-organisation"),
        ("ru", "с Евразийским экономическим союзом", "eurasian-economic-union"),
        ("ru", "Устава Организации Объединённых Наций", "un-charter"),
        ("ru", "на Ближнем Востоке", "middle-east"),
        ("ru", "в Закавказье", "south-caucasus"),
        ("ru", "соглашение от 26 января 2021 года", "information-security-agreement-2021"),
        ("fa", "در سازمان همکاری‌های شانگهای", "shanghai-cooperation-organisation"),
        ("fa", "سازمان همكاريهاي شانگهاي", "shanghai-cooperation-organisation"),
        ("fa", "منشور سازمان ملل متحد", "un-charter"),
        ("fa", "موافقتنامه ۷ بهمن ۱۳۹۹", "information-security-agreement-2021"),
        ("fa", "مجلس شورای اسلامی", "majlis"),
    ],
)  # fmt: skip
def test_a_body_is_known_in_every_inflected_form_of_its_name(
    cues: Cues, language: str, text: str, slug: str
) -> None:
    assert list(labels(text, language, cues.body_words)) == [slug]


@pytest.mark.parametrize(
    ("language", "text", "kinds"),
    [
        ("en", "The keepers shall light the lamps.", {"duty"}),
        ("en", "The keepers shall strive to light the lamps.", {"aim"}),
        ("en", "The keepers shall not break the lamps.", {"ban"}),
        ("en", "The keepers may rest.", {"permission"}),
        ("en", "The lamp is red.", set()),
        ("ru", "Смотрители обязуются зажигать лампы.", {"duty"}),
        ("ru", "Смотрители стремятся зажигать лампы.", {"aim"}),
        ("ru", "Смотритель не допускает поломки ламп.", {"ban"}),
        ("ru", "Смотрители могут отдыхать.", {"permission"}),
        ("fa", "فانوس‌بانان متعهد هستند.", {"duty"}),
        ("fa", "فانوس‌بانان تلاش می کنند.", {"aim"}),
        ("fa", "فانوس‌بان چراغ را نباید بشکند.", {"ban"}),
        ("fa", "فانوس‌بانان می‌توانند استراحت کنند.", {"permission"}),
        ("plain", "The keepers are to light the lamps.", {"duty"}),
        ("plain", "The keepers strive to light the lamps.", {"aim"}),
        ("plain", "Neither keeper shall break a lamp.", {"ban"}),
        ("plain", "Each keeper may rest.", {"permission"}),
        ("plain", "The keepers oppose broken lamps.", set()),
    ],
)
def test_the_strength_of_a_rule_is_read_from_its_words(
    cues: Cues, language: str, text: str, kinds: set[str]
) -> None:
    assert set(labels(text, language, cues.strength_words)) == kinds


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "lakes in a unipolar world"),
        ("en", "the unipolarity of the lighthouse"),
        ("ru", "однополярного озера"),
        ("ru", "против однополярности ламп"),
        ("fa", "دریاچه تک‌قطبی"),
        ("fa", "نظام تک قطبی چراغ‌ها"),
    ],
)
def test_the_landmark_of_article_2_is_found_in_each_language(
    cues: Cues, language: str, text: str
) -> None:
    assert list(labels(text, language, cues.landmark_words)) == ["2"]


def test_landmarks_of_the_fixtures_give_their_words_by_language() -> None:
    content, faults = read(settings.FIXTURES_DIR)
    assert faults == []
    assert [landmark.article for landmark in content.landmarks] == [2, 14]
    assert "ШОС" in content.landmarks[1].words("ru")
    assert content.landmarks[1].words("de") == []


def test_a_persian_singular_that_looks_like_a_plural_is_not_taken_for_another_word() -> None:
    words = Vocabulary.of("fa", [("province", ["استان"])])
    assert not words.find("این چراغ است")
    assert sum(words.find("استان و استان‌ها و استان های دریاچه").values()) == 3


def test_forms_of_the_same_cue_count_once() -> None:
    words = Vocabulary.of("en", [("lamp", ["lamp", "lamps"])])
    assert [count for _, count in words.find("a lamp, two lamps").items()] == [2]


def test_the_same_words_may_tell_of_two_things() -> None:
    words = Vocabulary.of("en", [("lamp", ["red light"]), ("sign", ["red light"])])
    assert {cue.label for cue in words.find("a red light")} == {"lamp", "sign"}


class TestCompleting:
    def test_languages_that_agree_strengthen_each_other(self, cues: Cues) -> None:
        weak = {"en": "A tourist came to the lake.", "ru": "Турист пришёл к озеру."}
        assert subject_of(weak["en"], "en", cues) is None
        found = completed({26: weak}, cues)
        assert {number: row.name for number, row in found.items()} == {26: "Tourism"}
        assert found[26].words == (("tourist", 1), ("турист", 1))

    def test_languages_that_disagree_leave_the_article_unread(self, cues: Cues) -> None:
        texts = {
            "en": "Tourism, tourists and tourist exchanges on the lake.",
            "ru": "Спорт и спортсмены на озере.",
        }
        assert completed({26: texts}, cues) == {}

    def test_articles_without_a_clear_subject_are_left_out(self, cues: Cues) -> None:
        texts = {
            26: {"en": "The lamps burn."},
            29: {"en": "Youth and the youth camp at the lake."},
            36: {},
        }
        assert {number: row.slug for number, row in completed(texts, cues).items()} == {29: "youth"}
