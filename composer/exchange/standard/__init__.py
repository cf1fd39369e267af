"""材料清单规范 as files: JSON for programs, a workbook for offices."""

from composer.exchange.standard.json import standard_to_json
from composer.exchange.standard.workbook import standard_to_xlsx

__all__ = ["standard_to_json", "standard_to_xlsx"]
