"""Numbers the sources of a guide in the order in which a reader meets them, and decides which may be linked."""

from urllib.parse import urlsplit

from composer.model.base import Sourced
from composer.model.theme import Catalogue, Source
from composer.render.guide.view import Fact, SourceView

GRADES = {
    "A": "政府网页或法规文本",
    "B": "业务系统或转载",
    "C": "转述",
    "G": "公知常识，未取得原文",
}
UNGRADED = "未评级"


class Sources:
    """Collects the sources that a guide cites: the same source always has the same number."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._known = catalogue.sources
        self._numbers: dict[str, int] = {}

    def number(self, source: str) -> int:
        """The number of `source`, an id of the catalogue or an address."""
        return self._numbers.setdefault(source, len(self._numbers) + 1)

    def fact(self, text: str, sourced: Sourced) -> Fact:
        """`text` with the source and certainty of the fact that states it."""
        return Fact(text=text, certain=sourced.certain, source=self.number(sourced.source), note=sourced.note)

    def listed(self) -> tuple[SourceView, ...]:
        """Every source cited so far, by number."""
        return tuple(self._view(number, source) for source, number in self._numbers.items())

    def _view(self, number: int, name: str) -> SourceView:
        source = self._known.get(name)
        if source is not None:
            return SourceView(
                number=number,
                title=source.title,
                grade=source.grade,
                grade_label=GRADES[source.grade],
                link=source.address if _may_link(source) else None,
                host=_host(source.address),
            )
        government = _is_government(name)
        return SourceView(
            number=number,
            title="政府网站页面" if government else "网页资料",
            grade="A" if government else "",
            grade_label=GRADES["A"] if government else UNGRADED,
            link=name if government else None,
            host=_host(name),
        )


def _may_link(source: Source) -> bool:
    return source.linkable and source.address is not None and urlsplit(source.address).scheme in ("http", "https")


def _is_government(address: str) -> bool:
    """Whether `address` is a page of a Chinese government host under https; anything else may be a mirror."""
    parts = urlsplit(address)
    host = parts.hostname or ""
    return parts.scheme == "https" and (host == "gov.cn" or host.endswith(".gov.cn"))


def _host(address: str | None) -> str | None:
    return urlsplit(address).hostname if address else None
