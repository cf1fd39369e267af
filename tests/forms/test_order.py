"""The order in which the one table asks."""

from hypothesis import given
from hypothesis import strategies as st

from composer.forms.order import interleaved

sequences = st.lists(st.lists(st.sampled_from("abcdefgh"), unique=True), max_size=5)


@given(sequences)
def test_everything_stands_once(lists: list[list[str]]) -> None:
    order = interleaved(lists)
    assert sorted(order) == sorted({one for sequence in lists for one in sequence})


@given(sequences)
def test_the_first_form_keeps_its_order(lists: list[list[str]]) -> None:
    order = interleaved(lists)
    first = next(iter(lists), [])
    assert [one for one in order if one in first] == first


def test_what_a_later_form_adds_stands_where_it_stands_there() -> None:
    assert interleaved([["name", "phone"], ["name", "sex", "birth", "phone", "fax"]]) == [
        "name", "sex", "birth", "phone", "fax",
    ]  # fmt: skip


def test_what_follows_nothing_known_goes_last_together() -> None:
    assert interleaved([["a", "b"], ["x", "y", "a", "z"]]) == ["a", "z", "b", "x", "y"]
