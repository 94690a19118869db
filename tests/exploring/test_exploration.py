"""What the explorer makes of a query string, on the real edition."""

from __future__ import annotations

import json
import re

import pytest
from django.http import QueryDict
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from articles import heads
from articles.edition import in_force
from articles.exploring.exploration import explore
from tests.pages import fetch
from tests.search.asking import exploration, numbers

pytestmark = [pytest.mark.django_db, pytest.mark.once]

ALL = list(range(49))
CUT = "Your search was shortened to its first 16 words."
PASTE_CUT = "Only the first 2,000 characters of your text were read."
SHORTENED = (
    "Your search was shortened: of so long a text only the 16 longest words that tell something "
    "were looked for. It is in none of the texts loaded here."
)
SOME = "No article contains all these words. Closest matches:"


def test_without_a_question_all_articles_stand_in_order_with_their_gists() -> None:
    found = explore(QueryDict(), in_force())
    assert numbers(found) == ALL
    assert found.count == 49
    assert found.numbers == set(ALL)
    assert (found.notices, found.understood, found.also, found.suggestion) == ((), (), (), None)
    for hit in found.hits:
        assert (hit.snippet, hit.provision, hit.why) == (hit.article.gist, None, ())


def test_an_exclusion_alone_marks_nothing() -> None:
    found = exploration("-sanctions")
    assert numbers(found) == [number for number in ALL if number != 19]
    assert not any(part.is_marked for hit in found.hits for part in hit.segments)
    assert {hit.why for hit in found.hits} == {()}


def test_a_hit_leads_to_its_best_paragraph() -> None:
    for text, url in (
        ("aggressor", "/articles/3/3/"),
        ('"multipolar world order"', "/preamble/5/"),
        ("telemedicine", "/articles/28/1/7/"),
        ("sport", "/articles/37/"),
        ("which text decides", "/closing/"),
    ):
        assert exploration(text).hits[0].place.url == url


@pytest.mark.parametrize(
    ("text", "number", "paragraph", "label"),
    [
        ("art. 3(3)", 3, 3, "Article 3, paragraph 3"),
        ("ماده ۱۲", 12, None, "Article 12"),
        ("ст.19 п.2", 19, 2, "Article 19, paragraph 2"),
        ("preamble", 0, None, "Preamble"),
        ("recital 5", 0, 5, "Preamble, recital 5"),
        ("https://treaty.example.org/articles/3/3/", 3, 3, "Article 3, paragraph 3"),
        ("22(2.3)", 22, 2, "Article 22, point 2.3"),
        ("28(4)", 28, 1, "Article 28, point 4"),
        ("closing lines", 48, None, "Closing lines"),
        ("26", 26, None, "Article 26"),
    ],
)
def test_a_reference_leads_to_what_it_names_and_to_nothing_else(
    text: str, number: int, paragraph: int | None, label: str
) -> None:
    found = exploration(text)
    (hit,) = found.hits
    assert (hit.article.number, hit.place.paragraph) == (number, paragraph)
    assert found.understood == hit.why == (label,)
    assert (found.notices, found.also) == ((), ())


def test_a_paragraph_that_is_referred_to_is_shown() -> None:
    (paragraph,) = exploration("3.3").hits
    assert paragraph.place.url == "/articles/3/3/"
    assert paragraph.where == "Paragraph 3"
    assert paragraph.snippet == paragraph.article.paragraphs.all()[2].plain
    (point,) = exploration("22.2.3").hits
    assert point.place.url == "/articles/22/2/3/"
    assert point.where == "Point 2.3"
    assert point.snippet == point.article.paragraphs.all()[1].points.all()[2].plain


@pytest.mark.parametrize("text", ["48", "article 49", "ماده ۹۹", "100"])
def test_an_article_that_is_not_there_gets_a_notice(text: str) -> None:
    found = exploration(text)
    assert found.count == 0
    (notice,) = found.notices
    assert notice.startswith("The treaty has a preamble and 47 articles; there is no article ")


@pytest.mark.parametrize(
    ("text", "number", "notice"),
    [
        ("3.9", 3, "The treaty has no Article 3, paragraph 9."),
        ("26(2)", 26, "The treaty has no Article 26, paragraph 2."),
        ("preamble, recital 99", 0, "The treaty has no Preamble, recital 99."),
    ],
)
def test_a_paragraph_that_is_not_there_leads_to_its_article_with_a_notice(
    text: str, number: int, notice: str
) -> None:
    found = exploration(text)
    assert (numbers(found), found.notices) == ([number], (notice,))
    assert found.hits[0].provision is None


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("spies", ("“spies” → intelligence", "words readers use")),
        ("hegemony", ("words readers use", "text")),
        ("aggressor", ("words readers use", "summary", "text")),
        ("Zangezur", ("“zangezur” → Zangezur corridor",)),
        ("fake news", ("“fake news” → disinformation", "words readers use")),
        ("ШОС", ("Russian “шос” → shanghai cooperation organisation",)),
        ("تحریم", ("Persian “تحریم” → unilateral coercive measures",)),
        ("customs", ("title", "words readers use", "summary", "text")),
        ('"zone of peace"', ("words readers use", "text")),
    ],
)
def test_a_hit_says_why_it_was_found(text: str, why: tuple[str, ...]) -> None:
    assert exploration(text).hits[0].why == why


def test_a_reason_is_said_only_where_no_marked_word_shows_it() -> None:
    assert exploration("Zangezur").hits[0].found_by == "“zangezur” → Zangezur corridor"
    for text in ("sanctions", "spies", "customs", "caspian", "art. 3(3)", ""):
        for hit in exploration(text).hits:
            assert not (hit.found_by and "<mark>" in hit.html)
            assert "," not in hit.found_by
    assert exploration("sanctions").hits[0].found_by == ""


def test_the_title_is_the_first_of_the_places_named() -> None:
    assert exploration("nuclaer").hits[0].why[:2] == (
        "spelling: “nuclaer” → “nuclear”",
        "title",
    )


@pytest.mark.parametrize(
    ("text", "understood"),
    [
        ("hegemony zeppelin", ("“hegemony” → Unipolarity and hegemony",)),
        ("nucle", ("“nucle” as a beginning", "“nucle” → Peaceful nuclear energy")),
        ("nuclaer", ()),
        ("تحریم", ("Persian “تحریم” → Sanctions",)),
        ('"hegemony"', ()),
        ("zeppelin", ()),
    ],
)
def test_it_says_how_the_query_was_understood(text: str, understood: tuple[str, ...]) -> None:
    assert exploration(text).understood == understood


@pytest.mark.parametrize(
    ("text", "themes", "expected"),
    [
        ("", ["sanctions"], [19]),
        ("", ["principles", "defence"], [1, 3]),
        ("", ["sanctions", "defence"], []),
        ("aggressor", ["principles"], [3]),
        ("nuclear", ["energy"], [23]),
        ("nuclear", ["defence"], [10]),
        ("nuclear", ["trade"], []),
        ("-aggression", ["principles", "defence"], [1]),
        ("19", ["sanctions"], [19]),
        ("19", ["defence"], []),
    ],
)
def test_words_and_themes_narrow_together(
    text: str, themes: list[str], expected: list[int]
) -> None:
    assert numbers(exploration(text, *themes)) == expected


def test_an_unknown_theme_is_ignored_with_a_notice() -> None:
    found = exploration("", "zebras", "sanctions")
    assert numbers(found) == [19]
    assert found.notices == ("There is no theme “zebras”; it was ignored.",)
    assert numbers(exploration("", "zebras")) == ALL


def test_a_query_that_is_cut_gets_a_notice() -> None:
    assert exploration(" ".join("abcdefghijklmnopqrstuvwxyz")).notices[0] == CUT
    long = exploration("sanctions " + "x" * 300)
    assert long.notices[0] == SHORTENED
    assert long.form.query.text == "sanctions"
    assert exploration("x" * 10_000).notices[:2] == (PASTE_CUT, SHORTENED)


def test_where_no_article_has_all_words_some_are_enough_with_a_notice() -> None:
    found = exploration("extradition hegemony zeppelin")
    assert found.numbers == {2, 8}
    assert found.notices == (SOME,)


@pytest.mark.parametrize("text", ["zeppelin", "zeppelin xylophone"])
def test_a_query_that_finds_nothing_says_nothing_untrue(text: str) -> None:
    found = exploration(text)
    assert (found.hits, found.notices, found.count) == ((), (), 0)
    assert {offer.count for offer in found.offers} == {0}


@pytest.mark.parametrize(
    ("text", "theme"), [("extradition hegemony zeppelin", "trade"), ("Zangezur", "sanctions")]
)
def test_a_notice_on_what_was_found_goes_with_it(text: str, theme: str) -> None:
    assert exploration(text).notices != ()
    found = exploration(text, theme)
    assert (found.hits, found.notices) == ((), ())


QUESTIONS = [
    ("", []),
    ("", ["principles"]),
    ("", ["principles", "defence"]),
    ("", ["sanctions", "energy"]),
    ("cooperation", []),
    ("cooperation", ["trade"]),
    ("nuclear -disarmament", []),
    ("extradition hegemony zeppelin", []),
    ("-cooperation", ["trade"]),
    ("spies OR terroris*", []),
    ("art. 19", []),
    ("ШОС", []),
]


@pytest.mark.parametrize("match", ["any", "all"])
@pytest.mark.parametrize("strengths", [[], ["duty", "position"]])
@pytest.mark.parametrize(("text", "chosen"), QUESTIONS)
def test_ticking_a_filter_leaves_as_many_articles_as_it_said(
    text: str, chosen: list[str], strengths: list[str], match: str
) -> None:
    found = exploration(text, *chosen, strengths=strengths, match=match)
    assert [row.filter.value for row in found.offers if row.is_chosen] == [*chosen, *strengths]
    for offer in found.themes:
        ticked = [*chosen, offer.filter.value]
        then = exploration(text, *ticked, strengths=strengths, match=found.form.match)
        assert then.count == offer.count
    for offer in found.strengths:
        ticked = [*strengths, offer.filter.value]
        then = exploration(text, *chosen, strengths=ticked, match=found.form.match)
        assert then.count == offer.count


def test_every_filter_is_offered_once_in_its_order() -> None:
    found = exploration("sanctions")
    assert [row.filter.theme.position for row in found.themes if row.filter.theme] == [
        *range(1, 16)
    ]
    kinds = ["duty", "ban", "guarantee", "option", "aim", "position", "rule"]
    assert [row.filter.value for row in found.strengths] == kinds


def test_the_counts_of_a_known_question_are_these() -> None:
    counts = {row.filter.value: row.count for row in exploration("nuclear").offers if row.count}
    assert counts == {"defence": 1, "diplomacy": 1, "energy": 1, "duty": 2}


def test_a_filter_that_would_lead_to_nothing_is_dimmed_and_says_so() -> None:
    offers = {row.filter.value: row for row in exploration("", "energy", match="all").offers}
    assert (offers["trade"].is_dimmed, offers["trade"].name) == (
        True,
        "Trade and investment, none together",
    )
    assert (offers["energy"].is_dimmed, offers["energy"].name) == (
        False,
        "Energy and nuclear power, 2 articles",
    )
    (ban,) = [row for row in exploration("caspian").strengths if row.filter.value == "ban"]
    assert (ban.is_dimmed, ban.name) == (True, "Ban, none")


def test_a_filter_that_is_chosen_can_be_taken_off_even_where_nothing_is_left() -> None:
    chosen = [row for row in exploration("", "energy", "trade").offers if row.is_chosen]
    assert [(row.count, row.is_dimmed) for row in chosen] == [(0, False), (0, False)]


@pytest.mark.parametrize(
    ("themes", "strengths", "match", "expected"),
    [
        (["finance", "energy"], [], "any", [18, 20, 22, 23]),
        (["finance", "energy"], [], "", []),
        ([], ["ban"], "", [3, 19]),
        ([], ["ban", "guarantee"], "", [19]),
        ([], ["ban", "guarantee"], "any", [3, 13, 19]),
        (["sanctions"], ["ban"], "", [19]),
        (["energy"], ["option"], "any", [18, 22, 23, 41, 47]),
        (["energy"], ["option"], "", []),
    ],
)
def test_filters_match_all_or_any(
    themes: list[str], strengths: list[str], match: str, expected: list[int]
) -> None:
    assert numbers(exploration("", *themes, strengths=strengths, match=match)) == expected


def test_under_a_strength_an_article_shows_its_first_paragraph_that_binds_so() -> None:
    found = exploration("", strengths=["ban"])
    assert [hit.place.url for hit in found.hits] == ["/articles/3/3/", "/articles/19/3/"]
    assert found.hits[0].snippet.startswith("If either state is subjected to aggression, ")
    (alone,) = [hit for hit in exploration("", strengths=["aim"]).hits if not hit.provision]
    assert (alone.article.number, alone.where) == (1, "")
    assert alone.snippet.startswith("In keeping with their long-term")
    assert alone.key is None


def test_under_a_strength_the_paragraph_that_answers_stays_if_it_binds_so() -> None:
    def shown(text: str, strength: str) -> list[str]:
        return [hit.place.url for hit in exploration(text, strengths=[strength]).hits]

    assert shown("separatism", "ban") == ["/articles/3/4/"]
    assert shown("3.4", "duty") == ["/articles/3/1/"]
    assert shown("telemedicine", "duty") == ["/articles/28/1/7/"]


def test_where_no_article_has_all_filters_each_shows_its_own() -> None:
    found = exploration("", "energy", "finance")
    assert found.count == 0
    assert found.notice == (
        "No article has both. Finance and payments: 18, 20. Energy and nuclear power: 22, 23."
    )
    assert [
        (group.filter.value, [hit.article.number for hit in group.hits]) for group in found.groups
    ] == [("finance", [18, 20]), ("energy", [22, 23])]
    assert found.numbers == {18, 20, 22, 23}
    anchors = [hit.anchor for group in found.groups for hit in group.hits]
    assert len({*anchors}) == len(anchors)


def test_of_words_within_filters_that_none_has_all_of_each_filter_shows_its_own() -> None:
    found = exploration("nuclear", "defence", "energy", "sanctions")
    assert found.nothing_found == (
        "No article found for “nuclear” has all of these. Defence and security services: 10. "
        "Sanctions: none. Energy and nuclear power: 23."
    )
    assert exploration("zeppelin", "defence", "energy").groups == ()
    assert exploration("nuclear", "trade").groups == ()


def test_what_is_unknown_is_named() -> None:
    found = exploration("", "sanctions", strengths=["law"], match="some")
    assert numbers(found) == [19]
    assert found.notices == (
        "There is no legal strength “law”; it was ignored.",
        "There is no way to match “some”; it was ignored.",
    )


def test_words_and_themes_can_be_taken_off_one_by_one() -> None:
    found = exploration("aggression", "principles", "defence")
    assert [(name, address) for name, address, _ in found.removals] == [
        ("“aggression”", "/articles/?theme=principles&theme=defence"),
        ("Principles", "/articles/?q=aggression&theme=defence&match=all"),
        ("Defence and security services", "/articles/?q=aggression&theme=principles&match=all"),
    ]
    found = exploration("", "energy", strengths=["ban", "aim"], match="any")
    assert [address for _, address, _ in found.removals] == [
        "/articles/?strength=ban&strength=aim&match=any",
        "/articles/?theme=energy&strength=aim&match=any",
        "/articles/?theme=energy&strength=ban&match=any",
    ]


def test_words_alone_are_taken_off_in_the_box() -> None:
    assert exploration("aggression").removals == []


@pytest.mark.parametrize(
    ("text", "themes"),
    [
        *QUESTIONS,
        ("states treaty the of and", ["zebras"]),
        ("x" * 10_000, ["trade"] * 50),
        (" ".join("abcdefghijklmnopqrstuvwxyz"), ["trade", "energy", "finance", "transport"]),
    ],
)
def test_once_warm_an_exploration_asks_the_database_at_most_twice(
    text: str, themes: list[str], django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    """Everything that a page shows of a hit is there, too: nothing is fetched one by one."""
    exploration(text, *themes)
    with django_assert_max_num_queries(2):
        found = exploration(text, *themes)
        for hit in found.hits:
            assert hit.place.url.startswith("/")
            assert len(hit.snippet) > 0
            assert isinstance(hit.article.theme_list, list)
        assert all(each.url.startswith("/") for each in found.also)


@pytest.mark.parametrize(
    "text", ["sanctions", "nuclaer", "Zangezur", "ШОС", "3.3", "3.9", "49", "zeppelin", "customs"]
)
def test_the_data_give_the_same_as_the_exploration(text: str) -> None:
    found = exploration(text)
    data = json.loads(Client().get("/articles.json", {"q": text}).content)
    assert (data["query"], data["count"]) == (text, found.count)
    assert data["suggestion"] == found.suggestion
    assert data["notice"] == found.notice
    assert (found.notice is None) is (not found.notices and bool(found.hits))
    assert [
        (row["number"], row["paragraph"], row["point"], row["url"], row["snippet"], row["why"])
        for row in data["results"]
    ] == [
        (
            hit.article.number,
            hit.place.paragraph,
            hit.place.point,
            hit.place.url,
            hit.snippet,
            list(hit.why),
        )
        for hit in found.hits
    ]


def test_the_data_have_no_number_for_the_closing_lines_and_name_points() -> None:
    (closing,) = Client().get("/articles.json", {"q": "closing lines"}).json()["results"]
    assert (closing["number"], closing["paragraph"], closing["url"]) == (None, None, "/closing/")
    (point,) = Client().get("/articles.json", {"q": "22(2.3)"}).json()["results"]
    assert (point["number"], point["paragraph"], point["point"]) == (22, 2, 3)
    assert point["url"] == "/articles/22/2/3/"
    assert set(point) == {
        *("number", "paragraph", "point", "title", "url", "snippet", "caution", "why", "themes"),
    }


def test_the_data_take_the_same_filters() -> None:
    data = fetch("/articles.json?theme=energy&strength=option&match=any").html
    assert [row["url"] for row in json.loads(data)["results"]] == [
        *("/articles/18/2/", "/articles/22/", "/articles/23/", "/articles/41/", "/articles/47/")
    ]
    nothing = json.loads(fetch("/articles.json?theme=energy&strength=option").html)
    assert (nothing["themes"], nothing["count"], nothing["results"]) == (["energy"], 0, [])
    assert nothing["notice"] == (
        "No article has both. Energy and nuclear power: 22, 23. Option: 18, 41, 47."
    )


def test_the_data_say_that_nothing_was_found() -> None:
    data = Client().get("/articles.json", {"q": "zeppelin"}).json()
    assert (data["count"], data["results"]) == (0, [])
    assert data["notice"] == "No article in this edition mentions “zeppelin”."


@pytest.mark.parametrize(
    ("query", "title", "description"),
    [
        (
            "q=caspian",
            "“caspian” – 2 articles",
            "2 articles found: Article 13 · Caspian Sea; Article 12 · Regional peace and security.",
        ),
        (
            "q=14+and+15",
            "“14 and 15” – 2 articles",
            "2 articles found: Article 14 · Regional organisations: SCO and EAEU; Article 15 · "
            "Cooperation between parliaments.",
        ),
        (
            "theme=defence",
            "Defence and security services – 6 articles",
            "6 articles found: Article 1 · Aim of the partnership; Article 3 · Principles of "
            "relations and conduct in case of aggression; and 4 more.",
        ),
        (
            "theme=energy&strength=aim&match=any",
            "Energy and nuclear power, or Aim – 4 articles",
            "4 articles found: Article 1 · Aim of the partnership; Article 13 · Caspian Sea; "
            "Article 22 · Oil, gas and renewable energy; and 1 more.",
        ),
        (
            "q=zebra&theme=trade",
            "“zebra” · Trade and investment – no articles",
            "No article of the Iran–Russia treaty of 2025 was found for this. The page says what "
            "comes nearest.",
        ),
        (
            "",
            "Articles",
            "Search the Iran–Russia treaty of 2025 and filter its articles by theme. Each list of "
            "results has an address that you can send.",
        ),
    ],
)
def test_a_state_that_is_sent_says_what_it_shows(query: str, title: str, description: str) -> None:
    page = fetch(f"/articles/?{query}" if query else "/articles/")
    assert page.text("title") == [f"{title} — Iran–Russia Treaty"]
    (meta,) = page.document.query("meta[name=description]")
    assert meta.attrs["content"] == description
    part = Client().get(page.path, headers={"HX-Request": "true", "HX-Target": "results"})
    assert f"<title>{title} — Iran–Russia Treaty</title>" in part.content.decode()


@pytest.mark.parametrize("text", ["cooperation", "states", "russia iran", "trade OR energy", "co*"])
def test_a_description_of_many_articles_stays_short(text: str) -> None:
    found = exploration(text)
    said = heads.of_explorer(found).description
    assert 20 <= len(said) <= 160
    assert found.count > 3
    assert re.search(r"; and \d+ more\.$", said)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("articles 12-14", ["12", "13", "14"]),
        ("Arts 3 and 19", ["3", "19"]),
        ("19(2) and 3", ["19.2", "3"]),
        ("3(3) and 3(4)", ["3.3", "3.4"]),
    ],
)
def test_provisions_that_are_named_are_shown_in_order(text: str, places: list[str]) -> None:
    found = exploration(text)
    assert [hit.place.code for hit in found.hits] == places
    assert len({hit.anchor for hit in found.hits}) == len(places)


def test_a_provision_that_is_named_stands_before_what_the_words_beside_it_find() -> None:
    found = exploration("article 5 sanctions")
    alone = exploration("sanctions")
    numbers = [hit.article.number for hit in alone.hits if hit.article.number != 5]
    assert [hit.article.number for hit in found.hits] == [5, *numbers]


def test_of_several_provisions_those_that_are_not_there_are_said() -> None:
    found = exploration("article 3 and article 48 and 3(9)")
    assert [hit.article.number for hit in found.hits] == [3]
    assert "there is no article 48" in (found.notice or "")
    assert "no Article 3, paragraph 9" in (found.notice or "")


@pytest.mark.parametrize("text", ["US", "U.S.", "USA", "U.S. forces", "the US"])
def test_the_united_states_are_meant_by_their_capitals(text: str) -> None:
    assert "The treaty does not mention the United States." in exploration(text).notices


def test_us_in_small_letters_is_a_small_word() -> None:
    found = exploration("tell us about sanctions")
    assert numbers(found)[0] == 19
    assert "The treaty does not mention the United States." not in found.notices


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("co-operation", "cooperation"),
        ("military co-operation", "military cooperation"),
        ("co-ordinate positions", "coordinate positions"),
    ],
)
def test_co_operation_is_one_word(one: str, other: str) -> None:
    found = exploration(one)
    assert (numbers(found), found.notices) == (numbers(exploration(other)), ())
