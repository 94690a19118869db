"""``Accept`` gives what it prefers at the address of a page (RFC 9110, 12.5.1)."""

from __future__ import annotations

import pytest
from django.test import Client

from articles.exports.catalogue import OF_ANY_PLACE
from tests.exports.reading import get

pytestmark = [pytest.mark.django_db, pytest.mark.once]


@pytest.mark.parametrize("form", OF_ANY_PLACE, ids=lambda form: form.suffix)
def test_accept_gives_the_same_bytes_as_the_suffix(form) -> None:  # type: ignore[no-untyped-def]
    for page in (
        "/articles/3/",
        "/articles/3/3/",
        "/articles/22/2/3/",
        "/preamble/",
        "/preamble/2/",
        "/closing/",
        "/treaty/",
    ):
        response = Client().get(page, headers={"Accept": form.media_type})
        address = f"{page.removesuffix('/')}.{form.suffix}"
        assert response.content == get(address)
        assert response.headers["Content-Location"] == address
        assert "Accept" in response.headers["Vary"]


@pytest.mark.parametrize(
    "accept",
    [
        "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
        "*/*",
        "",
        "application/pdf",
        "nonsense",
        "text/html;q=0.9, application/json;q=0.1",
        ",;q=x",
    ],
)
def test_who_does_not_prefer_data_gets_the_page(accept: str) -> None:
    response = Client().get("/articles/3/", headers={"Accept": accept})
    assert response.headers["Content-Type"] == "text/html; charset=utf-8"
    assert "Accept" in response.headers["Vary"]


@pytest.mark.parametrize(
    ("accept", "media_type"),
    [
        ("*/*;q=0.1, application/json", "application/json"),
        ("text/html;q=0.5, application/json", "application/json"),
        ("text/html;q=0.5,text/csv;q=0.6,*/*;q=0.1", "text/csv"),
        ("application/json, text/plain, */*", "application/json"),
        ("application/*", "application/json"),
        ("text/*", "text/html"),
        ("text/html, application/json", "text/html"),
        ("application/json;q=0, */*", "text/html"),
        ("text/htmlx, */*;q=0.5", "text/html"),
        (", ".join(["*/*"] * 400), "text/html"),
        (", ".join(f"a{number}/b;q={number}" for number in range(400)), "text/html"),
    ],
)
def test_accept_gets_what_it_prefers(accept: str, media_type: str) -> None:
    response = Client().get("/articles/3/", headers={"Accept": accept})
    assert response.status_code == 200
    assert response.headers["Content-Type"] == f"{media_type}; charset=utf-8"


@pytest.mark.parametrize(
    ("name", "suffix"), [("application/xml", "xml"), ("text/xml", "xml"), ("text/x-bibtex", "bib")]
)
def test_other_names_of_a_form_give_it_too(name: str, suffix: str) -> None:
    response = Client().get("/articles/3/", headers={"Accept": name})
    assert response.content == get(f"/articles/3.{suffix}")


def test_the_book_is_given_where_the_whole_treaty_is_and_a_page_anywhere_else() -> None:
    accept = {"Accept": "application/epub+zip"}
    assert Client().get("/treaty/").headers["Content-Type"].startswith("text/html")  # is kept now
    assert Client().get("/treaty/", headers=accept).content == get("/treaty.epub")
    for path in ("/articles/3/", "/articles/3/3/", "/set/3,5/"):
        page = Client().get(path, headers=accept)
        assert page.headers["Content-Type"] == "text/html; charset=utf-8"


@pytest.mark.parametrize(
    ("page", "suffixed"),
    [
        ("/articles/3/", "/articles/3.json"),
        ("/articles/3/3/", "/articles/3/3.json"),
        ("/preamble/2/", "/preamble/2.json"),
        ("/treaty/", "/treaty.json"),
        ("/set/3,12.2/", "/set/3,12.2.json"),
    ],
)
def test_a_file_has_one_name_however_it_was_asked_for(page: str, suffixed: str) -> None:
    by_accept = Client().get(page, headers={"Accept": "application/json"})
    by_suffix = Client().get(suffixed)
    name = "Content-Disposition"
    assert by_accept.headers[name] == by_suffix.headers[name]
    assert by_accept.headers["Link"] == by_suffix.headers["Link"]


@pytest.mark.parametrize(
    ("address", "disposition"),
    [
        ("/articles/3.md", 'inline; filename="iran-russia-treaty-article-3.md"'),
        ("/articles/3/3.json", 'inline; filename="iran-russia-treaty-article-3-paragraph-3.json"'),
        ("/preamble/2.csv", 'attachment; filename="iran-russia-treaty-preamble-recital-2.csv"'),
        (
            "/articles/22/2/3.txt",
            'inline; filename="iran-russia-treaty-article-22-paragraph-2-point-3.txt"',
        ),
        ("/closing.ris", 'attachment; filename="iran-russia-treaty-closing.ris"'),
        ("/articles/3.biblatex", 'attachment; filename="iran-russia-treaty-article-3.bib"'),
        ("/set/3,5.txt", 'inline; filename="iran-russia-treaty-selection.txt"'),
        ("/treaty.epub", 'attachment; filename="iran-russia-treaty.epub"'),
    ],
)
def test_a_file_is_called_what_it_holds(address: str, disposition: str) -> None:
    assert Client().get(address).headers["Content-Disposition"] == disposition
