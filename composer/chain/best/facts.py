"""Writes a narrowed network down as facts for choose.lp."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from composer.chain.best.narrow import Narrowed
from composer.chain.best.scales import Scale
from composer.chain.best.windows import Windows

GOALS = 1_000_000


@dataclass(frozen=True)
class Question:
    """What is asked of a solver: the least of `least`, in order, while `limits` are kept.

    Both hold positions of `scales`; a critical path has its windows, which keep its limit. `settle`: of equal plans the
    preferred one is asked for.
    """

    narrowed: Narrowed
    scales: Sequence[Scale]
    windows: Mapping[int, Windows]
    least: Sequence[int]
    limits: Mapping[int, int]
    wanted: Sequence[int]
    rivals: Sequence[tuple[int, int]]
    settle: bool

    @property
    def items(self) -> list[int]:
        """The candidates in order of preference; those without a slot on a critical path are in no best plan."""
        return sorted(item for item in self.narrowed.items if all(item in one.slots for one in self.windows.values()))

    def priority(self, position: int) -> int:
        """The level of a goal in choose.lp, above those that settle ties."""
        return GOALS + len(self.scales) - position


def facts(question: Question) -> str:
    """The facts, one a line where they belong to one item or group; the same question gives the same text."""
    writer = _Writer(question)
    writer.plans()
    if question.windows:
        writer.lines.append("timed.")
    for path in sorted(question.windows):
        writer.times(path)
    for position in range(len(question.scales)):
        writer.prices(position)
    if question.settle:
        writer.tastes()
    return "\n".join(writer.lines)


class _Writer:
    def __init__(self, question: Question) -> None:
        self.question = question
        self.narrowed = question.narrowed
        self.items = question.items
        self.lines: list[str] = []
        chosen = set(self.items)
        self.suppliers: dict[int, list[int]] = {}
        self.handed: dict[int, list[int]] = {}
        for group, demand in self.narrowed.demands.items():
            if not question.windows and demand.suppliers & self.narrowed.sure:
                continue
            self.suppliers[group] = sorted(demand.suppliers & chosen)
            self.handed[group] = sorted(demand.handed)
        self.same: dict[tuple[tuple[int, ...], tuple[int, ...]], int] = {}
        self.needs = {item: self.lean(self.narrowed.needs[item]) for item in self.items}
        self.owes = {item: self.lean(self.narrowed.owes[item]) for item in self.items}
        if not question.windows:
            self.needs.update((item, []) for item in self.narrowed.sure)

    def lean(self, groups: Iterable[int]) -> list[int]:
        """These groups without those that are met whenever another is met."""
        sets = {}
        for group in groups:
            if group in self.suppliers:
                key = (tuple(self.suppliers[group]), tuple(self.handed[group]))
                sets[self.same.setdefault(key, group)] = {*key[0], *(-1 - material for material in key[1])}
        kept: list[int] = []
        for group in sorted(sets, key=lambda group: (len(sets[group]), group)):
            if not any(sets[other] <= sets[group] for other in kept):
                kept.append(group)
        return kept

    def plans(self) -> None:
        narrowed, lines = self.narrowed, self.lines
        wanted = self.lean(self.question.wanted)
        for item in self.items:
            parts = [f"item({item})."]
            parts += [f"must({item})."] if item in narrowed.must else []
            parts += [f"need({item},{group})." for group in self.needs[item]]
            parts += [f"owe({item},{group})." for group in self.owes[item]]
            lines.append("".join(parts))
        lines.append("".join(f"want({group})." for group in wanted))
        self.asked = {group for rows in (self.needs, self.owes) for groups in rows.values() for group in groups}
        self.asked.update(wanted)
        for group in sorted(self.asked):
            parts = [f"issue({item},{group})." for item in self.suppliers[group]]
            parts += [f"hand({material},{group})." for material in self.handed[group]]
            lines.append("".join(parts))
        lines.append("".join(f"handed({material})." for material in sorted(narrowed.handed)))
        chosen = set(self.items)
        lines.append("".join(f"rival({a},{b})." for a, b in self.question.rivals if a in chosen and b in chosen))

    def tastes(self) -> None:
        """What is preferred among equal plans, below all goals."""
        free = [item for item in self.items if item not in self.narrowed.must]
        materials = sorted({material for group in self.asked for material in self.handed[group]})
        level = len(free) + len(materials)
        for name, preferred in (("rank", free), ("taste", materials)):
            self.lines.append("".join(f"{name}({one},{level - place})." for place, one in enumerate(preferred)))
            level -= len(preferred)

    def times(self, path: int) -> None:
        windows = self.question.windows[path]
        durations = self.question.scales[path].costs
        moments: dict[int, set[int]] = {}
        for item in self.items:
            parts = []
            for time in windows.slots[item]:
                begin = time - int(durations[item])
                parts.append(f"slot({path},{item},{time},{begin}).")
                for group in self.needs[item]:
                    moments.setdefault(group, set()).add(begin)
            parts.append(f"last({path},{item},{windows.slots[item][-1]}).")
            self.lines.append("".join(parts))
        for group, times in sorted(moments.items()):
            self.lines.append("".join(self.moments(path, group, sorted(times))))

    def moments(self, path: int, group: int, times: list[int]) -> Iterable[str]:
        before = None
        for moment in times:
            yield f"ask({path},{group},{moment})."
            if before is not None:
                yield f"early({path},{group},{moment},{before})."
            for item in self.suppliers[group]:
                time = self.question.windows[path].until(item, moment)
                if time is not None and (before is None or time > before):
                    yield f"issued({path},{group},{moment},{item},{time})."
            before = moment

    def prices(self, position: int) -> None:
        question = self.question
        if position not in question.least and position not in question.limits:
            return
        priority, scale = question.priority(position), question.scales[position]
        if scale.over_path:
            if position in question.least:
                self.levels(position, priority)
            return
        if position in question.limits:
            self.lines.append(f"limit({priority},{question.limits[position]}).")
        sharing = {item for one in scale.shared for item in one}
        costs = {item: int(scale.costs[item]) for item in self.items}
        parts = [f"charge({priority},{item},{cost})." for item, cost in costs.items() if cost and item not in sharing]
        for number, one in enumerate(scale.shared):
            parts += [f"share({priority},{number},{item},{costs[item]})." for item in one if costs.get(item)]
        parts += [f"fee({priority},{material},{cost})." for material, cost in sorted(scale.handed.items()) if cost]
        self.lines.append("".join(parts))

    def levels(self, path: int, priority: int) -> None:
        windows = self.question.windows[path]
        ends = sorted({time for item in self.items for time in windows.slots[item] if time > windows.floor})
        before = windows.floor
        for end in ends:
            parts = [f"level({priority},{path},{before},{end - before})."]
            for item in self.items:
                time = windows.until(item, before)
                if time is None:
                    parts.append(f"beyond({path},{before},{item}).")
                elif time < windows.slots[item][-1]:
                    parts.append(f"within({path},{before},{item},{time}).")
            self.lines.append("".join(parts))
            before = end
