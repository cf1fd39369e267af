"""The pool of data elements and its six dictionaries; a file of `catalogue/elements` holds any of the seven lists."""

from collections.abc import Mapping
from types import MappingProxyType

from pydantic import BaseModel

from composer.model.element import (
    ElementNote,
    ObjectClass,
    Property,
    Qualifier,
    Representation,
    Synonym,
    ValueDomain,
)

DICTIONARIES: Mapping[str, type[BaseModel]] = MappingProxyType(
    {
        "objects": ObjectClass,
        "properties": Property,
        "representations": Representation,
        "domains": ValueDomain,
        "qualifiers": Qualifier,
        "synonyms": Synonym,
        "elements": ElementNote,
    }
)
"""Key of a list in such a file, which is its name in the catalogue too, to what its rows are."""

KINDS = MappingProxyType(
    {
        "objects": "object",
        "properties": "property",
        "representations": "representation",
        "domains": "domain",
        "qualifiers": "qualifier",
        "synonyms": "synonym",
        "elements": "element",
    }
)
"""Key of a list to the kind of thing that findings call its rows."""
