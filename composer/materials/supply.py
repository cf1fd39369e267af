"""**supply** (数据流向): where the document of each requirement comes from, exactly one way each, and why."""

from collections.abc import Iterator, Mapping, Sequence

from composer.materials.identity import declared, identity
from composer.model.item import Requirement
from composer.model.material import Necessity
from composer.model.package import Flow, Plan, Planned, Supplied, Supply
from composer.model.theme import Catalogue


def supply(plan: Plan, catalogue: Catalogue) -> tuple[Supplied, ...]:
    """One `Supplied` for each requirement of each planned item, in their order.

    The first that fits: a commitment stands in, it may follow later, departments that work side by side pass it on,
    an earlier item issues it, government shares it, the applicant brings it. Of alternatives the applicant brings one
    that must be brought anyway.
    """
    flows = {(flow.consumer, flow.requirement): flow for flow in plan.flows}
    names = {planned.item.id: planned.item.name for planned in plan.items}
    first = [one for planned in plan.items for one in _of_item(planned, flows, names, catalogue)]
    brought = {identity(one, catalogue).key: one.material for one in first if _must_be_brought(one)}
    papers = [ref for ref in brought.values() if catalogue.material(ref).kind.personal]
    return tuple(_brought_anyway(one, brought, papers, catalogue) for one in first)


def _of_item(
    planned: Planned, flows: Mapping[tuple[str, int], Flow], names: Mapping[str, str], catalogue: Catalogue
) -> Iterator[Supplied]:
    for position, requirement in enumerate(planned.item.requires):
        flow = flows.get((planned.item.id, position))
        material = requirement.any_of[0]
        producer = None
        if requirement.commitment is not None:
            material, way = requirement.commitment.material, Supply.COMMITMENT
            reason = f"以承诺书代替《{requirement.name}》"
        elif requirement.necessity is Necessity.DEFERRABLE or (requirement.due and flow is None):
            way, reason = Supply.DEFERRED, f"可以先受理，{requirement.due.said if requirement.due else '之后'}补交"
        elif requirement.passed_by and requirement.passed_by in names:
            way, reason = Supply.SHARED, f"由联合办理的“{names[requirement.passed_by]}”办出后在部门之间流转，不用等"
        elif flow is not None:
            material, producer, way = flow.material, flow.producer, Supply.CHAIN
            reason = f"由“{names[producer]}”办出后直接流转"
        elif requirement.shared:
            way, reason = Supply.SHARED, _shared_reason(requirement)
        else:
            material = _at_hand(requirement, catalogue)
            way, reason = Supply.APPLICANT, _applicant_reason(requirement, material, catalogue)
        yield Supplied(
            item=planned.item.id,
            requirement=requirement,
            material=material,
            supply=way,
            reason=reason,
            producer=producer,
        )


def _must_be_brought(one: Supplied) -> bool:
    required = one.requirement.necessity is Necessity.REQUIRED
    return one.supply is Supply.APPLICANT and required and len(one.requirement.any_of) == 1


def _brought_anyway(
    one: Supplied, brought: Mapping[str, str], personal: Sequence[str], catalogue: Catalogue
) -> Supplied:
    """The same, met by what is `brought` for another demand, by its key, if its own choice is not among that.

    That may be an alternative, or one of the `personal` papers among them that is taken in the place of one, even of
    its own choice.
    """
    if one.supply is not Supply.APPLICANT:
        return one

    def is_brought(ref: str) -> bool:
        return declared(ref, one.name, one.item, catalogue).key in brought

    accepted = tuple(dict.fromkeys((one.material, *one.requirement.any_of)))
    met = next(filter(is_brought, accepted), None)
    wanted = accepted if met is None else (met,)
    papers = (ref for ref in personal if any(_taken_for(ref, other, catalogue) for other in wanted))
    material = next(filter(is_brought, papers), met)
    if material is None or material == one.material:
        return one
    reason = _applicant_reason(one.requirement, material, catalogue)
    return one.model_copy(update={"material": material, "reason": reason})


def _taken_for(ref: str, other: str, catalogue: Catalogue) -> bool:
    """Whether the document `ref` is taken in the place of `other`: a paper of the same person that satisfies it.

    Other papers that satisfy one kind (a letter, a judgment, a tax receipt) are about one matter and not another.
    """
    here, there = catalogue.material(ref), catalogue.material(other)
    return here.kind.personal and there.kind.id in here.kind.satisfies and here.holder == there.holder


def _at_hand(requirement: Requirement, catalogue: Catalogue) -> str:
    """The first alternative that a person may have without an item of this matter."""
    own = (ref for ref in requirement.any_of if not catalogue.kinds[ref.partition("@")[0]].only_issued)
    return next(own, requirement.any_of[0])


def _shared_reason(requirement: Requirement) -> str:
    unchecked = "（是否已实现共享未核对）" if "shared" in requirement.unchecked else ""
    if requirement.fetched_from:
        return f"由受理部门向{requirement.fetched_from}调取，不用提交{unchecked}"
    holder = requirement.issuer or "政府部门"
    return f"{holder}已有，由受理部门核验{unchecked}"


def _applicant_reason(requirement: Requirement, material: str, catalogue: Catalogue) -> str:
    if catalogue.kinds[material.partition("@")[0]].form:
        return "并入一张表单，一次填写"
    return f"由{requirement.issuer}核发或出具，手上没有的要先取得" if requirement.issuer else "自己准备"
