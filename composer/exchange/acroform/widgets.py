"""Fields laid upon pages: every link `input:NAME` on them becomes the field of that name, where it stands."""

from collections import defaultdict
from collections.abc import Mapping

from pikepdf import AnnotationFlag, Array, Dictionary, FormFieldFlag, Name, Object, Page, Pdf, Stream, String

from composer.exchange.acroform.appearance import BOX, SIZE, TICK, Room, drawn
from composer.exchange.acroform.glyphs import FONT, InputFont, font_of
from composer.exchange.acroform.inputs import Input, Kind
from composer.exchange.acroform.naming import STAMP_FIELD

LINK = "input:"
"""How the address of a link begins that marks the place of an input; a box of a choice ends in # and its number."""

_OFF = Name("/Off")
_TICKS = Name("/ZaDb")


class Fields:
    """Lays `inputs` (by name) upon the pages of `pdf`; what stands in them is shown in `font`."""

    def __init__(self, pdf: Pdf, inputs: Mapping[str, Input], font: InputFont) -> None:
        self.pdf, self.inputs, self.font = pdf, inputs, font
        self.fields = Array([])
        self.boxes: dict[str, dict[int, Dictionary]] = defaultdict(dict)
        self.blank: dict[Room, Object] = {}
        ticks = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.ZapfDingbats)
        self.fonts = pdf.make_indirect(
            Dictionary({str(FONT): font_of(font, pdf), str(_TICKS): pdf.make_indirect(ticks)})
        )
        self.tick = self._form(TICK, Room(BOX, BOX))
        self.no_tick = self._form("", Room(BOX, BOX))

    def lay(self, stamp: str) -> None:
        """Turn the links into fields, in their order, and add the hidden one that carries `stamp`."""
        for page in self.pdf.pages:
            for annotation in page.obj.get("/Annots", Array([])):
                self._turn(annotation)
            page.obj.Tabs = Name.S
        self._add_stamp(stamp, self.pdf.pages[0])
        self.pdf.Root.AcroForm = self.pdf.make_indirect(
            Dictionary(Fields=self.fields, DA=String(_look(SIZE)), DR=Dictionary(Font=self.fonts))
        )
        for one in self.pdf.objects:
            if isinstance(one, Dictionary) and one.get("/S") == Name.Link and _holds_widget(one):
                one.S = Name.Form

    def _turn(self, annotation: Object) -> None:
        address = str(annotation.A.URI) if "/A" in annotation and "/URI" in annotation.A else ""
        if not address.startswith(LINK):
            return
        name, _, number = address.removeprefix(LINK).partition("#")
        wanted = self.inputs[name]
        for key in ("/A", "/Border", "/Contents"):
            if key in annotation:
                del annotation[key]
        annotation.Subtype = Name.Widget
        annotation.F = int(AnnotationFlag.print)
        if wanted.kind is Kind.ONE or wanted.kind is Kind.SEVERAL:
            self._add_box(annotation, wanted, int(number))
        else:
            self._add_line(annotation, wanted)

    def _add_line(self, widget: Object, wanted: Input) -> None:
        """A text, or a list that opens."""
        left, bottom, right, top = (float(side) for side in widget.Rect)
        room = Room(round(right - left, 2), round(top - bottom, 2))
        text = wanted.texts[0] if wanted.texts else ""
        several = wanted.kind is Kind.TEXT and wanted.halves * SIZE / 2 > room.line
        flags = FormFieldFlag.required if wanted.required else FormFieldFlag(0)
        if wanted.kind is Kind.LIST:
            widget.FT, widget.Opt = Name.Ch, Array([String(option) for option in ("", *wanted.options)])
            flags |= FormFieldFlag.ch_combo
        else:
            widget.FT = Name.Tx
            flags |= FormFieldFlag.tx_multiline if several else FormFieldFlag(0)
            if wanted.most is not None:
                widget.MaxLen = wanted.most
        self._name(widget, wanted.name, wanted.said, flags)
        widget.DA = String(_look(0 if several else SIZE))
        widget.AP = Dictionary(N=self._shown(text, room, several))
        if text:
            widget.V = String(text)
        self.fields.append(widget)

    def _add_box(self, widget: Object, wanted: Input, number: int) -> None:
        """One box of a choice: of one field where only one is ticked, else a field of its own below the choice's."""
        chosen = wanted.options[number] in wanted.texts
        several = wanted.kind is Kind.SEVERAL
        state = Name("/0" if several else f"/{number}")
        widget.AP = Dictionary(N=Dictionary({str(state): self.tick, str(_OFF): self.no_tick}))
        widget.AS = state if chosen else _OFF
        widget.MK = Dictionary(CA=String("4"))
        widget.DA = String(f"0 g {_TICKS} 0 Tf")
        choice = self._choice(wanted)
        widget.Parent = choice
        choice.Kids.append(widget)
        if several:
            widget.FT, widget.V = Name.Btn, widget.AS
            widget.Opt = Array([String(wanted.options[number])])
            self._name(widget, str(number), f"{wanted.said}　{wanted.options[number]}", FormFieldFlag(0))
        elif chosen:
            choice.V = state

    def _choice(self, wanted: Input) -> Dictionary:
        """The field above the boxes of a choice, made with the first of them."""
        made = self.boxes[wanted.name]
        if 0 not in made:
            made[0] = choice = self.pdf.make_indirect(Dictionary(Kids=Array([])))
            self._name(choice, wanted.name, wanted.said, FormFieldFlag(0))
            if wanted.kind is Kind.ONE:
                flags = FormFieldFlag.btn_radio | (FormFieldFlag.required if wanted.required else FormFieldFlag(0))
                choice.FT, choice.Ff, choice.V = Name.Btn, int(flags), _OFF
                choice.Opt = Array([String(option) for option in wanted.options])
            self.fields.append(choice)
        return made[0]

    def _add_stamp(self, stamp: str, page: Page) -> None:
        widget = Dictionary(Type=Name.Annot, Subtype=Name.Widget, FT=Name.Tx, Rect=Array([0, 0, 0, 0]), P=page.obj)
        widget.F, widget.V = int(AnnotationFlag.hidden), String(stamp)
        self._name(widget, STAMP_FIELD, "为哪一张表做的", FormFieldFlag.read_only)
        widget.DA = String(_look(SIZE))
        made = self.pdf.make_indirect(widget)
        if "/Annots" not in page.obj:
            page.obj.Annots = Array([])
        page.obj.Annots.append(made)
        self.fields.append(made)

    def _name(self, field: Object, name: str, said: str, flags: FormFieldFlag) -> None:
        field.T, field.TU = String(name), String(said)
        if flags:
            field.Ff = int(flags)

    def _shown(self, text: str, room: Room, several: bool) -> Object:
        if text:
            return self._form(drawn(text, room, self.font, several), room)
        if room not in self.blank:
            self.blank[room] = self._form(drawn("", room, self.font, several), room)
        return self.blank[room]

    def _form(self, content: str, room: Room) -> Object:
        """A form XObject with this content."""
        about = {"Type": Name.XObject, "Subtype": Name.Form, "BBox": Array([0, 0, room.width, room.height])}
        made = Stream(self.pdf, content.encode(), **about, Resources=Dictionary(Font=self.fonts))
        return self.pdf.make_indirect(made)


def _look(size: float) -> str:
    """The default appearance of a text; size 0 lets a viewer make it as small as what is typed needs."""
    return f"{FONT} {size:g} Tf 0 g"


def _holds_widget(element: Dictionary) -> bool:
    """Whether an element of the structure (ISO 32000-1, 14.7) has a field for its content."""
    kids = element.get("/K", Array([]))
    return any(
        isinstance(kid, Dictionary) and "/Obj" in kid and kid.Obj.get("/Subtype") == Name.Widget
        for kid in (kids if isinstance(kids, Array) else [kids])
    )
