"""A made-up theme of many questions, unkind to whoever lists answers."""

from typing import Any

from composer.model.theme import Candidate, Library
from tests.examples import FACT, demand, form, item, library


def big_library(count: int = 30) -> Library:
    """A theme of twice `count` questions: `count` that switch an item or a demand each, independent of one another,
    and as many with four options of which the last leads to the next.

    All items need one licence that either of two items issues; every third can be had from two items; some exclude
    each other; fields and limits hang on pairs of questions.
    """
    plain = [{"id": f"y{number}", "options": ["yes", "no"]} for number in range(count)]
    nested = [{"id": f"n{number}", "options": ["a", "b", "c", "more"]} for number in range(count)]
    asked: list[Any] = [one["id"] for one in plain]
    asked += [
        {"question": f"n{number}", "when": {f"n{number - 1}": "more"}} if number else "n0" for number in range(count)
    ]
    items = [
        item("sole", "licence", excludes=["firm"]),
        item("firm", "licence"),
    ]
    wants: list[Any] = ["licence"]
    for number in range(count):
        when = {f"y{number}": "yes"}
        deep = {f"n{number}": ["b", "more"]}
        requires = [
            demand("licence"),
            demand(f"paper{number}", when=deep),
            demand(f"proof{number}", when={"any": [deep, {"not": {f"y{(number + 1) % count}": "yes"}}]}),
        ]
        limits = {
            "statutory": [{"text": "5个工作日", "when": deep, **FACT}, {"text": "9个工作日", **FACT}],
            "promised": [{"text": "2个工作日", **FACT}],
        }
        items.append(item(f"main{number}", f"goal{number}", requires=requires, limits=limits, form=f"form{number}"))
        if number % 3 == 0:
            items.append(item(f"first{number}", f"proof{number}"))
            items.append(item(f"second{number}", f"proof{number}", requires=[demand("licence")]))
        wants.append({"material": f"goal{number}", "when": when})
    forms = [
        form(
            f"form{number}",
            {"label": "甲", "element": f"o{number}.a"},
            {"label": "乙", "element": f"o{number}.b", "when": {f"n{number}": "c"}},
        )
        for number in range(count)
    ]
    return library(items, wants, questions=[*plain, *nested], asked=asked, forms=forms)


def layered_library(count: int = 30, **theme: Any) -> Library:
    """A chain of `count` layers: two items issue each paper and demand that of the layer before, and a question of the
    layer's own rules one of them out.
    """
    items = []
    for layer in range(count):
        rows = [demand(f"paper{layer - 1}")] if layer else []
        items.append(item(f"quick{layer}", f"paper{layer}", requires=rows))
        items.append(item(f"plain{layer}", f"paper{layer}", requires=rows))
    made = library(
        items,
        [f"paper{count - 1}"],
        questions=[{"id": f"q{layer}", "options": ["yes", "no"]} for layer in range(count)],
        **theme,
    )
    candidates = [
        Candidate.model_validate({"item": one, "when": when})
        for layer in range(count)
        for one, when in ((f"quick{layer}", {f"q{layer}": "yes"}), (f"plain{layer}", None))
    ]
    changed = made.themes["t"].model_copy(update={"items": tuple(candidates)})
    return made.model_copy(update={"themes": {"t": changed}})
