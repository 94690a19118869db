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
    TEXT_COPY,
    THEME,
    Case,
    background,
    caution,
    each,
    faults_of,
    names,
    related,
)
from tests.loading.draft import Draft, Edit, prepending, replacing, setting

pytestmark = pytest.mark.files


def setting_mentions(named: str = "", background: str = "") -> Edit:
    """Give article 19 these mentions."""

    def edit(draft: Draft) -> None:
        draft.set(A19, "named", f'["{named}"]' if named else "[]")
        draft.set(A19, "background", f'["{background}"]' if background else "[]")

    return edit


REFERENCES: list[Case] = [
    ("an unknown theme of an article", setting(A19, "themes", '["sanctions", "zebras"]'),
     A19, "themes", "no theme 'zebras' in themes.toml: correct it or add one there"),
    ("an unknown report", setting(A19, "reports", '["tass-duma", "zebra-news"]'),
     A19, "reports", "no source 'zebra-news' in sources.toml: correct it or add one there"),
    ("an unknown source of a caution", caution('text = "Any."\nsources = ["zebra-news"]'),
     A3, "caution[1].sources", "no source 'zebra-news'"),
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
    ("an unknown source of what is known about reuse",
     replacing("publication.toml", '["wikimedia-ru-exempt"]', '["zebra-news"]'),
     "publication.toml", "reuse_fact[1].sources", "no source 'zebra-news'"),
    ("an unknown mention", setting_mentions(named="zebras"),
     A19, "mentions", "no mention 'zebras' in mentions.toml: correct it or add one there"),
    ("an unknown mention of the background", setting_mentions(background="zebras"),
     A19, "mentions", "no mention 'zebras'"),
    ("a related article beyond the treaty", related(49),
     A19, "related[1].number", "'49' will not do here"),
    ("an article beyond the treaty in an event",
     prepending("timeline.toml", EVENT.format("zoo", "1900-01-01", 49, "tass-duma")),
     "timeline.toml", "event[1].articles[1]", "'49' will not do here"),
    ("an article related to itself", related(19),
     A19, "related[1].number", "an article is not related to itself: name another"),
    ("a related article named twice",
     replacing(A19, "[[related]]", '[[related]]\nnumber = 20\nreason = "Any."\n[[related]]'),
     A19, "related[2].number", "20 stands twice: keep one"),
    ("a theme named twice", setting(A19, "themes", '["sanctions", "trade", "sanctions"]'),
     A19, "themes", "has 'sanctions' 2 times: keep one"),
    ("a mention named twice", setting_mentions(named='brics", "brics'),
     A19, "mentions.named", "has 'brics' 2 times: keep one"),
    ("a mention both named and in the background",
     setting_mentions(named="brics", background="brics"),
     A19, "mentions", "has 'brics' in both lists: keep it in 'named'"),
    ("a report named twice", setting(A19, "reports", '["tass-duma", "tass-duma"]'),
     A19, "reports", "has 'tass-duma' 2 times: keep one"),
    ("a source named twice", caution('text = "Any."\nsources = ["tass-duma", "tass-duma"]'),
     A3, "caution[1].sources", "has 'tass-duma' 2 times: keep one"),
    ("an article named twice in an event",
     prepending("timeline.toml", EVENT.format("zoo", "1900-01-01", "19, 19", "tass-duma")),
     "timeline.toml", "event[1].articles", "has '19' 2 times: keep one"),
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
    ("an event's slug",
     prepending("timeline.toml",
               EVENT.format("trade-navigation-treaty-1940", "1900-01-01", 0, "tass-duma")),
     "timeline.toml", "event.slug", "'trade-navigation-treaty-1940' stands 2 times"),
    ("a comment's slug",
     prepending("commentary.toml", COMMENT.format("snider-isolation", "tass-duma", "")),
     "commentary.toml", "comment.slug", "'snider-isolation' stands 2 times"),
    ("the slug of an official text and of a copy",
     prepending("publication.toml", TEXT_COPY.format("kremlin-ru", "tass-duma")),
     "publication.toml", "official_text or text_copy.slug", "'kremlin-ru' stands 2 times"),
]  # fmt: skip


@each(*REFERENCES, *DUPLICATES)
def test_a_fault_names_file_and_key_and_says_what_to_do(
    draft: Draft, edit: Edit, file: str, key: str, message: str
) -> None:
    faults = faults_of(draft, edit)
    assert names(faults, file, key, message), faults
