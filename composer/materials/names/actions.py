"""What a form is for (变更, 延续, 注销): it is one, said before the word for the form or in brackets after it."""

import re

from composer.materials.names.canon import canonical
from composer.materials.names.kinds import Read
from composer.materials.names.lexicon import Lexicon

_FORM = re.compile(r"申请书$|(?:登记|备案|审批|申报|申领|审核|报名|核定)表$")
_ACTION = (
    "设立|新设|开业|变更|延续|注销|撤销|终止|补办|补发|补领|换发|换领|换证|首次|新办|核发|停业|歇业|复业|恢复|年检|年审"
    "|复审|复查|续期|续展|延期|迁移|转让|增项|备案|转出|转入|迁出|迁入|停发|续发"
)
_DONE = re.compile(rf"(?P<action>{_ACTION})$")


def with_action(read: Read, said: str | None, lexicon: Lexicon) -> tuple[Read, str | None]:
    """A form and what sets it apart, where `said` stood in brackets after it.

    申请书（延续） and 延续申请书 are the kind of the whole wording, if one is known, else the form with 延续 apart.
    """
    form = _FORM.search(read.wording)
    if form is None or not (said is None or form[0] == "申请书" or _DONE.fullmatch(said)):
        return read, said
    if said:
        said = said.removesuffix("申请") or said
        whole = canonical(f"{read.wording[: form.start()]}{said}{form[0]}")
        kind = lexicon.kinds.get(whole)
        if kind:
            return read._replace(wording=canonical(kind.name), kind=kind), None
        if read.kind:
            return read, said
        read = read._replace(wording=whole)
    if read.kind:
        return read, None
    stem = read.wording.removesuffix(form[0])
    done = _DONE.search(stem)
    kind = lexicon.kinds.get(f"{stem[: done.start()]}{form[0]}") if done else None
    if done is None or kind is None:
        return read, None
    return read._replace(wording=canonical(kind.name), kind=kind), done["action"]
