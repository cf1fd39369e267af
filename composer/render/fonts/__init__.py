"""The Chinese font that comes with the install, so that a drawing looks alike on every machine."""

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.sax.saxutils import escape

from pylopdf_fonts_zh_cn import sans_path

FAMILY = "Noto Sans SC"
"""Family name of the font at `sans_path()`."""

_LOCK = threading.RLock()
_CONFIG = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>{fonts}</dir>
  <cachedir>/cache</cachedir>
  <config><rescan><int>0</int></rescan></config>
</fontconfig>
"""


@cache
def _root() -> "TemporaryDirectory[str]":
    """One folder a process, removed at its end: no two processes ever write the same file."""
    return TemporaryDirectory(prefix="onething-fonts-")


@cache
def fontconfig_environment() -> dict[str, str]:
    """Variables under which fontconfig knows this font and no other.

    The folder is also fontconfig's system root, or it would read the templates of the machine, which may be of
    another version, and complain about them. It puts the root before some paths and not before others, so both exist.
    The font is linked, for fontconfig also writes into folders of fonts.
    """
    root = Path(os.path.realpath(_root().name))
    config, fonts = root / "fonts.conf", root / "fonts"
    again = root / root.relative_to(root.anchor)
    again.mkdir(parents=True)
    fonts.mkdir()
    (fonts / sans_path().name).symlink_to(sans_path().resolve())
    (again / fonts.name).symlink_to(fonts, target_is_directory=True)
    for file in (config, again / config.name):
        file.write_text(_CONFIG.format(fonts=escape(str(fonts))), "utf-8")
    return {"FONTCONFIG_FILE": str(config), "FONTCONFIG_SYSROOT": str(root)}


@contextmanager
def own_fonts() -> Iterator[None]:
    """Within, fontconfig finds this font alone; one thread at a time. The environment is put back afterwards.

    Fontconfig reads the variables once a process, at its first use, so what was loaded here stays loaded.
    """
    with _LOCK:
        wanted = fontconfig_environment()
        before = {name: os.environ.get(name) for name in wanted}
        os.environ.update(wanted)
        try:
            yield
        finally:
            for name, value in before.items():
                if value is None:
                    del os.environ[name]
                else:
                    os.environ[name] = value
