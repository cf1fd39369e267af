"""LibreOffice, without a screen: converts files, fills workbooks as a person types, runs macros."""

import os
import shutil
import subprocess
from collections.abc import Iterable, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

OFFICE = shutil.which("soffice") or ""
_MODULE = """
Sub Fill(source As String, target As String, typed As String)
  On Error GoTo failed
  Dim unseen(0) As New com.sun.star.beans.PropertyValue
  unseen(0).Name = "Hidden"
  unseen(0).Value = True
  Dim doc As Object, files As Object, script As Object, cells As Object, sheet As Object, at As Object, words
  doc = StarDesktop.loadComponentFromURL(source, "_blank", 0, unseen())
  files = createUnoService("com.sun.star.ucb.SimpleFileAccess")
  script = createUnoService("com.sun.star.io.TextInputStream")
  script.setInputStream(files.openFileRead(typed))
  script.setEncoding("UTF-8")
  Do While Not script.isEOF()
    words = Split(script.readLine(), Chr(9))
    If UBound(words) > 0 Then
      If words(0) = "rename" Then
        doc.Sheets.getByName(words(1)).Name = words(2)
      ElseIf words(0) = "move" Then
        doc.Sheets.moveByName(words(1), doc.Sheets.Count)
      Else
        cells = doc.NamedRanges.getByName(words(1)).getReferredCells()
        sheet = cells.getSpreadsheet()
        at = cells.RangeAddress
        Select Case words(0)
        Case "type"
          cells.getCellByPosition(0, 0).FormulaLocal = words(2)
        Case "type below"
          sheet.getCellByPosition(at.StartColumn, at.StartRow + 1).FormulaLocal = words(2)
        Case "insert above"
          sheet.unprotect("")
          sheet.Rows.insertByIndex(at.StartRow, 1)
        Case "delete"
          sheet.unprotect("")
          sheet.Rows.removeByIndex(at.StartRow, 1)
        End Select
      End If
    End If
  Loop
  Dim kind(0) As New com.sun.star.beans.PropertyValue
  kind(0).Name = "FilterName"
  kind(0).Value = "Calc MS Excel 2007 XML"
  doc.storeToURL(target, kind())
  doc.close(True)
  Exit Sub
failed:
  Open ConvertFromURL(target) & ".log" For Output As #1
  Print #1, Error & " in line " & Erl & " at " & Join(words, " ")
  Close #1
  doc.close(True)
End Sub
"""
_XBA = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">\n'
    '<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1"'
    ' script:language="StarBasic">{}</script:module>\n'
)


class Office:
    """LibreOffice with a profile of its own in `folder`, in Chinese, so that days are typed as they are here."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._profile = folder / "profile"

    def convert(self, files: Iterable[Path], to: str, out: Path) -> None:
        """Open `files` and save each in `out` as `to`."""
        self._run("--convert-to", to, "--outdir", str(out), *map(str, files))

    def fill(self, source: Path, target: Path, steps: Sequence[tuple[str, ...]]) -> None:
        """Open a workbook, do `steps` (what to do, the name of the cell or sheet, what is typed) and save it."""
        self.run_macro(_MODULE, source, target, steps)

    def run_macro(self, module: str, source: Path, target: Path, steps: Iterable[Sequence[str]]) -> None:
        """Run the `Fill` of a Basic module: it opens `source`, reads `steps` (a line each) and saves `target`."""
        place = self._profile / "user/basic/Standard/Module1.xba"
        if not place.exists():
            self._run("--terminate_after_init")
        place.write_text(_XBA.format(escape(module)), encoding="utf-8")
        typed = target.with_suffix(".txt")
        typed.write_text("\n".join("\t".join(step) for step in steps), encoding="utf-8")
        places = ",".join(f'"{path.as_uri()}"' for path in (source, target, typed))
        self._run(f"macro:///Standard.Module1.Fill({places})")
        log = target.with_name(f"{target.name}.log")
        assert not log.exists(), log.read_text(encoding="utf-8", errors="replace")

    def _run(self, *arguments: str) -> None:
        subprocess.run(
            [OFFICE, f"-env:UserInstallation={self._profile.as_uri()}", "--headless", *arguments],
            check=True,
            capture_output=True,
            timeout=300,
            env={**os.environ, "LC_ALL": "C.UTF-8"},
        )
