"""The installed command as a process of its own."""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

COMMAND = shutil.which("onething", path=str(Path(sys.executable).parent)) or "onething"


def run(*words: str, **options) -> subprocess.CompletedProcess[str]:
    given = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "encoding": "utf-8", "check": False, **options}
    return subprocess.run([COMMAND, *words], **given)


def test_results_go_to_stdout_and_the_exit_code_is_0() -> None:
    done = run("compose", "newborn", "--json")
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)["theme"]["id"] == "newborn"


def test_messages_go_to_stderr_and_the_exit_code_tells_which() -> None:
    done = run("compose", "nothing-like-it-at-all")
    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr.startswith("错误 [answer-theme] ")


def test_a_terminal_without_chinese_still_gets_everything() -> None:
    done = run("themes", env={**os.environ, "PYTHONIOENCODING": "latin-1"})
    assert (done.returncode, done.stderr) == (0, "")
    assert "\\u4e00\\u4ef6\\u4e8b" in done.stdout


def test_a_reader_that_leaves_early_gets_no_traceback() -> None:
    with subprocess.Popen([COMMAND, "compose", "open-restaurant", "--json"], stdout=-1, stderr=-1) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        assert process.stderr.read() == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize("words", [("themes",), ("compose", "open-restaurant", "--json"), ("check", "--json")])
def test_results_that_do_not_fit_are_an_error_of_the_machine(words) -> None:
    with Path("/dev/full").open("wb") as full:
        done = run(*words, stdout=full)
    assert done.returncode == 4
    last = done.stderr.splitlines()[-1]
    assert last == "错误 [disk-full] 标准输出：磁盘满了，什么也没有写下。请腾出空间，或用 --out 换一个地方。"
    assert "Traceback" not in done.stderr


def test_ctrl_c_ends_with_130_and_no_traceback() -> None:
    code = (
        "import sys, time\n"
        "import composer.exchange.content as content\n"
        "def slow(folder):\n"
        "    print('began', flush=True)\n"
        "    time.sleep(600)\n"
        "content.load_library = slow\n"
        "from composer.cli import main\n"
        "sys.argv = ['onething', 'themes']\n"
        "main()\n"
    )
    with subprocess.Popen([sys.executable, "-c", code], stdout=-1, stderr=-1) as process:
        assert process.stdout
        assert process.stderr
        assert process.stdout.readline() == b"began\n"
        process.send_signal(signal.SIGINT)
        assert process.stderr.read() == b""
        assert process.wait() == 130


def test_ctrl_c_stops_the_service_at_once(tmp_path) -> None:
    command = [COMMAND, "serve", "--port", "0", "--db", str(tmp_path / "one.db")]
    with subprocess.Popen(command, stdout=-1, stderr=-1) as process:
        assert process.stderr
        address = re.search(r"http://[0-9.:]+/", process.stderr.readline().decode("utf-8"))
        assert address
        with urllib.request.urlopen(address.group()) as answer:
            assert answer.status == 200
        process.send_signal(signal.SIGINT)
        assert process.stderr.read() == b""
        assert process.wait() in (0, 130)
