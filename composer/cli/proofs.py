"""A proof over all answers, in words and as data."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from composer.cli.findings import finding_to_dict
from composer.model.theme import Catalogue, Theme
from composer.proof.result import DeadEnd, Proof
from composer.why.unreachable import said
from composer.wording import shortened


def proof_to_json(proof: Proof) -> str:
    """The proof as JSON: docs/reference/cli.md says what each name means."""
    return json.dumps(_to_dict(proof), ensure_ascii=False, indent=2)


def _to_dict(proof: Proof) -> dict[str, Any]:
    return {
        "theme": proof.theme,
        "given": _lists(proof.given),
        "proved": proof.proved,
        "combinations": proof.combinations,
        "packages": proof.packages,
        "packages_exact": proof.packages_exact,
        "dead_combinations": proof.dead_combinations,
        "dead_ends": [_dead_end(one) for one in proof.dead_ends],
        "dead_ends_complete": proof.dead_ends_complete,
        "useless_questions": list(proof.useless_questions),
        "unreachable_options": [
            {"question": question, "option": option}
            for question, options in proof.unreachable_options.items()
            for option in options
        ],
        "items_never": list(proof.items_never),
        "materials_never": list(proof.materials_never),
        "demands_never": [one.model_dump() for one in proof.demands_never],
        "unproved": proof.unproved,
    }


def _dead_end(one: DeadEnd) -> dict[str, Any]:
    return {
        "answers": _lists(one.answers),
        "avoided": _lists(one.avoided),
        "example": _lists(one.example),
        "findings": [finding_to_dict(finding) for finding in one.findings],
        "ways": [way.model_dump(mode="json") for way in one.ways],
    }


def _lists(options: Mapping[str, tuple[str, ...]]) -> dict[str, list[str]]:
    return {question: list(chosen) for question, chosen in options.items()}


def proof_text(proof: Proof, theme: Theme, catalogue: Catalogue) -> str:
    """The proof in Chinese, for who designs the theme."""
    return "\n".join(_Words(proof, theme, catalogue).lines())


class _Words:
    def __init__(self, proof: Proof, theme: Theme, catalogue: Catalogue) -> None:
        self.proof, self.theme, self.catalogue = proof, theme, catalogue

    def lines(self) -> Iterator[str]:
        proof = self.proof
        yield f"{self.theme.name}：全部回答"
        if proof.given:
            yield f"  只看这样回答的：{self.said(proof.given, {})}"
        yield f"  回答的组合  {proof.combinations:,} 种"
        yield f"  不同的套餐  {'' if proof.packages_exact else '至少 '}{proof.packages:,} 种"
        yield from self.dead_ends()
        if proof.packages:
            yield from self.what_never_happens()
        yield self.conclusion()

    def what_never_happens(self) -> Iterator[str]:
        proof = self.proof
        yield from self.listed(
            "多余的问题", [self.question(name) for name in proof.useless_questions], "每个问题都有回答会改变套餐"
        )
        options = [f"{self.question(name)}的{self.labels(name, chosen)}" for name, chosen in
                   proof.unreachable_options.items()]  # fmt: skip
        yield from self.listed("选不到的选项", options, "每个选项都有人会被问到")
        items = [f"“{self.catalogue.items[name].name}”（{name}）" for name in proof.items_never]
        yield from self.listed("用不上的事项", items, "每个事项都有回答用得上")
        materials = [f"《{self.catalogue.material(ref).name}》（{ref}）" for ref in proof.materials_never]
        yield from self.listed("用不上的材料", materials, "每样材料都有回答用得上")
        demands = [f"“{self.catalogue.items[one.item].name}”的《{shortened(one.name)}》" for one in proof.demands_never]
        yield from self.listed("不会提出的要求", demands, "每条材料要求都有回答会提出")

    def dead_ends(self) -> Iterator[str]:
        proof = self.proof
        if not proof.dead_combinations:
            yield "  走不通的回答  没有：怎样回答都有套餐"
            return
        yield f"  走不通的回答  {proof.dead_combinations:,} 种，只要这样回答，其余怎样答都走不通："
        for number, one in enumerate(proof.dead_ends, 1):
            yield f"    {number}. {self.said(one.answers, one.avoided) or '不管怎样回答'}"
            words = [f"-a {question}={option}" for question, options in one.answers.items() for option in options]
            if words:
                yield f"       {' '.join(words)}"
            for finding in one.findings:
                yield f"       {finding}"
            if one.ways:
                yield f"       {said(one.ways)}"
        if not proof.dead_ends_complete:
            yield "    还有别的，先改好这些再证明一次"

    def listed(self, title: str, rows: list[str], none: str) -> Iterator[str]:
        if not rows:
            yield f"  {title}  没有：{none}"
            return
        yield f"  {title}  {len(rows)} 个："
        for row in rows:
            yield f"    {row}"

    def conclusion(self) -> str:
        proof = self.proof
        if proof.proved:
            return "以上对每一种回答都成立，已经证明。"
        if proof.unproved:
            return f"没有全部证明：有 {proof.unproved:,} 种回答因选择太多没有算完，以上只对其余的回答成立。"
        return "没有全部证明：套餐太多，只数出了下限；其余各条对每一种回答都成立。"

    def said(self, chosen: Mapping[str, tuple[str, ...]], avoided: Mapping[str, tuple[str, ...]]) -> str:
        """Answers in the words of the form, in the order of the theme."""
        parts = []
        for asked in self.theme.questions:
            name = asked.question
            if chosen.get(name):
                parts.append(f"{self.question(name)}选{self.labels(name, chosen[name])}")
            if avoided.get(name):
                parts.append(f"{self.question(name)}不选{self.labels(name, avoided[name])}")
        return "，".join(parts)

    def question(self, name: str) -> str:
        return f"“{self.catalogue.questions[name].text.rstrip('？?')}”"

    def labels(self, name: str, options: tuple[str, ...]) -> str:
        labels = {option.id: option.label for option in self.catalogue.questions[name].options}
        return "、".join(f"“{labels[option]}”" for option in options)
