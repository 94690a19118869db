"""Russian."""

from typing import Final

from articles.official.languages.grammar import Grammar

UNITS: Final = (
    *("первая", "вторая", "третья", "четв[её]ртая", "пятая", "шестая", "седьмая", "восьмая"),
    *("девятая", "десятая", "одиннадцатая", "двенадцатая", "тринадцатая", "четырнадцатая"),
    *("пятнадцатая", "шестнадцатая", "семнадцатая", "восемнадцатая", "девятнадцатая"),
)
TENS: Final = {
    20: ("двадцатая", "двадцать"),
    30: ("тридцатая", "тридцать"),
    40: ("сороковая", "сорок"),
    50: ("пятидесятая", "пятьдесят"),
    60: ("шестидесятая", "шестьдесят"),
}


def ordinals() -> dict[str, int]:
    """Return the ordinal numbers to 69, each as a regular expression."""
    numbers = {word: value for value, word in enumerate(UNITS, 1)}
    for tens, (ordinal, cardinal) in TENS.items():
        numbers[ordinal] = tens
        for unit, word in enumerate(UNITS[:9], 1):
            numbers[f"{cardinal} {word}"] = tens + unit
    return numbers


GRAMMAR: Final = Grammar(
    code="ru",
    article=r"статья|ст\.",
    ordinals=ordinals(),
    preamble=r"преамбула",
    recital=r"\w+(?:ая|яя|уя|ясь|ась|вшись|ив|ав|дя)\b|договорились|согласились|в целях|на основе",
    instrument=r"договор|соглашение|конвенция|пакт|устав|протокол|хартия|трактат|статут",
    part=r"раздел|глава|часть",
    closing=(
        r"совершен[оа]|подписан[оаы]?|заключен[оа]?|составлен[оа]?|учинен[оа]?|в удостоверение"
    ),
    closing_words=r"\bв (?:двух|тр[её]х|четыр[её]х)\b.{0,40}\bэкземпляр",
    signature=r"за \w|от имени|от \w|_{3,}|/|\W?подпис[иь]\b",
    annex=r"приложение|протокол",
    page=r"стр\.|страница",
    common=("и", "в", "на", "с", "о", "по"),
    edit=r"править(?: код| вики-текст)?",
    citation=r"собрание|бюллетень|сборник|ведомости",
)
