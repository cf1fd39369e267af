"""What one cell tells of another, as formulas: the birth date, the sex and the region in a citizen's number."""

from composer.model.element import Rule


def telling(rule: Rule, cell: str) -> str:
    """A formula, = and all, that shows what `cell` tells by `rule`, and nothing while `cell` is no citizen's number."""
    match rule:
        case Rule.BIRTH_DATE:
            shown = f"DATE(MID({cell},7,4),MID({cell},11,2),MID({cell},13,2))"
        case Rule.SEX:
            shown = f'IF(MOD(MID({cell},17,1),2)=1,"男","女")'
        case Rule.REGION:
            shown = f"MID({cell},1,6)"
        case Rule.CITIZEN_NUMBER:
            shown = cell
    return f'=IF(LEN({cell})=18,IFERROR({shown},""),"")'
