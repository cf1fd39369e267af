"""Plans of items that wait for one another, made up."""

from collections.abc import Mapping

from hypothesis import strategies as st

from composer.model.package import Planned, Timing
from composer.model.quantity import Days, Money, Range, Visits
from tests.examples import item

Plan = tuple[tuple[Planned, ...], Mapping[str, Timing]]


def planned(requires: Mapping[str, tuple[str, ...]]) -> tuple[Planned, ...]:
    """Items in this order, each with what it waits for."""
    stage: dict[str, int] = {}
    for name, before in requires.items():
        stage[name] = 1 + max((stage[one] for one in before), default=0)
    return tuple(
        Planned(item=item(name, f"r-{name}"), stage=stage[name], requires=before, why="。")
        for name, before in requires.items()
    )


def days(
    working: float | tuple[float, float] = 0, calendar: float | tuple[float, float] = 0, known: bool = True
) -> Days:
    """A length; a pair is a range."""
    return Days(working=_range(working), calendar=_range(calendar), known=known)


def _range(amount: float | tuple[float, float]) -> Range:
    low, high = amount if isinstance(amount, tuple) else (amount, amount)
    return Range(low=low, high=high)


def timed(promised: Days, statutory: Days | None = None, waiting: Days | None = None) -> Timing:
    """Limits alone."""
    return Timing(
        promised=promised, statutory=statutory or promised, waiting=waiting or Days(), fee=Money(), visits=Visits()
    )


halves = st.integers(0, 40).map(lambda number: number / 2)
ranges = st.tuples(halves, halves).map(lambda pair: (min(pair), max(pair)))
lengths = st.builds(days, ranges, ranges | st.just((0.0, 0.0)), st.sampled_from([True, True, True, False]))


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """Up to nine items; each waits for some of those before it."""
    names = [f"i{number}" for number in range(draw(st.integers(1, 9)))]
    requires = {
        name: tuple(draw(st.lists(st.sampled_from(names[:number]), unique=True, max_size=3))) if number else ()
        for number, name in enumerate(names)
    }
    timings = {name: timed(draw(lengths), draw(lengths), draw(st.just(Days()) | lengths)) for name in names}
    return planned(requires), timings
