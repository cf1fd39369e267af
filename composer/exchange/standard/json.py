"""材料清单规范 as JSON: docs/reference/json.md."""

import json

from composer.inventory import MaterialStandard


def standard_to_json(standard: MaterialStandard) -> bytes:
    """The three lists as UTF-8 text that reads well in a diff; rows name demands by id."""
    return (json.dumps(standard.model_dump(mode="json"), ensure_ascii=False, indent=2) + "\n").encode()
