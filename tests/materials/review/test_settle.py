"""What verdicts come to, and which contradict each other."""

from itertools import permutations

import pytest

from composer.errors import ContentError
from composer.materials.review.settle import settle
from composer.model.verdict import Said
from tests.materials.review.small import CATALOGUE, judged

SAME, DIFFERENT, SATISFIES = Said.SAME, Said.DIFFERENT, Said.SATISFIES


def refused(*verdicts) -> str:
    with pytest.raises(ContentError) as error:
        settle(verdicts, CATALOGUE)
    return str(error.value)


def test_what_is_the_same_as_the_same_is_one_class_with_the_known_kind_at_its_head() -> None:
    settled = settle([judged("~户籍簿", SAME, "~户口册"), judged("~户口册", SAME, "household-register")], CATALOGUE)
    assert {settled.head(unit) for unit in ("~户籍簿", "~户口册", "household-register")} == {"household-register"}


def test_a_class_without_a_known_kind_keeps_its_head_when_it_grows() -> None:
    first = judged("~家庭合影", SAME, "~全家照片")
    grown = settle([first, judged("~合家照片", SAME, "~家庭合影")], CATALOGUE)
    assert settle([first], CATALOGUE).head("~全家照片") == grown.head("~合家照片") == "~家庭合影"


def test_a_wording_that_the_catalogue_has_learned_since_is_its_kind() -> None:
    settled = settle([judged("~户口本", DIFFERENT, "~家庭合影")], CATALOGUE)
    assert settled.agreed[0].one == "household-register"


def test_verdicts_of_two_people_that_differ_are_disputed_and_none_is_in_force() -> None:
    settled = settle([judged("~甲书", SAME, "~乙书"), judged("~乙书", DIFFERENT, "~甲书", by="李强")], CATALOGUE)
    assert (settled.agreed, settled.heads, settled.links) == ((), {}, ())
    assert [one.by for one in settled.disputes[0]] == ["王敏", "李强"]
    assert settled.judged() == {frozenset(("~甲书", "~乙书"))}


def test_what_two_people_say_alike_is_in_force() -> None:
    settled = settle([judged("~甲书", SAME, "~乙书"), judged("~乙书", SAME, "~甲书", by="李强")], CATALOGUE)
    assert settled.head("~乙书") == settled.head("~甲书")
    assert settled.disputes == ()


def test_the_same_relation_the_other_way_round_is_a_dispute() -> None:
    settled = settle([judged("~甲书", SATISFIES, "~乙书"), judged("~乙书", SATISFIES, "~甲书", by="李强")], CATALOGUE)
    assert len(settled.disputes) == 1


def test_who_is_unsure_disputes_nothing() -> None:
    settled = settle([judged("~甲书", SAME, "~乙书"), judged("~甲书", Said.UNSURE, "~乙书", by="李强")], CATALOGUE)
    assert (len(settled.agreed), settled.disputes) == (1, ())


def test_of_one_person_the_last_verdict_on_a_pair_counts() -> None:
    settled = settle([judged("~甲书", SAME, "~乙书"), judged("~乙书", DIFFERENT, "~甲书")], CATALOGUE)
    assert [one.said for one in settled.agreed] == [DIFFERENT]


def test_two_kinds_of_the_catalogue_are_never_made_one_whatever_the_way() -> None:
    said = refused(
        judged("~婚姻证", SAME, "marriage-certificate"),
        judged("~婚姻证", SAME, "~结婚登记证"),
        judged("~结婚登记证", SAME, "household-register", by="李强"),
    )
    assert said == (
        "错误 [verdicts-contradict] ~结婚登记证：“结婚登记证”和“居民户口簿”是同一种（李强，2026-11-02），"
        "会把目录里的“结婚证”（marriage-certificate）和“居民户口簿”（household-register）并成一种；"
        "因为“婚姻证”和“结婚登记证”是同一种（王敏，2026-11-02），“婚姻证”和“结婚证”是同一种（王敏，2026-11-02）。"
        "请先撤销有误的结论；目录里确是同一种的，请先合并那两条。"
    )


def test_what_is_one_through_others_cannot_be_told_apart() -> None:
    said = refused(
        judged("~甲书", SAME, "~乙书"), judged("~乙书", SAME, "~丙书"), judged("~丙书", DIFFERENT, "~甲书", by="李强")
    )
    assert said == (
        "错误 [verdicts-contradict] ~丙书：“丙书”和“甲书”不是同一种（李强，2026-11-02），可是两样已经是同一种；"
        "因为“乙书”和“丙书”是同一种（王敏，2026-11-02），“甲书”和“乙书”是同一种（王敏，2026-11-02）。请先撤销有误的结论。"
    )


def test_a_circle_of_what_is_taken_for_what_is_refused_over_the_catalogue_too() -> None:
    said = refused(judged("family-proof", SATISFIES, "~甲书"), judged("~甲书", SATISFIES, "marriage-certificate"))
    assert "会绕成一圈：“甲书”→“结婚证”→“亲属关系证明”→“甲书”" in said


def test_a_kind_that_does_not_exist_is_named() -> None:
    assert refused(judged("moon-permit", SAME, "~甲书")) == (
        "错误 [unknown-material] moon-permit：没有材料 moon-permit。请改成目录里有的编号；没有登记的说法前面写 ~。"
    )


def test_the_order_of_verdicts_decides_nothing_but_the_head() -> None:
    verdicts = [judged("~甲书", SAME, "~乙书"), judged("~乙书", SAME, "~丙书", by="李强"),
                judged("~丁书", DIFFERENT, "~丙书"), judged("~甲书", SAME, "household-register")]  # fmt: skip
    outcomes = {
        (tuple(sorted(settled.heads.items())), tuple((one, other) for one, _, other in settled.links))
        for order in permutations(verdicts)
        for settled in [settle(order, CATALOGUE)]
    }
    assert len(outcomes) == 1
