"""Reads the policies of themes: `THEME-ID/policies/*.yaml`."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from composer.errors import Place
from composer.exchange.content.reader import Reader
from composer.model.policy import (
    Abolished,
    Deferral,
    Faster,
    Filing,
    Improved,
    Joint,
    LicenceByPledge,
    Merged,
    Pledge,
    Policy,
    PolicyFacts,
    Sharing,
    Withdrawal,
)
from composer.nearest import nearest
from composer.wording import shortened

_LICENCE = "证照分离"
_KINDS: Mapping[str, type[PolicyFacts]] = {
    "联合办理": Joint,
    "多证合一": Merged,
    "容缺后补": Deferral,
    "告知承诺": Pledge,
    "免提交": Sharing,
    "压缩时限": Faster,
    "取消材料": Withdrawal,
}
_WAYS: Mapping[str, type[PolicyFacts]] = {
    "取消审批": Abolished,
    "审批改备案": Filing,
    "告知承诺": LicenceByPledge,
    "优化准入服务": Improved,
}


def read_policies(reader: Reader) -> dict[str, tuple[Policy, ...]]:
    """The policies of every theme folder, by its name; each list by id."""
    found: dict[str, dict[str, Any]] = {}
    for path, data in reader.trees("*/policies/*.yaml"):
        one = _read(reader, path, data) if data is not None else None
        if one is None:
            reader.lose("policy", path.stem)
        else:
            reader.check_name(one, path.stem, path)
            reader.keep(found.setdefault(path.parent.parent.name, {}), one)
    return {theme: tuple(policies[name] for name in sorted(policies)) for theme, policies in found.items()}


def _read(reader: Reader, path: Path, data: Any) -> PolicyFacts | None:
    """The policy, read as its kind says; without a kind, or a way, nobody knows what else may stand there."""
    if not isinstance(data, dict):
        return reader.validated(PolicyFacts, data, path)
    model = _model(reader, path, data, "kind", {**_KINDS, _LICENCE: PolicyFacts})
    if model is PolicyFacts:
        model = _model(reader, path, data, "way", _WAYS)
    return reader.completed(model, data, path) if model else None


def _model(
    reader: Reader, path: Path, data: Mapping[str, Any], key: str, models: Mapping[str, type[PolicyFacts]]
) -> type[PolicyFacts] | None:
    """The model that the value of `key` stands for; says so where it stands for none."""
    value = data.get(key)
    if isinstance(value, str) and value in models:
        return models[value]
    place = data["at"].of(key) if key in data else data.get("at", Place(path.as_posix(), 1, 1))
    near = nearest(str(value), models) if value else None
    said = f"没有“{shortened(str(value))}”这种改革举措（{key}）" if value else f"没有写是哪种改革举措（{key}）"
    reader.report("policy-kind", said, (f"是不是 {near}；" if near else "") + "可选：" + "、".join(models), place)
    return None
