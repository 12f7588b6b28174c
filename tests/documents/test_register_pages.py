"""What is said of the register: what an import brought, and which places fit a text."""

from insek_cli.documents.register_pages import import_sentence, matches
from insek_cli.files.register_workbook import read_register
from tests.documents.reading import said
from tests.files.statistics_samples import register


def test_import_says_how_many_municipalities_and_as_of_when(tmp_path):
    assert import_sentence(read_register(register(tmp_path / "g.xlsx"), 1000), 15000) == (
        "8 Gemeinden eingelesen, davon 7 in Sachsen (5 unter 15.000 Einwohnern).\n"
        "Gebietsstand 31.12.2024. Einwohner am 31.12.2023, Fortschreibung auf Grundlage des Zensus 2011.\n"
        "Die Datei enthält 2 von 16 Ländern, nicht ganz Deutschland."
    )


def test_matches_have_key_landkreis_and_inhabitants_with_their_date(tmp_path):
    places = read_register(register(tmp_path / "g.xlsx"), 1000)
    text = said(matches(places.find("bernsdorf") + places.find("dresden"), places.stamp))
    assert "14524010 | Bernsdorf (Gemeinde) | Landkreis Zwickau | 2.108" in text
    assert "14625030 | Bernsdorf (Stadt) | Landkreis Bautzen | 6.257" in text
    assert "16076049 | Münchenbernsdorf (Stadt) | Landkreis Greiz, Thüringen | 2.902" in text
    assert "14612000 | Dresden (Stadt) | kreisfrei | 566.222" in text
    assert "Einwohner am 31.12.2023, Fortschreibung auf Grundlage des Zensus 2011." in text
