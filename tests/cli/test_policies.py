"""`onething policies`, and policies switched in `onething compose`."""

import json
from pathlib import Path

BAD = Path(__file__).parents[1] / "bad"

SHIPPED_WORDS = """开办餐饮店一件事：5 项改革举措，这种情形采用 4 项
● 水质检测报告以书面承诺代替（告知承诺，drainage-quality-pledge）
    依据：城镇污水排入排水管网许可管理办法（住建部令第21号，2022修订）第七条，排水水质检测报告可以书面承诺书代替
    单独采用：材料少 1 份（改交承诺书 1 份）
    少了它：材料多 1 份
"""


def test_the_table_says_law_force_and_savings(onething) -> None:
    done = onething("policies", "open-restaurant")
    assert done.code == 0
    assert done.out.startswith(SHIPPED_WORDS)
    assert "○ 门头招牌免审（证照分离·取消审批，signboard-exempt）〔未核实〕\n" in done.out
    assert "    没有采用：只有“是否设置大型户外广告/需审批的招牌”选“是”时才适用\n" in done.out
    assert done.out.endswith("采用的合起来：材料少 2 份、跑动少 1 次\n")


def test_a_policy_that_is_off_says_what_it_would_add(onething) -> None:
    done = onething("policies", "open-company")
    assert "    再加上它：事项少 1 项、法定时限少 15 天（按已知的算）\n" in done.out


def test_the_table_comes_as_json(onething) -> None:
    done = onething("policies", "open-restaurant", "--off", "joint-acceptance", "--json")
    found = json.loads(done.out)
    rows = {row["id"]: row for row in found["policies"]}
    assert found["together"] == {"materials": 2}
    assert rows["joint-acceptance"]["reason"] == "已按要求关掉"
    assert rows["joint-acceptance"]["beside"] == {"trips": 1}
    assert rows["drainage-works-pledge"]["basis"]["article"] == "第七条"


def test_the_day_of_application_decides_what_is_in_force(onething) -> None:
    done = onething("policies", "open-company", "--start", "2020-06-01")
    assert "    没有采用：2021年3月1日起施行，2020年6月1日申请时还没有施行\n" in done.out


def test_compose_says_which_policies_count(onething) -> None:
    done = onething("compose", "open-restaurant")
    assert "采用的改革举措\n  水质检测报告以书面承诺代替（告知承诺）\n" in done.out
    without = onething("compose", "open-restaurant", "--off", "drainage-quality-pledge")
    assert "水质检测报告以书面承诺代替" not in without.out
    assert "  要交的材料：16 → 7\n" in without.out


def test_an_unknown_policy_is_refused(onething) -> None:
    for command in ("compose", "policies"):
        done = onething(command, "open-restaurant", "--on", "signboard")
        assert (done.code, done.out) == (3, "")
        assert done.err == "错误 [policy-unknown] signboard：没有这项改革举措。是不是 signboard-exempt。\n"


def test_a_policy_switched_both_ways_is_refused(onething) -> None:
    name = "drainage-works-pledge"
    done = onething("compose", "open-restaurant", "--on", name, "--off", name)
    assert (done.code, done.out) == (3, "")
    assert done.err == f"错误 [policy-switch] {name}：既要采用又要关掉。请只留 --on 或 --off 中的一个。\n"


def test_a_policy_may_be_written_by_its_name(onething) -> None:
    assert onething("compose", "open-company", "--off", "一个窗口 一起受理") == onething(
        "compose", "open-company", "--off", "joint-acceptance"
    )
    done = onething("what-if", "open-company", "--on", "社会保险登记并入营业执照")
    assert "  1. 采用“社会保险登记并入营业执照”\n" in done.out


def test_the_name_of_a_kind_is_no_policy_and_leads_to_those_of_the_kind(onething) -> None:
    for command in ("compose", "policies", "what-if"):
        done = onething(command, "open-company", "--off", "联合办理")
        assert (done.code, done.out) == (3, "")
        assert done.err == (
            "错误 [policy-unknown] 联合办理：没有这项改革举措。可选：joint-acceptance（一个窗口一起受理）。\n"
        )


def test_what_is_no_id_is_refused_with_all_that_can_be_chosen(onething) -> None:
    done = onething("compose", "open-company", "--on", "a:b")
    assert (done.code, done.out) == (3, "")
    assert done.err == (
        "错误 [policy-unknown] a:b：没有这项改革举措。可选：joint-acceptance（一个窗口一起受理）、"
        "name-preapproval-abolished（不再要名称预先核准通知书）、social-insurance-merged（社会保险登记并入营业执照）。\n"
    )


def test_a_name_written_nearly_right_is_answered_with_name_and_id(onething) -> None:
    done = onething("compose", "open-restaurant", "--on", "门头招牌免")
    assert done.err == "错误 [policy-unknown] 门头招牌免：没有这项改革举措。是不是 signboard-exempt（门头招牌免审）。\n"


def test_a_policy_switched_one_way_by_name_and_the_other_by_id_is_refused(onething) -> None:
    done = onething("policies", "open-restaurant", "--on", "门头招牌免审", "--off", "signboard-exempt")
    assert done.err == "错误 [policy-switch] signboard-exempt：既要采用又要关掉。请只留 --on 或 --off 中的一个。\n"


def test_a_policy_whose_dates_are_reversed_is_refused_as_check_does(onething, content) -> None:
    expected = (BAD / "policy_dates" / "expected.txt").read_text(encoding="utf-8").splitlines()[0]
    for command in ("compose", "policies"):
        done = onething(command, "open-kiosk", "--themes", content("policy_dates"))
        assert (done.code, done.out, done.err) == (1, "", f"{expected}\n")
    done = onething("what-if", "open-kiosk", "--themes", content("policy_dates"))
    assert done.code == 1
    assert "就停止了（until）（open-kiosk/policies/quicker.yaml:8:8）\n" in done.out
    assert onething("compose", "open-kiosk", "--off", "quicker", "--themes", content("policy_dates")).code == 0


def test_policies_that_contradict_each_other_are_refused_not_listed_as_in_force(onething, content) -> None:
    expected = (BAD / "policy_conflicts" / "expected.txt").read_text(encoding="utf-8")
    done = onething("policies", "open-kiosk", "--themes", content("policy_conflicts"))
    assert (done.code, done.out) == (1, "")
    assert done.err.splitlines()[0] == expected.splitlines()[0]


def test_a_policy_left_out_says_which_one_it_contradicts(onething, content) -> None:
    off = [word for name in ("b-quicker", "d-deferred", "e-gone") for word in ("--off", name)]
    done = onething("policies", "open-kiosk", *off, "--themes", content("policy_conflicts"))
    told = "    算不出的原因：与“改革a-quicker”（a-quicker）矛盾：都改事项“小店许可”的承诺时限，改法不同\n"
    assert done.out.count(told) == 2
