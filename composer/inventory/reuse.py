"""共享复用材料清单: what need not be handed in, or not once more: for which items, and from whom."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from composer.inventory.ground import Ground, Key
from composer.inventory.model import Demand, Fact, Mode, Named, ReuseRow, Way
from composer.model.material import MaterialKind
from composer.model.policy import Sharing
from composer.model.theme import Theme

_MODES: Final = list(Mode)


def reuses(ground: Ground) -> tuple[ReuseRow, ...]:
    """All rows: by mode, then what serves most demands first."""
    rows = [*_fetched(ground), *_fetched_by_policy(ground)]
    for theme in ground.themes:
        passed = dict(_passed_on(theme, ground))
        rows += _passed(theme, passed, ground)
        rows += _reused(theme, {key for keys in passed.values() for key in keys}, ground)
    return tuple(
        sorted(
            rows,
            key=lambda row: (
                _MODES.index(row.mode),
                row.theme.id if row.theme else "",
                -len(row.demands),
                row.material,
                row.givers,
            ),
        )
    )


def _fetched(ground: Ground) -> Iterator[ReuseRow]:
    """What items themselves say government already holds."""
    groups: dict[str, list[Key]] = {}
    for key, demand in ground.demands.items():
        if demand.way is Way.FETCHED:
            groups.setdefault(demand.material, []).append(key)
    for ref, keys in groups.items():
        facts = [_row_fact(ground.demands[key]) for key in keys]
        yield _row(
            Mode.FETCHED,
            ref,
            None,
            keys,
            ground,
            givers=_givers(ref, keys, ground),
            system=_system(ref, ground),
            facts=[*facts, *kind_facts(ref, ground)],
        )


def _fetched_by_policy(ground: Ground) -> Iterator[ReuseRow]:
    groups: dict[tuple[str, str, str], list[tuple[Key, Sharing]]] = {}
    for key, reforms in ground.reforms.items():
        for reform in reforms:
            policy = reform.policy
            if isinstance(policy, Sharing) and reform.fact == "shared" and policy.on:
                ref = ground.demands[key].material
                groups.setdefault((ref, reform.theme.id, policy.id), []).append((key, policy))
    for (ref, theme_id, _), found in groups.items():
        policy = found[0][1]
        part = "，只在一部分情形" if policy.when is not None else ""
        text = f"改革举措“{policy.name}”（{policy.basis.cited}）{part}"
        yield _row(
            Mode.FETCHED,
            ref,
            ground.library.themes[theme_id],
            [key for key, _ in found],
            ground,
            givers=(ground.catalogue.departments[policy.provider].name,),
            system=policy.system,
            facts=[Fact(text=text, source=policy.source, certain=policy.certain)],
        )


def _passed_on(theme: Theme, ground: Ground) -> Iterator[tuple[str, list[Key]]]:
    """Material to the demands of the theme's items that an earlier item of the theme may meet."""
    groups: dict[str, list[Key]] = {}
    for key, demand in ground.demands_in(theme.id):
        if demand.way is not Way.WITHDRAWN:
            ref = next(
                (one for one in (demand.material, *demand.alternatives) if _givers_in(one, key, theme, ground)), None
            )
            if ref is not None:
                groups.setdefault(ref, []).append(key)
    return iter(groups.items())


def _givers_in(ref: str, key: Key, theme: Theme, ground: Ground) -> tuple[str, ...]:
    """Items of the theme that issue the material before the demanding item, which they do not wait for."""
    members = ground.members[theme.id]
    return tuple(
        item.id
        for item in ground.issuers.get(ref, ())
        if item.id in members and item.id != key[0] and not _waits_for(item.id, key[0], ground)
    )


def _waits_for(item: str, other: str, ground: Ground) -> bool:
    """Whether `item` needs what `other` issues, so that it cannot be the earlier one."""
    one, issued = ground.catalogue.items[item], set(ground.catalogue.items[other].issued)
    needs = any(requirement.any_of[0] in issued for requirement in one.requires)
    return needs or any(prerequisite.item == other for prerequisite in one.prerequisites)


def _passed(theme: Theme, passed: dict[str, list[Key]], ground: Ground) -> Iterator[ReuseRow]:
    for ref, keys in passed.items():
        items = dict.fromkeys(item for key in keys for item in _givers_in(ref, key, theme, ground))
        names = tuple(ground.catalogue.items[item].name for item in items)
        text = f"同在“{theme.name}”里，{'、'.join(f'“{name}”' for name in names)}办出"
        facts = [Fact(text=text, certain=True), *(_row_fact(ground.demands[key]) for key in keys)]
        yield _row(Mode.PASSED, ref, theme, keys, ground, givers=names, system=None, facts=facts)


def _reused(theme: Theme, passed: Iterable[Key], ground: Ground) -> Iterator[ReuseRow]:
    """What the applicant of a theme hands in, where one sheet serves several of its items."""
    elsewhere = set(passed)
    groups: dict[str, list[Key]] = {}
    for key, demand in ground.demands_in(theme.id):
        if demand.way is Way.HANDED_IN and key not in elsewhere and not _fetched_in(theme, key, ground):
            groups.setdefault(demand.material, []).append(key)
    for ref, keys in groups.items():
        if len({item for item, _ in keys}) > 1:
            facts = [_row_fact(ground.demands[key]) for key in keys]
            yield _row(Mode.REUSED, ref, theme, keys, ground, givers=("申请人",), system=None, facts=facts)


def _fetched_in(theme: Theme, key: Key, ground: Ground) -> bool:
    return any(one.theme.id == theme.id and one.policy.on for one in ground.reforms_of(key, "shared"))


def _row(
    mode: Mode,
    ref: str,
    theme: Theme | None,
    keys: Iterable[Key],
    ground: Ground,
    *,
    givers: tuple[str, ...],
    system: str | None,
    facts: Sequence[Fact],
) -> ReuseRow:
    return ReuseRow(
        mode=mode,
        material=ref,
        name=ground.catalogue.material(ref).name,
        theme=Named(id=theme.id, name=theme.name) if theme else None,
        givers=givers,
        system=system,
        demands=tuple(ground.demands[key].id for key in sorted(keys)),
        facts=tuple(dict.fromkeys(facts)),
        certain=all(fact.certain for fact in facts),
    )


def _row_fact(demand: Demand) -> Fact:
    """That the item asks for it, or says it may be fetched, as certain as its row."""
    fetched = demand.way is Way.FETCHED
    said = "记作免提交" if fetched else "要这份材料"
    certain = demand.certain and not (fetched and "shared" in demand.unchecked)
    return Fact(text=f"“{demand.item.name}”{said}", source=demand.source, certain=certain)


def _givers(ref: str, keys: Iterable[Key], ground: Ground) -> tuple[str, ...]:
    """Whom the items say it is fetched from, else who issues it, else what the catalogue says."""
    requirements = [ground.requirement(key) for key in keys]
    said = sorted({ground.called(words) for one in requirements if (words := one.fetched_from or one.issuer)})
    if said:
        return tuple(said)
    offices = sorted({ground.office(item).name for item in ground.issuers.get(ref, ())})
    issuer = ground.kind(ref).issuer
    return tuple(offices) or ((ground.called(issuer),) if issuer else ())


def _system(ref: str, ground: Ground) -> str | None:
    """The system that has the kind; of a kind that others are taken for, theirs: 人口库（居民身份证）."""
    kind = ground.kind(ref)
    if kind.system:
        return kind.system
    said = [f"{one.system}（{one.name}）" for one in _taken_for(kind, ground) if one.system]
    return "、".join(said) or None


def _taken_for(kind: MaterialKind, ground: Ground) -> list[MaterialKind]:
    """Kinds that are taken in place of this one and can be fetched."""
    return [one for one in ground.taken_for.get(kind.id, ()) if one.shared]


def kind_facts(ref: str, ground: Ground) -> Iterator[Fact]:
    """What the catalogue of materials says of fetching a kind, or one that is taken for it."""
    kind = ground.kind(ref)
    if kind.shared:
        yield _kind_fact(kind)
        return
    others = _taken_for(kind, ground)
    yield from map(_kind_fact, [one for one in others if one.system] or others)


def _kind_fact(kind: MaterialKind) -> Fact:
    from_where = f"从{kind.system}" if kind.system else ""
    return Fact(text=f"材料目录：{kind.name}可以{from_where}共享", source=kind.source, certain=kind.certain)
