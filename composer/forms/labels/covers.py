"""Every way to cover a label with words of the dictionaries, marks, units and notes; nothing is skipped."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from composer.forms.labels.brackets import unit_or_note
from composer.forms.labels.lexicon import Lexicon
from composer.forms.labels.reading import Role
from composer.forms.labels.words import Named, Word

_NUMBERING = re.compile(
    r"(?:\((?:\d{1,2}|[一二三四五六七八九十]{1,3})\)|\d{1,2}(?:[、.)](?!\d)|(?=[一-鿿]))|[一二三四五六七八九十]{1,3}[、.)])+"
)
_MARKS = re.compile(r"[*★☆※△▲#●■□:;,、.。_~…-]+")
_BLANK = re.compile(r"[:_][:_]*年[_/]*月(?:[_/]*日(?:[_/]*时(?:[_/]*分)?)?)?[_.]*$")
"""A date to be filled in by hand: ：　年　月　日."""
_PARTICLE = re.compile(r"[的之]|本次|该")
_RELATION = re.compile(r"(?:与([^()与]{1,12}?)的?)?关系(?=$|[(:*_])")
_GLOSS = re.compile(r"(?:[a-z]{3,}[a-z.'-]*|no\.?)$")
"""The label once more in English at its end."""
_MOST = 24
"""So many ways to cover the rest of a label are kept at each place, the fewest words first."""
LONGEST = 120
"""Labels with more characters are sentences."""


@dataclass(frozen=True, slots=True)
class Token:
    """Characters `start` to `end` of the text as read; a word has its meanings, a unit or a note its role alone.

    `inside`: it stands in brackets. `relation`: it asks how somebody stands to `to` (None: to whom the form is about).
    """

    start: int
    end: int
    role: Role | None = None
    word: Word | None = None
    inside: bool = False
    relation: bool = False
    to: Named | None = None


@dataclass(frozen=True, slots=True)
class Cover:
    """Tokens from the first to the last character of a text; the fewer words, the longer they are."""

    tokens: tuple[Token, ...]
    words: int

    @property
    def size(self) -> tuple[int, int]:
        """How many words, and how many tokens: a word with its brackets is longer than one beside them."""
        return self.words, len(self.tokens)


def covers(text: str, lexicon: Lexicon) -> Sequence[Cover]:
    """All covers of `text` (as `plain` gives it), those of the fewest words first; none where a part is not known."""
    numbering = _NUMBERING.match(text)
    first = numbering.end() if numbering else 0
    best: dict[int, list[Cover]] = {len(text): [Cover((), 0)]}
    for at in range(len(text) - 1, first - 1, -1):
        found = [
            Cover((token, *rest.tokens), rest.words + (token.role is None))
            for token in _tokens(text, at, first, lexicon)
            for rest in best.get(token.end, ())
        ]
        best[at] = sorted(found, key=lambda one: one.size)[:_MOST]
    head = (Token(0, first, Role.NUMBERING),) if first else ()
    return [Cover((*head, *one.tokens), one.words) for one in best.get(first, ())]


def known_parts(text: str, lexicon: Lexicon) -> Iterator[Token]:
    """What a person is told of a text that has no cover: from the left the longest known word, or one that is not."""
    at = 0
    while at < len(text):
        found = max(_tokens(text, at, 0, lexicon), key=lambda one: one.end, default=None)
        yield found or Token(at, at + 1, Role.UNKNOWN)
        at = found.end if found else at + 1


def _tokens(text: str, at: int, first: int, lexicon: Lexicon) -> Iterator[Token]:
    for end in range(at + 1, min(len(text), at + lexicon.longest) + 1):
        word = lexicon.words.get(text[at:end])
        if word:
            yield Token(at, end, word=word)
    yield from _related(text, at, lexicon)
    if text[at] == "(":
        yield from _bracket(text, at, lexicon)
    blank = _BLANK.match(text, at)
    marks = _MARKS.match(text, at)
    if blank:
        yield Token(at, blank.end(), Role.MARK)
    elif marks and (at == first or marks.end() == len(text) or text[marks.end()] == "(" or _BLANK.match(text, at)):
        yield Token(at, marks.end(), Role.MARK)
    gloss = _GLOSS.match(text, at)
    if gloss and at > first and not text[at - 1].isascii():
        yield Token(at, gloss.end(), Role.NOTE)
    particle = _PARTICLE.match(text, at)
    if particle and (at > first or particle[0] not in "的之"):
        yield Token(at, particle.end(), Role.PARTICLE)


def _related(text: str, at: int, lexicon: Lexicon) -> Iterator[Token]:
    """与申领人关系, or 关系 alone."""
    match = _RELATION.match(text, at)
    if match is None:
        return
    who = lexicon.words.get(match[1]) if match[1] else None
    if match[1] is None:
        yield Token(at, match.end(), word=Word(), relation=True)
    for named in who.names if who else ():
        yield Token(at, match.end(), word=Word(), relation=True, to=named)


def _bracket(text: str, at: int, lexicon: Lexicon) -> Iterator[Token]:
    end = text.find(")", at)
    if end < 0:
        return
    content = text[at + 1 : end]
    word = lexicon.words.get(content)
    role = unit_or_note(content, lexicon)
    if role is not None:
        yield Token(at, end + 1, role)
    elif word:
        yield Token(at, end + 1, word=word, inside=True)
