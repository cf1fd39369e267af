import csv
import subprocess
import sys

import pytest

from benchmarks.lists import bare
from benchmarks.names.lists import different_names, write_holders, write_list, write_long_names
from benchmarks.names.processes import cost
from composer import assets
from composer.exchange.content import load_library

HOLD = "import time; block = bytearray(64 << 20); time.sleep(1)"


def read(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


@pytest.fixture(scope="module")
def names():
    return different_names(300, load_library(assets.THEMES).catalogue)


def test_a_list_is_the_same_for_the_same_names(names, tmp_path):
    for path in ("one.csv", "same.csv"):
        write_list(tmp_path / path, names, 1_000)
    assert (tmp_path / "one.csv").read_bytes() == (tmp_path / "same.csv").read_bytes()
    assert len({row[1] for row in read(tmp_path / "one.csv")[1:]}) > 250


def test_a_list_of_holders_has_another_in_every_row(names, tmp_path):
    write_holders(tmp_path / "list.csv", names, 500)
    assert len({row[1] for row in read(tmp_path / "list.csv")}) == 501


def test_long_names_are_as_long_as_is_said_and_differ(names, tmp_path):
    write_long_names(tmp_path / "list.csv", names, 5, 10_000)
    long = [row[0] for row in read(tmp_path / "list.csv")[1:]]
    assert [len(name) for name in long] == [10_000] * 5
    assert len(set(long)) == 5


def test_the_plain_peer_numbers_every_different_name_once(tmp_path):
    (tmp_path / "in.csv").write_text("id,name\n1,甲\n2,乙\n3,甲\n", encoding="utf-8")
    bare(str(tmp_path / "in.csv"), str(tmp_path / "out.csv"))
    assert [row[-1] for row in read(tmp_path / "out.csv")] == ["cluster", "0", "1", "0"]


def test_the_memory_of_children_is_counted_too():
    alone = cost([sys.executable, "-c", HOLD])
    child = f"import subprocess, sys; child = subprocess.Popen([sys.executable, '-c', {HOLD!r}]); {HOLD}; child.wait()"
    both = cost([sys.executable, "-c", child])
    assert 64 < alone.megabytes < 128 < both.megabytes


def test_a_command_that_fails_is_no_figure():
    with pytest.raises(subprocess.CalledProcessError):
        cost([sys.executable, "-c", "raise SystemExit(3)"])
