"""How a document is handed in (载体, 份数, 正副本, 有效期): never part of which document it is, save 正本 of 副本."""

import re
from dataclasses import dataclass

from composer.materials.names.numbers import NUMBER, number_of
from composer.materials.names.parsed import Role
from composer.materials.names.sheet import Sheet

_ONE_OF = r"(?:原件|复印件|扫描件|打印件|影像件|电子件|电子版|电子档|电子文档|纸质件|纸质版|书面件)"
_AND = r"(?:[、,和与及或/+]|以及|或者)?(?:其|相应的?)?"
_CARRIER = rf"(?:的)?{_ONE_OF}(?:{_AND}{_ONE_OF})*"
_SEALED = (
    r"(?:并|均|需|须|应|上)*(?:加盖|盖)[^,;、()]{0,12}?(?:公章|印章|红章|章)"
    r"|(?:并|需|须)?(?:签名|签字|盖章|签章|签署)+(?:确认)?"
)
_COUNT = rf"(?:各|一式|共|均)*(?<![\d.~至第-])(?:{NUMBER})(?:份|张|套|本|页|帧)|各?{NUMBER}式{NUMBER}份"
_PART = r"(?:正[、,和及与/]?副本|正本[、,和及与/]?副本|正本|副本)"
_VALIDITY = (
    rf"(?:最?近|在)?{NUMBER}?(?:个)?(?:月|年|天|日|周年?)(?:以)?内(?:的)?(?:出具|开具|拍摄|有效)?(?:的)?"
    rf"|最?近{NUMBER}(?:个)?(?:月|年|天|日|周年?)(?:以?来)?(?:的)?"
    r"|最?近(?:一|半|1)年(?:的)?|(?:在)?有效期(?:限)?内(?:的)?|最新"
)
_SIDES = r"(?:含)?正反(?:两)?面|双面|正[、,和及与/]?副页"
_LINK = r"[,、;/和及与各的]|以及|均|需|须"

_TAIL = [
    (Role.CARRIER, re.compile(rf"(?:{_AND}|的)(?:{_CARRIER})$")),
    (Role.COPIES, re.compile(rf"[,、]?(?:{_COUNT})$")),
    (Role.PART, re.compile(rf"(?:的)?{_PART}$")),
    (Role.NOTE, re.compile(rf"(?:{_SIDES})$")),
    (Role.VALIDITY, re.compile(rf"(?:{_VALIDITY})$")),
]
_WHOLE = [
    (Role.VALIDITY, re.compile(rf"(?:{_VALIDITY}|有效(?![期性])的?)")),
    (Role.CARRIER, re.compile(rf"{_CARRIER}|(?:纸质|电子)(?:文件|文档|材料|稿|证照)?")),
    (Role.COPIES, re.compile(rf"(?:{_COUNT})")),
    (Role.PART, re.compile(_PART)),
    (Role.NOTE, re.compile(rf"(?:{_SIDES}|{_SEALED})")),
    (Role.MARK, re.compile(rf"(?:{_LINK})")),
]
_HEAD = [
    (Role.VALIDITY, re.compile(rf"(?:{_VALIDITY})")),
    (Role.COPIES, re.compile(rf"(?:{NUMBER})(?:份|张|套)(?!证)")),
]
_ELECTRONIC = re.compile(r"电子证照$|(?<=[证照])电子证$")


@dataclass(slots=True)
class Handing:
    """How the documents of a name are handed in, as far as it says so."""

    carrier: str = ""
    copies: int | None = None
    part: str | None = None
    validity: str | None = None
    notes: tuple[str, ...] = ()

    def copy(self) -> "Handing":
        """Another with the same, to be added to for one document."""
        return Handing(self.carrier, self.copies, self.part, self.validity, self.notes)

    def note(self, role: Role, text: str) -> None:
        """Take in one piece of text that was read as `role`."""
        if role is Role.CARRIER:
            self.carrier = _carrier(self.carrier + text)
        elif role is Role.COPIES:
            self.copies = _copies(text)
        elif role is Role.PART:
            self.part = _part(text, self.part)
        elif role is Role.VALIDITY:
            self.validity = text.strip("的")
        elif role is Role.NOTE:
            self.notes += (text,)


def read_ends(sheet: Sheet, handing: Handing, *, of_all: bool = False) -> None:
    """Take from the end, and from the head, of what is left all that says how it is handed in.

    `of_all`: only what may be said of several documents at once, which 正本 and 副本 never are.
    """
    found = True
    while found and sheet.text:
        found = False
        for role, pattern in _TAIL:
            if of_all and role is Role.PART:
                continue
            match = pattern.search(sheet.text)
            if match and match.start() > 0 and not sheet.is_guarded(match.start()):
                handing.note(role, sheet.take_match(match, role))
                found = True
    match = _ELECTRONIC.search(sheet.text)
    if match and match.start() > 0:
        handing.note(Role.CARRIER, "电子件")
        sheet.take_match(match, Role.CARRIER)
    for role, pattern in _HEAD:
        head = pattern.match(sheet.text)
        if head and head.end() < len(sheet.text):
            handing.note(role, sheet.take_match(head, role))


def says_only_how(text: str) -> list[tuple[Role, str]] | None:
    """`text` as pieces that say how a document is handed in; None where it says anything else."""
    pieces: list[tuple[Role, str]] = []
    at = 0
    while at < len(text):
        for role, pattern in _WHOLE:
            match = pattern.match(text, at)
            if match and match.end() > at:
                pieces.append((role, match[0]))
                at = match.end()
                break
        else:
            return None
    return pieces if any(role is not Role.MARK for role, _ in pieces) else None


def _carrier(text: str) -> str:
    words = [word for word in ("原件", "复印件") if word in text or (word == "复印件" and "打印件" in text)]
    if any(word in text for word in ("电子", "扫描", "影像")):
        words.append("电子件")
    if any(word in text for word in ("纸质", "书面")):
        words.append("纸质件")
    joint = "或" if "或" in text else "和"
    return joint.join(words)


def _copies(text: str) -> int | None:
    numbers = re.findall(NUMBER, text)
    return number_of(numbers[-1]) if numbers else None


def _part(text: str, before: str | None) -> str:
    found = {word for word in ("正本", "副本") if word in text.replace("正副本", "正本副本")}
    if re.search(r"正[、,和及与/]副本", text):
        found = {"正本", "副本"}
    if before:
        found |= set(before.split("和"))
    return "和".join(sorted(found, reverse=True))
