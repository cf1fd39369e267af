"""`onething form labels`."""

import json
import shutil

from composer import assets
from composer.exchange.content import load_library


def test_every_field_of_the_catalogue_has_a_reading(onething) -> None:
    rows = json.loads(onething("form", "labels", "--json").out)
    forms = load_library(assets.THEMES).catalogue.forms.values()
    assert len(rows) == sum(len(section.fields) for form in forms for section in form.sections)
    assert sum(row["certain"] for row in rows) / len(rows) > 0.9


def test_a_theme_shows_its_own_forms_only(onething) -> None:
    rows = json.loads(onething("form", "labels", "newborn", "--json").out)
    assert "birth-registration-form" in {row["form"] for row in rows}
    assert "food-business-application" not in {row["form"] for row in rows}


def test_what_is_not_certain_has_a_reason_and_lines_to_paste(onething) -> None:
    out = onething("form", "labels", "open-company").out
    assert "  职务\t？\n      没有写是谁的，不会是企业的\n      登记的是 legal-representative.post，相近的有 " in out
    assert "        - {word: 职务, object: legal-representative, property: post, of: [enterprise], source: G}\n" in out


def test_the_pasted_synonym_makes_the_label_certain(onething, tmp_path) -> None:
    content = shutil.copytree(assets.THEMES, tmp_path / "themes")
    line = "{word: 职务, object: legal-representative, property: post, of: [enterprise], source: G}"
    (content / "catalogue/elements/mine.yaml").write_text(f"synonyms:\n  - {line}\n", encoding="utf-8")
    rows = json.loads(onething("form", "labels", "open-company", "--themes", content, "--json").out)
    found = {row["element"] for row in rows if (row["label"], row["section"]) == ("职务", "设立")}
    assert found == {"legal-representative.post"}


def test_a_theme_that_is_not_there_is_refused(onething) -> None:
    assert onething("form", "labels", "nothing").code == 3
