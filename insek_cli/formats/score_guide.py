"""What the workbook of a batch says about itself: its sheets, columns and words."""

from collections.abc import Iterator

from insek_cli.core.catalogue import Catalogue
from insek_cli.documents import wording as w

OVERVIEW = "Gemeinden"
GUIDE = "Erläuterung"
LONG = "Lang"
GUIDE_WIDTHS = (36, 110)

_SHEETS = (
    (
        w.SELF_ASSESSMENT,
        "Alles beruht auf den Angaben der Gemeinden. Die Reihenfolge ist die der Namen; eine Rangfolge gibt es nicht.",
    ),
    ("Blatt „Gemeinden“", "Eine Zeile je Gemeinde."),
    ("Blätter der Abschnitte", "Eine Zeile je Gemeinde, eine Spalte je Kriterium mit seinem Stand."),
    ("Blatt „Lang“", "Eine Zeile je Gemeinde und Kriterium, gedacht für Pivot-Tabellen."),
)
_COLUMNS = (
    ("AGS", "Amtlicher Gemeindeschlüssel, acht Ziffern."),
    (
        "Stufe; Mögliche Stufe",
        "Die Stufe, die heute belegt ist, und die, die erreicht wäre, wenn alles noch Ungeklärte erfüllt ist.",
    ),
    ("Gesichert", "Anteil der Punkte: erfüllt zählt ganz, teilweise erfüllt halb, jeweils mal Gewicht."),
    ("Möglich", "Wie „Gesichert“, dazu alles, was offen oder „weiß nicht“ ist."),
    ("Themen mit Plan", "Für wie viele der {topics} Themen schon ein brauchbarer Plan vorliegt."),
    (
        "Offene Punkte",
        "Kriterien, die zählen und noch nicht erfüllt sind; daneben, wie viele davon unverzichtbar sind.",
    ),
    ("Noch zu klären", "Kriterien, die offen sind, „weiß nicht“ oder ohne Wirkung abgewählt."),
    ("Tage von, Tage bis", "Eigene Arbeitstage der Verwaltung, um alle offenen Punkte zu schließen (Annahme)."),
    (
        "Aufwandspunkte",
        "Kostentreiber weniger genutzte Hebel, ohne Einheit; Euro lassen sich daraus nicht rechnen (Annahme).",
    ),
    ("Zählt mit", "„nein“, wenn das Kriterium auf die Gemeinde nicht zutrifft oder mit Begründung abgewählt ist."),
    ("Lücke", "1, wenn das Kriterium zählt und nicht erfüllt ist, sonst 0; die Summe ist die Zahl der Lücken."),
    ("Punkte", "Punkte mal Gewicht. „Höchstens“ ist 0, wenn das Kriterium nicht mitzählt."),
)
_STATUSES = (
    ("erfüllt; teilweise erfüllt", "In gewöhnlicher Schrift."),
    ("nicht erfüllt; bewusst zurückgestellt", "Fett auf grauem Grund: Es fehlt, zählt keine Punkte."),
    ("weiß nicht; noch nicht beantwortet", "Kursiv: ungeklärt."),
    ("entfällt; trifft nicht zu", "In grauer Schrift: zählt nicht mit."),
)
_SETTINGS = ("Annahmen", "Gewichte, Schwellen der Stufen, Tage und Aufwandspunkte sind Setzungen dieses Werkzeugs.")


def guide_rows(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """Yield terms and what they mean: sheets, columns, statuses, levels."""
    yield from _SHEETS
    for term, meaning in _COLUMNS:
        yield term, meaning.format(topics=len(catalogue.topics))
    yield from _STATUSES
    for level in catalogue.head.levels:
        yield f"Stufe „{level.title}“", level.text or "–"
    yield _SETTINGS
