"""The PDF engine of Chromium, driven as its viewer drives it: click, type, pick, save, look."""

import io
from types import TracebackType
from typing import Self

import pypdfium2
from PIL.Image import Image
from pypdf import PdfReader
from pypdfium2 import raw

Spot = tuple[int, float, float]
"""A page from 0, and a point on it."""


def spots(data: bytes) -> dict[str, Spot]:
    """The middle of every field by its full name; of boxes of one choice the name, # and the number of the box."""
    found: dict[str, Spot] = {}
    for number, page in enumerate(PdfReader(io.BytesIO(data)).pages):
        for reference in page.get("/Annots", []):
            widget = reference.get_object()
            parent = widget["/Parent"].get_object() if "/Parent" in widget else {}
            names = [one["/T"] for one in (parent, widget) if "/T" in one]
            if "/T" not in widget:
                states = [state for state in widget["/AP"]["/N"] if state != "/Off"]
                names.append("#" + states[0].removeprefix("/"))
            left, bottom, right, top = map(float, widget["/Rect"])
            name = ".".join(names).replace(".#", "#")
            found[name] = (number, (left + right) / 2, (bottom + top) / 2)
    return found


class Viewer:
    """A PDF opened with its form."""

    def __init__(self, data: bytes) -> None:
        self.spots = spots(data)
        self.document = pypdfium2.PdfDocument(data)
        self.document.init_forms()
        self.pages = [self.document[number] for number in range(len(self.document))]

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        for page in self.pages:
            page.close()
        self.document.close()

    @property
    def form(self) -> object:
        return self.document.formenv.raw

    def click(self, name: str) -> raw.FPDF_PAGE:
        """Press and let go of the mouse on a field; returns its page."""
        number, x, y = self.spots[name]
        page = self.pages[number].raw
        raw.FORM_OnMouseMove(self.form, page, 0, x, y)
        raw.FORM_OnLButtonDown(self.form, page, 0, x, y)
        raw.FORM_OnLButtonUp(self.form, page, 0, x, y)
        return page

    def type(self, name: str, text: str) -> None:
        """Click a field and type, sign by sign, as an input method gives them."""
        page = self.click(name)
        units = memoryview(text.encode("utf-16-le")).cast("H")
        for unit in units:
            raw.FORM_OnChar(self.form, page, unit, 0)
        raw.FORM_ForceToKillFocus(self.form)

    def pick(self, name: str, number: int) -> None:
        """Pick an entry of a list that opens, from 0."""
        page = self.click(name)
        raw.FORM_SetIndexSelected(self.form, page, number, True)
        raw.FORM_ForceToKillFocus(self.form)

    def saved(self) -> bytes:
        """The file as the viewer saves it."""
        raw.FORM_ForceToKillFocus(self.form)
        kept = io.BytesIO()
        self.document.save(kept)
        return kept.getvalue()

    def picture(self, number: int, scale: float = 1.5) -> Image:
        """Page `number` from 0 as it is shown, with what stands in its fields."""
        image: Image = self.pages[number].render(scale=scale, may_draw_forms=True).to_pil()
        return image
