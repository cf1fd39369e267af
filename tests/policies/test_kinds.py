"""What each kind of policy makes of a package, a sentence each."""

from datetime import date
from typing import Any

import pytest

from composer.compose import compose
from composer.errors import AnswerError, ContentError
from composer.model.objective import Terms
from composer.model.package import ThemePackage
from tests.examples import FACT, demand, field, form, item, library
from tests.policies.conftest import SUPERVISION, policy

LIMIT = {"text": "即办", **FACT}


def supplies(package: ThemePackage) -> dict[str, str]:
    return {row.id: row.supply.label for row in package.materials}


def names(package: ThemePackage) -> list[str]:
    return [planned.item.id for planned in package.items]


def reasons(package: ThemePackage, name: str) -> list[str]:
    return [dropped.reason for dropped in package.dropped if dropped.id == name]


def test_without_policies_all_is_as_written(reformed) -> None:
    package = reformed()
    assert names(package) == ["licence", "permit"]
    assert supplies(package) == {
        "card": "申请人自备",
        "plan": "申请人自备",
        "report": "申请人自备",
        "paper": "前序产出",
    }
    assert package.measures.trips[1].value == 2
    assert package.policies == ()


def test_items_handled_jointly_share_a_visit(reformed) -> None:
    package = reformed(policy("a", "联合办理", items=["licence", "permit"]))
    assert [figure.value for figure in package.measures.trips] == [2, 1]
    assert [one.id for one in package.policies] == ["a"]


def test_departments_that_work_side_by_side_pass_a_document_on(reformed) -> None:
    together = policy("a", "联合办理", items=["licence", "permit"], parallel=[{"item": "permit", "after": "licence"}])
    package = reformed(together)
    assert {planned.item.id: planned.stage for planned in package.items} == {"licence": 1, "permit": 1}
    assert supplies(package)["paper"] == "数据共享"
    paper = next(row for row in package.materials if row.id == "paper")
    assert paper.reason == "由联合办理的“事项licence”办出后在部门之间流转，不用等"


def test_a_merged_item_is_gone_and_another_issues_its_result(reformed) -> None:
    package = reformed(policy("a", "多证合一", items=["permit"], into="licence"))
    assert names(package) == ["licence"]
    assert [result.material for result in package.items[0].item.results] == ["paper", "stamp"]
    assert supplies(package) == {"card": "申请人自备", "plan": "申请人自备"}
    assert reasons(package, "permit") == ["多证合一（改革a）：不用再办，并入“事项licence”"]


def test_what_a_merged_item_keeps_is_asked_for_by_the_other(reformed) -> None:
    package = reformed(policy("a", "多证合一", items=["permit"], into="licence", keeps=["report", "card"]))
    assert supplies(package) == {"card": "申请人自备", "plan": "申请人自备", "report": "申请人自备"}


def test_an_item_that_issues_a_merged_result_itself_no_longer_asks_for_it(reformed) -> None:
    package = reformed(policy("a", "多证合一", items=["licence"], into="permit"))
    assert names(package) == ["permit"]
    assert package.items[0].requires == ()
    assert reasons(package, "paper") == ["已并入本事项的办理结果，不再要求"]


def merging(*fields: dict[str, Any], own: str | None = "own", **more: Any) -> ThemePackage:
    """`first` with the form `own`, if any, takes over the form `theirs` of `second`, which has `fields`."""
    first, second = item("first", "one", form=own), item("second", "two", form="theirs")
    forms = [form("own", *OWN), form("theirs", *fields)] if own else [form("theirs", *fields)]
    merged = policy("a", "多证合一", items=["second"], into="first", **more)
    elements = [{"id": "firm.code", "provided_by": "one"}]
    made = library([first, second], ["one", "two"], forms=forms, elements=elements, policies=[merged])
    return compose(made.themes["t"], made.catalogue)


OWN = [field("firm.name"), field("firm.phone", required=False), field("firm.number", filled_by="部门")]


def labels(package: ThemePackage) -> dict[str, list[str]]:
    """The data of each section of each original form."""
    return {
        f"{one.name} {section.name}": [each.element for each in section.fields]
        for one in package.form.originals.values()
        for section in one.sections
    }


def test_the_one_application_asks_for_the_data_of_a_merged_item_too() -> None:
    package = merging(field("firm.staff"), field("firm.bank", required=False))
    assert labels(package) == {
        "表own 一节": ["firm.name", "firm.phone", "firm.number"],
        "表own 一节（原《表theirs》）": ["firm.staff", "firm.bank"],
    }
    assert package.measures.forms[0].value == 1
    assert {row.id: row.required for row in package.form.rows}["firm.bank"] is False


def test_a_merged_form_adds_nothing_that_is_asked_already_written_by_the_office_or_borne_by_the_certificate() -> None:
    package = merging(field("firm.name"), field("firm.number"), field("firm.code"))
    assert labels(package) == {"表own 一节": ["firm.name", "firm.phone", "firm.number"]}


def test_a_datum_that_the_merged_form_must_have_is_no_longer_left_to_choice() -> None:
    package = merging(field("firm.phone"))
    assert {row.id: row.required for row in package.form.rows}["firm.phone"] is True


def test_a_merged_form_is_without_what_the_policy_drops() -> None:
    package = merging(field("firm.staff"), field("firm.bank"), drops=["firm.bank"])
    assert [row.id for row in package.form.rows] == ["firm.name", "firm.phone", "firm.number", "firm.staff"]


def test_an_item_without_a_form_takes_over_that_of_the_merged_item() -> None:
    package = merging(field("firm.staff"), field("firm.code"), own=None)
    assert labels(package) == {"表theirs 一节": ["firm.staff"]}
    assert package.form.serves == {"theirs": ("first",)}


def test_another_item_with_the_same_form_is_not_asked_for_the_data_of_the_merged_one() -> None:
    items = [item("first", "one", form="own"), item("second", "two", form="theirs"), item("third", "three", form="own")]
    forms = [form("own", *OWN), form("theirs", field("firm.staff"))]
    merged = policy("a", "多证合一", items=["second"], into="first")
    made = library(items, ["one", "three"], forms=forms, policies=[merged])
    package = compose(made.themes["t"], made.catalogue)
    assert package.form.serves == {"own-first": ("first",), "own": ("third",)}
    assert len(package.form.originals["own"].sections) == 1


def test_who_waited_for_a_merged_item_waits_for_the_one_that_it_was_merged_into() -> None:
    first, second = item("first", "one"), item("second", "two")
    last = item("last", "three", prerequisites=[{"item": "second", "via": "二", **FACT}])
    merged = policy("a", "多证合一", items=["second"], into="first")
    made = library([first, second, last], ["three"], policies=[merged])
    package = compose(made.themes["t"], made.catalogue)
    assert {planned.item.id: planned.requires for planned in package.items} == {"first": (), "last": ("first",)}


def test_an_abolished_item_is_gone_with_its_result_and_all_that_asked_for_it(reformed) -> None:
    package = reformed(policy("a", "证照分离", way="取消审批", item="licence"))
    assert names(package) == ["permit"]
    assert package.items[0].requires == ()
    assert supplies(package) == {"card": "申请人自备", "report": "申请人自备"}
    assert reasons(package, "licence") == ["证照分离·取消审批（改革a）：不用再办"]
    assert reasons(package, "paper") == ["“事项licence”已取消，不再要求它的办理结果"]


def test_an_approval_becomes_a_filing_with_its_own_limit_and_materials(reformed) -> None:
    package = reformed(
        policy(
            "a",
            "证照分离",
            way="审批改备案",
            item="permit",
            title="备案",
            promised=LIMIT,
            statutory=LIMIT,
            waives=["report"],
            requires=[demand("plan")],
        )
    )
    permit = package.items[1].item
    assert (permit.name, permit.type) == ("备案", "其他行政权力")
    assert package.timings["permit"].promised.high == 0
    assert package.timings["permit"].statutory.high == 0
    assert supplies(package) == {"card": "申请人自备", "plan": "申请人自备", "paper": "前序产出"}
    assert reasons(package, "report") == ["改革a，不再要求"]


def test_a_licence_by_pledge_takes_one_letter_for_all_that_it_waives(reformed) -> None:
    pledge = {"letter": {"material": "letter", "name": "承诺书"}, "supervision": SUPERVISION}
    waived = policy("a", "证照分离", way="告知承诺", item="permit", waives=["report", "card"], promised=LIMIT, **pledge)
    package = reformed(waived)
    assert supplies(package)["letter"] == "告知承诺"
    assert "report" not in supplies(package)
    assert package.timings["permit"].promised.high == 0
    letter = next(row for row in package.materials if row.id == "letter")
    assert letter.originals == 1
    assert letter.demands[0].requirement.commitment.supervision.said == (
        "办结后 30 个工作日内上门核查；承诺不实的，撤销许可"
    )


def test_an_improved_licence_has_a_shorter_limit_and_fewer_materials(reformed) -> None:
    package = reformed(policy("a", "证照分离", way="优化准入服务", item="permit", promised=LIMIT, waives=["report"]))
    assert package.timings["permit"].promised.high == 0
    assert package.timings["permit"].statutory.high == 3
    assert "report" not in supplies(package)


@pytest.mark.parametrize(
    ("due", "said"),
    [
        ({"days": 20}, "20 个工作日内"),
        ({"days": 7, "unit": "日"}, "7 天内"),
        ({"by": "2026-07-01"}, "2026 年 7 月 1 日前"),
        ({"text": "领证前"}, "领证前"),
    ],
)
def test_a_deferred_document_follows_by_its_day(reformed, due, said: str) -> None:
    package = reformed(policy("a", "容缺后补", demands=["report"], due=due))
    report = next(row for row in package.materials if row.id == "report")
    assert (report.supply.label, report.reason) == ("容缺后补", f"可以先受理，{said}补交")
    assert package.measures.materials[1].value == 2


def test_a_document_deferred_of_one_item_is_still_handed_in_to_another(reformed) -> None:
    package = reformed(policy("a", "容缺后补", demands=[{"material": "card", "item": "permit"}], due={"days": 5}))
    assert supplies(package)["card"] == "申请人自备"


def test_a_pledge_holds_only_for_whom_its_condition_does(reformed) -> None:
    credit = {"id": "credit", "options": ["good", "bad"]}
    pledge = {"letter": {"material": "letter", "name": "承诺书"}, "supervision": SUPERVISION}
    written = policy("a", "告知承诺", demands=["report"], when={"credit": "good"}, **pledge)
    good = reformed(written, questions=[credit])
    bad = reformed(written, questions=[credit], answers={"credit": "bad"})
    assert supplies(good)["letter"] == "告知承诺"
    assert supplies(bad)["report"] == "申请人自备"
    assert reasons(bad, "a") == ["只有“问题credit”选“选项good”时才适用"]


def test_a_shared_document_is_fetched_from_its_department_and_system(reformed) -> None:
    package = reformed(policy("a", "免提交", demands=["card"], provider="office", system="人口库"))
    card = next(row for row in package.materials if row.id == "card")
    assert (card.supply.label, card.reason) == ("数据共享", "由受理部门向某局（人口库）调取，不用提交")


def test_a_promised_limit_is_shorter(reformed) -> None:
    package = reformed(policy("a", "压缩时限", item="permit", promised=LIMIT))
    assert package.measures.days_promised[1].value == 1
    assert package.measures.days_statutory[1].value == 6


def test_a_document_without_legal_basis_is_not_asked_for(reformed) -> None:
    package = reformed(policy("a", "取消材料", demands=["card"], reason="没有法律依据"))
    assert "card" not in supplies(package)
    assert reasons(package, "card") == ["没有法律依据", "没有法律依据"]


def test_the_day_of_application_decides_between_dates(reformed) -> None:
    dated = policy("a", "取消材料", demands=["card"], reason="无据", effective="2026-07-01", until="2026-12-31")

    def on(day: date) -> bool:
        return bool(reformed(dated, terms=Terms(start=day)).policies)

    days = [date(2026, 6, 30), date(2026, 7, 1), date(2026, 12, 31), date(2027, 1, 1)]
    assert [on(day) for day in days] == [False, True, True, False]
    assert reformed(dated).policies


def test_a_policy_that_is_off_by_default_counts_when_it_is_switched_on(reformed) -> None:
    off = policy("a", "取消材料", demands=["card"], reason="无据", on=False)
    assert reformed(off).policies == ()
    assert reformed(off, terms=Terms(policies={"a": True})).policies
    planned = policy("a", "取消材料", demands=["card"], reason="无据", effective="2030-01-01")
    assert reformed(planned, terms=Terms(policies={"a": True}, start=date(2026, 1, 1))).policies


def test_switching_on_by_hand_never_overrules_the_condition(reformed) -> None:
    credit = {"id": "credit", "options": ["good", "bad"]}
    limited = policy("a", "取消材料", demands=["card"], reason="无据", when={"credit": "bad"})
    assert reformed(limited, questions=[credit], terms=Terms(policies={"a": True})).policies == ()


def test_policies_that_contradict_each_other_are_refused_with_both_names(reformed) -> None:
    one = policy("a", "取消材料", demands=["card"], reason="无据")
    other = policy("b", "免提交", demands=["card"], provider="office")
    with pytest.raises(ContentError, match="与“改革a”（a）矛盾：都改事项“事项licence”的材料《要求 card》"):
        reformed(one, other)


def test_a_contradiction_that_somebody_switched_on_is_an_answer_that_cannot_be(reformed) -> None:
    one = policy("a", "压缩时限", item="permit", promised=LIMIT)
    other = policy("b", "证照分离", way="取消审批", item="permit", on=False)
    assert reformed(one, other).policies
    with pytest.raises(AnswerError, match="一项让事项“事项permit”不再办，另一项又改它"):
        reformed(one, other, terms=Terms(policies={"b": True}))


def test_two_policies_that_say_the_same_do_not_contradict_each_other(reformed) -> None:
    package = reformed(*(policy(name, "压缩时限", item="permit", promised=LIMIT) for name in "ab"))
    assert [one.id for one in package.policies] == ["a", "b"]
