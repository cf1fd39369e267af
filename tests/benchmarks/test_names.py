from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.names import labels, ours
from benchmarks.names.labels import Labelled
from benchmarks.names.pairs import Pairs, count, count_with
from benchmarks.names.sweep import best, components
from composer import assets
from composer.exchange.content import load_library
from composer.materials.names.lexicon import Lexicon

few = st.integers(0, 3)
names = st.lists(st.tuples(few, few, st.sampled_from("ab")), max_size=12)
thirds = st.integers(0, 3).map(lambda one: one / 3)


def columns(rows):
    return [list(column) for column in zip(*rows, strict=True)] if rows else [[], [], []]


def by_hand(rows, pairs):
    right = false = missed = across = 0
    for one, other in pairs:
        (truth, told, holder), (other_truth, other_told, other_holder) = rows[one], rows[other]
        right += truth == other_truth and told == other_told
        missed += truth == other_truth and told != other_told
        false += truth != other_truth and told == other_told
        across += truth != other_truth and told == other_told and holder != other_holder
    return Pairs(right, false, missed, across)


@given(names)
def test_pairs_are_counted_as_by_hand(rows):
    assert count(*columns(rows)) == by_hand(rows, combinations(range(len(rows)), 2))


@given(names, st.data())
def test_pairs_with_a_marked_name_are_counted_as_by_hand(rows, data):
    marked = data.draw(st.lists(st.booleans(), min_size=len(rows), max_size=len(rows)))
    pairs = [pair for pair in combinations(range(len(rows)), 2) if marked[pair[0]] or marked[pair[1]]]
    assert count_with(*columns(rows), marked) == by_hand(rows, pairs)


def test_shares_follow_from_the_pairs():
    pairs = Pairs(right=6, false=2, missed=6)
    assert (pairs.precision, pairs.recall, pairs.f1) == (0.75, 0.5, 0.6)


@st.composite
def scored(draw):
    rows = draw(st.lists(st.tuples(few, st.sampled_from("ab")), min_size=2, max_size=7))
    scores = np.eye(len(rows))
    for one, other in combinations(range(len(rows)), 2):
        scores[one, other] = scores[other, one] = draw(thirds)
    return scores, [truth for truth, _ in rows], [holder for _, holder in rows]


@given(scored(), st.sampled_from([None, 0.5, 1.0]))
def test_no_threshold_does_better_than_the_best(given_scores, precision):
    scores, truth, holders = given_scores
    tried = [count(truth, components(scores, threshold), holders) for threshold in (1 / 3, 2 / 3, 1)]
    tried += [by_pair(scores, threshold, truth, holders) for threshold in (1 / 3, 2 / 3, 1)]
    found = best(scores, truth, holders, precision).pairs
    if precision is None:
        assert found.f1 == max([0, *(one.f1 for one in tried)])
    else:
        assert found.precision >= precision
        assert found.recall == max(0, found.recall, *(one.recall for one in tried if one.precision >= precision))


@given(scored())
def test_the_best_threshold_gives_the_pairs_that_it_tells(given_scores):
    scores, truth, holders = given_scores
    point = best(scores, truth, holders)
    if point.grouped:
        assert point.pairs == count(truth, components(scores, point.threshold), holders)
    else:
        assert point.pairs == by_pair(scores, point.threshold, truth, holders)


def by_pair(scores, threshold, truth, holders):
    total = Pairs()
    for one, other in combinations(range(len(truth)), 2):
        merged = scores[one, other] >= threshold
        total += by_hand([(truth[one], 0, holders[one]), (truth[other], 0 if merged else 1, holders[other])], [(0, 1)])
    return total


def test_the_judged_names_are_those_that_their_page_counts():
    judged = labels.labelled(labels.JUDGED)
    assert len(judged) == len({one.name for one in judged}) == 727
    assert Pairs.of_truth([one.cluster for one in judged]) == 570
    assert {one.half for one in judged} == {"dev", "held"}


def test_the_written_names_are_those_that_their_page_counts():
    written = labels.labelled(labels.WRITTEN)
    assert (len(written), len({one.cluster for one in written})) == (2830, 1257)
    assert Pairs.of_truth([one.cluster for one in written]) == 4580


@pytest.fixture(scope="module")
def catalogue():
    return load_library(assets.THEMES).catalogue


def test_no_name_that_is_asked_for_is_known_while_its_kind_is_hidden(catalogue):
    judged = labels.labelled(labels.JUDGED)
    asked_for = [False] * len(judged)
    for hidden, asked in ours.folds(judged, catalogue):
        kept = ours.without_kinds(catalogue, hidden).kinds
        assert not hidden & kept.keys()
        asked_for = [one or another for one, another in zip(asked_for, asked, strict=True)]
    assert all(asked_for)


def test_what_is_learnt_of_hidden_kinds_counts(catalogue):
    two = [Labelled("婚姻状况证明", "one", ""), Labelled("婚姻证明", "one", "")]
    assert ours.measured_hidden(two, catalogue) == Pairs(missed=1)
    assert ours.measured_hidden(two, catalogue, lambda ignorant, asked: catalogue) == Pairs(right=1)


def test_clusters_are_those_of_a_list(catalogue):
    told = ours.clusters(["身份证复印件", "居民身份证", "其他材料", "其他材料"], Lexicon.of(catalogue))
    assert told[0] == told[1]
    assert len(set(told)) == 3
