"""Tables of Word files: text in content controls, tracked changes, merged cells, nested tables."""

import io
import zipfile
from pathlib import Path

import pytest

from insek_cli.errors import UnusableInputError
from insek_cli.files.forms.word import read_word

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def written(tmp_path: Path, body: str, begin: str = "") -> Path:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as file:
        file.writestr("word/document.xml", f"{begin}<w:document {W}><w:body>{body}</w:body></w:document>")
    path = tmp_path / "f.docx"
    path.write_bytes(target.getvalue())
    return path


def run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def cell(content: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr><w:p>{content}</w:p></w:tc>"


def cells(tmp_path: Path, *contents: str) -> list[str]:
    path = written(tmp_path, f"<w:tbl><w:tr>{''.join(contents)}</w:tr></w:tbl>")
    return [one.text for one in read_word(path, "f.docx").tables[0].rows[0]]


@pytest.mark.parametrize(
    "content",
    [
        run("ja"),
        f"<w:sdt><w:sdtPr/><w:sdtContent>{run('ja')}</w:sdtContent></w:sdt>",
        f"<w:ins>{run('ja')}</w:ins><w:del><w:r><w:delText>nein</w:delText></w:r></w:del>",
        f"<w:hyperlink>{run('j')}</w:hyperlink>{run('a')}",
        f"<w:del>{run('nein')}</w:del>{run('ja')}",
    ],
)
def test_text_is_found_wherever_it_is_wrapped(tmp_path: Path, content):
    assert cells(tmp_path, cell(content)) == ["ja"]


def test_lines_and_tabs_stay(tmp_path: Path):
    content = "<w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:tab/><w:t>c</w:t></w:r></w:p><w:p>" + run("d")
    assert cells(tmp_path, cell(content)) == ["a\nb\tc\nd"]


def test_cell_within_a_content_control_is_a_cell(tmp_path: Path):
    inner = f"<w:sdt><w:sdtContent>{cell(run('b'))}</w:sdtContent></w:sdt>"
    assert cells(tmp_path, cell(run("a")), inner, cell(run("c"))) == ["a", "b", "c"]


def test_joined_cells_keep_the_columns_behind_them_in_place(tmp_path: Path):
    assert cells(tmp_path, cell(run("a"), '<w:gridSpan w:val="2"/>'), cell(run("c"))) == ["a", "", "c"]


@pytest.mark.parametrize("span", ["", "0", "-1", "x", "9999999999"])
def test_impossible_span_is_one_cell(tmp_path: Path, span):
    assert cells(tmp_path, cell(run("a"), f'<w:gridSpan w:val="{span}"/>'), cell(run("c"))) == ["a", "c"]


def test_nested_table_belongs_to_its_cell(tmp_path: Path):
    inner = f"</w:p><w:tbl><w:tr>{cell(run('innen'))}</w:tr></w:tbl><w:p>"
    assert cells(tmp_path, cell(inner), cell(run("c"))) == ["innen", "c"]


def test_places_name_table_row_and_column(tmp_path: Path):
    path = written(tmp_path, f"<w:tbl><w:tr>{cell(run('a'))}{cell(run('b'))}</w:tr></w:tbl>" * 2)
    assert read_word(path, "f").tables[1].rows[0][1].place == "Tabelle 2, Zeile 1, Spalte 2"


@pytest.mark.parametrize(
    ("begin", "body", "text"),
    [("", "<w:p>", "beschädigt"), ('<!DOCTYPE x [<!ENTITY a "b">]>', "&a;", "Vereinbarungen")],
)
def test_broken_content_is_refused(tmp_path: Path, begin, body, text):
    with pytest.raises(UnusableInputError, match=text):
        read_word(written(tmp_path, body, begin), "f.docx")


def test_package_of_another_kind_is_refused(tmp_path: Path):
    path = tmp_path / "f.docx"
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("x", "y")
    with pytest.raises(UnusableInputError, match="keine Word-Datei"):
        read_word(path, "f.docx")
