"""Reading XML by events, with the place of what is wrong."""

from collections.abc import Callable
from pathlib import Path
from xml.parsers import expat

Start = Callable[[str, dict[str, str]], object]


class SetError(Exception):
    """A set that cannot be read or has no solution: where, what is wrong, and the way out. `code` ends the command."""

    def __init__(self, where: str, what: str, code: int = 1) -> None:
        super().__init__(f"{where}: {what}")
        self.code = code


class Misplaced(Exception):
    """Raised by a handler: what is wrong with the element at which the parser stands."""


def parse(path: Path, start: Start, end: Callable[[str], object] | None = None) -> None:
    """Calls `start` for each element of the file, and `end` where one closes.

    Raises SetError for a file that cannot be read or is not well-formed, and where a handler raises Misplaced, or
    KeyError for an attribute that is not there.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        what = f"cannot be read ({error.strerror}); a set is a folder with taxonomy.xml, services.xml and problem.xml"
        raise SetError(str(path), what, code=4) from error
    parser = expat.ParserCreate()
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    try:
        parser.Parse(content, True)
    except expat.ExpatError as error:
        what = f"is not well-formed XML ({expat.ErrorString(error.code)}); mend it here, or copy the file again"
        raise SetError(f"{path}:{error.lineno}:{error.offset + 1}", what) from error
    except (KeyError, Misplaced) as error:
        what = (
            str(error) if isinstance(error, Misplaced) else f"this element lacks the attribute {error.args[0]}; add it"
        )
        # The parser stands behind the tag by now, and within a tag no other one begins.
        begin = content.rfind(b"<", 0, parser.CurrentByteIndex)
        line, column = content.count(b"\n", 0, begin) + 1, begin - content.rfind(b"\n", 0, begin)
        raise SetError(f"{path}:{line}:{column}", what) from error


def place_of(path: Path, tag: str, number: int) -> str:
    """File, line and column, from 1, of the element `number` of this tag, counted from 0.

    Reads once more, so that nobody pays for places who needs none.
    """
    parser = expat.ParserCreate()
    found = [str(path)]
    left = number

    def start(name: str, _: dict[str, str]) -> None:
        nonlocal left
        if name == tag:
            if not left:
                found.append(f"{path}:{parser.CurrentLineNumber}:{parser.CurrentColumnNumber + 1}")
            left -= 1

    parser.StartElementHandler = start
    parser.Parse(path.read_bytes(), True)
    return found[-1]
