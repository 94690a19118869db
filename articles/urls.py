"""Every address of the site. They are stable for ever."""

from django.urls import path, re_path, register_converter

from articles.converters import ItemsConverter, NumberConverter, SuffixConverter
from articles.views import (
    cards,
    citing,
    discovery,
    dossiers,
    explorer,
    exports,
    feeds,
    health,
    pages,
    quotations,
    texts,
)

register_converter(NumberConverter, "number")
register_converter(SuffixConverter, "suffix")
register_converter(ItemsConverter, "items")

PLACE = r"0{0,2}(?P<number>[0-9]{1,2})(?:[./]0{0,2}(?P<paragraph>[1-9][0-9]?))?"
"""An article or paragraph, in short (/3, /3.3; /0 is the preamble) or as people may write it."""

urlpatterns = [
    path("", pages.home, name="home"),
    path("articles/", explorer.explorer, name="explorer"),
    path("articles.json", explorer.articles_json, name="articles_json"),
    path("articles/<number:number>/", pages.article, name="article"),
    path("articles/<number:number>/<number:paragraph>/", pages.article, name="paragraph"),
    path("preamble/", pages.preamble, name="preamble"),
    path("preamble/<number:paragraph>/", pages.preamble, name="preamble_paragraph"),
    path("articles/<number:number>/compare/", texts.compare, name="compare"),
    path("preamble/compare/", texts.compare, name="preamble_compare"),
    path("articles/<number:number>/cite/", citing.cite, name="cite"),
    path("articles/<number:number>/<number:paragraph>/cite/", citing.cite, name="paragraph_cite"),
    path("preamble/cite/", citing.preamble_cite, name="preamble_cite"),
    path("preamble/<number:paragraph>/cite/", citing.preamble_cite, name="preamble_paragraph_cite"),
    path("treaty/cite/", citing.treaty_cite, name="treaty_cite"),
    path("articles/<number:number>.<suffix:suffix>", exports.article, name="article_export"),
    path(
        "articles/<number:number>/<number:paragraph>.<suffix:suffix>",
        exports.article,
        name="paragraph_export",
    ),
    path("preamble.<suffix:suffix>", exports.article, name="preamble_export"),
    path(
        "preamble/<number:paragraph>.<suffix:suffix>",
        exports.article,
        name="preamble_paragraph_export",
    ),
    path("treaty.<suffix:suffix>", exports.whole_treaty, name="treaty_export"),
    path("data/", exports.data, name="data"),
    path("set/", dossiers.sets, name="sets"),
    path("set/<items:items>.<suffix:suffix>", exports.chosen, name="set_export"),
    path("set/<path:items>/cite/", dossiers.cite_set, name="set_cite"),
    path("set/<path:items>/", dossiers.read_set, name="set"),
    path("words/", texts.words, name="words"),
    path("words/<path:word>/", texts.word, name="word"),
    path("verify/", quotations.verify_quotation, name="verify"),
    path("themes/", pages.themes, name="themes"),
    path("themes/<slug:slug>/", pages.theme, name="theme"),
    path("mentions/", pages.mentions, name="mentions"),
    path("mentions/<slug:slug>/", pages.mention, name="mention"),
    path("thesaurus/", pages.thesaurus, name="thesaurus"),
    path("treaty/", pages.whole_treaty, name="treaty"),
    path("timeline/", pages.timeline, name="timeline"),
    path("background/", pages.background, name="background"),
    path("sources/", pages.sources, name="sources"),
    path("about/", pages.about, name="about"),
    path("sitemap.xml", discovery.sitemap, name="sitemap"),
    path("robots.txt", discovery.robots, name="robots"),
    path("opensearch.xml", discovery.opensearch, name="opensearch"),
    path("changes.atom", feeds.changes, name="changes"),
    path("openapi.json", discovery.openapi, name="openapi"),
    path(".well-known/security.txt", discovery.security, name="security"),
    re_path(
        r"^cards/(?P<name>[-a-z0-9]{1,80})\.(?P<digest>[0-9a-f]{16})\.png$", cards.card, name="card"
    ),
    path("healthz", health.healthz, name="healthz"),
    path("readyz", health.readyz, name="readyz"),
    # Short addresses, to be said aloud; after all others, since it knows theirs, too.
    re_path(rf"^(?:articles/)?{PLACE}/?$", pages.short_address, name="short_address"),
    re_path(rf"^{PLACE}\.(?P<suffix>{SuffixConverter.regex})$", exports.short_address),
]
