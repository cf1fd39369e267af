"""Who signs or seals a document, as brackets say it (监护人签字): somebody else's signature makes it theirs."""

import re

_VERB = r"(?:签字|签名|签章|签署|盖章|盖公章|盖印|按手印|捺印|捺手印|按指印)"
_LEAD = r"(?:必须|需要|应当|均|并|且|[须需应由经请要与和及、])*(?:加)?"
_AFTER = r"(?:确认|同意|有效|生效|属实)?"
_SIGNED = re.compile(
    rf"{_LEAD}(?P<who>[^,;:]{{0,20}}?)(?:共同|亲笔|本人|手写|逐页|当场|分别)*{_VERB}(?:[、和及或/并]*(?:加)?{_VERB})*"
    rf"(?:[、和及或/并]*(?:加盖|盖)(?:公|印|红)?章)?{_AFTER}[、,;]?"
)
_SEALED = re.compile(
    rf"{_LEAD}(?:加盖|盖有?)(?P<who>[^,;]{{0,20}}?)(?:的)?(?:公章|印章|专用章|红章|签章|章戳|章)(?:确认)?[、,;]?"
)
_OWN = re.compile(
    r"^(?:本人|自己|双方|个人|(?:本|所在|该|贵|各)?(?:单位|公司|企业|机构)|申请单位|申办单位|申请企业|报送单位|填报单位|企业法人|法人"
    r"|.*(?:件|页|处|栏|照片?)|.{0,4}(?:骑缝|行政|单位|公司|企业|财务|合同|发票))?(?:的)?$"
)
"""Seals of who hands it in say nothing, nor does a signature of nobody else."""


def signs(content: str) -> bool:
    """Whether `content` says nothing but who signs or seals."""
    return bool(content) and not _rest(content)[1]


def signer(content: str) -> str | None:
    """Of what `signs` holds for, the words for those who sign besides, or instead of, who hands it in; None if none."""
    return "、".join(_rest(content)[0]) or None


def _rest(content: str) -> tuple[list[str], str]:
    """Who signs, and what is left of `content` that says something else."""
    found: list[str] = []
    while content:
        sealed = _SEALED.match(content)
        match = sealed or _SIGNED.match(content)
        if not match or not match.end():
            return found, content
        who = match["who"]
        own = _OWN.match(who) or (who.startswith("申请") and "签" not in match[0])
        if not own or (who == "法人" and not sealed):
            found.append(who)
        content = content[match.end() :]
    return found, ""
