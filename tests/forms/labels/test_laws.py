"""What holds for every label, whatever it says."""

from hypothesis import given, settings
from hypothesis import strategies as st

from composer.forms.labels.lexicon import plain
from composer.forms.labels.reading import Role
from tests.forms.labels.shipped import reads, shipped

OWNERS = ("法定代表人", "经办人", "财务负责人", "联络员", "母亲", "父亲", "监护人", "新生儿")
TRAITS = ("姓名", "性别", "身份证号码", "移动电话", "民族", "电子邮箱")
PIECES = (
    *OWNERS,
    *TRAITS,
    "（必填）",
    "（万元）",
    "*",
    "1.",
    "：",
    " ",
    "户籍",
    "地址",
    "某物",
    "的",
    "(",
    "）",
    "移動電話",
)

labels = st.lists(st.sampled_from(PIECES), max_size=6).map("".join) | st.text(max_size=30)
sections = st.sampled_from(("", "基本信息", "附表1法定代表人信息", "监护人", "看不懂的栏目", "声明"))
abouts = st.sampled_from((None, "enterprise", "newborn"))


@given(labels, sections, abouts)
@settings(max_examples=200, deadline=None)
def test_the_trace_covers_every_character_once(label: str, section: str, about: str | None) -> None:
    pieces = reads(label, section, about).pieces
    assert [at for one in pieces for at in range(one.start, one.end)] == list(range(len(label)))


@given(labels, sections, abouts)
@settings(max_examples=200, deadline=None)
def test_what_is_certain_leaves_nothing_unread_and_is_in_the_dictionaries(
    label: str, section: str, about: str | None
) -> None:
    found = reads(label, section, about)
    if found.certain:
        assert Role.UNKNOWN not in {one.role for one in found.pieces}
        assert found.object in shipped().objects
        assert found.property in shipped().properties


@given(labels, sections, abouts)
@settings(max_examples=100, deadline=None)
def test_a_label_in_its_plain_form_reads_the_same(label: str, section: str, about: str | None) -> None:
    assert reads(plain(label), section, about).key == reads(label, section, about).key


@given(
    st.sampled_from(OWNERS),
    st.sampled_from(TRAITS),
    st.sampled_from(("1.", "（1）", "①", "3、", "一、", "*", "★")),
    st.sampled_from(("：", "＿＿＿", "（必填）", " *")),
)
@settings(deadline=None)
def test_numbers_marks_and_notes_change_nothing(owner: str, trait: str, before: str, after: str) -> None:
    assert reads(f"{before}{owner}{trait}{after}").key == reads(f"{owner}{trait}").key is not None


@given(st.sampled_from(OWNERS), st.sampled_from(TRAITS))
@settings(deadline=None)
def test_spaces_width_and_traditional_characters_change_nothing(owner: str, trait: str) -> None:
    from opencc import OpenCC  # noqa: PLC0415

    told = reads(f"{owner}{trait}").key
    assert told is not None
    assert reads("　".join(f"{owner}{trait}")).key == told
    assert reads(OpenCC("s2t").convert(f"{owner}{trait}")).key == told


@given(st.sampled_from(OWNERS), st.sampled_from(OWNERS), st.sampled_from(TRAITS))
@settings(deadline=None)
def test_the_owner_in_the_label_beats_the_heading(owner: str, heading: str, trait: str) -> None:
    found = reads(f"{owner}{trait}", heading)
    assert found.object == reads(f"{owner}{trait}").object
    assert found.owned


@given(st.sampled_from(OWNERS), st.sampled_from(TRAITS))
@settings(deadline=None)
def test_the_heading_says_whose_it_is_where_the_label_does_not(heading: str, trait: str) -> None:
    assert reads(trait, f"附表2 {heading}信息").key == reads(f"{heading}{trait}").key
