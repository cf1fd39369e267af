"""What is asked, and in which order."""

from hypothesis import given, settings
from hypothesis import strategies as st

from composer.materials.names.lexicon import Lexicon
from composer.materials.names.parse import parse
from composer.materials.review.contrasts import contrasts, told_apart
from composer.materials.review.likeness import alike
from composer.materials.review.queue import Queue
from composer.materials.review.settle import settle
from composer.model.verdict import Said
from tests.materials.review.small import CATALOGUE, judged

LEXICON = Lexicon.of(CATALOGUE)
NAMES = {
    "户口簿册": 3, "户口簿": 10, "居民户口簿复印件": 2, "食品安全管理制度汇编": 4, "食品安全管理制度": 5,
    "建设项目环境影响报告书": 1, "建设项目环境影响报告表": 1, "其他材料": 9, "申请表": 9,
}  # fmt: skip


def queue_of(names: dict[str, int]) -> Queue:
    return Queue([(parse(name, LEXICON), rows) for name, rows in names.items()], LEXICON)


def asked(queue: Queue, *verdicts) -> list[tuple[str, str]]:
    return [(one.one, one.other) for one in queue.ranked(settle(verdicts, CATALOGUE))]


def test_wordings_that_are_alike_are_asked_and_catch_alls_and_bare_forms_never() -> None:
    pairs = asked(queue_of(NAMES))
    assert ("household-register", "~户口簿册") in pairs
    assert ("~食品安全管理制度", "~食品安全管理制度汇编") in pairs
    assert not any("申请书" in unit or "其他" in unit for pair in pairs for unit in pair)


def test_what_one_word_tells_apart_is_not_worth_asking() -> None:
    assert ("~环境影响报告书", "~环境影响报告表") not in asked(queue_of(NAMES))


def test_the_words_that_tell_apart_are_named() -> None:
    assert list(contrasts("公司设立登记申请书", "公司变更登记申请书")) == [({"设立"}, {"变更"})]
    assert told_apart("户口簿", "户口簿册") == 1


def test_a_pair_that_was_judged_is_not_asked_again_nor_what_follows_from_it() -> None:
    queue = queue_of({"甲乙丙丁证照": 1, "甲乙丙丁证照本": 1, "甲乙丙丁证照册": 1})
    assert len(asked(queue)) == 3
    same = judged("~甲乙丙丁证照", Said.SAME, "~甲乙丙丁证照本")
    assert len(asked(queue, same)) == 1
    assert asked(queue, same, judged("~甲乙丙丁证照", Said.DIFFERENT, "~甲乙丙丁证照册")) == []


def test_a_pair_that_somebody_else_has_on_the_table_is_left_out() -> None:
    queue = queue_of(NAMES)
    first = queue.ranked(settle([], CATALOGUE))[0]
    assert first.pair not in {one.pair for one in queue.ranked(settle([], CATALOGUE), {first.pair})}


def test_of_pairs_equally_alike_the_one_that_joins_more_names_comes_first() -> None:
    few = {"甲乙丙丁证照": 1, "甲乙丙丁证照本": 1}
    many = {"天地玄黄执照": 1, "天地玄黄执照本": 1, "天地玄黄执照（原件）": 1, "天地玄黄执照复印件": 1}
    assert asked(queue_of({**few, **many}))[0] == ("~天地玄黄执照", "~天地玄黄执照本")


def test_kinds_of_the_catalogue_are_never_asked_about_among_themselves() -> None:
    pairs = asked(queue_of({"结婚证": 1, "亲属关系证明": 1, "户口簿": 1}))
    assert pairs == []


@given(st.lists(st.text("甲乙丙丁戊己书证表册", min_size=2, max_size=6), unique=True, max_size=20),
       st.randoms(use_true_random=False))  # fmt: skip
@settings(max_examples=50)
def test_likeness_does_not_depend_on_the_order_of_the_list(wordings: list[str], random) -> None:
    def found(texts: list[str]) -> set[tuple[str, str, float]]:
        return set(alike({text: f"~{text}" for text in texts}, {f"~{text}" for text in texts}))

    shuffled = random.sample(wordings, len(wordings))
    assert {row[:2] for row in found(wordings)} == {row[:2] for row in found(shuffled)}
    assert all(0 <= score <= 1 for _, _, score in found(wordings))


@given(st.dictionaries(st.text("甲乙丙丁戊己书证表册", min_size=2, max_size=6), st.integers(1, 9), max_size=15),
       st.integers(0, 40))  # fmt: skip
@settings(max_examples=40)
def test_a_review_ends_and_asks_no_pair_of_classes_twice(names: dict[str, int], pattern: int) -> None:
    queue, verdicts, seen = queue_of(names), [], set()
    while left := queue.ranked(settle(verdicts, CATALOGUE)):
        pair = left[0]
        assert pair.pair not in seen
        seen.add(pair.pair)
        said = Said.SAME if (pattern >> (len(verdicts) % 6)) & 1 and "~" in pair.one + pair.other else Said.DIFFERENT
        verdicts.append(judged(pair.one, said, pair.other))
        assert len(verdicts) < 300
