from random import Random

import numpy as np
import pytest

from benchmarks.names.judging import Base, Outcome, Variant, by_cluster, by_score
from benchmarks.names.variation import SAME, all_characters, contrasted, mistyped, ordered
from benchmarks.variations import made_of
from composer import assets
from composer.exchange.content import load_library
from composer.materials.names.lexicon import Lexicon

BASES = [Base("居民身份证", "card"), Base("户口簿", "register"), Base("户口本", "register")]
VARIANTS = [
    Variant("same", 0, "身份证复印件"),
    Variant("same", 1, "户口簿（原件）"),
    Variant("slip", 1, "居民身份证"),
    Variant("other", 0, "居民身份证", another=True),
    Variant("other", 0, "居民居住证", another=True),
]


@pytest.fixture(scope="module")
def lexicon():
    return Lexicon.of(load_library(assets.THEMES).catalogue)


def test_ours_is_judged_by_what_a_list_would_merge(lexicon):
    said = by_cluster(lexicon)(BASES, VARIANTS)
    assert said == {"same": Outcome(2, 2, 0), "slip": Outcome(1, 0, 1), "other": Outcome(2, 0, 1)}


def test_a_peer_is_judged_by_its_score_from_the_threshold_up():
    def first_characters(names, others, least):
        return np.array([[float(name[0] == other[0]) for other in others] for name in names])

    said = by_score(first_characters, 1.0)(BASES, VARIANTS)
    assert said == {"same": Outcome(2, 1, 0), "slip": Outcome(1, 0, 1), "other": Outcome(2, 0, 2)}


def test_a_name_that_is_never_one_with_another_is_found_by_nobody(lexicon):
    said = by_cluster(lexicon)([Base("其他材料", "any")], [Variant("same", 0, "其他材料；")])
    assert said == {"same": Outcome(1, 0, 0)}


def test_variants_are_the_same_for_the_same_names_and_none_repeats_its_base():
    assert made_of(BASES) == made_of(BASES)
    assert all(one.name != BASES[one.base].name for one in made_of(BASES))
    assert {one.sort.partition(":")[0] for one in made_of(BASES)} == {"said otherwise", "mistyped"}


def test_every_rule_changes_the_writing_and_no_word_of_a_plain_name():
    for make in SAME.values():
        assert "护照" in make("护照", Random(1)).replace(" ", "").replace("\u3000", "").replace("\xa0", "").replace(
            "護", "护"
        )


def test_a_slip_changes_one_character():
    for seed in range(20):
        for sort, name in mistyped("法定代表人身份证", Random(seed), all_characters(["一二三"])):
            assert abs(len(name) - 8) <= 1, sort
            assert name != "法定代表人身份证"


def test_a_contrast_is_another_document():
    assert dict(contrasted("股权变更报告书"))["报告书 / 报告表"] == "股权变更报告表"
    assert ("法定代表人 / 股东 / 经办人", "配偶身份证") in set(contrasted("股东身份证"))
    assert not list(contrasted("变压器"))
    assert list(contrasted("营业执照")) == [("正本 / 副本", "营业执照正本")]


def test_another_order_names_the_same_holder_and_document():
    name, others = ordered("身份证", Random(3))
    assert all(sorted(set(name) - set(other)) == [] for other in others)
