"""Official files as they are delivered, made small: flat CSV of three generations, table CSV, forecast, register."""

from collections.abc import Iterable, Sequence
from pathlib import Path

import xlsxwriter

AGS, ARS, DISTRICT, LAND = "14522999", "145220999999", "14522", "14"
BOM = "\ufeff"
HEAD = "statistics_code;statistics_label;time_code;time_label;time"
VARIABLE = "{0}_variable_code;{0}_variable_label;{0}_variable_attribute_code;{0}_variable_attribute_label"
VALUE = "value;value_unit;value_variable_code;value_variable_label"


def flat(path: Path, lines: Iterable[str], variables: int = 1, more: str = "") -> Path:
    """Write a flat file of the newer generations."""
    head = ";".join([HEAD, *(VARIABLE.format(n + 1) for n in range(variables)), VALUE]) + more
    path.write_text(BOM + "\n".join([head, *lines]) + "\n", encoding="utf-8", newline="\n")
    return path


PLACES = {AGS: "Musterstadt", DISTRICT: "Mittelsachsen, Landkreis", LAND: "Sachsen", "14522998": "Anderswo"}


def population_line(key: str, day: str, value: object, sex: str = "", words: str = "Insgesamt") -> str:
    """Return a line of 12411-01-01-5."""
    place = f"GEMEIN;Gemeinden;{key};{PLACES.get(key, 'Ort')}"
    return (
        f"12411;Fortschreibung des Bevölkerungsstandes;STAG;Stichtag;{day};{place};GES;Geschlecht;{sex};{words};"
        f"{value};Anzahl;BEVSTD;Bevölkerungsstand"
    )


def population(folder: Path, years: Sequence[int] = range(2015, 2025)) -> Path:
    """Write 12411-01-01-5 for some years: the town shrinks by sixty a year."""
    lines = []
    for year in years:
        for key, start, step in ((AGS, 6900, -60), (DISTRICT, 310000, -1500), (LAND, 4085000, -5000)):
            total = start + step * (year - 2015)
            lines.append(population_line(key, f"{year}-12-31", total))
            lines.append(population_line(key, f"{year}-12-31", total // 2, "GESM", "männlich"))
        lines.append(population_line("14522998", f"{year}-12-31", 1000))
    return flat(folder / "12411-01-01-5_de_flat.csv", lines, variables=2)


AGES = (
    ("ALT000B03", "unter 3 Jahre"),
    ("ALT003B06", "3 bis unter 6 Jahre"),
    ("ALT006B20", "6 bis unter 20 Jahre"),
    ("ALT020B65", "20 bis unter 65 Jahre"),
    ("ALT065B75", "65 bis unter 75 Jahre"),
    ("ALT075UM", "75 Jahre und mehr"),
)


PERSONS = {
    AGS: (120, 130, 700, 3410, 900, 1100),
    DISTRICT: (5000, 5500, 42000, 161000, 40000, 43000),
    LAND: (84000, 92000, 600000, 2220000, 510000, 534000),
}


def ages(folder: Path, keys: Sequence[str] = (AGS, DISTRICT, LAND), time: str = "2024-12-31") -> Path:
    """Write 12411-02-03-5: six age groups and their total."""
    lines = []
    for key in keys:
        part = PERSONS[key]
        rows = [*zip(AGES, part, strict=True), (("", "Insgesamt"), sum(part))]
        lines += [
            f"12411;Fortschreibung des Bevölkerungsstandes;STAG;Stichtag;{time};GEMEIN;Gemeinden;{key};{PLACES[key]};"
            f"ALTX17;Altersgruppen;{code};{words};{value};Anzahl;BEVSTD;Bevölkerungsstand"
            for (code, words), value in rows
        ]
    return flat(folder / "12411-02-03-5.csv", lines, variables=2)


FORECAST = """Jahr;Variante;Altersgruppe;Einwohner;Quelle
2030;Variante 1;insgesamt;6100;8. Regionalisierte Bevölkerungsvorausberechnung
2030;Variante 2;insgesamt;6000;8. Regionalisierte Bevölkerungsvorausberechnung
2040;Variante 1;unter 20;900;8. Regionalisierte Bevölkerungsvorausberechnung
2040;Variante 1;20 bis unter 65;2700;8. Regionalisierte Bevölkerungsvorausberechnung
2040;Variante 1;65 und älter;2000;8. Regionalisierte Bevölkerungsvorausberechnung
2040;Variante 2;insgesamt;5300;8. Regionalisierte Bevölkerungsvorausberechnung
"""


def forecast(folder: Path, text: str = FORECAST) -> Path:
    """Write a forecast in the simple layout."""
    path = folder / "vorausberechnung.csv"
    path.write_text(text, encoding="utf-8")
    return path


TITLE = "Gemeinden in Deutschland nach Fläche, Bevölkerung und Postleitzahl am 31.12.2024 (4. Quartal)"
CENSUS = "Bevölkerung auf Grundlage des Zensus 20112)"
HEADER = (
    ("Satz-art", "Text-kenn-zeichen", "Amtlicher Regionalschlüssel (ARS)", "", "", "", "", "Gemeindename", "Fläche km2 1)", CENSUS, "", ""),
    ("", "", "Land", "RB", "Kreis", "VB", "Gem", "", "", "insgesamt", "männlich", "weiblich"),
    ("", "", "Gebietsstand am 31.12.2024 (4. Quartal)", "", "", "", "", "", "31.12.2023 (Jahr)", "am 31.12.2023 (Jahr)", "", ""),
)  # fmt: skip
PLACES_IN_REGISTER = (
    ("10", "", "14", "", "", "", "", "Sachsen"),
    ("20", "", "14", "5", "", "", "", "früher: Direktionsbezirk Chemnitz"),
    ("40", "44", "14", "5", "24", "", "", "Zwickau"),
    ("50", "50", "14", "5", "24", "0010", "", "Bernsdorf"),
    ("60", "64", "14", "5", "24", "0010", "010", "Bernsdorf", 11.5, 2108.0),
    ("50", "54", "14", "5", "24", "5111", "", "Kirchberg"),
    ("60", "64", "14", "5", "24", "5111", "030", "Crinitzberg", 24.4, 1904.0),
    ("40", "41", "14", "6", "12", "", "", "Dresden, Stadt"),
    ("50", "50", "14", "6", "12", "0000", "", "Dresden, Stadt"),
    ("60", "61", "14", "6", "12", "0000", "000", "Dresden, Stadt", 328.48, 566222.0),
    ("40", "44", "14", "6", "25", "", "", "Bautzen"),
    ("60", "63", "14", "6", "25", "0020", "020", "Bautzen / Budyšin, Stadt", 66.63, 38039.0),
    ("60", "63", "14", "6", "25", "0030", "030", "Bernsdorf, Stadt", 59.2, 6257.0),
    ("40", "44", "14", "6", "26", "", "", "Görlitz"),
    ("50", "56", "14", "6", "26", "5502", "", "Diehsa"),
    ("60", "64", "14", "6", "26", "5502", "320", "Mücka / Mikow", 27.1, 948.0),
    ("60", "63", "14", "6", "26", "5242", "600", "Weißwasser/O.L., Stadt / Běła Woda", 63.5, 14992.0),
    ("10", "", "16", "", "", "", "", "Thüringen"),
    ("40", "44", "16", "0", "76", "", "", "Greiz"),
    ("60", "63", "16", "0", "76", "0049", "049", "Münchenbernsdorf, Stadt", 12.3, 2902.0),
    ("60", "66", "16", "0", "76", "0050", "050", "Wald, gemfr. Gebiet", 5.0, 0.0),
)


def register(
    path: Path,
    rows: Iterable[Sequence[object]] = PLACES_IN_REGISTER,
    header: Iterable[Sequence[object]] = HEADER,
    title: str = TITLE,
) -> Path:
    """Write a workbook laid out like the official directory of municipalities."""
    book = xlsxwriter.Workbook(str(path))
    front = book.add_worksheet("Inhalt")
    front.write_column(
        3, 0, ["Statistisches Bundesamt", "Gemeindeverzeichnis", "     Statistisches Bundesamt (Destatis), 2025"]
    )
    sheet = book.add_worksheet("Onlineprodukt_Gemeinden31122024")
    for number, row in enumerate([(title,), (), *header, (), *rows, (), ("Quelle: GV-ISys",)]):
        for column, cell in enumerate(row):
            if cell != "":
                sheet.write(number, column, cell)
    book.close()
    return path
