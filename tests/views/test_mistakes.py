"""“Report a mistake”: a letter about the provision, where whoever runs the site has an address."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import override_settings
from hypothesis import given
from hypothesis import strategies as st

from articles.models import DataVersion
from tests.invented import load_invented
from tests.pages import SITE, fetch
from treaty_site.contact import LONGEST_LETTER, letter

pytestmark = [pytest.mark.django_db, pytest.mark.once]

MAIL = "mailto:a%3Fb@lighthouse.example"
FORM = "https://lighthouse.example/contact?by=form&to=keeper"


def links(path: str) -> list[str]:
    """The address of each link by which a mistake is reported."""
    found = fetch(path).document.query("main a")
    return [node.attrs["href"] or "" for node in found if "mistake" in node.to_text()]


def read(address: str) -> tuple[str, str, str]:
    """To whom a letter goes, its subject, and its body."""
    parts = urlsplit(address)
    said = parse_qs(parts.query.replace("+", "%2B"))
    return f"{parts.scheme}:{parts.path}", said["subject"][0], said["body"][0]


@pytest.mark.parametrize(
    ("path", "label", "words"),
    [
        ("/articles/3/", "Article 3", "1 “"),
        ("/articles/3/3/", "Article 3, paragraph 3", "“If either state is subjected"),
        ("/articles/22/2/3/", "Article 22, point 2.3", "“2.3. encouragement of investment"),
        ("/preamble/2/", "Preamble, recital 2", "“"),
        ("/closing/", "Closing lines", "“"),
    ],
)
@override_settings(CONTACT=MAIL)
def test_a_provision_has_a_link_that_begins_a_letter_about_it(
    path: str, label: str, words: str
) -> None:
    (address,) = links(path)
    to, subject, body = read(address)
    assert (to, subject) == (MAIL, f"Mistake in the Iran–Russia Treaty: {label}")
    lines = body.split("\r\n")
    assert lines[3:5] == [f"{SITE}{path}", f"Data version {DataVersion.objects.get().short}"]
    assert any(line.startswith(words) for line in lines[5:])


@override_settings(CONTACT=MAIL)
def test_the_letter_has_the_official_words_where_these_are_shown() -> None:
    persian = "فانوس‌بانان چراغ‌ها را روشن می‌کنند."
    load_invented({"en": ("en", "", {3: {1: "A lamp."}}), "fa": ("fa", "", {3: {1: persian}})})
    (address,) = links("/articles/3/1/?lang=fa")
    _, _, body = read(address)
    assert f"{SITE}/articles/3/1/?lang=fa\r\n" in body
    assert body.endswith(f"«{persian}»")


@override_settings(CONTACT=FORM)
def test_an_address_on_the_web_is_where_the_link_leads() -> None:
    assert links("/articles/3/3/") == [FORM]


def test_without_an_address_no_page_has_such_a_link() -> None:
    for path in ("/articles/3/", "/articles/3/3/", "/articles/22/2/3/", "/preamble/", "/treaty/"):
        assert links(path) == []


@given(words=st.text(max_size=3000))
def test_an_address_is_never_longer_than_mail_programs_take(words: str) -> None:
    made = letter(MAIL, subject="Lamps", opening="Where?\n", words=words)
    assert len(made) <= LONGEST_LETTER
    assert re.fullmatch(r"[!-~]+", made)
    _, _, body = read(made)
    assert body.startswith("Where?\r\n")


@pytest.mark.parametrize("word", ["lamp", "چراغ", "лампа", "a&b=c#d"])
def test_words_that_are_too_long_are_cut_between_two_of_them(word: str) -> None:
    _, _, body = read(letter(MAIL, subject="Lamps", opening="", words=f"{word} " * 2000))
    *kept, last = body.split(" ")
    assert (set(kept), last) == ({word}, "…")
    _, _, whole = read(letter(MAIL, subject="Lamps", opening="", words=f"{word} {word}"))
    assert whole == f"{word} {word}"
