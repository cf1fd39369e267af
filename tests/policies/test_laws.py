"""The laws of reform, over random catalogues and random policies."""

from collections.abc import Mapping
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from composer.compose import compose
from composer.effects import effects
from composer.errors import ContentError, Finding
from composer.exchange.json import package_to_dict
from composer.model.objective import Terms
from composer.model.package import ThemePackage
from composer.model.theme import Catalogue, Library, Theme
from composer.policies.rewrite import rewritten
from tests.laws.checks import hold_all
from tests.policies.strategies import reformed_libraries
from tests.strategies import answers

relaxed = settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))


def composed(
    theme: Theme, catalogue: Catalogue, chosen: Mapping[str, Any], terms: Terms | None = None
) -> ThemePackage | tuple[Finding, ...]:
    try:
        return compose(theme, catalogue, chosen, terms or Terms())
    except ContentError as error:
        return error.findings


def exported(package: ThemePackage, catalogue: Catalogue) -> dict[str, Any]:
    """The package as data, without what is said of policies themselves."""
    data = package_to_dict(package, catalogue)
    dropped = [one for one in data["dropped"] if one["kind"] != "改革举措"]
    return {**data, "policies": [], "dropped": dropped}


def live(theme: Theme, catalogue: Catalogue) -> tuple[Any, ...]:
    """What a rewritten theme is about: its wants and its items."""
    return theme.wants, [catalogue.items[one.item].model_dump() for one in theme.items]


@relaxed
@given(library=reformed_libraries(), chosen=answers)
def test_every_law_of_packages_holds_under_policies(library: Library, chosen: Mapping[str, Any]) -> None:
    package = composed(library.themes["t"], library.catalogue, chosen)
    if isinstance(package, ThemePackage):
        hold_all(package, library.catalogue)


@relaxed
@given(library=reformed_libraries(), chosen=answers)
def test_with_every_policy_off_the_package_is_that_of_a_theme_without_any(
    library: Library, chosen: Mapping[str, Any]
) -> None:
    theme, catalogue = library.themes["t"], library.catalogue
    off = Terms(policies={policy.id: False for policy in theme.policies})
    first = composed(theme, catalogue, chosen, off)
    again = composed(theme.model_copy(update={"policies": ()}), catalogue, chosen)
    if isinstance(first, ThemePackage) and isinstance(again, ThemePackage):
        assert exported(first, catalogue) == exported(again, catalogue)
    else:
        assert first == again


@relaxed
@given(library=reformed_libraries(), chosen=answers, data=st.data())
def test_the_order_of_policies_never_changes_the_output(
    library: Library, chosen: Mapping[str, Any], data: st.DataObject
) -> None:
    theme, catalogue = library.themes["t"], library.catalogue
    shuffled = theme.model_copy(update={"policies": tuple(data.draw(st.permutations(theme.policies)))})
    first, again = composed(theme, catalogue, chosen), composed(shuffled, catalogue, chosen)
    if isinstance(first, ThemePackage) and isinstance(again, ThemePackage):
        assert package_to_dict(first, catalogue) == package_to_dict(again, catalogue)
    else:
        assert first == again


@relaxed
@given(library=reformed_libraries())
def test_policies_that_do_not_contradict_each_other_commute(library: Library) -> None:
    theme, catalogue = library.themes["t"], library.catalogue
    simple = [policy for policy in theme.policies if policy.rewriting not in ("merged", "licence", "joint")]
    there, back = (theme, catalogue), (theme, catalogue)
    for policy, other in zip(simple, reversed(simple), strict=True):
        there, back = rewritten(*there, [policy]), rewritten(*back, [other])
    assert live(*there) == live(*back) == live(*rewritten(theme, catalogue, simple))


@relaxed
@given(library=reformed_libraries(), chosen=answers)
def test_effects_lose_no_policy_and_the_whole_is_the_difference_of_the_ends(
    library: Library, chosen: Mapping[str, Any]
) -> None:
    theme, catalogue = library.themes["t"], library.catalogue
    found = effects(theme, catalogue, chosen)
    assert [one.policy.id for one in found.policies] == sorted(policy.id for policy in theme.policies)
    package = composed(theme, catalogue, chosen)
    in_force = [one.policy.id for one in found.policies if one.reason is None]
    if isinstance(package, ThemePackage):
        assert in_force == [policy.id for policy in package.policies]
    if not in_force and found.together is not None:
        assert found.together == ()
