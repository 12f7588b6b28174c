"""Comments on cells, with the cell they are on."""

from insek_cli.files.forms.cell_comments import ods_comments, xlsx_comments

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
COMMENTS = f'<comments xmlns="{MAIN}"><commentList><comment ref="C5"><text><r><t>Bitte </t></r><r><t>fragen</t></r></text></comment></commentList></comments>'
RELATIONS = (
    '<Relationships><Relationship Target="../comments1.xml"/><Relationship Target="../drawings/d.xml"/></Relationships>'
)
SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
)
NOTE = "<office:annotation><text:p>Stimmt <text:span>das</text:span>?</text:p><text:p>Anna</text:p></office:annotation>"
ODS = f"""<office:document-content {SPACES}><table:table table:name="Prozess">
<table:table-row table:number-rows-repeated="3"><table:table-cell/></table:table-row>
<table:table-row><table:table-cell table:number-columns-repeated="2"/><table:table-cell>{NOTE}<text:p>ja</text:p></table:table-cell></table:table-row>
</table:table></office:document-content>"""


def found(cells):
    return [(cell.place, cell.text) for cell in cells]


def test_comment_of_an_xlsx_is_found_with_sheet_and_cell():
    parts = {"xl/comments1.xml": COMMENTS.encode(), "xl/worksheets/_rels/sheet1.xml.rels": RELATIONS.encode()}
    titles = {"xl/worksheets/sheet1.xml": "Prozess", "xl/worksheets/sheet2.xml": "Ziele"}
    assert found(xlsx_comments(parts, titles)) == [("Blatt „Prozess“, Kommentar an Zelle C5", "Bitte fragen")]
    assert found(xlsx_comments(parts, {})) == [("Kommentar an Zelle C5", "Bitte fragen")]


def test_comment_of_an_ods_is_found_behind_repeated_rows_and_cells():
    assert found(ods_comments(ODS.encode())) == [("Blatt „Prozess“, Kommentar an Zelle C4", "Stimmt das?\nAnna")]


def test_content_with_a_document_type_is_left_alone():
    assert found(ods_comments(b"<!DOCTYPE a>" + ODS.encode())) == []
    assert found(xlsx_comments({"xl/comments1.xml": b"<!DOCTYPE a>" + COMMENTS.encode()}, {})) == []
    assert found(ods_comments(None)) == []
