"""Writes invented treaties as web pages saved from a newspaper's site, menus and all."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from html import escape
from typing import Final

from tests.official.treaties import Line, Treaty

ARTICLES: Final = {"en": "Article", "ru": "Статья", "fa": "ماده"}

MENU: Final = {
    "en": ("Home", "Lakes", "Harbours", "Weather", "Subscribe to our newsletter"),
    "ru": ("Главная", "Озёра", "Гавани", "Погода", "Подпишитесь на нашу рассылку"),
    "fa": ("خانه", "دریاچه‌ها", "بندرها", "آب و هوا", "عضویت در خبرنامه"),
}
COOKIES: Final = {
    "en": ("We use cookies to improve this site.", "Accept all"),
    "ru": ("Мы используем файлы cookie для улучшения сайта.", "Принять все"),
    "fa": ("این سایت از کوکی استفاده می‌کند.", "پذیرفتن همه"),
}
SHARE: Final = {
    "en": ("Share", "Print", "Copy the link"),
    "ru": ("Поделиться", "Печать", "Скопировать ссылку"),
    "fa": ("اشتراک‌گذاری", "چاپ", "رونوشت پیوند"),
}
CRUMBS: Final = {
    "en": ("Home › Lakes › Documents", "5 May 1999, 10:30"),
    "ru": ("Главная › Озёра › Документы", "5 мая 1999, 10:30"),
    "fa": ("خانه › دریاچه‌ها › اسناد", "۱۵ اردیبهشت ۱۳۷۸ - ۱۰:۳۰"),
}
READ_ALSO: Final = {
    "en": ("Read also", "Article 12 of the lake treaty explained", "Ten bridges to see this year"),
    "ru": ("Читайте также", "Статья 12 договора об озёрах: что она меняет", "Десять мостов года"),
    "fa": ("بیشتر بخوانید", "ماده ۱۲ معاهده دریاچه‌ها چه می‌گوید؟", "ده پل دیدنی امسال"),
}
COMMENTS: Final = {
    "en": ("2 comments", "Oarsman: Article 3 is far too long.", "Heron: 1. I like swans."),
    "ru": ("2 комментария", "Гребец: Статья 3 слишком длинная.", "Цапля: 1. Люблю лебедей."),
    "fa": ("۲ دیدگاه", "پاروزن: ماده ۳ خیلی طولانی است.", "حواصیل: ۱. قوها را دوست دارم."),
}
FOOTER: Final = {
    "en": ("© 1999 Northmere Gazette. All rights reserved.", "Contact", "About us"),
    "ru": ("© 1999 «Вестник Нордмера». Все права защищены.", "Контакты", "О нас"),
    "fa": ("© ۱۳۷۸ روزنامه نوردمر. همه حقوق محفوظ است.", "تماس", "درباره ما"),
}

TAGS: Final = {"title": "h1", "chapter": "h2", "heading": "h3"}


def in_paragraphs(treaty: Treaty) -> str:
    """Return a page whose elements say what they are; the text stands in paragraphs."""
    return _page(treaty, f"<main><article>{_paragraphs(treaty)}</article></main>")


def with_contents(treaty: Treaty) -> str:
    """Return the same with a table of contents, each line of which names an article."""
    word = ARTICLES[treaty.language]
    entries = "".join(
        f'<li><a href="#article-{article.number}">{word} {article.number}</a></li>'
        for article in treaty.articles[1:]
    )
    contents = f'<ul class="toc">{entries}</ul>'
    return _page(treaty, f"<main>{contents}<article>{_paragraphs(treaty)}</article></main>")


def with_breaks(treaty: Treaty) -> str:
    """Return a page of tables whose whole text stands in one cell, with breaks."""
    text = "<br>\n<br>".join(
        f"<b>{_text(line)}</b>" if line.kind in TAGS else _text(line) for line in treaty.lines()
    )
    return _page(treaty, f"<table><tr><td><font size=2>{text}</font></td></tr></table>", "div")


def in_divisions(treaty: Treaty) -> str:
    """Return a page of nothing but divisions, with spans about some of the words."""
    text = "".join(
        f'<div class="x{line.kind}"><span>{escape(line.label)}</span> {escape(line.text)}</div>\n'
        for line in treaty.lines()
    )
    return _page(treaty, f'<div id="content"><div>{text}</div></div>', "div")


def in_lists(treaty: Treaty) -> str:
    """Return a page whose paragraphs are numbered by the browser, as are their items."""
    return _page(treaty, f"<main>{''.join(_listed(treaty))}</main>")


PAGES: Final[dict[str, Callable[[Treaty], str]]] = {
    "paragraphs": in_paragraphs,
    "contents": with_contents,
    "breaks": with_breaks,
    "divisions": in_divisions,
}
"""Pages that print every number; ``in_lists`` is the one that does not."""


def menu_lines(language: str) -> list[str]:
    """Return what stands around the treaty on every page."""
    tables = (MENU, COOKIES, SHARE, CRUMBS, READ_ALSO, COMMENTS, FOOTER)
    return [line for table in tables for line in table[language]]


def plain_page(treaty: Treaty) -> str:
    """Return a page of the treaty alone, as it is printed to PDF."""
    direction = "rtl" if treaty.language == "fa" else "ltr"
    return (
        f'<!doctype html><html lang="{treaty.language}" dir="{direction}">'
        f'<meta charset="utf-8"><title></title><body style="line-height: 1.6">'
        f"{_paragraphs(treaty)}</html>"
    )


def _page(treaty: Treaty, text: str, plain: str = "") -> str:
    """Return a page with the text in the middle; with ``plain``, of such elements only."""
    language = treaty.language
    nav, header, aside, footer = (plain,) * 4 if plain else ("nav", "header", "aside", "footer")
    title = escape(" ".join(treaty.title))
    return f"""<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<title>{title} | Northmere Gazette</title>
<style>.hidden::before {{ content: "Article 1"; }}</style>
<script>document.title = "Article 1. <p>Article 2</p>";</script>
</head>
<body>
<!-- Article 1 -->
<{header}><{nav}><ul>{_elements("li", MENU[language])}</ul></{nav}></{header}>
<div class="cookie-banner" role="dialog">{_elements("p", COOKIES[language])}</div>
<div class="breadcrumbs">{_elements("p", CRUMBS[language])}</div>
<div class="share">{_elements("div", SHARE[language])}</div>
{text}
<{aside} class="related">{_elements("p", READ_ALSO[language])}</{aside}>
<div class="comments" id="comments">{_elements("p", COMMENTS[language])}</div>
<{footer} class="footer">{_elements("p", FOOTER[language])}</{footer}>
</body>
</html>
"""


def _paragraphs(treaty: Treaty) -> str:
    """Return each line of the treaty as a heading or a paragraph, one on each line."""
    return "\n".join(
        f"<{TAGS.get(line.kind, 'p')}>{_text(line)}</{TAGS.get(line.kind, 'p')}>"
        for line in treaty.lines()
    )


def _text(line: Line) -> str:
    """Return a line's words; the number in a heading is kept on its line."""
    text = escape(line.printed)
    return text.replace(" ", "&nbsp;", 1) if line.kind == "heading" else text


def _elements(tag: str, texts: Iterable[str]) -> str:
    """Return an element for each text."""
    return "".join(f"<{tag}>{escape(text)}</{tag}>" for text in texts)


def _listed(treaty: Treaty) -> Iterable[str]:
    """Give the elements of a page whose numbers are made by lists."""
    yield from (f"<h1>{escape(text)}</h1>" for text in treaty.title)
    for article in treaty.articles:
        if article.heading:
            yield f"<h3>{escape(article.heading)}</h3>"
        numbered = [paragraph for paragraph in article.paragraphs if paragraph.label]
        for paragraph in article.paragraphs:
            first, *others = paragraph.blocks
            inner = "".join(f"<li>{escape(item.text)}</li>" for item in others if item.label)
            nested = f'<ol type="a">{inner}</ol>' if inner else ""
            if not paragraph.label:
                lines = [
                    f"<p>{escape(line.text)}</p>" for line in (first, *others) if not line.label
                ]
                yield "".join(lines) + nested
                continue
            if paragraph is numbered[0]:
                yield "<ol>"
            yield f"<li>{escape(first.text)}{nested}</li>"
            if paragraph is numbered[-1]:
                yield "</ol>"
    yield from (f"<p>{escape(text)}</p>" for text in treaty.closing)
