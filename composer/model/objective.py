"""What a theme asks to be least, in order (目标), and the other terms under which a package is composed."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Any, Final

from pydantic import Field, model_validator

from composer.model.base import Id, Located, Model
from composer.model.material import MaterialRef


class Measure(StrEnum):
    """What can be made least."""

    ITEMS = "items"
    STAGES = "stages"
    DAYS_STATUTORY = "days-statutory"
    DAYS_PROMISED = "days-promised"
    TRIPS = "trips"
    FEES = "fees"
    MATERIALS = "materials"

    @property
    def label(self) -> str:
        """What it is called in Chinese."""
        return _WORDS[self][0]

    @property
    def unit(self) -> str:
        """The unit of its figures in Chinese."""
        return _WORDS[self][1]


_WORDS: Final[Mapping[Measure, tuple[str, str]]] = {
    Measure.ITEMS: ("事项", "个"),
    Measure.STAGES: ("阶段", "个"),
    Measure.DAYS_STATUTORY: ("法定时限", "天"),
    Measure.DAYS_PROMISED: ("承诺时限", "天"),
    Measure.TRIPS: ("跑动", "次"),
    Measure.FEES: ("费用", "元"),
    Measure.MATERIALS: ("自备材料（表单除外）", "份"),
}


class Over(StrEnum):
    """Summed over all items, or along the longest chain of items that wait for one another."""

    SUM = "sum"
    CRITICAL_PATH = "critical-path"


_USUAL: Final[Mapping[str, Over]] = {
    Measure.STAGES: Over.CRITICAL_PATH,
    Measure.DAYS_STATUTORY: Over.CRITICAL_PATH,
    Measure.DAYS_PROMISED: Over.CRITICAL_PATH,
}


class Objective(Located):
    """目标: a measure and how it adds up; written as the measure alone where that is the usual way."""

    measure: Measure
    over: Over

    @model_validator(mode="before")
    @classmethod
    def _expand(cls, data: Any) -> Any:
        if isinstance(data, str):
            data = {"measure": data, "at": getattr(data, "at", None)}
        if isinstance(data, dict) and "over" not in data:
            measure = data.get("measure")
            data = {**data, "over": _USUAL.get(measure, Over.SUM) if isinstance(measure, str) else Over.SUM}
        return data

    @property
    def label(self) -> str:
        """The measure, and how it adds up where that is not the usual way: 承诺时限（合计）."""
        if self.over is _USUAL.get(self.measure, Over.SUM):
            return self.measure.label
        return f"{self.measure.label}（{'合计' if self.over is Over.SUM else '最长的一条线'}）"

    @model_validator(mode="after")
    def _adds_up(self) -> "Objective":
        if self.measure is Measure.STAGES and self.over is Over.SUM:
            raise ValueError("stages 只能沿 critical-path 计算；要事项最少请用 items")
        if self.measure is Measure.MATERIALS and self.over is Over.CRITICAL_PATH:
            raise ValueError("materials 只能用 sum 计算")
        return self


class Terms(Model):
    """Under which terms a package is composed, beside the answers.

    `policies`: switched on or off by hand, by id; the others follow their own dates and conditions. `start`: the day
    of application, which decides what is in force and gives due dates. `have`: materials that the applicant holds
    already. `without`: items that must not be used. `objectives`: instead of the theme's. `seconds`: how long the best
    choice may be searched for before the best so far is taken, marked as not proved.
    """

    policies: Mapping[str, bool] = {}
    start: date | None = None
    have: tuple[MaterialRef, ...] = ()
    without: tuple[Id, ...] = ()
    objectives: tuple[Objective, ...] | None = None
    seconds: float = Field(default=10, gt=0)


USUAL: Final = Terms()
"""Nothing switched by hand, no day, nothing held or left out, the theme's own objectives."""
