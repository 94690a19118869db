"""What a query asks of the site itself comes ahead of the articles, and only then."""

from __future__ import annotations

import pytest
from django.test import Client

from articles.edition import in_force
from articles.heads.single_pages import SINGLE_PAGES
from articles.search.record import names
from articles.search.site_pages import PAGES
from tests.search.asking import exploration, numbers

pytestmark = [pytest.mark.django_db, pytest.mark.once]


def first(text: str, *themes: str) -> str | None:
    entries = exploration(text, *themes).first
    return entries[0].url if entries else None


ASKED = {
    "/timeline/": "timeline|timel|timline|the timeline|chronology|key dates|хронология|گاه‌شمار",
    "/treaty/": "full text|pdf|print|download the full text in pdf"
    "|where can I read the whole treaty"
    "|the full text of the treaty between Iran and Russia|text|текст договора|полный текст|пдф"
    "|متن کامل|متن معاهده|treaty|the treaty|English translation"
    "|Treaty on the Comprehensive Strategic Partnership between the Islamic Republic of Iran and "
    "the Russian Federation|comprehensive strategic partnership treaty"
    "|“comprehensive strategic partnership treaty”|strategic partnership agreement"
    "|Iran–Russia treaty|Russian-Iranian agreement|the 20-year deal between Tehran and Moscow"
    "|договор о всеобъемлющем стратегическом партнёрстве"
    "|договор России и Ирана о стратегическом партнёрстве|договор с Ираном"
    "|Treaty on the Comprehensive Strategic Partnership between the Islamic Republic of Iran and "
    "the Russian Federation (Moscow, 17 January 2025)|Iran–Russia treaty of 17 January 2025"
    "|договор между Ираном и Россией от 17 января 2025 года|معاهده ایران و روسیه ۲۸ دی ۱۴۰۳"
    "|معاهده جامع مشارکت راهبردی|معاهده مشارکت راهبردی با روسیه|معاهده ایران و روسیه",
    "/treaty.epub": "epub|EPUB download|ebook|kindle|электронная книга",
    "/data/": "download|downloads|donwload|json|xml|csv|api|machine-readable|скачать|دانلود",
    "/sources/": "sources|list of sources|источники|منابع",
    "/sources/#official-text": "official text|russian text|persian text|original text|the Russian "
    "text of the treaty|официальный текст|на русском|متن رسمی|متن فارسی",
    "/treaty/cite/": "cite|how do I cite this|citation|bibtex|APA|цитировать|ارجاع",
    "/verify/": "verify a quote|verify|check a quotation|is this quote real"
    "|проверить цитату|نقل قول",
    "/about/": "about|about this site|who made this|who made this site?"
    "|кто сделал этот сайт|о сайте"
    "|درباره ما",
    "/about/#contact": "contact|report a mistake|обратная связь|تماس با ما",
    "/settings/": "dark mode|night mode|larger text|keyboard shortcuts|тёмная тема|حالت شب",
    "/offline/": "offline|read offline|без интернета|آفلاین",
    "/words/": "word index|index of words|concordance|указатель слов",
    "/#contents": "table of contents|contents|summary|оглавление|содержание|فهرست مطالب",
    "/background/": "commentary|analysis|комментарии",
    "/questions/": "faq|frequently asked questions|вопросы и ответы",
    "/changes.atom": "rss|feed|atom feed",
}


@pytest.mark.parametrize(
    ("text", "url"), [(text, url) for url, texts in ASKED.items() for text in texts.split("|")]
)
def test_a_page_that_is_asked_for_is_first(text: str, url: str) -> None:
    assert first(text) == url


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("when was it signed", "signature"),
        ("who signed it?", "signature"),
        ("where was the treaty signed", "signature"),
        ("date of signature", "signature"),
        ("когда подписан договор", "signature"),
        ("کی امضا شد", "signature"),
        ("when did it enter into force", "entry-into-force"),
        ("date of entry into force", "entry-into-force"),
        ("когда вступил в силу", "entry-into-force"),
        ("ratified by the duma", "state-duma-approves"),
        ("ратифицирован госдумой", "state-duma-approves"),
        ("when was it ratified", "state-duma-approves"),
        ("when did Iran ratify it", "majlis-approves"),
        ("تصویب مجلس", "majlis-approves"),
        ("when does it expire", "first-term-ends"),
        ("when was the treaty of 2001 signed", "basis-of-relations-treaty-2001"),
        ("treaty of 2001", "basis-of-relations-treaty-2001"),
        ("Zakharova", "spokespersons-consult"),
        ("Putin receives Araghchi", "putin-receives-araghchi"),
    ],
)
def test_the_event_that_is_asked_for_is_first(text: str, slug: str) -> None:
    assert first(text) == f"/timeline/#{slug}"


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Putin", "putin-new-kind-of-document"),
        ("Путин", "putin-new-kind-of-document"),
        ("Pezeshkian", "pezeshkian-brics-and-sco"),
        ("Пезешкиан", "pezeshkian-brics-and-sco"),
        ("پزشکیان", "pezeshkian-brics-and-sco"),
        ("Pezeshkyan", "pezeshkian-brics-and-sco"),
        ("Lavrov", "lavrov-no-third-country"),
        ("Лавров", "lavrov-no-third-country"),
        ("لاوروف", "lavrov-no-third-country"),
        ("Araghchi", "araghchi-no-alliance"),
        ("Araqchi", "araghchi-no-alliance"),
        ("what did Lavrov say", "lavrov-no-third-country"),
        ("Ted Snider", "snider-isolation"),
    ],
)
def test_what_somebody_said_is_first_for_the_name(text: str, slug: str) -> None:
    assert first(text) == f"/background/#{slug}"


def test_every_author_in_commentary_is_found_by_the_last_name() -> None:
    people = {row.author.split()[-1]: row for row in in_force().comments if row.role}
    assert {name for name in people if first(name) is None} == set()


def test_names_are_read_from_the_data() -> None:
    found = names(in_force())
    assert {"putin", "lavrov", "rudenko", "zakharova", "duma"} <= found
    assert found.isdisjoint({"caspian", "brics", "moscow", "president", "june", "sanctions"})


@pytest.mark.parametrize(
    "text",
    """sanctions|timeline of withdrawal|sources of energy|offline payments|russian language
    |text messages|how long|history of relations|about Iran|press freedom|data protection|tourism
    |official language|visas|20 years|share of the Caspian|exports|experts|press
    |exchange of experts|contacts between people|information security|signed|ratification
    |entry into force|instruments of ratification|amendments enter into force|president|minister
    |cultural events|customs duties|download speed|law enforcement
    |санкции|تحریم|сотрудничество|همکاری
    |partnership|Iran|Russia|agreement|3.3|Article 15
    |-pdf|pdf -epub|pdf OR sanctions|parliament* OR duma
    |نادر|ذخیره|مسدود|Security Council|semillas|Mossad
    |دالان|کی|zeppelin|""".replace("\n    ", "").split("|"),
)
def test_a_query_on_substance_brings_no_page(text: str) -> None:
    assert first(text) is None


def test_articles_found_only_by_another_spelling_do_not_follow_a_page() -> None:
    found = exploration("timeline")
    assert (numbers(found), found.suggestion, found.notice) == ([], None, None)


def test_definitions_are_said_to_be_none() -> None:
    assert exploration("definitions").notices[0] == "The treaty contains no list of definitions."


def test_within_themes_articles_are_looked_for_and_no_page() -> None:
    assert first("timeline", "trade") is None


def test_the_page_the_data_and_the_suggestions_name_it_first() -> None:
    data = Client().get("/articles.json", {"q": "pdf"}).json()
    assert [row["url"] for row in data["first"]] == ["/treaty/", "/data/"]
    assert data["first"][0] == {"kind": "page", "name": "The whole treaty", "url": "/treaty/"}
    assert exploration("pdf").suggested[0] == ("The whole treaty", "/treaty/")
    page = Client().get("/articles/", {"q": "pdf"}).content.decode()
    assert page.index('href="/treaty/"', page.index('id="results"')) < page.index('id="hits"')
    assert "Try different or fewer words" not in page


def test_every_page_is_there_and_is_called_as_it_calls_itself() -> None:
    for page in PAGES:
        assert Client().get(page.url.partition("#")[0]).status_code == 200
        if page.view in SINGLE_PAGES and not page.fragment:
            assert page.name == SINGLE_PAGES[page.view][0]
        if page.fragment:
            content = Client().get(page.url.partition("#")[0]).content.decode()
            assert f'id="{page.fragment[1:]}"' in content


def test_no_phrase_stands_in_a_page_twice() -> None:
    for page in PAGES:
        said = [phrase.strip() for phrase in page.phrases]
        assert len(said) == len(set(said)), page.name
