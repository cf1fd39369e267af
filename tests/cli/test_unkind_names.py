"""Names with quotes, markup, emoji and formulas, read from content, come out of the command as the text they are."""

import json

import openpyxl


def test_unkind_names_arrive_as_text_in_every_format(onething, content, tmp_path) -> None:
    done = onething("compose", "open-kiosk", "--themes", content("unkind_names"), "--out", tmp_path / "out", "--json")
    assert done.code == 0
    items = {item["id"]: item for item in json.loads(done.out)["items"]}
    assert items["kiosk-permit"]["name"] == "\"小店\" <b>许可</b> & 'x' 🏪 {{7*7}} %s \\"
    assert items["kiosk-permit"]["department"] == "=1+1"
    assert items["trade-registration"]["name"] == "很长的名字" * 40
    for name in ("guide.html", "flowchart.svg", "graph.svg"):
        page = (tmp_path / "out" / name).read_text(encoding="utf-8")
        assert "<b>许可" not in page
        assert "49" not in page.partition("🏪")[2][:20]
    book = openpyxl.load_workbook(tmp_path / "out/form.xlsx")
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f" and "1+1" in str(cell.value)]
    assert any(cell.data_type == "s" and "=1+1" in cell.value for cell in cells)
