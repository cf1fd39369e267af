"""Asking one by one: only what can still change the package, gates first, and the same package in the end."""

from random import Random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from composer.model.theme import Library
from composer.proof.asking import asking, next_question
from tests.examples import demand, item, library
from tests.proof import listing
from tests.proof.themes import tangled_libraries

YES_NO = ["yes", "no"]


@given(tangled_libraries(), st.randoms(use_true_random=False))
@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
def test_asking_one_by_one_gives_the_package_of_all_answers(content: Library, chance: Random) -> None:
    theme, catalogue = content.themes["t"], content.catalogue
    everything = chance.choice(list(listing.raw_answers(theme, catalogue)))
    asker = asking(theme, catalogue)
    given_so_far: dict[str, tuple[str, ...]] = {}
    while (name := asker.next(given_so_far)) is not None:
        assert name not in given_so_far
        given_so_far[name] = everything[name]
    by_answers = listing.outcomes(listing.packages(theme, catalogue))
    told = by_answers[listing.effective(theme, catalogue, everything)]
    assert by_answers[listing.effective(theme, catalogue, given_so_far)] == told


@given(tangled_libraries(), st.randoms(use_true_random=False))
@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
def test_a_question_is_open_exactly_while_it_can_change_the_package(content: Library, chance: Random) -> None:
    theme, catalogue = content.themes["t"], content.catalogue
    all_raw = list(listing.raw_answers(theme, catalogue))
    some = chance.choice(all_raw)
    names = chance.sample(sorted(some), chance.randint(0, len(some)))
    fixed = {name: some[name] for name in names}
    by_answers = listing.outcomes(listing.packages(theme, catalogue))
    left = [raw for raw in all_raw if all(raw[name] == options for name, options in fixed.items())]
    open_now = asking(theme, catalogue).open(fixed)
    for asked in theme.questions:
        groups: dict[str, set[listing.Outcome]] = {}
        for raw in left:
            others = listing.key({name: options for name, options in raw.items() if name != asked.question})
            groups.setdefault(others, set()).add(by_answers[listing.effective(theme, catalogue, raw)])
        changes = any(len(group) > 1 for group in groups.values())
        assert (asked.question in open_now) is (changes and asked.question not in fixed)


def gated() -> Library:
    rows = [demand("paper", when={"deep": "yes"}), demand("other", when={"plain": "yes"})]
    return library(
        [item("goal", "want", requires=rows)], ["want"],
        questions=[{"id": name, "options": YES_NO} for name in ("idle", "plain", "gate", "deep")],
        asked=["idle", "plain", "gate", {"question": "deep", "when": {"gate": "yes"}}],
    )  # fmt: skip


def test_a_question_that_gates_another_comes_before_it_and_one_that_changes_nothing_never() -> None:
    content = gated()
    theme, catalogue = content.themes["t"], content.catalogue
    assert next_question(theme, catalogue, {"plain": ("yes",)}) == "gate"
    assert next_question(theme, catalogue, {"plain": ("yes",), "gate": ("yes",)}) == "deep"
    assert next_question(theme, catalogue, {"plain": ("yes",), "gate": ("no",)}) is None


def test_the_question_that_may_end_others_comes_first() -> None:
    content = gated()
    assert next_question(content.themes["t"], content.catalogue, {}) == "gate"


def test_all_open_questions_are_listed_in_the_order_of_asking_and_gates_first() -> None:
    content = gated()
    asker = asking(content.themes["t"], content.catalogue)
    assert asker.order({}) == ("gate", "plain", "deep")
    assert asker.order({"gate": ("yes",)}) == ("plain", "deep")
    assert asker.order({"gate": ("no",)}) == ("plain",)


def test_a_question_that_the_ordinary_answers_leave_out_follows_the_one_on_which_it_hangs() -> None:
    content = gated()
    theme = content.themes["t"]
    asked = tuple(
        one.model_copy(update={"default": ("no",)}) if one.question == "gate" else one for one in theme.questions
    )
    asker = asking(theme.model_copy(update={"questions": asked}), content.catalogue)
    assert asker.order({}) == ("gate", "deep", "plain")


@given(tangled_libraries(), st.randoms(use_true_random=False))
@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
def test_every_open_question_is_listed_once(content: Library, chance: Random) -> None:
    theme, catalogue = content.themes["t"], content.catalogue
    some = chance.choice(list(listing.raw_answers(theme, catalogue)))
    given_now = {name: some[name] for name in chance.sample(sorted(some), chance.randint(0, len(some)))}
    asker = asking(theme, catalogue)
    assert sorted(asker.order(given_now)) == sorted(asker.open(given_now))
    assert asker.order(given_now)[:1] == tuple(filter(None, [asker.next(given_now)]))


def test_an_answer_to_a_question_that_is_not_asked_is_no_answer_that_counts() -> None:
    content = gated()
    given_now = {"plain": ("yes",), "deep": ("yes",)}
    assert next_question(content.themes["t"], content.catalogue, given_now) == "gate"


def test_shipped_themes_can_be_asked_to_the_end(library: Library) -> None:
    for theme in library.themes.values():
        asker = asking(theme, library.catalogue)
        given_so_far: dict[str, tuple[str, ...]] = {}
        while (name := asker.next(given_so_far)) is not None:
            question = library.catalogue.questions[name]
            given_so_far[name] = (question.options[-1].id,)
        assert asker.open(given_so_far) == ()
        assert 0 < len(given_so_far) <= len(theme.questions)
