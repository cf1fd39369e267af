"""What the original forms allow a datum to be, intersected; where they do not meet, that is said, nothing lost."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType
from typing import Any, TypeVar

from composer.forms.units import scale
from composer.model.element import DataElement
from composer.model.form import Field, FieldUse
from composer.model.package import Conflict, ConflictKind
from composer.model.value import Choice, ValueType

_T = ValueType
_STRICTER: Mapping[frozenset[ValueType], ValueType] = MappingProxyType(
    {
        frozenset((_T.LONG_TEXT, _T.TEXT)): _T.TEXT,
        frozenset((_T.INTEGER, _T.NUMBER)): _T.INTEGER,
        frozenset((_T.AMOUNT, _T.NUMBER)): _T.AMOUNT,
        **{
            frozenset((text, other)): other
            for text in (_T.TEXT, _T.LONG_TEXT)
            for other in _T
            if other not in (_T.TEXT, _T.LONG_TEXT, _T.SIGNATURE)
        },
    }
)
"""Of two types that meet, the one whose values do for both: what is written as a date also stands as text."""

_Number = TypeVar("_Number", int, Decimal)


@dataclass(frozen=True)
class Place:
    """A field where it stands in its original form, which is called `form_name`."""

    field: Field
    use: FieldUse
    form_name: str

    @property
    def named(self) -> str:
        """Form and label, as a message names it."""
        return f"《{self.form_name.strip('《》')}》的“{self.field.label}”"


class Meeting:
    """The limits of one element over all its places: `spec`, `places` with their scale, and `conflicts`."""

    def __init__(self, element: DataElement, places: Sequence[Place]) -> None:
        self.element = element
        self.conflicts: list[Conflict] = []
        self.spec = element.spec
        self.places = tuple(self._scaled(places))
        self._type()
        self._choices()
        self._lengths()
        self._range()
        self._patterns()

    @property
    def uses(self) -> tuple[FieldUse, ...]:
        """The places as parts of a row."""
        return tuple(place.use for place in self.places)

    def _narrow(self, **limits: Any) -> None:
        """Put `limits` in the place of those of `spec`; most fields set none, and then nothing is copied."""
        changed = {name: limit for name, limit in limits.items() if getattr(self.spec, name) != limit}
        if changed:
            self.spec = self.spec.model_copy(update=changed)

    def _scaled(self, places: Sequence[Place]) -> Iterator[Place]:
        """The places, each with what a value in the unit of the element is multiplied by to stand there."""
        unit = self.spec.unit or next((place.field.unit for place in places if place.field.unit), None)
        self._narrow(unit=unit)
        for place in places:
            factor = scale(unit, place.field.unit)
            if place.field.unit and factor is None:
                reason = f"{place.named}按“{place.field.unit}”填，一张表单按“{unit}”填，两个单位不能换算"
                self._disagree(ConflictKind.UNIT, reason, "请核对是不是同一个数据；不是的，给它另立数据元", [place])
            elif factor is not None and factor != 1:
                reason = f"{place.named}按“{place.field.unit}”填，一张表单按“{unit}”填"
                proposal = f"按“{unit}”填一次，写到原表时换算成“{place.field.unit}”"
                self._disagree(ConflictKind.UNIT, reason, proposal, [place], resolved=True)
                place = Place(place.field, place.use.model_copy(update={"scale": factor}), place.form_name)
            yield place

    def _type(self) -> None:
        for place in self.places:
            wanted = place.field.type or (_T.CHOICE if place.field.options else self.spec.type)
            if wanted is _T.CHOICE and self.spec.type is _T.CHOICES and place.field.type is None:
                wanted = _T.CHOICES
            if wanted is self.spec.type:
                continue
            both = _STRICTER.get(frozenset((wanted, self.spec.type)))
            if both is None:
                reason = f"{place.named}要填{wanted}，这个数据是{self.spec.type}，两种写法对不上"
                proposal = f"先按{self.spec.type}填；请核对是不是同一个数据，不是的，给它另立数据元"
                self._disagree(ConflictKind.TYPE, reason, proposal, [place])
            else:
                self._narrow(type=both)

    def _choices(self) -> None:
        lists = [self.spec.choices] if self.spec.choices else []
        with_options = [place for place in self.places if place.field.options]
        lists += [tuple(Choice(label=label) for label in place.field.options) for place in with_options]
        if not lists or self.spec.type not in (_T.CHOICE, _T.CHOICES):
            return
        every = {choice.label: choice for choices in reversed(lists) for choice in reversed(choices)}
        order = list(dict.fromkeys(choice.label for choices in lists for choice in choices))
        labels = [{choice.label for choice in choices} for choices in lists]
        common = [label for label in order if all(label in listed for listed in labels)]
        if not common:
            reason = f"{_and(with_options)}给出的选项没有共同的一项"
            self._disagree(ConflictKind.OPTIONS, reason, "先全部列出；请核对各表的选项，统一成一套", with_options)
        self._narrow(choices=tuple(every[label] for label in common or order))

    def _lengths(self) -> None:
        least = _pick(max, (self.spec.min_length, *(place.field.min_length for place in self.places)))
        most = _pick(min, (self.spec.max_length, *(place.field.max_length for place in self.places)))
        if least is not None and most is not None and least > most:
            limited = [place for place in self.places if place.field.min_length or place.field.max_length]
            reason = f"{_and(limited)}对长短的要求对不上：至少 {least} 个字，又至多 {most} 个字"
            self._disagree(ConflictKind.LENGTH, reason, f"先只限至多 {most} 个字；请核对各表", limited)
            least = None
        self._narrow(min_length=least, max_length=most)

    def _range(self) -> None:
        """Bounds in the unit of the row, and the fewest decimals."""
        own = [(place, place.use.scale) for place in self.places]
        lows = (field.least / by for place, by in own if (field := place.field).least is not None)
        highs = (field.most / by for place, by in own if (field := place.field).most is not None)
        least, most = _pick(max, (self.spec.least, *lows)), _pick(min, (self.spec.most, *highs))
        if least is not None and most is not None and least > most:
            limited = [place for place, _ in own if place.field.least is not None or place.field.most is not None]
            reason = f"{_and(limited)}允许的范围没有共同的部分：不小于 {least}，又不大于 {most}"
            self._disagree(ConflictKind.RANGE, reason, "先不限范围；请核对各表", limited)
            least = most = None
        decimals = _pick(min, (self.spec.decimals, *(place.field.decimals for place in self.places)))
        self._narrow(least=least, most=most, decimals=decimals)

    def _patterns(self) -> None:
        patterns = [*self.spec.patterns, *(place.field.pattern for place in self.places if place.field.pattern)]
        self._narrow(patterns=tuple(dict.fromkeys(patterns)))

    def _disagree(
        self, kind: ConflictKind, reason: str, proposal: str, places: Sequence[Place], resolved: bool = False
    ) -> None:
        uses = tuple(place.use for place in places)
        conflict = Conflict(
            element=self.element.ref, kind=kind, reason=reason, proposal=proposal, resolved=resolved, uses=uses
        )
        self.conflicts.append(conflict)


def _pick(choose: Callable[..., _Number], limits: Iterable[_Number | None]) -> _Number | None:
    return choose((limit for limit in limits if limit is not None), default=None)


def _and(places: Sequence[Place]) -> str:
    return "、".join(dict.fromkeys(place.named for place in places)) or "各表"
