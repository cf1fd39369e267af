"""The parts of the workbook that `composer/exchange/xlsx.py` puts together: one file a sheet, and what they share."""
