"""What is written into a questionnaire comes back, and what cannot be understood is listed with its place."""

import io
from dataclasses import replace

import docx
import pytest
from hypothesis import Phase, given, settings

from insek_cli.core.answers import Answers, Feedback, Municipality
from insek_cli.core.catalogue import Catalogue
from insek_cli.core.merging import compare
from insek_cli.core.statements import Source, Topic, TopicKind, statements_of
from insek_cli.documents.form import form
from insek_cli.errors import UnusableInputError
from insek_cli.files.catalogue_files import load_shipped
from insek_cli.formats.docx.questionnaire import form_docx
from tests.files.forms.sending import (
    TODAY,
    WRITERS,
    blank,
    filled,
    line_cells,
    returned,
    sent,
    sheet_cells,
    with_lines,
    word,
    workbook,
)
from tests.files.test_answer_writing import HARD_TEXTS, all_answers, answered

CATALOGUE = load_shipped()
# Making an example smaller would take minutes.
PHASES = (Phase.explicit, Phase.reuse, Phase.generate)
ENDINGS = [".xlsx", ".docx"]
KNOWN_PLACE = ("name", "ags", "inhabitants", "kind", "landkreis")


def in_the_form(answers: Answers) -> Answers:
    """Return what of the answers a form holds."""
    place = answers.municipality
    return replace(
        answers,
        municipality=Municipality(**{name: getattr(place, name) for name in KNOWN_PLACE}),
        plans=tuple(replace(plan, public=None, superseded=False) for plan in answers.plans),
        criteria={
            name: replace(answer, by=None, on=None, owner=None, due=None, flagged=False)
            for name, answer in answers.criteria.items()
        },
        statistics=None,
    )


def check_round_trip(answers: Answers, ending: str) -> None:
    back = returned(CATALOGUE, form(CATALOGUE, answers, None, TODAY), ending)
    assert (back.unread, back.hints) == ((), ())
    untouched = compare(answers, back.statements)
    assert untouched.answers == answers
    assert (untouched.taken, untouched.conflicts, untouched.homeless) == ((), (), ())
    anew = compare(Answers(Municipality(answers.municipality.name)), back.statements)
    assert (anew.conflicts, anew.homeless) == ((), ())
    own = statements_of(in_the_form(answers), Source("a", "a", TODAY), CATALOGUE.support)
    compared = compare(anew.answers, own)
    assert (compared.taken, compared.conflicts) == ((), ())


@pytest.mark.parametrize("ending", ENDINGS)
@given(answers=all_answers(CATALOGUE))
@settings(deadline=None, max_examples=12, phases=PHASES)
def test_any_answers_come_back_from_the_form(ending, answers):
    check_round_trip(answers, ending)


HARD = [
    *HARD_TEXTS,
    "=1+1",
    "+49 371",
    "-5",
    "@SUMME(A1)",
    "{=A1}",
    "_x0041_",
    "http://example.org",
    "007",
    "12,50",
    "#NAME?",
    "[bitte wählen]",
    "ja",
    "  vorn",
    "Zeile\n\n\nZeile",
]


@pytest.mark.parametrize("ending", ENDINGS)
def test_hard_texts_come_back_from_the_form(ending):
    names = iter(CATALOGUE.criterion)
    answers = Answers(Municipality("Ort"), feedback={})
    for text in HARD:
        name = next(names)
        one = answered(text)
        answers = answers.with_criterion(name, replace(one.criteria["swot"], by=text))
        answers = replace(answers, feedback={**answers.feedback, name: Feedback(remark=text)})
    check_round_trip(answers, ending)


def statuses(found) -> dict[str, object]:
    return {one.topic.id: one.fields.get("status") for one in found.statements if one.topic.kind is TopicKind.CRITERION}


def texts(problems) -> str:
    return "\n".join(map(str, problems))


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize(
    ("written", "status"),
    [
        ("Ja.", "met"),
        ("ERFÜLLT", "met"),
        ("tlw.", "partial"),
        ("teilw.", "partial"),
        (" teils ", "partial"),
        ("nein", "unmet"),
        ("w. n.", "unknown"),
        ("weiß nicht", "unknown"),
        ("?", "unknown"),
        ("entfällt", "not-applicable"),
        ("n. z.", "not-applicable"),
        ("später", "later"),
        ("zurückgestellt", "later"),
        ("met", "met"),
    ],
)
def test_words_people_write_are_understood(catalogue: Catalogue, ending, written, status):
    found = returned(catalogue, filled(blank(catalogue), {"K1": {"status": written}}), ending)
    assert statuses(found) == {catalogue.criteria[0].id: status}


@pytest.mark.parametrize("word", ["", "noch nicht beantwortet", "offen", "–", "[bitte wählen]"])
@pytest.mark.parametrize("ending", ENDINGS)
def test_open_answer_says_nothing(catalogue: Catalogue, ending, word):
    found = returned(catalogue, filled(blank(catalogue), {"K1": {"status": word}, "A2": {"answer": word}}), ending)
    assert (found.statements, found.unread) == ((), ())


@pytest.mark.parametrize(
    ("number", "cells", "fields"),
    [
        ("A2", {"answer": "Noch nichts begonnen"}, {"answer": "none"}),
        ("A6", {"answer": "ja"}, {"answer": "yes"}),
        ("A13", {"answer": "Noch offen"}, {"answer": "open"}),
        ("A3", {"answer": "2012"}, {"answer": 2012}),
        ("A5", {"answer": "1.200"}, {"answer": 1200}),
        ("A18", {"answer": "2,5"}, {"answer": 2.5}),
        ("A18", {"answer": "w. n."}, {"answer": "unknown"}),
        ("P1", {"title": "Haushalt"}, {"title": "Haushalt"}),
        (
            "P1",
            {"state": "liegt vor", "rights": "Ja", "resolved": "1.2.2026"},
            {"state": "available", "rights": "yes", "resolved": TODAY.replace(month=2, day=1)},
        ),
        (
            "P1",
            {"area": "ganzes", "format": "PDF", "holder": "Landkreis"},
            {"area": "whole", "format": "pdf", "holder": "landkreis"},
        ),
        ("U1", {"wanted": "ja"}, {"wanted": True}),
    ],
)
def test_answers_of_every_kind_are_understood(catalogue: Catalogue, number, cells, fields):
    found = returned(catalogue, filled(blank(catalogue), {number: cells}), ".docx")
    assert [dict(one.fields) for one in found.statements] == [fields]


@pytest.mark.parametrize("ending", ENDINGS)
def test_what_is_not_understood_is_listed_with_its_place_and_its_text(catalogue: Catalogue, ending):
    answers = {
        "K1": {"status": "vielleicht ja", "note": "kommt"},
        "K2": {"status": "ja"},
        "P2": {"resolved": "im März"},
    }
    found = returned(catalogue, filled(blank(catalogue), answers), ending)
    assert statuses(found) == {catalogue.criteria[0].id: None, catalogue.criteria[1].id: "met"}
    place = "Blatt „1 Anlass und Prozess“, Zelle F3" if ending == ".xlsx" else "Tabelle 5, Zeile 2, Spalte 3"
    assert f"form{ending}, {place}: Die Antwort „vielleicht ja“ gibt es hier nicht." in texts(found.unread)
    assert "„im März“" in texts(found.unread)
    assert "12.03.2026" in texts(found.unread)
    assert len(found.unread) == 2


def test_person_and_day_stand_at_the_beginning(catalogue: Catalogue):
    content = blank(catalogue, name="Ort", person="Hauptamt", day="3.5.2026")
    found = returned(
        catalogue, filled(content, {"K1": {"status": "ja"}, "K2": {"status": "ja", "by": "Bauamt"}}), ".xlsx"
    )
    assert [(one.by, one.source.person, str(one.source.on)) for one in found.statements] == [
        (None, "Hauptamt", "2026-05-03"),
        ("Bauamt", "Hauptamt", "2026-05-03"),
    ]
    assert found.municipality == Municipality("Ort")


def test_file_stands_for_whoever_does_not_say_who(catalogue: Catalogue):
    found = returned(catalogue, filled(blank(catalogue), {"K1": {"status": "ja"}}), ".xlsx")
    assert (
        found.statements[0].source == Source("form.xlsx", "form", TODAY)
        or found.statements[0].source.fallback == "form"
    )


def criteria_table(catalogue: Catalogue, *, paper: bool = False) -> list[list[str]]:
    answers = {"K1": {"status": "ja", "evidence": "Vermerk"}, "K2": {"status": "nein", "note": "kommt noch"}}
    content = filled(blank(catalogue), answers)
    return sheet_cells(content.sheets[2], paper=paper)


EXPECTED = {"purpose-written": ("met", "Vermerk", None), "responsible-person": ("unmet", None, "kommt noch")}


def said(found) -> dict[str, tuple[object, ...]]:
    return {
        one.topic.id: tuple(one.fields.get(name) for name in ("status", "evidence", "note"))
        for one in found.statements
        if one.topic.kind is TopicKind.CRITERION
    }


def both(catalogue: Catalogue, change):
    """Yield what is read of a changed table, as a workbook and as a Word file."""
    lines = line_cells(blank(catalogue))
    yield sent(catalogue, workbook({"Anleitung": lines, "Kriterien": change(criteria_table(catalogue))}), "f.xlsx")
    yield sent(catalogue, word(lines, change(criteria_table(catalogue, paper=True))), "f.docx")


def test_moved_columns_are_found_by_their_header(catalogue: Catalogue):
    for found in both(catalogue, lambda rows: [[*cells[3:], *cells[:3]] for cells in rows]):
        assert (said(found), found.unread) == (EXPECTED, ())


def test_moved_rows_are_found_by_their_number(catalogue: Catalogue):
    for found in both(catalogue, lambda rows: [rows[0], *reversed(rows[1:])]):
        assert (said(found), found.unread) == (EXPECTED, ())


def test_header_repeated_in_the_middle_is_no_answer(catalogue: Catalogue):
    for found in both(catalogue, lambda rows: [*rows[:2], rows[0], *rows[2:]]):
        assert (said(found), found.unread) == (EXPECTED, ())


def test_deleted_columns_are_missed_by_nobody(catalogue: Catalogue):
    def without(rows, *titles):
        keep = [place for place, title in enumerate(rows[0]) if title not in titles]
        return [[cells[place] for place in keep] for cells in rows]

    for found in both(catalogue, lambda rows: without(rows, "Notiz", "Wer", "Frage/Aussage")):
        assert {name: status for name, (status, *_) in said(found).items()} == {
            "purpose-written": "met",
            "responsible-person": "unmet",
        }
        assert found.unread == ()


def test_renamed_header_is_read_by_its_place_and_told(catalogue: Catalogue):
    for found in both(
        catalogue, lambda rows: [[title.replace("Antwort", "Wie ist es?") for title in rows[0]], *rows[1:]]
    ):
        assert said(found) == EXPECTED
        assert "Die Überschrift „Wie ist es?“ ist nicht bekannt" in texts(found.hints)


def test_header_renamed_in_a_rearranged_table_loses_nothing(catalogue: Catalogue):
    def change(rows):
        head = [title.replace("Nachweis", "Papier") for title in rows[0]]
        return [[*cells[3:], *cells[:3]] for cells in [head, *rows[1:]]]

    for found in both(catalogue, change):
        assert "Diese Spalte gehört nicht zum Fragebogen. Hier steht: „Vermerk“" in texts(found.unread)
        assert (
            found.unread[0].place.endswith(("Zelle D2", "Spalte 2", "Zelle D1", "Zelle G2"))
            or "Zeile 2" in found.unread[0].place
        )


def test_own_column_is_listed_with_what_stands_in_it(catalogue: Catalogue):
    for found in both(
        catalogue,
        lambda rows: [
            [*rows[0], "Frist"],
            *[[*cells, "bis Mai"] for cells in rows[1:2]],
            *[[*cells, ""] for cells in rows[2:]],
        ],
    ):
        assert said(found) == EXPECTED
        assert "„bis Mai“" in texts(found.unread)
        assert len(found.unread) == 1


def test_row_without_number_is_found_by_its_question(catalogue: Catalogue):
    found = sent(
        catalogue,
        workbook(
            {
                "K": [
                    [*(["", ""] if place else cells[:2]), *cells[2:]]
                    for place, cells in enumerate(criteria_table(catalogue))
                ]
            }
        ),
        "f.xlsx",
    )
    assert (said(found), found.unread) == (EXPECTED, ())


def test_row_without_number_and_question_is_listed(catalogue: Catalogue):
    def change(rows):
        return [
            rows[0],
            *[
                [
                    "" if "rage" in title or title in {"Nr.", "Kennung"} else cell
                    for title, cell in zip(rows[0], cells, strict=True)
                ]
                for cells in rows[1:2]
            ],
            *rows[2:],
        ]

    for found in both(catalogue, change):
        assert said(found) == {"responsible-person": EXPECTED["responsible-person"]}
        assert "In dieser Zeile fehlt die Nummer" in texts(found.unread)
        for text in ("„ja“", "„Vermerk“"):
            assert text in texts(found.unread)


def test_unknown_number_and_unknown_name_are_listed(catalogue: Catalogue):
    rows = criteria_table(catalogue)
    rows[1][0], rows[1][1], rows[1][2] = "K99", "", "?"
    rows[2][1] = "gibt-es-nicht"
    found = sent(catalogue, workbook({"K": rows}), "f.xlsx")
    assert said(found) == {}
    assert "Die Nummer „K99“ gibt es in diesem Katalog nicht. Hier steht: „ja“" in texts(found.unread)
    assert "Die Kennung „gibt-es-nicht“ gibt es in diesem Katalog nicht. Hier steht: „kommt noch“" in texts(
        found.unread
    )


def test_number_that_belongs_to_another_name_is_listed(catalogue: Catalogue):
    rows = criteria_table(catalogue)
    rows[1][0], rows[2][0] = rows[2][0], rows[1][0]
    found = sent(catalogue, workbook({"K": rows}), "f.xlsx")
    assert said(found) == {}
    assert "gehören nicht zusammen" in texts(found.unread)


@pytest.mark.parametrize(("right", "wrong"), [("K5", "K4"), ("K6", "K60")])
@pytest.mark.parametrize("ending", ENDINGS)
def test_mistyped_number_credits_nobody_else(catalogue: Catalogue, ending, right, wrong):
    def changed(sheet):
        return [[wrong if cell == right else cell for cell in cells] for cells in sheet]

    content = filled(blank(catalogue), {right: {"status": "ja", "note": "so"}})
    rows = changed(sheet_cells(content.sheets[2], paper=ending == ".docx"))
    if ending == ".xlsx":
        for cells in rows[1:]:
            cells[1] = ""
    write = {".xlsx": lambda: workbook({"K": rows}), ".docx": lambda: word(rows)}[ending]
    found = sent(catalogue, write(), f"f{ending}")
    assert said(found) == {}
    assert f"Die Nummer {wrong} und die Frage" in texts(found.unread)
    assert f"die Frage hat die Nummer {right}. Bitte die Nummer berichtigen" in texts(found.unread)
    assert [one.text.rsplit("Hier steht: ")[1] for one in found.unread] == ["„ja“", "„so“"]


def word_with_number(catalogue: Catalogue, old: str, new: str) -> bytes:
    """Return a Word questionnaire as the program writes it, with „ja“ for a criterion whose number was changed."""
    content = filled(blank(catalogue), {old: {"status": "ja"}})
    document = docx.Document(io.BytesIO(form_docx(content)))
    for table in document.tables[1:]:
        for cell in (cell for cell in table.columns[0].cells if cell.text == old):
            cell.paragraphs[0].runs[0].text = new
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


@pytest.mark.parametrize(("number", "hints"), [("", 0), ("K999", 2)])
def test_row_of_a_word_form_without_its_number_is_found_by_the_beginning_of_its_cell(catalogue, number, hints):
    found = sent(catalogue, word_with_number(catalogue, "K5", number), "f.docx")
    assert (statuses(found), found.unread) == ({catalogue.criteria[4].id: "met"}, ())
    assert texts(found.hints).count("nach der Frage gelesen als K5") == hints


def test_row_of_a_word_form_with_a_mistyped_number_is_listed(catalogue: Catalogue):
    found = sent(catalogue, word_with_number(catalogue, "K5", "K4"), "f.docx")
    assert statuses(found) == {}
    assert "die Frage hat die Nummer K5" in texts(found.unread)
    assert "bitte wählen" not in texts(found.unread)


def test_text_beside_the_questions_of_a_word_form_is_listed(catalogue: Catalogue):
    document = docx.Document(io.BytesIO(form_docx(filled(blank(catalogue), {"K1": {"status": "ja"}}))))
    document.add_paragraph("Bitte den Bauhof fragen.")
    document.tables[0].add_row().cells[0].text = "Telefon"
    target = io.BytesIO()
    document.save(target)
    found = sent(catalogue, target.getvalue(), "f.docx")
    assert statuses(found) == {catalogue.criteria[0].id: "met"}
    last = len(document.tables)
    assert f"f.docx, Absatz unter Tabelle {last}: Dieser Text" in texts(found.unread)
    assert "Hier steht: „Bitte den Bauhof fragen.“" in texts(found.unread)
    assert f"Tabelle 1, Zeile {len(document.tables[0].rows)}, Spalte 1" in texts(found.unread)
    assert len(found.unread) == 2


def test_text_beside_the_questions_of_a_workbook_is_listed(catalogue: Catalogue):
    lines = [*line_cells(blank(catalogue)), ["", "", "Frau A fragen"]]
    sheets = {"Anleitung": lines, "K": [["Rückruf am Montag"], *criteria_table(catalogue)]}
    found = sent(catalogue, workbook(sheets, {"G3": "Akte liegt im Bauamt."}), "f.xlsx")
    assert said(found) == EXPECTED
    assert [one.place for one in found.unread] == [
        f"f.xlsx, Blatt „Anleitung“, Zelle C{len(lines)}",
        "f.xlsx, Blatt „K“, Zelle A1",
        "f.xlsx, Blatt „K“, Kommentar an Zelle G3",
    ]
    assert "Akte liegt im Bauamt." in found.unread[2].text


@pytest.mark.parametrize("title", ["Frage/Aussage", "erfüllt, wenn …"])
def test_text_typed_into_a_question_is_listed_and_the_answer_taken(catalogue: Catalogue, title):
    rows = criteria_table(catalogue)
    rows[1][rows[0].index(title)] += " Siehe Akte 7."
    found = sent(catalogue, workbook({"K": rows}), "f.xlsx")
    assert said(found) == EXPECTED
    assert "Siehe Akte 7." in texts(found.unread)
    assert len(found.unread) == 1


def test_number_that_stands_twice_is_read_twice(catalogue: Catalogue):
    def change(rows):
        again = [
            title_cell if title in {"Nr.", "Kennung"} else "nein" if title == "Antwort" else ""
            for title, title_cell in zip(rows[0], rows[1], strict=True)
        ]
        return [*rows, again]

    for found in both(catalogue, change):
        compared = compare(Answers(Municipality("Ort")), found.statements)
        (conflict,) = compared.conflicts
        assert conflict.topic == Topic(TopicKind.CRITERION, "purpose-written")
        assert [voice.fields["status"] for voice in conflict.voices] == ["met", "unmet"]
        assert "Diese Frage steht schon in" in texts(found.hints)


def test_table_split_in_two_goes_on_without_a_header(catalogue: Catalogue):
    rows = criteria_table(catalogue, paper=True)
    found = sent(catalogue, word(rows[:2], rows[2:]), "f.docx")
    assert (said(found), found.unread) == (EXPECTED, ())


def test_table_without_header_is_read_by_place(catalogue: Catalogue):
    for found in both(catalogue, lambda rows: rows[1:]):
        assert (said(found), found.unread) == (EXPECTED, ())


def test_foreign_sheet_is_told_and_not_read(catalogue: Catalogue):
    data = workbook({"K": criteria_table(catalogue), "Kantine": [["Montag", "Suppe"]]})
    found = sent(catalogue, data, "f.xlsx")
    assert said(found) == EXPECTED
    assert "f.xlsx, Blatt „Kantine“: Das gehört nicht zum Fragebogen und wurde nicht gelesen." in texts(found.hints)


def test_formula_counts_with_its_value_and_is_told(catalogue: Catalogue):
    rows = criteria_table(catalogue)
    rows[1][5] = "=A1"
    found = sent(catalogue, workbook({"K": rows}), "f.xlsx")
    assert said(found)["purpose-written"] == ("met", "Vermerk", None)
    assert "f.xlsx, Blatt „K“, Zelle F2: Hier steht eine Formel." in texts(found.hints)


def test_form_without_a_catalogue_is_read_and_told(catalogue: Catalogue):
    found = sent(catalogue, workbook({"K": criteria_table(catalogue)}), "f.xlsx")
    assert said(found) == EXPECTED
    assert "fehlt der Katalog" in texts(found.hints)


def test_form_of_another_catalogue_is_refused_and_both_are_named(catalogue: Catalogue):
    with pytest.raises(
        UnusableInputError, match=r"„insek-klein/2025\.1“, geladen ist „insek-klein/2026\.1“.*--catalogue"
    ):
        returned(catalogue, with_lines(blank(catalogue), {"catalogue": "insek-klein/2025.1"}), ".xlsx")


@pytest.mark.parametrize("data", [workbook({"A": [["x", "y"]]}), workbook({"A": []})])
def test_workbook_that_is_no_questionnaire_is_refused(catalogue: Catalogue, data):
    with pytest.raises(UnusableInputError, match="Hier steht kein Fragebogen"):
        sent(catalogue, data, "f.xlsx")


@pytest.mark.parametrize("data", [word([["x", "y"]])])
def test_word_file_that_is_no_questionnaire_is_refused(catalogue: Catalogue, data):
    with pytest.raises(UnusableInputError, match="Hier steht kein Fragebogen"):
        sent(catalogue, data, "f.docx")


def test_feedback_is_read_from_both(catalogue: Catalogue):
    for ending in WRITERS:
        found = returned(
            catalogue, filled(blank(catalogue), {"K3": {"useful": "5", "realistic": "2", "remark": "zu viel"}}), ending
        )
        assert [(one.topic.kind, dict(one.fields)) for one in found.statements] == [
            (TopicKind.FEEDBACK, {"useful": 5, "realistic": 2, "remark": "zu viel"})
        ]
