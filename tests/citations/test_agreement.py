"""The page that cites, the packet, the dossier's page and the files say the same of each place."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.http import HttpRequest
from django.test import RequestFactory

from articles.citations.pinpoint import Pinpoint
from articles.citations.pinpoints import for_article, for_block
from articles.dossier import dossier, paragraph_numbers
from articles.exports.formats import citations
from articles.models import Article, DataVersion, Evidence, OfficialParagraph, OfficialText
from articles.views import citing, dossiers, exports
from tests.invented import load_invented
from tests.pages import fetch

pytestmark = [pytest.mark.django_db, pytest.mark.once]


def asked(address: str) -> HttpRequest:
    request = RequestFactory().get(address)
    request.data_version = DataVersion.objects.get()  # type: ignore[attr-defined]
    return request


def of_page(request: HttpRequest, article: int, paragraph: int | None) -> Pinpoint:
    """What the cite page cites in every style, and the packet on it."""
    page, texts = citing.laid_out(request, article, paragraph)
    if page.marked is None:
        return for_article(page, "http://testserver", query=texts.query)
    return for_block(page.marked, "http://testserver", query=texts.query)


def of_file(request: HttpRequest, article: int, paragraph: int | None) -> Pinpoint:
    """What the files of citations cite."""
    [pinpoint] = citations.pinpoints(exports.of_article(request, article, paragraph))
    return replace(pinpoint, sha256="", provenance="")


def places() -> list[tuple[int, int | None]]:
    numbers = paragraph_numbers(DataVersion.objects.get().digest)
    return [
        (article, paragraph)
        for article, paragraphs in numbers.items()
        for paragraph in (None, *sorted(paragraphs))
    ]


def assert_agreement(query: str = "") -> None:
    """Assert that all four say the same of each place that there is, in a choice of texts."""
    request = asked(f"/{query}")
    for article, paragraph in places():
        page, file = of_page(request, article, paragraph), of_file(request, article, paragraph)
        assert file == page, (article, paragraph, query)
        wanted = dossier(f"{article}.{paragraph}" if paragraph else str(article), request.GET, "")
        [entry] = dossiers.entries(wanted, dossiers.texts_form(request), dossiers.Notes())
        chosen = replace(dossiers.pinpoint_of(entry, "http://testserver"), accessed=None)
        assert chosen == page, (article, paragraph, query)
        [in_file] = citations.pinpoints(exports.of_dossier(request, wanted))
        assert replace(in_file, sha256="", provenance="") == page, (article, paragraph, query)


def test_of_our_edition_whatever_is_inferred_or_outlined() -> None:
    grades = {row.number: row.evidence for row in Article.objects.all()}
    assert set(grades.values()) >= {Evidence.REPORTED, Evidence.PLACED, Evidence.OUTLINE}
    assert_agreement()


class TestOfficialTextsThatDiffer:
    """One lacks articles and paragraphs that another has; some numbers are not printed."""

    @pytest.fixture(autouse=True)
    def texts(self) -> None:
        load_invented(
            {
                "en": (
                    "en",
                    "Lake Office",
                    {
                        0: {0: "The lakes,", 1: "recalling their lamps,"},
                        3: {1: "A lamp.", 2: "A bell.", 3: "A rope."},
                        5: {1: "A ferry."},
                    },
                ),
                "ru": (
                    "ru",
                    "",
                    {
                        3: {2: "Колокол.", 4: "Лампа.", 9: "Маяк."},
                        4: {1: "Озеро."},
                        5: {0: "Паром:", 1: "Канат.", 2: "Вёсла."},
                        19: {1: "Берег."},
                        47: {1: "Туман."},
                    },
                ),
                "fa": ("fa", "", {19: {1: "چراغ."}, 30: {2: "دریاچه."}}),
            }
        )
        OfficialParagraph.objects.filter(article__in=[5, 30]).update(label="")
        OfficialParagraph.objects.filter(article=3, number=2, official_text="en").update(label="")
        OfficialText.objects.filter(slug="ru").update(wording="translation")

    @pytest.mark.parametrize("query", ["", "?lang=ru", "?lang=fa", "?lang=ru,en", "?lang=fa,ru,en"])
    def test_of_every_place_in_every_choice_of_texts(self, query: str) -> None:
        assert_agreement(query)

    def test_an_article_that_the_page_shows_in_our_words_is_never_said_to_be_official(self) -> None:
        page = fetch("/articles/4/cite/")
        assert "restated in plain English" in page.text(".citation")[0]
        for file in page.text("pre.file"):
            assert "official text" not in file
            assert "plain-English restatement" in " ".join(file.split())

    def test_a_translation_is_called_one(self) -> None:
        page = fetch("/articles/19/cite/?lang=ru")
        assert "(Official text, Russian, a translation)" in page.text(".packet")[0]
        for file in page.text("pre.file"):
            assert "the official text (Russian, a translation)" in " ".join(file.split())
