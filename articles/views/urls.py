"""Every address of the site. They are stable for ever."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from django.urls import URLPattern, path, re_path, register_converter

from articles import treaty
from articles.views import (
    accessibility,
    cards,
    citing,
    comforts,
    discovery,
    explorer,
    exports,
    health,
    obligations,
    pages,
    questions,
    selections,
    texts,
)
from articles.views.converters import (
    ArticleConverter,
    ItemsConverter,
    NumberConverter,
    SuffixConverter,
)

register_converter(NumberConverter, "number")
register_converter(ArticleConverter, "article")
register_converter(SuffixConverter, "suffix")
register_converter(ItemsConverter, "items")

PLACE = r"(?P<code>(?:0{0,2}[0-9]{1,2}|closing)(?:[./]0{0,2}[1-9][0-9]?){0,2})"
"""A provision, in short (/3, /3.3, /22.2.3; /0 is the preamble) or as people may write it."""

PARTS = {
    "articles/<article:number>": {},
    "preamble": {"number": treaty.PREAMBLE},
    "closing": {"number": treaty.CLOSING},
}
"""How the address of each part of the treaty begins, and the number by which views know it."""

DEPTHS = {
    "article": "",
    "paragraph": "/<number:paragraph>",
    "point": "/<number:paragraph>/<number:point>",
}
"""What an address names, and what it then has after that of the part."""


def of_provisions() -> Iterator[URLPattern]:
    """Yield the addresses of every provision: its page, how it is cited, and its data."""
    for part, number in PARTS.items():
        for name, below in DEPTHS.items():
            address = f"{part}{below}"
            yield path(f"{address}/", pages.article, number, name)
            yield path(f"{address}/cite/", citing.cite, number, f"{name}_cite")
            yield path(f"{address}.<suffix:suffix>", exports.article, number, f"{name}_export")
        yield path(f"{part}/compare/", texts.compare, number, "article_compare")


urlpatterns = [
    path("", pages.home, name="home"),
    path("articles/", explorer.explorer, name="explorer"),
    path("articles.json", explorer.articles_json, name="articles_json"),
    *of_provisions(),
    path("treaty/cite/", citing.treaty_cite, name="treaty_cite"),
    path("treaty.<suffix:suffix>", exports.whole_treaty, name="treaty_export"),
    path("data/", exports.data, name="data"),
    path("set/", selections.sets, name="sets"),
    path("set/<items:items>.<suffix:suffix>", exports.chosen, name="set_export"),
    path("set/<path:items>/cite/", selections.cite_set, name="set_cite"),
    path("set/<path:items>/", selections.read_set, name="set"),
    path("words/", texts.words, name="words"),
    path("words/<path:word>/", texts.word, name="word"),
    path("verify/", texts.verify_quotation, name="verify"),
    path("questions/", questions.questions, name="questions"),
    path("questions/<slug:slug>/", questions.question, name="question"),
    path("themes/", pages.themes, name="themes"),
    path("themes/<slug:slug>/", pages.theme, name="theme"),
    path("mentions/", pages.mentions, name="mentions"),
    path("mentions/<slug:slug>/", pages.mention, name="mention"),
    path("thesaurus/", pages.thesaurus, name="thesaurus"),
    path("thesaurus/<slug:letter>/", pages.thesaurus_letter, name="thesaurus_letter"),
    path("treaty/", pages.whole_treaty, name="treaty"),
    path("obligations/", obligations.obligations, name="obligations"),
    path("timeline/", pages.timeline, name="timeline"),
    path("background/", pages.background, name="background"),
    path("sources/", pages.sources, name="sources"),
    path("about/", pages.about, name="about"),
    path("accessibility/", accessibility.accessibility, name="accessibility"),
    path("settings/", comforts.settings, name="settings"),
    path("offline/", comforts.offline, name="offline"),
    path("sw.js", comforts.worker, name="worker"),
    path("sitemap.xml", discovery.sitemap, name="sitemap"),
    path("robots.txt", discovery.robots, name="robots"),
    path("opensearch.xml", discovery.opensearch, name="opensearch"),
    path("site.webmanifest", discovery.manifest, name="manifest"),
    path("changes.atom", discovery.changes, name="changes"),
    path("openapi.json", discovery.openapi, name="openapi"),
    path(".well-known/security.txt", discovery.security, name="security"),
    re_path(
        r"^cards/(?P<name>[-a-z0-9]{1,80})\.(?P<digest>[0-9a-f]{16})\.png$", cards.card, name="card"
    ),
    path("healthz", health.healthz, name="healthz"),
    path("readyz", health.readyz, name="readyz"),
    # Short addresses, to be said aloud; after all others, since it knows theirs, too.
    re_path(rf"^(?:articles/)?{PLACE}/?$", pages.short_address, name="short_address"),
    re_path(
        rf"^{PLACE}\.(?P<suffix>{SuffixConverter.regex})$",
        exports.short_address,
        name="short_address_export",
    ),
]


@dataclass(frozen=True)
class Takes:
    """What the answer at an address depends on, besides its path.

    ``parameters`` are those that its view reads, in the order in which they are written. It
    ``is_by_accept`` if the form is that which ``Accept`` prefers; ``targets`` are the elements to
    replace for which htmx is given a part of the page. There are as many addresses of one that
    ``is_endless`` as readers think up.
    """

    parameters: tuple[str, ...] = ()
    is_by_accept: bool = False
    targets: tuple[str, ...] = ()
    is_endless: bool = False


CARRIED: Final = ("lang", "set", "note")
"""What every page reads: texts to show, and the selection that is being made."""

EXPLORED: Final = ("q", "theme", "strength", "match", "words")
"""What the explorer reads, and the data that it finds."""

PAGE: Final = Takes(CARRIED)
OF_PROVISION: Final = {
    "": Takes((*EXPLORED, *CARRIED), is_by_accept=True),
    "_cite": PAGE,
    "_export": Takes(("lang",)),
}

TAKES: Final[Mapping[str, Takes | None]] = {
    **{f"{name}{view}": takes for name in DEPTHS for view, takes in OF_PROVISION.items()},
    **dict.fromkeys(
        ("home", "treaty_cite", "data", "themes", "theme", "mentions", "mention"), PAGE
    ),
    **dict.fromkeys(("thesaurus", "thesaurus_letter", "accessibility"), PAGE),
    **dict.fromkeys(
        ("obligations", "timeline", "background", "about", "questions", "question"),
        PAGE,
    ),
    **dict.fromkeys(("settings", "offline"), PAGE),
    "article_compare": Takes(("a", "b", *CARRIED)),
    "explorer": Takes((*EXPLORED, *CARRIED), targets=tuple(explorer.FRAGMENTS)),
    "articles_json": Takes((*EXPLORED, *CARRIED)),
    "treaty": Takes(CARRIED, is_by_accept=True),
    "treaty_export": Takes(("lang",)),
    "sets": Takes(("items", "add", *CARRIED)),
    "set": Takes(CARRIED, is_by_accept=True, is_endless=True),
    "set_cite": Takes(("style", *CARRIED), is_endless=True),
    "set_export": Takes(("lang", "note"), is_endless=True),
    "words": Takes(("word", "text", "page", *CARRIED)),
    "word": Takes(("text", "exact", "page", *CARRIED), is_endless=True),
    "verify": Takes(("text", *CARRIED)),
    "sources": Takes(("q", *CARRIED)),
    "sitemap": Takes(("p",)),
    "worker": Takes(),
    **dict.fromkeys(
        (
            "robots",
            "opensearch",
            "manifest",
            "changes",
            "openapi",
            "security",
            "card",
            "healthz",
            "readyz",
        ),
        Takes(),
    ),
    # They only lead to another address, and the whole query string comes along.
    **dict.fromkeys(("short_address", "short_address_export")),
}
"""What the answer at each address depends on, by its name."""
