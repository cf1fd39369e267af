"""The reason of each difference between two packages: the changes that bring it, and by which chain."""

from collections.abc import Callable, Iterable, Iterator

from composer.measure import say_days
from composer.model.package import DroppedKind, Figure, ThemePackage
from composer.model.policy import ways
from composer.situations.conditions import holds
from composer.why.compare import Difference, Reason
from composer.why.explaining import explain
from composer.why.facts import ATTRIBUTES, Part
from composer.why.model import Chain, Explanation, Thing, ThingKind
from composer.why.passed_over import why_without
from composer.why.scene import Scene
from composer.why.switches import off, on
from composer.why.uses import Uses


def packaged(scene: Scene) -> ThemePackage:
    """The package of a scene that has one, as both sides of a comparison do."""
    assert scene.package is not None
    return scene.package


_THINGS = {Part.ITEM: ThingKind.ITEM, Part.MATERIAL: ThingKind.MATERIAL, Part.FIELD: ThingKind.FIELD}


def reason_of(one: Difference, changes: tuple[int, ...] | None, before: Scene, after: Scene) -> Reason:
    """Why `one` differs between the scenes; `changes` are those that do it by themselves, None for all together."""
    if one.part in _THINGS:
        text, chain = _of_thing(one, _THINGS[one.part], before, after)
    else:
        text, chain = _SAID[one.part](one, before, after), ()
    return Reason(changes=changes or (), together=changes is None, text=text, chain=chain)


def _of_thing(one: Difference, kind: ThingKind, before: Scene, after: Scene) -> tuple[str, Chain]:
    thing = Thing(kind=kind, id=one.id, name=one.name)
    there = explain(thing, after)
    if one.after is None:
        here = explain(thing, before)
        return _gone(here, after) or there.summary, _chain(here)
    if one.before is None:
        return there.summary, _chain(there)
    return _changed(one, before, after), _chain(there)


def _gone(here: Explanation, after: Scene) -> str:
    """Which of the items that called for the thing are not there any more, and why; nothing where all are."""
    users = dict.fromkeys(use.chain[-2].id for use in here.uses if here.thing.kind is not ThingKind.ITEM)
    gone = [after.catalogue.items[name] for name in users if name not in after.planned]
    return "；".join(f"“{item.name}”要它，但这次不办它：{why_without(item, after)}" for item in gone)


def _chain(explanation: Explanation) -> Chain:
    return explanation.uses[0].chain if explanation.uses else ()


def _changed(one: Difference, before: Scene, after: Scene) -> str:
    """Why both say different things of a thing: whom it waits for, who wants it, who gives it."""
    here, there = one.before or {}, one.after or {}
    said: list[str] = []
    if one.part is Part.ITEM and "after" in there:
        said += _waits(one.id, before, after)
    if one.part is Part.MATERIAL and {"supply", "producer"} & there.keys():
        row = next(row for row in packaged(after).materials if row.id == one.id)
        said.append(f"现在{row.supply.label}：{row.reason}")
    if "for" in there:
        users, others = (side["for"].split("、") for side in (there, here))
        said += [f"{_listed(user for user in users if user not in others)}也要它"] if set(users) - {*others} else []
        said += [f"{_listed(user for user in others if user not in users)}不再要它"] if set(others) - {*users} else []
    plain = [name for name in there if name not in ("after", "stage", "time", "slack", "supply", "producer", "for")]
    said += [f"{ATTRIBUTES[name]}由“{here[name]}”变为“{there[name]}”" for name in plain]
    return "；".join(said) or "排在它前面的事项或它们的时限变了"


def _waits(item_id: str, before: Scene, after: Scene) -> Iterator[str]:
    """Which items it waits for now and why, which no longer."""
    here, there = (_required(item_id, scene) for scene in (before, after))
    uses = Uses(after)
    for name in there:
        if name not in here:
            yield f"要等“{after.item_name(name)}”：{'，'.join(step.text for step in uses.between(name, item_id))}"
    for name in here:
        if name not in there:
            yield f"不用再等“{before.item_name(name)}”"


def _required(item_id: str, scene: Scene) -> tuple[str, ...]:
    return next(one.requires for one in packaged(scene).items if one.item.id == item_id)


def _listed(names: Iterable[str]) -> str:
    return "、".join(f"“{name}”" for name in names)


def _answer(one: Difference, before: Scene, after: Scene) -> str:
    asked = {question.question: question for question in after.theme.questions}[one.id]
    if one.before is not None and one.after is not None:
        return f"由“{one.before['chosen']}”改为“{one.after['chosen']}”"
    if one.before is None:
        return f"{on(asked.when, after.case.answers, after.catalogue.questions) or '这个问题总要问'}，所以要问"
    return off(asked.when, after.case.answers, after.catalogue.questions).replace("才需要", "才问", 1)


def _want(one: Difference, before: Scene, after: Scene) -> str:
    want = next(want for want in after.theme.wants if want.material == one.id)
    answers, questions = after.case.answers, after.catalogue.questions
    if not holds(want.when, answers):
        return off(want.when, answers, questions)
    if one.after is not None:
        return on(want.when, answers, questions) or "总是要它"
    return "手上已有，不用再办" if one.id in after.terms.have else "按改革举措不再核发"


def _policy(one: Difference, before: Scene, after: Scene) -> str:
    if one.after is not None:
        policy = next(policy for policy in after.policies if policy.id == one.id)
        return f"{ways(policy)}，依据{policy.basis.cited}"
    dropped = packaged(after).dropped
    return next(gone.reason for gone in dropped if gone.kind is DroppedKind.POLICY and gone.id == one.id)


def _form(one: Difference, before: Scene, after: Scene) -> str:
    if one.before is not None and one.after is not None:
        return _changed(one, before, after)
    scene, verb = (after, "要办") if one.before is None else (before, "不办")
    users = [item for item in scene.planned.values() if item.form == one.id]
    gone = [item for item in users if one.before is None or item.id not in after.planned]
    if not gone:
        return "它的栏目在这些回答下都不填"
    return f"这次{verb}{''.join(f'“{item.name}”' for item in gone)}"


def _figure(one: Difference, before: Scene, after: Scene) -> str:
    if before.package is None:
        return "原来走不通，没有这个数字"
    said = []
    for key, side in (("together", 1), ("alone", 0)):
        if one.after is not None and key in one.after:
            parts = _parts(_figures(before, one.id)[side], _figures(after, one.id)[side])
            said.append(f"{ATTRIBUTES[key]}：{parts}")
    return "；".join(said)


def _figures(scene: Scene, name: str) -> tuple[Figure, Figure]:
    found: tuple[Figure, Figure] = getattr(packaged(scene).measures, name)
    return found


def _parts(before: Figure, after: Figure) -> str:
    """What makes a figure another: parts that came, went and changed, at most six of them."""
    here = {(part.id, part.name): part.amount for part in before.parts}
    there = {(part.id, part.name): part.amount for part in after.parts}
    said = [f"多了“{key[1]}”{_amount(amount)}" for key, amount in there.items() if key not in here]
    said += [f"少了“{key[1]}”{_amount(amount)}" for key, amount in here.items() if key not in there]
    said += [
        f"“{key[1]}”由 {here[key]} 变为 {amount}" for key, amount in there.items() if here.get(key, amount) != amount
    ]
    more = f"，等 {len(said)} 处" if len(said) > 6 else ""
    return "，".join(said[:6]) + more or "组成没有变，只是已知和不明变了"


def _amount(amount: str) -> str:
    return "" if amount in ("", "1") else f"（{amount}）"


def _path(one: Difference, before: Scene, after: Scene) -> str:
    if before.package is None:
        return f"按承诺时限，现在是{'，'.join(_days(after)) or '一个事项也不用办'}"
    here, there = ("，".join(_days(scene)) for scene in (before, after))
    return f"按承诺时限，原来是{here}，现在是{there}"


def _days(scene: Scene) -> Iterator[str]:
    package = packaged(scene)
    names = {planned.item.id: planned.item.name for planned in package.items}
    return (f"“{names[one]}”{say_days(package.timings[one].promised)}" for one in package.measures.critical_path)


_SAID: dict[Part, Callable[[Difference, Scene, Scene], str]] = {
    Part.ANSWER: _answer,
    Part.POLICY: _policy,
    Part.WANT: _want,
    Part.FORM: _form,
    Part.FIGURE: _figure,
    Part.PATH: _path,
}
