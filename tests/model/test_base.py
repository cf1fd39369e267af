"""What all models share."""

import pytest
from pydantic import ValidationError

from composer.model.element import Property
from composer.model.theme import Library


def test_a_changed_copy_does_not_answer_from_what_the_original_cached(library: Library) -> None:
    catalogue = library.catalogue
    assert catalogue.material("identity-card").name == "有效身份证件"
    renamed = catalogue.kinds["identity-card"].model_copy(update={"name": "身份证"})
    changed = catalogue.model_copy(update={"kinds": {**catalogue.kinds, "identity-card": renamed}})
    assert changed.material("identity-card").name == "身份证"


def test_a_pattern_that_is_none_is_refused() -> None:
    with pytest.raises(ValidationError, match="pattern 不是正则表达式"):
        Property(id="code", name="代码", pattern="^[0-9{6}$")
