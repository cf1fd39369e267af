"""The reference leaves nothing out: every rule, command and option is documented, every rule has a case."""

import importlib.util
import re
from pathlib import Path

import pytest
from typer.main import get_command

from composer.cli import app
from composer.cli.outputs import output, output_names

ROOT = Path(__file__).parents[2]
ERRORS = (ROOT / "docs/reference/errors.md").read_text(encoding="utf-8")
CLI = (ROOT / "docs/reference/cli.md").read_text(encoding="utf-8")
COMMAND = get_command(app)
GROUP = getattr(COMMAND, "commands")  # noqa: B009  (a group, which typer does not say)
COMMANDS = {
    f"{name} {inner}".strip(): command
    for name, outer in GROUP.items()
    for inner, command in getattr(outer, "commands", {"": outer}).items()
}

_spec = importlib.util.spec_from_file_location("rules", Path(__file__).with_name("rules.py"))
assert _spec
assert _spec.loader
_rules = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(_rules)
RULES = sorted(_rules.rule_ids())
ROWS = re.findall(r"^\| `([a-z0-9-]+)` \| (.+) \| (.+) \| `(.+)` \|$", ERRORS, re.M)
CASES = "\n".join(
    path.read_text(encoding="utf-8")
    for folder in ("bad", "cli", "store")
    for path in sorted((ROOT / "tests" / folder).rglob("*"))
    if path.name == "expected.txt" or path.match("test_*.py")
)


def test_the_errors_page_has_one_row_for_each_rule_and_no_other() -> None:
    assert sorted(rule for rule, *_ in ROWS) == RULES


def test_each_example_is_an_example_of_its_rule() -> None:
    assert [rule for rule, _, _, example in ROWS if f"[{rule}]" not in example] == []


def test_each_example_of_content_is_what_a_case_expects() -> None:
    lines = {
        line for path in (ROOT / "tests/bad").glob("*/expected.txt") for line in path.read_text("utf-8").split("\n")
    }
    covered = {rule for line in lines for rule in re.findall(r"\[([a-z0-9-]+)\]", line)}
    shown = {rule: example.replace("\\|", "|") for rule, _, _, example in ROWS if rule in covered}
    by_bytes = {"file-empty", "file-unreadable", "yaml-depth", "yaml-character"}
    assert {rule: example for rule, example in shown.items() if example not in lines and rule not in by_bytes} == {}


@pytest.mark.parametrize("rule", RULES)
def test_each_rule_has_a_case(rule: str) -> None:
    assert re.search(rf"(?<![a-z0-9-]){rule}(?![a-z0-9-])", CASES)


def test_each_command_has_a_chapter_and_no_other() -> None:
    assert sorted(re.findall(r"^## `onething ([a-z-]+(?: [a-z-]+)?)(?= [^a-z]|`)", CLI, re.M)) == sorted(COMMANDS)


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_each_option_stands_in_the_chapter_of_its_command(name: str) -> None:
    chapter = re.split(rf"^## `onething {name}(?![a-z-]| [a-z])", CLI, flags=re.M)[1].split("\n## ")[0]
    rows = "\n".join(re.findall(r"^\| (`.+?) \|", chapter, re.M))
    options = {option for parameter in COMMANDS[name].params for option in parameter.opts if option.startswith("-")}
    assert set(re.findall(r"`(--?[a-z]+(?:-[a-z]+)*)", rows)) == options - {"--help"}


def test_each_option_of_the_whole_command_is_documented() -> None:
    options = {option for parameter in COMMAND.params for option in parameter.opts} | {"--help"}
    start = CLI.split("\n## ")[0]
    assert set(re.findall(r"^\| `(--[a-z]+)`", start, re.M)) == options


def test_each_format_is_documented_with_its_file() -> None:
    assert dict(re.findall(r"^\| `([a-z]+)` \| `([a-z.]+)`", CLI, re.M)) == {
        name: output(name).filename for name in output_names()
    }
