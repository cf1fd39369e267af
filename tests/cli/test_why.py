"""`onething why`, `onething what-if` and `onething loops`: words for people, JSON for programs, what is refused."""

import json
from pathlib import Path

BAD = Path(__file__).parents[1] / "bad"
WHY = ("why", "open-restaurant")
WHAT_IF = ("what-if", "open-restaurant")


def test_why_goes_from_the_want_to_the_thing_with_place_and_source_of_each_step(onething) -> None:
    done = onething(*WHY, "营业执照")
    assert (done.code, done.err) == (0, "")
    lines = done.out.splitlines()
    assert lines[0] == "营业执照（材料 business-licence）：在套餐里"
    assert lines[2].startswith("  您要“营业执照”（open-restaurant/theme.yaml:")
    assert lines[3].startswith("    ← 由“个体工商户设立登记”办出“营业执照”（")
    assert lines[4].startswith("  您要“食品经营许可证”（open-restaurant/theme.yaml:")
    assert lines[5].startswith("    ← 由“食品经营许可（新办）”办出“食品经营许可证”（")
    assert "来源 S14" in lines[6]
    assert "catalogue/items/food-business-licensing.yaml:" in lines[6]


def test_why_follows_the_answers(onething) -> None:
    assert "：不在套餐里" in onething(*WHY, "company-registration").out
    assert "：在套餐里" in onething(*WHY, "company-registration", "-a", "principal-type=company").out


def test_why_of_what_is_not_there_says_condition_and_answer(onething) -> None:
    out = onething(*WHY, "company-registration").out
    assert "只有“经营主体类型”选“公司”时才需要，这次选的是“个体工商户”（open-restaurant/theme.yaml:" in out


def test_why_of_a_question_lists_what_it_decides(onething) -> None:
    out = onething(*WHY, "排水材料是否以承诺替代").out
    assert "它决定" in out
    assert "✓ 改革举措 “竣工报告以书面承诺代替”（告知承诺）" in out


def test_why_as_json_holds_the_same(onething) -> None:
    data = json.loads(onething(*WHY, "business-licence", "--json").out)
    assert data["thing"] == {"kind": "material", "id": "business-licence", "name": "营业执照"}
    assert [step["kind"] for step in data["uses"][0]["chain"]] == ["want", "item"]
    chain = data["uses"][1]["chain"]
    assert [step["kind"] for step in chain] == ["want", "item", "demand"]
    assert chain[2]["name"] == "营业执照或者其他主体资格证明文件复印件"
    assert chain[2]["place"].startswith("catalogue/items/food-business-licensing.yaml:")


def test_a_thing_that_does_not_exist_is_answered_with_the_nearest(onething) -> None:
    done = onething(*WHY, "busines-licence")
    assert (done.code, done.out) == (3, "")
    assert done.err == (
        "错误 [why-unknown] busines-licence：没有这样的事项、材料、字段、问题或改革举措。是不是“business-licence”。\n"
    )


def test_a_name_that_several_things_have_is_asked_back(onething) -> None:
    done = onething("why", "newborn", "identity-card")
    assert done.code == 3
    assert done.err.startswith("错误 [why-ambiguous] identity-card：可以指 ")


def test_why_of_what_cannot_be_reached_shows_what_stands_in_the_way_and_the_way_out(onething, content) -> None:
    done = onething("why", "open-kiosk", "kiosk-permit", "--themes", content("requirement_nobody_can_supply"))
    assert done.code == 0
    assert "  走不通\n    “小店许可”（kiosk-permit）：材料《营业执照副本》只能由事项办出" in done.out
    assert done.out.endswith(
        "  怎样才走得通\n"
        "    只要手上先有“营业执照”（trade-licence）\n"
        "    只要让“个体工商户登记”（trade-registration）也进来\n"
    )


def test_what_if_lays_both_packages_side_by_side_with_the_cause_of_each_difference(onething) -> None:
    done = onething(*WHAT_IF, "--answer", "经营主体类型=公司")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("开办餐饮店一件事：如果\n  1. “经营主体类型”选了“公司”\n  一件事      现在")
    assert "  ＋ 公司设立登记注册\n      因为第 1 条：办出您要的“营业执照（正、副本）”" in done.out
    assert "  － 个体工商户设立登记\n      因为第 1 条：只有“经营主体类型”选“个体工商户”时才需要" in done.out


def test_what_if_of_a_case_that_leads_nowhere_says_whether_the_change_opens_it(onething, content) -> None:
    folder = content("requirement_nobody_can_supply")
    done = onething("what-if", "open-kiosk", "--have", "trade-licence", "--themes", folder)
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith(
        "开小店一件事：如果\n"
        "  1. 手上已有“营业执照”\n"
        "现在走不通\n"
        "  “小店许可”（kiosk-permit）：材料《营业执照副本》只能由事项办出，这里却没有事项能办出来"
        "（catalogue/items/kiosk-permit.yaml:7:5）\n"
        "  只要手上先有“营业执照”（trade-licence），就走得通\n"
        "  只要让“个体工商户登记”（trade-registration）也进来，就走得通\n"
        "改了以后走得通了，因为第 1 条\n"
        "  一件事      现在    如果\n"
    )
    assert "走不通  1 项\n" in done.out


def test_what_if_that_opens_nothing_says_so_and_ends_with_one(onething, content) -> None:
    folder = content("requirement_nobody_can_supply")
    done = onething("what-if", "open-kiosk", "--have", "kiosk-application", "--themes", folder)
    assert (done.code, done.err) == (1, "")
    assert done.out.endswith("改了以后还是走不通：挡在那里的一点没变\n")
    done = onething("what-if", "open-kiosk", "--without", "kiosk-permit", "--themes", folder)
    assert "改了以后还是走不通，只是挡着的变了\n  不再挡着：“小店许可”（kiosk-permit）：" in done.out


def test_what_if_starts_from_the_answers_of_the_base_case(onething) -> None:
    base = onething(*WHAT_IF, "-b", "principal-type=company", "-a", "principal-type=company")
    assert base.out.endswith("没有任何不同\n")


def test_what_if_as_json_has_both_packages_and_the_differences(onething) -> None:
    data = json.loads(onething(*WHAT_IF, "--have", "business-licence", "-a", "agent=by-agent", "--json").out)
    assert [(change["kind"], change["id"]) for change in data["changes"]] == [
        ("have", "business-licence"), ("answer", "agent"),
    ]  # fmt: skip
    sides = [{item["id"] for item in data[side]["items"]} for side in ("before", "after")]
    assert sides[0] - sides[1] == {"sole-trader-registration"}
    gone = next(one for one in data["differences"] if one["id"] == "sole-trader-registration")
    assert (gone["after"], gone["reason"]["changes"]) == (None, [0])


def test_what_if_nothing_comes_about_any_more_it_ends_with_one(onething) -> None:
    done = onething(*WHAT_IF, "--without", "food-business-licensing")
    assert done.code == 1
    assert "就编不出套餐了，因为第 1 条" in done.out


def test_the_content_that_ships_has_no_loops(onething) -> None:
    done = onething("loops")
    assert (done.code, done.out) == (0, "")
    assert done.err.endswith(" 个事项：0 处互为前置\n")


def test_a_loop_is_shown_with_each_demand_and_the_fewest_waivers(onething, content) -> None:
    done = onething("loops", "--themes", content("chain_loop"))
    assert done.code == 1
    assert done.out == (
        "互为前置 1：“小店许可”（kiosk-permit）、“个体工商户登记”（trade-registration）\n"
        "  1. “小店许可”要先有“个体工商户登记”办出的“营业执照副本”（来源 S1，catalogue/items/kiosk-permit.yaml:7:5）\n"
        "  2. “个体工商户登记”要先有“小店许可”办出的“小店许可证副本”"
        "（除非手上已有，来源 S1，catalogue/items/trade-registration.yaml:6:5）\n"
        "  最少免去 1 条就能解开：第 1 条；或第 2 条\n"
    )


def test_loops_as_json_name_the_demands_of_each_set_by_position(onething, content) -> None:
    (loop,) = json.loads(onething("loops", "--json", "--themes", content("chain_loop")).out)
    assert loop["items"] == ["kiosk-permit", "trade-registration"]
    assert loop["waivers"] == [[0], [1]]
    assert loop["demands"][0]["place"] == "catalogue/items/kiosk-permit.yaml:7:5"


POLICY = """一个窗口一起受理（改革举措 joint-acceptance）：没有采用
  联合办理，已按要求关掉。
  依据：国务院办公厅关于加快推进“一件事一次办”打造政务服务升级版的指导意见（国办发〔2022〕32号），"""


def test_why_of_a_policy_says_law_and_what_it_changes_and_saves(onething) -> None:
    done = onething(*WHY, "一个窗口一起受理", "--off", "joint-acceptance")
    assert done.out.startswith(POLICY)
    assert "  为什么没有采用\n    已按要求关掉\n" in done.out
    assert "由一个窗口一起受理，一次提交（open-restaurant/policies/joint-acceptance.yaml:" in done.out
    assert done.out.endswith("  它省什么\n    单独采用：跑动少 1 次\n    再加上它：跑动少 1 次\n")


def test_why_counts_the_policies_that_are_switched(onething) -> None:
    merged = ("open-company", "social-insurance-registration", "--on", "社会保险登记并入营业执照")
    done = onething("why", *merged)
    said = "多证合一“社会保险登记并入营业执照”：不用再办，并入“公司设立登记注册”"
    assert f"  {said}。\n" in done.out
    (cause,) = [line for line in done.out.splitlines() if line.startswith(f"    {said}（")]
    assert "国办发〔2016〕53号" in cause
    assert "，open-company/policies/social-insurance-merged.yaml:" in cause
    assert "：在套餐里\n" in onething("why", *merged[:2]).out


def test_why_refuses_a_policy_that_does_not_exist_as_compose_does(onething) -> None:
    switches = ("--on", "moon", "--off", "joint-acceptance")
    done = onething(*WHY, "营业执照", *switches)
    assert (done.code, done.out) == (3, "")
    assert done.err == onething("compose", "open-restaurant", *switches).err


def test_why_of_a_policy_is_given_as_data(onething) -> None:
    data = json.loads(onething(*WHY, "policy:drainage-quality-pledge", "--json").out)
    assert (data["thing"]["kind"], data["present"], data["law"]["kind"]) == ("policy", True, "law")
    assert data["rewritings"][0]["items"] == ["drainage-permit"]
    assert data["saves"][0]["figures"] == {"materials": 1}
