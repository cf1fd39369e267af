"""Lists of names of materials as offices have them: CSV of any encoding and workbooks."""

from composer.exchange.lists.reading import ListedRows, read_list
from composer.exchange.lists.writing import refuse_target, write_list

__all__ = ["ListedRows", "read_list", "refuse_target", "write_list"]
