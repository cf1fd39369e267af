"""The laws of the pipeline over random catalogues."""

from collections.abc import Mapping
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from composer.compose import compose
from composer.errors import ContentError, Finding
from composer.exchange.json import package_to_json
from composer.model.package import ThemePackage
from composer.model.theme import Catalogue, Library
from tests.laws.checks import hold_all
from tests.strategies import answers, libraries

relaxed = settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck))


def composed(library: Library, given_answers: Mapping[str, Any]) -> ThemePackage | tuple[Finding, ...]:
    """The package, or what stands against it: random catalogues have loops."""
    try:
        return compose(library.themes["t"], library.catalogue, given_answers)
    except ContentError as error:
        return error.findings


@relaxed
@given(library=libraries(), chosen=answers)
def test_every_law_holds_and_what_cannot_be_composed_names_what_is_wrong(
    library: Library, chosen: Mapping[str, Any]
) -> None:
    found = composed(library, chosen)
    if isinstance(found, ThemePackage):
        hold_all(found, library.catalogue)
    else:
        assert {finding.rule for finding in found} <= {"chain-loop", "want-unreachable"}
        assert all(finding.reason and finding.suggestion for finding in found)


@relaxed
@given(library=libraries(), chosen=answers, data=st.data())
def test_the_order_of_files_wants_and_answers_never_changes_the_output(
    library: Library, chosen: Mapping[str, Any], data: st.DataObject
) -> None:
    theme, catalogue = library.themes["t"], library.catalogue
    collections = {name: getattr(catalogue, name) for name in Catalogue.model_fields}
    shuffled = Catalogue(
        **{name: dict(data.draw(st.permutations(list(ids.items())))) for name, ids in collections.items()}
    )
    other = theme.model_copy(update={"wants": tuple(data.draw(st.permutations(theme.wants)))})
    again = composed(
        Library(catalogue=shuffled, themes={"t": other}), dict(data.draw(st.permutations(list(chosen.items()))))
    )
    first = composed(library, chosen)
    if isinstance(first, ThemePackage) and isinstance(again, ThemePackage):
        assert package_to_json(again, shuffled) == package_to_json(first, catalogue)
    else:
        assert again == first


@relaxed
@given(library=libraries(), chosen=answers, between=answers)
def test_the_same_input_gives_the_same_bytes_whatever_was_composed_before(
    library: Library, chosen: Mapping[str, Any], between: Mapping[str, Any]
) -> None:
    composed(library, between)
    first, again = composed(library, chosen), composed(library, chosen)
    unused = library.model_copy(update={"catalogue": library.catalogue.model_copy()})
    anew = composed(unused, chosen)
    if isinstance(first, ThemePackage) and isinstance(again, ThemePackage) and isinstance(anew, ThemePackage):
        written = package_to_json(first, library.catalogue)
        assert written == package_to_json(again, library.catalogue)
        assert written == package_to_json(anew, unused.catalogue)
    else:
        assert first == again == anew
