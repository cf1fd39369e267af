"""Single keys from a terminal, or from a file or pipe in its place."""

import sys

import typer


class Keyboard:
    """One key at a time; in between a whole line. Where the input is no terminal its lines are read key by key."""

    def __init__(self) -> None:
        self._left = ""

    def key(self) -> str:
        """The next key; empty at the end of the input."""
        if sys.stdin.isatty():
            return typer.getchar()
        while not self._left:
            line = sys.stdin.readline()
            if not line:
                return ""
            self._left = line.strip()
        key, self._left = self._left[0], self._left[1:]
        return key

    def line(self, label: str) -> str:
        """A line of text, asked for by `label`; of a file what is left of the line."""
        if sys.stdin.isatty():
            return str(typer.prompt(label, default="", show_default=False))
        line, self._left = self._left, ""
        return line
