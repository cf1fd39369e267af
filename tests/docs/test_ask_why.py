"""The how-to on asking why shows what the commands print."""

import re
from pathlib import Path

from tests.docs.test_tutorial import follow_session

ROOT = Path(__file__).parents[2]


def test_the_commands_of_the_how_to_print_what_it_shows() -> None:
    text = (ROOT / "docs/how-to/ask-why.md").read_text(encoding="utf-8")
    sessions = re.findall(r"^```console\n(.*?)^```$", text, re.M | re.S)
    assert len(sessions) == 4
    for session in sessions:
        follow_session(session, ROOT)
