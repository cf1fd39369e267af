"""`onething check`, `themes`, `schemas` and `--version`."""

import json

from composer import __version__, assets

FINDING = {"severity", "rule", "subject", "reason", "suggestion", "file", "line", "column"}


def test_the_shipped_themes_have_no_fault(onething) -> None:
    done = onething("check")
    assert (done.code, done.out) == (0, "")
    assert done.err.endswith("：0 个错误，0 个提醒\n")


def broken(folder, text: str):
    (folder / "a").mkdir()
    (folder / "a/theme.yaml").write_text(text, encoding="utf-8")
    return folder


def test_errors_end_with_1_and_are_counted(onething, tmp_path) -> None:
    done = onething("check", broken(tmp_path, "id: [a\n"))
    assert done.code == 1
    assert done.out == "a/theme.yaml:1:5: 错误 [yaml-syntax] YAML 写法有误：方括号 [ 没有配对。请补上 ] 或逗号。\n"
    assert done.err == "0 个主题、0 个事项：1 个错误，0 个提醒\n"


def test_warnings_alone_end_with_0(onething, tmp_path) -> None:
    for path in sorted(assets.THEMES.rglob("*.yaml")):
        target = tmp_path / path.relative_to(assets.THEMES)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(path.read_bytes())
    (tmp_path / "notes.yaml").write_text("a: b\n", encoding="utf-8")
    done = onething("check", tmp_path)
    assert (done.code, done.out.count("\n")) == (0, 1)
    assert done.out.startswith("notes.yaml:1:1: 提醒 [file-ignored] 这个文件没有被读取。")
    assert done.err.endswith("：0 个错误，1 个提醒\n")


def test_json_lists_the_findings_with_their_places(onething, tmp_path) -> None:
    done = onething("check", broken(tmp_path, "id: a\nid: b\n"), "--json")
    findings = json.loads(done.out)
    assert done.code == 1
    assert all(set(finding) == FINDING for finding in findings)
    place = {"file": "a/theme.yaml", "line": 2, "column": 1, "rule": "yaml-duplicate-key", "severity": "错误"}
    assert any(place.items() <= finding.items() for finding in findings)


def test_json_without_findings_is_an_empty_list(onething) -> None:
    assert json.loads(onething("check", "--json").out) == []


def test_themes_lists_id_name_and_audience(onething, library) -> None:
    rows = [line.split("\t") for line in onething("themes").out.splitlines()]
    assert rows == [[theme.id, theme.name, theme.audience] for theme in library.themes.values()]


def test_schemas_are_written_and_named(onething, tmp_path) -> None:
    done = onething("schemas", tmp_path / "schema")
    assert done.code == 0
    assert sorted(done.out.splitlines()) == sorted(str(path) for path in (tmp_path / "schema").iterdir())


def test_the_version_is_told(onething) -> None:
    assert onething("--version").out == f"onething {__version__}\n"
