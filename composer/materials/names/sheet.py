"""A name while it is being read: what is left to read, and what each character that was taken became."""

import re
from collections.abc import Sequence

from composer.materials.names.parsed import Piece, Role
from composer.texts import Aligned


class Sheet:
    """What is left of a name (`text`). Taking a part away gives its characters a role in the whole name's account."""

    __slots__ = ("_roles", "_where", "guarded", "text")

    def __init__(self, text: str, where: Sequence[int], roles: list[Role | None], guarded: frozenset[int]) -> None:
        self.text = text
        self._where = list(where)
        self._roles = roles
        self.guarded = guarded

    @classmethod
    def of(cls, aligned: Aligned) -> "Sheet":
        """All of a name, nothing taken."""
        size = len(aligned.text)
        return cls(aligned.text, range(size), [None] * size, frozenset())

    def take(self, start: int, end: int, role: Role) -> str:
        """Take the characters from `start` to `end` away as `role`, and return them."""
        taken = self.text[start:end]
        for at in self._where[start:end]:
            self._roles[at] = role
        self.text = self.text[:start] + self.text[end:]
        del self._where[start:end]
        return taken

    def take_match(self, match: re.Match[str], role: Role) -> str:
        """Take all of `match` away as `role`."""
        return self.take(match.start(), match.end(), role)

    def reads_as(self, position: int, character: str) -> None:
        """Read another character at `position`; in the account it stays what it is."""
        self.text = self.text[:position] + character + self.text[position + 1 :]

    def mark(self, role: Role) -> None:
        """Give `role` to all that is left, without taking it."""
        for at in self._where:
            self._roles[at] = role

    def guard(self, start: int, end: int) -> None:
        """Keep the characters from `start` to `end` together, whatever stands between them."""
        self.guarded |= frozenset(self._where[start:end])

    def is_guarded(self, position: int) -> bool:
        """Whether the character at `position` must not part what stands around it."""
        return self._where[position] in self.guarded

    def cut(self, joints: Sequence[tuple[int, int]]) -> list["Sheet"]:
        """The sheets between `joints`, which are pairs of start and end; the joints themselves are taken."""
        parts, start = [], 0
        for left, right in [*joints, (len(self.text), len(self.text))]:
            parts.append(Sheet(self.text[start:left], self._where[start:left], self._roles, self.guarded))
            for at in self._where[left:right]:
                self._roles[at] = Role.JOINT
            start = right
        return parts

    def pieces(self, aligned: Aligned) -> tuple[Piece, ...]:
        """All of the original in pieces of one role each; what is no part of the text as read is `OMITTED`."""
        roles = [Role.OMITTED] * len(aligned.original)
        for at, origin in enumerate(aligned.origins):
            roles[origin] = self._roles[at] or Role.KIND
        pieces: list[Piece] = []
        start = 0
        for end in range(1, len(roles) + 1):
            if end == len(roles) or roles[end] is not roles[start]:
                pieces.append(Piece(start, end, roles[start]))
                start = end
        return tuple(pieces)
