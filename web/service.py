"""What the routes work with: the library, the templates, and what was made before."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from jinja2 import Environment

from composer.compose import compose
from composer.errors import AnswerError, ContentError
from composer.model.package import ThemePackage
from composer.model.situation import Answers
from composer.model.theme import Catalogue, Library, Theme
from composer.situations.answers import resolve_answers
from web.answers import Given, canonical_query, read_answers
from web.cache import Cache, Made
from web.problems import BadAnswers, BrokenTheme, TooManyAnswers, UnknownTheme


@dataclass(frozen=True)
class Asked:
    """A theme with legal answers, and the one way to write them."""

    theme: Theme
    answers: Answers
    query: str


class Service:
    """One library served; it never changes while the program runs."""

    def __init__(self, library: Library, templates: Environment) -> None:
        self.library = library
        self.templates = templates
        self.cache = Cache()
        self.asked = lru_cache(maxsize=1024)(self._asked)

    @property
    def catalogue(self) -> Catalogue:
        """What the themes share."""
        return self.library.catalogue

    def theme(self, theme_id: str) -> Theme:
        """The theme of that id; raises UnknownTheme."""
        try:
            return self.library.themes[theme_id]
        except KeyError:
            raise UnknownTheme(theme_id) from None

    def given(self, query: bytes) -> Given:
        """The answers that stand in a query string; raises TooManyAnswers."""
        try:
            return read_answers(query)
        except ValueError:
            raise TooManyAnswers from None

    def _asked(self, theme_id: str, query: bytes) -> Asked:
        """The theme and the answers of a request; raises UnknownTheme, TooManyAnswers, BadAnswers."""
        theme, given = self.theme(theme_id), self.given(query)
        try:
            answers, _, _ = resolve_answers(theme, self.catalogue, given)
        except AnswerError as error:
            raise BadAnswers(theme, given, error) from None
        return Asked(theme, answers, canonical_query(theme, self.catalogue, answers))

    def package(self, asked: Asked) -> ThemePackage:
        """The package for legal answers; raises BrokenTheme."""
        try:
            return compose(asked.theme, self.catalogue, asked.answers)
        except ContentError as error:
            raise BrokenTheme(asked.theme, error) from None

    def render(self, template: str, **context: object) -> bytes:
        """A page as UTF-8."""
        return self.templates.get_template(template).render(**context).encode()

    async def made(self, kind: str, asked: Asked, make: Callable[[ThemePackage], Made]) -> Made:
        """What `make` makes of the package, kept by kind, theme and canonical answers."""
        return await self.cache.get((kind, asked.theme.id, asked.query), lambda: make(self.package(asked)))
