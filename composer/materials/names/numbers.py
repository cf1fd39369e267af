"""Small numbers as names of materials write them: 两, 一, 十二, 2."""

_DIGITS = {character: value for value, character in enumerate("零一二三四五六七八九")} | {
    "两": 2,
    "壹": 1,
    "贰": 2,
    "叁": 3,
}

NUMBER = r"(?:\d{1,4}|[一二两三四五六七八九十壹贰叁]{1,3})"


def number_of(text: str) -> int:
    """The number that a match of NUMBER says."""
    if text.isdigit():
        return int(text)
    tens, ten, ones = text.rpartition("十")
    if not ten:
        return _DIGITS.get(text[-1], 1)
    return 10 * _DIGITS.get(tens, 1) + _DIGITS.get(ones, 0)
