"""“Report a mistake”: a letter about the provision, where whoever runs the site has an address."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import override_settings
from hypothesis import given
from hypothesis import strategies as st

from articles.edition import keeper
from articles.models import DataVersion
from tests.invented import load_invented
from tests.pages import SITE, fetch
from treaty_site.contact import letter

pytestmark = [pytest.mark.django_db, pytest.mark.once]

MAIL = "mailto:a%3Fb@lighthouse.example"
FORM = "https://lighthouse.example/contact?by=form&to=keeper"


@pytest.fixture(autouse=True)
def other_edition() -> None:
    """Have parts of pages rendered anew, which remember whether there is a contact."""
    keeper.forget()


def links(path: str) -> list[str]:
    """The address of each link by which a mistake is reported."""
    return [node.attrs["href"] or "" for node in fetch(path).document.query("main a.report")]


def read(address: str) -> tuple[str, str, list[str]]:
    """To whom a letter goes, its subject, and the lines of its body that are not empty."""
    parts = urlsplit(address)
    said = parse_qs(parts.query.replace("+", "%2B"))
    lines = [line for line in said["body"][0].split("\r\n") if line]
    return f"{parts.scheme}:{parts.path}", said["subject"][0], lines


@pytest.mark.parametrize(
    ("path", "places"),
    [
        ("/articles/3/", {"/articles/3/": "Article 3", "/articles/3/4/": "Article 3, paragraph 4"}),
        ("/articles/3/3/", {"/articles/3/3/": "Article 3, paragraph 3"}),
        ("/articles/22/2/3/", {"/articles/22/2/3/": "Article 22, point 2.3"}),
        ("/preamble/", {"/preamble/": "Preamble", "/preamble/7/": "Preamble, recital 7"}),
        ("/closing/", {"/closing/": "Closing lines"}),
        ("/treaty/", {"/articles/12/1/": "Article 12, paragraph 1"}),
        ("/set/3.3,22.2.3/", {"/articles/22/2/3/": "Article 22, point 2.3"}),
    ],
)
@override_settings(CONTACT=MAIL)
def test_each_provision_has_a_link_that_begins_a_letter_about_it(
    path: str, places: dict[str, str]
) -> None:
    letters = [read(address) for address in links(path)]
    version = f"Data version {DataVersion.objects.get().short}"
    for address, label in places.items():
        assert (
            MAIL,
            f"Iran–Russia Treaty, {label}",
            [f"{SITE}{address}", version],
        ) in letters


@override_settings(CONTACT=MAIL)
def test_the_letter_has_the_address_at_which_the_texts_are_shown() -> None:
    persian = "فانوس‌بانان چراغ‌ها را روشن می‌کنند."
    load_invented({"en": ("en", "", {3: {1: "A lamp."}}), "fa": ("fa", "", {3: {1: persian}})})
    bodies = [read(address)[2] for address in links("/articles/3/1/?lang=fa")]
    assert f"{SITE}/articles/3/1/?lang=fa" in [lines[0] for lines in bodies]


@override_settings(CONTACT=FORM)
def test_an_address_on_the_web_is_where_the_link_leads() -> None:
    assert set(links("/articles/3/3/")) == {FORM}


def test_without_an_address_no_page_has_such_a_link() -> None:
    for path in ("/articles/3/", "/articles/3/3/", "/articles/22/2/3/", "/preamble/", "/treaty/"):
        assert links(path) == []


@given(subject=st.text(max_size=100), body=st.text(alphabet="lamp چ&=#+%\n", max_size=300))
def test_the_address_of_a_letter_holds_any_words(subject: str, body: str) -> None:
    made = letter(MAIL, subject=subject, body=body)
    assert re.fullmatch(r"[!-~]+", made)
    said = parse_qs(urlsplit(made).query.replace("+", "%2B"), keep_blank_values=True)
    assert said == {"subject": [subject], "body": [body.replace("\n", "\r\n")]}
