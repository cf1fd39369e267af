"""The three lists as one department reads them."""

from composer.inventory.model import MaterialStandard, Named


def departments(standard: MaterialStandard) -> tuple[Named, ...]:
    """The departments that demand or issue something, by id."""
    found = {one.department.id: one.department for one in standard.demands}
    found |= {one.department.id: one.department for row in standard.supplies for one in row.issuers}
    return tuple(found[name] for name in sorted(found))


def of_department(standard: MaterialStandard, department: Named) -> MaterialStandard:
    """The rows that concern `department`: what it demands, and what it issues. A row keeps all that it says.

    The demands stay complete, because rows name those of others too; the counts are of the department's own
    items, those of no demand too, and of their themes.
    """
    demands = [one for one in standard.demands if one.department.id == department.id]
    own = {one.id for one in demands}
    issuing = {one.id for row in standard.supplies for one in row.issuers if one.department.id == department.id}
    return standard.model_copy(
        update={
            "department": department,
            "items": len({one.item.id for one in demands} | issuing),
            "themes": len({theme.id for one in demands for theme in one.themes}),
            "requirements": len(own),
            "reuses": tuple(row for row in standard.reuses if not own.isdisjoint(row.demands)),
            "supplies": tuple(
                row
                for row in standard.supplies
                if not own.isdisjoint((*row.demands, *row.alternative_for))
                or any(issuer.department.id == department.id for issuer in row.issuers)
            ),
            "reviews": tuple(row for row in standard.reviews if row.demand in own),
        }
    )
