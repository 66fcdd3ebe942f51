"""How the sheets of a report look and print."""

from __future__ import annotations

from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from analysis.reports.document import Column

HEAD_ROW = 4
"""Above it: the caption, the source, an empty row."""
LONGEST_TAB = 31
NOT_IN_A_TAB = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))
TITLE, BOLD = Font(bold=True, size=16), Font(bold=True)
BAND = PatternFill("solid", start_color="EEF1F4")
WRAPPED = Alignment(wrap_text=True, vertical="top")
FIGURES = Alignment(wrap_text=True, vertical="top", horizontal="right")


def tab(name: str) -> str:
    """A name as Excel takes it for a sheet."""
    return name.translate(NOT_IN_A_TAB).strip()[:LONGEST_TAB]


def framed(sheet: Worksheet, columns: tuple[Column, ...], last: int, heads: int) -> None:
    """Widths, heads that stay in sight, filters, and pages as wide as the table.

    `last` is the last row that can be sorted, `heads` how many columns stay in sight.
    """
    for at, column in enumerate(columns, 1):
        sheet.column_dimensions[get_column_letter(at)].width = column.width
    right = get_column_letter(len(columns))
    sheet.freeze_panes = f"{get_column_letter(heads + 1)}{HEAD_ROW + 1}"
    sheet.auto_filter.ref = f"A{HEAD_ROW}:{right}{max(last, HEAD_ROW)}"
    sheet.print_title_rows = f"{HEAD_ROW}:{HEAD_ROW}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
