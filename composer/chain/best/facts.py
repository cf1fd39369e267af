"""Writes a question down as facts for choose.lp."""

from collections.abc import Iterable

from composer.chain.best.question import Question

GOALS = 1_000_000
"""Goals are levels above this one; below it are those that settle ties."""


def priority(question: Question, place: int) -> int:
    """The level of a goal in choose.lp."""
    return GOALS + len(question.scales) - place


def facts(question: Question) -> str:
    """The facts, one line for each item, group or moment; the same question gives the same text."""
    writer = _Writer(question)
    writer.items()
    writer.groups()
    if question.windows:
        writer.add(["timed."])
    for path in sorted(question.windows):
        writer.times(path)
    for place in sorted({*question.least, *question.limits}):
        writer.prices(place)
    if question.settle:
        writer.tastes()
    return "\n".join(writer.lines)


class _Writer:
    def __init__(self, question: Question) -> None:
        self.question = question
        self.shape = question.shape
        self.lines: list[str] = []

    def add(self, parts: Iterable[str]) -> None:
        self.lines.append("".join(parts))

    def items(self) -> None:
        shape = self.shape
        for item in shape.items:
            parts = [f"item({item})."]
            parts += [f"need({item},{group})." for group in shape.needs[item]]
            parts += [f"owe({item},{group})." for group in shape.owes[item]]
            self.add(parts)
        self.add(f"must({item})." for item in sorted(shape.must))
        self.add(f"rival({a},{b})." for a, b in shape.rivals)
        self.add(f"handed({material})." for material in sorted(shape.handed_always))

    def groups(self) -> None:
        shape = self.shape
        self.add(f"want({group})." for group in shape.wanted)
        for group, suppliers in shape.suppliers.items():
            parts = [f"issue({item},{group})." for item in suppliers]
            parts += [f"hand({material},{group})." for material in shape.handed[group]]
            self.add(parts)

    def times(self, path: int) -> None:
        windows = self.question.windows[path]
        costs = self.question.scales[path].costs
        moments: dict[int, set[int]] = {}
        for item in self.shape.items:
            parts = []
            for time in windows.slots[item]:
                begin = time - int(costs[item])
                parts.append(f"slot({path},{item},{time},{begin}).")
                for group in self.shape.needs[item]:
                    moments.setdefault(group, set()).add(begin)
            parts.append(f"last({path},{item},{windows.slots[item][-1]}).")
            self.add(parts)
        for group, times in sorted(moments.items()):
            self.add(self.moments(path, group, sorted(times)))

    def moments(self, path: int, group: int, times: list[int]) -> Iterable[str]:
        before = None
        for moment in times:
            yield f"ask({path},{group},{moment})."
            if before is not None:
                yield f"early({path},{group},{moment},{before})."
            for item in self.shape.suppliers[group]:
                time = self.question.windows[path].until(item, moment)
                if time is not None and (before is None or time > before):
                    yield f"issued({path},{group},{moment},{item},{time})."
            before = moment

    def prices(self, place: int) -> None:
        question = self.question
        level, scale = priority(question, place), question.scales[place]
        if place in question.least:
            self.add([f"least({level})."])
        if scale.over_path:
            self.ends(place, level)
            return
        if place in question.limits:
            self.add([f"limit({level},{question.limits[place]})."])
        sharing = {item for one in scale.shared for item in one}
        costs = {item: int(scale.costs[item]) for item in self.shape.items}
        self.add(f"charge({level},{item},{cost})." for item, cost in costs.items() if cost and item not in sharing)
        for number, one in enumerate(scale.shared):
            self.add(f"share({level},{number},{item},{costs[item]})." for item in sorted(one) if costs.get(item))
        self.add(f"fee({level},{material},{cost})." for material, cost in sorted(scale.handed.items()) if cost)

    def ends(self, path: int, level: int) -> None:
        windows = self.question.windows[path]
        items = self.shape.items
        ends = sorted({time for item in items for time in windows.slots[item] if time > windows.floor})
        before = windows.floor
        for end in ends:
            parts = [f"level({level},{path},{before},{end - before})."]
            for item in items:
                time = windows.until(item, before)
                if time is None:
                    parts.append(f"beyond({path},{before},{item}).")
                elif time < windows.slots[item][-1]:
                    parts.append(f"within({path},{before},{item},{time}).")
            self.add(parts)
            before = end

    def tastes(self) -> None:
        """What is preferred among equal plans."""
        free = [item for item in self.shape.items if item not in self.shape.must]
        materials = self.shape.materials
        level = len(free) + len(materials)
        for name, preferred in (("rank", free), ("taste", materials)):
            self.add(f"{name}({one},{level - place})." for place, one in enumerate(preferred))
            level -= len(preferred)
