"""The one table as JSON, filled as far as its values are known: for programs, and to be read back."""

import json
from collections.abc import Mapping
from typing import Any

from composer.exchange.schema import STAMP, stamp
from composer.forms.fill import lines_in
from composer.model.package import ThemePackage
from composer.model.theme import Catalogue
from composer.outputs import FORM_FILES, FormFile
from composer.values import as_json


def form_to_json(package: ThemePackage, catalogue: Catalogue, document: Mapping[str, Any]) -> bytes:
    """`document` as UTF-8 text in the order of the table, with what it was made for."""
    ordered: dict[str, Any] = {STAMP: stamp(package, catalogue)}
    for group in package.form.groups:
        if group.id in document:
            keys = [row.element.key for row in group.rows]
            lines = [{key: as_json(line[key]) for key in keys if key in line} for line in lines_in(document, group.id)]
            ordered[group.id] = lines if group.repeats else lines[0]
    return (json.dumps(ordered, ensure_ascii=False, indent=2) + "\n").encode()


FORM_FILES.register("json")(FormFile("form.json", "application/json", "填好的数据（JSON）", form_to_json))
