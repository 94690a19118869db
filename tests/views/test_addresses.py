"""Where addresses lead: short ones to full ones, and wrong ones to what is near."""

from __future__ import annotations

import pytest

from tests.pages import fetch

pytestmark = [pytest.mark.django_db, pytest.mark.once]


@pytest.mark.parametrize(
    ("path", "target"),
    [
        ("/3", "/articles/3/"),
        ("/3/", "/articles/3/"),
        ("/3.3", "/articles/3/3/"),
        ("/0", "/preamble/"),
        ("/0.2", "/preamble/2/"),
        ("/47", "/articles/47/"),
        ("/22.2.3", "/articles/22/2/3/"),
        ("/22/2/3/", "/articles/22/2/3/"),
        ("/022.02.003", "/articles/22/2/3/"),
        ("/28.1.4", "/articles/28/1/4/"),
        ("/articles/28.1.4/", "/articles/28/1/4/"),
        ("/closing.1", "/closing/1/"),
        ("/articles/closing/", "/closing/"),
        ("/articles/0/", "/preamble/"),
        ("/articles/0/1/", "/preamble/1/"),
        ("/3/3", "/articles/3/3/"),
        ("/03.03/", "/articles/3/3/"),
        ("/articles/3.3/", "/articles/3/3/"),
        ("/articles/03/", "/articles/3/"),
        ("/articles/03/3/", "/articles/3/3/"),
        ("/3.json", "/articles/3.json"),
        ("/3.3.csl.json", "/articles/3/3.csl.json"),
        ("/0.2.md", "/preamble/2.md"),
        ("/03/03.xml", "/articles/3/3.xml"),
        ("/22.2.3.json", "/articles/22/2/3.json"),
        ("/closing.1.txt", "/closing/1.txt"),
    ],
)
def test_short_addresses_lead_to_the_full_ones_for_good(path: str, target: str, client) -> None:  # type: ignore[no-untyped-def]
    response = client.get(path)
    assert (response.status_code, response["Location"]) == (301, target)


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/articles/48/", "There is no article 48."),
        ("/48", "There is no article 48."),
        ("/articles/48/1/", "There is no article 48."),
        ("/48.1", "There is no article 48."),
        ("/99.9", "There is no article 99."),
        ("/articles/3/9/", "Article 3 has 4 paragraphs; there is no paragraph 9."),
        ("/articles/43/2/", "Article 43 has 1 paragraph; there is no paragraph 2."),
        ("/preamble/8/", "The preamble has 7 recitals; there is no recital 8."),
        ("/closing/2/", "The closing lines have 1 paragraph; there is no paragraph 2."),
        ("/articles/22/2/7/", "Article 22, paragraph 2 has 6 points; there is no point 7."),
        ("/articles/28/1/10/", "Article 28, paragraph 1 has 9 points; there is no point 10."),
        ("/articles/3/1/1/", "Article 3, paragraph 1 has no points."),
        ("/closing/1/1/", "Closing lines, paragraph 1 has no points."),
        ("/articles/22/9/1/", "Article 22 has 3 paragraphs; there is no paragraph 9."),
        ("/articles/0x3/", ""),
        ("/articles/abc/", ""),
        ("/articles/003003/", ""),
        ("/articles/-1/", ""),
        ("/articles/٣/", ""),
        ("/themes/nothing/", ""),
        ("/mentions/nothing/", ""),
        ("/wp-admin/", ""),
        ("/%00", ""),
        ("/" + "x" * 5000, ""),
    ],
)
def test_an_address_that_leads_nowhere_says_what_there_is(path: str, said: str) -> None:
    page = fetch(path)
    assert page.status == 404
    words = page.text("main")[0]
    assert said in words
    assert page.text("h1") == ["Page not found"]
    assert "The treaty has a preamble , 47 articles and closing lines ." in words
    assert page.document.query("main form[action='/articles/'] input[name=q]")


def test_a_page_that_is_not_there_has_no_address_of_its_own() -> None:
    page = fetch("/articles/48/")
    kept = "link[rel=canonical], meta[property='og:url'], script[type='application/ld+json']"
    assert not page.document.query(kept)


@pytest.mark.parametrize(
    ("path", "label", "address"),
    [
        ("/articles/3.docx", "Article 3", "/articles/3"),
        ("/articles/3/foo/", "Article 3", "/articles/3"),
        ("/articles/3/9/", "Article 3", "/articles/3"),
        ("/articles/22/2/9/", "Article 22", "/articles/22"),
        ("/closing.docx", "Closing lines", "/closing"),
        ("/closing/foo/", "Closing lines", "/closing"),
        ("/preamble.docx", "Preamble", "/preamble"),
        ("/preamble/foo/", "Preamble", "/preamble"),
    ],
)
def test_an_address_close_to_an_article_names_it_and_its_forms(
    path: str, label: str, address: str
) -> None:
    page = fetch(path)
    assert page.status == 404
    near = {node.to_text(): node.attrs["href"] for node in page.document.query("main a")}
    assert near[label] == f"{address}/"
    assert near["JSON"] == f"{address}.json"
    for link in near.values():
        assert fetch(link or "").status == 200, link


@pytest.mark.parametrize(
    "path", ["/articles/48.docx", "/48.docx", "/articles/3x", "/34567/", "/articles/003/"]
)
def test_an_address_close_to_nothing_names_no_article_in_particular(path: str) -> None:
    assert not fetch(path).document.query("main .tag")
