"""The controls of a document as people see them: what was deleted is gone, what was inserted counts."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from composer.exchange.controls.names import Names, Place, is_whole
from composer.exchange.controls.parts import Node, W

_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_UNSEEN = frozenset(
    {f"{W}{name}" for name in ("del", "moveFrom", "instrText", "delText", "rPr", "sdtPr", "sdtEndPr", "rt", "tblPr")}
    | {f"{_MC}Fallback"}
)
"""What a reader of the page does not see: deleted or moved away, field codes, phonetic guides, second versions."""
_WITHOUT_CONTROLS = frozenset(f"{W}{name}" for name in ("t", "pPr", "trPr", "tcPr", "tblGrid", "sectPr"))
_ROW, _CELL = f"{W}tr", f"{W}tc"
_SIGNS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
_TICKED, _EMPTY = frozenset("☑☒✓✔√■●☻▣◉"), frozenset("☐□○◯▢")


@dataclass(frozen=True)
class Control:
    """A control that takes a datum: its text, the heading it stands under, and for a box its option and its tick."""

    place: Place
    text: str
    heading: str
    option: str | None = None
    ticked: bool = False


class ControlReader:
    """Finds the controls of a document whose places `names` knows; `headings` are ids of styles."""

    def __init__(self, names: Names, headings: frozenset[str]) -> None:
        self._names, self._headings = names, headings
        self._heading = ""
        self._bookmark: Place | None = None

    def controls(self, node: Node) -> Iterator[Control]:
        """The controls in `node`, in the order of the page."""
        for child in node:
            if child.tag in _UNSEEN or child.tag in _WITHOUT_CONTROLS or _is_deleted(child):
                continue
            if child.tag == f"{W}bookmarkStart":
                self._bookmark = self._names.of_bookmark(child.get(f"{W}name", "")) or self._bookmark
            elif child.tag == f"{W}bookmarkEnd":
                self._bookmark = None
            elif child.tag == f"{W}sdt":
                yield from self._of_control(child)
            else:
                if child.tag == f"{W}p":
                    self._paragraph(child)
                yield from self.controls(child)

    def _paragraph(self, paragraph: Node) -> None:
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        if style is not None and style.get(f"{W}val") in self._headings:
            self._heading = _text(paragraph).strip() or self._heading

    def _of_control(self, control: Node) -> Iterator[Control]:
        place = self.place_of(control)
        self._bookmark = None
        content = control.find(f"{W}sdtContent")
        if content is None:
            return
        inner = [] if place is None else [found for one in content.iter(f"{W}sdt") if (found := self.place_of(one))]
        if place is not None and place.datum not in {one.datum for one in inner}:
            yield self._read(control, content, place)
        yield from self.controls(content)

    def place_of(self, control: Node) -> Place | None:
        """The place of a control, by whichever of its names a program has left."""
        tag = control.find(f"{W}sdtPr/{W}tag")
        place = self._names.of_tag(tag.get(f"{W}val", "")) if tag is not None else None
        return place or self._of_bookmarks(control) or self._of_block(control)

    def _of_bookmarks(self, control: Node) -> Place | None:
        """By the bookmark that starts just before the control, or in it, where LibreOffice puts it."""
        content = control.find(f"{W}sdtContent")
        starts = [] if content is None else content.iterfind(f".//{W}bookmarkStart")
        within = (self._names.of_bookmark(start.get(f"{W}name", "")) for start in starts)
        return self._bookmark or next((place for place in within if place), None)

    def _of_block(self, control: Node) -> Place | None:
        block = control.find(f"{W}sdtPr/{W}placeholder/{W}docPart")
        return None if block is None else self._names.of_block(block.get(f"{W}val", ""))

    def _read(self, control: Node, content: Node, place: Place) -> Control:
        box = control.find(f"{W}sdtPr/{_W14}checkbox")
        text = _text(content, self).strip("\n")
        if box is None:
            return Control(place, text, self._heading)
        checked = box.find(f"{_W14}checked")
        ticked = checked is not None and checked.get(f"{_W14}val") in ("1", "true", "on")
        signs = frozenset(text)
        if signs & (_TICKED | _EMPTY):
            ticked = bool(signs & _TICKED)
        alias = control.find(f"{W}sdtPr/{W}alias")
        title = "" if alias is None else alias.get(f"{W}val", "")
        option = title if is_whole(title) else _behind(control)
        return Control(place, text, self._heading, option, ticked)


def _text(nodes: Iterable[Node], reader: ControlReader | None = None) -> str:
    """What people see of `nodes`, without the controls in it that `reader` knows; paragraphs are lines."""
    pieces: list[str] = []
    for child in nodes:
        if child.tag in _UNSEEN or _is_deleted(child):
            continue
        if child.tag == f"{W}sdt" and reader is not None and reader.place_of(child) is not None:
            continue
        if child.tag == f"{W}t":
            pieces.append(child.text or "")
        elif child.tag in _SIGNS:
            pieces.append(_SIGNS[child.tag])
        else:
            pieces.append(_text(child, reader))
            if child.tag == f"{W}p" and child.find(f"{W}pPr/{W}rPr/{W}del") is None:
                pieces.append("\n")
    return "".join(pieces)


def _is_deleted(node: Node) -> bool:
    """Whether a row or a cell of a table is marked as deleted."""
    if node.tag == _ROW:
        return node.find(f"{W}trPr/{W}del") is not None
    return node.tag == _CELL and node.find(f"{W}tcPr/{W}cellDel") is not None


def _behind(box: Node) -> str:
    """The label of a box: what stands behind it, up to the next box."""
    pieces: list[str] = []
    for node in box.itersiblings():
        if node.tag == f"{W}sdt":
            break
        pieces.append(_text([node]))
    return "".join(pieces).strip(" 　\t\n、,，;；")
