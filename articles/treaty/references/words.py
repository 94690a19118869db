"""What words and marks mean in a reference: one table, by role."""

from __future__ import annotations

from enum import Enum, auto
from typing import Final, NamedTuple

from articles.treaty.references.tokens import fold


class Role(Enum):
    """What a word is for in a reference."""

    ARTICLE = auto()
    PARAGRAPH = auto()
    POINT = auto()
    RECITAL = auto()
    PREAMBLE = auto()
    CLOSING = auto()
    LINES = auto()  # what CLOSING is to be followed by
    NUMBER = auto()  # article *no.* 3
    OF = auto()
    THE = auto()
    JOINING = auto()
    RANGE = auto()


class Meaning(NamedTuple):
    """A role; ``is_many`` if the word is a plural, ``is_after`` if its number may precede it."""

    role: Role
    is_many: bool = False
    is_after: bool = False


ONE: Final = {
    Role.ARTICLE: """
        article art articel artical artcle aritcle artilce aricle articl artikle artikel
        artículo articolo artigo section sec
        статья статьи статье статью статьёй ст statya statia
        стаття статті статтю статтею
        madde maddesi maddenin maddesinin maddesinde maddeye maddede maddeh
        maddə maddəsi maddənin maddəsinin maddəsində maddədə
        ماده مادهی المادة مادة للمادة अनुच्छेद धारा 조
    """,
    Role.PARAGRAPH: """
        paragraph para par clause subsection § absatz abs paragraphe alinéa párrafo apartado
        punkt punkta chast пункт пункта пункту пунктом пункте п часть части частью ч
        частина частини частині
        fıkra fıkrası paragraf bənd bəndi hissə hissəsi
        بند بندی پاراگراف فقره الفقرة فقرة للفقرة पैराग्राफ पैरा खंड 款
    """,
    Role.POINT: """
        point subpoint item subparagraph subpara letter lit buchstabe inciso letra
        подпункт подпункта подпункту подпунктом подпункте пп подп підпункт підпункту
        جزء زیربند 项 項
    """,
    Role.RECITAL: """
        recital абзац абзаца абзацу абзацем абзаце considérant considerando erwägungsgrund
    """,
    Role.PREAMBLE: """
        preamble pmbl преамбула преамбулы преамбуле преамбулу преамбулой преамбули
        مقدمه دیباچه الديباجة präambel préambule preámbulo preambolo 序言 前言 प्रस्तावना preambula
    """,
    Role.CLOSING: """
        closing заключительные заключительных заключительная заключительной заключительную
        بخش سطرهای سطور
    """,
    Role.LINES: """
        line lines words part provision provisions formula paragraph
        строки строк строках часть части частью положения положений положениях پایانی
    """,
    Role.NUMBER: "no n number nr num номер номера номером شماره رقم nº # ی 第 제",
    Role.OF: "of in from under из в во del de des du von vom im dans en از در من في do da 的 at ,",
    Role.THE: "the le la les el los der die das den dem l ' ’",
    Role.JOINING: "and or & plus as , ; и или і й та або و یا y et und oder ve və или 和 及 与",
    Role.RANGE: "- to through thru until till по до تا bis à al hasta até 至 到 إلى ~",
}
MANY: Final = {
    Role.ARTICLE: """
        articles arts artikeln artículos articoli artigos sections
        статей статьям статьями статьях стст статей статтям статтях maddeler maddeleri maddelerin
        maddələr مواد مادههای مادههای المواد 条 條
    """,
    Role.PARAGRAPH: """
        paragraphs paras pars clauses absätze paragraphes alinéas párrafos apartados
        пункты пунктов пунктам пунктами пунктах частей частям частях بندهای بندها الفقرات
    """,
    Role.POINT: "points items subparagraphs подпункты подпунктов подпунктам подпунктах",
    Role.RECITAL: "recitals абзацы абзацев абзацах",
}
AFTER: Final = (
    "статья статье статью статьёй стаття статтю maddə madde abs пункт пункте 条 條 조 款 项 項"
)
"""Words after which no count is: three articles are ``статьи``, the third is ``3 статья``."""

BEGINNING: Final = "from between с со з von از بین من d'"
"""What may stand before a range: articles from 12 to 14."""

UNITS: Final = """
    year years month months week weeks day days hour hours minute minutes million millions billion
    thousand hundred percent per km kilometres kilometers miles tons tonnes dollars euro euros
    roubles rubles rials countries states parties people times
    january february march april may june july august september october november december
    jan feb mar apr jun jul aug sep sept oct nov dec
    год года лет годы месяц месяца месяцев день дня дней неделя недели недель миллион миллиона
    миллионов млн млрд миллиард миллиардов тысяч процент процента процентов доллар долларов рублей
    января февраля марта апреля мая июня июля августа сентября октября ноября декабря
    سال ساله ماه روز هفته میلیون میلیارد هزار درصد دلار ریال ژانویه دی % $ € £ -year
    jahre jahren años ans yıl il
"""
"""What a number counts that follows a reference, or the month that it is a day of."""

FILLER: Final = """
    a an about all also article's what whats what's which does do did say says said saying read
    reads is are was there this that it tell me you i want need please can could find get give
    show see open go look lookup up view display print exactly full whole entire complete text
    texts wording words content contents meaning mean means explain explained explanation summary
    summarise summarize according provide provides provided state states stated contain contains
    how where treaty treaties agreement pact iran russia iranian russian s l with by on for your our
    что как какая какой где о об про чём говорит говорится говорить сказано гласит написано
    содержит содержание покажи показать покажите найди найти открыть открой прочитать читать текст
    полный полностью смысл значит означает это этот договор договора договоре договору россии иран
    ирана россией ираном между рф ири российско иранского російський
    متن کامل معاهده قرارداد پیمان عهدنامه معاهدهی چه میگوید می گوید گوید گفته چیست است را نشان
    بده لطفا این درباره مورد ایران روسیه و که
    was sagt steht vertrag vertrags text que qué dit dice traité tratado texto texte dire ne diyor
    deyir nə antlaşma antlaşması antlaşmasının anlaşma müqavilə müqavilənin договір договору угоди
    говорить про у المعاهدة معاهدة نص 条约 说 什么 该 संधि का के की में क्या कहा कहता कहती है
"""
"""Words beside a reference that ask for nothing else."""

FOREIGN: Final = """
    un charter nato convention constitution statute jcpoa npt covenant protocol
    устав устава уставе оон нато конвенция конвенции конституция конституции свпд
    منشور کنوانسیون اساسی برجام ناتو
"""
"""Other texts with articles: beside one of these words a reference is not to the treaty."""

CITING: Final = """
    comprehensive strategic partnership between islamic republic russian federation signed entered
    into force restated plain english persian official text edition online accessed last visited
    available moscow russ january february march april may june july august september october
    november december jan feb mar apr jun jul aug sep sept oct nov dec not treaty's treaty s wording
"""
"""Words of a citation around what it names."""


def table(listed: dict[Role, str], *, is_many: bool) -> dict[str, Meaning]:
    """Return what each word of a list means."""
    after = set(map(fold, AFTER.split()))
    return {
        fold(word): Meaning(role, is_many, fold(word) in after)
        for role, said in listed.items()
        for word in said.split()
    }


def folded(listed: str) -> frozenset[str]:
    """Return the words of a list as texts are folded."""
    return frozenset(map(fold, listed.split()))


NOUNS: Final = (Role.ARTICLE, Role.PARAGRAPH, Role.POINT, Role.RECITAL, Role.PREAMBLE)
MEANINGS: Final = {
    **table({role: said for role, said in ONE.items() if role in NOUNS}, is_many=False),
    **table(MANY, is_many=True),
}
"""The words that name a kind of provision. A number decides whether ``ст`` is one."""

HELPERS: Final[dict[Role, frozenset[str]]] = {
    role: folded(said) for role, said in ONE.items() if role not in NOUNS
}
BEFORE_NUMBER: Final = (
    HELPERS[Role.NUMBER] | HELPERS[Role.THE] | folded(BEGINNING) | {".", ":", "-", "_"}
)
COUNTED: Final = folded(UNITS)
SILENT: Final = folded(FILLER).union(
    *(HELPERS[role] for role in (Role.OF, Role.THE, Role.JOINING, Role.NUMBER)), folded(BEGINNING)
)
OTHER_TEXTS: Final = folded(FOREIGN)
CITED: Final = SILENT | folded(CITING)
