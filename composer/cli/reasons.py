"""Explanations, differences and loops in the lines of a terminal."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from composer.why.loop_words import demand_facts, demand_text
from composer.why.loops import Demanded, Loop
from composer.why.model import Chain, Explanation, Step, ThingKind, Weighed


class _Words(NamedTuple):
    """How it is said that a thing is there or not, and the titles of what decided that."""

    present: str
    absent: str
    let_in: str
    kept_out: str


_IN_PACKAGE = _Words("在套餐里", "不在套餐里", "由回答决定", "为什么不在")
_PRESENT = {ThingKind.POLICY: _Words("采用", "没有采用", "为什么采用", "为什么没有采用")}


def explanation_text(explanation: Explanation) -> str:
    """Why a thing is there, or not: every chain from what is wanted down to it, what was not taken, what decides."""
    return "\n".join(_explanation(explanation))


def _explanation(one: Explanation) -> Iterator[str]:
    words = _PRESENT.get(one.thing.kind, _IN_PACKAGE)
    yield f"{one.thing.name}（{one.thing.kind.label} {one.thing.id}）：{words.present if one.present else words.absent}"
    yield f"  {one.summary}。"
    if one.law:
        yield f"  依据：{one.law.basis}，{_step(one.law.model_copy(update={'basis': None}))}"
    for use in one.uses:
        yield from _chain(use.chain)
        if use.supply:
            yield f"    来源：{use.supply}"
    title = words.let_in if one.present else words.kept_out
    yield from _part(title, (f"{cause.text}{_at(cause.basis, cause.place)}" for cause in one.causes))
    yield from _part(
        "它改什么",
        (f"{'✓' if change.counts else '·'} {change.text}{_at(change.place)}" for change in one.rewritings),
    )
    yield from _part("它省什么", (f"{line.label}：{line.text}" for line in one.saves))
    yield from _part("比一比", (_weighed(each) for each in one.weighed))
    yield from _part("还有别的", (f"{other.name}（{other.id}）：{other.reason}" for other in one.alternatives))
    yield from _part(
        "它决定",
        (
            f"{'✓' if effect.holds else '·'} {effect.kind} {effect.name}：{effect.when}{_at(effect.place)}"
            for effect in one.effects
        ),
    )
    yield from _part(
        "走不通", (f"“{bar.name}”（{bar.subject}）：{bar.reason}{_at(bar.place)}" for bar in one.obstacles)
    )
    yield from _part("怎样才走得通", (f"只要{way.text}" for way in one.ways))


def _part(title: str, lines: Iterable[str]) -> Iterator[str]:
    listed = list(lines)
    if listed:
        yield f"  {title}"
        yield from (f"    {line}" for line in listed)


def _chain(chain: Chain) -> Iterator[str]:
    for number, step in enumerate(chain):
        yield f"{'  ' if number == 0 else '    ← '}{_step(step)}"


def _step(step: Step) -> str:
    facts = [step.because or "", step.basis or "", *_origin(step.source, step.certain), step.place or ""]
    said = "，".join(fact for fact in facts if fact)
    return f"{step.text}（{said}）" if said else step.text


def _weighed(one: Weighed) -> str:
    return f"{one.objective}：现在 {one.chosen}，用它 {one.instead}{'（先比出高下的是这一条）' if one.decides else ''}"


def _at(*facts: str | None) -> str:
    said = "，".join(fact for fact in facts if fact)
    return f"（{said}）" if said else ""


def loops_text(loops: Iterable[Loop]) -> str:
    """Each loop with its demands and the fewest of them that would have to be waived."""
    return "\n".join(line for number, loop in enumerate(loops, 1) for line in _loop(number, loop))


def _loop(number: int, loop: Loop) -> Iterator[str]:
    names = dict(zip(loop.items, loop.names, strict=True))
    yield f"互为前置 {number}：{'、'.join(f'“{names[name]}”（{name}）' for name in loop.items)}"
    for position, one in enumerate(loop.demands, 1):
        yield f"  {position}. {_demanded(one, names)}"
    sets = "；或".join("和".join(f"第 {number + 1} 条" for number in waived) for waived in loop.waivers)
    more = "" if loop.complete else "；还有别的办法，没有列完"
    yield f"  {'最少' if loop.least else '至多'}免去 {len(loop.waivers[0])} 条就能解开：{sets}{more}"


def _demanded(one: Demanded, names: Mapping[str, str]) -> str:
    facts = [*demand_facts(one), *_origin(one.source, one.certain), one.place or ""]
    return f"{demand_text(one, names)}（{'，'.join(fact for fact in facts if fact)}）"


def _origin(source: str | None, certain: bool | None) -> list[str]:
    return [f"来源 {source}" if source else "", "未核实" if certain is False else ""]
