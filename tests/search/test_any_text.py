"""No text is an error: whatever is typed is parsed, searched for and explained."""

from __future__ import annotations

import pytest
from django.conf import settings
from django.http import QueryDict
from hypothesis import example, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from articles import markup
from articles.explorer import Hit, explore
from articles.search.analysis import tokens

pytestmark = pytest.mark.django_db

SYNTAX = "\"'“”„«»-−*+^:(){}[]|&!<>=~%_\\/;,.#@?$\x00 \t\nAaбя۱ی"
PIECES = (
    *("AND", "OR", "NOT", "NEAR(a b, 2)", "title:", "{title} :", "^", "*", '"', "“", "”", "«"),
    *("-", "−", "--", "';--", "\x00", "%s", "%", "{}", "\\", "'", "o'brien", "<->", "<b>", "&amp;"),
    *("sanctions", "nuclear", "the", "cooperation", "санкции", "تحریم", "制裁", "🕊", "ﷺ", "İ"),
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


@hypothesis_settings(deadline=None, max_examples=200)
@given(text=texts, themes=st.lists(st.text(max_size=20) | st.just("trade"), max_size=3))
@example(text="\x00", themes=["\x00"])
@example(text="nuclear\x00 \x00weapons", themes=[])
@example(text='"', themes=[])
@example(text='"" -"" \'\' -', themes=[])
@example(text="AND", themes=[])
@example(text="sanctions NOT", themes=[])
@example(text="NEAR(nuclear energy)", themes=[])
@example(text="title:nuclear OR text:*", themes=[])
@example(text="nuclear*", themes=[])
@example(text="o'brien''s \\ %s {} ; DROP TABLE articles_search", themes=[])
@example(text="🕊 🇮🇷🤝🇷🇺", themes=["🕊"])
@example(text="تحریم‌های یک‌جانبه", themes=[])
@example(text="санкции и ядерная энергия", themes=[])
@example(text="한" * 200, themes=[])
@example(text="ﷺ" * 200, themes=[])
@example(text="x" * 10_000, themes=["x" * 10_000])
@example(text="sanctions " * 1_000, themes=[])
@example(text='"' * 10_000, themes=[])
@example(text='-"' * 5_000, themes=[])
@example(text=" " * 9_991 + "sanctions", themes=[])
def test_any_text_is_searched_for_and_explained(text: str, themes: list[str]) -> None:
    data = QueryDict(mutable=True)
    data["q"] = text
    data.setlist("theme", themes)
    found = explore(data)
    assert found.count <= 48
    assert len(found.form.query.text) <= 200
    for hit in found.hits:
        assert hit.url.startswith(("/articles/", "/preamble/"))
        assert 0 < len(hit.excerpt.text) <= 300

    again = explore(QueryDict(found.form.address.partition("?")[2]))
    assert [hit.article.number for hit in again.hits] == [hit.article.number for hit in found.hits]


def source_of(hit: Hit) -> str:
    """Return the whole text of which a hit shows an excerpt."""
    excerpt = hit.excerpt.text.removeprefix("… ").removesuffix(" …")
    if hit.paragraph is None:
        return hit.article.gist
    rows = [row for row in hit.paragraph.statements.all() if excerpt in markup.to_text(row.html)]
    assert [row.is_reported for row in rows] == [not hit.excerpt.is_unconfirmed]
    return markup.to_text(rows[0].html)


@hypothesis_settings(deadline=None)
@given(typed=st.lists(st.sampled_from(WORDS), min_size=1, max_size=3))
def test_every_excerpt_is_made_of_whole_words_of_its_text_and_marks_what_was_typed(
    typed: list[str],
) -> None:
    data = QueryDict(mutable=True)
    data["q"] = " ".join(typed)
    found = explore(data)
    stems = {clause.words[0].stem for clause in found.form.query.clauses}
    for hit in found.hits:
        excerpt = hit.excerpt.text.removeprefix("… ").removesuffix(" …")
        assert f" {excerpt} " in f" {source_of(hit)} "
        for part in hit.excerpt.segments:
            assert part.is_marked == bool({token.stem for token in tokens(part.text)} & stems)
