"""The machine refuses: read-only folders, full disks, taken ports. Nothing half-written stays behind."""

import errno
import os
import shutil
import socket
import subprocess
import tempfile
from pathlib import Path

import pytest

from composer.errors import MachineError
from composer.files import write_all, write_each
from composer.store.failures import machine_error

WRITE = ("compose", "open-restaurant", "--format", "json,schema", "--out")
FILES = {"one.txt": b"new one", "two.txt": b"new two"}


def refuse(monkeypatch, call: str, code: int, at: int = 1) -> None:
    """Make the `at`-th call of `call` (a dotted name below os) fail with the error number `code`."""
    real, calls = getattr(os, call), []

    def failing(*args, **kwargs):
        calls.append(args)
        if len(calls) == at:
            raise OSError(code, os.strerror(code))
        return real(*args, **kwargs)

    monkeypatch.setattr(os, call, failing)


def finding_of(folder: Path) -> str:
    with pytest.raises(MachineError) as refused:
        write_all(folder, FILES)
    return str(refused.value)


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (errno.ENOSPC, "[disk-full] {}：磁盘满了，什么也没有写下。请腾出空间，或用 --out 换一个地方。"),
        (errno.EDQUOT, "[disk-full] {}：磁盘配额用完了，什么也没有写下。请腾出空间，或用 --out 换一个地方。"),
        (errno.EROFS, "[folder-read-only] {}：这个文件夹是只读的。请用 --out 换一个能写的文件夹。"),
        (errno.EACCES, "[folder-read-only] {}：没有写入权限。请用 --out 换一个能写的文件夹。"),
        (errno.EPERM, "[folder-read-only] {}：没有写入权限。请用 --out 换一个能写的文件夹。"),
        (errno.EIO, "[write-failed] {}：写不了（Input/output error）。请检查路径和磁盘。"),
    ],
)
def test_a_refusal_in_the_middle_leaves_what_was_there(tmp_path, monkeypatch, code: int, said: str) -> None:
    (tmp_path / "one.txt").write_bytes(b"old one")
    refuse(monkeypatch, "fsync", code, at=2)
    assert finding_of(tmp_path) == "错误 " + said.format(tmp_path)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"one.txt": b"old one"}


def test_a_refusal_leaves_no_folder_that_was_made_for_it(tmp_path, monkeypatch) -> None:
    refuse(monkeypatch, "fsync", errno.ENOSPC)
    finding_of(tmp_path / "a/b")
    assert list(tmp_path.iterdir()) == []


def test_an_interruption_leaves_nothing(tmp_path, monkeypatch) -> None:
    def interrupted(handle):
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_all(tmp_path / "a", FILES)
    assert list(tmp_path.iterdir()) == []


def test_what_is_written_replaces_what_was_there(tmp_path) -> None:
    (tmp_path / "one.txt").write_bytes(b"old one")
    assert write_all(tmp_path, FILES) == [tmp_path / "one.txt", tmp_path / "two.txt"]
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == FILES


def test_files_of_several_folders_are_written_all_or_none(tmp_path, monkeypatch) -> None:
    one, two = tmp_path / "a/one.txt", tmp_path / "b/two.txt"
    refuse(monkeypatch, "fsync", errno.ENOSPC, at=2)
    with pytest.raises(MachineError) as refused:
        write_each({one: b"1", two: b"2"})
    assert str(refused.value).startswith(f"错误 [disk-full] {tmp_path / 'b'}：磁盘满了，什么也没有写下。")
    assert list(tmp_path.iterdir()) == []
    assert write_each({one: b"1", two: b"2"}) == [one, two]


def test_both_files_of_the_standard_or_none_are_written(onething, tmp_path, monkeypatch) -> None:
    refuse(monkeypatch, "fsync", errno.ENOSPC, at=2)
    done = onething("materials", "standard", "-o", tmp_path / "s.xlsx", "-o", tmp_path / "s.json")
    assert (done.code, done.out) == (4, "")
    assert "[disk-full]" in done.err
    assert list(tmp_path.iterdir()) == []


def test_a_link_stays_and_what_it_leads_to_is_written(tmp_path) -> None:
    (tmp_path / "link.txt").symlink_to("below/real.txt")
    assert write_each({tmp_path / "link.txt": b"new"}) == [tmp_path / "link.txt"]
    assert (tmp_path / "link.txt").is_symlink()
    assert (tmp_path / "below/real.txt").read_bytes() == b"new"


def test_a_full_disk_of_the_folder_for_work_is_named_and_not_stdout(onething, tmp_path, monkeypatch) -> None:
    (tmp_path / "in.csv").write_text("name\n身份证\n", encoding="utf-8")
    (tmp_path / "work").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "work"))
    refuse(monkeypatch, "mkdir", errno.ENOSPC)
    done = onething("materials", "dedupe", tmp_path / "in.csv", "-o", tmp_path / "out.csv")
    assert (done.code, done.out) == (4, "")
    way_out = "请腾出空间，或用环境变量 TMPDIR 换一个地方。"
    assert done.err == f"错误 [disk-full] {tmp_path / 'work'}：磁盘满了，什么也没有写下。{way_out}\n"


def test_a_folder_in_the_place_of_a_file_stops_all_files(tmp_path) -> None:
    (tmp_path / "two.txt").mkdir()
    way_out = "请用 --out 换一个文件夹，或移走那个文件夹。"
    assert finding_of(tmp_path) == f"错误 [folder-blocked] {tmp_path}：里面有一个文件夹与要写的文件同名。{way_out}"
    assert [path.name for path in tmp_path.iterdir()] == ["two.txt"]


def test_a_file_in_the_place_of_the_folder_is_named(onething, tmp_path) -> None:
    (tmp_path / "taken").write_bytes(b"")
    done = onething(*WRITE, tmp_path / "taken")
    assert (done.code, done.out) == (4, "")
    way_out = "请用 --out 换一个文件夹，或移走那个文件。"
    assert f"错误 [folder-blocked] {tmp_path / 'taken'}：这里已有一个同名文件。{way_out}\n" in done.err


def test_a_file_on_the_way_to_the_folder_is_named(onething, tmp_path) -> None:
    (tmp_path / "taken").write_bytes(b"")
    done = onething(*WRITE, tmp_path / "taken/below")
    assert (done.code, done.out) == (4, "")
    assert "：路径中有一段是文件，不是文件夹。请用 --out 换一个文件夹。\n" in done.err


@pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="needs a folder that nobody may write to")
def test_a_folder_that_takes_no_files_is_refused(onething) -> None:
    done = onething(*WRITE, "/proc/self")
    assert (done.code, done.out) == (4, "")
    assert "错误 [" in done.err.splitlines()[-1]


def test_schemas_into_a_file_are_refused(onething, tmp_path) -> None:
    (tmp_path / "taken").write_bytes(b"")
    done = onething("schemas", tmp_path / "taken")
    assert (done.code, done.out) == (4, "")
    assert done.err == (
        f"错误 [folder-blocked] {tmp_path / 'taken'}：这里已有一个同名文件。请换一个文件夹，或移走那个文件。\n"
    )


@pytest.fixture
def tiny_disk(tmp_path):
    """A real file system of 64 KiB, where this machine lets us mount one; None elsewhere."""
    folder = tmp_path / "tiny"
    folder.mkdir()
    mount = shutil.which("mount")
    command = [mount, "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(folder)]
    mounted = mount is not None and subprocess.run(command, capture_output=True, check=False).returncode == 0
    yield folder if mounted else None
    if mounted:
        subprocess.run(["umount", str(folder)], check=True)


def test_a_disk_that_is_really_full_keeps_nothing_of_the_run(onething, tiny_disk) -> None:
    if tiny_disk is None:
        pytest.skip("no right to mount a small disk; a simulated one is tested above")
    (tiny_disk / "package.json").write_bytes(b"old")
    done = onething("compose", "open-restaurant", "--out", tiny_disk, "--format", "json,schema,svg")
    assert (done.code, done.out) == (4, "")
    assert done.err.endswith(
        f"错误 [disk-full] {tiny_disk}：磁盘满了，什么也没有写下。请腾出空间，或用 --out 换一个地方。\n"
    )
    assert {path.name: path.read_bytes() for path in tiny_disk.iterdir()} == {"package.json": b"old"}


def test_a_port_in_use_is_named_with_another(onething, tmp_path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = onething("serve", "--port", port, "--db", tmp_path / "one.db")
    assert (done.code, done.out) == (4, "")
    assert done.err.startswith(f"错误 [port-in-use] 127.0.0.1:{port}：端口已被别的程序占用。请换一个端口，如 --port ")


def test_an_address_of_another_machine_is_refused(onething, tmp_path) -> None:
    done = onething("serve", "--host", "192.0.2.1", "--port", "0", "--db", tmp_path / "one.db")
    assert (done.code, done.out) == (4, "")
    assert done.err.startswith("错误 [host-unknown] 192.0.2.1:0：这台机器没有这个地址。")


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (errno.EACCES, "[port-forbidden] 127.0.0.1:80：没有权限使用这个端口。请用 1024 以上的端口，如 --port 8000。"),
        (errno.EMFILE, "[port-refused] 127.0.0.1:80：不能在这个地址上监听（refused）。请检查 --host 和 --port。"),
    ],
)
def test_a_port_that_the_system_refuses_is_named(onething, monkeypatch, code: int, said: str) -> None:
    def bind(self, where):
        raise OSError(code, "refused")

    monkeypatch.setattr(socket.socket, "bind", bind)
    done = onething("serve", "--port", 80)
    assert (done.code, done.out, done.err) == (4, "", f"错误 {said}\n")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("IOERR_WRITE", "[store-disk] one.db：读写磁盘时出错。请检查磁盘。"),
        ("MISUSE", "[store-failed] one.db：数据库出错（MISUSE）。请检查数据库，或用 --db 换一个位置。"),
    ],
)
def test_a_database_that_the_disk_refuses_ends_the_service(onething, monkeypatch, name: str, said: str) -> None:
    def prepare(database):
        raise machine_error(database, name)

    monkeypatch.setattr("web.server.prepare_library", prepare)
    done = onething("serve", "--port", 0, "--db", "one.db")
    assert (done.code, done.out, done.err) == (4, "", f"错误 {said}\n")


def test_a_library_file_that_is_no_database_ends_the_service(onething, tmp_path) -> None:
    (tmp_path / "one.db").write_text("这不是数据库" * 1000, encoding="utf-8")
    done = onething("serve", "--port", 0, "--db", tmp_path / "one.db")
    assert (done.code, done.out) == (4, "")
    assert done.err.startswith(f"错误 [store-damaged] {tmp_path / 'one.db'}：这个文件不是数据库，或已经损坏。")
