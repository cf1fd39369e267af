"""What a request can be refused for."""

from typing import Any

from composer.errors import AnswerError, ContentError, UsageError
from composer.model.theme import Theme
from web.answers import Given


class UnknownTheme(Exception):
    """There is no theme of that id."""

    def __init__(self, theme_id: str) -> None:
        super().__init__()
        self.theme_id = theme_id


class UnknownFormat(Exception):
    """There is no format of that name."""


class UnknownDepartment(Exception):
    """No department of that id demands or issues anything."""


class UnknownThing(Exception):
    """A theme has no item, material, datum or question of that name, or several have it."""

    def __init__(self, theme: Theme, error: AnswerError) -> None:
        super().__init__()
        self.theme, self.error = theme, error


class TooManyAnswers(Exception):
    """More fields than any form has."""


class BadAnswers(Exception):
    """Answers that cannot be. The message is empty: what a visitor answered must not reach a log."""

    def __init__(self, theme: Theme, given: Given, error: AnswerError) -> None:
        super().__init__()
        self.theme, self.given, self.error = theme, given, error


class BrokenTheme(Exception):
    """The content of a theme leads nowhere for legal answers."""

    def __init__(self, theme: Theme, error: ContentError) -> None:
        super().__init__()
        self.theme, self.error = theme, error


class TooMuchWritten(Exception):
    """More than `most` bytes were sent."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self.most = most


class UnreadableRequest(Exception):
    """What was sent is not what a page of this service sends."""


class BadFile(Exception):
    """A filled file that cannot be used. The message is empty: it could say what the file holds."""

    def __init__(self, theme: Theme, back: str, error: UsageError) -> None:
        super().__init__()
        self.theme, self.back, self.error = theme, back, error


class BadForm(Exception):
    """Values that a program gave for the one table, of which some are wrong or missing; `faults` say which, as data."""

    def __init__(self, faults: list[dict[str, Any]]) -> None:
        super().__init__()
        self.faults = faults
