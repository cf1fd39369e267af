"""Where the shipped content and templates lie: beside the packages in a checkout, inside them in a wheel."""

from pathlib import Path

_HERE = Path(__file__).parent
_ROOT = _HERE / "_shipped" if (_HERE / "_shipped").is_dir() else _HERE.parent

THEMES = _ROOT / "themes"
TEMPLATES = _ROOT / "templates"
