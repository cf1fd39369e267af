"""What every part of a guide looks up: names of items and departments, numbers of steps and of sources."""

from functools import cached_property

from composer.model.item import ServiceItem
from composer.model.package import ThemePackage
from composer.model.theme import Catalogue
from composer.render.guide.sources import Sources


class Context:
    """A package with its catalogue, and the sources cited so far."""

    def __init__(self, package: ThemePackage, catalogue: Catalogue) -> None:
        self.package = package
        self.catalogue = catalogue
        self.sources = Sources(catalogue)

    @cached_property
    def items(self) -> dict[str, ServiceItem]:
        """Items of the package by id, in order of steps."""
        return {planned.item.id: planned.item for planned in self.package.items}

    @cached_property
    def numbers(self) -> dict[str, int]:
        """Number of the step of each item."""
        return {name: number for number, name in enumerate(self.items, 1)}

    def item_name(self, item_id: str) -> str:
        """Name of an item, of this package or not."""
        item = self.items.get(item_id) or self.catalogue.items.get(item_id)
        return item.name if item else item_id

    def department_name(self, item_id: str) -> str:
        """Name of the department of an item of this package."""
        return self.catalogue.departments[self.items[item_id].department].name

    def numbered(self, item_id: str) -> str:
        """How a reader finds the step of an item: "第 2 步 食品经营许可"."""
        return f"第 {self.numbers[item_id]} 步 {self.item_name(item_id)}"
