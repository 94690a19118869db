"""Words left out of a query when it holds others: nearly every article could have them.

Beside the small words of each language, those that every reader of this site may add: the two
states, and what the treaty and its parts are called.
"""

from __future__ import annotations

from typing import Final

from articles.search.analysis import stems

ENGLISH: Final = """
    a about an and any are as at be been between both but by can could did do does for from had
    has have he how i if in into is it its me must my no not of on one or other our shall she
    should so some tell than that the their them then there these they this those to two under us
    was we were what whats when where whether which who whom why will with would you your
    iran iranian iranians iri russia russian russians agree agreed say says said treaty treaties
    article articles text provision clause partnership strategic comprehensive country countries
    happens happen mention mentioned need needs
"""
RUSSIAN: Final = """
    а без был была были было быть в во все для до его ее если же за и из или их к как какая какие
    какой ко ли между мы на над не ни но о об обе от по под при про с со так такое то у что чтобы
    это эта этот есть где когда кто
    россия российский российская российско русские иран иранский иранская рф ири
    можно нужно надо будет будут может могут чем чей чья них
    почему договор договора статья статьи страна страны сторона стороны говорится
"""
PERSIAN: Final = """
    آن آنها چرا از است اگر ای این با باید بر برای به تا چه چیست چگونه در دو را شود شده که کدام کند
    کنند می‌کند می‌کنند می‌شود خواهد کردن ما می نه نیز ها های هر هم و یا یک یه آیا
    چطور چطوری چقدر چقدره کجا کی وقتی اگه شد شده میشه می‌شه می‌توان می‌تواند می‌توانند میتونه می‌تونه
    باشد بود دارد دارند داره بکند بشه رو تو توی
    ایران ایرانی روسیه روسی معاهده معاهده‌ی قرارداد پیمان ماده ماده‌ی مواد کشور کشورها طرف طرفین
"""
IN_LATIN_LETTERS: Final = """
    v vo na po k ko ob iz ot za dlya ili chto kak eto kto kogda gde rossii rossiya rossiyu rossiey
    irana irane iranom dogovor dogovora dogovore statya stati
    az dar ba be va ke che chi ast ra baraye beyn rusiye rusieh irani rusi moahede gharardad
"""

STOP_STEMS: Final = frozenset(stems(f"{ENGLISH} {RUSSIAN} {PERSIAN} {IN_LATIN_LETTERS}").split())
"""The stems of all of them."""
