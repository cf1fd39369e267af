"""Laws of names: whatever is written, nothing is lost, and nothing but the words decides."""

import random

from hypothesis import example, given
from hypothesis import strategies as st

from composer.materials.names.canon import canonical
from composer.materials.names.listed import listed
from composer.materials.names.parse import parse
from composer.materials.names.sheet import Sheet
from composer.materials.names.split import split
from composer.texts import Aligned
from tests.materials.names.lexica import shipped

shipped()  # its first call takes a while, and is nobody's example
HOLDERS = ["", "申请人", "法定代表人", "股东的", "经办人", "父母双方", "全体股东"]
KINDS = [
    "身份证",
    "營業執照",
    "户口薄",
    "授权委托书",
    "环境影响报告表",
    "施工方案",
    "食品经营许可证",
    "结婚证",
    "不锈钢图册",
]
CARRIERS = ["", "复印件", "原件及复印件", "（原件1份）", "副本", "电子版", "复印件各一份", "(正反面)"]
BEFORE = ["", "1.", "（二）", "③ ", "《", "有效的", "加盖公章的", "菏泽市"]
AFTER = ["", "；", "。", "》", "（如有）", "（近6个月内）", "一式两份"]
JOINTS = ["、", "及", "和", "或", "或者", "，", "/"]

ODD = [
    "证" * 10_000,
    "0123-45",
    "身份证\u200b复印件",
    "\u202e身份证\u202c",
    "身\ud800份证",
    "ｉｄ　ＣＡＲＤ身份證",
    "<b>身份证</b>&nbsp;",
    "身份证\x00\x07\x1b[31m",
    "㈱⑫㊣️⃣",
    "（（（《《《",
    "、、及及或或，，",
    "\r\n\t\u2028",
]
"""What stands in lists that nobody looked at: long, cut, marked up, of two directions, half a character."""
catalogued = st.sampled_from(sorted({word for kind in shipped().by_id.values() for word in kind.wordings}))
pieces = st.tuples(*(st.sampled_from(part) for part in (BEFORE, HOLDERS, KINDS, CARRIERS, AFTER))).map("".join)
names = st.one_of(
    st.text(max_size=60),
    pieces,
    st.tuples(pieces, st.sampled_from(JOINTS), pieces).map("".join),
    catalogued,
    st.tuples(st.sampled_from(BEFORE), catalogued, st.sampled_from(CARRIERS), st.sampled_from(AFTER)).map("".join),
    st.tuples(catalogued, st.sampled_from(JOINTS), catalogued).map("".join),
    st.tuples(st.sampled_from(ODD), catalogued).map("".join),
    st.sampled_from(ODD),
    st.text(alphabet="《》（）()、和或的证表书复印件原件正副本申请人12一 　\t\x00﷽㈱①Ⅱ", max_size=30),
)


@given(names)
@example("《（")
@example("1、")
@example("﷽")
@example("影本影本")
def test_every_character_of_a_name_has_one_role_in_its_order(name: str) -> None:
    parsed = parse(name, shipped())
    assert "".join(name[piece.start : piece.end] for piece in parsed.pieces) == name
    assert all(one.end == other.start for one, other in zip(parsed.pieces, parsed.pieces[1:], strict=False))


@given(names)
def test_splitting_loses_no_character_but_the_joints(name: str) -> None:
    sheet = Sheet.of(Aligned(name))
    whole = sheet.text
    parts = [part.text for group in split(sheet, shipped()) for part in group]
    rest = whole
    for part in filter(None, parts):
        before, found, rest = rest.partition(part)
        assert found == part
        assert len(before) <= len("，以及其")
    assert rest == "" or not any(parts)


@given(pieces)
def test_numbers_notes_and_carriers_never_change_the_document(name: str) -> None:
    plain = parse(name, shipped())
    for decorated in (f"3、{name}", f"{name}；", f" {name}　", f"（1）{name}"):
        assert [one.key for one in parse(decorated, shipped()).documents] == [one.key for one in plain.documents]


@given(st.sampled_from(KINDS), st.sampled_from(["法定代表人", "股东", "经办人", "父母", "申请人"]),
       st.sampled_from(["法定代表人", "股东", "经办人", "父母", "申请人"]), st.sampled_from(CARRIERS))  # fmt: skip
def test_documents_of_different_holders_are_never_one(kind: str, one: str, other: str, carrier: str) -> None:
    keys = {holder: [document.key for document in parse(f"{holder}{kind}{carrier}", shipped()).documents]
            for holder in (one, other)}  # fmt: skip
    assert (keys[one] == keys[other]) is (one == other)


@given(pieces)
def test_what_a_key_calls_a_known_document_is_the_same_document(name: str) -> None:
    for document in parse(name, shipped()).documents:
        if document.kind is not None and document.qualifier is None and document.region is None:
            said = f"{shipped().called(document.holder)}{document.name}{document.part or ''}"
            (again,) = parse(said, shipped()).documents
            assert again.key == document.key


@given(st.lists(names, max_size=12), st.randoms(use_true_random=False))
def test_the_order_of_a_list_changes_no_row_of_it(many: list[str], order: random.Random) -> None:
    told = {name: listed(parse(name, shipped()), shipped()) for name in many}
    shuffled = list(many)
    order.shuffle(shuffled)
    assert {name: listed(parse(name, shipped()), shipped()) for name in shuffled} == told


@given(st.text(alphabet="其他有关相关材料文件资料规定要求的", min_size=1, max_size=12))
def test_a_catch_all_has_no_key(words: str) -> None:
    for document in parse(f"其他{words}材料", shipped()).documents:
        if document.catch_all:
            assert document.key is None


@given(names)
def test_what_is_parsed_again_is_the_same(name: str) -> None:
    assert parse(name, shipped()) == parse(name, shipped())
    assert parse(name, shipped(), traced=False).groups == parse(name, shipped()).groups


@given(catalogued)
def test_every_wording_of_the_catalogue_is_its_kind_however_it_is_handed_in(wording: str) -> None:
    (kind,) = {kind.id for kind in shipped().by_id.values() if wording in kind.wordings}
    for said in (wording, f"2、《{wording}》复印件1份", f" {wording} ；"):
        documents = parse(said, shipped()).documents
        assert [one.kind for one in documents if not one.catch_all] in ([kind], [])


@given(catalogued, catalogued)
def test_a_word_for_a_holder_never_makes_two_kinds_one(one: str, other: str) -> None:
    first, second = (
        [document.kind for document in parse(f"法定代表人{wording}", shipped()).documents] for wording in (one, other)
    )
    plain_first, plain_second = (
        [document.kind for document in parse(wording, shipped()).documents] for wording in (one, other)
    )
    if plain_first != plain_second:
        assert first != second or None in first


@given(st.lists(names, min_size=2, max_size=4))
def test_no_key_is_of_two_holders_or_two_kinds(many: list[str]) -> None:
    told: dict[str, tuple[str | None, str | None]] = {}
    for name in many:
        for one in parse(name, shipped()).documents:
            if one.key:
                assert told.setdefault(one.key, (one.kind, one.holder)) == (one.kind, one.holder)


numbers = st.tuples(
    st.integers(1, 199), st.sampled_from(["", "-", ".", ":", "/", "、", "×", "±", "："]), st.integers(1, 199)
).map(lambda parts: "".join(map(str, parts)))
signs = st.sampled_from(["", "<", ">", "≤", "≥", "±", "-", "＜"])


@given(st.tuples(signs, numbers), st.tuples(signs, numbers), st.sampled_from(["型图册", "层平面图", "MPa容器合格证"]))
@example(("", "1.6"), ("", "1、6"), "型图册")
@example(("<", "1/6"), (">", "1/6"), "层平面图")
def test_two_numbers_never_come_to_one_for_a_mark_left_out(
    one: tuple[str, str], other: tuple[str, str], kind: str
) -> None:
    first, second = ("".join(said).replace("：", ":").replace("＜", "<") for said in (one, other))
    keys = [
        [document.key for document in parse(f"类号{said}{kind}", shipped()).documents]
        for said in ("".join(one), "".join(other))
    ]
    assert (keys[0] == keys[1]) == (first == second)


@given(st.text(alphabet="12一二寸类AI证照片的之外目-—~+<>=.,、/至％%#", max_size=12))
def test_the_one_form_of_a_wording_is_its_own(words: str) -> None:
    form = canonical(words)
    assert canonical(form) == form
