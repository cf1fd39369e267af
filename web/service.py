"""What the routes work with: the library, the templates, and what was made before."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache

from jinja2 import Environment

from composer.compose import compose
from composer.errors import AnswerError, ContentError
from composer.inventory import MaterialStandard, material_standard
from composer.model.objective import Terms
from composer.model.package import ThemePackage
from composer.model.situation import Answers
from composer.model.theme import Catalogue, Library, Theme
from composer.proof.asking import asking
from composer.situations.answers import named_answers, resolve_answers
from composer.situations.asking import Asking
from composer.situations.diagrams import TooEntangled
from web.answers import Given, canonical_query, read_answers, split_terms
from web.cache import Cache, Made
from web.problems import BadAnswers, BrokenTheme, TooManyAnswers, UnknownTheme

_MOST_READ_AT_ONCE = 2
"""Filled files that are read at a time: to unpack one takes much memory."""


@dataclass(frozen=True)
class Asked:
    """A theme with legal answers and terms, and the one way to write them."""

    theme: Theme
    answers: Answers
    terms: Terms
    query: str


class Service:
    """One library served; it never changes while the program runs."""

    def __init__(self, library: Library, templates: Environment) -> None:
        self.library = library
        self.templates = templates
        self.cache = Cache()
        self.reading = asyncio.Semaphore(_MOST_READ_AT_ONCE)
        self.asked = lru_cache(maxsize=1024)(self._asked)
        self._asking = lru_cache(maxsize=64)(self._made_asking)

    @property
    def catalogue(self) -> Catalogue:
        """What the themes share."""
        return self.library.catalogue

    @cached_property
    def standard(self) -> MaterialStandard:
        """材料清单规范 of the library."""
        return material_standard(self.library)

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
            chosen, terms = split_terms(given, theme)
            answers, _, _ = resolve_answers(theme, self.catalogue, chosen)
        except AnswerError as error:
            raise BadAnswers(theme, given, error) from None
        return Asked(theme, answers, terms, canonical_query(theme, self.catalogue, answers, terms))

    def package(self, asked: Asked) -> ThemePackage:
        """The package for legal answers; raises BadAnswers for dates beyond the calendar, BrokenTheme."""
        try:
            return compose(asked.theme, self.catalogue, asked.answers, asked.terms)
        except AnswerError as error:
            given = {name: list(options) for name, options in asked.answers.items()}
            raise BadAnswers(asked.theme, given, error) from None
        except ContentError as error:
            raise BrokenTheme(asked.theme, error) from None

    def asking(self, theme_id: str, query: bytes) -> tuple[Asking | None, Answers]:
        """What is known of the theme's questions, and the answers given so far, by id and nothing added.

        None where the answers are too entangled for that. Raises as `asked` does.
        """
        theme, given = self.theme(theme_id), self.given(query)
        try:
            chosen, terms = split_terms(given, theme)
            answers = named_answers(theme, self.catalogue, chosen)
            return self._asking(theme_id, tuple(sorted(terms.policies.items())), terms.start), answers
        except AnswerError as error:
            raise BadAnswers(theme, given, error) from None

    def _made_asking(self, theme_id: str, policies: tuple[tuple[str, bool], ...], start: date | None) -> Asking | None:
        try:
            return asking(self.theme(theme_id), self.catalogue, Terms(policies=dict(policies), start=start))
        except TooEntangled:
            return None

    def render(self, template: str, **context: object) -> bytes:
        """A page as UTF-8."""
        return self.templates.get_template(template).render(**context).encode()

    async def made(self, kind: str, asked: Asked, make: Callable[[ThemePackage], Made]) -> Made:
        """What `make` makes of the package, kept by kind, theme and canonical answers."""
        return await self.cache.get((kind, asked.theme.id, asked.query), lambda: make(self.package(asked)))
