"""Cards come with the load, are drawn only when they change, and keep their addresses alive."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError
from django.test import Client

from articles import loading
from articles.cards import face, lettering, making
from articles.cards.drawing import draw
from articles.cards.faces import faces
from articles.cards.setting import Setting
from articles.edition import in_force
from articles.loading import writing
from articles.models import Article, Card, DataVersion, Paragraph
from tests.invented import load_invented
from tests.loading.draft import Draft
from tests.pages import fetch

pytestmark = [pytest.mark.django_db, pytest.mark.once]


@pytest.fixture
def draft(tmp_path: Path) -> Draft:
    return Draft(tmp_path)


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Collect the digests of the pictures that are drawn from now on."""
    digests: list[str] = []

    def draw_and_note(setting: Setting) -> bytes:
        png = draw(setting)
        digests.append(hashlib.sha256(png).hexdigest())
        return png

    making.picture.cache_clear()
    monkeypatch.setattr(making, "draw", draw_and_note)
    return digests


def names_of(digests: list[str]) -> set[str]:
    return set(Card.objects.filter(digest__in=digests).values_list("name", flat=True))


def rows() -> list[tuple[object, ...]]:
    return list(Card.objects.values_list("name", "alt", "drawn_from", "digest"))


def test_a_load_of_the_same_data_draws_nothing(drawn: list[str], fixtures: Path) -> None:
    before = rows()
    loading.load(fixtures)
    assert drawn == []
    assert rows() == before


def test_a_changed_title_draws_only_the_cards_that_show_it(drawn: list[str], draft: Draft) -> None:
    draft.set("articles/31.toml", "title", '"Lighthouses"')
    loading.load(draft.without_thesaurus().folder)
    assert names_of(drawn) == {"article-31", "article-31-1"}
    assert len(drawn) == 2
    assert Card.objects.get(name="article-31").alt.startswith("Article 31: Lighthouses.")


def test_a_card_of_something_that_is_gone_is_gone(drawn: list[str]) -> None:
    Paragraph.objects.get(article=3, number=4).delete()
    making.rebuild(in_force())
    assert not Card.objects.filter(name="article-3-4").exists()
    assert Card.objects.filter(name="article-3-3").exists()
    assert drawn == []


def test_another_design_draws_every_card_anew(
    drawn: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(face, "design_digest", lambda: "another")
    making.rebuild(in_force())
    assert len(drawn) == Card.objects.count()


@pytest.mark.parametrize("file", ["colours.py", "phrases.py", "setting.py", "drawing.py"])
def test_a_change_of_colours_words_or_measures_is_another_design(
    file: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = Path(shutil.copytree(face.HERE, tmp_path / "cards"))
    design = face.design_digest.__wrapped__
    monkeypatch.setattr(face, "HERE", package)
    assert design() == face.design_digest()
    (package / file).write_text((package / file).read_text("utf-8") + "\nLAMPS = 3\n", "utf-8")
    assert design() != face.design_digest()


def test_another_version_of_what_draws_is_another_design(monkeypatch: pytest.MonkeyPatch) -> None:
    before = face.design_digest()
    monkeypatch.setattr(face, "version", lambda name: "0")
    assert face.design_digest.__wrapped__() != before


def test_another_font_has_every_card_drawn_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    before = {each.drawn_from for each in faces(in_force())}
    monkeypatch.setattr(face, "fonts_digest", lambda: "another")
    assert not before & {each.drawn_from for each in faces(in_force())}


@pytest.mark.parametrize(
    ("package", "file"), [("fontpkg_lamps", "Lamps.ttf"), ("fontpkg_amiri", "Lamps.ttf")]
)
def test_a_load_without_a_font_says_which_and_what_to_do_and_changes_nothing(
    package: str, file: str, fixtures: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, version = rows(), DataVersion.objects.get()
    monkeypatch.setattr(lettering, "NASKH", (package, file))
    monkeypatch.setattr(face, "fonts_digest", lettering.fonts_digest.__wrapped__)
    with pytest.raises(CommandError, match=rf"{file} of the package {package.replace('_', '-')}"):
        call_command("load_treaty", fixtures)
    assert (rows(), DataVersion.objects.get()) == (before, version)


def test_a_load_that_fails_leaves_the_cards_as_they_were(
    draft: Draft, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = rows()
    draft.set("articles/31.toml", "title", '"Lighthouses"')

    def fail(version: object) -> None:
        raise DatabaseError("disk full")

    monkeypatch.setattr(writing, "record", fail)
    with pytest.raises(DatabaseError):
        loading.load(draft.without_thesaurus().folder)
    assert rows() == before


def test_the_words_for_a_card_say_what_it_shows() -> None:
    article, paragraph = Article.objects.get(number=26), Paragraph.objects.get(article=26)
    whose = "Restated from the Russian text; the English one decides."
    gist = article.gist.rstrip(".")
    alts = dict(Card.objects.values_list("name", "alt"))
    assert alts["article-26"] == f"Article 26: {article.title}. {gist}. {whose}"
    assert alts["article-26-1"].startswith(
        f"Article 26: {article.title}. {' · '.join(row.label for row in paragraph.strength_list)}. "
    )
    assert alts["article-48"].startswith("Closing lines: ")


def test_a_card_may_be_kept_for_ever_and_shown_by_other_sites() -> None:
    card = Card.objects.get(name="article-3-3")
    response = Client().get(card.get_absolute_url())
    assert response.status_code == 200
    assert response.headers["Content-Type"] == "image/png"
    assert response.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert response.headers["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert response.content == bytes(card.png)
    assert card.get_absolute_url() == f"/cards/article-3-3.{card.digest[:16]}.png"


def shown_on(path: str) -> str:
    """The address of the card that a page names."""
    [node] = fetch(path).document.query("meta[property='og:image']")
    return node.attrs["content"]


def test_a_page_whose_text_has_no_card_shows_that_of_the_english_edition() -> None:
    load_invented(
        {
            "en": ("en", "Lake Gazette", {3: {1: "A lamp."}}),
            "ru": ("ru", "Lake Gazette", {3: {1: "Лампа."}}),
            "ru-2": ("ru", "Lake Press", {3: {1: "Лампа.", 9: "Лодка."}, 4: {1: "Лодка."}}),
        }
    )
    assert shown_on("/articles/3/?lang=ru").startswith("http://testserver/cards/article-3.")
    assert shown_on("/articles/3/1/?lang=ru").startswith("http://testserver/cards/article-3-1.")
    assert shown_on("/articles/3/9/?lang=ru-2").startswith("http://testserver/cards/article-3.")
    making.rebuild(in_force())
    assert "/cards/article-3-ru." in shown_on("/articles/3/?lang=ru")
    assert "/cards/article-3-9-ru-2." in shown_on("/articles/3/9/?lang=ru-2")
    assert "/cards/article-4-ru-2." in shown_on("/articles/4/?lang=ru-2")
    assert "/cards/article-5." in shown_on("/articles/5/?lang=ru-2")


def test_a_head_request_for_a_card_is_answered_without_the_picture() -> None:
    response = Client().head(Card.objects.get(name="site").get_absolute_url())
    assert (response.status_code, response.content) == (200, b"")
    assert response.headers["Content-Type"] == "image/png"


def test_the_address_of_an_older_picture_leads_to_that_of_today() -> None:
    response = Client().get("/cards/site.0123456789abcdef.png")
    assert response.status_code == 302
    assert response.headers["Location"] == Card.objects.get(name="site").get_absolute_url()
    assert response.headers["Cache-Control"] == "public, max-age=3600"


@pytest.mark.parametrize(
    "path",
    [
        "/cards/article-49.0123456789abcdef.png",
        "/cards/site.0123.png",
        "/cards/site.png",
        "/cards/",
        "/cards/site.0123456789ABCDEF.png",
        "/cards/..%2Fsite.0123456789abcdef.png",
    ],
)
def test_there_is_no_other_card(path: str) -> None:
    assert Client().get(path).status_code == 404
