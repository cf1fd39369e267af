"""The page on materials shows what the commands print."""

import re
from pathlib import Path

from tests.docs.test_tutorial import follow_session

ROOT = Path(__file__).parents[2]


def test_the_lists_of_the_reform_are_what_the_command_prints() -> None:
    text = (ROOT / "docs/explanation/materials.md").read_text(encoding="utf-8")
    sessions = re.findall(r"^```console\n(.*?)^```$", text, re.M | re.S)
    assert len(sessions) == 1
    for session in sessions:
        follow_session(session, ROOT)
