"""The how-to on reading a proof shows what the command prints."""

import re
from pathlib import Path

from tests.docs.test_tutorial import follow_session

ROOT = Path(__file__).parents[2]


def test_the_command_of_the_how_to_prints_what_it_shows() -> None:
    text = (ROOT / "docs/how-to/read-a-proof.md").read_text(encoding="utf-8")
    (session,) = re.findall(r"^```console\n(.*?)^```$", text, re.M | re.S)
    follow_session(session, ROOT)
