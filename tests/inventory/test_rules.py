"""Each rule of the table, on the smallest content that it fits."""

from typing import Any

import pytest

from composer.inventory import material_standard
from composer.inventory.model import Answer, Fact, ReviewRow, Verdict
from composer.inventory.removal import RULES
from composer.model.clean_up import CleanUp
from composer.model.theme import Library, Source
from tests.examples import FACT, demand, item, library

LAW: dict[str, Any] = {"law": "某条例", "article": "第三条", **FACT}
LETTER: dict[str, Any] = {"material": "letter", "name": "承诺书", **FACT}
COMMITTEES = {
    "id": "committees", "name": "村（居）委会不再出具", "basis": {**LAW, "gist": "列出清单"},
    "proofs": ["亲属关系证明"], "issuers": ["居委会"], "instead": "由部门核查",
}  # fmt: skip
KINSHIP = {"id": "paper", "name": "亲属关系证明"}
CASES: dict[str, dict[str, Any]] = {
    "withdrawn": {"row": {"withdrawn": "已取消"}},
    "forbidden-proof": {"kind": KINSHIP, "row": {"issuer": "居委会"}, "clean_ups": [COMMITTEES]},
    "catch-all": {"row": {"name": "法律法规规定的其他材料"}},
    "covered": {"other": {"id": "better", "satisfies": ["paper"]}},
    "form": {"kind": {"id": "paper", "name": "某某登记申请表"}},
    "letter": {"kind": {"id": "paper", "name": "诚信承诺书"}},
    "pledge": {"row": {"commitment": LETTER}},
    "shared": {"row": {"shared": True, "unchecked": []}},
    "repealed": {"bases": [{**LAW, "law": "某办法（已废止）", "gist": "旧材料、材料paper"}]},
    "optional": {"row": {"necessity": "非必要"}},
    "doubtful-proof": {"kind": {"id": "paper", "name": "收入证明"}, "row": {"issuer": "所在单位"}},
    "shareable": {"kind": {"id": "paper", "shared": True}, "row": {"carrier": "复印件"}},
    "has-basis": {"bases": [{**LAW, "gist": "提交申请书、材料paper"}]},
    "original": {"kind": {"id": "paper", "shared": True}},
    "pledgeable": {"bases": [{**LAW, "gist": "实行告知承诺"}]},
    "general-basis": {"bases": [{**LAW, "gist": "申请材料"}]},
    "no-basis": {},
}


def reviewed(case: dict[str, Any]) -> ReviewRow:
    """The review of the first demand of an item that asks for `paper`."""
    kind = {"id": "paper", "name": "材料paper", **case.get("kind", {})}
    others = [case["other"]] if "other" in case else []
    requires = [
        demand("paper", **{"name": kind["name"], **case.get("row", {})}),
        *(demand(one["id"]) for one in others),
    ]
    made = library([item("i", "want", requires=requires, bases=case.get("bases", []))], ["want"], kinds=[kind, *others])
    rules = {one["id"]: CleanUp.model_validate(one) for one in case.get("clean_ups", [])}
    sources = {"G": made.catalogue.sources["G"], **case.get("sources", {})}
    catalogue = made.catalogue.model_copy(update={"clean_ups": rules, "sources": sources})
    standard = material_standard(Library(catalogue=catalogue, themes=made.themes))
    return next(row for row in standard.reviews if row.demand == "i#1")


@pytest.mark.parametrize("rule", CASES)
def test_a_rule_fits_its_case_and_proposes_its_verdict(rule: str) -> None:
    row = reviewed(CASES[rule])
    assert (row.rule, row.verdict) == (rule, next(one.verdict for one in RULES if one.id == rule))


def test_every_rule_has_a_case() -> None:
    assert list(CASES) == [one.id for one in RULES]


def test_that_no_basis_is_recorded_is_never_said_to_be_no_basis_in_law() -> None:
    row = reviewed({})
    assert (row.basis.answer, row.verdict) == (Answer.UNKNOWN, Verdict.VERIFY)
    assert "不等于法律没有规定" in row.reason
    assert not row.certain


def test_a_proof_that_the_rule_names_is_only_doubtful_while_nobody_says_who_issues_it() -> None:
    row = reviewed({"kind": KINSHIP, "clean_ups": [COMMITTEES]})
    assert (row.rule, row.verdict, row.certain) == ("doubtful-proof", Verdict.VERIFY, False)
    assert row.needless[0] == Fact(
        text="没有写谁出具；如果是要居委会出具，某条例第三条已列入不应出具", source="G", certain=False
    )


def test_a_proof_that_an_office_issues_in_the_course_of_its_duties_is_not_needless() -> None:
    assert reviewed({"kind": KINSHIP, "row": {"issuer": "公安局"}, "clean_ups": [COMMITTEES]}).needless == ()


def test_the_wording_alone_may_name_the_committee() -> None:
    row = reviewed({"kind": KINSHIP, "row": {"name": "居委会出具的亲属关系证明"}, "clean_ups": [COMMITTEES]})
    assert row.rule == "forbidden-proof"


@pytest.mark.parametrize(
    ("name", "issuer"),
    [
        ("居住证明", "社区卫生服务中心"),
        ("与聘用单位签订的劳动关系证明", "人力资源和社会保障局"),
        ("社区矫正证明", "司法局"),
    ],
)
def test_a_word_of_the_committee_inside_another_name_accuses_nobody(name: str, issuer: str) -> None:
    assert reviewed({"kind": {"id": "paper", "name": name}, "row": {"issuer": issuer}}).needless == ()


@pytest.mark.parametrize("name", ["居委会证明", "社区开具的居住证明", "村民委员会出具的收入证明"])
def test_the_wording_alone_may_make_a_proof_doubtful(name: str) -> None:
    assert "往往无从核实" in reviewed({"kind": {"id": "paper", "name": name}}).needless[0].text


def test_what_an_employer_certifies_may_stand_in_a_contract() -> None:
    (fact,) = reviewed({"kind": {"id": "paper", "name": "收入证明"}, "row": {"issuer": "用人单位"}}).needless
    assert fact.text == "要“用人单位”出具的证明，先看劳动合同、参保记录能不能代替"


def test_a_row_taken_from_the_text_of_a_provision_has_that_basis() -> None:
    source = Source(id="L", title="某某管理办法（2022修订）第七条", grade="A")
    row = reviewed({"row": {"source": "L"}, "sources": {"L": source}})
    assert row.rule == "has-basis"
    assert row.basis.facts == (Fact(text="某某管理办法（2022修订）第七条的条文里列有", source="L", certain=True),)


def test_a_proposal_is_as_certain_as_what_it_rests_on() -> None:
    assert reviewed({"row": {"shared": True, "unchecked": []}}).certain
    assert not reviewed({"row": {"shared": True}}).certain
    assert not reviewed({"row": {"shared": True, "unchecked": [], "certain": False}}).certain
