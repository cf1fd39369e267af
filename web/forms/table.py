"""The one table for one set of answers, with what every page of it needs; nothing of a visitor's is in it."""

from dataclasses import dataclass
from functools import lru_cache

from composer.exchange.schema import version_of
from composer.exchange.workbook.places import Places
from composer.model.package import MergedForm, ThemePackage
from web.forms.fields import Fields
from web.service import Asked, Service


@dataclass(frozen=True)
class Table:
    """A package and its table; `version` changes with what the table asks."""

    asked: Asked
    package: ThemePackage
    version: str
    places: Places
    fields: Fields

    @property
    def form(self) -> MergedForm:
        """The table."""
        return self.package.form

    def address(self, path: str = "") -> str:
        """The address of a page of the table, with the answers."""
        query = f"?{self.asked.query}" if self.asked.query else ""
        return f"/themes/{self.asked.theme.id}/form{path}{query}"


class Tables:
    """Makes tables, and keeps the last ones."""

    def __init__(self, service: Service) -> None:
        self._service = service
        self._made = lru_cache(maxsize=64)(self._make)

    def of(self, asked: Asked) -> Table:
        """The table for these answers; raises what `Service.package` raises."""
        return self._made(asked.theme.id, asked.query.encode())

    def _make(self, theme_id: str, query: bytes) -> Table:
        asked = self._service.asked(theme_id, query)
        package = self._service.package(asked)
        catalogue = self._service.catalogue
        places = Places(package, catalogue)
        return Table(asked, package, version_of(package, catalogue), places, Fields(places))
