"""What merging says: how much by section, who said what, every text of a conflict."""

from datetime import date
from decimal import Decimal

import pytest

from insek_cli.core.answers import Answers, Area, EntryState, Municipality, PlaceKind, Rights
from insek_cli.core.catalogue import Catalogue
from insek_cli.core.conditions import PlanFormat
from insek_cli.core.merging import Conflict, compare
from insek_cli.core.statements import PLACE, Source, Statement, Topic, TopicKind, Voice
from insek_cli.core.vocabulary import Holder, Status
from insek_cli.documents.blocks import Document
from insek_cli.documents.merge_summary import conflict_blocks, homeless_text, short_voice, summary_blocks, who
from insek_cli.formats.terminal import terminal_text

TODAY = date(2026, 11, 22)
SOURCE = Source("haupt.xlsx", "haupt", TODAY, "Hauptamt")
SWOT = Topic(TopicKind.CRITERION, "swot")


def text(blocks) -> str:
    return terminal_text(Document("", "", "", tuple(blocks)), 200)


@pytest.mark.parametrize(
    ("topic", "fields", "words"),
    [
        (SWOT, {"status": Status.MET, "evidence": "Protokoll"}, "erfüllt; Nachweis: Protokoll"),
        (Topic(TopicKind.FACT, "project"), {"answer": "new"}, "Erstes Konzept"),
        (Topic(TopicKind.FACT, "project"), {"answer": "unknown"}, "weiß nicht"),
        (Topic(TopicKind.FACT, "staff-hours"), {"answer": Decimal("2.5")}, "2,5"),
        (
            Topic(TopicKind.PLAN, "budget"),
            {
                "state": EntryState.AVAILABLE,
                "area": Area.WHOLE,
                "format": PlanFormat.PDF,
                "rights": Rights.YES,
                "holder": Holder.REGION,
            },
            "liegt vor; Gebiet: ganzes Gemeindegebiet; Dateiform: nur PDF; Nutzung erlaubt: ja; liegt bei: Region",
        ),
        (
            Topic(TopicKind.PLAN, "budget"),
            {"resolved": TODAY, "public": False},
            "Beschluss vom: 22.11.2026; öffentlich: nein",
        ),
        (Topic(TopicKind.SUPPORT, "data"), {"wanted": True}, "gewünscht"),
        (Topic(TopicKind.FEEDBACK, "swot"), {"useful": 5, "remark": "gut"}, "nützlich: 5; Bemerkung: gut"),
        (PLACE, {"kind": PlaceKind.STADT, "inhabitants": 6480}, "Stadt oder Gemeinde: Stadt; Einwohnerzahl: 6480"),
    ],
)
def test_every_value_has_words(catalogue: Catalogue, topic, fields, words):
    assert short_voice(catalogue, topic, Voice(fields, "Hauptamt", TODAY, ("x",))) == f"Hauptamt: {words}"


def test_voices_say_whose_they_are():
    assert who(Voice({}, "Hauptamt", TODAY, ("a.xlsx", "b.xlsx"))) == "Hauptamt, 22.11.2026 (a.xlsx, b.xlsx)"
    assert who(Voice({}, "Bauamt", date(2026, 5, 2))) == "bisher (Bauamt, 02.05.2026)"
    assert who(Voice({})) == "bisher"


def test_conflict_shows_every_text_in_full(catalogue: Catalogue):
    long = "Wort " * 200 + "Ende"
    conflict = Conflict(
        SWOT, (Voice({"status": Status.MET, "note": long}), Voice({"status": Status.UNMET}, "A", TODAY, ("a",)))
    )
    shown = " ".join(text(conflict_blocks(catalogue, conflict)).split())
    assert long in shown
    assert "A, 22.11.2026 (a): nicht erfüllt" in shown


def test_summary_counts_by_section(catalogue: Catalogue):
    said = [
        Statement(SWOT, {"status": Status.MET}, SOURCE),
        Statement(Topic(TopicKind.SUPPORT, "data"), {"wanted": True}, SOURCE),
    ]
    shown = text(summary_blocks(catalogue, compare(Answers(Municipality("Ort")), said)))
    assert shown.startswith("2 neu, 0 gleich, 0 Konflikte.")
    assert "Neu: Ziele und Wechselwirkungen" in shown or "Neu: Analyse und Themen" in shown
    assert "Neu: Unterstützung" in shown


def test_text_without_an_answer_is_shown_in_full(catalogue: Catalogue):
    assert homeless_text(catalogue, SWOT, Voice({"note": "x" * 300})).endswith("Notiz: " + "x" * 300)
