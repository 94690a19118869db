"""``/openapi.json``: valid, complete, and true of what the addresses answer."""

from __future__ import annotations

import json
import re
from functools import cache
from typing import Any
from urllib.parse import urlencode

import pytest
from django.test import Client, override_settings
from django.urls import get_resolver, resolve, reverse
from jsonschema_rs import Draft202012Validator
from schemathesis.specs.openapi.definitions import OPENAPI_31_VALIDATOR

from articles import openapi
from articles.models import DataVersion, Paragraph, Point
from articles.openapi.operations import Operation, operations
from articles.views import urls
from articles.views.data import DATA_NAMES
from tests.invented import load_invented
from tests.pages import fetch

pytestmark = [pytest.mark.django_db, pytest.mark.once]

DOCUMENT = openapi.document("http://testserver")
ROWS = {operation.id: operation for operation in operations()}


@cache
def shape(name: str) -> Draft202012Validator:
    """Checks data against a shape of the document."""
    schema = {"$ref": f"#/components/schemas/{name}", "components": DOCUMENT["components"]}
    return Draft202012Validator(schema)


def data(path: str) -> Any:
    return json.loads(fetch(path).html)


def example(operation: Operation) -> str:
    """The address of an operation, with the examples of what it takes in path and query."""
    parameters = DOCUMENT["components"]["parameters"]
    rows = {name: parameters[name] for name in operation.parameters}
    path = operation.path.format_map({name: row["example"] for name, row in rows.items()})
    query = {name: row["example"] for name, row in rows.items() if row["in"] == "query"}
    return f"{path}?{urlencode(query, doseq=True)}" if query else path


def test_it_is_served_as_it_is_written_to_every_site() -> None:
    response = Client().get("/openapi.json")
    assert response["Content-Type"] == "application/json"
    assert response["Access-Control-Allow-Origin"] == "*"
    assert json.loads(response.content) == DOCUMENT


def test_it_is_valid_by_the_schema_of_the_standard() -> None:
    assert list(OPENAPI_31_VALIDATOR.iter_errors(DOCUMENT)) == []


def test_every_reference_in_it_leads_somewhere() -> None:
    references = set(re.findall(r'"\$ref": "([^"]+)"', json.dumps(DOCUMENT)))
    assert len(references) > 20
    for reference in references:
        found = DOCUMENT
        for key in reference.removeprefix("#/").split("/"):
            found = found[key]
        assert found


def test_what_stands_in_a_path_must_be_given_and_nothing_in_a_query() -> None:
    parameters = DOCUMENT["components"]["parameters"].values()
    assert {(row["in"], row["required"]) for row in parameters} == {
        ("path", True),
        ("query", False),
    }


def test_no_two_operations_share_an_address_or_an_id_and_ids_are_kept() -> None:
    rows = list(operations())
    assert {"article_export_json", "preamble_export_json", "closing_export_csl_json"} <= {*ROWS}
    assert {"paragraph_export_md", "preamble_paragraph_export_md", "point_export_md"} <= {*ROWS}
    assert len(rows) == len(ROWS) == len(DOCUMENT["paths"])


@pytest.mark.parametrize("operation", ROWS.values(), ids=ROWS)
def test_every_address_of_it_takes_what_it_says_and_answers_in_the_form_it_says(
    operation: Operation,
) -> None:
    path = example(operation)
    assert resolve(path.partition("?")[0]).url_name == operation.name
    assert set(re.findall(r"{(\w+)}", operation.path)) <= set(operation.parameters)
    response = Client().get(path, follow=True)
    assert response.status_code == 200
    assert response["Content-Type"].partition(";")[0] == operation.media_type
    described = DOCUMENT["paths"][operation.path]["get"]["responses"]["200"]["headers"]
    headers = {"ETag", "Cache-Control", "Access-Control-Allow-Origin", "Link"}
    assert set(described) == {name for name in headers if name in response}


@pytest.mark.parametrize("operation", ROWS.values(), ids=ROWS)
def test_every_answer_to_a_condition_is_described(operation: Operation) -> None:
    """All that have a tag answer conditions, and no other does."""
    path = Client().get(example(operation), follow=True).request
    address = f"{path['PATH_INFO']}?{path['QUERY_STRING']}"
    described = DOCUMENT["paths"][operation.path]["get"]["responses"]
    for condition, status in (("If-None-Match", 304), ("If-Match", 412)):
        wanted = "*" if status == 304 else '"another"'
        answered = Client().get(address, headers={condition: wanted})
        assert answered.status_code == (status if operation.is_tagged else 200)
        assert (str(status) in described) == operation.is_tagged


@pytest.mark.parametrize("operation", ROWS.values(), ids=ROWS)
def test_the_answer_without_data_is_described(operation: Operation) -> None:
    DataVersion.objects.all().delete()
    answered = Client().get(example(operation))
    described = DOCUMENT["paths"][operation.path]["get"]["responses"]
    assert (answered.status_code == 503) == ("503" in described)
    if answered.status_code == 503:
        name = described["503"]["$ref"].rpartition("/")[2]
        [media_type] = DOCUMENT["components"]["responses"][name]["content"]
        assert answered["Content-Type"].partition(";")[0] == media_type


SAMPLES: dict[str, Any] = {
    "number": 28,
    "code": "28.1.4",
    "paragraph": 1,
    "point": 1,
    "suffix": "json",
    "items": "3,12.1",
    "word": "oil",
    "name": "site",
    "digest": "0" * 16,
    "letter": "a",
}
SLUGS = {"theme": "trade", "mention": "brics", "question": "sanctions"}


DESCRIBED = {"short_address_export", *(row.name for row in ROWS.values())}
"""Addresses of data: what is in the document, and what leads there."""

PAGES = {row.name for row in urls.urlpatterns if row.name} - DESCRIBED - {"manifest", "worker"}


@pytest.mark.parametrize("name", sorted(PAGES))
def test_every_address_that_is_not_described_is_a_page(name: str) -> None:
    addresses = [rows[0][0][1] for rows in get_resolver().reverse_dict.getlist(name)]
    taken = max(addresses, key=len)  # of an article rather than of the preamble
    samples = {**SAMPLES, "slug": SLUGS.get(name)}
    path = reverse(name, kwargs={parameter: samples[parameter] for parameter in taken})
    response = Client().get(path, follow=True)
    assert response.status_code == 200
    assert response["Content-Type"] == "text/html; charset=utf-8"


def test_whatever_other_sites_may_read_is_described_so() -> None:
    assert {operation.name for operation in operations() if operation.is_open} == DATA_NAMES


@pytest.mark.parametrize("suffix", ["json", "csl.json"])
def test_every_article_and_the_treaty_have_the_shape_it_names(suffix: str) -> None:
    checked = shape({"json": "Extract", "csl.json": "CitationItems"}[suffix])
    articles = (f"/articles/{number}" for number in range(1, 48))
    for path in ("/preamble", "/closing", "/treaty", *articles):
        assert list(checked.iter_errors(data(f"{path}.{suffix}"))) == []


def test_every_paragraph_and_point_has_the_shape_it_names() -> None:
    points = Point.objects.select_related("paragraph")
    for row in (*Paragraph.objects.all(), *points):
        path = row.place.url.removesuffix("/")
        assert list(shape("Extract").iter_errors(data(f"{path}.json"))) == []


def test_an_article_with_official_texts_has_the_shape_it_names() -> None:
    load_invented(
        {
            "en": ("en", "Lake Gazette", {3: {0: "Lakes.", 1: [("a)", "Lamps"), ("", "Lights")]}}),
            "fa": ("fa", "Lake Gazette", {3: {1: "دریاچه"}}),
        }
    )
    extract = data("/articles/3.json?lang=fa")
    assert [text["slug"] for text in extract["official_texts"]] == ["fa", "en"]
    assert list(shape("Extract").iter_errors(extract)) == []


@pytest.mark.parametrize(
    "items", ["3,12.1,17-19,closing", "22.2.3,28.1.4", "lamps,0.2,99", "47-45"]
)
def test_every_selection_has_the_shape_it_names(items: str) -> None:
    assert list(shape("Extract").iter_errors(data(f"/set/{items}.json"))) == []


QUERIES = (
    "",
    "sanctions",
    "interpol",
    "3(1)",
    "art. 3",
    "22(2.3)",
    "closing lines",
    "48",
    "sanctoins",
    "zzzz",
    "brics sport",
)


@pytest.mark.parametrize("query", [*QUERIES, "x " * 300])
def test_every_answer_of_the_search_has_the_shape_it_names(query: str) -> None:
    answer = data(f"/articles.json?{urlencode({'q': query, 'theme': 'lamps'})}")
    assert list(shape("SearchAnswer").iter_errors(answer)) == []
    assert not shape("SearchAnswer").is_valid({**answer, "lamps": 1})


@pytest.mark.parametrize(
    "path",
    [
        "/articles/48.json",
        "/articles/abc.json",
        "/articles/0x.txt",
        "/articles/0x3.csl.json",
        "/articles/3/77.bib",
        "/articles/3/0.md",
        "/articles/3.epub",
        "/articles/22/2/7.json",
        "/articles/3/1/1.csv",
        "/preamble/99.xml",
        "/closing/2.txt",
        "/lamps.csv",
    ],
)
def test_where_data_is_asked_for_and_there_is_none_that_is_said_as_data(path: str) -> None:
    response = Client().get(path)
    assert response.status_code == 404
    assert response["Content-Type"] == "application/problem+json"
    assert response["Access-Control-Allow-Origin"] == "*"
    problem = json.loads(response.content)
    assert list(shape("Problem").iter_errors(problem)) == []
    assert (problem["status"], problem["detail"] != "") == (404, True)


@pytest.mark.parametrize("path", ["/articles/48/", "/lamps/", "/json", "/lamps.html"])
def test_where_a_page_is_asked_for_and_there_is_none_a_page_says_so(path: str) -> None:
    assert Client().get(path)["Content-Type"] == "text/html; charset=utf-8"


@pytest.mark.parametrize(
    ("given", "contact"),
    [
        ("", {"url": "http://testserver/about/#contact"}),
        ("mailto:a%3Fb@lighthouse.example", {"email": "a?b@lighthouse.example"}),
        ("https://lighthouse.example/", {"url": "https://lighthouse.example/"}),
    ],
)
def test_it_says_whom_to_ask(given: str, contact: dict[str, str]) -> None:
    with override_settings(CONTACT=given):
        assert openapi.document("http://testserver")["info"]["contact"] == contact
