"""A file of official statistics is known by its content, whatever its kind; the real samples are read as delivered."""

import datetime as dt
import zipfile
from decimal import Decimal

import pytest
import xlsxwriter

from insek_cli.core.statistics import Scope
from insek_cli.errors import UnusableInputError
from insek_cli.files.statistics_import import read_statistics
from tests.files import statistics_samples as samples
from tests.real_data import real_file

DAY = dt.date(2026, 11, 22)
LICENCE = "Datenlizenz Deutschland – Namensnennung – Version 2.0"


@pytest.fixture
def read(catalogue):
    def reading(path, ags=samples.AGS):
        return read_statistics(path, ags, catalogue.entries.statistics, DAY)

    return reading


@pytest.fixture
def refused(read):
    def refusing(path, ags=samples.AGS):
        with pytest.raises(UnusableInputError) as caught:
            read(path, ags)
        return str(caught.value).replace(str(path.parent), "")

    return refusing


def test_flat_file_of_a_known_table_has_issuer_and_licence(tmp_path, read):
    table = read(samples.population(tmp_path))
    assert (table.code, table.title, table.imported) == ("12411-01-01-5", "Fortschreibung des Bevölkerungsstandes", DAY)
    assert (table.licence, table.file) == (LICENCE, "12411-01-01-5_de_flat.csv")
    assert len(table.figures) == 60


def test_flat_file_without_a_code_in_its_name_has_that_of_the_statistic(tmp_path, read):
    path = samples.population(tmp_path).rename(tmp_path / "einwohner.csv")
    assert (read(path).code, read(path).licence) == ("12411", LICENCE)


def test_unknown_table_is_kept_without_a_licence(tmp_path, read):
    line = samples.population_line(samples.AGS, "2024-12-31", 1).replace("12411;", "99999;")
    table = read(samples.flat(tmp_path / "x.csv", [line], variables=2))
    assert (table.code, table.issuer, table.licence) == ("99999", None, None)


def test_file_called_after_another_table_is_refused(tmp_path, refused):
    path = samples.population(tmp_path).rename(tmp_path / "31231-02-01-5.csv")
    assert "Der Dateiname nennt die Tabelle „31231-02-01-5“, die Datei die Statistik „12411“." in refused(path)


def test_forecast_is_read_from_csv_and_workbook_alike(tmp_path, read):
    book = xlsxwriter.Workbook(str(tmp_path / "vorausberechnung.xlsx"))
    book.add_worksheet("Hinweise").write(0, 0, "Bitte lesen")
    sheet = book.add_worksheet("Zahlen")
    for number, line in enumerate(samples.FORECAST.splitlines(), 2):
        for column, cell in enumerate(line.split(";")):
            sheet.write(number, column, int(cell) if cell.isdigit() else cell)
    book.close()
    table = read(samples.forecast(tmp_path))
    assert read(tmp_path / "vorausberechnung.xlsx").figures == table.figures
    assert (table.code, table.issuer) == ("vorausberechnung", "8. Regionalisierte Bevölkerungsvorausberechnung")


@pytest.mark.parametrize("delimiter", [",", "\t"])
def test_forecast_may_have_other_delimiters(tmp_path, read, delimiter):
    assert len(read(samples.forecast(tmp_path, samples.FORECAST.replace(";", delimiter))).figures) == 6


def test_forecast_without_a_column_is_refused_with_its_name(tmp_path, refused):
    rows = [["Einwohner bis 2040"], ["Jahr", "Altersgruppe", "Einwohner"], [2030, "insgesamt", 6100]]
    book = xlsxwriter.Workbook(str(tmp_path / "v.xlsx"))
    sheet = book.add_worksheet("Zahlen")
    for number, row in enumerate(rows):
        sheet.write_row(number, 0, row)
    book.close()
    said = "Zeile 2: In dieser Kopfzeile fehlt die Spalte „Variante“."
    assert f"/v.xlsx, Blatt „Zahlen“, {said}" in refused(tmp_path / "v.xlsx")
    text = "\n".join(";".join(map(str, row)) for row in rows)
    assert f"/vorausberechnung.csv, {said}" in refused(samples.forecast(tmp_path, text))


def test_fault_in_a_workbook_is_said_with_sheet_row_and_column(tmp_path, refused):
    book = xlsxwriter.Workbook(str(tmp_path / "v.xlsx"))
    sheet = book.add_worksheet("Zahlen")
    sheet.write_row(0, 0, ["Jahr", "Variante", "Altersgruppe", "Einwohner"])
    sheet.write_row(1, 0, [2030, "V", "insgesamt", "6 100"])
    book.close()
    assert "/v.xlsx, Blatt „Zahlen“, Zeile 2, Spalte D: " in refused(tmp_path / "v.xlsx")


def test_fault_in_a_csv_file_is_said_with_line_and_column(tmp_path, refused):
    line = samples.population_line(samples.AGS, "2024-12-31", "6 480")
    assert "/x.csv, Zeile 2, Spalte 14: Hier gehört eine Zahl hin" in refused(
        samples.flat(tmp_path / "x.csv", [line], variables=2)
    )


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (";value;", ";wert;", "fehlt die Spalte „value“."),
        (";time;", ";", "fehlt die Spalte „time“."),
        ("1_variable_code;", "1_code;", "fehlt die Spalte „1_variable_code“."),
        (";value;value_unit;", ";v;u;", "fehlen die Spalten „value“, „value_unit“."),
        ("2_variable_code;", "", "fehlt die Spalte „2_variable_code“."),
        ("2_variable_attribute_code;", "", "fehlt die Spalte „2_variable_attribute_code“."),
        ("2_variable_attribute_label;", "", "fehlt die Spalte „2_variable_attribute_label“."),
        (
            "2_variable_attribute_code;2_variable_attribute_label;",
            "",
            "fehlen die Spalten „2_variable_attribute_code“,",
        ),
    ],
)
def test_missing_or_renamed_column_is_named_with_the_line_of_the_header(tmp_path, refused, old, new, said):
    path = samples.population(tmp_path)
    text = path.read_text(encoding="utf-8-sig")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    assert refused(path).startswith(f"/{path.name}, Zeile 1: In dieser Kopfzeile {said}")


@pytest.mark.parametrize(
    ("header", "lacking"),
    [
        ("1_Merkmal_Code;1_Auspraegung_Code;1_Auspraegung_Label", "zeit"),
        ("Zeit;1_Merkmal_Code;1_Auspraegung_Code;1_Auspraegung_Label;2_Merkmal_Code;2_Auspraegung_Label", "2_auspraegung_code"),
    ],
)  # fmt: skip
def test_missing_column_of_the_older_header_is_named(tmp_path, refused, header, lacking):
    path = tmp_path / "x.csv"
    path.write_text(f"Statistik_Code;Statistik_Label;{header};BEVSTD__Stand__Anzahl\n", encoding="utf-8")
    assert f"fehlt die Spalte „{lacking}“" in refused(path)


@pytest.mark.parametrize(("delimiter", "word"), [(",", "Kommas"), ("\t", "Tabulatoren")])
def test_other_delimiter_is_named(tmp_path, refused, delimiter, word):
    path = samples.population(tmp_path)
    path.write_text(path.read_text(encoding="utf-8-sig").replace(";", delimiter), encoding="utf-8")
    assert f"/{path.name}, Zeile 1: Die Spalten sind durch {word} getrennt" in refused(path)


@pytest.mark.parametrize("above", ["", "Titel\n" * 40])
def test_header_that_is_missing_or_stands_too_low_is_said(tmp_path, refused, above):
    path = samples.population(tmp_path)
    header, rows = path.read_text(encoding="utf-8-sig").split("\n", 1)
    path.write_text(above + (f"{header}\n" if above else "") + rows, encoding="utf-8")
    line = 42 if above else 1
    assert f"/{path.name}, Zeile {line}: Über dieser Zeile fehlt die Kopfzeile" in refused(path)


def test_file_with_every_field_in_quotes_is_read_alike(tmp_path, read):
    path = samples.population(tmp_path)
    plain = read(path)
    text = path.read_text(encoding="utf-8-sig")
    quoted = "\r\n".join(";".join(f'"{cell}"' for cell in line.split(";")) for line in text.splitlines())
    path.write_text(f"{samples.BOM}{quoted}\r\n", encoding="utf-8", newline="")
    assert read(path) == plain


def test_other_workbook_is_refused(tmp_path, refused):
    assert "amtliche Tabellen bitte als CSV" in refused(samples.register(tmp_path / "g.xlsx"))


def test_other_encoding_is_refused_with_its_line(tmp_path, refused):
    path = samples.population(tmp_path)
    path.write_bytes(path.read_text(encoding="utf-8-sig").encode("cp1252"))
    assert f"/{path.name}, Zeile 2, Spalte 2: Diese Datei ist nicht in UTF-8 geschrieben" in refused(path)
    path.write_text("Titel\n", encoding="utf-16")
    assert f"/{path.name}, Zeile 1, Spalte 1: Diese Datei ist nicht in UTF-8 geschrieben" in refused(path)


def test_archive_is_refused_with_the_remedy(tmp_path, refused):
    with zipfile.ZipFile(tmp_path / "t.csv", "w") as archive:
        archive.writestr("t.csv", "x")
    assert "entpacken" in refused(tmp_path / "t.csv")


def test_control_character_is_said_with_its_line(tmp_path, refused):
    path = samples.population(tmp_path)
    path.write_text(path.read_text(encoding="utf-8-sig").replace("Musterstadt", "Muster\x07stadt"), encoding="utf-8")
    assert f"/{path.name}, Zeile 2, Spalte 9: Hier steht ein Zeichen" in refused(path)


@pytest.mark.parametrize("text", ["", "\n\n", "Name;Alter\nAnna;30\n", "{}", "a" * 200_000])
def test_file_of_another_kind_is_refused(tmp_path, refused, text):
    path = tmp_path / "x.csv"
    path.write_text(text, encoding="utf-8")
    assert refused(path)


def test_missing_file_is_refused(tmp_path, refused):
    assert "gibt es nicht" in refused(tmp_path / "fehlt.csv")


def test_real_census_file_has_the_inhabitants_of_a_town(read):
    table = read(real_file("statistics/zensus2022_1000A-0000_de_flat_sachsen-auszug.csv"), "14625030")
    assert [(figure.time, figure.value) for figure in table.figures] == [("2022-05-15", 6281)]
    assert (table.code, table.licence) == ("1000A-0000", LICENCE)


def test_real_file_of_landkreise_compares(read):
    table = read(real_file("statistics/regionalstatistik_12411-01-01-4_de_flat.csv"), "14625030")
    assert {figure.scope for figure in table.figures} == {Scope.LANDKREIS}
    assert [figure.value for figure in table.figures if not figure.attributes] == [292608]


def test_real_file_of_landkreise_is_that_of_a_kreisfreie_stadt_itself(read):
    table = read(real_file("statistics/regionalstatistik_12411-01-01-4_de_flat.csv"), "14612000")
    assert {figure.scope for figure in table.figures} == {Scope.MUNICIPALITY}


def test_real_file_with_decimal_comma_is_read_and_dissolved_keys_refused(read, refused):
    path = real_file("statistics/regionalstatistik_AI-N-01-2-5_de_flat_sachsen-auszug.csv")
    assert [figure.value for figure in read(path, "14625030").figures] == [Decimal("-1.1"), Decimal("11.9")]
    assert "keine Zahl" in refused(path, "14627330")


def test_real_old_and_table_files_are_read(read):
    old = read(real_file("statistics/genesis_11111_ffcsv-altformat_auszug.csv"), "08111000")
    assert [(figure.time, figure.value, figure.unit) for figure in old.figures] == [
        ("2022-12-31", Decimal("35747.85"), "qkm")
    ]
    page = read(real_file("statistics/genesis_tabelle_12411-01-01-4_tabellenformat_auszug.csv"), "01001000")
    assert page.code == "12411-01-01-4"
    assert [figure.value for figure in page.figures if figure.scope is Scope.MUNICIPALITY] == [85942, 42767, 43175]
