"""Why demands of one package are one document, and why others that look alike are not, in words for a citizen."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from composer.materials.identity import Agreement, Identity, lexicon_of
from composer.materials.names.lexicon import plain
from composer.materials.names.parsed import Role
from composer.model.material import MaterialKind
from composer.model.package import ONE_FORM, Supplied
from composer.model.theme import Catalogue

Group = list[tuple[Supplied, Identity]]
"""Demands of one row, each with which document it is for."""

_UNTOLD = (Agreement.OPEN, Agreement.UNKNOWN, Agreement.DIFFERENT)
"""Where nothing but the item says that a name is of the kind."""
_SHOWN = 4
"""So many wordings are named; of more it is said how many there are."""


def named(which: Identity, catalogue: Catalogue) -> str:
    """A document as a reader names it, with what sets it apart: 营业执照（正本）."""
    document = which.document
    whose = f"{lexicon_of(catalogue).called(document.holder)}的" if document.holder else ""
    apart = "，".join(said for _, said in document.apart)
    return f"{whose}{document.name}{f'（{apart}）' if apart else ''}"


def why_one(key: str, group: Group, catalogue: Catalogue) -> str | None:
    """Why the demands of a row are one document; None where there is but one demand."""
    if len(group) < 2:
        return None
    if key == ONE_FORM:
        return "各事项的申请表并成了这一张表单，填一次"
    known = ("one", *((one.name, one.material, one.item, one.requirement.carrier, one.requirement.copies)
                      for one, _ in group))  # fmt: skip
    said: str | None = catalogue.readings.get(known)
    if said is None:
        said = _why_one(group, catalogue)
        catalogue.readings[known] = said
    return said


def why_apart(key: str, groups: Mapping[str, Group], catalogue: Catalogue) -> str | None:
    """Why other rows of the package that have this kind, or one easily taken for it, are not this row; None without."""
    if key == ONE_FORM:
        return None
    which = groups[key][0][1]
    others = [group[0][1] for other, group in groups.items() if other not in (key, ONE_FORM)]
    return "；".join(_apart(which, others, catalogue)) or None


def _why_one(group: Group, catalogue: Catalogue) -> str:
    names = tuple(dict.fromkeys(one.name for one, _ in group))
    kind = group[0][1].document.name
    of_several = "里说的" if any(len(which.parsed.groups) > 1 for _, which in group) else ""
    head = f"几处都写“{names[0]}”，说的是{kind}" if len(names) == 1 else f"{_listed(names)}{of_several}都是{kind}"
    reasons = _reasons(group, names, catalogue)
    parts = [head + (f"（{'；'.join(reasons)}）" if reasons else "")]
    parts += filter(None, [_whose(group, catalogue), _set_apart(group[0][1])])
    no_matter = _no_matter(group)
    return "，".join(parts) + (f"；{no_matter}，不影响是不是同一样" if no_matter else "")


def _reasons(group: Group, names: Sequence[str], catalogue: Catalogue) -> list[str]:
    """By what the wordings are of the kind, wordings of one reason together."""
    found: dict[str, dict[str, None]] = {}
    for one, which in group:
        words, reason = _evidence(one, which, catalogue)
        if reason:
            found.setdefault(reason, {})[words] = None
    reasons = ["".join(words) + reason for reason, words in found.items()]
    told = tuple(dict.fromkeys(one.name for one, which in group if which.read is None or which.agreement in _UNTOLD))
    if told:
        kind = group[0][1].document.name
        reasons.append(f"{_listed(told) if told != names else '名称没有写明，'}由事项登记为{kind}")
    return reasons


def _evidence(one: Supplied, which: Identity, catalogue: Catalogue) -> tuple[str, str]:
    """Words, and by what they are of the kind: an alias with its source, or a relation; nothing where they name it."""
    read, document = which.read, which.document
    if read is None or which.agreement in _UNTOLD:
        return "", ""
    if which.agreement is Agreement.SAME:
        return _by_wording(which, catalogue)
    if which.agreement is Agreement.NARROWER:
        return read.name, f"可以当{document.name}用"
    return f"“{one.name}”", f"在这里指{document.name}"


def _by_wording(which: Identity, catalogue: Catalogue) -> tuple[str, str]:
    """The alias, with its source, or the other words for the kind's name; nothing where the name itself is there."""
    kind = catalogue.kinds[which.document.kind or ""]
    said = _spoken(which, kind, catalogue)
    if said is None or said == kind.name:
        return "", ""
    if plain(said) == plain(kind.name):
        return f"“{said}”", f"就是“{kind.name}”"
    alias = next((one for one in kind.aliases if plain(one.text) == plain(said)), None)
    source = catalogue.sources.get(alias.source or "") if alias else None
    return f"“{said}”", "是它的别名" + (f"，见{source.title}" if source and source.grade != "G" else "")


def _spoken(which: Identity, kind: MaterialKind, catalogue: Catalogue) -> str | None:
    """The words of the original name by which the kind was found."""
    kinds = lexicon_of(catalogue).kinds
    pieces = which.parsed.spoken(Role.KIND)
    found = (text for text in (*pieces, "".join(pieces)) if kinds.get(plain(text)) is kind)
    return next(found, None)


def _whose(group: Group, catalogue: Catalogue) -> str | None:
    holder = group[0][1].document.holder
    if holder is None:
        return None
    said = any(which.read is not None and which.read.holder == holder for _, which in group)
    return f"{'' if said else '按事项登记，'}都是{lexicon_of(catalogue).called(holder)}的"


def _set_apart(which: Identity) -> str | None:
    said = "、".join(f"“{words}”" for _, words in which.document.apart)
    return f"都写明{said}" if said else None


def _no_matter(group: Group) -> str:
    """What the demands say differently, though it makes no other document of it."""
    demands = [one.requirement for one, _ in group]
    said = []
    if len({one.carrier for one in demands}) > 1:
        said.append("交原件还是复印件")
    if len({one.copies for one in demands}) > 1:
        said.append("交几份")
    if len({which.read.part for _, which in group if which.read}) > 1:
        said.append("写不写“副本”")
    return "、".join(said)


def _apart(which: Identity, others: Sequence[Identity], catalogue: Catalogue) -> Iterator[str]:
    document = which.document
    alike = [one for one in others if one.document.kind == document.kind]
    holders = dict.fromkeys(one.document.holder for one in alike if one.document.holder != document.holder)
    if holders:
        whose = _listed_plain(_called(holder, catalogue) for holder in holders)
        yield f"持有人不同，和{whose}{document.name}不是同一份"
    for one in alike:
        if one.document.holder == document.holder:
            yield f"和“{named(one, catalogue)}”分开：{_difference(which, one)}"
    related = _easily_taken(catalogue).get(document.kind or "", {})
    for one in others:
        if one.document.kind in related and one.document.holder == document.holder:
            yield related[one.document.kind]


def _difference(here: Identity, there: Identity) -> str:
    mine, other = (dict(one.document.apart) for one in (here, there))
    signs = [sign for sign in {**mine, **other} if mine.get(sign) != other.get(sign)]
    if not signs:
        return "名称没有写明是什么，各事项要的不一定是同一样"
    said = [f"这里要{mine[sign]}" if sign in mine else f"那里要{other[sign]}" for sign in signs]
    return "，".join(said)


def _easily_taken(catalogue: Catalogue) -> Mapping[str, Mapping[str | None, str]]:
    """By kind the others that are easily taken for it, each with how it stands to it; worked out once."""
    known: dict[str, dict[str | None, str]] | None = catalogue.readings.get(_easily_taken)
    if known is None:
        kinds, known = catalogue.kinds, {}
        for kind in kinds.values():
            for other in (kinds[name] for name in (*kind.satisfies, *kind.different) if name in kinds):
                if other.id != kind.id:
                    known.setdefault(kind.id, {})[other.id] = _related(kind, other)
                    known.setdefault(other.id, {})[kind.id] = _related(other, kind)
        catalogue.readings[_easily_taken] = known
    return known


def _related(kind: MaterialKind, other: MaterialKind) -> str:
    """How another kind stands to `kind`, one of which satisfies the other or is said to differ from it."""
    if kind.id in other.satisfies:
        return f"{other.name}可以当{kind.name}用，反过来不行"
    if other.id in kind.satisfies:
        return f"要{kind.name}的，不收别的{other.name}"
    return f"和{other.name}不是同一种材料"


def _called(holder: str | None, catalogue: Catalogue) -> str:
    return f"{lexicon_of(catalogue).called(holder)}的" if holder else "没有写明持有人的"


def _listed(names: Sequence[str]) -> str:
    more = f"等 {len(names)} 种写法" if len(names) > _SHOWN else ""
    return "".join(f"“{name}”" for name in names[:_SHOWN]) + more


def _listed_plain(names: Iterable[str]) -> str:
    return "、".join(names)
