"""The package as JSON, in plain words and numbers: docs/reference/json.md."""

import json
from typing import Any

from composer.model.base import Sourced
from composer.model.item import Commitment, Stated
from composer.model.package import (
    FIGURES,
    ONE_FORM,
    Best,
    FieldRow,
    Figure,
    MaterialRow,
    Measures,
    Planned,
    ThemePackage,
)
from composer.model.theme import Catalogue
from composer.outputs import FORMATS, Output


def package_to_dict(package: ThemePackage, catalogue: Catalogue) -> dict[str, Any]:
    """The package as plain data: ids and labels, supplies by name, figures as numbers."""
    return {
        "theme": {"id": package.theme.id, "name": package.theme.name, "audience": package.theme.audience},
        "answers": {question: list(options) for question, options in package.answers.items()},
        "items": [_item(planned, catalogue) for planned in package.items],
        "materials": [_material(row, package, catalogue) for row in package.materials],
        "form": {
            "name": package.form.name,
            "replaces": [form.name for form in package.form.originals.values()],
            "fields": [_field(row, package) for row in package.form.rows],
            "conflicts": [
                {"element": conflict.element, "reason": conflict.reason} for conflict in package.form.conflicts
            ],
        },
        "best": best_to_dict(package.best),
        "policies": [policy.model_dump(mode="json") for policy in package.policies],
        "dropped": [dropped.model_dump(mode="json") for dropped in package.dropped],
        "measures": _measures(package.measures),
        "timeline": package.timeline.model_dump(mode="json"),
    }


def _item(planned: Planned, catalogue: Catalogue) -> dict[str, Any]:
    item = planned.item
    return {
        "id": item.id,
        "name": item.name,
        "department": catalogue.departments[item.department].name,
        "unit": item.unit,
        "type": item.type,
        "stage": planned.stage,
        "requires": list(planned.requires),
        "why": planned.why,
        "results": [result.name for result in item.results],
        "limits": {
            "statutory": _stated(item.limits.statutory),
            "promised": _stated(item.limits.promised),
            "waiting": _stated(item.limits.waiting),
        },
        "fee": _stated(item.fee),
        "trips": _stated(item.trips),
        "eligibility": list(item.eligibility),
        "bases": [_plain(basis) for basis in item.bases],
        "codes": item.codes and _plain(item.codes),
        "notes": item.notes,
    }


def _stated(statements: tuple[Stated, ...]) -> dict[str, Any] | None:
    """The one statement that holds in this case, in its own words."""
    return {key: getattr(one, key) for one in statements for key in ("text", "source", "certain", "note")} or None


def _plain(fact: Sourced) -> dict[str, Any]:
    return fact.model_dump(mode="json")


def _material(row: MaterialRow, package: ThemePackage, catalogue: Catalogue) -> dict[str, Any]:
    merged = [item for items in package.form.serves.values() for item in items] if row.id == ONE_FORM else []
    served = {*merged, *(demand.item for demand in row.demands)}
    departments = {planned.item.id: planned.item.department for planned in package.items}
    return {
        "id": row.id,
        "material": row.material,
        "name": row.name,
        "holder": row.holder,
        "supply": row.supply,
        "reason": row.reason,
        "originals": row.originals,
        "copies": row.copies,
        "optional": row.optional,
        "alternatives": list(row.alternatives),
        "for": [planned.item.id for planned in package.items if planned.item.id in served],
        "why_one": row.why_one,
        "why_apart": row.why_apart,
        "demands": [
            {
                "item": demand.item,
                "department": catalogue.departments[departments[demand.item]].name,
                "name": demand.requirement.name,
                "supply": demand.supply,
                "carrier": demand.requirement.carrier,
                "copies": demand.requirement.copies,
                "necessity": demand.requirement.necessity,
                "due": demand.requirement.due and demand.requirement.due.said,
                "producer": demand.producer,
                "source": demand.requirement.source,
                "certain": demand.requirement.certain,
                "wording": demand.requirement.wording,
                "unchecked": list(demand.requirement.unchecked),
                "commitment": demand.requirement.commitment and _letter(demand.requirement.commitment),
            }
            for demand in row.demands
        ],
    }


def _letter(commitment: Commitment) -> dict[str, Any]:
    """The letter that is handed in instead of the document, with its own source."""
    letter = {key: getattr(commitment, key) for key in ("name", "source", "certain", "wording", "note")}
    return letter | {"supervision": commitment.supervision and commitment.supervision.said}


def _field(row: FieldRow, package: ThemePackage) -> dict[str, Any]:
    forms = dict.fromkeys(use.form for use in row.uses)
    return {
        "id": row.id,
        "label": row.label,
        "type": row.spec.type,
        "required": row.required,
        "source": row.source,
        "repeats": row.element.object.repeats,
        "for": list(dict.fromkeys(item for form in forms for item in package.form.serves[form])),
    }


def best_to_dict(best: Best) -> dict[str, Any]:
    """How good a choice of items is, as plain data."""
    return {
        "proved": best.proved,
        "way": best.way,
        "stopped": best.stopped,
        "objectives": [
            {
                "measure": one.objective.measure,
                "over": one.objective.over,
                "value": _number(one.value),
                "bound": _number(one.bound),
                "unknown": one.unknown,
            }
            for one in best.achieved
        ],
    }


def _measures(measures: Measures) -> dict[str, Any]:
    pairs: dict[str, tuple[Figure, Figure]] = {name: getattr(measures, name) for name in FIGURES}
    return {
        "before": {name: _number(pair[0].value) for name, pair in pairs.items()},
        "after": {name: _number(pair[1].value) for name, pair in pairs.items()},
        "unknown": [{"item": part.id, "figure": part.name, "text": part.amount} for part in measures.unknown],
        "days": {name: days.model_dump(mode="json") for name, days in measures.duration.items()},
        "critical_path": list(measures.critical_path),
        "parts": {
            name: {side: [part.model_dump(mode="json") for part in figure.parts] for side, figure in
                   zip(("before", "after"), pair, strict=True)}
            for name, pair in pairs.items()
        },
    }  # fmt: skip


def _number(value: float) -> int | float:
    return int(value) if value == int(value) else value


def package_to_json(package: ThemePackage, catalogue: Catalogue) -> bytes:
    """The same as `package_to_dict`, as UTF-8 text that reads well in a diff."""
    return (json.dumps(package_to_dict(package, catalogue), ensure_ascii=False, indent=2) + "\n").encode()


FORMATS.register("json")(Output("package.json", "application/json", "套餐数据（JSON）", package_to_json))
