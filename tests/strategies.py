"""Random catalogues, small enough to read when one breaks a law."""

from typing import Any

from hypothesis import strategies as st

from composer.model.element import ElementNote, ObjectClass, Property
from composer.model.form import Form
from composer.model.item import Department, ServiceItem
from composer.model.material import Holder, MaterialKind
from composer.model.situation import Question
from composer.model.theme import Catalogue, Library, Source, Theme

KINDS = [f"k{number}" for number in range(8)]
HOLDERS = ["h0", "h1"]
QUESTIONS = {"q0": False, "q1": True, "q2": False}
OPTIONS = ["a", "b", "c"]
OBJECTS = ["o0", "o1", "o2"]
PROPERTIES = ["p0", "p1", "p2", "p3"]
ITEMS = [f"i{number}" for number in range(6)]
DAYS = [
    "3个工作日",
    "3-5个工作日",
    "即办",
    "45日",
    "公示20日+登记（当场/3个工作日）",
    "无全国统一法定时限或未查到",
    "0.5个工作日",
]
FEES = ["不收费", "100元", "银行公示费用", "50-80元"]
TRIPS = ["0", "1", "0-1", "2", "各地不一"]
FACT: dict[str, Any] = {"source": "G", "certain": True}
BASIS: dict[str, Any] = {"law": "某条例", "gist": "可以这样办", **FACT}

materials = st.one_of(
    st.sampled_from(KINDS), st.builds("{}@{}".format, st.sampled_from(KINDS), st.sampled_from(HOLDERS))
)
chosen = st.builds(
    lambda question, options: {question: options},
    st.sampled_from(sorted(QUESTIONS)),
    st.lists(st.sampled_from(OPTIONS), min_size=1, max_size=2, unique=True),
)
conditions = st.recursive(
    chosen,
    lambda part: st.one_of(
        st.builds(lambda parts: {"all": parts}, st.lists(part, min_size=1, max_size=2)),
        st.builds(lambda parts: {"any": parts}, st.lists(part, min_size=1, max_size=2)),
        st.builds(lambda one: {"not": one}, part),
    ),
    max_leaves=3,
)
maybe = st.one_of(st.none(), st.none(), conditions)


def stated(texts: list[str]) -> st.SearchStrategy[Any]:
    one = st.builds(lambda text: {"text": text, **FACT}, st.sampled_from(texts))
    guarded = st.builds(lambda text, when: {"text": text, "when": when, **FACT}, st.sampled_from(texts), conditions)
    return st.one_of(one, st.tuples(guarded, one).map(list))


commitments = st.one_of(
    st.none(),
    st.none(),
    st.builds(lambda ref, when: {"material": ref, "name": "承诺书", "when": when, **FACT}, materials, maybe),
)
requirements = st.builds(
    lambda any_of, carrier, copies, own, necessity, shared, commitment, when, withdrawn: {
        "any_of": any_of,
        "name": f"要求 {any_of[0]}",
        "carrier": carrier,
        "copies": copies,
        "own_copy": own,
        "necessity": necessity,
        "shared": shared,
        "commitment": commitment,
        "when": when,
        "withdrawn": withdrawn,
        **FACT,
    },
    st.lists(materials, min_size=1, max_size=2, unique=True),
    st.sampled_from(["原件", "复印件", "原件和复印件", "原件或复印件"]),
    st.integers(1, 3),
    st.booleans(),
    st.sampled_from(["必要", "必要", "必要", "非必要", "容缺后补"]),
    st.booleans(),
    commitments,
    maybe,
    st.sampled_from([None, None, None, "已取消"]),
)
fields = st.builds(
    lambda about, trait, required, by, when, options, length: {
        "label": f"{about}{trait}",
        "element": f"{about}.{trait}",
        "required": required,
        "filled_by": by,
        "when": when,
        "options": options,
        "max_length": length,
    },
    st.sampled_from(OBJECTS),
    st.sampled_from(PROPERTIES),
    st.booleans(),
    st.sampled_from(["申请人", "申请人", "部门"]),
    maybe,
    st.sampled_from([[], [], ["甲", "乙"], ["乙", "丙"], ["丁"]]),
    st.sampled_from([None, None, 5, 9]),
)

notes = st.builds(
    lambda about, trait, ref: ElementNote(id=f"{about}.{trait}", provided_by=ref),
    st.sampled_from(OBJECTS),
    st.sampled_from(PROPERTIES),
    materials,
)


@st.composite
def libraries(draw: st.DrawFn) -> Library:
    """A library of one theme `t` over up to six items; its items only demand what others may issue, loops included."""
    names = ITEMS[: draw(st.integers(1, len(ITEMS)))]
    items = {name: draw(_items(name, names)) for name in names}
    forms = {item.form: draw(_forms(item.form)) for item in items.values() if item.form}
    catalogue = Catalogue(
        departments={"d": Department(id="d", name="部门")},
        sources={"G": Source(id="G", title="常识", grade="G")},
        kinds={name: MaterialKind(id=name, name=f"材料{name}") for name in KINDS[:-1]}
        | {KINDS[-1]: MaterialKind(id=KINDS[-1], name="申请表", form=next(iter(forms), None))},
        holders={name: Holder(id=name, name=f"持有人{name}") for name in HOLDERS},
        objects={name: ObjectClass(id=name, name=f"对象{name}", repeats=name == "o2") for name in OBJECTS},
        properties={name: Property(id=name, name=f"特性{name}") for name in PROPERTIES},
        elements={note.id: note for note in draw(st.lists(notes, max_size=4, unique_by=lambda note: note.id))},
        questions={name: _question(name, multiple) for name, multiple in QUESTIONS.items()},
        items=items,
        forms=forms,
    )
    issued = sorted({result.material for item in items.values() for result in item.results})
    wants = draw(st.lists(st.sampled_from(issued), min_size=1, max_size=3, unique=True))
    theme = Theme.model_validate(
        {
            "id": "t", "name": "主题", "audience": "自然人", "stage": "生活", "lead": "d", "summary": "摘要",
            "questions": [*QUESTIONS],
            "wants": [{"material": ref, "when": draw(maybe)} for ref in wants],
            "items": names,
            "policies": draw(_joint(names)),
            "form": {"name": "一张表单", **FACT},
        }
    )  # fmt: skip
    return Library(catalogue=catalogue, themes={"t": theme})


@st.composite
def _joint(draw: st.DrawFn, names: list[str]) -> list[dict[str, Any]]:
    together = draw(st.lists(st.sampled_from(names), unique=True))
    policy = {"id": "joint", "name": "一起受理", "kind": "联合办理", "basis": BASIS, "items": together, **FACT}
    return [policy] if together else []


@st.composite
def _items(draw: st.DrawFn, name: str, names: list[str]) -> ServiceItem:
    results = draw(st.lists(materials, min_size=1, max_size=2, unique=True))
    before = draw(st.lists(st.sampled_from(names), max_size=1))
    return ServiceItem.model_validate(
        {
            "id": name,
            "name": f"事项{name}",
            "department": "d",
            "type": "公共服务",
            "requires": draw(st.lists(requirements, max_size=4)),
            "results": [{"material": ref, "name": f"结果{ref}", "type": "证照"} for ref in results],
            "form": draw(st.sampled_from([None, "f0", "f1", "f2"])),
            "limits": {"statutory": draw(stated(DAYS)), "promised": draw(stated(DAYS))},
            "fee": draw(stated(FEES)),
            "trips": draw(stated(TRIPS)),
            "prerequisites": [{"item": one, "via": "前置", **FACT} for one in before if one < name],
        }
    )


@st.composite
def _forms(draw: st.DrawFn, name: str) -> Form:
    sections = draw(st.lists(st.tuples(st.lists(fields, min_size=1, max_size=5), maybe), min_size=1, max_size=2))
    return Form.model_validate(
        {
            "id": name,
            "name": f"表{name}",
            "sections": [{"name": "节", "fields": rows, "when": when} for rows, when in sections],
            **FACT,
        }
    )


def _question(name: str, multiple: bool) -> Question:
    options = tuple({"id": option, "label": f"选项{option}"} for option in OPTIONS)
    return Question.model_validate({"id": name, "text": f"问题{name}？", "multiple": multiple, "options": options})


answers = st.fixed_dictionaries(
    {},
    optional={
        name: st.lists(st.sampled_from(OPTIONS), unique=True, max_size=3).map(tuple)
        if multiple
        else st.sampled_from(OPTIONS)
        for name, multiple in QUESTIONS.items()
    },
)
