"""Sheets as SpreadsheetML (ECMA-376, part 1, 18), written row by row into an .xlsx file."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from html import escape
from itertools import islice
from pathlib import Path

from surveys.exports.options import CannotExport
from surveys.exports.spreadsheet_cells import BOLD, styled

MOST_ROWS = 1_048_576
LEVEL = 1
"""Of compression: the higher ones cost more time than what they save is worth."""
AT_ONCE = 200
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
STYLES = (
    f'{XML}<styleSheet xmlns="{MAIN}">'
    '<numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>'
    '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>'
    '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
    '<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'
    '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
    "</styleSheet>"
)
HEAD = (
    f'{XML}<worksheet xmlns="{MAIN}"><sheetViews><sheetView workbookViewId="0">'
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
    '</sheetView></sheetViews><sheetFormatPr defaultColWidth="14" defaultRowHeight="15"/>'
    "<sheetData>"
)
Page = tuple[str, Sequence[str], Iterable[bytes]]
"""Name, header, and rows as `spreadsheet_cells` spells them."""


def write(path: Path, pages: Sequence[Page]) -> None:
    """The workbook at `path`. Raises CannotExport when a sheet is too long for Excel."""
    names = [name for name, _, _ in pages]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=LEVEL) as archive:
        for name, content in _fixed(names):
            archive.writestr(_entry(name), content)
        for number, (_, header, rows) in enumerate(pages, 1):
            _sheet(archive, f"xl/worksheets/sheet{number}.xml", header, _numbered(rows))


def _sheet(
    archive: zipfile.ZipFile, name: str, header: Sequence[str], rows: Iterator[bytes]
) -> None:
    """A thread compresses what is there while the next rows are made."""
    first = "".join(styled(x, BOLD) for x in header)
    with archive.open(_entry(name), "w") as file, ThreadPoolExecutor(1) as other:
        written = other.submit(file.write, f'{HEAD}<row r="1">{first}</row>'.encode())
        while some := b"".join(islice(rows, AT_ONCE)):
            written.result()
            written = other.submit(file.write, some)
        other.submit(file.write, b"</sheetData></worksheet>").result()


def _numbered(rows: Iterable[bytes]) -> Iterator[bytes]:
    for number, row in enumerate(rows, 2):
        if number > MOST_ROWS:
            raise CannotExport("rows", most=MOST_ROWS - 1)
        yield b'<row r="%d">%b</row>' % (number, row)


def _entry(name: str) -> zipfile.ZipInfo:
    """1980: when a file was written is nobody's matter."""
    entry = zipfile.ZipInfo(name)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry._compresslevel = LEVEL  # type: ignore[attr-defined]
    return entry


def _fixed(names: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The parts that are the same for all workbooks with so many sheets."""
    numbers = range(1, len(names) + 1)
    yield "[Content_Types].xml", _types(numbers)
    yield "_rels/.rels", _relations([("rId1", "officeDocument", "xl/workbook.xml")])
    yield "xl/workbook.xml", _book(names)
    sheets = [(f"rId{n}", "worksheet", f"worksheets/sheet{n}.xml") for n in numbers]
    yield "xl/_rels/workbook.xml.rels", _relations([*sheets, ("rId0", "styles", "styles.xml")])
    yield "xl/styles.xml", STYLES


def _types(numbers: range) -> str:
    parts = [("/xl/workbook.xml", "sheet.main"), ("/xl/styles.xml", "styles")]
    parts += [(f"/xl/worksheets/sheet{number}.xml", "worksheet") for number in numbers]
    return (
        f'{XML}<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        + "".join(f'<Override PartName="{x}" ContentType="{TYPE}.{y}+xml"/>' for x, y in parts)
        + "</Types>"
    )


def _relations(relations: Iterable[tuple[str, str, str]]) -> str:
    found = "".join(
        f'<Relationship Id="{id}" Type="{RELATIONS}/{kind}" Target="{target}"/>'
        for id, kind, target in relations
    )
    return f'{XML}<Relationships xmlns="{PACKAGE}/relationships">{found}</Relationships>'


def _book(names: Sequence[str]) -> str:
    sheets = "".join(
        f'<sheet name="{escape(name)}" sheetId="{number}" r:id="rId{number}"/>'
        for number, name in enumerate(names, 1)
    )
    return (
        f'{XML}<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}"><bookViews><workbookView/>'
        f"</bookViews><sheets>{sheets}</sheets></workbook>"
    )
