"""Loops (互为前置) in the data that their page shows."""

from dataclasses import dataclass

from composer.model.theme import Library
from composer.why.loop_words import demand_facts, demand_text, waiver_text
from composer.why.loops import Demanded, Loop
from web.why_views import Cited, cited


@dataclass(frozen=True)
class Waiting:
    """An item of a loop, and the department that handles it."""

    name: str
    department: str


@dataclass(frozen=True)
class DemandView:
    """What one item demands of another: the sentence, its conditions and law, and where it is stated."""

    text: str
    facts: tuple[str, ...]
    cited: Cited
    certain: bool


@dataclass(frozen=True)
class Use:
    """A theme that lists an item of the loop."""

    id: str
    name: str


@dataclass(frozen=True)
class LoopView:
    """A loop. `waivers`: each way to open it, as what is then no longer asked with the number of the demand, from 1.

    `least`: no way asks for less; `complete`: there is no other that asks for as little.
    """

    items: tuple[Waiting, ...]
    demands: tuple[DemandView, ...]
    waivers: tuple[tuple[tuple[int, str], ...], ...]
    least: bool
    complete: bool
    themes: tuple[Use, ...]


def loop_view(loop: Loop, library: Library) -> LoopView:
    """The loop with the words that an official reads."""
    catalogue = library.catalogue
    names = dict(zip(loop.items, loop.names, strict=True))
    return LoopView(
        items=tuple(
            Waiting(names[name], catalogue.departments[catalogue.items[name].department].name) for name in loop.items
        ),
        demands=tuple(_demand(one, names, library) for one in loop.demands),
        waivers=tuple(
            tuple((number + 1, waiver_text(loop.demands[number], names)) for number in waived)
            for waived in loop.waivers
        ),
        least=loop.least,
        complete=loop.complete,
        themes=tuple(
            Use(theme.id, theme.name)
            for theme in sorted(library.themes.values(), key=lambda one: one.id)
            if {candidate.item for candidate in theme.items} & names.keys()
        ),
    )


def _demand(one: Demanded, names: dict[str, str], library: Library) -> DemandView:
    return DemandView(
        text=demand_text(one, names),
        facts=demand_facts(one),
        cited=cited(one.source, library.catalogue),
        certain=one.certain is not False,
    )
