"""The themes that ship, so that a new one is held to everything that the others are."""

from tests.conftest import ROOT

THEMES = tuple(sorted(path.parent.name for path in (ROOT / "themes").glob("*/theme.yaml")))
