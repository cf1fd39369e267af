"""A package as a flat list of facts, so that two packages can be laid side by side and none of it is passed over."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Final

from composer.model.base import Model
from composer.model.figures import FIGURE_NAMES
from composer.model.item import Stated
from composer.model.package import FIGURES, FieldRow, MaterialRow, Planned, ThemePackage
from composer.model.theme import Catalogue
from composer.model.timeline import Slot
from composer.situations.conditions import holds
from composer.why.figures import said


class Part(StrEnum):
    """Which part of a package a fact belongs to, in the order in which they are shown."""

    ANSWER = "answer"
    POLICY = "policy"
    WANT = "want"
    FIGURE = "figure"
    PATH = "path"
    ITEM = "item"
    MATERIAL = "material"
    FORM = "form"
    FIELD = "field"

    @property
    def label(self) -> str:
        """The part in Chinese."""
        return _PARTS[self]


_PARTS: Final = {
    Part.ANSWER: "回答",
    Part.POLICY: "改革举措",
    Part.WANT: "要的结果",
    Part.FIGURE: "数字",
    Part.PATH: "最长的一条线",
    Part.ITEM: "事项",
    Part.MATERIAL: "材料",
    Part.FORM: "申请表",
    Part.FIELD: "填写的栏目",
}

ATTRIBUTES: Final[Mapping[str, str]] = {
    "chosen": "回答",
    "alone": "单独办",
    "together": "一件事",
    "path": "事项",
    "stage": "阶段",
    "after": "要先办好",
    "statutory": "法定时限",
    "promised": "承诺时限",
    "waiting": "其中须等候",
    "fee": "费用",
    "trips": "到场次数",
    "time": "按承诺时限",
    "slack": "可以晚开始",
    "supply": "来源",
    "producer": "由谁办出",
    "originals": "原件份数",
    "copies": "复印件份数",
    "need": "要不要",
    "for": "用于",
    "giver": "由谁填",
    "options": "选项",
    "length": "最多字数",
}
"""What a fact says of its thing, by key, as a reader names it."""


class Fact(Model):
    """One thing of a package and what is said of it, each as text."""

    part: Part
    id: str
    name: str
    values: Mapping[str, str] = {}

    @property
    def key(self) -> tuple[Part, str]:
        """What makes two facts of two packages the same thing."""
        return self.part, self.id


def facts(package: ThemePackage, catalogue: Catalogue) -> dict[tuple[Part, str], Fact]:
    """Everything that can differ between packages of one theme, by part and id, in the order of the package."""
    return {fact.key: fact for fact in _facts(package, catalogue)}


def _facts(package: ThemePackage, catalogue: Catalogue) -> Iterator[Fact]:
    for asked in package.asked:
        question = catalogue.questions[asked.question]
        chosen = package.answers[question.id]
        labels = "、".join(option.label for option in question.options if option.id in chosen) or "一项也没有选"
        yield Fact(part=Part.ANSWER, id=question.id, name=question.text, values={"chosen": labels})
    for policy in package.policies:
        yield Fact(part=Part.POLICY, id=policy.id, name=policy.name)
    issued = {result.material for planned in package.items for result in planned.item.results}
    for want in package.theme.wants:
        if want.material in issued and holds(want.when, package.answers):
            yield Fact(part=Part.WANT, id=want.material, name=catalogue.material(want.material).name)
    for name in FIGURES:
        before, after = getattr(package.measures, name)
        values = {"alone": said(name, before), "together": said(name, after)}
        yield Fact(part=Part.FIGURE, id=name, name=FIGURE_NAMES[name].name, values=values)
    names = {planned.item.id: planned.item.name for planned in package.items}
    path = " → ".join(names[one] for one in package.measures.critical_path)
    yield Fact(part=Part.PATH, id="critical-path", name="最长的一条线", values={"path": path})
    slots = {slot.item: slot for slot in package.timeline.promised.slots}
    for planned in package.items:
        yield _item(planned, names, slots[planned.item.id])
    for row in package.materials:
        yield _material(row, names)
    for form in package.form.originals.values():
        served = "、".join(names[one] for one in package.form.serves[form.id])
        yield Fact(part=Part.FORM, id=form.id, name=f"《{form.name}》", values={"for": served})
    for field in package.form.rows:
        yield _field(field, package)


def _item(planned: Planned, names: Mapping[str, str], slot: Slot) -> Fact:
    item = planned.item
    values = {
        "stage": f"第 {planned.stage} 阶段",
        "after": "、".join(names[one] for one in planned.requires) or "不用等",
        "statutory": _text(item.limits.statutory),
        "promised": _text(item.limits.promised),
        "waiting": _text(item.limits.waiting),
        "fee": _text(item.fee),
        "trips": _text(item.trips),
        "time": _time(slot),
        "slack": f"{slot.most.slack:g} 天",
    }
    return Fact(part=Part.ITEM, id=item.id, name=item.name, values=values)


def _time(slot: Slot) -> str:
    """From the application to the end of the item, every limit at its high end; in dates where they are known."""
    days = f"第 {slot.most.earliest_start:g} 天到{'' if slot.known else '至少'}第 {slot.most.earliest_finish:g} 天"
    return f"{days}（{slot.dates.earliest_start} 到 {slot.dates.earliest_finish}）" if slot.dates else days


def _text(stated: tuple[Stated, ...]) -> str:
    return stated[0].text if stated else "没有写明"


def _material(row: MaterialRow, names: Mapping[str, str]) -> Fact:
    demands = dict.fromkeys(one.item for one in row.demands)
    producers = dict.fromkeys(one.producer for one in row.demands if one.producer is not None)
    values = {
        "supply": row.supply.label,
        "producer": "、".join(names[one] for one in producers) or "不由事项办出",
        "originals": str(row.originals),
        "copies": str(row.copies),
        "need": "非必要" if row.optional else "必要",
        "for": "、".join(names[one] for one in demands),
    }
    return Fact(part=Part.MATERIAL, id=row.id, name=row.name, values=values)


_GIVERS = {"applicant": "您", "chain": "前面的办理结果", "computed": "由其他项算出", "department": "部门"}


def _field(row: FieldRow, package: ThemePackage) -> Fact:
    forms = dict.fromkeys(use.form for use in row.uses)
    values = {
        "giver": _GIVERS[row.source],
        "need": "必填" if row.required else "选填",
        "options": "、".join(row.options) or "不限",
        "length": str(row.spec.max_length or "不限"),
        "for": "、".join(f"《{package.form.originals[one].name}》" for one in forms),
    }
    return Fact(part=Part.FIELD, id=row.id, name=row.label, values=values)
