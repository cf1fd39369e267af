"""A filled file to the values of the one table."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from composer.compose import compose
from composer.exchange.filled.json import raw_of
from composer.forms.fill import fill
from composer.forms.prefill import beneath, taken_over
from composer.forms.raw import RawForm, Stamp
from composer.model.package import MergedForm
from composer.model.theme import Library
from tests.forms.filling import documents, merged_forms

RESIDENT = "11010519491231002X"


@pytest.fixture(scope="module")
def newborn(library: Library) -> MergedForm:
    return compose(library.themes["newborn"], library.catalogue).form


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_valid_document_is_read_as_itself(data: st.DataObject) -> None:
    form = data.draw(merged_forms())
    document = data.draw(documents(form))
    filled = fill(form, raw_of(document))
    asked = {row.id for row in form.rows if row.source == "applicant"}
    assert filled.faults == ()
    kept = {
        f"{group}.{key}"
        for group, held in filled.document.items()
        for line in (held if isinstance(held, list) else [held])
        for key in line
    }
    assert kept <= asked
    assert fill(form, raw_of(filled.document)).document == filled.document


def said(form: MergedForm, document: dict[str, Any], **more: Any) -> list[str]:
    return [str(fault) for fault in fill(form, raw_of(document), **more).faults if fault.code != "missing"]


def test_what_is_wrong_names_the_place_the_label_and_the_way_out(newborn: MergedForm) -> None:
    given_ = {"mother": {"identity-type": "居民身份证", "identity-number": "11010519491231"}}
    assert said(newborn, given_) == [
        "mother.identity-number：“母亲身份证件号码”：身份证号码应为18位，这里只有14位，请对照证件重填"
    ]


def test_a_birth_date_that_the_number_tells_is_filled_in(newborn: MergedForm) -> None:
    filled = fill(newborn, raw_of({"mother": {"identity-number": RESIDENT}}))
    assert filled.document["mother"]["birth-date"] == "1949-12-31"


def test_a_birth_date_that_differs_from_the_number_is_a_fault_of_both(newborn: MergedForm) -> None:
    given_ = {"mother": {"identity-number": RESIDENT, "birth-date": "1950-01-01"}}
    assert said(newborn, given_) == [
        "mother.birth-date：“母亲出生日期”填的是1950年1月1日，证件号码里是1949年12月31日，请核对这两项"
    ]


def test_a_passport_tells_nothing_so_that_the_birth_date_is_asked(newborn: MergedForm) -> None:
    filled = fill(newborn, raw_of({"mother": {"identity-number": "E12345678"}}))
    assert "mother.birth-date" in {fault.row for fault in filled.faults if fault.code == "missing"}


def test_a_birth_in_the_future_is_refused_where_today_is_given(newborn: MergedForm) -> None:
    number = "110105202612310025"
    document = {"mother": {"identity-type": "居民身份证", "identity-number": number}}
    assert any("出生" in one for one in said(newborn, document, today=date(2026, 11, 25)))


def test_what_no_row_asks_is_kept_as_a_leftover_with_its_place(newborn: MergedForm) -> None:
    filled = fill(newborn, raw_of({"foo": {"bar": 1}, "mother": {"shoe-size": 38}, "odd": 3}))
    assert [(one.datum, one.cell.raw, one.cell.place) for one in filled.leftovers] == [
        ("foo.bar", 1, "foo.bar"),
        ("mother.shoe-size", 38, "mother.shoe-size"),
        ("", 3, "odd"),
    ]


def test_empty_lines_of_a_group_are_none_and_too_many_are_refused(library: Library) -> None:
    form = compose(library.themes["open-restaurant"], library.catalogue).form
    lines = [{"name": "张三"}, {"name": " "}, {}, {"name": "李四"}]
    filled = fill(form, raw_of({"food-worker": lines}))
    assert [line["name"] for line in filled.document["food-worker"]] == ["张三", "李四"]
    many = said(form, {"food-worker": [{"name": "张三"}] * 501})
    assert "“从业人员”最多 500 条，这里有 501 条；请留下 500 条，其余另附" in many


def test_the_same_datum_is_taken_over_from_another_theme_and_promises_are_not(library: Library) -> None:
    company = compose(library.themes["open-restaurant"], library.catalogue, {"principal-type": "company"}).form
    earlier = raw_of(
        {
            "enterprise": {"name": "小明公司"},
            "declaration": {"date": "2026-01-01"},
            "shareholder": [{"name": "王小明"}],
            "newborn": {"name": "王一"},
        }
    )
    raw, taken = taken_over(company, earlier)
    assert fill(company, raw).document == {"enterprise": {"name": "小明公司"}, "shareholder": [{"name": "王小明"}]}
    assert [one.label for one in taken] == ["企业（字号）名称", "股东（发起人）名称或姓名"]


def test_what_is_written_counts_before_what_was_taken_over() -> None:
    new, old = raw_of({"a": {"b": "新"}}), raw_of({"a": {"b": "旧", "c": "旧"}, "d": [{"e": "旧"}]})
    both = beneath(new, old)
    assert {ref: cell.raw for ref, cell in both.cells.items()} == {"a.b": "新", "a.c": "旧"}
    assert len(both.entries["d"]) == 1


@given(st.dictionaries(st.sampled_from(["agent", "kind"]), st.lists(st.sampled_from(["a", "b-c"])).map(tuple)))
def test_a_stamp_is_read_back_as_it_was_written(answers: dict[str, tuple[str, ...]]) -> None:
    stamp = Stamp("open-restaurant", answers, "0123456789abcdef")
    assert Stamp.read(stamp.written()) == stamp
    assert Stamp.read("something else") is None
    assert RawForm(stamp).strays == ()
