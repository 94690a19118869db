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
EXPORT: Final = Takes(("lang",))
NOTHING: Final = Takes()

Row = tuple[URLPattern, Takes | None]
"""An address, and what the answer at it depends on; nothing is said of one that only leads on."""

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


def of_provisions() -> Iterator[Row]:
    """Yield the addresses of every provision: its page, how it is cited, and its data."""
    page = Takes((*EXPLORED, *CARRIED), is_by_accept=True)
    compared = Takes(("a", "b", *CARRIED))
    for part, number in PARTS.items():
        for name, below in DEPTHS.items():
            address = f"{part}{below}"
            data = f"{address}.<suffix:suffix>"
            yield path(f"{address}/", pages.article, number, name), page
            yield path(f"{address}/cite/", citing.cite, number, f"{name}_cite"), PAGE
            yield path(data, exports.article, number, f"{name}_export"), EXPORT
        yield path(f"{part}/compare/", texts.compare, number, "article_compare"), compared


ADDRESSES: Final[tuple[Row, ...]] = (
    (path("", pages.home, name="home"), PAGE),
    (
        path("articles/", explorer.explorer, name="explorer"),
        Takes((*EXPLORED, *CARRIED), targets=tuple(explorer.FRAGMENTS)),
    ),
    (
        path("articles.json", explorer.articles_json, name="articles_json"),
        Takes((*EXPLORED, *CARRIED)),
    ),
    *of_provisions(),
    (path("treaty/cite/", citing.treaty_cite, name="treaty_cite"), PAGE),
    (path("treaty.<suffix:suffix>", exports.whole_treaty, name="treaty_export"), EXPORT),
    (path("data/", exports.data, name="data"), PAGE),
    (path("set/", selections.sets, name="sets"), Takes(("items", "add", *CARRIED))),
    (
        path("set/<items:items>.<suffix:suffix>", exports.chosen, name="set_export"),
        Takes(("lang", "note"), is_endless=True),
    ),
    (
        path("set/<path:items>/cite/", selections.cite_set, name="set_cite"),
        Takes(("style", *CARRIED), is_endless=True),
    ),
    (
        path("set/<path:items>/", selections.read_set, name="set"),
        Takes(CARRIED, is_by_accept=True, is_endless=True),
    ),
    (path("words/", texts.words, name="words"), Takes(("word", "text", "page", *CARRIED))),
    (
        path("words/<path:word>/", texts.word, name="word"),
        Takes(("text", "exact", "page", *CARRIED), is_endless=True),
    ),
    (path("verify/", texts.verify_quotation, name="verify"), Takes(("text", *CARRIED))),
    (path("questions/", questions.questions, name="questions"), PAGE),
    (path("questions/<slug:slug>/", questions.question, name="question"), PAGE),
    (path("themes/", pages.themes, name="themes"), PAGE),
    (path("themes/<slug:slug>/", pages.theme, name="theme"), PAGE),
    (path("mentions/", pages.mentions, name="mentions"), PAGE),
    (path("mentions/<slug:slug>/", pages.mention, name="mention"), PAGE),
    (path("thesaurus/", pages.thesaurus, name="thesaurus"), PAGE),
    (path("thesaurus/<slug:letter>/", pages.thesaurus_letter, name="thesaurus_letter"), PAGE),
    (path("treaty/", pages.whole_treaty, name="treaty"), Takes(CARRIED, is_by_accept=True)),
    (path("obligations/", obligations.obligations, name="obligations"), PAGE),
    (path("timeline/", pages.timeline, name="timeline"), PAGE),
    (path("background/", pages.background, name="background"), PAGE),
    (path("sources/", pages.sources, name="sources"), Takes(("q", *CARRIED))),
    (path("about/", pages.about, name="about"), PAGE),
    (path("accessibility/", accessibility.accessibility, name="accessibility"), PAGE),
    (path("settings/", comforts.settings, name="settings"), PAGE),
    (path("offline/", comforts.offline, name="offline"), PAGE),
    (path("sw.js", comforts.worker, name="worker"), NOTHING),
    (path("sitemap.xml", discovery.sitemap, name="sitemap"), Takes(("p",))),
    (path("robots.txt", discovery.robots, name="robots"), NOTHING),
    (path("opensearch.xml", discovery.opensearch, name="opensearch"), NOTHING),
    (path("site.webmanifest", discovery.manifest, name="manifest"), NOTHING),
    (path("changes.atom", discovery.changes, name="changes"), NOTHING),
    (path("openapi.json", discovery.openapi, name="openapi"), NOTHING),
    (path(".well-known/security.txt", discovery.security, name="security"), NOTHING),
    (
        re_path(
            r"^cards/(?P<name>[-a-z0-9]{1,80})\.(?P<digest>[0-9a-f]{16})\.png$",
            cards.card,
            name="card",
        ),
        NOTHING,
    ),
    (path("healthz", health.healthz, name="healthz"), NOTHING),
    (path("readyz", health.readyz, name="readyz"), NOTHING),
    # Short addresses, to be said aloud; after all others, since it knows theirs, too.
    (re_path(rf"^(?:articles/)?{PLACE}/?$", pages.short_address, name="short_address"), None),
    (
        re_path(
            rf"^{PLACE}\.(?P<suffix>{SuffixConverter.regex})$",
            exports.short_address,
            name="short_address_export",
        ),
        None,
    ),
)

urlpatterns = [pattern for pattern, _ in ADDRESSES]

TAKES: Final[Mapping[str, Takes | None]] = {
    str(pattern.name): takes for pattern, takes in ADDRESSES
}
"""What the answer at each address depends on, by its name."""
