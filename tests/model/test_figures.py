"""The names of the figures."""

from composer.model.figures import FIGURE_NAMES
from composer.model.package import FIGURES


def test_every_figure_has_a_name_and_nothing_else_has() -> None:
    assert tuple(FIGURE_NAMES) == FIGURES


def test_only_an_amount_is_headed_by_its_unit() -> None:
    headed = {name for name, one in FIGURE_NAMES.items() if one.heading != one.name}
    assert headed == {"days_statutory", "days_promised", "fees"}
