"""A what-if as plain data, with both packages as they are exported."""

from collections.abc import Callable
from typing import Any

from composer.model.package import ThemePackage
from composer.why.whatif import WhatIf

Export = Callable[[ThemePackage], dict[str, Any]]


def what_if_to_dict(found: WhatIf, export: Export) -> dict[str, Any]:
    """Changes, differences and both packages as `export` writes them; docs/reference/json.md."""
    said = found.model_dump(mode="json", exclude={"theme", "before", "after", "stuck", "stuck_before"})
    stuck, stuck_before = (one.model_dump(mode="json") for one in (found.stuck, found.stuck_before))
    return {
        **said,
        "before": export(found.before) if found.before is not None else None,
        "after": export(found.after) if found.after is not None else None,
        **stuck,
        "before_obstacles": stuck_before["obstacles"],
        "before_ways": stuck_before["ways"],
    }
