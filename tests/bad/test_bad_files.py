"""Faults that cannot be committed as readable files: encodings, sizes, bombs, folders that are none."""

import shutil
from pathlib import Path

import pytest

THEME = "open-kiosk/theme.yaml"
NOT_UTF8 = "请用编辑器的“另存为”把编码改成 UTF-8。\n"


def test_utf16_is_refused(content: Path, check) -> None:
    file = content / THEME
    file.write_bytes(file.read_text(encoding="utf-8").encode("utf-16"))
    assert check() == (1, f"{THEME}:1:1: 错误 [file-encoding] 文件是 UTF-16 编码。{NOT_UTF8}")


def test_utf16_without_a_mark_is_refused(content: Path, check) -> None:
    file = content / THEME
    file.write_bytes(file.read_text(encoding="utf-8").encode("utf-16-be"))
    assert check() == (1, f"{THEME}:1:1: 错误 [file-encoding] 文件是 UTF-16 编码。{NOT_UTF8}")


def test_gbk_is_refused_at_its_first_chinese_line(content: Path, check) -> None:
    file = content / THEME
    file.write_bytes(file.read_text(encoding="utf-8").encode("gbk"))
    assert check() == (1, f"{THEME}:2:1: 错误 [file-encoding] 文件不是 UTF-8 编码（可能是 GBK）。{NOT_UTF8}")


def test_a_byte_order_mark_is_passed_over_with_a_warning(content: Path, check) -> None:
    file = content / THEME
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes())
    said = "提醒 [file-bom] 文件开头有字节顺序标记（BOM），已略过。请另存为不带 BOM 的 UTF-8。\n"
    assert check() == (0, f"{THEME}:1:1: {said}")


@pytest.mark.parametrize(("hidden", "code"), [("\x00", "0000"), ("\x07", "0007"), ("\x7f", "007F"), ("\ufffe", "FFFE")])
def test_a_control_character_is_shown_with_its_place(content: Path, check, hidden: str, code: str) -> None:
    file = content / THEME
    file.write_text(file.read_text(encoding="utf-8").replace("开小店一", f"开小{hidden}店一"), encoding="utf-8")
    said = f"{THEME}:2:9: 错误 [yaml-character] 有看不见的控制字符 U+{code}。请删去这个字符，或整行重打。\n"
    assert check() == (1, said)


def test_a_control_character_in_the_guide_is_found(content: Path, check) -> None:
    (content / "open-kiosk/guide.md").write_text("一\n二\x1b[31m\n", encoding="utf-8")
    said = "open-kiosk/guide.md:2:2: 错误 [yaml-character] 有看不见的控制字符 U+001B。请删去这个字符，或整行重打。\n"
    assert check() == (1, said)


def test_fifty_megabytes_are_refused_before_they_are_read(content: Path, check, monkeypatch) -> None:
    file = content / THEME
    with file.open("wb") as stream:
        stream.truncate(50_000_000)
    read = Path.read_bytes

    def read_small(path: Path) -> bytes:
        assert path != file.relative_to(content.parent), "the large file was read"
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", read_small)
    reason = "文件有 50,000,000 字节，超过上限 1,048,576 字节。请拆成几个文件，或检查是否放错了文件。"
    assert check() == (1, f"{THEME}:1:1: 错误 [file-too-large] {reason}\n")


def test_a_hundred_thousand_brackets_are_refused(content: Path, check) -> None:
    (content / THEME).write_text("id: " + "[" * 100_000, encoding="utf-8")
    assert check() == (1, f"{THEME}:1:1004: 错误 [yaml-depth] 嵌套太深，超过 1000 层。请检查缩进和括号。\n")


def test_forty_brackets_are_too_many(content: Path, check) -> None:
    (content / THEME).write_text("id: " + "[" * 41 + "]" * 41, encoding="utf-8")
    assert check() == (1, f"{THEME}:1:44: 错误 [yaml-depth] 嵌套太深，超过 40 层。请检查缩进和括号。\n")


def test_a_hundred_thousand_levels_of_lists_are_refused(content: Path, check) -> None:
    (content / THEME).write_text("- " * 100_000, encoding="utf-8")
    assert check() == (1, f"{THEME}:1:81: 错误 [yaml-depth] 嵌套太深，超过 40 层。请检查缩进和括号。\n")


def test_an_empty_theme_file_is_named(content: Path, check) -> None:
    (content / THEME).write_bytes(b"")
    assert check() == (1, f"{THEME}:1:1: 错误 [file-empty] 文件是空的。请写上内容，或删去文件。\n")


def test_a_folder_in_the_place_of_a_file_is_named(content: Path, check) -> None:
    (content / THEME).unlink()
    (content / THEME).mkdir()
    assert check() == (1, f"{THEME}:1:1: 错误 [file-unreadable] 这不是一个普通文件。请换成文件，或改名。\n")


def test_a_link_that_leads_nowhere_is_named(content: Path, check) -> None:
    (content / "catalogue/items/gone.yaml").symlink_to("nowhere.yaml")
    said = "错误 [file-unreadable] 读不了这个文件（No such file or directory）。请检查权限和磁盘。\n"
    assert check() == (1, f"catalogue/items/gone.yaml:1:1: {said}")


def test_an_empty_folder_says_where_to_point(content: Path, check) -> None:
    shutil.rmtree(content)
    content.mkdir()
    said = "错误 [folder-empty] content：这个文件夹里没有主题（*/theme.yaml）。请指到内容文件夹，如 themes。\n"
    assert check() == (1, said)


def test_a_missing_folder_is_an_error_of_the_machine(content: Path, check) -> None:
    shutil.rmtree(content)
    said = "错误 [folder-missing] content：没有这个文件夹。请检查路径，写内容文件夹，如 themes。\n"
    assert check() == (4, said)


def test_a_file_in_the_place_of_the_folder_is_an_error_of_the_machine(content: Path, check) -> None:
    shutil.rmtree(content)
    content.write_text("x", encoding="utf-8")
    said = "错误 [folder-missing] content：这是一个文件，不是文件夹。请检查路径，写内容文件夹，如 themes。\n"
    assert check() == (4, said)
