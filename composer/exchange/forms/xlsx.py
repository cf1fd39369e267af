"""The one table as a workbook, filled as far as its values are known: to go on filling, to print, to be read back."""

from composer.exchange.workbook.book import form_workbook
from composer.exchange.xlsx import MEDIA_TYPE
from composer.outputs import FORM_FILES, FormFile

FORM_FILES.register("xlsx")(FormFile("form.xlsx", MEDIA_TYPE, "一张表单（Excel）", form_workbook))
