"""LibreOffice Writer, without a screen: fills a form as a person does, who looks for a label and writes beside it."""

from collections.abc import Mapping
from pathlib import Path

from tests.exchange.office import Office

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


def fill_in_writer(source: Path, target: Path, texts: Mapping[str, str], folder: Path) -> None:
    """Open a form, write each text into the first empty place behind its label, and save it as another document."""
    Office(folder).run_macro(_MODULE, source, target, texts.items())
