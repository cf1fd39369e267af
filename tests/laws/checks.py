"""The laws of the pipeline, each an assertion over one package: tests hold them over random and shipped content."""

from composer.forms.split import missing, split
from composer.materials.dedupe import dedupe
from composer.model.package import ONE_FORM, FieldSource, Supply, ThemePackage
from composer.model.theme import Catalogue

FIGURES = ("items", "materials", "forms", "fields", "trips", "days_statutory", "days_promised", "fees")


def order_respects_edges(package: ThemePackage) -> None:
    stage = {planned.item.id: planned.stage for planned in package.items}
    for planned in package.items:
        assert all(stage[before] < planned.stage for before in planned.requires)
    for flow in package.flows:
        assert stage[flow.producer] < stage[flow.consumer]


def every_requirement_has_exactly_one_supply(package: ThemePackage) -> None:
    demanded = [(planned.item.id, id(one)) for planned in package.items for one in planned.item.requires]
    supplied = [(one.item, id(one.requirement)) for one in package.supplies]
    assert supplied == demanded


def chain_supplies_are_issued_earlier(package: ThemePackage) -> None:
    items = {planned.item.id: planned for planned in package.items}
    for one in package.supplies:
        if one.supply is Supply.CHAIN:
            assert one.producer in items[one.item].requires
            assert one.material in [result.material for result in items[str(one.producer)].item.results]


def dedupe_is_idempotent_and_loses_no_demand(package: ThemePackage, catalogue: Catalogue) -> None:
    rows = package.materials
    demands = [demand for row in rows for demand in row.demands]
    assert sorted(map(id, demands)) == sorted(map(id, package.supplies))
    assert {row.id: row.supply for row in dedupe(demands, catalogue, package.theme.form.name)} == {
        row.id: row.supply for row in rows
    }
    assert len({row.id for row in rows}) == len(rows)


def enough_sheets_are_handed_in(package: ThemePackage) -> None:
    for row in package.materials:
        for demand in row.demands:
            if demand.supply is Supply.APPLICANT:
                carrier, copies = demand.requirement.carrier, demand.requirement.copies
                if row.id == ONE_FORM or carrier.wants_original:
                    assert row.originals >= copies
                if row.id != ONE_FORM and carrier.wants_copy:
                    assert row.copies >= copies


def merge_loses_no_field(package: ThemePackage) -> None:
    merged = {(use.form, use.section, use.field) for row in package.form.rows for use in row.uses}
    original = {
        (form.id, section, field)
        for form in package.form.originals.values()
        for section, one in enumerate(form.sections)
        for field in range(len(one.fields))
    }
    assert merged == original
    assert len({row.id for row in package.form.rows}) == len(package.form.rows)


def split_fills_every_required_field(package: ThemePackage) -> None:
    values = {row.id: "值" for row in package.form.rows if row.source is not FieldSource.DEPARTMENT}
    assert missing(package.form, values) == ()
    filled = split(package.form, values)
    for form in package.form.originals.values():
        for section, one in enumerate(form.sections):
            for position, field in enumerate(one.fields):
                if field.required and field.filled_by == "申请人":
                    assert filled[form.id][section, position] == "值"


def prefilled_data_are_issued_before_their_forms_are_due(package: ThemePackage) -> None:
    items = {planned.item.id: planned for planned in package.items}

    def issued_before(item: str) -> set[str]:
        before = items[item].requires
        return {result.material for one in before for result in items[one].item.results}.union(
            *map(issued_before, before)
        )

    for row in package.form.rows:
        if row.source is FieldSource.CHAIN:
            for use in row.uses:
                for item in package.form.serves[use.form] if use.filled_by == "申请人" else ():
                    assert row.element.provided_by in issued_before(item)


def before_is_never_less_than_after(package: ThemePackage) -> None:
    for name in FIGURES:
        before, after = getattr(package.measures, name)
        assert before.value >= after.value, name


def the_least_time_is_no_less_than_that_of_any_item(package: ThemePackage) -> None:
    for which in ("statutory", "promised"):
        total = package.measures.duration[f"{which}_after"]
        assert total.low <= total.high
        for timing in package.timings.values():
            days = getattr(timing, which)
            if not (total.calendar.high or days.calendar.high):
                assert total.low >= days.low


def days_are_the_ends_of_the_timeline(package: ThemePackage) -> None:
    for which in ("statutory", "promised"):
        schedule = getattr(package.timeline, which)
        after = getattr(package.measures, f"days_{which}")[1]
        assert after.value == round(schedule.most, 2)
        assert after.known == schedule.known
        assert [slot.item for slot in schedule.slots] == [planned.item.id for planned in package.items]
        assert after.value == round(max((slot.most.earliest_finish for slot in schedule.slots), default=0), 2)


def every_figure_opens_to_what_it_counts(package: ThemePackage) -> None:
    for name in ("items", "materials", "forms", "fields", "trips", "fees"):
        for figure in getattr(package.measures, name):
            amounts = [part.amount.removeprefix("至少 ").replace("不明", "0") for part in figure.parts]
            assert figure.value == sum(map(float, amounts)), name


def unknown_is_never_zero(package: ThemePackage) -> None:
    for figure in package.measures.fees:
        for part in figure.parts:
            assert package.timings[part.id].fee.known or not part.amount.isdigit()


def unknown_is_named(package: ThemePackage) -> None:
    for name in ("days_statutory", "days_promised", "trips", "fees"):
        named = any(part.name == name for part in package.measures.unknown)
        assert named != getattr(package.measures, name)[0].known, name


def every_item_serves_a_want_or_another_item(package: ThemePackage) -> None:
    wanted = {want.material for want in package.theme.wants}
    for planned in package.items:
        serves_want = any(result.material in wanted for result in planned.item.results)
        serves_item = any(planned.item.id in other.requires for other in package.items)
        deferred = any(
            one.supply is Supply.DEFERRED and one.requirement.any_of[0] in [r.material for r in planned.item.results]
            for one in package.supplies
        )
        passed_on = any(planned.item.id == one.requirement.passed_by for one in package.supplies)
        assert serves_want or serves_item or deferred or passed_on


def hold_all(package: ThemePackage, catalogue: Catalogue) -> None:
    """Every law at once, for callers that try thousands of packages."""
    order_respects_edges(package)
    every_requirement_has_exactly_one_supply(package)
    chain_supplies_are_issued_earlier(package)
    dedupe_is_idempotent_and_loses_no_demand(package, catalogue)
    enough_sheets_are_handed_in(package)
    merge_loses_no_field(package)
    split_fills_every_required_field(package)
    prefilled_data_are_issued_before_their_forms_are_due(package)
    before_is_never_less_than_after(package)
    the_least_time_is_no_less_than_that_of_any_item(package)
    days_are_the_ends_of_the_timeline(package)
    every_figure_opens_to_what_it_counts(package)
    unknown_is_named(package)
    unknown_is_never_zero(package)
    every_item_serves_a_want_or_another_item(package)
