"""What an engine of lists cannot do."""

import tempfile

import pytest

from composer.errors import MachineError
from composer.store.relations.duck import DuckEngine


def test_what_the_database_refuses_is_a_refusal_of_the_machine_with_its_first_line() -> None:
    engine = DuckEngine()
    try:
        with pytest.raises(MachineError) as refused:
            engine.run("SELECT CAST('x' AS integer)")
        with pytest.raises(MachineError):
            list(engine.rows("SELECT * FROM nothing"))
    finally:
        engine.close()
    (finding,) = refused.value.findings
    where = f"错误 [database-failed] {tempfile.gettempdir()}：数据库中途出了错（Conversion Error: Could not convert "
    assert str(finding).startswith(where)
    way_out = "什么也没有写下；请看磁盘和内存够不够，或用环境变量 TMPDIR 换一个地方，再做一次。"
    assert str(finding).endswith(f"）。{way_out}")
