"""Where a row of the one form comes from and goes: departments, items and original forms, by their names."""

from dataclasses import dataclass

from composer.model.form import FieldUse
from composer.model.package import FieldRow, ThemePackage
from composer.model.theme import Catalogue

UNCHECKED = "〔未核实〕"
"""Mark of a fact that nobody has verified."""


@dataclass(frozen=True)
class Places:
    """Looks up names in a package and its catalogue."""

    package: ThemePackage
    catalogue: Catalogue

    @property
    def departments(self) -> tuple[str, ...]:
        """Names of the departments that one form or another goes to, in the order of the items."""
        forms = self.package.form.originals
        return tuple(dict.fromkeys(name for form in forms for name in self.departments_of(form)))

    def departments_of(self, form: str) -> tuple[str, ...]:
        """Names of the departments whose items a form serves."""
        return tuple(dict.fromkeys(self.department(item) for item in self.package.form.serves[form]))

    def department(self, item: str) -> str:
        """Name of the department that handles an item of the package."""
        return next(
            self.catalogue.departments[planned.item.department].name
            for planned in self.package.items
            if planned.item.id == item
        )

    def item(self, item: str) -> str:
        """Name of an item of the package."""
        return next(planned.item.name for planned in self.package.items if planned.item.id == item)

    def items_of(self, form: str) -> tuple[str, ...]:
        """Names of the items that a form serves."""
        return tuple(self.item(item) for item in self.package.form.serves[form])

    def users(self, row: FieldRow) -> tuple[int, ...]:
        """The departments that use a row, as their numbers (from 1) in `departments`."""
        known = self.departments
        return tuple(sorted({known.index(name) + 1 for use in row.uses for name in self.departments_of(use.form)}))

    def form(self, form: str) -> str:
        """Name of an original form, marked where its fields are not certain."""
        original = self.package.form.originals[form]
        return original.name if original.certain else original.name + UNCHECKED

    def section(self, use: FieldUse) -> str:
        """Name of the section that a field stands in."""
        return self.package.form.originals[use.form].sections[use.section].name

    def carrier(self, row: FieldRow) -> str:
        """What an earlier step issues that already carries the datum: 取自《营业执照》."""
        if row.element.provided_by is None:
            return ""
        return f"取自《{self.catalogue.material(row.element.provided_by).name}》"

    @property
    def case_lines(self) -> tuple[str, ...]:
        """Every question that was asked, with its answer."""
        lines = []
        for asked in self.package.asked:
            question = self.catalogue.questions[asked.question]
            chosen = [question.option(option) for option in self.package.answers.get(question.id, ())]
            labels = "、".join(option.label for option in chosen if option) or "无"
            lines.append(f"{question.text.rstrip('？?：:')}：{labels}")
        return tuple(lines)
