"""LibreOffice Writer, without a screen: fills a form as a person does, who looks for a label and writes beside it."""

import subprocess
from collections.abc import Mapping
from pathlib import Path
from xml.sax.saxutils import escape

from tests.exchange.forms.word import OFFICE

_MODULE = """
Sub Fill(source As String, target As String, typed As String)
  On Error GoTo failed
  Dim unseen(0) As New com.sun.star.beans.PropertyValue
  unseen(0).Name = "Hidden"
  unseen(0).Value = True
  Dim doc As Object, files As Object, script As Object, words, wanted As Object, label As Object
  doc = StarDesktop.loadComponentFromURL(source, "_blank", 0, unseen())
  files = createUnoService("com.sun.star.ucb.SimpleFileAccess")
  script = createUnoService("com.sun.star.io.TextInputStream")
  script.setInputStream(files.openFileRead(typed))
  script.setEncoding("UTF-8")
  Do While Not script.isEOF()
    words = Split(script.readLine(), Chr(9))
    If UBound(words) > 0 Then
      wanted = doc.createSearchDescriptor()
      wanted.SearchString = words(0)
      label = doc.findFirst(wanted)
      wanted.SearchRegularExpression = True
      wanted.SearchString = "［[^］]*］"
      doc.findNext(label.End, wanted).String = words(1)
    End If
  Loop
  Dim kind(0) As New com.sun.star.beans.PropertyValue
  kind(0).Name = "FilterName"
  kind(0).Value = "MS Word 2007 XML"
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


def fill_in_writer(source: Path, target: Path, texts: Mapping[str, str], profile: Path) -> None:
    """Open a form, write each text into the first empty place behind its label, and save it as another document."""
    module = profile / "user/basic/Standard/Module1.xba"
    if not module.exists():
        _run(profile, "--terminate_after_init")
    module.write_text(_XBA.format(escape(_MODULE)), encoding="utf-8")
    typed = target.with_suffix(".txt")
    typed.write_text("\n".join(f"{label}\t{text}" for label, text in texts.items()), encoding="utf-8")
    places = ",".join(f'"{path.as_uri()}"' for path in (source, target, typed))
    _run(profile, f"macro:///Standard.Module1.Fill({places})")
    log = target.with_name(f"{target.name}.log")
    assert not log.exists(), log.read_text(encoding="utf-8", errors="replace")


def _run(profile: Path, *arguments: str) -> None:
    command = [OFFICE, f"-env:UserInstallation={profile.as_uri()}", "--headless", *arguments]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
