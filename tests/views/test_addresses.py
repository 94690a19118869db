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
        # as people bend them
        *((f"/3.3{end}", "/articles/3/3/") for end in ["%0A", "%C2%A0", "%E2%80%8B", "%E2%80%9D"]),
        *((f"/3.3{end}", "/articles/3/3/") for end in ".),;'\"]>"),
        ("/articles/3/3/).", "/articles/3/3/"),
        ("/articles/3/3/%3E", "/articles/3/3/"),
        ("/Articles/3/", "/articles/3/"),
        ("/articles/3//3/", "/articles/3/3/"),
        ("/3.3&utm_source=newsletter", "/articles/3/3/"),
        ("/articles/3/3/%3Futm_source=x", "/articles/3/3/"),
        ("/articles/3/3/%23art_3", "/articles/3/3/"),
        ("/article/3", "/articles/3/"),
        ("/art/3", "/articles/3/"),
        ("/3(3)", "/articles/3/3/"),
        ("/22(2.3)", "/articles/22/2/3/"),
        ("/%DB%B3.%DB%B3", "/articles/3/3/"),
        ("/articles/٣/", "/articles/3/"),
        ("/articles/preamble", "/preamble/"),
        ("/Article%203", "/articles/3/"),
        ("/article/3.json", "/articles/3.json"),
        ("/Closing/", "/closing/"),
        ("/3.3.?lang=ru", "/articles/3/3/?lang=ru"),
        *((f"/3.3{end}", "/articles/3/3/") for end in ["…", "。", "،", "*", "%EF%BF%BD", "%AD"]),
        ("/%E2%80%9C/3.3%E2%80%9D", "/articles/3/3/"),
        ("/articles/3/3/index.html", "/articles/3/3/"),
        ("/articles/3.html", "/articles/3/"),
        ("/articles/3/paragraph/3", "/articles/3/3/"),
        ("/статья/3", "/articles/3/"),
        ("/ماده/۳", "/articles/3/"),
        ("/www.example.org/articles/3/3/", "/articles/3/3/"),
        ("/articles/3/3%3Flang=ru&utm_source=x", "/articles/3/3/?lang=ru"),
        ("/articles/3/%23art_3__para_2", "/articles/3/#art_3__para_2"),
        ("/articles/3/3/Cite)", "/articles/3/3/cite/"),
        ("/3.3/cite", "/articles/3/3/cite/"),
        ("/3.3.html", "/articles/3/3/"),
        ("/articles/22/2/c", "/articles/22/2/3/"),
        ("/localhost:8000/3.3", "/articles/3/3/"),
        ("/https://www.example.org/articles/3/3/", "/articles/3/3/"),
        ("/3,5", "/set/3,5/"),
        ("/12-14", "/set/12-14/"),
        ("/articles/3/3%26amp;lang=ru", "/articles/3/3/?lang=ru"),
        *((f"/{number}", "/articles/3/3/") for number in ("3_3", "3:3", "3..3", "3.%203")),
        ("/articles%5C3%5C3", "/articles/3/3/"),
        ("/articles/3/paragraph-3/", "/articles/3/3/"),
        ("/3.3;jsessionid=1AF", "/articles/3/3/"),
        ("/3=2E3", "/articles/3/3/"),
        ("/articles/3/3/[1]", "/articles/3/3/"),
        ("/articles/3/3](http://treaty.example/articles/3/3)", "/articles/3/3/"),
        ("/articles/3/3/%22%20target=%22_blank", "/articles/3/3/"),
        ("/articles/3/3/%3Cbr%3E", "/articles/3/3/"),
        ("/articles/3/3/amp/", "/articles/3/3/"),
        ("/articles/3/3/json", "/articles/3/3.json"),
        ("/articles/3,12.1", "/set/3,12.1/"),
        ("/3+5", "/set/3,5/"),
    ],
)
def test_short_addresses_lead_to_the_full_ones_for_good(path: str, target: str, client) -> None:  # type: ignore[no-untyped-def]
    response = client.get(path)
    assert (response.status_code, response["Location"]) == (301, target)


ENDS = [
    ".",
    ")",
    ",",
    "%E2%80%9D",
    "%C2%A0",
    "%E2%80%8B",
    "…",
    "/%3E",
    "/).",
    "&utm_source=x",
    "%3Fa=b",
]


@pytest.mark.parametrize("end", ENDS)
@pytest.mark.parametrize(
    "path",
    [
        "/about/",
        "/treaty/",
        "/themes/",
        "/themes/defence/",
        "/mentions/caspian-sea/",
        "/questions/",
        "/thesaurus/a/",
        "/set/3,12.1/",
        "/set/3,12.1/cite/",
        "/articles/3/cite/",
        "/preamble/",
        "/closing/1/",
        "/treaty.epub",
        "/changes.atom",
    ],
)
def test_what_sticks_to_the_address_of_any_page_is_taken_off_for_good(
    path: str,
    end: str,
    client,  # type: ignore[no-untyped-def]
) -> None:
    bent = path.removesuffix("/") + end
    assert client.get(path).status_code == 200
    response = client.get(bent)
    assert (response.status_code, response["Location"]) == (301, path)


@pytest.mark.parametrize(
    ("path", "target"),
    [
        ("/ABOUT/", "/about/"),
        ("/Themes/Defence", "/themes/defence/"),
        ("/theme/defence", "/themes/defence/"),
        ("/Treaty.EPUB", "/treaty.epub"),
        ("/about.html", "/about/"),
        ("/index.html", "/"),
        ("/%3Futm_source=x", "/"),
        ("/article", "/articles/"),
        ("/articles%3Fq=oil%20gas&utm_source=x", "/articles/?q=oil+gas"),
        ("/articles&q=oil", "/articles/?q=oil"),
        ("/treaty%23art_19", "/treaty/#art_19"),
        ("/timelines", "/timeline/"),
        ("/faq", "/questions/"),
        ("/full-text", "/treaty/"),
        ("/closing-lines", "/closing/"),
        ("/search?q=oil", "/articles/?q=oil"),
        ("/selection/3,5", "/set/3,5/"),
        ("/rss.xml", "/changes.atom"),
        ("/index.php", "/"),
        ("/Set/3,12.1/", "/set/3,12.1/"),
        ("/set/3,12.1/%3Fnote=x", "/set/3,12.1/?note=x"),
        ("/www.example.org/about/", "/about/"),
        ("/about%3Fa=b?lang=ru", "/about/?lang=ru"),
    ],
)
def test_the_address_of_any_page_is_understood_as_people_bend_it(
    path: str,
    target: str,
    client,  # type: ignore[no-untyped-def]
) -> None:
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


@pytest.mark.parametrize(
    "path", ["//evil.example/3.3", "//evil.example/articles/3/", "/\\\\evil/3"]
)
def test_no_address_leads_to_another_site(path: str, client) -> None:  # type: ignore[no-untyped-def]
    response = client.get("/", PATH_INFO=path)  # as a server has it; the client reads a host in it
    assert response.status_code == 404
    assert "Location" not in response.headers


def test_two_slashes_at_the_beginning_are_one(client) -> None:  # type: ignore[no-untyped-def]
    response = client.get("/", PATH_INFO="//articles/3/3/")
    assert (response.status_code, response["Location"]) == (301, "/articles/3/3/")


@pytest.mark.parametrize(
    ("query", "target"),
    [
        ("q=3(3)", "/articles/3/3/?q=3%283%29"),
        (
            "q=what+does+article+3+say&lang=ru&match=any",
            "/articles/3/?q=what+does+article+3+say&lang=ru",
        ),
        ("q=5(1)", "/articles/5/1/?q=5%281%29"),
        ("q=22(2.3)&set=3,4", "/articles/22/2/3/?q=22%282.3%29&set=3,4"),
        ("q=closing+lines", "/closing/?q=closing+lines"),
    ],
)
def test_a_reference_alone_leads_straight_to_its_provision(
    query: str,
    target: str,
    client,  # type: ignore[no-untyped-def]
) -> None:
    response = client.get(f"/articles/?{query}")
    assert (response.status_code, response["Location"]) == (303, target)
    assert client.get(f"/articles.json?{query}").status_code == 200
    typing = {"HX-Request": "true", "HX-Target": "results"}
    assert client.get(f"/articles/?{query}", headers=typing).status_code == 200
    done = client.get(f"/articles/?{query}", headers={**typing, "HX-Submitted": "true"})
    assert done["HX-Redirect"] == target


@pytest.mark.parametrize(
    "query",
    [
        "q=article+48",
        "q=3(9)",
        "q=3(3)&theme=trade",
        "q=3(3)&words=1",
        "q=3+and+4",
        "q=article+3+oil",
    ],
)
def test_what_is_more_or_less_than_one_provision_leads_nowhere(query: str, client) -> None:  # type: ignore[no-untyped-def]
    assert client.get(f"/articles/?{query}").status_code == 200


def test_the_page_that_a_reference_leads_to_says_how_to_look_for_its_words() -> None:
    (link,) = fetch("/articles/3/3/?q=3(3)").document.query(".trail a")
    assert link.to_text() == "Search for “3(3)” instead"
    assert link.attrs["href"] == "/articles/?q=3%283%29&words=1"
    assert not fetch("/articles/5/?q=3(3)").document.query(".trail a")
    page = fetch(link.attrs["href"] or "")
    assert page.status == 200
    for hit in page.document.query(".hit h2 a"):
        assert "words=1" in (hit.attrs["href"] or "")


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
