"""Patterns that every reader of JSON Schema understands alike; others are refused."""

import pytest

from composer.values import ValueSpec
from composer.values.patterns import found, portable


@pytest.mark.parametrize(
    "pattern",
    [
        *("(?P<a>b)", "(?i)a", "(?#a)b", r"\Aa", r"a\Z", r"\bword", r"\p{L}", r"(a)\1", "a*+", "a++", "a?+", "a{1}+"),
        *("(?>a)", "a{", "a}", "a]", "a{,3}", "[]a]", "[a&&b]", "[a--b]", r"[\D]", "(a", "a**", "(?<n>a)", "(?P=n)"),
    ],
)
def test_what_one_of_python_and_ecma_does_not_know_is_refused(pattern: str) -> None:
    with pytest.raises(ValueError, match=r"写法|不能用|不是正则表达式"):
        portable(pattern)


def test_a_specification_takes_portable_patterns_only() -> None:
    with pytest.raises(ValueError, match="不是各种程序都认识的写法"):
        ValueSpec(patterns=("(?i)a",))


@pytest.mark.parametrize(
    ("pattern", "text", "is_found"),
    [
        (r"^\d+$", "12", True),
        (r"^\d+$", "１２", False),
        (r"^\d+$", "12\n", False),
        (r"\w", "张", False),
        (r"b", "abc", True),
        (r"^[\w-]+$", "a-b", True),
        (r"^(?:18|19)[0-9]{2}(?=年)", "1949年", True),
        (r"^a\-b$", "a-b", True),
    ],
)
def test_a_pattern_is_searched_as_ecma_reads_it(pattern: str, text: str, is_found: bool) -> None:
    assert found(pattern, text) is is_found
