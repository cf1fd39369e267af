"""From page to page: what the button that was pressed asks for, and which page comes next."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from composer.forms.fill import MISSING, TOO_FEW, FieldFault, Filled, fill
from composer.forms.order import parts_of
from composer.model.package import FieldGroup, MergedForm
from web.forms.written import Written, raw_of, read_fields

REVIEW = "review"
START = "start"
CONTROLS = frozenset({"page", "go", "then", "line"})
"""Fields of a page that are no data; a datum is never named so (composer.forms.naming)."""


@dataclass(frozen=True)
class Turn:
    """The page to show: the number of a part (from 1, as text) or REVIEW, with what is written and what it comes to.

    `faults` are those to show; `stopped`: the page before it stays because of them, and `onward` is the button that
    leads on all the same. `then`: where the visitor goes after it, REVIEW or nothing. `said`: what was just done.
    """

    page: str
    so_far: Written
    filled: Filled
    faults: tuple[FieldFault, ...] = ()
    stopped: bool = False
    onward: str = ""
    then: str = ""
    said: str = ""


def pages_of(form: MergedForm) -> tuple[str, ...]:
    """The pages of a table, in order."""
    return (*(str(number) for number in range(1, len(parts_of(form)) + 1)), REVIEW)


def groups_on(form: MergedForm, page: str) -> tuple[FieldGroup, ...]:
    """The groups that a page asks; the review asks none."""
    return parts_of(form)[int(page) - 1][1] if page.isdigit() else ()


def is_wrong(fault: FieldFault) -> bool:
    """Whether something wrong was written: what is still missing waits for the review."""
    return fault.code not in (MISSING, TOO_FEW)


def turn(form: MergedForm, fields: list[tuple[str, str]], today: date) -> Turn:
    """The page that follows on what a page sent. What is wrong on that page keeps it, once; what is missing does not.

    Buttons say `next`, `back`, `to:PAGE`, `mend:PAGE` (and then to the review), `past:PAGE` (with all that is wrong),
    `add:GROUP` or `remove:GROUP:LINE`.
    """
    controls = {name: text for name, text in fields if name in CONTROLS}
    so_far = read_fields(form, fields)
    pages = pages_of(form)
    page = controls.get("page", "")
    page = page if page in pages else ""
    act, _, target = controls.get("go", "next").partition(":")
    then = REVIEW if controls.get("then") == REVIEW else ""
    if act in ("add", "remove") and page:
        return _lines_changed(form, so_far, page, act, target, then, today)
    if act == "mend":
        then = REVIEW
    onward = _onward(pages, page, act, target, then)
    filled = fill(form, raw_of(form, so_far), today)
    if act in ("next", "to") and (wrong := faults_on(form, page, filled)):
        return Turn(page, so_far, filled, wrong, stopped=True, onward=f"past:{onward}", then=then)
    if act != "mend" and onward != page:
        then = ""
    return Turn(onward, so_far, filled, filled.faults if onward == REVIEW else (), then=then)


def faults_on(form: MergedForm, page: str, filled: Filled) -> tuple[FieldFault, ...]:
    """What is wrong on one page."""
    here = {group.id for group in groups_on(form, page)}
    return tuple(one for one in filled.faults if is_wrong(one) and one.row.partition(".")[0] in here)


def _onward(pages: tuple[str, ...], page: str, act: str, target: str, then: str) -> str:
    at = pages.index(page) if page else -1
    if act in ("to", "mend", "past") and target in pages:
        return target
    if act == "back":
        return pages[max(at - 1, 0)]
    return then or pages[min(at + 1, len(pages) - 1)]


def _lines_changed(form: MergedForm, so_far: Written, page: str, act: str, target: str, then: str, today: date) -> Turn:
    """The same page with a line more or less."""
    name, _, number = target.partition(":")
    groups: Mapping[str, FieldGroup] = {group.id: group for group in groups_on(form, page) if group.repeats}
    group = groups.get(name)
    said = ""
    if group is not None and act == "add":
        more = so_far.with_line(group)
        said = "加了一条" if more is not so_far else f"最多 {group.max_rows} 条，不能再加了"
        so_far = more
    elif group is not None and number.isascii() and number.isdigit() and len(number) < 6 and int(number):
        so_far, said = so_far.without_line(group, int(number)), f"删去了{group.name}第 {int(number)} 条"
    return Turn(page, so_far, fill(form, raw_of(form, so_far), today), then=then, said=said)
