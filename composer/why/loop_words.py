"""Loops in words, as the terminal and the page both say them."""

from collections.abc import Mapping

from composer.why.loops import Demanded


def demand_text(one: Demanded, names: Mapping[str, str]) -> str:
    """The edge as a sentence: "“小店许可”要先有“设立登记”办出的“营业执照”"; `names` are those of the items."""
    others = "或".join(f"“{names[issuer]}”" for issuer in one.issuers)
    asks = f"要求先办{others}（{one.name}）" if one.prerequisite else f"要先有{others}办出的“{one.name}”"
    return f"“{names[one.item]}”{asks}"


def demand_facts(one: Demanded) -> tuple[str, ...]:
    """When the edge holds, whether somebody may have the document from before, and the law that it rests on."""
    said = (f"只在{one.when}时" if one.when else "", "" if one.only_issued else "除非手上已有", one.basis or "")
    return tuple(fact for fact in said if fact)


def waiver_text(one: Demanded, names: Mapping[str, str]) -> str:
    """What is no longer asked where the edge is waived: "“小店许可”不再要先有“营业执照副本”"."""
    others = "或".join(f"“{names[issuer]}”" for issuer in one.issuers)
    return f"“{names[one.item]}”不再要求先{f'办{others}' if one.prerequisite else f'有“{one.name}”'}"
