"""A what-if as plain data, with both packages as they are exported."""

from collections.abc import Callable
from typing import Any

from composer.model.package import ThemePackage
from composer.why.whatif import WhatIf

Export = Callable[[ThemePackage], dict[str, Any]]


def what_if_to_dict(found: WhatIf, export: Export) -> dict[str, Any]:
    """Changes, differences and both packages as `export` writes them; docs/reference/json.md."""
    said = found.model_dump(mode="json", exclude={"before", "after"})
    return {
        **said,
        "before": export(found.before),
        "after": export(found.after) if found.after is not None else None,
    }
