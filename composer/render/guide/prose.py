"""The prose of a theme (Markdown without HTML and images), as HTML and as plain blocks for other typesetters."""

from collections.abc import Iterator
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

from composer.model.base import Model

_HEADINGS_START_AT = 3
"""Prose stands under a section of the guide, so that its first level is the guide's third."""


class Run(Model):
    """A stretch of text in one face."""

    text: str
    strong: bool = False
    emphasis: bool = False


class Block(Model):
    """A heading, a paragraph, or an entry of a list (`marker` is "•" or "1." there, and `depth` counts from 1)."""

    kind: str
    runs: tuple[Run, ...]
    marker: str = ""
    depth: int = 0


def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False}).disable("image")


@lru_cache(maxsize=64)
def prose_html(markdown: str) -> str:
    """`markdown` as HTML; markup in it arrives as text, headings begin below those of the guide."""
    parser = _parser()
    tokens = parser.parse(markdown)
    for token in tokens:
        if token.type in ("heading_open", "heading_close"):
            token.tag = f"h{min(6, int(token.tag[1]) + _HEADINGS_START_AT - 1)}"
    return str(parser.renderer.render(tokens, parser.options, {}))


@lru_cache(maxsize=64)
def prose_blocks(markdown: str) -> tuple[Block, ...]:
    """`markdown` as headings, paragraphs and list entries, in order; code is text, links keep their words."""
    return tuple(_blocks(_parser().parse(markdown)))


def _blocks(tokens: list[Token]) -> Iterator[Block]:
    lists: list[int | None] = []
    kind, marker = "paragraph", ""
    for token in tokens:
        match token.type:
            case "bullet_list_open":
                lists.append(None)
            case "ordered_list_open":
                lists.append(int(token.attrs.get("start", 1)))
            case "bullet_list_close" | "ordered_list_close":
                lists.pop()
            case "list_item_open":
                marker = _next_marker(lists)
            case "heading_open" | "heading_close":
                kind = "heading" if token.type == "heading_open" else "paragraph"
            case "inline":
                yield Block(
                    kind="entry" if lists else kind,
                    runs=tuple(_runs(token.children or [])),
                    marker=marker,
                    depth=len(lists),
                )
                marker = ""
            case "fence" | "code_block":
                yield Block(kind="paragraph", runs=(Run(text=token.content),), depth=len(lists))


def _next_marker(lists: list[int | None]) -> str:
    number = lists[-1]
    if number is None:
        return "•"
    lists[-1] = number + 1
    return f"{number}."


def _runs(tokens: list[Token]) -> Iterator[Run]:
    strong = emphasis = 0
    for token in tokens:
        match token.type:
            case "strong_open" | "strong_close":
                strong += token.nesting
            case "em_open" | "em_close":
                emphasis += token.nesting
            case "softbreak" | "hardbreak":
                yield Run(text="\n" if token.type == "hardbreak" else " ")
            case _ if token.content:
                yield Run(text=token.content, strong=strong > 0, emphasis=emphasis > 0)
