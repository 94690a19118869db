"""The pages of the site, and the words with which people ask for them.

``destinations`` finds them by these.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from articles.search.entries import Entry
from articles.treaty.addresses import page_url, treaty_export_url

PAGE: Final = "page"
"""The kind of these entries."""


@dataclass(frozen=True)
class SitePage:
    """A page, or a file: its name, what is there, its address, and what people call it.

    ``view`` is its name in the table of addresses, or, after a dot, how its file ends;
    ``words`` are phrases between commas.
    """

    name: str
    says: str
    view: str
    words: str
    fragment: str = ""

    @property
    def url(self) -> str:
        """The address."""
        if self.view.startswith("."):
            return treaty_export_url(self.view[1:])
        return page_url(self.view) + self.fragment

    @property
    def entry(self) -> Entry:
        """The page as search shows it."""
        return Entry(PAGE, self.view.strip(".") + self.fragment, self.name, self.url, "", self.says)

    @property
    def phrases(self) -> list[str]:
        """What people call it, phrase by phrase."""
        return [phrase.strip() for phrase in self.words.split(",")]


WHOLE: Final = SitePage(
    "The whole treaty",
    "Preamble, 47 articles and closing lines on one page, made to be printed or saved as a PDF.",
    "treaty",
    """
    full text, whole text, entire text, complete text, full treaty, whole treaty,
    entire treaty, complete treaty, text, text of the treaty, treaty text, whole thing,
    everything, all on one page, one page, single page, read it all, all articles,
    print, printable, print version, printing, pdf, pdf version, as pdf,
    plain english text, english text, english version, in english, english translation,
    translation, unabridged, verbatim, actual text, original treaty,
    полный текст, весь текст, текст, текст договора, весь договор, полностью,
    договор целиком, целиком, распечатать, печать, версия для печати, пдф,
    английский текст, на английском, перевод, все статьи, tekst dogovora, polnyj tekst,
    polniy tekst, ves tekst,
    متن کامل, متن, متن معاهده, متن قرارداد, متن پیمان, کل متن, تمام متن, کل معاهده,
    همه مواد, چاپ, پی دی اف, متن انگلیسی, به انگلیسی, ترجمه, ترجمه انگلیسی, نسخه چاپی,
    matn kamel, matne kamel
    """,
)

PAGES: Final = (
    WHOLE,
    SitePage(
        "EPUB of the whole treaty",
        "For e-book readers.",
        ".epub",
        """
        epub, e book, ebook, e reader, kindle, e book reader, ebook version,
        электронная книга, епаб, е паб, کتاب الکترونیکی, ایپاب, ای پاب
        """,
    ),
    SitePage(
        "Official text",
        "Where it was published, in each language.",
        "sources",
        """
        official text, official version, official treaty, official translation,
        original text, original version, original wording, original language,
        authentic text, authentic version, real text, russian text, persian text,
        farsi text, iranian text, russian version, persian version, farsi version,
        russian original, persian original, in russian, in persian, in farsi,
        russian translation, persian translation, where was it published,
        where is it published, published text, publication, kremlin text,
        official publication, official source, official english text, official english,
        official russian text, official persian text, text in russian, text in persian,
        text in farsi,
        официальный текст, оригинал, оригинальный текст, подлинный текст, русский текст,
        текст на русском, на русском, на русском языке, на фарси, на персидском,
        персидский текст, официальная публикация, где опубликован, официальный договор,
        русская версия, официальная версия,
        متن رسمی, متن اصلی, متن فارسی, متن روسی, نسخه رسمی, نسخه فارسی, نسخه روسی,
        به فارسی, به روسی, ترجمه فارسی, ترجمه روسی, ترجمه رسمی, انتشار رسمی,
        متن انگلیسی رسمی
        """,
        "#official-text",
    ),
    SitePage(
        "Download",
        "The edition as EPUB, JSON, Akoma Ntoso, Markdown, text and CSV.",
        "data",
        """
        download, downloads, pdf, file, files, json, xml, akoma ntoso, markdown, csv,
        spreadsheet, excel, txt, plain text, text file, word file, docx, data, dataset,
        open data, raw data, export data, machine readable, formats, file formats, api,
        rest api, openapi, developers, reuse, save offline copy, epub, json ld, jsonld,
        bulk download,
        скачать, загрузить, скачать pdf, скачать пдф, файл, файлы, данные, открытые данные,
        форматы, пдф, skachat,
        دانلود, بارگیری, دریافت, فایل, داده, داده‌ها, خروجی, دانلود پی دی اف, دریافت فایل,
        پی دی اف
        """,
    ),
    SitePage(
        "Timeline",
        "What went before the treaty, how it was made, and what followed, by date.",
        "timeline",
        """
        timeline, time line, chronology, chronological, dates, key dates, important dates,
        list of events, history, history of the treaty, milestones, sequence of events,
        negotiation history, how was it negotiated, what happened when,
        ratification timeline, ratification history, timeline of ratification,
        timeline of negotiations,
        хронология, даты, история, история договора, ход событий, лента событий,
        важные даты, ключевые даты, таймлайн,
        گاهشمار, گاه‌شمار, گاه شماری, خط زمانی, تاریخچه, فهرست رویدادها, تاریخچه معاهده,
        سیر زمانی
        """,
    ),
    SitePage(
        "Commentary",
        "What officials and commentators have said about the treaty.",
        "background",
        """
        commentary, comments, commentaries, analysis, expert opinion, expert opinions,
        opinions, reactions, what experts say, what people say, background,
        quotes about the treaty, analysts, criticism, critics,
        комментарии, комментарий, анализ, мнения, мнение экспертов, аналитика, реакция,
        что говорят эксперты, отзывы,
        تفسیر, تحلیل, نظرات, نظر کارشناسان, واکنش‌ها, دیدگاه‌ها, تحلیل معاهده
        """,
    ),
    SitePage(
        "Cite",
        "The treaty cited in eight styles, and files for reference managers.",
        "treaty_cite",
        """
        cite, citation, citations, citing, how to cite, citation style, citation styles,
        bibtex, ris, biblatex, apa, mla, chicago, oscola, bluebook, zotero, mendeley,
        endnote, bibliography, footnote, reference manager, csl, cite this,
        citation format, harvard,
        цитировать, как цитировать, цитирование, ссылка на договор, оформить ссылку,
        как сослаться, сослаться, библиография, гост,
        ارجاع, استناد, نحوه ارجاع, ارجاع دادن, شیوه استناد, منبع دهی, رفرنس, رفرنس دهی,
        کتابنامه
        """,
    ),
    SitePage(
        "Verify a quotation",
        "Paste a sentence to see whether it is in the treaty, and where.",
        "verify",
        """
        verify, verify quote, verify quotation, check quote, check quotation,
        check wording, quote check, fact check, quotation, quotations, is this quote real,
        is this quote true, is this quote right, fake quote, compare quote,
        verification of quotes, check citation, quote checker,
        проверить цитату, проверка цитаты, проверка цитат, проверить цитаты, цитата,
        цитаты, сверить цитату, фейковая цитата,
        بررسی نقل قول, راستی‌آزمایی نقل قول, صحت نقل قول, نقل قول, تایید نقل قول,
        راستی آزمایی
        """,
    ),
    SitePage(
        "Sources",
        "The text this edition restates, and the pages used for background and dates.",
        "sources",
        """
        sources, source, source list, list of sources, references,
        where does this come from, where is the information from, source text,
        source of the text, bibliography,
        источники, источник, список источников, откуда информация, откуда данные,
        منابع, منبع, فهرست منابع, مراجع
        """,
    ),
    SitePage(
        "Contents",
        "Every article by its title, under the themes that lead.",
        "home",
        """
        table of contents, contents, toc, content list, list of articles, article list,
        article titles, outline, structure, structure of the treaty, index of articles,
        overview, summary, summaries, treaty summary, in short, key points, main points,
        gist, tldr, tl dr, in a nutshell, briefly, what is in it, what is in the treaty,
        what is the treaty about, what is it about, home, home page, homepage, start page,
        main page,
        содержание, оглавление, список статей, структура, структура договора,
        краткое содержание, кратко, вкратце, обзор, главная, главная страница,
        основные положения, soderzhanie,
        فهرست, فهرست مطالب, فهرست مواد, ساختار, خلاصه, خلاصه معاهده, به طور خلاصه,
        نکات کلیدی, صفحه اصلی, چکیده
        """,
        "#contents",
    ),
    SitePage(
        "Words in context",
        "Every word in the texts loaded here, with all its uses.",
        "words",
        """
        word index, index of words, words in context, concordance, word list,
        list of words, word frequency, word frequencies, word count, vocabulary, kwic,
        most frequent words, how often is a word used,
        указатель слов, список слов, частота слов, конкорданс, словоуказатель,
        слова в контексте,
        فهرست واژه‌ها, فهرست واژگان, فهرست کلمات, بسامد واژه‌ها, نمایه, نمایه واژگان,
        واژه نما
        """,
    ),
    SitePage(
        "Words readers use",
        "The words by which readers find provisions, concept by concept.",
        "thesaurus",
        """
        thesaurus, synonyms, keywords, key words, search words,
        тезаурус, синонимы, ключевые слова,
        اصطلاحنامه, مترادف‌ها, کلیدواژه, کلیدواژه‌ها
        """,
    ),
    SitePage(
        "Bodies, places and terms",
        "What the treaty or its background names, each with its articles.",
        "mentions",
        """
        list of organisations, list of bodies, named bodies, bodies places and terms,
        who is mentioned, names in the treaty, people and places, bodies and places,
        упомянутые организации, список организаций, نهادها و مکان‌ها, فهرست نهادها
        """,
    ),
    SitePage(
        "Themes",
        "The articles by subject.",
        "themes",
        """
        themes, theme, topics, topic list, list of topics, browse by topic, browse, темы,
        список тем, тематика, рубрики, категории, موضوعات, موضوع‌ها, دسته‌بندی, مباحث
        """,
    ),
    SitePage(
        "Questions",
        "What people ask about the treaty, answered from its text.",
        "questions",
        """
        questions, faq, faqs, frequently asked questions, common questions, q and a,
        questions and answers, people ask, myths, вопросы, вопросы и ответы,
        частые вопросы, чаво, سوالات متداول, پرسش‌ها, پرسش و پاسخ, سوالات
        """,
    ),
    SitePage(
        "Obligations",
        "Every paragraph by legal strength: duties, bans, options, aims.",
        "obligations",
        """
        obligations, legal strength, duties and rights, list of obligations,
        binding provisions, binding articles, list of duties, how binding is it,
        обязательства, список обязательств, юридическая сила, обязанности,
        تعهدات, فهرست تعهدات, الزامات, قدرت حقوقی, قدرت الزام
        """,
    ),
    SitePage(
        "Make a selection",
        "Choose provisions, put them in order, and send them as one address.",
        "sets",
        """
        selection, make a selection, my selection, share articles, bookmark, bookmarks,
        save articles, send articles, collect articles, reading list, подборка,
        сделать подборку, поделиться, закладки, گزیده, انتخاب مواد, به اشتراک گذاشتن,
        اشتراک گذاری, نشانک
        """,
    ),
    SitePage(
        "Reading settings",
        "Text size, light and dark colours, keyboard shortcuts.",
        "settings",
        """
        settings, dark mode, night mode, dark theme, light mode, light theme, colours,
        colour scheme, text size, font size, larger text, bigger text, large print,
        bigger font, larger font, preferences, keyboard shortcuts, shortcuts, hotkeys,
        настройки, тёмная тема, темная тема, ночной режим, тёмный режим, размер шрифта,
        крупный шрифт, размер текста, горячие клавиши,
        تنظیمات, حالت تاریک, حالت شب, تم تیره, اندازه متن, اندازه قلم, فونت, میانبرها,
        پوسته تیره
        """,
    ),
    SitePage(
        "Reading offline",
        "Which pages a browser keeps, to be read without a connection.",
        "offline",
        """
        offline, read offline, offline reading, without internet, without connection,
        no internet, without wifi, install app, app, mobile app, pwa, offline version,
        офлайн, оффлайн, без интернета, без подключения, приложение, читать офлайн,
        آفلاین, بدون اینترنت, بدون اتصال, اپلیکیشن, برون‌خط
        """,
    ),
    SitePage(
        "Accessibility",
        "How far this site meets the Web Content Accessibility Guidelines.",
        "accessibility",
        """
        accessibility, accessibility statement, wcag, screen reader, screen readers, a11y,
        доступность сайта, экранный диктор, программа экранного доступа, دسترس‌پذیری,
        صفحه‌خوان
        """,
    ),
    SitePage(
        "Licence and reuse",
        "Our text under CC BY 4.0, the code under the MIT licence.",
        "about",
        """
        licence, license, creative commons, cc by, licence of the text,
        copyright of the text, may i reuse, can i copy, can i reuse it, terms of use,
        source code, code, github, open source,
        лицензия, условия использования, исходный код, مجوز, مجوز استفاده, شرایط استفاده,
        کد منبع
        """,
        "#licence",
    ),
    SitePage(
        "Contact",
        "Where to report a mistake.",
        "about",
        """
        contact, contact us, contact you, email, e mail, feedback, report a mistake,
        report an error, report a bug, write to you, who do i contact,
        контакт, контакты, обратная связь, сообщить об ошибке, написать вам, почта,
        تماس, تماس با ما, ارتباط با ما, گزارش خطا, گزارش اشتباه, ایمیل, بازخورد
        """,
        "#contact",
    ),
    SitePage(
        "Privacy",
        "No cookies, no accounts, no requests to other sites.",
        "about",
        """
        privacy policy, cookies, cookie policy, tracking, privacy notice,
        privacy statement, gdpr,
        политика конфиденциальности, куки, файлы cookie, کوکی, سیاست حریم خصوصی
        """,
        "#privacy",
    ),
    SitePage(
        "How good the search is",
        "What the search accepts, and how often it is right.",
        "about",
        """
        how does search work, search help, how to search, search tips, search quality,
        search syntax, advanced search, поиск, как искать, помощь по поиску, راهنمای جستجو,
        جستجوی پیشرفته, جستجو
        """,
        "#search",
    ),
    SitePage(
        "About",
        "How this edition was made, and its limits.",
        "about",
        """
        about, about us, about this site, about the site, about this edition,
        about this website, who made this, who made this site, who made this website,
        who wrote this, who runs this, who runs this site, who are you, who is behind this,
        who is behind this site, who built this, author of this site, editor of this site,
        disclaimer, imprint, is this official, is this site official,
        is this the official site, can i trust this, methodology, how was this made,
        what is this site, what is this, is this legal advice,
        о сайте, о проекте, об этом сайте, кто сделал, кто сделал сайт,
        кто сделал этот сайт, кто вы, автор сайта, о нас, чей это сайт, что это за сайт,
        درباره, درباره ما, درباره سایت, درباره این سایت, سازنده, چه کسی این را ساخته,
        چه کسی این سایت را ساخته, سازندگان, شما کیستید, این سایت چیست
        """,
    ),
    SitePage(
        "Feed of changes",
        "An entry for each data version that changes an article's text.",
        "changes",
        """
        rss, atom, feed, rss feed, atom feed, news feed, updates, site updates, subscribe,
        newsletter, what is new, whats new, changelog, change log, version history,
        latest changes to the site,
        рсс, лента, обновления, подписаться, подписка, что нового, خوراک, به‌روزرسانی‌ها,
        اشتراک, چه خبر
        """,
    ),
)
"""Every page that people ask for by name, with the words they use."""
