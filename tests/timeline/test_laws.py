"""Laws of time over random plans."""

import itertools
from collections.abc import Iterator, Mapping
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from composer.model.package import Planned
from composer.model.timeline import Certainty, Schedule
from composer.timeline import timeline
from tests.timeline.conftest import Plan, plans

STARTS = st.dates(date(2024, 1, 1), date(2028, 12, 31))
relaxed = settings(max_examples=60, deadline=None)


def chains(items: tuple[Planned, ...]) -> Iterator[list[str]]:
    """Every chain from an item that waits for nothing to one that nothing waits for, listed by brute force."""
    after: Mapping[str, list[str]] = {
        one.item.id: [other.item.id for other in items if one.item.id in other.requires] for one in items
    }

    def onward(chain: list[str]) -> Iterator[list[str]]:
        if not after[chain[-1]]:
            yield chain
        for name in after[chain[-1]]:
            yield from onward([*chain, name])

    for one in items:
        if not one.requires:
            yield from onward([one.item.id])


def length(chain: list[str], schedule: Schedule) -> float:
    days = {slot.item: slot.days.high for slot in schedule.slots}
    return sum(days[name] for name in chain)


@relaxed
@given(plans())
def test_the_whole_is_as_long_as_the_longest_chain(plan: Plan) -> None:
    items, timings = plan
    schedule = timeline(items, timings).promised
    assert schedule.most == max(length(chain, schedule) for chain in chains(items))
    assert length(list(schedule.critical_path), schedule) == schedule.most
    assert list(schedule.critical_path) in list(chains(items))


@relaxed
@given(plans())
def test_critical_are_exactly_the_items_of_longest_chains_and_they_have_no_slack(plan: Plan) -> None:
    items, timings = plan
    schedule = timeline(items, timings).promised
    longest = {name for chain in chains(items) if length(chain, schedule) == schedule.most for name in chain}
    assert {slot.item for slot in schedule.slots if slot.critical} == longest
    assert {slot.item for slot in schedule.slots if slot.most.slack == 0} == longest


@relaxed
@given(plans())
def test_earliest_is_never_after_latest_and_least_never_after_most(plan: Plan) -> None:
    for slot in timeline(*plan).promised.slots:
        for window in (slot.least, slot.most):
            assert 0 <= window.earliest_start <= window.latest_start
            assert window.earliest_finish <= window.latest_finish
        assert slot.least.earliest_start <= slot.most.earliest_start
        assert slot.least.earliest_finish <= slot.most.earliest_finish


@relaxed
@given(plans())
def test_nothing_begins_before_what_it_waits_for_is_done(plan: Plan) -> None:
    items, timings = plan
    slots = {slot.item: slot for slot in timeline(items, timings).promised.slots}
    for one in items:
        for before in one.requires:
            assert slots[before].most.earliest_finish <= slots[one.item.id].most.earliest_start
            assert slots[before].most.latest_finish <= slots[one.item.id].most.latest_start


@relaxed
@given(plans())
def test_an_unknown_limit_makes_everything_after_it_at_least(plan: Plan) -> None:
    items, timings = plan
    schedule = timeline(items, timings).promised
    known = {slot.item: slot.known for slot in schedule.slots}
    for one in items:
        assert known[one.item.id] == (timings[one.item.id].promised.known and all(known[name] for name in one.requires))
    assert schedule.known == all(known.values())
    assert all((slot.slack_is is Certainty.EXACT) == schedule.known for slot in schedule.slots)


@relaxed
@given(plans())
def test_slack_is_unknown_wherever_a_chain_meets_an_unknown_limit(plan: Plan) -> None:
    items, timings = plan
    schedule = timeline(items, timings).promised
    met = {name for chain in chains(items) if any(not timings[one].promised.known for one in chain) for name in chain}
    unsure = {slot.item for slot in schedule.slots if slot.slack_is is Certainty.UNKNOWN}
    assert {name for name in unsure if name not in met} == set()


@relaxed
@given(plans(), STARTS)
def test_dates_keep_the_order_of_days(plan: Plan, start: date) -> None:
    items, timings = plan
    times = timeline(items, timings, start)
    dates = {slot.item: slot.dates for slot in times.promised.slots}
    for one in items:
        mine = dates[one.item.id]
        assert mine is not None
        assert times.begins is not None
        assert start <= times.begins <= mine.earliest_start <= mine.latest_start
        assert mine.earliest_start <= mine.earliest_finish <= mine.latest_finish
        assert mine.quickest_start <= mine.earliest_start
        assert mine.quickest_finish <= mine.earliest_finish
        assert mine.waiting_until is None or mine.waiting_until <= mine.earliest_finish
        for before in one.requires:
            other = dates[before]
            assert other is not None
            assert other.earliest_finish <= mine.earliest_start
            assert other.latest_finish <= mine.latest_start


@relaxed
@given(plans(), STARTS)
def test_the_dated_path_leads_to_the_last_date_without_a_gap(plan: Plan, start: date) -> None:
    schedule = timeline(*plan, start).promised
    dates = {slot.item: slot.dates for slot in schedule.slots}
    path = [dates[name] for name in schedule.decisive_path]
    assert path[-1] is not None
    assert path[-1].earliest_finish == schedule.finish
    for before, after in itertools.pairwise(path):
        assert before is not None
        assert after is not None
        assert before.earliest_finish == after.earliest_start
        assert before.critical


@relaxed
@given(plans(), STARTS)
def test_a_later_start_never_ends_earlier(plan: Plan, start: date) -> None:
    later = date.fromordinal(start.toordinal() + 3)
    first, second = timeline(*plan, start).promised.finish, timeline(*plan, later).promised.finish
    assert first is not None
    assert second is not None
    assert first <= second
