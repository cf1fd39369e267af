"""Why a document is handed in, fetched or passed on, why not another instead of it, and why one is not asked for."""

from collections.abc import Iterator, Mapping

from composer.model.item import Requirement, ServiceItem
from composer.model.package import ONE_FORM, MaterialRow, Supplied, Supply
from composer.model.policy import Policy, ways
from composer.situations.conditions import holds
from composer.why.absent import is_choice, kept_out
from composer.why.model import Alternative, Cause, Chain, Explanation, Ground, StepKind, Thing, ThingKind, Use
from composer.why.passed_over import Verdict, passed_over, why_without
from composer.why.scene import Scene
from composer.why.switches import off, on
from composer.why.uses import Uses


def explain_material(thing: Thing, scene: Scene) -> Explanation:
    """Every demand that the document meets with the chain of wants above it, or what became of each demand for it."""
    row = _row(thing.id, scene)
    issuers = [item for item in scene.planned.values() if thing.id in item.issued]
    if row is None and not issuers:
        verdicts = _verdicts(thing.id, scene)
        causes = tuple(_not_asked_for(thing, scene, verdicts))
        weighed = next((one.weighed for one in verdicts.values() if one.weighed), ())
        return Explanation(thing=thing, present=False, summary=causes[0].text, causes=causes, weighed=weighed)
    uses = Uses(scene)
    if row is None:
        issued = tuple(Use(chain=chain) for item in issuers for chain in uses.of_item(item.id))
        names = "".join(f"“{item.name}”" for item in issuers)
        return Explanation(thing=thing, present=True, summary=f"由{names}办出，没有别的事项要它", uses=issued)
    wanted = [chain for item in issuers for chain in uses.of_item(item.id) if _is_own_want(chain, thing.id)]
    demanded = [Use(chain=uses.demand(one), supply=f"{one.supply.label}：{one.reason}") for one in row.demands]
    return Explanation(
        thing=thing,
        present=True,
        summary=f"{'是您要的结果；' if wanted else ''}{_summary(row, scene)}",
        uses=(*(Use(chain=chain) for chain in wanted), *demanded),
        alternatives=tuple(_not_taken(row, scene)),
        causes=tuple(dict.fromkeys(_because(row, scene))),
    )


def _is_own_want(chain: Chain, ref: str) -> bool:
    """Whether the document itself is what the chain begins with, and nothing stands between but its issuer."""
    return [step.kind for step in chain] == [StepKind.WANT, StepKind.ITEM] and chain[0].id == ref


def _row(ref: str, scene: Scene) -> MaterialRow | None:
    """The row of a document, with the demands of all rows where names keep it apart (正本, 副本).

    Of an application form that has become the one form, that row with its own demands.
    """
    rows = scene.package.materials if scene.package else ()
    own = [row for row in rows if row.material == ref]
    if own:
        return own[0].model_copy(update={"demands": tuple(one for row in own for one in row.demands)})
    form = next((row for row in rows if row.id == ONE_FORM), None)
    demands = tuple(one for one in form.demands if one.material == ref) if form else ()
    return form.model_copy(update={"demands": demands}) if form and demands else None


def _summary(row: MaterialRow, scene: Scene) -> str:
    names = "".join(f"“{scene.item_name(name)}”" for name in dict.fromkeys(one.item for one in row.demands))
    return f"{names}要它；{row.supply.label}：{row.reason}"


def _because(row: MaterialRow, scene: Scene) -> Iterator[Cause]:
    if row.material in scene.terms.have:
        yield Cause(text="您手上已有它，不用再办")
    for demand in row.demands:
        requirement = demand.requirement
        said = on(requirement.when, scene.case.answers, scene.catalogue.questions)
        if said:
            yield Cause(text=f"{said}，所以“{scene.item_name(demand.item)}”要它", place=requirement.at)
        if requirement.commitment is not None and demand.supply is Supply.COMMITMENT:
            promised = on(requirement.commitment.when, scene.case.answers, scene.catalogue.questions)
            reason = f"{promised}，所以" if promised else ""
            yield Cause(text=f"{reason}交承诺书，不用交“{requirement.name}”", place=requirement.commitment.at)
        for policy in scene.rewriting(demand.item, requirement):
            said = f"{ways(policy)}“{policy.name}”改变了“{scene.item_name(demand.item)}”的这条要求"
            yield Cause(text=said, place=policy.at)


def _not_taken(row: MaterialRow, scene: Scene) -> Iterator[Alternative]:
    """The other documents that a demand of the row would take."""
    if row.id == ONE_FORM:
        return
    seen = set()
    for demand in row.demands:
        refs = demand.requirement.any_of if demand.supply is not Supply.COMMITMENT else ()
        for ref in refs:
            if ref != row.material and (ref, demand.item) not in seen:
                seen.add((ref, demand.item))
                yield _alternative(ref, demand, scene)


def _alternative(ref: str, demand: Supplied, scene: Scene) -> Alternative:
    """Another document for a demand; where an item would have to issue it, with what that would come to."""
    reason = f"“{scene.item_name(demand.item)}”也收它，但{_why_not(ref, demand, scene)}"
    verdicts = _verdicts(ref, scene)
    said = [f"“{scene.item_name(name)}”能办出它，但{one.said}" for name, one in verdicts.items()]
    first = next(iter(verdicts.values()), None)
    return Alternative(
        kind=ThingKind.MATERIAL,
        id=ref,
        name=scene.material_name(ref),
        reason="；".join([reason, *said]),
        ground=first.ground if first else None,
        weighed=first.weighed if first else (),
    )


def _verdicts(ref: str, scene: Scene) -> dict[str, Verdict]:
    """By id the candidates that would issue the document, and why the best way does without each."""
    choices = (item for item in _issuers(ref, scene) if is_choice(item.id, scene))
    return {item.id: passed_over(scene.selected[item.id], scene) for item in choices}


def _why_not(ref: str, demand: Supplied, scene: Scene) -> str:
    """Why the alternative `ref` was not counted on for `demand`."""
    names = [item.name for item in _issuers(ref, scene) if item.id in scene.planned and item.id != demand.item]
    only_issued = scene.catalogue.kinds[ref.partition("@")[0]].only_issued
    taken = scene.material_name(demand.material)
    if demand.supply is Supply.CHAIN:
        return f"“{taken}”本来就由“{scene.item_name(demand.producer or '')}”办出"
    if names:
        return f"它要等“{names[0]}”办出"
    if only_issued:
        return "它只能由事项办出，这次没有事项办它"
    if demand.supply is Supply.SHARED:
        return f"“{taken}”可以由部门之间共享，不用交"
    rank = demand.requirement.any_of.index
    if demand.material not in demand.requirement.any_of:
        return f"别的事项反正要“{taken}”，它可以当“{scene.material_name(ref)}”用，交一份就够"
    if rank(demand.material) < rank(ref):
        return f"“{taken}”写在它前面"
    return f"别的事项反正要“{taken}”，交一份就够"


def _issuers(ref: str, scene: Scene) -> list[ServiceItem]:
    items = scene.catalogue.items.values()
    return [item for item in items if ref in item.issued]


def _not_asked_for(thing: Thing, scene: Scene, verdicts: Mapping[str, Verdict]) -> Iterator[Cause]:
    """What became of every demand for the document, and of every item that would issue it; nothing is passed over."""
    said = False
    for item in sorted(scene.catalogue.items.values(), key=lambda item: item.id not in scene.planned):
        for requirement in item.requires:
            for cause in _fate(thing.id, item, requirement, scene):
                said = True
                yield cause
    want = next((one for one in scene.theme.wants if one.material == thing.id), None)
    if thing.id in scene.terms.have:
        said = True
        yield Cause(text="您手上已有它，不用再办", place=want.at if want else None, ground=Ground.AT_HAND)
    if want is not None and not holds(want.when, scene.case.answers):
        said = True
        reason = off(want.when, scene.case.answers, scene.catalogue.questions)
        yield Cause(text=f"是这件事能办出的结果，但{reason}", place=want.at, ground=Ground.ANSWERS)
    for item in _issuers(thing.id, scene):
        if item.id in scene.candidates and item.id not in scene.planned:
            said = True
            verdict = verdicts.get(item.id)
            reason = verdict.said if verdict else kept_out(item, scene)
            ground = verdict.ground if verdict else None
            yield Cause(text=f"“{item.name}”能办出它，但这次不办：{reason}", place=item.at, ground=ground)
    if not said:
        text = f"“{scene.theme.name}”里没有事项要它，也没有事项办出它"
        yield Cause(text=text, ground=Ground.NOT_LISTED)


def _fate(ref: str, item: ServiceItem, requirement: Requirement, scene: Scene) -> Iterator[Cause]:
    """Why one requirement, as it stands in the catalogue, does not bring `ref` in; by which policy, if it was one."""
    letter = requirement.commitment
    if ref not in requirement.any_of and (letter is None or letter.material != ref):
        return
    place, by = requirement.at, ""
    if item.id in scene.planned:
        policies = tuple(_standing_in_the_way(ref, item, requirement, scene))
        by = "".join(f"（{ways(policy)}“{policy.name}”）" for policy in policies)
        place = (policies and policies[0].at) or place
    else:
        taker = scene.taker(item.id)
        place = (taker and taker.at) or place
    for text in _in_words(ref, item, requirement, scene):
        yield Cause(text=f"{text}{by}", place=place)


def _standing_in_the_way(ref: str, item: ServiceItem, requirement: Requirement, scene: Scene) -> Iterator[Policy]:
    """The policies that withdraw the document or let a letter stand in; else that which took away who issued it."""
    letter = requirement.commitment
    if requirement.withdrawn is None:
        if letter is not None and letter.material != ref:
            yield from scene.rewriting(item.id, requirement, "commitment")
        return
    direct = tuple(scene.rewriting(item.id, requirement, "withdrawn"))
    away = {
        policy.id: policy
        for name, policy in scene.taken_away.items()
        if set(requirement.any_of).intersection(scene.written.items[name].issued)
    }
    yield from direct or away.values()


def _in_words(ref: str, item: ServiceItem, requirement: Requirement, scene: Scene) -> Iterator[str]:
    letter, head = requirement.commitment, f"“{item.name}”要“{requirement.name}”"
    if item.id not in scene.planned:
        if item.id in scene.candidates:
            yield f"{head}，但这次不办它：{why_without(item, scene)}"
        return
    answers, questions = scene.case.answers, scene.catalogue.questions
    if requirement.withdrawn is not None:
        yield f"{head}，但{requirement.withdrawn}"
    elif not holds(requirement.when, answers):
        yield f"{head}，但{off(requirement.when, answers, questions)}"
    elif letter is not None and letter.material == ref:
        yield f"{head}可以用承诺书代替，但{off(letter.when, answers, questions)}"
    elif letter is not None and holds(letter.when, answers):
        made = on(letter.when, answers, questions)
        yield f"{head}，但{f'{made}，' if made else ''}以《{letter.name}》的承诺代替"
    else:
        yield from _met_otherwise(ref, item, requirement, scene)


def _met_otherwise(ref: str, item: ServiceItem, requirement: Requirement, scene: Scene) -> Iterator[str]:
    head = f"“{item.name}”要“{requirement.name}”"
    for demand in scene.package.supplies if scene.package else ():
        met = demand.requirement
        # What narrowing leaves of a requirement keeps its name, its alternatives and its place.
        if demand.item == item.id and (met.at, met.name, met.any_of) == (
            requirement.at,
            requirement.name,
            requirement.any_of,
        ):
            if demand.material != ref:
                taken = scene.material_name(demand.material)
                yield f"{head}，这次用“{taken}”：{_why_not(ref, demand, scene)}"
            return
    for dropped in scene.package.dropped if scene.package else ():
        if dropped.item == item.id and dropped.id in requirement.any_of:
            yield f"{head}，但{dropped.reason}"
