"""Materials in groups by where they come from, each with every department's own wording."""

from composer.model.item import Commitment
from composer.model.material import Carrier
from composer.model.package import MaterialRow, Supplied, Supply
from composer.render.guide.context import Context
from composer.render.guide.view import DemandView, Fact, MaterialGroup, MaterialView
from composer.render.guide.wording import UNCHECKED, WORDINGS, say_carrier, say_sheets

_GROUPS = {
    Supply.APPLICANT: ("请您准备", "一份材料只交一次，各部门共用。"),
    Supply.COMMITMENT: ("签承诺书代替", "不用去取证明，签字承诺即可；承诺不实要承担责任。"),
    Supply.DEFERRED: ("可以后补", "先受理，之后再补交。"),
    Supply.CHAIN: ("办出后自动流转", "前面的步骤办好以后，直接转给后面的部门，不用您交。"),
    Supply.SHARED: (
        "可能不用交",
        "政府部门可能已经掌握，受理部门能核验的就不用交。是否已实现共享没有核对过，建议带上备用。",
    ),
}


def material_groups(context: Context) -> tuple[MaterialGroup, ...]:
    """All rows of the package, by supply, numbered through; groups without rows are left out."""
    groups, number = [], 0
    for supply, (title, hint) in _GROUPS.items():
        rows = []
        for row in context.package.materials:
            if row.supply is supply:
                number += 1
                rows.append(_row(row, number, context))
        if rows:
            groups.append(MaterialGroup(supply=supply, title=title, hint=hint, rows=tuple(rows)))
    return tuple(groups)


def _row(row: MaterialRow, number: int, context: Context) -> MaterialView:
    handed_in = [demand for demand in row.demands if demand.supply.is_handed_in]
    either = any(one.requirement.carrier is Carrier.EITHER for one in handed_in) and not any(
        one.requirement.carrier.wants_copy for one in handed_in
    )
    served = dict.fromkeys(demand.item for demand in row.demands)
    return MaterialView(
        number=number,
        id=row.id,
        material=row.material,
        name=row.name,
        sheets=say_sheets(row.originals, row.copies, either),
        checked=not any("copies" in one.requirement.unchecked for one in handed_in),
        certain=all(one.requirement.certain for one in row.demands),
        optional=row.optional,
        reason=_reason(row, context),
        alternatives=row.alternatives,
        items=tuple(context.numbered(item) for item in served),
        steps=tuple(context.numbers[item] for item in served),
        demands=tuple(_demand(demand, context) for demand in row.demands),
        wordings=len({demand.name for demand in row.demands}),
        why_one=row.why_one,
        why_apart=row.why_apart,
    )


def _reason(row: MaterialRow, context: Context) -> str:
    """Where the document comes from; where an earlier step issues it, which."""
    producers = dict.fromkeys(demand.producer for demand in row.demands if demand.producer)
    steps = "；".join(context.numbered(producer) for producer in producers)
    if row.supply is Supply.CHAIN:
        return f"来自{steps}"
    return f"{row.reason}；有的事项由{steps}转来" if steps else row.reason


def _letter(commitment: Commitment, context: Context) -> Fact:
    """The letter, with what is remarked of it and the supervision that follows."""
    fact, supervision = context.sources.fact(commitment.name, commitment), commitment.supervision
    if supervision is None:
        return fact
    said = f"监管：{supervision.said}{'' if supervision.certain else '〔未核实〕'}"
    return fact.model_copy(update={"note": "；".join(part for part in (fact.note, said) if part)})


def _demand(one: Supplied, context: Context) -> DemandView:
    requirement, commitment = one.requirement, one.requirement.commitment
    return DemandView(
        item=context.numbered(one.item),
        department=context.department_name(one.item),
        fact=context.sources.fact(requirement.name, requirement),
        wording=WORDINGS[requirement.wording],
        carrier=say_carrier(requirement),
        necessity=requirement.necessity,
        channel=requirement.channel,
        issuer=requirement.issuer,
        basis=requirement.basis,
        alternatives=tuple(context.catalogue.material(ref).name for ref in requirement.any_of if ref != one.material),
        supply=one.supply.label,
        producer=context.numbered(one.producer) if one.producer else None,
        commitment=_letter(commitment, context) if commitment else None,
        unchecked=tuple(UNCHECKED[name] for name in requirement.unchecked),
    )
