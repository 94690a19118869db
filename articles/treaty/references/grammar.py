"""Finds the references among the tokens of a text.

Each method reads from a token on, and returns what it read with the place after it, or nothing.
None looks further than what it reads, so that the time taken grows as the text does.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from articles import treaty
from articles.treaty.references import meaning, numerals
from articles.treaty.references.cursor import LARGEST, MOST_BELOW, Cursor
from articles.treaty.references.meaning import LETTER, Found, Path
from articles.treaty.references.tokens import TOO_LARGE, Token
from articles.treaty.references.words import BEFORE_NUMBER, HELPERS, Meaning, Role

MOST_SKIPPED: Final = 4
"""Words and marks that may stand between ``article`` and its number."""

MOST_LEVELS: Final = 2
"""Levels below an article."""

BELOW: Final = frozenset({Role.PARAGRAPH, Role.POINT, Role.RECITAL})
MAP_LETTERS: Final = {"p": (treaty.PREAMBLE,), "c": meaning.CLOSING}
"""What the map of the treaty calls the parts that have no number."""


LAST: Final[Path] = ()
"""The path below an article of its last paragraph, as long as the article is not known."""


class Run(NamedTuple):
    """Provisions from one path to another, and where in the tokens they are named."""

    first: Path
    last: Path
    start: int
    after: int
    is_spoken: bool = True


class Level(NamedTuple):
    """``paragraphs 2 and 3``: the role, and the first and last number of each part."""

    role: Role
    runs: list[tuple[Path, Path]]
    after: int


class Grammar:
    """Reads the tokens of one text.

    If it ``is_bare``, numbers are references without any word beside them; if it ``is_list``,
    too, as somebody writes them who lists provisions and nothing else.
    """

    def __init__(
        self, tokens: Sequence[Token], *, is_bare: bool = False, is_list: bool = False
    ) -> None:
        """Take the tokens."""
        self.tokens = tokens
        self.is_bare = is_bare
        self.is_list = is_list
        self.cursor = Cursor(tokens, TOO_LARGE - 1 if is_list else LARGEST)

    def found(self) -> Iterator[Found]:
        """Yield every reference in order."""
        at = 0
        while at < len(self.tokens):
            runs, after = self.at(at)
            for run in runs:
                first, last = self.tokens[run.start], self.tokens[run.after - 1]
                yield meaning.found(
                    run.first, run.last, first.start, last.end, is_spoken=run.is_spoken
                )
            at = max(after, at + 1)

    def at(self, at: int) -> tuple[list[Run], int]:
        """Return the references that begin with a token, and the place after them."""
        token = self.tokens[at]
        if token.kind not in {"word", "number", "mark"}:
            return [], at + 1
        for read in (self.downside_up, self.article, self.counted_article, self.part):
            if found := read(at):
                return found
        if self.is_bare:
            return self.alone(at)
        return self.bracketed(at) if token.kind == "number" else ([], at + 1)

    # From the article down

    def article(self, at: int) -> tuple[list[Run], int] | None:
        """Read ``articles 12-14 and 19(2)``, ``ст. 12 п. 2``, ``§ 3``, ``第十九条``."""
        noun = self.cursor.noun(at, Role.ARTICLE)
        if noun is None and self.cursor.token(at).text == "§":
            noun = Meaning(Role.ARTICLE, self.cursor.token(at + 1).text == "§"), at + 1
        if noun is None:
            return None
        return self.list_of(self.past_marks(noun[1]), at, is_many=noun[0].is_many)

    def past_marks(self, at: int) -> int:
        """Return the place of the number that ``article no.`` is followed by."""
        end = at + MOST_SKIPPED
        while (
            at < end
            and (self.cursor.token(at).text in BEFORE_NUMBER or self.cursor.token(at).text == "§")
            and self.cursor.token(at).kind != "end"
        ):
            at += 1
        is_bracketed = self.cursor.token(at).text == "(" and self.cursor.token(at + 2).text == ")"
        return at + 1 if is_bracketed and self.cursor.number(at + 1, is_roman=True) else at

    def list_of(self, at: int, start: int, *, is_many: bool) -> tuple[list[Run], int] | None:
        """Read the numbers of one article or of several, with what is named below them."""
        runs: list[Run] = []
        after = at
        while read := self.with_below(at, start):
            more, after = read
            if self.cursor.counts(after):
                if runs:
                    return runs, runs[-1].after
                return None
            runs += more
            at = self.cursor.past(after, Role.JOINING)
            if at == after:
                break
            sibling = self.sibling(runs[-1], at)
            if sibling:
                runs.append(sibling)
                after = sibling.after
                at = self.cursor.past(after, Role.JOINING)
            if self.is_other(at, is_many=is_many):
                break
            start = at
        return (runs, after) if runs else None

    def is_other(self, at: int, *, is_many: bool) -> bool:
        """Whether the number that follows an article is not that of another one.

        After ``articles`` it is, unless it begins something else: ``and third paragraph``.
        """
        number = self.cursor.number(at, is_roman=True)
        if number is None:
            return True
        if self.downside_up(at) or (number.is_ordinal and self.cursor.means(number.after)):
            return True
        if is_many:
            return False
        path = self.path(at)
        return not (number.is_plain and path and (self.cursor.is_end(path.after)))

    def sibling(self, run: Run, at: int) -> Run | None:
        """Read the second of ``12(2) and (3)``."""
        below = self.cursor.in_brackets(at)
        if below is None or len(run.first) == 1:
            return None
        path, _, after = below
        whole = meaning.run_to(run.last, path)
        return Run(whole, whole, at, after) if whole else None

    def with_below(self, at: int, start: int) -> tuple[list[Run], int] | None:
        """Read the number of an article, what is named below it, and where a run ends."""
        path = self.path(at)
        if path is None:
            return None
        run = path._replace(start=start)
        if run.first == run.last and (below := self.below(run)):
            return below, below[-1].after
        run = self.run_on(run)
        return [run], run.after

    def path(self, at: int) -> Run | None:
        """Read ``22``, ``22.2.3``, ``22(2.3)``, ``3(3)(a)``, ``12(2-4)``."""
        number = self.cursor.number(at, is_roman=True)
        if number is None:
            return None
        return self.path_below((number.value,), at, number.after)

    def path_below(self, path: Path, start: int, at: int) -> Run | None:
        """Read what is written below a number or a name without any word."""
        is_spoken = False
        last = None
        while last is None:
            mark, below = self.cursor.token(at), self.cursor.token(at + 1)
            if mark.glued and mark.text in {".", "/", ":"} and below.glued:
                if below.kind != "number":
                    break
                path, at = (*path, below.value), at + 2
            elif read := self.cursor.in_brackets(at):
                first, last, at = read
                whole, is_spoken = meaning.joined(path, first), True
                last = meaning.run_to(whole, last) if last else None
                path = whole
            elif mark.glued and mark.text == "(" and below.kind == "number" and self.is_bare:
                return None
            else:
                break
        whole_path = meaning.written(path)
        if whole_path is None or any(MOST_BELOW < row < LETTER for row in path[1:]):
            return None
        return Run(whole_path, last or whole_path, start, at, is_spoken)

    def below(self, run: Run) -> list[Run] | None:
        """Read what words name below a path: ``, paragraph 2, point 2.6``, ``§ 4``."""
        levels: list[Level] = []
        at = run.after
        while len(levels) < MOST_LEVELS:
            before = self.cursor.token(at).text
            is_parted = before in {",", ";", ":", "-", "("} or self.cursor.helps(at, Role.OF)
            start = self.cursor.past(at + is_parted, Role.THE, most=1)
            level = self.level(start)
            if level is None or self.downside_up(start, is_named=True):
                break
            levels.append(level)
            at = level.after + (before == "(" and self.cursor.token(level.after).text == ")")
        if not levels:
            return None
        paths = combined(run.first, levels)
        return [Run(first, last, run.start, at) for first, last in paths]

    def run_on(self, run: Run) -> Run:
        """Read where a run ends: ``-14``, ``to 14``, ``-(4)``; if it does, return all of it."""
        if not self.cursor.helps(run.after, Role.RANGE) or run.first != run.last:
            return run
        at = run.after + 1
        while self.cursor.token(at).text == "-":
            at += 1
        bracketed = self.cursor.in_brackets(at)
        if bracketed:
            path, after = bracketed[0], bracketed[2]
        else:
            noun = self.cursor.noun(at, Role.ARTICLE)
            to = self.path(self.cursor.past(noun[1] if noun else at, Role.THE, most=1))
            if to is None or to.first != to.last or self.cursor.counts(to.after):
                return run
            path, after = to.first, to.after
        last = meaning.run_to(run.first, path)
        if last is None:
            return run
        return run._replace(last=last, after=after)

    # From the point or paragraph up

    def level(self, at: int) -> Level | None:
        """Read ``paragraph 3``, ``paragraphs 2 and 3``, ``третья часть``, ``п. 2``."""
        if noun := self.cursor.noun(at, *BELOW):
            means, after = noun
            first = self.cursor.numbers_below(self.cursor.past(after, Role.NUMBER, Role.THE))
            if first is None and self.cursor.token(after).text == "(":
                bracketed = self.cursor.in_brackets(after)
                first = (bracketed[0], bracketed[2]) if bracketed else None
            if first is None:
                return None
            return self.more_of(means, *first)
        return self.last_level(at) or self.counted_level(at)

    def last_level(self, at: int) -> Level | None:
        """Read ``last paragraph``, ``последний пункт``."""
        is_last = self.cursor.token(at).text in numerals.LASTS
        noun = self.cursor.noun(at + 1, Role.PARAGRAPH, Role.RECITAL) if is_last else None
        return Level(noun[0].role, [(LAST, LAST)], noun[1]) if noun else None

    def counted_level(self, at: int) -> Level | None:
        """Read ``third paragraph``, ``третья часть``, ``2. fıkra``."""
        number = self.cursor.number(self.cursor.past(at, Role.NUMBER, most=1), most=MOST_BELOW)
        if number is None:
            return None
        mark = self.cursor.token(number.after)
        is_dotted = mark.text == "." and mark.glued
        noun = self.cursor.noun(number.after + is_dotted, *BELOW)
        if noun is None or self.cursor.token(at).text in numerals.OTHERS:
            return None
        means, after = noun
        if not (number.is_ordinal or is_dotted or means.is_after) or means.is_many:
            return None
        return Level(means.role, [((number.value,),) * 2], after)

    def more_of(self, means: Meaning, first: Path, at: int) -> Level:
        """Read the other numbers of a level: ``2 and 3``, ``2-4``."""
        runs = [(first, first)]
        while True:
            is_run = self.cursor.helps(at, Role.RANGE)
            if not is_run and not (means.is_many and self.cursor.helps(at, Role.JOINING)):
                break
            after = at + 1 if is_run else self.cursor.past(at, Role.JOINING)
            more = self.cursor.in_brackets(after)
            read = (more[0], more[2]) if more else self.cursor.numbers_below(after)
            if read is None or self.cursor.counts(read[1]):
                break
            path, end = read
            last = meaning.run_to(runs[-1][0], path) if is_run else path
            if last is None:
                break
            runs[-1:] = [(runs[-1][0], last)] if is_run else [runs[-1], (last, last)]
            at = end
        return Level(means.role, runs, at)

    def downside_up(self, at: int, *, is_named: bool = False) -> tuple[list[Run], int] | None:
        """Read ``point 2.5 of paragraph 2 of article 22``, ``п. 3 ст. 12``, ``recital 5``.

        If it ``is_named``, the article must follow, and not after a comma.
        """
        levels: list[Level] = []
        after = at
        while len(levels) < MOST_LEVELS and (level := self.level(after)):
            levels.append(level)
            after = self.cursor.past(level.after, Role.OF, Role.THE, most=4)
            after += self.cursor.token(after).text == "("
        if not levels:
            return None
        end = levels[-1].after
        is_of = any(self.cursor.helps(row, Role.OF) for row in range(end, after))
        whole = self.whole(after, is_of=is_of)
        if is_named and (whole is None or self.cursor.token(end).text == ","):
            return None
        if whole is None and levels[0].role is Role.RECITAL and len(levels) == 1:
            whole = Run((treaty.PREAMBLE,), (treaty.PREAMBLE,), at, end)
        if whole is None:
            return None
        closed = whole.after + (self.cursor.token(after - 1).text == "(" and end < after)
        paths = combined(whole.first, levels[::-1])
        return [Run(first, last, at, closed) for first, last in paths], closed

    def whole(self, at: int, *, is_of: bool) -> Run | None:
        """Read the article, or the preamble, that paragraphs are said to be of."""
        if noun := self.cursor.noun(at, Role.ARTICLE):
            return self.path(self.past_marks(noun[1]))
        if self.cursor.noun(at, Role.PREAMBLE):
            return Run((treaty.PREAMBLE,), (treaty.PREAMBLE,), at, at + 1)
        if counted := self.counted(at):
            return counted
        return self.path(at) if is_of and self.cursor.token(at).kind == "number" else None

    # Other ways

    def counted(self, at: int) -> Run | None:
        """Read ``the third article``, ``14-я статья``, ``7-ci maddə``, ``the last article``."""
        number = self.cursor.number(at)
        if number is None:
            return None
        mark = self.cursor.token(number.after)
        is_dotted = mark.text == "." and mark.glued and number.is_plain
        noun = self.cursor.noun(number.after + is_dotted, Role.ARTICLE)
        if noun is None:
            return None
        means, after = noun
        is_one = number.is_ordinal or is_dotted or means.is_after
        if not (is_one or self.is_bare) or (means.is_many and not means.is_after):
            return None
        follows = self.cursor.number(after)
        if follows and follows.is_plain and not (number.is_ordinal or is_dotted):
            return None  # 20 article 3
        return Run((number.value,), (number.value,), at, after)

    def counted_article(self, at: int) -> tuple[list[Run], int] | None:
        """Read an article whose number comes first, with what is named below it."""
        run = self.counted(at)
        if run is None:
            return None
        runs = self.below(run) or [run]
        return runs, runs[-1].after

    def part(self, at: int) -> tuple[list[Run], int] | None:
        """Read the preamble, a recital of it, or the closing lines."""
        preamble = self.cursor.noun(at, Role.PREAMBLE)
        is_preamble = preamble is not None
        if not is_preamble and not self.is_closing(at):
            return None
        path: Path = (treaty.PREAMBLE,) if is_preamble else meaning.CLOSING
        after = preamble[1] if preamble else at + 1
        if not is_preamble and self.cursor.helps(after, Role.LINES):
            after += 1
        run = self.path_below(path, at, after)
        if run is None:
            return None
        below = self.below(run)
        number = self.cursor.number(run.after, most=MOST_BELOW)
        is_whole = is_preamble and not below and not self.is_list and run.first == path
        if is_whole and number and number.is_plain and not self.cursor.counts(number.after):
            path = (*path, number.value)
            run = Run(path, path, at, number.after)
        runs = below or [self.run_on(run)]
        return runs, runs[-1].after

    def is_closing(self, at: int) -> bool:
        """Whether the closing lines are named; ``closing`` alone may be of a border."""
        token = self.cursor.token(at)
        if token.kind != "word" or token.text not in HELPERS[Role.CLOSING]:
            return False
        if self.cursor.helps(at + 1, Role.LINES):
            return True
        return self.is_bare and token.text == "closing" and self.cursor.is_apart(at)

    def alone(self, at: int) -> tuple[list[Run], int]:
        """Read what no word tells the meaning of: ``3.3``, or as the map of the treaty has it."""
        token = self.cursor.token(at)
        if not self.cursor.is_apart(at):
            return [], at + 1
        run = None
        if self.is_list and token.text in MAP_LETTERS and self.cursor.token(at + 1).text != ".":
            path = MAP_LETTERS[token.text]
            run = Run(path, path, at, at + 1)
        elif token.kind == "number" or not self.is_list:
            run = self.path(at)
        if run is None:
            return [], self.cursor.past_chain(at) if token.kind == "number" else at + 1
        if self.cursor.counts(run.after) and not self.is_list:
            return [], run.after
        runs = self.below(run) or [self.run_on(run)]
        after = runs[-1].after
        end = self.cursor.past_chain(after - 1)
        return (runs, after) if end == after or len(runs) > 1 else ([], end)

    def bracketed(self, at: int) -> tuple[list[Run], int]:
        """Read in prose a number that brackets tell the meaning of: ``3(3) and 19(2)``."""
        run = self.path(at) if self.cursor.is_apart(at) else None
        is_one = run and run.is_spoken and self.cursor.token(at + 1).text == "("
        if not run or not is_one or not 0 < run.first[0] <= treaty.LAST_ARTICLE:
            return [], self.cursor.past_chain(at)
        return self.list_of(at, at, is_many=False) or ([], run.after)


def combined(path: Path, levels: Sequence[Level]) -> list[tuple[Path, Path]]:
    """Return the paths of what words name below a path, the higher level first."""
    paths = [(path, path)]
    for level in levels:
        is_point = level.role is Role.POINT and not any(
            row.role is not Role.POINT for row in levels
        )
        below = meaning.with_point if is_point else meaning.joined
        paths = [
            (below(above, first), below(above, last))
            if first
            else (meaning.last_below(above), meaning.last_below(above))
            for above, _ in paths
            for first, last in level.runs
        ]
    return paths
