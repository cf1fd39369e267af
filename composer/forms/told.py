"""What one value tells of another: a citizen's number tells the birth date, the sex and the region."""

from composer.model.element import Rule
from composer.values.formats import resident_id


def told(rule: Rule, value: object) -> str | None:
    """What `value` tells by `rule`; None where it is not of the kind that does."""
    if not isinstance(value, str) or resident_id.fault(value):
        return None
    facts = resident_id.facts(value)
    match rule:
        case Rule.BIRTH_DATE:
            return facts.birth
        case Rule.SEX:
            return facts.sex
        case Rule.REGION:
            return facts.region
        case Rule.CITIZEN_NUMBER:
            return value
