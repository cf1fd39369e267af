"""Small content for tests that say one thing: what is not named is made up."""

from collections.abc import Iterable, Mapping
from typing import Any

from composer.model.element import ElementNote, ObjectClass, Property
from composer.model.form import Form
from composer.model.item import Department, ServiceItem
from composer.model.material import Holder, MaterialKind
from composer.model.situation import Question
from composer.model.theme import Catalogue, Library, Source, Theme

FACT: Mapping[str, Any] = {"source": "G", "certain": True}


def demand(*any_of: str, **more: Any) -> dict[str, Any]:
    """A requirement that any of these materials meets."""
    return {"any_of": any_of, "name": f"要求 {any_of[0]}", **FACT, **more}


def item(name: str, *issues: str, **more: Any) -> ServiceItem:
    """An item that issues these materials."""
    stated = {"text": "1", **FACT}
    return ServiceItem.model_validate(
        {
            "id": name, "name": f"事项{name}", "department": "office", "type": "公共服务",
            "results": [{"material": ref, "name": f"结果{ref}", "type": "证照"} for ref in issues],
            "limits": {"statutory": {"text": "3个工作日", **FACT}, "promised": {"text": "1个工作日", **FACT}},
            "fee": {"text": "不收费", **FACT}, "trips": stated, **more,
        }
    )  # fmt: skip


def form(name: str, *fields: Mapping[str, Any], **more: Any) -> Form:
    """A form of one section with these fields."""
    section = {"name": "一节", "fields": fields, **more}
    return Form.model_validate({"id": name, "name": f"表{name}", "sections": [section], **FACT})


def field(element: str, **more: Any) -> dict[str, Any]:
    """A field that the applicant must fill."""
    return {"label": element, "element": element, **more}


def library(
    items: Iterable[ServiceItem],
    wants: Iterable[Any],
    *,
    questions: Iterable[Mapping[str, Any]] = (),
    asked: Iterable[Any] | None = None,
    forms: Iterable[Form] = (),
    kinds: Iterable[Mapping[str, Any]] = (),
    elements: Iterable[Mapping[str, Any]] = (),
    forced: Iterable[str] = (),
    **theme: Any,
) -> Library:
    """A library of one theme `t` over `items`, in this order of preference; materials and elements as they name them.

    `kinds` and `elements` say more about some of them, or add some; `asked` is how the theme asks the questions.
    """
    items, forms = list(items), list(forms)
    made = {one["id"]: Question.model_validate(one) for one in map(_question, questions)}
    notes = {one["id"]: ElementNote.model_validate(one) for one in elements}
    refs = {ref for one in items for ref in _refs(one)} | {note.provided_by for note in notes.values()} - {None}
    named = {one["id"]: one for one in kinds}
    data = [one.element for form in forms for section in form.sections for one in section.fields]
    parts = [ref.partition("@") for ref in sorted({*map(str, refs), *named})]
    catalogue = Catalogue(
        departments={"office": Department(id="office", name="某局")},
        sources={"G": Source(id="G", title="常识", grade="G")},
        kinds={
            kind: MaterialKind.model_validate({"id": kind, "name": f"材料{kind}", **named.get(kind, {})})
            for kind, _, _ in parts
        },
        holders={holder: Holder(id=holder, name=f"持有人{holder}") for _, _, holder in parts if holder},
        objects={about: ObjectClass(id=about, name=about) for about, _, _ in (one.partition(".") for one in data)},
        properties={trait: Property(id=trait, name=trait) for _, _, trait in (one.partition(".") for one in data)},
        elements=notes,
        questions=made,
        items={one.id: one for one in items},
        forms={one.id: one for one in forms},
    )
    candidates = [{"item": one.id, "forced": one.id in set(forced)} for one in items]
    written = {
        "id": "t", "name": "主题", "audience": "自然人", "stage": "生活", "lead": "office", "summary": "摘要",
        "questions": list(made if asked is None else asked), "wants": list(wants), "items": candidates,
        "form": {"name": "一张表单", **FACT}, **theme,
    }  # fmt: skip
    return Library(catalogue=catalogue, themes={"t": Theme.model_validate(written)})


def _refs(one: ServiceItem) -> Iterable[str]:
    yield from (result.material for result in one.results)
    for requirement in one.requires:
        yield from requirement.any_of
        if requirement.commitment:
            yield requirement.commitment.material


def _question(written: Mapping[str, Any]) -> dict[str, Any]:
    """`options` may be ids alone."""
    options = [{"id": one, "label": f"选项{one}"} for one in written["options"]]
    return {"text": f"问题{written['id']}？", **written, "options": options}
