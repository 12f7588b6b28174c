"""Assessments as an Excel workbook: one row a municipality, filters, header fixed; user text is never a formula."""

import io
from collections.abc import Iterable

import xlsxwriter

from insek_cli.core.assessment import Assessment
from insek_cli.core.catalogue import Catalogue
from insek_cli.formats.rows import header, row

WIDTH = 16


def xlsx_bytes(catalogue: Catalogue, found: Iterable[tuple[Assessment, str]]) -> bytes:
    """Return the workbook."""
    target = io.BytesIO()
    settings = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    workbook = xlsxwriter.Workbook(target, settings)
    sheet = workbook.add_worksheet("Gemeinden")
    titles = header(catalogue)
    sheet.write_row(0, 0, titles, workbook.add_format({"bold": True, "text_wrap": True, "valign": "top"}))
    last = 0
    for last, (assessment, source) in enumerate(found, start=1):
        sheet.write_row(last, 0, row(assessment, source))
    sheet.autofilter(0, 0, last, len(titles) - 1)
    sheet.freeze_panes(1, 2)
    sheet.set_column(0, len(titles) - 1, WIDTH)
    workbook.close()
    return target.getvalue()
