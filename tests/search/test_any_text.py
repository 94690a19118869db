"""No text is an error: whatever is typed is parsed, searched for and explained."""

from __future__ import annotations

import pytest
from django.conf import settings
from django.http import QueryDict
from hypothesis import example, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from articles import search
from articles.edition import in_force
from articles.exploring.exploration import explore
from articles.exploring.hits import Hit
from articles.search import parse
from articles.search.analysis import tokens
from articles.search.needs import Probe
from articles.treaty.places import Place
from tests.search.asking import exploration, lexicon

pytestmark = pytest.mark.django_db

SYNTAX = "\"'“”„«»-−*+^:(){}[]|&!<>=~%_\\/;,.#@?$\x00 \t\nAaбя۱ی"
PIECES = (
    *("AND", "OR", "NOT", "NEAR(a b, 2)", "title:", "{title} :", "^", "*", '"', "“", "”", "«"),
    *("-", "−", "--", "';--", "\x00", "%s", "%", "{}", "\\", "'", "o'brien", "<->", "<b>", "&amp;"),
    *("sanctions", "nuclear", "the", "cooperation", "санкции", "تحریم", "制裁", "🕊", "ﷺ", "İ"),
    *(
        "nuclaer",
        "nucl*",
        "-oil",
        "|",
        "art.",
        "3(3)",
        "ст. 12",
        "ماده ۱۲",
        "c1",
        "c1p1",
        "c1p1f4x0",
        "22.2.3",
        "closing",
        "•",
        "и\u0306",
    ),
)

WORDS = sorted(
    {
        token.word
        for path in (settings.FIXTURES_DIR / "articles").glob("*.toml")
        for token in tokens(path.read_text(encoding="utf-8"))
    }
)

texts = st.one_of(
    st.text(),
    st.text(alphabet=SYNTAX),
    st.lists(st.sampled_from(PIECES)).map(" ".join),
    st.lists(st.sampled_from(PIECES)).map("".join),
)


@hypothesis_settings(max_examples=200)
@given(text=texts, themes=st.lists(st.text(max_size=20) | st.just("trade"), max_size=3))
@example(text="\x00", themes=["\x00"])
@example(text="nuclear\x00 \x00weapons", themes=[])
@example(text='"', themes=[])
@example(text='"" -"" \'\' -', themes=[])
@example(text="AND", themes=[])
@example(text="OR", themes=[])
@example(text="sanctions NOT", themes=[])
@example(text="NEAR(nuclear energy)", themes=[])
@example(text="title:nuclear OR text:*", themes=[])
@example(text="nuclear*", themes=[])
@example(text="* OR *", themes=[])
@example(text="o'brien''s \\ %s {} ; DROP TABLE articles_search", themes=[])
@example(text="🕊 🇮🇷🤝🇷🇺", themes=["🕊"])
@example(text="تحریم‌های یک‌جانبه", themes=[])
@example(text="санкции и ядерная энергия", themes=[])
@example(text="한" * 200, themes=[])
@example(text="ﷺ" * 200, themes=[])
@example(text="x" * 10_000, themes=["x" * 10_000])
@example(text="sanctions " * 1_000, themes=[])
@example(text=" ".join(WORDS)[:10_000], themes=[])
@example(text=" OR ".join(WORDS)[:10_000], themes=[])
@example(text=" ".join(f"{word}*" for word in "abcdefghijklmnopqrstuvwxyz"), themes=[])
@example(text='"' * 10_000, themes=[])
@example(text='-"' * 5_000, themes=[])
@example(text="9" * 10_000, themes=[])
@example(text="(" * 10_000, themes=[])
@example(text=" " * 9_991 + "sanctions", themes=[])
def test_any_text_is_searched_for_and_explained(text: str, themes: list[str]) -> None:
    data = QueryDict(mutable=True)
    data["q"] = text
    data.setlist("theme", themes)
    found = explore(data, in_force())
    query = found.form.query
    assert found.count <= 49
    assert len(query.text) <= 200
    assert len(query.wanted) <= 16
    assert len(query.excluded) <= 16
    assert len(found.also) <= 6
    assert len(found.suggestion or "") <= 2_000
    if len(" ".join(text.split())) > 200 and query.reference is None:
        assert query.paste
        assert found.first
    for hit in found.hits:
        assert hit.place.url.startswith(("/articles/", "/preamble/", "/closing/"))
        assert len(hit.snippet) > 0
        assert query.reference or len(text_of(hit)) <= 300
        assert query.reference or not query.wanted or hit.why

    again = explore(QueryDict(found.form.address.partition("?")[2]), in_force())
    assert [hit.article.number for hit in again.hits] == [hit.article.number for hit in found.hits]


@hypothesis_settings(max_examples=100)
@given(text=texts)
@example(text='nuclaer -sanctions nucl* OR "a b" ШОС')
def test_only_letters_and_digits_reach_the_database(text: str) -> None:
    """The dialects write what is looked for into expressions of their own syntax."""
    made = search.plan(parse(text), lexicon())
    probes: list[Probe] = [*made.excluded, *(probe for need in made.needs for probe in need.probes)]
    for probe in probes:
        assert all(word.isalnum() for word in probe.needle.split(" ")), probe


@hypothesis_settings(max_examples=100)
@given(text=texts)
def test_any_text_marks_an_article_and_changes_no_word(text: str) -> None:
    marker = search.Marker.of(search.plan(search.parse(text), lexicon()))
    html = "<p>The <em>nuclear</em> energy &amp; 14 sanctions.</p>"
    assert marker.html(html).replace("<mark>", "").replace("</mark>", "") == html


def source_of(hit: Hit) -> str:
    """Return the whole text of which a hit shows an excerpt."""
    passages = {row.place: row.plain for row in hit.article.passages()}
    if hit.provision:
        return passages[hit.provision]
    only = passages.get(Place(hit.article.number, 1), "")
    return only if text_of(hit) in only else hit.article.gist


def text_of(hit: Hit) -> str:
    text = "".join(part.text for part in hit.segments)
    return text.removeprefix("… ").removesuffix(" …")


@given(typed=st.lists(st.sampled_from(WORDS), min_size=1, max_size=3))
@example(typed=["military", "military"])  # the thesaurus knows "military-to-military"
def test_every_excerpt_is_made_of_whole_words_of_its_text_and_marks_what_was_typed(
    typed: list[str],
) -> None:
    found = exploration(" ".join(typed))
    stems = {word.stem for clause in found.form.query.clauses for word in clause.words}
    # Words that mean something together are marked where they stand together.
    needs = search.plan(found.form.query, lexicon()).needs
    stems -= {each for need in needs for each in need.phrase.split()}
    for hit in found.hits if not found.form.query.reference else ():
        assert f" {text_of(hit)} " in f" {source_of(hit)} "
        for part in hit.segments:
            has_typed = bool({token.stem for token in tokens(part.text)} & stems)
            assert part.is_marked or not has_typed
