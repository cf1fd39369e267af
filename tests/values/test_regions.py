"""Names of regions by code, in a year."""

import pytest

from composer.values.regions import EDITION, region_name


@pytest.mark.parametrize(
    ("code", "year", "name"),
    [
        ("110000", None, "北京市"),
        ("110105", None, "北京市朝阳区"),
        ("653228", None, "新疆维吾尔自治区和田地区和康县"),
        ("120110", 1990, "天津市东郊区"),
        ("120110", 2000, "天津市东丽区"),
        ("110103", 1990, "北京市崇文区"),
        ("110103", 2020, "北京市崇文区"),
        ("810000", None, "香港特别行政区"),
        ("119999", None, None),
        ("830000", None, None),
        ("11010", None, None),
    ],
)
def test_a_region_is_named_as_it_was_called(code: str, year: int | None, name: str | None) -> None:
    assert region_name(code, year) == name


def test_the_newest_region_of_the_list_is_named_and_its_gaps_are_not() -> None:
    assert region_name("500157", EDITION) == "重庆市两江新区"
    assert region_name("330113") is None
