"""Headings of a list: which column means what."""

import unicodedata
from collections.abc import Mapping, Sequence
from itertools import zip_longest

HEADINGS: Mapping[str, tuple[str, ...]] = {
    "name": ("name", "材料名称", "材料", "申请材料", "申请材料名称"),
    "item": ("item", "事项", "事项名称"),
    "department": ("department", "部门", "实施主体", "部门名称"),
    "holder": ("holder", "持有人", "材料持有人"),
}
"""What the columns that mean something are headed, the first that is there.

Capitals, wide letters and blanks around make no difference.
"""


def meaning_of(columns: Sequence[str]) -> Mapping[str, str]:
    """The column that each key of HEADINGS is, where there is one."""
    plain = {_plain(column): column for column in reversed(columns)}
    found = {key: next((plain[one] for one in headings if one in plain), None) for key, headings in HEADINGS.items()}
    return {key: column for key, column in found.items() if column is not None}


def has_name(columns: Sequence[str]) -> bool:
    """Whether one of the columns holds names of materials."""
    return "name" in meaning_of(columns)


def joined(rows: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """The headings of several rows: in each column what stands lowest."""
    stacked = zip_longest(*rows, fillvalue="")
    return tuple(next((cell.strip() for cell in reversed(column) if cell.strip()), "") for column in stacked)


def _plain(heading: str) -> str:
    """A heading as it is compared; a mark of the encoding gets into it where files were put together."""
    return unicodedata.normalize("NFKC", heading).strip("\ufeff\u200b \t\r\n").casefold()
