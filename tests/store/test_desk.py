"""A review kept in a database: several people, verdicts in force at once, nothing lost."""

import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from composer.errors import ContentError, UsageError
from composer.model.verdict import Said
from composer.store.desk import AT_THE_TABLE, Desk, disagreement
from composer.store.reviews import Heard, in_force
from tests.materials.review.small import CATALOGUE

NAMES = {
    name: Heard(1, (f"某局：{name}",))
    for name in ("户口簿册", "户口簿", "全家照片", "全家照片册", "甲乙证照", "甲乙证照本")
}


class Clock:
    """A moment that a test moves."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 2, 9, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def desk(tmp_path: Path, clock: Clock) -> Iterator[Desk]:
    desk = Desk(tmp_path / "review.db", CATALOGUE, clock)
    desk.add("first", "一.csv", NAMES)
    yield desk
    desk.close()


def test_a_verdict_is_in_force_at_once(desk: Desk) -> None:
    desk.judge("~全家照片", Said.SAME, "~全家照片册", "王敏", "同一样")
    (made,) = desk.effective().kinds.keys() - CATALOGUE.kinds.keys()
    assert [alias.text for alias in desk.effective().kinds[made].aliases] == ["全家照片册"]


def test_an_undone_verdict_is_not_in_force_and_stays_in_the_list(desk: Desk) -> None:
    number = desk.judge("~全家照片", Said.SAME, "~全家照片册", "王敏")
    desk.undo(number, "李强")
    assert desk.effective() == CATALOGUE
    assert [(one.number, one.undone_by) for one in desk.standing().given] == [(number, "李强")]


def test_what_cannot_be_undone_says_why(desk: Desk) -> None:
    number = desk.judge("~全家照片", Said.SAME, "~全家照片册", "王敏")
    desk.undo(number, "李强")
    with pytest.raises(UsageError, match=rf"verdict-undone\] {number}：这一条已经由李强在 2026-11-02 09:00 撤销"):
        desk.undo(number, "王敏")
    with pytest.raises(UsageError, match=r"verdict-unknown\] 99：没有这一条结论。请看清单里的编号。"):
        desk.undo(99, "王敏")


def test_a_verdict_without_a_name_is_refused(desk: Desk) -> None:
    with pytest.raises(UsageError, match=r"reviewer-unnamed\] 没有写是谁判断的。请写姓名，命令行用 --by。"):
        desk.judge("~全家照片", Said.SAME, "~全家照片册", " ")


def test_a_verdict_that_contradicts_is_not_kept(desk: Desk) -> None:
    desk.judge("~全家照片", Said.SAME, "household-register", "王敏")
    with pytest.raises(ContentError, match=r"verdicts-contradict\] ~全家照片"):
        desk.judge("~全家照片", Said.SAME, "marriage-certificate", "李强")
    assert len(desk.standing().given) == 1


def test_undoing_is_refused_where_what_is_left_would_contradict(desk: Desk) -> None:
    desk.judge("~甲乙证照", Said.SAME, "~甲乙证照本", "王敏")
    number = desk.judge("~甲乙证照", Said.DIFFERENT, "~甲乙证照本", "李强")
    desk.judge("~甲乙证照", Said.SAME, "household-register", "王敏")
    desk.judge("~甲乙证照本", Said.SAME, "marriage-certificate", "王敏")
    with pytest.raises(ContentError, match="verdicts-contradict"):
        desk.undo(number, "李强")
    assert all(one.undone_at is None for one in desk.standing().given)


def test_two_people_are_asked_different_pairs_until_the_first_has_been_away_for_long(desk: Desk, clock: Clock) -> None:
    first, second = desk.next("王敏"), desk.next("李强")
    assert first is not None
    assert second is not None
    assert first.pair != second.pair
    assert desk.next("王敏") == first
    clock.now += AT_THE_TABLE + timedelta(seconds=1)
    assert desk.next("李强") == first


def test_two_people_who_judge_one_pair_differently_are_told_and_neither_counts(desk: Desk) -> None:
    desk.judge("~全家照片", Said.SAME, "~全家照片册", "王敏")
    desk.judge("~全家照片册", Said.DIFFERENT, "~全家照片", "李强")
    standing = desk.standing()
    assert [one.by for one in disagreement(standing, "~全家照片", "~全家照片册")] == ["王敏", "李强"]
    assert desk.effective() == CATALOGUE
    assert not any("全家照片" in unit for one in standing.left for unit in one.pair)


def test_who_changes_their_mind_undoes_their_earlier_verdict(desk: Desk) -> None:
    desk.judge("~全家照片", Said.SAME, "~全家照片册", "王敏")
    desk.judge("~全家照片", Said.DIFFERENT, "~全家照片册", "王敏")
    assert [one.said for one in in_force(desk.standing().given)] == [Said.DIFFERENT]
    assert len(desk.standing().given) == 2


def test_what_somebody_is_unsure_of_is_asked_of_others_only(desk: Desk) -> None:
    first = desk.next("王敏")
    assert first is not None
    desk.judge(first.one, Said.UNSURE, first.other, "王敏")
    assert desk.next("王敏") != first
    assert desk.next("李强") == first


def test_a_list_that_was_added_before_counts_once(desk: Desk) -> None:
    assert desk.add("first", "又一.csv", NAMES) is False
    assert desk.add("second", "二.csv", {"户口簿": Heard(4, ("乙局",))}) is True
    assert desk.names()["户口簿"] == Heard(5, ("某局：户口簿", "乙局"))


def test_names_added_by_another_program_are_asked_without_starting_again(desk: Desk, tmp_path: Path) -> None:
    before = len(desk.standing().left)
    other = Desk(tmp_path / "review.db", CATALOGUE)
    other.add("third", "三.csv", {"丙丁执照簿": Heard(1, ()), "丙丁执照": Heard(1, ())})
    other.close()
    assert len(desk.standing().left) == before + 1


def test_verdicts_given_at_one_time_by_many_are_all_kept(desk: Desk) -> None:
    people = [threading.Thread(target=desk.judge, args=("~甲乙证照", Said.SAME, "~甲乙证照本", f"第{number}人"))
              for number in range(8)]  # fmt: skip
    for one in people:
        one.start()
    for one in people:
        one.join()
    assert sorted(one.by for one in in_force(desk.standing().given)) == sorted(f"第{number}人" for number in range(8))


def test_contradicting_verdicts_given_at_one_time_are_never_both_in_force(desk: Desk) -> None:
    refused: list[str] = []

    def judge(kind: str, by: str) -> None:
        try:
            desk.judge("~全家照片", Said.SAME, kind, by)
        except ContentError:
            refused.append(by)

    people = [threading.Thread(target=judge, args=row)
              for row in (("household-register", "王敏"), ("marriage-certificate", "李强"))]  # fmt: skip
    for one in people:
        one.start()
    for one in people:
        one.join()
    assert len(refused) == 1
    assert len(in_force(desk.standing().given)) == 1


def test_what_is_no_pair_is_refused(desk: Desk) -> None:
    with pytest.raises(
        UsageError, match=r"verdict-malformed\] 户籍簿和~全家照片册不是能判断的一对。请从复核页重新选一对。"
    ):
        desk.judge("户籍簿", Said.SAME, "~全家照片册", "王敏")
