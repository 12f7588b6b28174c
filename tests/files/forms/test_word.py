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


def beside(tmp_path: Path, body: str, **parts: str) -> list[tuple[str, str]]:
    path = written(tmp_path, body)
    with zipfile.ZipFile(path, "a") as file:
        for name, content in parts.items():
            file.writestr(f"word/{name}.xml", f"<w:{name} {W}>{content}</w:{name}>")
    return [(one.place, one.text) for one in read_word(path, "f.docx").beside]


def test_comment_is_listed_with_its_author_and_the_cell_it_is_on(tmp_path: Path):
    marked = f'<w:commentRangeStart w:id="7"/>{run("ja")}<w:commentRangeEnd w:id="7"/>'
    body = f"<w:tbl><w:tr>{cell(run('A1'))}{cell(marked)}</w:tr></w:tbl>"
    comment = f'<w:comment w:id="7" w:author="Anna"><w:p>{run("Stimmt das?")}</w:p><w:p>{run("Bitte fragen")}</w:p></w:comment>'
    loose = f'<w:comment w:id="8"><w:p>{run("Allgemein")}</w:p></w:comment>'
    assert beside(tmp_path, body, comments=comment + loose) == [
        ("Kommentar an Tabelle 1, Zeile 1, Spalte 2", "Anna: Stimmt das?\nBitte fragen"),
        ("Kommentar", "Allgemein"),
    ]


def test_footnote_is_listed_and_the_line_above_footnotes_is_not(tmp_path: Path):
    reference = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    body = f"<w:tbl><w:tr>{cell(run('ja') + reference)}</w:tr></w:tbl>"
    notes = f'<w:footnote w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:id="2"><w:p>{run("laut Amt")}</w:p></w:footnote>'
    assert beside(tmp_path, body, footnotes=notes) == [("Fußnote an Tabelle 1, Zeile 1, Spalte 1", "laut Amt")]


def test_text_box_is_listed_once(tmp_path: Path):
    box = f"<w:r><w:pict><w:txbxContent><w:p>{run('Rückfrage an Anna')}</w:p></w:txbxContent></w:pict></w:r>"
    assert beside(tmp_path, f"<w:p>{box}{box}</w:p>") == [("Textfeld", "Rückfrage an Anna")]


def test_broken_comments_are_refused(tmp_path: Path):
    path = written(tmp_path, "")
    with zipfile.ZipFile(path, "a") as file:
        file.writestr("word/comments.xml", "<w:comments")
    with pytest.raises(UnusableInputError, match="beschädigt"):
        read_word(path, "f.docx")
