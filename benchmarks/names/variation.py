"""Names made from names by rule, the same for the same seed: said otherwise, mistyped, or of another document."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain
from random import Random

from opencc import OpenCC

SEED = 20261125

_NUMBERS = ("1.", "（2）", "③ ", "四、", "(十二)", "5、", "材料六：", "■")
_HANDED_IN = (
    *(
        "复印件",
        "原件",
        "原件及复印件",
        "（原件）",
        "（复印件加盖公章）",
        "（原件1份，复印件2份）",
        "复印件一式两份",
        "扫描件",
    ),
    *("电子版", "（原件及复印件各一份）", "的复印件", "原件1份", "（正反面复印件）", "（电子证照）"),
)
_STOPS = ("；", "。", "，", "、", "：", ";", ".", "；。")
_FULL = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}
_HALF = {full: code for code, full in _FULL.items()} | {ord("、"): "､", ord("。"): "｡"}
_NUMBERED = re.compile(r"^[\W\d]|^[一二三四五六七八九十]+、")
_PLAIN = re.compile(r"(?:(?![及和与或并])[一-鿿])+")
_PAIRS = (("《", "》"), ("“", "”"), ("【", "】"), ("〈", "〉"), ("『", "』"))
_TRADITIONAL = OpenCC("s2t")


def numbered(name: str, random: Random) -> str:
    """With a number of a list before it, where there is none."""
    return name if _NUMBERED.match(name) else random.choice(_NUMBERS) + name


def handed_in(name: str, random: Random) -> str:
    """With how it is handed in, and how many."""
    return name + random.choice(_HANDED_IN)


def stopped(name: str, random: Random) -> str:
    """With a mark that ends a line of a list."""
    return name + random.choice(_STOPS)


def spaced(name: str, random: Random) -> str:
    """With one or two blanks anywhere."""
    for _ in range(random.choice((1, 2))):
        at = random.randrange(len(name) + 1)
        name = name[:at] + random.choice((" ", "\u3000", "\u00a0")) + name[at:]
    return name


def framed(name: str, random: Random) -> str:
    """Between marks of a title or a quotation, where it is one plain name."""
    if not _PLAIN.fullmatch(name):
        return name
    left, right = random.choice(_PAIRS)
    return f"{left}{name}{right}"


def bracketed(name: str, random: Random) -> str:
    """With brackets of another form, where there are any."""
    form = random.choice(("()", "（）", "〔〕", "﹝﹞"))
    return re.sub("[(（]", form[0], re.sub("[)）]", form[1], name))


def widened(name: str, random: Random) -> str:
    """In the other width: all that is half wide full, or the other way round."""
    return name.translate(random.choice((_FULL, _HALF)))


def traditional(name: str, random: Random) -> str:
    """In traditional characters."""
    return _TRADITIONAL.convert(name)


SAME: Mapping[str, Callable[[str, Random], str]] = {
    "a number before it": numbered,
    "original, copy, how many": handed_in,
    "a stop after it": stopped,
    "blanks": spaced,
    "《》, quotation marks": framed,
    "brackets of another form": bracketed,
    "full or half width": widened,
    "traditional characters": traditional,
}
"""Ways to say the same otherwise. A name that a way leaves as it is says nothing and is not counted."""

HOLDERS = ("法定代表人", "股东", "经办人", "委托人", "出租方", "监护人", "配偶")


def ordered(kind: str, random: Random) -> tuple[str, list[str]]:
    """Somebody's document, and the same with holder and document in another order or linked otherwise."""
    holder = random.choice(HOLDERS)
    return f"{holder}{kind}", [f"{kind}（{holder}）", f"{holder}的{kind}", f"{holder}：{kind}", f"{kind}({holder})"]


_SOUNDS = (
    "证政正征 书输数叔 件建健见 表标 照赵找 簿薄部布 复付附负 印引因 身深申伸 份分粉 户护互 口扣"
    " 明名 帐账障 报保抱 告高稿 单担 登灯 记计纪济 许需 可课 营赢迎 业页叶 执职直 合和核 同铜"
    " 协携 议意义 申身 请清情 委伪围 托拖 授受 权全 定订 法发 代带待 人仁 居具局 民敏 生声升"
    " 产惨铲 婚昏浑 育玉 毕必 资姿自 格隔 承成乘 诺糯 税睡 卡咔 章张 程成城 设社摄 立力利"
)
_SOUND = {one: group.replace(one, "") for group in reversed(_SOUNDS.split()) for one in group}
"""Characters that one who types by sound takes for each other."""


def mistyped(name: str, random: Random, characters: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The name with one slip of each sort, after what sort it is; nothing for names of under four characters."""
    if len(name) < 4:
        return
    at = random.randrange(len(name))
    another = random.choice([one for one in characters if one != name[at]])
    yield "another character", name[:at] + another + name[at + 1 :]
    at = random.randrange(len(name))
    yield "one left out", name[:at] + name[at + 1 :]
    at = random.randrange(len(name))
    yield "one twice", name[: at + 1] + name[at:]
    sounds = [place for place, one in enumerate(name) if one in _SOUND]
    if sounds:
        at = random.choice(sounds)
        yield "one of the same sound", name[:at] + random.choice(_SOUND[name[at]]) + name[at + 1 :]


CONTRASTS = (
    ("设立", "变更", "注销", "延续"),
    ("报告书", "报告表"),
    ("生产", "经营"),
    ("正本", "副本"),
    ("出生", "死亡"),
    HOLDERS,
)
"""Words of which one in place of another makes another document."""


def contrasted(name: str) -> Iterator[tuple[str, str]]:
    """The name with each word of CONTRASTS in place of another of its group, after which group it is.

    A holder only where the name begins with it. A licence that says neither 正本 nor 副本 is no 正本 either.
    """
    for group in CONTRASTS:
        sort = " / ".join(group[:3])
        for word in group:
            if name.startswith(word) if group is HOLDERS else word in name:
                yield from ((sort, name.replace(word, other)) for other in group if other not in word)
    if re.search(r"(?:执照|许可证|登记证|资格证|资质证书)$", name):
        yield "正本 / 副本", f"{name}正本"


def all_characters(names: Sequence[str]) -> list[str]:
    """Every character of Chinese that some name has, sorted."""
    return sorted({one for one in chain.from_iterable(names) if "一" <= one <= "鿿"})
