"""The guide says everything that the package holds, and says what it does not know."""

from collections import Counter
from itertools import chain

import pytest

from composer.compose import compose
from composer.model.base import Sourced
from composer.model.package import ThemePackage
from composer.model.quantity import Days, Money, Range, Visits
from composer.model.theme import Catalogue, Library, Source
from composer.quantities import parse_days
from composer.render.guide import GuideView, guide_view
from composer.render.guide.sources import Sources
from composer.render.guide.wording import say_days, say_fee, say_visits

COUNTS = ("items", "materials", "forms", "fields")


@pytest.fixture(scope="module")
def guides(packages: tuple[ThemePackage, ...], library: Library) -> list[tuple[ThemePackage, GuideView]]:
    return [(package, guide_view(package, library.catalogue)) for package in packages]


def test_every_item_is_one_step(guides):
    for package, guide in guides:
        assert [step.id for step in guide.steps] == [planned.item.id for planned in package.items]
        assert [step.number for step in guide.steps] == list(range(1, len(package.items) + 1))


def test_the_guide_says_whether_its_choice_of_items_is_proved_the_best(guides, library: Library):
    package, guide = guides[0]
    assert guide.best.endswith("：已证明没有更好的办法")
    open_choice = package.best.model_copy(update={"proved": False})
    unproved = guide_view(package.model_copy(update={"best": open_choice}), library.catalogue)
    assert "还没有证明没有更好的" in unproved.best


def test_what_a_step_waits_for_stands_in_an_earlier_stage(guides):
    for _, guide in guides:
        done: set[str] = set()
        for stage in guide.stages:
            assert all(set(step.before) <= done for step in stage.steps)
            done |= {f"第 {step.number} 步 {step.name}" for step in stage.steps}


def test_every_material_stands_once_in_the_group_of_its_supply(guides):
    for package, guide in guides:
        shown = {row.id: group.supply for group in guide.materials for row in group.rows}
        assert shown == {row.id: row.supply for row in package.materials}
        assert sum(len(group.rows) for group in guide.materials) == len(package.materials)


def test_every_demand_keeps_the_wording_of_its_department_and_its_certainty(guides):
    for package, guide in guides:
        shown = Counter(
            (demand.fact.text, demand.fact.certain)
            for group in guide.materials
            for row in group.rows
            for demand in row.demands
        )
        assert shown == Counter((one.requirement.name, one.requirement.certain) for one in package.supplies)


def test_a_material_with_an_uncertain_demand_is_marked(guides):
    for _, guide in guides:
        for row in chain.from_iterable(group.rows for group in guide.materials):
            assert row.certain == all(demand.fact.certain for demand in row.demands)


def test_every_basis_stands_once_with_its_certainty_and_every_item_that_rests_on_it(guides):
    for package, guide in guides:
        shown = {(basis.law, basis.article, basis.gist): basis for basis in guide.bases}
        assert len(shown) == len(guide.bases)
        for planned in package.items:
            for basis in planned.item.bases:
                view = shown[basis.law, basis.article, basis.gist]
                assert view.certain == basis.certain
                assert any(item.endswith(planned.item.name) for item in view.items)


def test_an_article_that_is_uncertain_anywhere_is_never_shown_as_certain(library: Library):
    theme = library.themes["open-restaurant"]
    sure = theme.bases[0].model_copy(update={"law": "某法", "certain": True})
    doubtful = sure.model_copy(update={"certain": False})
    package = compose(theme.model_copy(update={"bases": (sure, doubtful)}), library.catalogue)
    shown = guide_view(package, library.catalogue).bases
    assert [basis.certain for basis in shown if basis.law == "某法"] == [False]


def test_an_unknown_quantity_of_a_step_is_never_shown_as_nothing(guides):
    seen = 0
    for package, guide in guides:
        for step in guide.steps:
            timing = package.timings[step.id]
            for shown, read in (
                (step.statutory, timing.statutory),
                (step.promised, timing.promised),
                (step.fee, timing.fee),
                (step.visits, timing.visits),
            ):
                assert shown.known == read.known
                if not read.known:
                    seen += 1
                    assert shown.said == "不明" or shown.said.startswith("至少")
    assert seen


def test_a_sum_with_an_unknown_part_says_at_least_or_that_it_is_unknown(guides):
    said = [side for _, guide in guides for figure in guide.figures for side in (figure.before, figure.after)]
    unknown = [side.said for side in said if not side.known]
    assert any(text.startswith("至少") for text in unknown)
    assert all(text.startswith("至少") or text == "不明" for text in unknown)
    assert not any("至少" in side.said or side.said == "不明" for side in said if side.known)


def test_nothing_known_is_not_the_same_as_nothing():
    assert (say_days(Days.unknown()), say_fee(Money(known=False)), say_visits(Visits(known=False))) == ("不明",) * 3
    assert (say_fee(Money()), say_visits(Visits())) == ("不收费", "不用跑")
    assert say_fee(Money(amount=Range(low=100, high=300), known=False)) == "至少 100–300 元"


def test_everything_unknown_is_named(guides):
    for package, guide in guides:
        assert [one.text for one in guide.unknown] == [part.amount for part in package.measures.unknown]


def test_every_count_opens_to_as_many_parts_as_it_counts(guides):
    for package, guide in guides:
        figures = {figure.id: figure for figure in guide.figures}
        for name in COUNTS:
            for side, figure in zip(("before", "after"), getattr(package.measures, name), strict=True):
                assert len(getattr(figures[name], side).parts) == figure.value


def test_the_parts_of_an_unknown_fee_are_not_nothing(guides):
    for package, guide in guides:
        parts = next(figure for figure in guide.figures if figure.id == "fees").after.parts
        for part, planned in zip(parts, package.items, strict=True):
            if not package.timings[planned.item.id].fee.known:
                assert part.amount not in (None, "不收费", "0")


def test_every_source_that_is_cited_is_listed(guides):
    for _, guide in guides:
        numbers = [source.number for source in guide.sources]
        assert numbers == list(range(1, len(numbers) + 1))
        assert {basis.source for basis in guide.bases} <= set(numbers)
        assert {variant.fact.source for variant in guide.variants} <= set(numbers)


def test_everything_left_out_is_named_with_its_reason(guides):
    for package, guide in guides:
        shown = {(group.kind, row.name, row.reason) for group in guide.dropped for row in group.rows}
        shown |= {("改革举措", one.fact.text, one.reason) for one in guide.reforms.others}
        assert shown == {(one.kind, one.name, one.reason) for one in package.dropped}


def test_the_answers_are_shown_by_their_labels(library: Library, packages):
    for package in packages:
        shown = guide_view(package, library.catalogue).answers
        for view, asked in zip(shown, package.asked, strict=True):
            question = library.catalogue.questions[asked.question]
            chosen = package.answers.get(asked.question, ())
            labels = tuple(option.label for option in question.options if option.id in chosen)
            assert (view.question, view.chosen) == (question.text, labels or ("都不是",))


def test_a_waiting_time_that_no_promise_shortens_is_shown_apart(guides):
    for package, guide in guides:
        for step, planned in zip(guide.steps, package.items, strict=True):
            waiting = planned.item.limits.waiting
            assert (step.waiting is not None) == bool(waiting)
            if step.waiting:
                assert step.waiting.said == say_days(parse_days(waiting[0].text))


@pytest.mark.parametrize(
    ("address", "linked"),
    [
        ("https://www.example.gov.cn/a.html", True),
        ("http://www.example.gov.cn/a.html", False),
        ("https://www.example.com/gov.cn", False),
        ("https://gov.cn.example.com/", False),
        ("https://fakegov.cn/", False),
        ("javascript:alert(1)//.gov.cn", False),
    ],
)
def test_an_address_is_linked_only_where_it_is_a_government_page_under_https(address: str, linked: bool):
    sources = Sources(Catalogue())
    sources.number(address)
    assert (sources.listed()[0].link == address) == linked


@pytest.mark.parametrize(
    ("address", "linkable", "linked"),
    [
        ("http://a.gov.cn/", True, True),
        ("https://mirror.example.com/", False, False),
        ("https://a.gov.cn/", False, False),
        ("javascript:alert(1)", True, False),
        (None, True, False),
    ],
)
def test_a_source_of_the_catalogue_is_linked_only_where_it_says_so(address: str | None, linkable: bool, linked: bool):
    source = Source(id="S1", title="某来源", grade="A", address=address, linkable=linkable)
    sources = Sources(Catalogue(sources={"S1": source}))
    sources.number("S1")
    assert (sources.listed()[0].link is not None) == linked


def test_the_same_source_has_the_same_number():
    sources = Sources(Catalogue())
    facts = [sources.fact("某事", Sourced(source=name, certain=True)).source for name in ("甲", "乙", "甲")]
    assert facts == [1, 2, 1]
