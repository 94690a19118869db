"""What one file says of another is there, and what tells things apart stands once."""

from __future__ import annotations

import pytest

from tests.loading.breaking import (
    A3,
    A19,
    COMMENT,
    EVENT,
    MENTION,
    NEW_URL,
    SOURCE,
    SUBJECT,
    TEXT_COPY,
    THEME,
    Case,
    background,
    each,
    faults_of,
    fifth,
    names,
)
from tests.loading.edition import Edit, Edition, prepending, replacing, setting

pytestmark = pytest.mark.django_db

REFERENCES: list[Case] = [
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

DUPLICATES: list[Case] = [
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


@each(*REFERENCES, *DUPLICATES)
def test_a_fault_names_file_and_key_and_says_what_to_do(
    edition: Edition, edit: Edit, file: str, key: str, message: str
) -> None:
    faults = faults_of(edition, edit)
    assert names(faults, file, key, message), faults
