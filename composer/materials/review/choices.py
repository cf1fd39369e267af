"""The verdicts that a person can give on a pair, each with its key."""

from dataclasses import dataclass

from composer.model.verdict import Said


@dataclass(frozen=True)
class Choice:
    """A verdict on a pair 甲, 乙: its key, what it is called, and whether the pair is turned round for it."""

    key: str
    label: str
    said: Said
    turned: bool = False

    def sides(self, one: str, other: str) -> tuple[str, str]:
        """The pair in the order in which the verdict speaks of it."""
        return (other, one) if self.turned else (one, other)


CHOICES = (
    Choice("1", "同一种", Said.SAME),
    Choice("2", "不是同一种", Said.DIFFERENT),
    Choice("3", "甲可以代替乙", Said.SATISFIES),
    Choice("4", "乙可以代替甲", Said.SATISFIES, turned=True),
    Choice("5", "任选其一", Said.ALTERNATIVE),
    Choice("6", "甲是乙的一部分", Said.PART_OF),
    Choice("7", "乙是甲的一部分", Said.PART_OF, turned=True),
    Choice("0", "拿不准，留给别人", Said.UNSURE),
)
BY_KEY = {one.key: one for one in CHOICES}
