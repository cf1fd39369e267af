"""What makes two demands one document, and what is said of it."""

import random
from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from composer.materials.dedupe import dedupe
from composer.materials.identity import Agreement, declared, identity, name_key, reading
from composer.model.item import Requirement
from composer.model.package import MaterialRow, Supplied, Supply
from tests.examples import FACT
from tests.materials.names.lexica import shipped_catalogue

CATALOGUE = shipped_catalogue()
HOLDERS = ["", "applicant", "legal-representative", "shareholder", "handler", "mother"]
SAID = ["", "申请人", "法定代表人", "股东的", "经办人", "新生儿母亲"]
PERSONAL = ["identity-card", "resident-id-card", "passport"]
KINDS = ["business-licence", "letter-of-authorisation", "marriage-certificate", "pledge", *PERSONAL]
WORDS = [
    "身份证",
    "营业执照",
    "营业执照正本",
    "营业执照正、副本",
    "授权委托书",
    "结婚证",
    "承诺书",
    "其他有关材料",
    "护照（首次）",
]
HOW = ["", "复印件", "原件及复印件", "副本", "（一式两份）"]

refs = st.builds(
    lambda kind, whose: f"{kind}@{whose}" if whose else kind, st.sampled_from(KINDS), st.sampled_from(HOLDERS)
)
names = st.tuples(*(st.sampled_from(part) for part in (SAID, WORDS, HOW))).map("".join)


def demanded(ref: str, name: str, item: str = "i0", **more: object) -> Supplied:
    requirement = Requirement.model_validate({"any_of": (ref,), "name": name, **FACT, **more})
    return Supplied(item=item, requirement=requirement, material=ref, supply=Supply.APPLICANT, reason="自己准备")


demands = st.lists(st.builds(demanded, refs, names, st.sampled_from(["i0", "i1"])), max_size=8)


def rows(*some: Supplied) -> tuple[MaterialRow, ...]:
    return dedupe(some, CATALOGUE, "一张表")


def parts(some: Sequence[Supplied]) -> dict[str, set[int]]:
    return {row.id: {id(one) for one in row.demands} for row in rows(*some)}


@given(demands, st.randoms(use_true_random=False))
def test_the_order_of_demands_changes_no_row(some: list[Supplied], order: random.Random) -> None:
    shuffled = order.sample(some, len(some))
    assert parts(shuffled) == parts(some)


@given(demands)
def test_the_demands_of_a_row_are_that_row_again(some: list[Supplied]) -> None:
    for row in rows(*some):
        assert [one.id for one in rows(*row.demands)] == [row.id]


@given(demands)
def test_no_row_has_two_holders(some: list[Supplied]) -> None:
    for row in rows(*some):
        stated = {one.material.partition("@")[2] for one in row.demands}
        assert len(stated - {""}) < 2
        said = {one.holder for demand in row.demands for one in reading(demand.name, CATALOGUE).documents}
        assert stated != {""} or len(said - {None}) < 2


@given(demands)
def test_no_row_has_two_kinds_or_what_only_its_item_can_tell(some: list[Supplied]) -> None:
    for row in rows(*some):
        assert len({one.material.partition("@")[0] for one in row.demands}) == 1
        open_to_all = "pledge" in row.id or any("其他" in one.name for one in row.demands)
        assert not open_to_all or len({one.item for one in row.demands}) == 1


@given(names)
def test_a_name_that_declares_what_it_says_is_the_document_that_a_list_finds(name: str) -> None:
    parsed = reading(name, CATALOGUE)
    for one in parsed.documents:
        if one.kind and not one.generic:
            head, tail = name_key(parsed)
            ref = f"{one.kind}@{one.holder}" if one.holder else one.kind
            assert declared(ref, name, "i0", CATALOGUE).key == f"{head}{tail}"


def test_an_original_part_stays_apart_and_its_name_says_so() -> None:
    first, second = rows(demanded("business-licence", "营业执照副本"), demanded("business-licence", "营业执照正本"))
    assert (first.id, second.id) == ("business-licence", "business-licence/正本")
    assert (first.name, second.name) == ("营业执照", "营业执照（正本）")
    assert (first.material, second.material) == ("business-licence", "business-licence")
    assert first.why_apart == "和“营业执照（正本）”分开：那里要正本"
    assert second.why_apart == "和“营业执照”分开：这里要正本"


def test_of_a_row_of_several_documents_the_declared_one_is_meant() -> None:
    name = "授权委托书、营业执照正本及经办人身份证复印件"
    assert declared("business-licence", name, "i0", CATALOGUE).key == "business-licence/正本"
    assert declared("resident-id-card@handler", name, "i0", CATALOGUE).key == "resident-id-card@handler"


def test_a_holder_whom_nobody_declared_is_read_from_the_name() -> None:
    assert {row.id for row in rows(
        demanded("letter-of-authorisation", "新生儿母亲签字的授权委托书"), demanded("letter-of-authorisation", "委托书")
    )} == {"letter-of-authorisation@mother", "letter-of-authorisation"}  # fmt: skip


def test_a_row_says_by_which_words_its_demands_are_one() -> None:
    ref = "resident-id-card@legal-representative"
    (row,) = rows(
        demanded(ref, "法定代表人身份证复印件", carrier="复印件"),
        demanded(ref, "法定代表人（负责人）二代身份证", "i1", copies=2),
        demanded(ref, "法人代表证件", "i2"),
    )
    assert row.why_one == (
        "“法定代表人身份证复印件”“法定代表人（负责人）二代身份证”“法人代表证件”都是居民身份证"
        "（“身份证”就是“居民身份证”；“二代身份证”是它的别名；“法人代表证件”由事项登记为居民身份证），"
        "都是法定代表人的；交原件还是复印件、交几份，不影响是不是同一样"
    )


def test_an_alias_is_shown_with_its_source() -> None:
    (row,) = rows(demanded("business-licence", "企业营业执照"), demanded("business-licence", "营业执照", "i1"))
    assert row.why_one is not None
    assert f"“企业营业执照”是它的别名，见{CATALOGUE.sources['S16'].title}" in row.why_one


def test_one_demand_needs_no_reason() -> None:
    (row,) = rows(demanded("marriage-certificate", "结婚证"))
    assert (row.why_one, row.why_apart) == (None, None)


def test_a_name_agrees_with_its_kind_with_a_wider_one_and_with_none_that_is_not_related() -> None:
    found = [
        declared(ref, "居民身份证", "i0", CATALOGUE).agreement
        for ref in ("resident-id-card", "identity-card", "pledge")
    ]
    assert found == [Agreement.SAME, Agreement.NARROWER, Agreement.DIFFERENT]


def test_a_letter_is_named_by_its_own_words() -> None:
    letter = {"material": "pledge", "name": "承诺书", **FACT}
    one = demanded("pledge", "结婚证", commitment=letter).model_copy(update={"supply": Supply.COMMITMENT})
    assert identity(one, CATALOGUE).parsed.original == "承诺书"
