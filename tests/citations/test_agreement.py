"""The page that cites, packet, selection's page and files say the same of each place."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.test import RequestFactory

from articles import treaty
from articles.citations import pinpoints
from articles.citations.pinpoint import Pinpoint
from articles.edition import in_force
from articles.exports.formats import citations
from articles.models import OfficialParagraph, OfficialText
from articles.selections.selection import selection
from articles.treaty.places import Place
from articles.views import exports, pages, selections
from articles.views.requests import Request
from tests.invented import load_invented
from tests.pages import fetch

pytestmark = [pytest.mark.django_db, pytest.mark.once]


def asked(address: str) -> Request:
    request = RequestFactory().get(address)
    request.edition = in_force()  # type: ignore[attr-defined]
    return request  # type: ignore[return-value]


def of_page(request: Request, place: Place) -> Pinpoint:
    """What the cite page cites in every style, and the packet on it."""
    texts = pages.texts_form(request)
    page = pages.laid_out(request.edition, place, texts)
    return pinpoints.of(page, place, "http://testserver", texts.query)


def of_file(request: Request, place: Place) -> Pinpoint:
    """What the files of citations cite."""
    [pinpoint] = citations.pinpoints(exports.of_place(request, place))
    return replace(pinpoint, accessed=None)


def places(request: Request) -> list[Place]:
    """Every provision that a page shows."""
    found = []
    for number in treaty.NUMBERS:
        texts = pages.texts_form(request)
        page = pages.laid_out(request.edition, Place(number), texts)
        found.append(Place(number))
        for block in page.layout.blocks:
            found += [block.place] * bool(block.number) + [point.place for point in block.points]
    return found


def assert_agreement(query: str = "") -> None:
    """Assert that all four say the same of each place that there is, in a choice of texts."""
    request = asked(f"/{query}")
    for place in places(request):
        page, file = of_page(request, place), of_file(request, place)
        assert file == page, (place, query)
        wanted = selection(place.code, request.GET, request.edition)
        texts = pages.texts_form(request)
        [entry] = selections.entries(wanted, texts, selections.Notes(), request.edition)
        chosen = pinpoints.of(entry.page, entry.place, "http://testserver", texts.query)
        assert chosen == page, (place, query)
        [in_file] = citations.pinpoints(exports.of_selection(request, wanted))
        assert replace(in_file, accessed=None) == page, (place, query)


def test_of_every_provision_of_our_edition() -> None:
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
                        22: {2: [("", "Лампы:"), ("2.1.", "масло;"), ("2.2.", "фитиль.")]},
                        47: {1: "Туман."},
                        48: {1: "Пристань."},
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
            assert "restated in plain English" in file

    def test_a_translation_is_called_one(self) -> None:
        page = fetch("/articles/19/cite/?lang=ru")
        assert "(Official text, Russian, a translation)" in page.text(".packet")[0]
        for file in page.text("pre.file"):
            assert "(official text: Russian, a translation)" in file
