"""Regular expressions that mean the same in Python and in ECMA-262, with flag u or v: for any reader of JSON Schema."""

import re
from functools import lru_cache

_CLASSES = {
    "d": "0-9",
    "w": "A-Za-z0-9_",
    "s": r"\t\n\u000b\f\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff",
}
r"""What ECMA-262 understands by \d, \w and \s; Python's are wider and take full-width digits."""
_TOKEN = re.compile(
    r"""(?P<escape>\\(?:u[0-9A-Fa-f]{4}|x[0-9A-Fa-f]{2}|.))
      | (?P<group>\((?:\?(?:P?[<'][=!]?|.)?)?)
      | (?P<opening>\[\^?)
      | (?P<other>.)""",
    re.S | re.X,
)
_CONTROLS = frozenset("tnrf")
_SYNTAX = frozenset(r"^$\.*+?()[]{}|/")
_CLASS_SYNTAX = frozenset("()[{}/|")
"""Must be escaped in a class under flag v; what is doubled there has a meaning of its own."""
_DOUBLED = re.compile(r"([&!#$%*+,.:;<=>?@^`~-])\1")
_GROUPS = frozenset({"(", "(?:", "(?=", "(?!", "(?<=", "(?<!"})
_SIGNS = {"$": r"$(?!\n)", ".": r"[^\n\r\u2028\u2029]"}
"""Python's `$` is also found before a last newline, and its dot stands for more than that of ECMA-262."""
_ATOM = re.compile(r"\\.|\[(?:\\.|[^\]\\])*\]", re.S)
_REPEAT = re.compile(r"\{\d+(?:,\d*)?\}")
_POSSESSIVE = re.compile(r"[*+?}]\+")


@lru_cache(maxsize=4096)
def portable(pattern: str) -> str:
    r"""`pattern`, read as ECMA-262 reads it, in signs that Python and ECMA-262 understand alike.

    \d, \w and \s become what ECMA-262 means by them, `$` the very end. Raises ValueError, in Chinese, for what one of
    the two does not know: named groups, flags, \A, \Z, \b, \p, references back, possessive repeats.
    """
    out: list[str] = []
    opened: int | None = None
    for match in _TOKEN.finditer(pattern):
        token, kind = match[0], match.lastgroup
        if kind == "escape":
            out.append(_escaped(token, opened is not None))
        elif opened is not None and token == "]":
            out[opened:] = [_class("".join(out[opened:]))]
            opened = None
        elif opened is not None:
            out.append("".join(f"\\{one}" if one in _CLASS_SYNTAX else one for one in token))
        elif kind == "opening":
            opened = len(out)
            out.append(token)
        elif kind == "group" and token not in _GROUPS:
            raise ValueError(f"“{token}”不是各种程序都认识的写法")
        else:
            out.append(_SIGNS.get(token, token))
    return _compiled("".join(out))


def _escaped(token: str, inside: bool) -> str:
    letter = token[1]
    if letter.lower() in _CLASSES:
        if letter.isupper() and inside:
            raise ValueError(f"方括号里不能用“{token}”")
        return _CLASSES[letter.lower()] if inside else f"[{'^' if letter.isupper() else ''}{_CLASSES[letter.lower()]}]"
    if letter in _CONTROLS or letter in _SYNTAX or len(token) > 2 or (letter == "-" and inside):
        return token
    if letter.isalnum() or not letter.isprintable():
        raise ValueError(f"“{token}”不是各种程序都认识的写法")
    return letter


def _class(text: str) -> str:
    """The class that `text` opens, with a dash at either end as the sign that it is there."""
    start = 2 if text.startswith("[^") else 1
    inner = re.sub(r"^-|(?<!\\)-$", r"\-", text[start:])
    if not inner or _DOUBLED.search(inner):
        raise ValueError(f"方括号“{text}]”不是各种程序都认识的写法")
    return f"{text[:start]}{inner}]"


def _compiled(pattern: str) -> str:
    bare = _ATOM.sub("_", pattern)
    if _POSSESSIVE.search(bare) or set("{}]") & set(_REPEAT.sub("", bare)):
        raise ValueError("花括号、方括号或重复次数不是各种程序都认识的写法")
    try:
        re.compile(pattern)
    except (re.error, OverflowError, RecursionError) as error:
        raise ValueError(f"不是正则表达式（{error}）") from error
    return pattern


@lru_cache(maxsize=4096)
def _searcher(pattern: str) -> re.Pattern[str]:
    return re.compile(portable(pattern))


def found(pattern: str, text: str) -> bool:
    """Whether `pattern` is found anywhere in `text`, which is what JSON Schema asks."""
    return _searcher(pattern).search(text) is not None
