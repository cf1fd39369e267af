"""`onething materials standard`."""

import json
from pathlib import Path

from openpyxl import load_workbook

from composer.model.theme import Library


def demands(library: Library) -> int:
    return sum(len(item.requires) for item in library.catalogue.items.values())


def test_the_summary_says_what_stands_in_the_three_lists(onething, library: Library) -> None:
    done = onething("materials", "standard")
    assert done.code == 0
    items, themes = len(library.catalogue.items), len(library.themes)
    assert done.out.startswith(f"材料清单规范：{items} 个事项、{themes} 件事、{demands(library)} 条材料要求。\n")
    for said in (
        "    营业执照：16 条要求，市场监督管理局、国家企业信用信息公示系统",
        "  建议取消：",
        "  奇葩证明线索：",
    ):
        assert f"\n{said}" in done.out


def test_both_files_are_written_and_named(onething, library: Library, tmp_path: Path) -> None:
    book, data = tmp_path / "new/list.xlsx", tmp_path / "list.json"
    done = onething("materials", "standard", "-o", book, "-o", data)
    assert (done.code, done.out) == (0, f"{book}\n{data}\n")
    assert "材料供需表" in load_workbook(book).sheetnames
    assert json.loads(data.read_text(encoding="utf-8"))["items"] == len(library.catalogue.items)


def test_json_goes_to_stdout_and_names_of_files_to_stderr(onething, library: Library, tmp_path: Path) -> None:
    done = onething("materials", "standard", "--json", "-o", tmp_path / "list.xlsx")
    assert len(json.loads(done.out)["demands"]) == demands(library)
    assert done.err == f"{tmp_path / 'list.xlsx'}\n"


def test_a_department_is_named_by_id_name_or_alias(onething) -> None:
    outs = {
        onething("materials", "standard", "--department", name, "--json").out for name in ("tax", "税务局", "税务机关")
    }
    (out,) = outs
    data = json.loads(out)
    assert data["department"] == {"id": "tax", "name": "税务局"}
    assert {row["demand"].partition("#")[0] for row in data["reviews"]} == {"tax-clearance", "taxpayer-onboarding"}


def test_the_headline_counts_what_is_the_departments_own(onething) -> None:
    out = onething("materials", "standard", "--department", "tax").out
    data = json.loads(onething("materials", "standard", "--department", "tax", "--json").out)
    assert out.startswith(f"材料清单规范（税务局）：2 个事项、2 件事、{len(data['reviews'])} 条材料要求。\n")


def test_a_document_is_not_said_to_be_its_holders_twice(onething) -> None:
    out = onething("materials", "standard", "--json").out
    assert '"食品安全管理人员的相关资质证明"' in out
    assert "食品安全管理人员的食品安全管理人员" not in out


def test_a_name_of_several_documents_is_no_other_name_of_one_of_them(onething) -> None:
    rows = json.loads(onething("materials", "standard", "--json").out)["supplies"]
    (licence,) = [row for row in rows if row["material"] == "business-licence"]
    assert "企业营业执照、法人身份证、授权委托书、受托人身份证复印件" not in licence["wordings"]
    assert "营业执照复印件" in licence["wordings"]


def test_a_department_that_does_not_exist_is_refused_with_the_near_one(onething) -> None:
    done = onething("materials", "standard", "--department", "税务")
    assert (done.code, done.out) == (2, "")
    assert done.err == "错误 [department-unknown] 税务：没有这个部门，或者它没有事项。是不是 税务局。\n"


def test_another_ending_is_refused_before_anything_is_written(onething, tmp_path: Path) -> None:
    done = onething("materials", "standard", "-o", tmp_path / "list.json", "-o", tmp_path / "list.docx")
    assert done.code == 2
    assert done.err == (
        f"错误 [ending-unknown] {tmp_path / 'list.docx'}：只能写成 .xlsx 或 .json。请改文件名的结尾。\n"
    )
    assert list(tmp_path.iterdir()) == []
