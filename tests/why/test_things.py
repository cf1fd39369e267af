"""What a name means: ids, Chinese names, and what is said of names that mean nothing or too much."""

import pytest

from composer.errors import AnswerError
from composer.model.theme import Library
from composer.why import find_thing
from tests.examples import demand, item, library


def found(library: Library, name: str, theme: str = "open-restaurant") -> str:
    thing = find_thing(name, library.themes[theme], library.catalogue)
    return f"{thing.kind.value}:{thing.id}"


@pytest.mark.parametrize(
    ("name", "thing"),
    [
        ("food-business-licensing", "item:food-business-licensing"),
        ("食品经营许可（新办）", "item:food-business-licensing"),
        ("business-licence", "material:business-licence"),
        ("营业执照", "material:business-licence"),
        ("identity-card@agent", "material:identity-card@agent"),
        ("代理人的有效身份证件", "material:identity-card@agent"),
        ("one-form", "material:one-form"),
        ("开办餐饮店联合申请表", "material:one-form"),
        ("legal-representative.name", "field:legal-representative.name"),
        ("principal-type", "question:principal-type"),
        ("经营主体类型", "question:principal-type"),
    ],
)
def test_a_thing_is_found_by_its_id_and_by_its_name(library: Library, name: str, thing: str) -> None:
    assert found(library, name) == thing


def test_an_item_comes_before_its_document_of_the_same_id_unless_the_kind_is_said() -> None:
    content = library([item("permit", "permit")], ["permit"])
    assert found(content, "permit", "t") == "item:permit"
    assert found(content, "material:permit", "t") == "material:permit"


def test_a_kind_of_document_without_its_holder_is_found_where_there_is_one_holder() -> None:
    content = library([item("goal", "want", requires=[demand("card@owner")])], ["want"])
    assert found(content, "card", "t") == "material:card@owner"


def test_a_kind_that_several_hold_is_asked_back() -> None:
    content = library([item("goal", "want", requires=[demand("card@owner"), demand("card@agent")])], ["want"])
    with pytest.raises(AnswerError) as refused:
        found(content, "card", "t")
    assert str(refused.value) == (
        "错误 [why-ambiguous] card：可以指 2 样东西。请写明是哪一个：material:card@owner、material:card@agent。"
    )


def test_a_mistyped_name_is_answered_with_the_nearest(library: Library) -> None:
    with pytest.raises(AnswerError) as refused:
        found(library, "busines-licence")
    assert str(refused.value) == (
        "错误 [why-unknown] busines-licence：没有这样的事项、材料、字段、问题或改革举措。是不是“business-licence”。"
    )
