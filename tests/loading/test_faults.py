"""Each row of the table breaks one thing in the real fixtures and names the fault it must give."""

from __future__ import annotations

from pathlib import Path

import pytest

from articles import loading
from articles.loading import Fault
from articles.models import Article
from articles.search import parse
from tests.loading.edition import (
    ZOO,
    Edit,
    Edition,
    adding_concept,
    appending,
    prepending,
    removing,
    replacing,
    setting,
    writing,
)

pytestmark = pytest.mark.django_db

A3, A19, A25, A26 = (f"articles/{number}.toml" for number in ("03", "19", "25", "26"))

REPORTED_19 = 'basis = "reported"\nsources = ["tass-duma", "nhandan"]'
STATEMENT = """
[[paragraph]]
number = {number}
numbering = "own"
[[paragraph.statement]]
text = "{text}"
basis = "{basis}"
sources = [{sources}]
{rest}
"""


def statement(
    *,
    number: int = 1,
    text: str = "A rule.",
    basis: str = "reported",
    sources: str = '"tass-duma"',
    rest: str = "",
) -> str:
    return STATEMENT.format(number=number, text=text, basis=basis, sources=sources, rest=rest)


def fifth(**parts: str) -> Edit:
    """Add a fifth paragraph to article 3, which has four."""
    return appending(A3, statement(number=5, **parts))


def background(rest: str) -> Edit:
    """Add a background note to article 3, before those it has."""
    return replacing(A3, "[[background]]", f"[[background]]\n{rest}\n[[background]]")


def renaming(file: str, name: str) -> Edit:
    return lambda edition: edition.rename(file, name)


THEME = '[[theme]]\nslug = "{}"\nname = "{}"\ndescription = "Any."'
MENTION = """[[mention]]
slug = "{}"
name = "{}"
kind = "body"
description = "Any."
in_treaty = "Any."
aliases = []
sources = []"""
SOURCE = """[[source]]
key = "{}"
publisher = "Any"
what = "Any"
url = "{}"
language = "en"
kind = "press"
{}"""
SUBJECT = """[[subject]]
slug = "{}"
name = "{}"
themes = ["{}"]
{}
[[subject.statement]]
text = "Any."
basis = "reported"
sources = ["tass-duma"]"""
EVENT = """[[event]]
slug = "{}"
date = "{}"
title = "Any"
text = "Any."
kind = "context"
articles = [{}]
sources = ["{}"]"""
COMMENT = """[[comment]]
slug = "{}"
author = "Any"
publisher = "Any"
articles = []
text = "Any."
sources = ["{}"]
{}"""
TEXT_COPY = """[[text_copy]]
slug = "{}"
language = "en"
publisher = "Any"
url = "https://example.org/"
note = "Any."
sources = ["{}"]"""
CONCEPT = """[[concept]]
slug = "{slug}"
name = {name}
terms = [{terms}]
en = [{en}]
ru = []
fa = []
articles = [{articles}]
subjects = [{subjects}]
mentions = [{mentions}]
{rest}"""
ZEBRAS = {
    "slug": "zoo",
    "name": '"Zoo"',
    "terms": "",
    "en": '"zebra"',
    "articles": "19",
    "subjects": "",
    "mentions": "",
    "rest": "",
}
NEW_URL = "https://example.org/new"


def concept(**parts: str) -> Edit:
    """Add a concept, the first of a file of its own."""
    return adding_concept(CONCEPT.format(**{**ZEBRAS, **parts}))


def cue(table: str, keys: str, words: str = '"zebra"') -> Edit:
    """Put a table before all others of the cues, with these words in English."""
    lists = f'en = [{words}]\nru = ["зебра"]\nfa = ["گورخر"]'
    return prepending("cues.toml", f"[[{table}]]\n{keys}\n{lists}")


NUMBERS = [
    ("a number beyond the treaty", setting(A19, "number", "48"),
     A19, "number", "'48' will not do here: input should be less than or equal to 47"),
    ("a number below the preamble", setting(A19, "number", "-1"),
     A19, "number", "input should be greater than or equal to 0"),
    ("no number", replacing(A19, "number = 19\n", ""), A19, "number", "is missing: add it"),
    ("a number that is no number", setting(A19, "number", '"nineteen"'), A19, "number", "integer"),
    ("the number of another file", setting(A19, "number", "18"),
     A19, "number", "18 belongs in articles/18.toml: rename it"),
    ("a doubled number", setting(A19, "number", "18"),
     "articles", "number", "18 stands in 2 files: keep one"),
    ("a file in the wrong name", renaming(A19, "articles/nineteen.toml"),
     "articles/nineteen.toml", "number", "19 belongs in articles/19.toml: rename it"),
    ("a file without its nought", renaming("articles/01.toml", "articles/1.toml"),
     "articles/1.toml", "number", "1 belongs in articles/01.toml: rename it"),
    ("an article missing", removing(A26), A26, "", "Article 26 is missing: write the file"),
    ("the preamble missing", removing("articles/00.toml"),
     "articles/00.toml", "", "Preamble is missing: write the file"),
]  # fmt: skip

REFERENCES = [
    ("an unknown theme of an article", setting(A19, "themes", '["sanctions", "zebras"]'),
     A19, "themes", "no theme 'zebras' in themes.toml: correct it or add one there"),
    ("an unknown theme of a subject",
     prepending("subjects.toml", SUBJECT.format("zoo", "Zoo", "zebras", 'likely_place = "Zoo"')),
     "subjects.toml", "subject[1].themes", "no theme 'zebras' in themes.toml"),
    ("an unknown source of a statement", fifth(sources='"tass-duma", "zebra-news"'),
     A3, "paragraph[5].statement[1].sources",
     "no source 'zebra-news' in sources.toml: correct it or add one there"),
    ("an unknown source of the background",
     background('text = "Any."\nsources = ["zebra-news"]'),
     A3, "background[1].sources", "no source 'zebra-news'"),
    ("an unknown source of an event",
     prepending("timeline.toml", EVENT.format("zoo", "1900-01-01", 19, "zebra-news")),
     "timeline.toml", "event[1].sources", "no source 'zebra-news'"),
    ("an unknown source of a comment",
     prepending("commentary.toml", COMMENT.format("zoo", "zebra-news", "")),
     "commentary.toml", "comment[1].sources", "no source 'zebra-news'"),
    ("an unknown source of a mention",
     replacing("mentions.toml", "sources = []", 'sources = ["zebra-news"]'),
     "mentions.toml", "mention[1].sources", "no source 'zebra-news'"),
    ("an unknown source of a copy of the text",
     prepending("publication.toml", TEXT_COPY.format("zoo", "zebra-news")),
     "publication.toml", "text_copy[1].sources", "no source 'zebra-news'"),
    ("an unknown source of what is known of the languages",
     replacing("publication.toml", '["text-crnopile", "cyclowiki"]', '["zebra-news"]'),
     "publication.toml", "language_fact[1].sources", "no source 'zebra-news'"),
    ("an unknown mention",
     replacing(A19, 'named = ["unilateral-coercive-measures"]', 'named = ["zebras"]'),
     A19, "mentions", "no mention 'zebras' in mentions.toml: correct it or add one there"),
    ("an unknown related article", replacing(A19, "[[related]]\nnumber = 20",
                                             "[[related]]\nnumber = 48"),
     A19, "related[1].number", "'48' will not do here"),
    ("an unknown article of an event",
     prepending("timeline.toml", EVENT.format("zoo", "1900-01-01", 48, "tass-duma")),
     "timeline.toml", "event[1].articles[1]", "'48' will not do here"),
    ("a related article that no report describes",
     replacing(A19, "[[related]]\nnumber = 20", "[[related]]\nnumber = 26"),
     A19, "related[1].number", "Article 26 has no report: name another"),
    ("an article related to itself",
     replacing(A19, "[[related]]\nnumber = 20", "[[related]]\nnumber = 19"),
     A19, "related[1].number", "an article is not related to itself: name another"),
    ("a related article named twice",
     replacing(A19, "[[related]]", '[[related]]\nnumber = 20\nreason = "Any."\n[[related]]'),
     A19, "related[2].number", "20 stands twice: keep one"),
    ("a theme named twice", setting(A19, "themes", '["sanctions", "sanctions"]'),
     A19, "themes", "'sanctions' stands 2 times: keep one"),
    ("a mention both named and in the background",
     replacing(A19, 'background = ["united-nations", "un-charter"]',
               'background = ["unilateral-coercive-measures"]'),
     A19, "mentions", "'unilateral-coercive-measures' stands 2 times: keep one"),
    ("a source named twice", fifth(sources='"tass-duma", "tass-duma"'),
     A3, "paragraph[5].statement[1].sources", "'tass-duma' stands 2 times: keep one"),
]  # fmt: skip

DUPLICATES = [
    ("a theme's slug", prepending("themes.toml", THEME.format("trade", "Zebras")),
     "themes.toml", "theme.slug", "'trade' stands 2 times: each must differ"),
    ("a theme's name", prepending("themes.toml", THEME.format("zebras", "Sanctions")),
     "themes.toml", "theme.name", "'Sanctions' stands 2 times"),
    ("a mention's slug", prepending("mentions.toml", MENTION.format("brics", "Zebras")),
     "mentions.toml", "mention.slug", "'brics' stands 2 times"),
    ("a mention's name", prepending("mentions.toml", MENTION.format("zebras", "BRICS")),
     "mentions.toml", "mention.name", "'BRICS' stands 2 times"),
    ("a source's key", prepending("sources.toml", SOURCE.format("text-icl", NEW_URL, "")),
     "sources.toml", "source.key", "'text-icl' stands 2 times"),
    ("a source's address",
     prepending("sources.toml", SOURCE.format("zoo", "https://diruz.it/accordo-russia-iran", "")),
     "sources.toml", "source.url", "'https://diruz.it/accordo-russia-iran' stands 2 times"),
    ("a subject's slug",
     prepending("subjects.toml", SUBJECT.format("sport", "Zoo", "trade", 'likely_place = "Zoo"')),
     "subjects.toml", "subject.slug", "'sport' stands 2 times"),
    ("an event's slug",
     prepending("timeline.toml",
               EVENT.format("trade-navigation-treaty-1940", "1900-01-01", 0, "tass-duma")),
     "timeline.toml", "event.slug", "'trade-navigation-treaty-1940' stands 2 times"),
    ("a comment's slug",
     prepending("commentary.toml", COMMENT.format("snider-article-2", "tass-duma", "")),
     "commentary.toml", "comment.slug", "'snider-article-2' stands 2 times"),
    ("the slug of an official text and of a copy",
     prepending("publication.toml", TEXT_COPY.format("kremlin-ru", "tass-duma")),
     "publication.toml", "official_text or text_copy.slug", "'kremlin-ru' stands 2 times"),
]  # fmt: skip

CUES = [
    ("an article beyond the treaty", cue("landmark", "article = 48"),
     "cues.toml", "landmark[1].article", "'48' will not do here"),
    ("two landmarks of an article", cue("landmark", "article = 2"),
     "cues.toml", "landmark.article", "'2' stands 2 times: each must differ"),
    ("a subject twice", cue("subject", 'slug = "sport"\nname = "Zoo"\nthemes = ["trade"]'),
     "cues.toml", "subject.slug", "'sport' stands 2 times"),
    ("a subject's name twice",
     cue("subject", 'slug = "zoo"\nname = "Sport"\nthemes = ["trade"]'),
     "cues.toml", "subject.name", "'Sport' stands 2 times"),
    ("a subject of an unknown theme",
     cue("subject", 'slug = "zoo"\nname = "Zoo"\nthemes = ["zebras"]'),
     "cues.toml", "subject[1].themes", "no theme 'zebras' in themes.toml"),
    ("a subject without a theme", cue("subject", 'slug = "zoo"\nname = "Zoo"\nthemes = []'),
     "cues.toml", "subject[1].themes", "is empty: give at least one"),
    ("names of an unknown mention", cue("body", 'mention = "zebras"'),
     "cues.toml", "body[1].mention", "no mention 'zebras' in mentions.toml"),
    ("names of a mention twice", cue("body", 'mention = "brics"'),
     "cues.toml", "body.mention", "'brics' stands 2 times"),
    ("an unknown strength", cue("strength", 'kind = "wish"\nplain = ["zebra"]'),
     "cues.toml", "strength[1].kind", "'wish' will not do here"),
    ("a strength twice", cue("strength", 'kind = "ban"\nplain = ["zebra"]'),
     "cues.toml", "strength.kind", "'ban' stands 2 times"),
    ("a strength without our wording", cue("strength", 'kind = "ban"'),
     "cues.toml", "strength[1].plain", "is missing: add it"),
    ("no cue", cue("landmark", "article = 3", ""),
     "cues.toml", "landmark[1].en", "is empty: give at least one"),
    ("a cue without a word", cue("landmark", "article = 3", '"—"'),
     "cues.toml", "landmark[1].en[1]", "has no letter or digit: write a word"),
    ("a cue twice", cue("landmark", "article = 3", '"zebra", "zebra"'),
     "cues.toml", "landmark[1].en", "'zebra' stands 2 times: keep one"),
]  # fmt: skip

PARAGRAPHS = [
    ("a gap", replacing(A3, "[[paragraph]]\nnumber = 4", "[[paragraph]]\nnumber = 5"),
     A3, "paragraph.number", "1, 2, 3, 5: number them 1, 2, 3 … in order, without gaps"),
    ("a start at two", replacing(A25, "[[paragraph]]\nnumber = 1", "[[paragraph]]\nnumber = 2"),
     A25, "paragraph.number", "2: number them 1, 2, 3 … in order, without gaps"),
    ("the wrong order", replacing(A3, "[[paragraph]]\nnumber = 1", "[[paragraph]]\nnumber = 5"),
     A3, "paragraph.number", "5, 2, 3, 4: number them"),
    ("a doubled number", replacing(A3, "[[paragraph]]\nnumber = 4", "[[paragraph]]\nnumber = 3"),
     A3, "paragraph.number", "1, 2, 3, 3: number them"),
    ("nought", replacing(A3, "[[paragraph]]\nnumber = 1", "[[paragraph]]\nnumber = 0"),
     A3, "paragraph[1].number", "'0' will not do here"),
    ("no statement", appending(A3, '[[paragraph]]\nnumber = 5\nnumbering = "own"'),
     A3, "paragraph[5].statement", "is missing: add it"),
    ("an empty list of statements",
     appending(A3, '[[paragraph]]\nnumber = 5\nnumbering = "own"\nstatement = []'),
     A3, "paragraph[5].statement", "is empty: give at least one"),
    ("an unknown kind of numbering",
     replacing(A3, 'numbering = "confirmed"', 'numbering = "guessed"'),
     A3, "paragraph[1].numbering", "'guessed' will not do here"),
    ("more paragraphs than there are for certain",
     appending("articles/01.toml", statement(number=2)),
     "articles/01.toml", "paragraph_count", "is 1, but 2 paragraphs follow: "),
    ("a certain count that is not given",
     replacing("articles/01.toml", "paragraph_count = 1\n", ""),
     "articles/01.toml", "paragraph_count", "is confirmed but missing: add it"),
]  # fmt: skip

TEXTS = [
    ("an empty text", fifth(text=""),
     A3, "paragraph[5].statement[1].text", "is empty: write the text"),
    ("a text of white space", fifth(text=r" \n\t "),
     A3, "paragraph[5].statement[1].text", "is empty: write the text"),
    ("an empty title", setting(A19, "title", '""'), A19, "title", "is empty: write the text"),
    ("an empty keyword", setting(A19, "keywords", '["swift", ""]'),
     A19, "keywords[2]", "is empty: write the text"),
    ("no gist", replacing(A26, "gist = ", "# "), A26, "gist", "is missing: add it"),
    ("a gist that is too long", setting(A19, "gist", f'"{"x" * 251}"'),
     A19, "gist", "shorten it to 250"),
    ("a gist on two lines", setting(A19, "gist", r'"One line\nand another."'),
     A19, "gist", "runs over several lines: put it on one line"),
    ("a NUL written as an escape", fifth(text=r"be\u0000fore"),
     A3, "paragraph[5].statement[1].text", "holds a control character: take it out"),
    ("a terminal's escape in a source",
     replacing("sources.toml", 'publisher = "ICL Center"', r'publisher = "ICL\u001b[31m"'),
     "sources.toml", "source[2].publisher", "holds a control character: take it out"),
    ("HTML in a text", fifth(text="A <b>rule</b>."),
     A3, "paragraph[5].statement[1].text", "holds an HTML tag: write Markdown without HTML"),
    ("a script in the background",
     background('text = "<script>x</script>"\nsources = ["tass-duma"]'),
     A3, "background[1].text", "holds an HTML tag: write Markdown without HTML"),
    ("an HTML comment", fifth(text="A rule.<!-- which? -->"),
     A3, "paragraph[5].statement[1].text", "holds an HTML tag"),
    ("a text that begins with a number", fifth(text="5. A rule."),
     A3, "paragraph[5].statement[1].text",
     "begins with a number: the paragraph's number belongs in 'number'"),
    ("a text that begins with a number in brackets", fifth(text="(5) A rule."),
     A3, "paragraph[5].statement[1].text", "begins with a number"),
]  # fmt: skip

BASES = [
    ("reported without a source", fifth(sources=""),
     A3, "paragraph[5].statement[1]",
     "is 'reported' without a source: name one, or make it 'unconfirmed'"),
    ("unconfirmed with a source", fifth(basis="unconfirmed", rest='settle = "The text."'),
     A3, "paragraph[5].statement[1]",
     "is 'unconfirmed' but names sources: make it 'reported', or drop them"),
    ("unconfirmed without what would settle it", fifth(basis="unconfirmed", sources=""),
     A3, "paragraph[5].statement[1]", "'settle' goes with 'unconfirmed', and only there"),
    ("reported with what would settle it", fifth(rest='settle = "The text."'),
     A3, "paragraph[5].statement[1]", "'settle' goes with 'unconfirmed', and only there"),
    ("an unknown basis", fifth(basis="rumoured"),
     A3, "paragraph[5].statement[1].basis", "'rumoured' will not do here"),
    ("background without a source", background('text = "Any."\nsources = []'),
     A3, "background[1].sources", "is empty: give at least one"),
    ("an event without a source",
     prepending("timeline.toml", EVENT.format("zoo", "1900-01-01", 19, "").replace('[""]', "[]")),
     "timeline.toml", "event[1].sources", "is empty: give at least one"),
]  # fmt: skip

KEYS = [
    ("an unknown key", setting(A19, "number", "19\ncolour = 1"),
     A19, "colour", "is not a key known here: remove it or correct its spelling"),
    ("an unknown key of a statement", fifth(rest='setle = "x"'),
     A3, "paragraph[5].statement[1].setle", "is not a key known here"),
    ("an unknown key of a theme",
     prepending("themes.toml", THEME.format("zebras", "Zebras") + '\ncolour = "red"'),
     "themes.toml", "theme[1].colour", "is not a key known here"),
    ("a table that does not belong", prepending("themes.toml", "[colour]"),
     "themes.toml", "colour", "is not a key known here"),
    ("a slug in capitals", prepending("themes.toml", THEME.format("Zebras", "Zebras")),
     "themes.toml", "theme[1].slug", "'Zebras' will not do here"),
    ("a javascript: address",
     prepending("sources.toml", SOURCE.format("zoo", "javascript:alert(1)", "")),
     "sources.toml", "source[1].url", "'javascript:alert(1)' will not do here"),
    ("a javascript: address after a line break",
     prepending("sources.toml", SOURCE.format("zoo", r"javascript:1\nhttps://example.org/", "")),
     "sources.toml", "source[1].url", "will not do here"),
    ("a data: address", prepending("sources.toml", SOURCE.format("zoo", "data:text/html,x", "")),
     "sources.toml", "source[1].url", "will not do here"),
    ("a language by its name",
     replacing("sources.toml", 'language = "en"', 'language = "English"'),
     "sources.toml", "source[1].language", "'English' will not do here"),
    ("a day that the calendar has not",
     prepending("sources.toml", SOURCE.format("zoo", NEW_URL, 'date = "2025-02-30"')),
     "sources.toml", "source[1].date", "is no date of the calendar: correct it"),
    ("a date in words",
     prepending("sources.toml", SOURCE.format("zoo", NEW_URL, 'date = "17 January 2025"')),
     "sources.toml", "source[1].date", "'17 January 2025' will not do here"),
    ("a date of TOML's own",
     prepending("sources.toml", SOURCE.format("zoo", NEW_URL, "date = 2025-01-17")),
     "sources.toml", "source[1].date", "'2025-01-17' will not do here"),
    ("an event before the one that it follows",
     prepending("timeline.toml", EVENT.format("zoo", "2099-01-01", 19, "tass-duma")),
     "timeline.toml", "event[2].date", "is earlier than the one before: move"),
    ("half a range of articles",
     prepending("subjects.toml", SUBJECT.format("zoo", "Zoo", "trade", "likely_from = 3")),
     "subjects.toml", "subject[1]", "give 'likely_from' and 'likely_to', or else 'likely_place'"),
    ("no likely place", prepending("subjects.toml", SUBJECT.format("zoo", "Zoo", "trade", "")),
     "subjects.toml", "subject[1]", "give 'likely_from' and 'likely_to', or else 'likely_place'"),
    ("a range of articles that runs backwards",
     prepending("subjects.toml",
               SUBJECT.format("zoo", "Zoo", "trade", "likely_from = 9\nlikely_to = 3")),
     "subjects.toml", "subject[1]", "'likely_from' comes after 'likely_to': exchange them"),
    ("a quotation of nobody",
     prepending("commentary.toml", COMMENT.format("zoo", "tass-duma", 'quote = "Neigh."')),
     "commentary.toml", "comment[1]", "'quote' and 'quote_of' go together"),
]  # fmt: skip

GRADES = [
    ("an unplaced article with keywords", setting(A26, "keywords", '["zebras"]'),
     A26, "evidence", "'unplaced' says nothing of the content: drop all but the cautions"),
    ("an unplaced article with a theme", setting(A26, "themes", '["trade"]'),
     A26, "evidence", "'unplaced' says nothing of the content"),
    ("an unplaced article with text",
     appending(A26, statement(basis="unconfirmed", sources="", rest='settle = "The text."')),
     A26, "evidence", "'unplaced' says nothing of the content"),
    ("an unplaced article with a mention",
     replacing(A26, "\nbackground = []", '\nbackground = ["brics"]'),
     A26, "evidence", "'unplaced' says nothing of the content"),
    ("an unplaced article with a title", setting(A26, "title", '"Zebras"'),
     A26, "evidence", "'unplaced' has only 'Article 26' for a title"),
    ("an outline with a reported statement",
     replacing(A25, 'basis = "unconfirmed"\nsources = []\nsettle =',
               'basis = "reported"\nsources = ["alta-aeo"]\n# '),
     A25, "evidence", "'outline' holds unconfirmed statements, and only those"),
    ("an outline with a title", setting(A25, "title", '"Customs"'),
     A25, "evidence", "'outline' has an unconfirmed subject: give only the number as the title"),
    ("an outline without a theme", setting(A25, "themes", "[]"),
     A25, "evidence", "'outline' needs a theme: give at least one"),
    ("a reported article without a report", setting(A25, "evidence", '"reported"'),
     A25, "evidence", "'reported' needs a reported statement: add it with its source"),
    ("a placed article without a report", setting(A25, "evidence", '"placed"'),
     A25, "evidence", "'placed' needs a reported statement: add it with its source"),
    ("a reported article without a theme", setting(A19, "themes", "[]"),
     A19, "evidence", "'reported' needs a theme: give at least one"),
    ("an unknown grade", setting(A19, "evidence", '"certain"'),
     A19, "evidence", "'certain' will not do here"),
]  # fmt: skip

FILES = [
    ("broken TOML", setting(A19, "themes", '["sanctions"'), A19, "", "is not TOML: "),
    ("broken TOML, with the place", writing("themes.toml", "[[theme]\n"),
     "themes.toml", "", "line 1"),
    ("a key given twice", setting(A19, "number", "19\nnumber = 19"), A19, "", "is not TOML: "),
    ("a file that is not UTF-8", writing(A19, 'title = "Café"'.encode("latin-1")),
     A19, "", "is not UTF-8 (at byte 12): save it again as UTF-8"),
    ("UTF-16", writing("sources.toml", "source = []".encode("utf-16")),
     "sources.toml", "", "is not UTF-8 (at byte 0): save it again as UTF-8"),
    ("a file that is too large", appending(A19, f"# {'x' * 1_000_000}"),
     A19, "", "is over 1,000,000 bytes: split or shorten it"),
    ("tables nested too deeply", setting(A19, "number", "[" * 100_000),
     A19, "", "nests tables too deeply: flatten it"),
    ("an empty file", writing("themes.toml", b""), "themes.toml", "theme", "is missing: add it"),
    *((f"{name}.toml missing", removing(f"{name}.toml"),
       f"{name}.toml", "", "is missing: put it back")
      for name in ("themes", "mentions", "subjects", "sources", "timeline", "commentary",
                   "publication")),
]  # fmt: skip

THESAURUS = [
    ("an unknown mention", concept(mentions='"zebras"'),
     ZOO, "concept[1].mentions",
     "no mention 'zebras' in mentions.toml: correct it or add one there"),
    ("an unknown subject", concept(subjects='"zebras"'),
     ZOO, "concept[1].subjects",
     "no subject 'zebras' in subjects.toml: correct it or add one there"),
    ("a mention named twice", concept(mentions='"brics", "brics"'),
     ZOO, "concept[1].mentions", "'brics' stands 2 times: keep one"),
    ("a subject named twice", concept(subjects='"sport", "sport"'),
     ZOO, "concept[1].subjects", "'sport' stands 2 times: keep one"),
    ("an article that is not described", concept(articles="19, 26"),
     ZOO, "concept[1].articles", "Article 26 is not described: drop it"),
    ("an article that the treaty has not", concept(articles="48"),
     ZOO, "concept[1].articles[1]", "'48' will not do here"),
    ("an article named twice", concept(articles="19, 3, 19"),
     ZOO, "concept[1].articles", "19 stands 2 times: keep one"),
    ("a term that the edition has not", concept(terms='"sanctions", "striped horses"'),
     ZOO, "concept[1].terms",
     "the edition has no 'striped horses': correct it, or move it to readers' words"),
    ("a term whose words stand apart in the edition", concept(terms='"coercive unilateral"'),
     ZOO, "concept[1].terms", "the edition has no 'coercive unilateral'"),
    ("a concept that leads nowhere", concept(articles=""),
     ZOO, "concept[1]", "leads nowhere: name an article, a subject or a mention"),
    ("a slug twice", adding_concept(f"{CONCEPT}\n{CONCEPT}".format(**ZEBRAS)),
     "thesaurus", "concept.slug", "'zoo' stands 2 times: each must differ"),
    ("a slug in capitals", concept(slug="Zoo"), ZOO, "concept[1].slug", "'Zoo' will not do here"),
    ("a slug that is too long", concept(slug="z" * 51), ZOO, "concept[1].slug", "50 characters"),
    ("an empty name", concept(name='""'), ZOO, "concept[1].name", "is empty: write the text"),
    ("a name that is too long", concept(name=f'"{"x" * 101}"'),
     ZOO, "concept[1].name", "shorten it to 100"),
    ("an empty word", concept(en='"zebra", " "'), ZOO, "concept[1].en[2]", "is empty"),
    ("a word on two lines", concept(en=r'"zebra\nhorse"'),
     ZOO, "concept[1].en[1]", "runs over several lines: put it on one line"),
    ("an unknown key", concept(rest='de = ["Zebra"]'),
     ZOO, "concept[1].de", "is not a key known here: remove it or correct its spelling"),
    ("a missing language", adding_concept('[[concept]]\nslug = "zoo"'),
     ZOO, "concept[1].fa", "is missing: add it"),
    ("broken TOML", adding_concept("[[concept"), ZOO, "", "is not TOML: "),
    ("a file that is not UTF-8", writing(ZOO, b"\xff"),
     ZOO, "", "is not UTF-8 (at byte 0): save it again as UTF-8"),
    ("a file with something else", writing(ZOO, b"theme = []"),
     ZOO, "concept", "is missing: add it"),
]  # fmt: skip

CASES = [
    *NUMBERS, *REFERENCES, *DUPLICATES, *CUES, *PARAGRAPHS, *TEXTS, *BASES, *KEYS, *GRADES, *FILES,
]  # fmt: skip


@pytest.mark.parametrize(
    ("edit", "file", "key", "message"),
    [case[1:] for case in CASES],
    ids=[case[0] for case in CASES],
)
def test_a_fault_names_file_and_key_and_says_what_to_do(
    edition: Edition, edit: Edit, file: str, key: str, message: str
) -> None:
    edit(edition.without_thesaurus())
    faults = edition.faults()
    there = [fault for fault in faults if (fault.file, fault.key) == (file, key)]
    assert any(message in fault.message for fault in there), faults


@pytest.mark.parametrize(
    ("edit", "file", "key", "message"),
    [case[1:] for case in THESAURUS],
    ids=[case[0] for case in THESAURUS],
)
def test_a_fault_of_the_thesaurus_is_the_only_one_and_names_file_and_key(
    edition: Edition, edit: Edit, file: str, key: str, message: str
) -> None:
    edit(edition.without_thesaurus())
    faults = edition.faults()
    there = [fault for fault in faults if (fault.file, fault.key) == (file, key)]
    assert any(message in fault.message for fault in there), faults
    assert {fault.file for fault in faults} == {file}


def test_the_same_slug_in_two_files_of_the_thesaurus_is_a_fault(edition: Edition) -> None:
    slug = next(
        line for line in edition.text("thesaurus/society.toml").splitlines() if "slug = " in line
    )
    edition.replace("thesaurus/security.toml", 'slug = "preamble-recitals"', slug)
    assert [(fault.file, fault.key) for fault in edition.faults()] == [
        ("thesaurus", "concept.slug")
    ]


@pytest.mark.parametrize(
    "term",
    [
        "sanctions",
        "Sanction",
        "unilateral coercive measures",
        "multipolar world order",
        "sanitation",
    ],
)
def test_a_term_may_stand_in_any_form_in_title_keywords_text_or_subject(
    edition: Edition, term: str
) -> None:
    concept(terms=f'"{term}"')(edition.without_thesaurus())
    assert edition.faults() == []


def test_a_concept_may_lead_to_a_subject_or_a_mention_alone(edition: Edition) -> None:
    edition.without_thesaurus()
    concept(articles="", subjects='"sport"')(edition)
    concept(slug="zoo-too", articles="", mentions='"brics"')(edition)
    assert edition.faults() == []


def test_the_real_fixtures_have_no_fault(edition: Edition) -> None:
    assert edition.faults() == []


@pytest.mark.parametrize(
    "edit",
    [
        pytest.param(setting(A19, "themes", '["sanctions", "zebras"]'), id="reference"),
        pytest.param(setting(A19, "gist", '""'), id="key of an article"),
        pytest.param(writing(A19, b"\xff"), id="bytes of an article"),
        pytest.param(removing(A26), id="article missing"),
        pytest.param(removing("sources.toml"), id="sources missing"),
        pytest.param(removing("themes.toml"), id="themes missing"),
        pytest.param(removing("mentions.toml"), id="mentions missing"),
        pytest.param(writing("publication.toml", b"\xff"), id="bytes of the publications"),
        pytest.param(removing(A19), id="described article missing"),
        pytest.param(removing("subjects.toml"), id="subjects missing"),
        pytest.param(writing("thesaurus/economy.toml", b"\xff"), id="bytes of the thesaurus"),
        pytest.param(concept(mentions='"zebras"'), id="reference of a concept"),
    ],
)
def test_one_thing_broken_is_one_fault(edition: Edition, edit: Edit) -> None:
    edit(edition)
    assert len(edition.faults()) == 1, edition.faults()


def test_all_faults_are_reported_at_once(edition: Edition) -> None:
    edition.set(A19, "themes", '["zebras"]')
    edition.set(A26, "keywords", '["zebras"]')
    edition.replace(A3, "[[paragraph]]\nnumber = 4", "[[paragraph]]\nnumber = 6")
    edition.prepend("themes.toml", THEME.format("trade", "Trade again"))
    edition.prepend("timeline.toml", EVENT.format("zoo", "2099-01-01", 19, "zebra-news"))
    edition.write("commentary.toml", "comment = [")
    concept(mentions='"zebras"', articles="19, 26", terms='"striped horses"')(edition)
    assert [(fault.file, fault.key) for fault in edition.faults()] == [
        ("articles/03.toml", "paragraph.number"),
        ("articles/19.toml", "themes"),
        ("articles/26.toml", "evidence"),
        ("commentary.toml", ""),
        ("themes.toml", "theme.slug"),
        ("thesaurus/zoo.toml", "concept[1].articles"),
        ("thesaurus/zoo.toml", "concept[1].mentions"),
        ("thesaurus/zoo.toml", "concept[1].terms"),
        ("timeline.toml", "event[1].sources"),
        ("timeline.toml", "event[2].date"),
    ]


def test_all_faults_of_one_file_are_reported_at_once(edition: Edition) -> None:
    edition.set(A19, "gist", '""')
    edition.set(A19, "evidence", '"certain"')
    edition.set(A19, "title", '"Sanctions"\ncolour = "red"')
    found = {fault.key for fault in edition.faults() if fault.file == A19}
    assert {"gist", "evidence", "colour"} <= found


def test_a_missing_folder_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(loading.FixtureError) as refusal:
        loading.load(tmp_path / "nowhere")
    assert [str(fault) for fault in refusal.value.faults] == [
        f"{tmp_path / 'nowhere'}: is not a folder: name the folder of the fixtures"
    ]


def test_a_file_in_the_place_of_the_folder_is_a_fault(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(loading.FixtureError, match="1 fault in the fixtures"):
        loading.load(tmp_path / "file")


def test_a_folder_in_the_place_of_a_file_is_a_fault(edition: Edition) -> None:
    edition.remove("themes.toml")
    (edition.folder / "themes.toml").mkdir()
    assert [str(fault) for fault in edition.faults()] == [
        "themes.toml: cannot be read (Is a directory): check its permissions"
    ]


def test_an_empty_folder_lacks_every_file_and_every_article(tmp_path: Path) -> None:
    with pytest.raises(loading.FixtureError) as refusal:
        loading.load(tmp_path)
    assert len(refusal.value.faults) == 8 + 48


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("number", '"19"'),
        ("number", "19.0"),
        ("paragraph_count", "true"),
        ("paragraph_count_confirmed", '"no"'),
        ("paragraph_count_confirmed", "0"),
        ("title", "19"),
        ("keywords", '"sanctions"'),
        ("mentions", "[]"),
    ],
)
def test_a_value_of_another_type_is_a_fault(edition: Edition, key: str, value: str) -> None:
    if key == "mentions":
        edition.replace(A19, "[mentions]", "[[mentions]]")
    else:
        edition.set(A19, key, value)
    assert key in {fault.key for fault in edition.faults() if fault.file == A19}


@pytest.mark.parametrize(
    ("file", "text", "key"),
    [
        (
            "sources.toml",
            SOURCE.format("zoo", NEW_URL, "").replace('publisher = "Any"', 'publisher = "{}"'),
            "source[1].publisher",
        ),
        (
            "publication.toml",
            TEXT_COPY.format("zoo", "tass-duma").replace('publisher = "Any"', 'publisher = "{}"'),
            "text_copy[1].publisher",
        ),
        (
            "commentary.toml",
            COMMENT.format("zoo", "tass-duma", 'quote = "{}"\nquote_of = "Any"'),
            "comment[1].quote",
        ),
        (
            "commentary.toml",
            COMMENT.format("zoo", "tass-duma", 'quote = "Any"\nquote_of = "{}"'),
            "comment[1].quote_of",
        ),
    ],
)
def test_a_text_longer_than_its_column_is_a_fault(
    edition: Edition, file: str, text: str, key: str
) -> None:
    """PostgreSQL would refuse the row, SQLite would take it: the loader must say so first."""
    edition.prepend(file, text.replace("{}", "x" * 201))
    assert [(fault.file, fault.key) for fault in edition.faults()] == [(file, key)]


def test_a_word_longer_than_its_column_is_taken_by_every_database(edition: Edition) -> None:
    """The words of a text go into a table of their own, with the search index."""
    edition.without_thesaurus().put("text", 4, f"The {'zebra' * 30}.")
    assert edition.faults() == []
    numbers = Article.objects.search(parse("zebra" * 30)).values_list("number", flat=True)
    assert list(numbers) == [4]


def test_a_count_that_no_database_column_holds_is_a_fault(edition: Edition) -> None:
    edition.set(A19, "paragraph_count", "40000")
    assert [(fault.file, fault.key) for fault in edition.faults()] == [(A19, "paragraph_count")]


def test_a_fault_reads_as_file_key_and_message() -> None:
    assert str(Fault("a.toml", "x[1].y", "is empty")) == "a.toml: x[1].y: is empty"
    assert str(Fault("a.toml", "", "is not TOML")) == "a.toml: is not TOML"
