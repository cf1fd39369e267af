"""Laws of the flowchart's geometry, over shipped themes and invented packages."""

from collections import defaultdict
from collections.abc import Callable
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from composer.model.package import ThemePackage
from composer.model.theme import Catalogue
from composer.render.drawing.box import Box
from composer.render.drawing.text import width
from composer.render.swimlane.content import chart_of
from composer.render.swimlane.place import PlacedEdge, Sheet, place

Drawable = tuple[ThemePackage, Catalogue]
Piece = tuple[float, float, float, float]
"""A straight piece of an edge: left, top, right, bottom."""

SIZES = (1, 2, 5, 9, 15, 25, 40)


@pytest.fixture(scope="session")
def sheets(themed: list[Drawable], invented: Callable[..., Drawable]) -> list[Sheet]:
    drawables = themed + [invented(size, size * 7 + turn, turn > 1) for size in SIZES for turn in range(4)]
    return [place(chart_of(*one)) for one in drawables]


def pieces(edge: PlacedEdge) -> list[Piece]:
    return [
        (min(x, next_x), min(y, next_y), max(x, next_x), max(y, next_y))
        for (x, y), (next_x, next_y) in pairwise(edge.points)
    ]


def apart(one: Box, other: Box) -> bool:
    return (
        one.right <= other.x or other.right <= one.x or one.bottom <= other.y or other.bottom <= one.y
    )  # fmt: skip


def crosses(piece: Piece, box: Box) -> bool:
    """Whether the piece passes the inside of the box; touching its border is no crossing."""
    left, top, right, bottom = piece
    return left < box.right and right > box.x and top < box.bottom and bottom > box.y


def overlay(one: Piece, other: Piece) -> bool:
    """Whether two pieces lie on one another for a length."""
    left, top = max(one[0], other[0]), max(one[1], other[1])
    right, bottom = min(one[2], other[2]), min(one[3], other[3])
    return left <= right and top <= bottom and (right - left) + (bottom - top) > 0


def test_cards_do_not_overlap(sheets: list[Sheet]) -> None:
    for sheet in sheets:
        assert all(apart(one.box, other.box) for one, other in combinations(sheet.cards, 2))


def test_everything_is_on_the_sheet(sheets: list[Sheet]) -> None:
    for sheet in sheets:
        boxes = [card.box for card in sheet.cards] + [*sheet.bands, *sheet.lanes]
        assert all(box.x >= 0 and box.right <= sheet.width and box.bottom <= sheet.height for box in boxes)


def test_words_stay_inside_their_card(sheets: list[Sheet]) -> None:
    for card in (card for sheet in sheets for card in sheet.cards):
        for words in card.shape.words:
            look = words.type.value
            assert all(words.x + width(line, look.size, look.bold) <= card.box.width for line in words.lines)
            assert words.y >= look.size * 0.8
            assert words.y + look.leading * (len(words.lines) - 1) + look.size * 0.3 <= card.box.height


def test_words_and_marks_of_a_card_do_not_overlap(sheets: list[Sheet]) -> None:
    for card in (card for sheet in sheets for card in sheet.cards):
        boxes = [Box(sign.x, sign.y, 16, 16) for sign in card.shape.signs]
        for words in card.shape.words:
            look = words.type.value
            wide = max(width(line, look.size, look.bold) for line in words.lines)
            high = look.size + look.leading * (len(words.lines) - 1)
            boxes.append(Box(words.x, words.y - look.size * 0.85, wide, high))
        assert all(apart(one, other) for one, other in combinations(boxes, 2))


def test_edges_have_only_horizontal_and_vertical_pieces(sheets: list[Sheet]) -> None:
    for edge in (edge for sheet in sheets for edge in sheet.edges):
        assert all(x == next_x or y == next_y for (x, y), (next_x, next_y) in pairwise(edge.points))


def test_edges_join_the_borders_of_their_cards(sheets: list[Sheet]) -> None:
    for sheet in sheets:
        boxes = {card.id: card.box for card in sheet.cards}
        for placed in sheet.edges:
            for (x, y), name in ((placed.points[0], placed.edge.producer), (placed.points[-1], placed.edge.consumer)):
                box = boxes[name]
                on_side = x in (box.x, box.right) and box.y <= y <= box.bottom
                assert on_side or (y in (box.y, box.bottom) and box.x <= x <= box.right)


def test_edges_avoid_cards(sheets: list[Sheet]) -> None:
    for sheet in sheets:
        for edge in sheet.edges:
            assert not any(crosses(piece, card.box) for piece in pieces(edge) for card in sheet.cards)


def test_edges_of_different_items_do_not_lie_on_one_another(sheets: list[Sheet]) -> None:
    for sheet in sheets:
        nets: dict[str, list[Piece]] = defaultdict(list)
        for edge in sheet.edges:
            nets[edge.edge.producer] += pieces(edge)
        for one, other in combinations(nets.values(), 2):
            assert not any(overlay(piece, second) for piece in one for second in other)


def test_labels_lie_on_no_card_no_line_and_no_other_label(sheets: list[Sheet]) -> None:
    for sheet in sheets:
        boxes = [Box(label.x, label.y - 9, width(label.text, 10.5), 11) for label in sheet.labels]
        assert all(apart(box, card.box) for box in boxes for card in sheet.cards)
        assert all(apart(one, other) for one, other in combinations(boxes, 2))
        for edge in sheet.edges:
            assert not any(crosses(piece, box) for piece in pieces(edge) for box in boxes)


def test_every_edge_is_drawn_once(themed: list[Drawable]) -> None:
    for package, catalogue in themed:
        drawn = [(one.edge.producer, one.edge.consumer) for one in place(chart_of(package, catalogue)).edges]
        wanted = [(before, planned.item.id) for planned in package.items for before in planned.requires]
        assert drawn == wanted


def test_the_applicants_lane_comes_first_then_departments_as_they_appear(themed: list[Drawable]) -> None:
    for package, catalogue in themed:
        sheet = place(chart_of(package, catalogue))
        xs = [lane.x for lane in sheet.lanes]
        assert xs == sorted(set(xs))
        boxes = {card.id: card.box for card in sheet.cards if card.id}
        departments = list(dict.fromkeys(planned.item.department for planned in package.items))
        for planned in package.items:
            lane = sheet.lanes[1 + departments.index(planned.item.department)]
            assert lane.x <= boxes[planned.item.id].x < lane.right


@settings(max_examples=25, deadline=None)
@given(size=st.integers(1, 40), seed=st.integers(0, 10_000))
def test_any_package_finds_a_place_with_edges_beside_cards(
    invented: Callable[..., Drawable], size: int, seed: int
) -> None:
    sheet = place(chart_of(*invented(size, seed)))
    assert len([card for card in sheet.cards if card.id]) == size
    for edge in sheet.edges:
        assert not any(crosses(piece, card.box) for piece in pieces(edge) for card in sheet.cards)
