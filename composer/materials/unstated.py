"""Which documents a demand asks for that declares none: what its name says, where the catalogue knows all of it."""

from collections.abc import Iterable
from dataclasses import dataclass

from composer.materials.names.canon import canonical
from composer.materials.names.lexicon import Lexicon
from composer.materials.names.parse import parse
from composer.materials.names.parsed import Document, ParsedName
from composer.nearest import nearest_few
from composer.wording import shortened

_STATE = "请写 material"
_HINTS = 3
"""So many kinds are named that a wording comes near to."""


@dataclass(frozen=True, slots=True)
class Unread:
    """Why nobody can tell from the name alone, and the way out."""

    reason: str
    suggestion: str


def refs_of(name: str, lexicon: Lexicon) -> tuple[str, ...] | Unread:
    """The `kind@holder` of the one document that `name` asks for, or of each of which any one will do."""
    parsed = parse(name, lexicon)
    said = f"“{shortened(name)}”没有写 material，"
    if not parsed.documents or any(one.catch_all for one in parsed.documents):
        why = "、".join(flag.value for flag in parsed.flags) or "读不出名称"
        return Unread(f"{said}看不出要哪种材料（{why}）", f"{_STATE}，或把要的材料写清楚")
    if len(parsed.groups) > 1:
        return _composite(said, parsed, lexicon)
    faults = (_fault(said, one, lexicon) for one in parsed.documents)
    fault = next((one for one in faults if one), None)
    return fault or tuple(dict.fromkeys(ref_of(one, lexicon) for one in parsed.documents))


def ref_of(document: Document, lexicon: Lexicon) -> str:
    """The `kind@holder` that a document of a known kind would be declared as; a holder who is not known is left out."""
    return f"{document.kind}@{document.holder}" if document.holder in lexicon.names else f"{document.kind}"


def _fault(said: str, document: Document, lexicon: Lexicon) -> Unread | None:
    if document.kind is None:
        reason = f"{said}读出来是“{shortened(document.wording)}”，目录里没有这种材料"
        register = f"{_STATE}，或在 catalogue/materials 里登记这种材料，或给已有的一种加别名"
        return Unread(reason, register + _near(document.wording, lexicon))
    named = f"{document.name}（{document.kind}）"
    if document.generic:
        return Unread(f"{said}读出来是{named}，名称笼统，只有事项自己知道是哪一件", f"{_STATE}，或把名称写全")
    if document.holder is not None and document.holder not in lexicon.names:
        whose = f"读出来是“{shortened(document.holder)}”的{named}，目录里没有这个持有人"
        return Unread(said + whose, f"{_STATE}，或在 catalogue/holders.yaml 里登记这个持有人")
    return None


def _composite(said: str, parsed: ParsedName, lexicon: Lexicon) -> Unread:
    parts = ["或者".join(_called(one, lexicon) for one in group) for group in parsed.groups]
    refs = [" 或 ".join(_written(one, lexicon) for one in group) for group in parsed.groups]
    reason = f"{said}一行有 {len(parts)} 样：{'、'.join(parts)}"
    return Unread(reason, f"请拆成 {len(parts)} 条，name 照抄，material 各写一样：{'、'.join(refs)}")


def _called(document: Document, lexicon: Lexicon) -> str:
    whose = f"{lexicon.called(document.holder)}的" if document.holder else ""
    return f"{whose}{document.name or shortened(document.wording)}"


def _written(document: Document, lexicon: Lexicon) -> str:
    return ref_of(document, lexicon) if document.kind else f"{shortened(document.wording)}（目录里没有，要先登记）"


def _near(wording: str, lexicon: Lexicon) -> str:
    kinds = _kinds(nearest_few(canonical(wording), lexicon.kinds, _HINTS), lexicon)
    return f"；相近的有{'、'.join(kinds)}" if kinds else ""


def _kinds(wordings: Iterable[str], lexicon: Lexicon) -> list[str]:
    found = dict.fromkeys(lexicon.kinds[one].id for one in wordings)
    return [f"{lexicon.by_id[one].name}（{one}）" for one in found]
