"""What verdicts make of the catalogue, and of names."""

from datetime import UTC, datetime
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from composer.errors import ContentError
from composer.materials.names.lexicon import Lexicon
from composer.materials.names.parse import parse
from composer.materials.review.effect import with_verdicts
from composer.model.material import Holder
from composer.model.theme import Catalogue
from composer.model.verdict import Said, Verdict
from tests.materials.review.small import CATALOGUE, judged

WITH_HOLDERS = CATALOGUE.model_copy(
    update={"holders": {one: Holder(id=one, name=name) for one, name in (("mother", "母亲"), ("father", "父亲"))}}
)
WORDINGS = ["甲书", "乙证", "丙照片", "丁合同", "居民户口簿", "结婚证"]
verdict_lists = st.lists(
    st.tuples(st.sampled_from(WORDINGS), st.sampled_from(list(Said)), st.sampled_from(WORDINGS)).filter(
        lambda row: row[0] != row[2]
    ),
    max_size=5,
)


def keys(catalogue: Catalogue, *names: str) -> list[str | None]:
    lexicon = Lexicon.of(catalogue)
    return [document.key for name in names for document in parse(name, lexicon).documents]


def effect(rows) -> Catalogue | None:
    """The catalogue after verdicts, or None where they contradict each other."""
    try:
        return with_verdicts(WITH_HOLDERS, [judged(f"~{one}", said, f"~{other}") for one, said, other in rows])
    except ContentError:
        return None


def test_a_wording_that_is_a_known_kind_becomes_its_alias_with_who_when_and_why() -> None:
    verdict = judged("~户籍簿", Said.SAME, "household-register", why="同一本")
    kind = with_verdicts(CATALOGUE, [verdict]).kinds["household-register"]
    assert [(alias.text, alias.judged) for alias in kind.aliases] == [
        ("户口簿", None), ("户籍簿", "王敏，2026-11-02：同一本"),
    ]  # fmt: skip


def test_two_unknown_wordings_that_are_one_become_a_kind_of_their_own() -> None:
    catalogue = with_verdicts(CATALOGUE, [judged("~家庭合影", Said.SAME, "~全家照片")])
    one, other = keys(catalogue, "家庭合影", "全家照片（2份）")
    assert one == other
    assert one is not None
    assert one.startswith("reviewed-")


def test_what_was_said_in_one_second_has_one_effect_in_whatever_order_it_is_kept() -> None:
    moment = datetime(2026, 11, 2, 9, tzinfo=UTC)
    rows = [("~红本证", "~红本子证", "王敏"), ("~红本子证", "~红本册证", "李强"), ("~红本证", "~红本册证", "赵静")]
    verdicts = [Verdict(one=one, said=Said.SAME, other=other, by=by, given=moment) for one, other, by in rows]
    made = [with_verdicts(CATALOGUE, order).kinds for order in permutations(verdicts)]
    assert all(kinds == made[0] for kinds in made)


def test_a_relation_is_kept_with_the_kind() -> None:
    catalogue = with_verdicts(CATALOGUE, [judged("~结婚登记档案", Said.SATISFIES, "marriage-certificate")])
    (made,) = catalogue.kinds.keys() - CATALOGUE.kinds.keys()
    assert catalogue.kinds[made].satisfies == ("marriage-certificate",)


def test_wordings_that_are_only_different_stay_unknown() -> None:
    catalogue = with_verdicts(CATALOGUE, [judged("~家庭合影", Said.DIFFERENT, "~全家照片")])
    assert catalogue.kinds == CATALOGUE.kinds


def test_documents_of_two_issuers_stay_two_after_their_wordings_were_found_to_be_one() -> None:
    catalogue = with_verdicts(CATALOGUE, [judged("~居住情况证明", Said.SAME, "~居住情况说明书")])
    one, other = keys(catalogue, "居委会出具的居住情况证明", "派出所出具的居住情况说明书")
    assert one != other


def test_a_verdict_on_wordings_that_say_whose_they_are_is_refused() -> None:
    with pytest.raises(ContentError, match=r"verdict-not-kind\] ~母亲飞碟证.*\n.*verdict-not-kind\] ~父亲飞碟证"):
        with_verdicts(WITH_HOLDERS, [judged("~母亲飞碟证", Said.SAME, "~父亲飞碟证")])


def test_what_is_undone_leaves_nothing_behind() -> None:
    assert with_verdicts(CATALOGUE, []) is CATALOGUE


@given(verdict_lists)
@settings(max_examples=60)
def test_no_verdict_makes_one_of_documents_of_two_holders(rows) -> None:
    catalogue = effect(rows)
    if catalogue is not None:
        mothers = keys(catalogue, *(f"母亲{wording}" for wording in WORDINGS))
        fathers = keys(catalogue, *(f"父亲{wording}" for wording in WORDINGS))
        assert not {*mothers} & {*fathers}


@given(verdict_lists)
@settings(max_examples=60)
def test_wordings_are_one_exactly_where_verdicts_join_them(rows) -> None:
    catalogue = effect(rows)
    if catalogue is None:
        return
    joined = {wording: {wording} for wording in WORDINGS}
    last = {frozenset((one, other)): said for one, said, other in rows if said is not Said.UNSURE}
    for pair, said in last.items():
        if said is Said.SAME:
            whole = set().union(*(joined[wording] for wording in pair))
            for wording in whole:
                joined[wording] = whole
    found = dict(zip(WORDINGS, keys(catalogue, *WORDINGS), strict=True))
    for one in WORDINGS:
        for other in WORDINGS:
            assert (found[one] == found[other]) is (other in joined[one])


@given(verdict_lists)
@settings(max_examples=60)
def test_no_kind_of_the_catalogue_is_lost_or_renamed(rows) -> None:
    catalogue = effect(rows)
    if catalogue is not None:
        assert {one.id: one.name for one in catalogue.kinds.values() if one.id in WITH_HOLDERS.kinds} == {
            one.id: one.name for one in WITH_HOLDERS.kinds.values()
        }
