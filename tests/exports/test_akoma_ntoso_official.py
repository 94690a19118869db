"""Official texts as Akoma Ntoso, valid by the official schema (see ``akoma``).

The texts are those of ``tests.official.texts`` and ``tests.invented``: lakes and lighthouses, not
a word of any treaty.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from lxml import etree

from articles import treaty
from articles.edition import in_force
from articles.edition.edition import content_hashes
from articles.exports.extract import Extract
from articles.models import OfficialParagraph, OfficialText
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
from tests.invented import load_invented
from tests.loading.draft import Draft
from tests.official.texts import THREE, loaded, put
from tests.pages import fetch

pytestmark = [pytest.mark.django_db, pytest.mark.once]

ALL = (*THREE, "en-2")
LANGUAGE = {"en": ("en", "eng"), "ru": ("ru", "rus"), "fa": ("fa", "fas"), "en-2": ("en", "eng")}
TREATY = "/akn/xx/act/treaty/2025-01-17/iran-russia-comprehensive-strategic-partnership"
RESTATEMENT = "/akn/xx/doc/restatement/plain-english-edition/"
PARAGRAPHS = (
    "//a:paragraph|//a:recital|//a:intro[not(parent::a:paragraph)]"
    "|//a:container[@name!='conclusions']"
)


@pytest.fixture(scope="module", autouse=True)
def four_texts(
    django_db_setup: None,
    django_db_blocker: object,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[None]:
    folder = put(Draft(tmp_path_factory.mktemp("four")).folder, *ALL)
    with loaded(folder, django_db_blocker):
        yield


def official_rows(extract: Extract, slug: str) -> list[tuple[str, str, list[tuple[str, str]]]]:
    """The id, the label and the blocks of each paragraph of a text."""
    return [
        (row.id, row.label, [(block.label, block.text) for block in row.blocks])
        for article in extract.articles
        for text in article.official
        if text.text == slug
        for row in text.paragraphs
    ]


def read_back(root: etree._Element) -> list[tuple[str, str, list[tuple[str, str]]]]:
    """The same, as the document has them."""
    return [
        (node.get("eId"), label_of(node), list(blocks_of(node))) for node in find(root, PARAGRAPHS)
    ]


def label_of(node: etree._Element) -> str:
    return str(find(node, "string(a:num[not(a:remark)])"))


def blocks_of(node: etree._Element) -> Iterator[tuple[str, str]]:
    within = (*find(node, "a:content|a:intro"), node)[0]
    for block in find(within, "a:p|a:blockList/a:item"):
        line = (*find(block, "a:p"), block)[0]
        yield label_of(block), line.text or ""
    for point in find(node, "a:point"):
        first, *more = find(point, "a:content/a:p/text()")
        yield label_of(point), first
        yield from (("", line) for line in more)


@pytest.mark.parametrize("slug", ALL)
def test_the_whole_text_is_a_valid_act_word_for_word(slug: str) -> None:
    extract = extract_of(WHOLE, "treaty", slug)
    root = parsed(extract)
    assert find(root, "name(/*/*)") == "act"
    assert read_back(root) == official_rows(extract, slug)
    assert len(read_back(root)) > 100
    assert len(find(root, "//a:article")) == 47
    language = LANGUAGE[slug][0]
    assert (
        find(root, "//a:preface/@xml:lang|//a:preamble/@xml:lang|//a:body/@xml:lang")
        == [language] * 3
    )
    assert words(find(root, "//a:preface")[0]) == ""


@pytest.mark.parametrize("slug", THREE)
def test_every_article_is_a_valid_portion_with_ids_of_its_page(slug: str) -> None:
    for number in treaty.NUMBERS:
        extract = extract_of([(number,)], "article", slug)
        root = parsed(extract)
        assert read_back(root) == official_rows(extract, slug)
        page = fetch(f"{Place(number).url}?lang={slug}")
        shown = {eid for eid in page.ids if ANCHOR.fullmatch(eid)}
        (official,) = (row for row in extract.articles[0].official if row.text == slug)
        has = {extract.articles[0].id, *(row.id for row in official.paragraphs)}
        rows = extract.articles[0].edition
        ours = {each.id for row in rows for each in (row, *row.points)}
        assert {eid for eid in eids(root) if "__point_" not in eid} == has
        assert shown == has | ours


def test_every_paragraph_is_a_valid_portion_of_its_own() -> None:
    rows = OfficialParagraph.objects.filter(official_text="ru", number__gt=0)
    assert len(rows) > 100
    for article, number in rows.values_list("article_id", "number"):
        root = document([(article, number)], "paragraph", "ru")
        assert eids(root)[0] == Place(article, number).anchor
        assert "Official text, Russian" in find(root, "string(//a:portionBody)")


def test_a_selection_is_an_incomplete_act() -> None:
    extract = extract_of([(3, 2), (30,), (0, 1), (3, 1), (30, 1)], "set", "fa")
    root = parsed(extract)
    assert find(root, "name(/*/*)") == "act"
    assert find(root, "//a:body/@status") == ["incomplete"]
    assert [eid for eid, _, _ in read_back(root)][:3] == [
        "preamble__rec_1",
        "art_3__para_2",
        "art_3__para_1",
    ]
    assert find(root, "//a:article/@eId") == ["art_3", "art_30"]


def test_items_stand_in_a_list_with_their_labels() -> None:
    root = document([(3, 3)], "paragraph", "en")
    assert find(root, "//a:item/@eId") == [
        "art_3__para_3__list_1__item_1",
        "art_3__para_3__list_1__item_2",
    ]
    assert find(root, "//a:item/a:p/text()") == ["at once; and", "for as long as the fog lasts."]
    assert all(find(root, "//a:item/a:num/text()"))


@pytest.mark.parametrize("slug", ALL)
def test_an_official_text_is_an_expression_of_the_treaty(slug: str) -> None:
    root = document([(3,)], "article", slug)
    expression = f"{TREATY}/{LANGUAGE[slug][1]}@{slug}"
    assert levels(root) == {
        "Work": (f"{TREATY}/!main~art_3", TREATY),
        "Expression": (f"{expression}/!main~art_3", expression),
        "Manifestation": (f"{expression}/!main~art_3.xml", f"{expression}.xml"),
    }
    assert find(root, "//a:FRBRlanguage/@language") == [LANGUAGE[slug][1]]
    assert find(root, "//a:FRBRWork/a:FRBRauthor/@href") == ["#party_ir", "#party_ru"]
    assert find(root, "//a:FRBRWork/a:FRBRdate/@date") == ["2025-01-17"]
    assert find(root, "//a:temporalGroup/a:timeInterval/@start") == ["#eref_2"]
    assert not find(root, "//a:FRBRauthoritative")


def test_our_edition_and_the_other_texts_are_left_out_but_pointed_to() -> None:
    root = document(WHOLE, "treaty", "ru")
    assert not find(root, "//a:blockContainer|//a:note|//a:heading")
    (ours,) = find(root, "//a:TLCReference[@name='restatement']/@href")
    assert ours.startswith(RESTATEMENT)
    assert find(root, "//a:TLCReference[@name='officialText']/@href") == [
        f"{TREATY}/eng@en",
        f"{TREATY}/eng@en-2",
        f"{TREATY}/fas@fa",
    ]


def test_the_origin_of_the_text_is_told() -> None:
    row = OfficialText.objects.get(slug="en")
    root = document([(3,)], "article", "en")
    said = find(root, "string(//a:article/a:subheading)")
    assert f"Official text, {row.name}: {row.wording_label}." in said
    assert f"Published at {row.url}." in said
    about = levels(root)["Expression"][1]
    described = f"//rdf:Description[@rdf:about='{about}']"
    assert find(root, f"{described}/schema:sha256/text()") == [row.sha256]
    assert find(root, f"{described}/*/@rdf:resource") == [row.url]


def test_the_hash_is_that_of_every_export() -> None:
    root = document([(3,)], "article", "fa")
    about = "//rdf:Description[@rdf:about='https://treaty.example/articles/3/']"
    assert find(root, f"{about}/schema:sha256/text()") == [content_hashes(in_force())[3]]


def test_every_reference_within_the_document_leads_somewhere() -> None:
    root = document(WHOLE, "treaty", "fa")
    known = set(find(root, "//@eId"))
    kinds = "//@refersTo|//@href|//@source|//@as|//@includedIn|//@from|//@start"
    targets = {value[1:] for value in find(root, kinds) if value.startswith("#")}
    assert targets <= known


class TestTextsThatAreNotComplete:
    """Such as no loader takes: the export holds good for them, too."""

    @pytest.fixture(autouse=True)
    def invented(self, db: None) -> None:
        OfficialText.objects.all().delete()
        load_invented(
            {
                "lake": (
                    "en",
                    "",
                    {
                        0: {0: "The lakes,"},
                        3: {
                            0: [
                                ("", "The keepers:"),
                                ("(a)", "row;"),
                                ("(b)", "ring,\x0b & rest."),
                            ],
                            1: "They < we.",
                        },
                    },
                ),
                "shore": ("ru", "Harbour", {4: {1: "Маяк."}}),
            }
        )
        OfficialText.objects.filter(slug="lake").update(retrieved="2026-02")

    def test_opening_words_have_the_id_of_the_page(self) -> None:
        root = document([(3,)])
        assert eids(root) == ["art_3", "art_3__intro", "art_3__para_1"]
        assert find(root, "//a:intro//a:item/a:num/text()") == ["(a)", "(b)"]
        assert find(root, "//a:intro//a:item/a:p/text()") == ["row;", "ring,\ufffd & rest."]
        assert read_back(document([(0,)])) == [("preamble__intro", "", [("", "The lakes,")])]

    def test_a_date_that_is_not_whole_is_not_given(self) -> None:
        root = document([(3,)])
        assert find(root, "//a:FRBRManifestation/a:FRBRdate/@name") == ["signature"]
        assert "Retrieved 2026-02." in find(root, "string(//a:subheading)")

    def test_points_that_the_treaty_has_are_points_here_too_each_with_its_printed_label(
        self,
    ) -> None:
        lamps = [("", "Lamps:"), ("а)", "oil;"), ("", "or gas;"), ("б)", "rope.")]
        load_invented({"pier": ("ru", "", {28: {1: lamps}})})
        root = document([(28,)])
        assert eids(root) == [
            "art_28",
            "art_28__para_1",
            "art_28__para_1__point_1",
            "art_28__para_1__point_2",
        ]
        assert words(find(root, "//a:paragraph/a:intro")[0]) == "Lamps:"
        assert find(root, "//a:point/a:num/text()") == ["а)", "б)"]
        assert find(root, "//a:point[1]/a:content/a:p/text()") == ["oil;", "or gas;"]
        [point] = find(document([(28, 1, 2)], "point"), "//a:point")
        assert (point.get("eId"), words(point)) == ("art_28__para_1__point_2", "б) rope.")
        ours = document([(28, 1, 3)], "point")
        assert levels(ours)["Work"][1].startswith(RESTATEMENT)

    def test_closing_lines_are_conclusions_as_published(self) -> None:
        load_invented({"pier": ("fa", "", {48: {1: "چراغ."}, 47: {1: "نور."}})})
        root = document([(47,), (48,)], "set", "pier")
        assert find(root, "string(//a:conclusions/a:container)").strip() == "چراغ."
        assert find(root, "//a:conclusions/@xml:lang") == ["fa"]
        lacking = document([(47,), (48,)], "set", "lake")
        assert levels(lacking)["Expression"][1] == f"{TREATY}/fas@pier"

    def test_another_text_or_ours_stands_where_the_leading_one_has_nothing(self) -> None:
        assert levels(document([(4,)]))["Expression"][1] == f"{TREATY}/rus@shore"
        assert levels(document([(19,)]))["Work"][1].startswith(RESTATEMENT)
        assert eids(document([(3, 2)], "paragraph")) == ["art_3__para_2"]

    def test_what_the_text_lacks_in_a_selection_is_said(self) -> None:
        root = document([(3,), (4,), (19, 2)], "set")
        lacking = find(root, "//a:article[@status='unknown']")
        assert [node.get("eId") for node in lacking] == ["art_4", "art_19"]
        for node in lacking:
            said = find(node, "string(a:content)").strip()
            assert said == "The official text, English (lake), has nothing here."

    def test_a_number_that_is_not_printed_is_in_a_remark(self) -> None:
        OfficialParagraph.objects.filter(official_text="lake", number=1).update(label="")
        root = document([(3,)])
        (number,) = find(root, "//a:paragraph/a:num")
        assert number[0].text == "[1]"
        assert words(number) == ""
