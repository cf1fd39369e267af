"""Word documents for tests: packages round a form, and documents that a person or a program has changed."""

import io
import subprocess
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from lxml import etree

from composer.forms.merge import merge
from composer.model.element import ObjectClass, Property
from composer.model.form import Field, Form, Section
from composer.model.package import MergedForm, Planned, ThemePackage
from composer.model.theme import Catalogue
from tests.exchange.awkward import awkward_package
from tests.exchange.office import OFFICE
from tests.forms.filling import CATALOGUE, item_of

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MAIN = "word/document.xml"


def package_of(form: MergedForm) -> ThemePackage:
    """A package that asks for `form` and for little else; its catalogue is that of tests/forms/filling.py."""
    items = tuple(Planned(item=item_of(one), stage=1, requires=(), why="") for one in (None, *form.originals))
    serves = {one: (item_of(one).id,) for one in form.originals}
    package, _ = awkward_package("某")
    return package.model_copy(update={"form": form.model_copy(update={"serves": serves}), "items": items, "asked": ()})


LONG = f"{'much-' * 12}text.{'longer-' * 8}text"
"""A datum whose name is too long for a tag."""
_OBJECT, _, _PROPERTY = LONG.partition(".")
WITH_LONG_NAMES = CATALOGUE.model_copy(
    update={
        "objects": {
            **CATALOGUE.objects,
            _OBJECT: ObjectClass(id=_OBJECT, name="很长的名称" * 30, repeats=True, max_rows=3),
        },
        "properties": {**CATALOGUE.properties, _PROPERTY: Property(id=_PROPERTY, name="很长")},
    }
)


def package_asking(*elements: str, catalogue: Catalogue = CATALOGUE, **settings: Any) -> ThemePackage:
    """A package whose form asks for these data of the catalogue, each labelled with its own name."""
    fields = tuple(Field(label=element, element=element, **settings) for element in elements)
    section = Section(name="一节", fields=fields)
    form = Form(id="form", name="申请表", source="G", certain=True, sections=(section,))
    planned = Planned(item=item_of("form"), stage=1, requires=(), why="")
    return package_of(merge([planned], {"form": form}, catalogue, "一张表单"))


def part(data: bytes, name: str = MAIN) -> etree._Element:
    """The root of a part of a document."""
    return etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read(name))


def rewritten(data: bytes, change: Callable[[etree._Element], None], name: str = MAIN) -> bytes:
    """`data` with one of its parts changed."""
    root = part(data, name)
    change(root)
    return with_part(data, etree.tostring(root), name)


def with_part(data: bytes, content: bytes, name: str = MAIN) -> bytes:
    """`data` with other bytes in one of its parts."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as target:
        for one in source.namelist():
            target.writestr(one, content if one == name else source.read(one))
        if name not in source.namelist():
            target.writestr(name, content)
    return made.getvalue()


def control(root: etree._Element, tag: str) -> etree._Element:
    """The first control with this tag."""
    return next(
        one
        for one in root.iter(f"{W}sdt")
        if (found := one.find(f"{W}sdtPr/{W}tag")) is not None and found.get(f"{W}val") == tag
    )


def write(root: etree._Element, tag: str, markup: str) -> None:
    """What a person typed into a control: runs as XML, with the prefix w."""
    content = control(root, tag).find(f"{W}sdtContent")
    assert content is not None
    parsed = etree.fromstring(f'<x xmlns:w="{W.strip("{}")}">{markup}</x>')
    content[:] = list(parsed)


def typed(text: str) -> str:
    """A run of text."""
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def convert(files: Sequence[Path], to: str, out: Path, profile: Path) -> None:
    """Let LibreOffice write `files` in another format; `profile` is a folder for its settings."""
    command = [
        OFFICE,
        f"-env:UserInstallation={profile.as_uri()}",
        "--headless",
        "--convert-to",
        to,
        "--outdir",
        str(out),
        *map(str, files),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
