"""English."""

from typing import Final

from articles.official.languages.grammar import Grammar, ordinals, words

CARDINALS: Final = words(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
)
ORDINALS: Final = words(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
)
TENS: Final = words("twent thirt fort fift sixt")

GRAMMAR: Final = Grammar(
    code="en",
    name="English",
    script="a-z",
    article=r"article|art\.",
    ordinals=ordinals(
        [f"(?:the )?{second}|{first}" for first, second in zip(CARDINALS, ORDINALS, strict=True)],
        [(f"(?:the )?{stem}ieth|{stem}y", f"(?:the )?{stem}y") for stem in TENS],
        "[- ]",
    ),
    preamble=r"preamble",
    recital=r"\w+(?:ing|ed)\b|have agreed|agree\b|in (?:order|view|accordance)|on the basis",
    enacting=r"\bagree(?:d|ment)?\b",
    agreed=(
        r"\bagreed?\b(?: (?:up)?on)?(?: as follows| the following.{0,40})?|"
        r"\bfollowing (?:provisions|articles|terms)"
    ),
    instrument=(
        r"treaty|agreement|convention|covenant|charter|protocol|pact|statute|constitution|accord|"
        r"arrangement"
    ),
    part=r"part|chapter|section|title",
    closing=r"done|signed|concluded|drawn up|in witness|in faith",
    closing_words=(
        r"\bin (?:two|three|four|duplicate|triplicate)\b.{0,60}\b(?:originals?|copies)\b|"
        r"\b(?:plenipotentiaries|undersigned)\b.{0,200}\bhave (?:hereunto )?signed\b"
    ),
    signature=(
        r"for (?:and on behalf of )?(?:the )?\w|on behalf of|\(?signed\b|_{3,}|/s/|"
        r"\W?(?:list of )?signator(?:y|ies)\b|\W?signatures?\b"
    ),
    annex=r"annex|appendix|protocol|schedule",
    page=r"page",
    common=("the", "of", "and", "to", "in"),
    open=words(
        "a an or nor at by for with from as that which who whose when where if is are was were be "
        "been has have had shall will should would may must can not than their its each every "
        "between under into upon"
    ),
    edit=r"edit(?: source)?",
    invitation=(
        r"read (?:also|more|next)\b|see also\b|share (?:this|on|with)\b|subscribe\b|sign up\b|"
        r"follow us\b|advertisement\b|sponsored\b|related (?:articles|news|stories|posts)\b|"
        r"photo(?:graph)?(?: by|:|\s*©)|leave a comment\b|©|all rights reserved\b"
    ),
    citation=r"series|vol\.|journal|gazette",
    months=words(
        "january february march april may june july august september october november december"
    ),
    solar_months=words(
        "farvardin ordibehesht khordad tir mordad|amordad shahrivar mehr aban azar dey|dei bahman "
        "esfand"
    ),
)
