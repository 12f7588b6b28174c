"""Answer files: what is taken, and every fault with its exact place and what would be right."""

import contextlib
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from insek_cli.core.answers import CriterionAnswer, Municipality, PlanEntry
from insek_cli.core.vocabulary import Status
from insek_cli.errors import UnusableInputError
from insek_cli.files.answer_files import AnswerReader

# Three lines, so that what a test adds begins in line 4.
HEAD = "format: insek-answers/1\ncatalogue: insek-klein/2026.1\nmunicipality: {name: Musterstadt}\n"

STATUSES = "Möglich: met, partial, unmet, later, unknown, not-applicable."
PLAIN = "Hier gehört ein einfacher Wert hin, keine Liste und keine weiteren Schlüssel."
LIST = "Hier gehört eine Liste hin, zum Beispiel [erstes, zweites]."
KEYS = "Hier gehören Schlüssel mit Werten hin."
PLAN_KEYS = (
    "Hier gehören Schlüssel mit Werten hin (type, title, data-year, resolved, area, format, rights, public, "
    "superseded, holder, holder-name, state, note)."
)
OTHER_LOADED = "geladen ist „insek-klein/2026.1“. Bitte den passenden Katalog mit --catalogue angeben."
NUMBER = "Hier gehört eine Zahl hin, mit Punkt und höchstens vier Nachkommastellen, etwa 0.65."
COUNT = "Hier gehört eine ganze Zahl hin, zum Beispiel 12."
YEAR = "Hier gehört eine Jahreszahl von 1900 bis 2100 hin."
DAY = "Ein Datum schreibt man JJJJ-MM-TT, zum Beispiel 2026-03-12."
NO_DAY = "Diesen Tag gibt es nicht. Ein Datum schreibt man JJJJ-MM-TT, etwa 2026-03-12."
TRUTH = "Hier gehört true (ja) oder false (nein) hin."
INHABITANTS = "Hier gehört eine Einwohnerzahl von 1 bis 9999999 hin, ohne Punkt und Leerzeichen."
MARK = "Hier gehört eine Zahl von 1 bis 5 hin."
AGS = 'Der Gemeindeschlüssel (AGS) hat genau acht Ziffern, in Anführungszeichen: "14522999".'
NO_ANSWERS = "Das ist keine Antwortdatei. Sie beginnt mit „format: insek-answers/1“."
CONTROL = "Hier steht ein unsichtbares Steuerzeichen. Bitte löschen."


@pytest.fixture(scope="module")
def reader(catalogue):
    return AnswerReader(catalogue)


@pytest.fixture(scope="module")
def read(reader):
    """Answers in a text that follows the three lines of the head."""
    return lambda body: reader.read_text(HEAD + body, "a.yaml")


@pytest.fixture(scope="module")
def problems(reader):
    """The problems of a whole text, without the name of the file."""

    def problems_of(text):
        with pytest.raises(UnusableInputError) as caught:
            reader.read_text(text, "a.yaml")
        return [str(problem).removeprefix("a.yaml:") for problem in caught.value.problems]

    return problems_of


def test_a_file_begins_small(read):
    answers = read("")

    assert answers.municipality == Municipality("Musterstadt")
    assert (answers.facts, answers.plans, answers.criteria, answers.support) == ({}, (), {}, None)
    assert (answers.feedback, answers.statistics) == ({}, None)


def test_a_bare_status_is_the_short_form(read):
    short = read("criteria: {swot: met, goals-few: {status: later, note: x}}")
    long = read("criteria: {swot: {status: met}, goals-few: {status: later, note: x}}")

    assert short == long
    assert short.criteria["swot"] == CriterionAnswer(Status.MET)


def test_facts_have_the_kind_of_their_question(read):
    answers = read("facts: {project: update, existing-year: 2012, districts: 9, staff-hours: 2.5, stage: unknown}")

    assert answers.facts == {
        "project": "update",
        "existing-year": 2012,
        "districts": Decimal(9),
        "staff-hours": Decimal("2.5"),
        "stage": None,
    }


def test_keys_with_nothing_after_them_count_as_left_out(read):
    assert read("facts:\ncriteria:\n  swot:\nsupport:\nplans:\nstatistics:\n") == read("")


def test_a_note_may_have_many_lines(read):
    answers = read("criteria:\n  swot:\n    status: met\n    note: |\n      Erstens: ja\n\n      # zweitens\n")

    assert answers.criteria["swot"].note == "Erstens: ja\n\n# zweitens\n"


def test_values_that_other_readers_mistake_stay_texts(read):
    answers = read('plans: [{type: heat-plan, title: 1.10, note: no, rights: no, holder-name: 12:30, public: "true"}]')

    (plan,) = answers.plans
    assert (plan.title, plan.note, plan.rights, plan.holder_name, plan.public) == ("1.10", "no", "no", "12:30", True)


def test_a_plan_type_may_stand_several_times(read):
    answers = read("plans:\n  - {type: heat-plan, data-year: 2024}\n  - {type: heat-plan, resolved: 2026-03-12}\n")

    assert answers.plans == (
        PlanEntry("heat-plan", data_year=2024),
        PlanEntry("heat-plan", resolved=date(2026, 3, 12)),
    )


@pytest.mark.parametrize("text", ["", "\n", "# leer\n", "---\n", "- a\n- b\n", "nur Text", "[]"])
def test_a_file_that_is_no_mapping_is_no_answer_file(problems, text):
    assert problems(text) == [f"1:1: {NO_ANSWERS}"]


@pytest.mark.parametrize("text", ["{}", "format:\ncatalogue:\nmunicipality:\n"])
def test_what_every_file_needs_is_missing_at_its_parent(problems, text):
    assert problems(text) == [
        "1:1: Hier fehlt „format“.",
        "1:1: Hier fehlt „catalogue“.",
        "1:1: Hier fehlt „municipality“.",
    ]


def test_a_municipality_needs_a_name(problems):
    assert problems("format: insek-answers/1\ncatalogue: insek-klein/2026.1\nmunicipality:\n  ags: '14522999'\n") == [
        "4:3: Hier fehlt „name“."
    ]


def test_another_format_is_refused_and_nothing_else_is_said(problems):
    assert problems("catalogue: insek-klein/2026.1\nformat: insek-answers/2\nneu: 1\n") == [
        "2:9: Diese Datei hat das Format „insek-answers/2“; dieses Programm liest „insek-answers/1“."
    ]


@pytest.mark.parametrize("other", ["insek-klein/2027.1", "insek-gross/2026.1", "insek-klein"])
def test_another_catalogue_is_refused_with_both_names(problems, other):
    assert problems(f"format: insek-answers/1\ncatalogue: {other}\nmunicipality: {{name: A}}\nfacts: {{x: 1}}\n") == [
        f"2:12: Diese Antworten gehören zum Katalog „{other}“, {OTHER_LOADED}"
    ]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("criteria: {swot: mett}", ["4:18: Den Wert „mett“ gibt es hier nicht. Meinten Sie „met“?"]),
        ("criteria: {swot: fertig}", [f"4:18: Den Wert „fertig“ gibt es hier nicht. {STATUSES}"]),
        ("criteria:\n  swot: {status: Met}\n", ["5:18: Den Wert „Met“ gibt es hier nicht. Meinten Sie „met“?"]),
        ("criteria: {swot: {note: x}}", ["4:18: Hier fehlt „status“."]),
        (
            "criteria: {swot: {status: met, notiz: x}}",
            ["4:32: Das Schlüsselwort „notiz“ gibt es hier nicht. Meinten Sie „note“?"],
        ),
        ("criteria: {svot: met}", ["4:12: Das Kriterium „svot“ gibt es hier nicht. Meinten Sie „swot“?"]),
        ("criteria: {swot: {status: met, flagged: yes}}", [f"4:41: {TRUTH}"]),
        ("criteria: {swot: {status: met, note: [a, b]}}", [f"4:38: {PLAIN}"]),
        ("criteria: swot", [f"4:11: {KEYS}"]),
        ("criteria: [swot]", [f"4:11: {KEYS}"]),
        (
            "criteria: {swot: [met]}",
            [f"4:18: {KEYS[:-1]} (status, evidence, note, reason, by, on, owner, due, flagged)."],
        ),
        ("Kriterien: {}", ["4:1: Das Schlüsselwort „Kriterien“ gibt es hier nicht. Meinten Sie „criteria“?"]),
    ],
)
def test_a_wrong_answer_to_a_criterion_is_refused_where_it_stands(problems, body, expected):
    assert problems(HEAD + body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("facts: {projekt: new}", ["4:9: Die Frage „projekt“ gibt es hier nicht. Meinten Sie „project“?"]),
        ("facts: {project: neu}", ["4:18: Die Antwort „neu“ gibt es hier nicht. Meinten Sie „new“?"]),
        ("facts: {project: xyz}", ["4:18: Die Antwort „xyz“ gibt es hier nicht. Möglich: new, update, unknown."]),
        ("facts: {project: ~}", ["4:18: Die Antwort „~“ gibt es hier nicht. Möglich: new, update, unknown."]),
        ("facts: {project: ''}", ["4:18: Die Antwort „“ gibt es hier nicht. Möglich: new, update, unknown."]),
        ("facts: {project: [new]}", [f"4:18: {PLAIN}"]),
        ("facts: {districts: neun}", [f"4:20: {COUNT}"]),
        ("facts: {districts: null}", [f"4:20: {COUNT}"]),
        ("facts: {districts: 2.5}", [f"4:20: {COUNT}"]),
        ("facts: {districts: '2,5'}", [f"4:20: {COUNT}"]),
        ("facts: {staff-hours: neun}", [f"4:22: {NUMBER}"]),
        ("facts: {existing-year: 12}", [f"4:24: {YEAR}"]),
        ("facts: {existing-year: 1899}", [f"4:24: {YEAR}"]),
        ("facts: {existing-year: 2101}", [f"4:24: {YEAR}"]),
        ("facts: {inhabitants: 5000}", None),
        ("facts: [project]", [f"4:8: {KEYS}"]),
    ],
)
def test_a_wrong_fact_is_refused_where_it_stands(problems, body, expected):
    found = problems(HEAD + body)

    assert found == expected or (expected is None and found[0].startswith("4:9: Die Frage „inhabitants“ gibt es"))


@pytest.mark.parametrize(
    "text", ["-1", "+1", "1e3", "1.23456", "0x1", ".nan", ".5", "1_000", '" 5 "', "007", "1,5", "1000000000", "٣"]
)
def test_a_number_has_digits_and_a_point_and_nothing_else(problems, text):
    assert problems(HEAD + f"facts: {{staff-hours: {text if ',' not in text else repr(text)}}}") == [f"4:22: {NUMBER}"]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("2026-02-30", NO_DAY),
        ("2026-13-01", NO_DAY),
        ("0000-01-01", NO_DAY),
        ("12.03.2026", DAY),
        ("2026-3-12", DAY),
        ("20260312", DAY),
        ("2026-W11-4", DAY),
        ("2026-03-12 10:00:00", DAY),
        ("86400", DAY),
        ("heute", DAY),
    ],
)
def test_a_day_that_is_none_is_refused(problems, text, sentence):
    assert problems(HEAD + f'plans:\n  - type: heat-plan\n    resolved: "{text}"\n') == [f"6:15: {sentence}"]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("plans: [{title: Plan}]", ["4:9: Hier fehlt „type“."]),
        ("plans: [{type: heatplan}]", ["4:16: Die Planart „heatplan“ gibt es hier nicht. Meinten Sie „heat-plan“?"]),
        (
            "plans: [{type: heat-plan, area: alles}]",
            ["4:33: Den Wert „alles“ gibt es hier nicht. Möglich: whole, part, former."],
        ),
        (
            "plans: [{type: heat-plan, format: docx}]",
            ["4:35: Den Wert „docx“ gibt es hier nicht. Möglich: editable, pdf, paper."],
        ),
        (
            "plans: [{type: heat-plan, rights: ja}]",
            ["4:35: Den Wert „ja“ gibt es hier nicht. Möglich: yes, no, unclear."],
        ),
        ("plans: [{type: heat-plan, state: None}]", ["4:34: Den Wert „None“ gibt es hier nicht. Meinten Sie „none“?"]),
        ("plans: [{type: heat-plan, public: yes}]", [f"4:35: {TRUTH}"]),
        ("plans: [{type: heat-plan, superseded: True}]", [f"4:39: {TRUTH}"]),
        ("plans: [{type: heat-plan, data-year: 99}]", [f"4:38: {YEAR}"]),
        (
            "plans: [{type: heat-plan, data_year: 1999}]",
            ["4:27: Das Schlüsselwort „data_year“ gibt es hier nicht. Meinten Sie „data-year“?"],
        ),
        ("plans: [{type: heat-plan, title: '  '}]", ["4:34: Hier fehlt der Text."]),
        ("plans: {type: heat-plan}", [f"4:8: {LIST}"]),
        (
            "plans: [heat-plan]",
            [f"4:9: {PLAN_KEYS}"],
        ),
        ("plans:\n  - type: heat-plan\n  -\n", ["6:4: Dieser Listenpunkt ist leer."]),
    ],
)
def test_a_wrong_plan_is_refused_where_it_stands(problems, body, expected):
    assert problems(HEAD + body) == expected


@pytest.mark.parametrize(
    ("field", "sentence"),
    [
        ("ags: 1452299", AGS),
        ("ags: 14 522 999", AGS),
        ("ags: '145229990'", AGS),
        ("ars: '14522999'", "Der Regionalschlüssel (ARS) hat genau zwölf Ziffern."),
        ("inhabitants: 0", INHABITANTS),
        ("inhabitants: 10000000", INHABITANTS),
        ("inhabitants: 6.480", INHABITANTS),
        ("inhabitants: ca. 6000", INHABITANTS),
        ("inhabitants-date: 31.12.2024", DAY),
        ("kind: Stadt", "Den Wert „Stadt“ gibt es hier nicht. Meinten Sie „stadt“?"),
        ("concept: Insek", "Den Wert „Insek“ gibt es hier nicht. Möglich: INSEK, INGEKO."),
        ("landkreis: ''", "Hier fehlt der Text."),
    ],
)
def test_a_wrong_name_of_the_place_is_refused_where_it_stands(problems, field, sentence):
    column = 4 + field.index(":") + 2 - 1
    text = f"format: insek-answers/1\ncatalogue: insek-klein/2026.1\nmunicipality:\n  name: A\n  {field}\n"

    assert problems(text) == [f"5:{column}: {sentence}"]


@pytest.mark.parametrize("field", ["inhabitants: 1", "inhabitants: 9999999", "ags: 14522999", "ags: '01001000'"])
def test_the_borders_of_numbers_and_keys_are_taken(reader, field):
    text = f"format: insek-answers/1\ncatalogue: insek-klein/2026.1\nmunicipality: {{name: A, {field}}}\n"
    key, value = field.split(": ")

    assert str(getattr(reader.read_text(text, "a.yaml").municipality, key)) == value.strip("'")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("support: [datas]", ["4:11: Die Unterstützung „datas“ gibt es hier nicht. Meinten Sie „data“?"]),
        ("support: data", [f"4:10: {LIST}"]),
        ("support: [[data]]", [f"4:11: {PLAIN}"]),
        ("feedback: {swott: {useful: 1}}", ["4:12: Das Kriterium „swott“ gibt es hier nicht. Meinten Sie „swot“?"]),
        ("feedback: {swot: {useful: 6, realistic: 0}}", [f"4:27: {MARK}", f"4:41: {MARK}"]),
        ("feedback: {swot: 5}", ["4:18: Hier gehören Schlüssel mit Werten hin (useful, realistic, remark)."]),
        ("statistics: [a.json]", [f"4:13: {PLAIN}"]),
        ("statistics: ''", ["4:13: Hier fehlt der Text."]),
    ],
)
def test_other_wrong_parts_are_refused_where_they_stand(problems, body, expected):
    assert problems(HEAD + body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("criteria: {swot: met, swot: unmet}", "4:23: „swot“ steht hier zum zweiten Mal (zuerst in 4. Zeile)."),
        ("format: insek-answers/1\n", "4:1: „format“ steht hier zum zweiten Mal (zuerst in 1. Zeile)."),
        ("facts: &f {}\n", "4:8: Anker (&name) und Typangaben (!typ) sind nicht erlaubt; bitte weglassen."),
        ("support: !!set {}\n", None),
        ("---\nfacts: {}\n", "4:1: In einer Datei darf nur ein Dokument stehen (kein zweites „---“)."),
        ("statistics: a\x07b\n", f"4:14: {CONTROL}"),
        ("criteria: {swot: met\n", None),
    ],
)
def test_faults_of_the_yaml_itself_are_said_with_their_place(problems, body, expected):
    found = problems(HEAD + body)

    assert found == [expected] if expected else found[0].startswith(("4:", "5:1:"))


def test_deep_nesting_is_refused(problems):
    assert "4:74: Die Datei ist tiefer als 64 Stufen verschachtelt." in problems(HEAD + "support: " + " " + "[" * 1000)


def test_control_characters_written_as_such_are_part_of_the_text(read):
    assert read(r'criteria: {swot: {status: met, note: "a\x1b\x00b"}}').criteria["swot"].note == "a\x1b\x00b"


def test_every_problem_of_a_file_is_said_at_once(problems):
    text = """\
format: insek-answers/1
catalogue: insek-klein/2026.1
municipality: {name: A, ags: "1"}
facts: {districts: viele, sprache: de}
plans:
  - {type: waermeplan, area: alles}
criteria:
  swot: fertig
  swott: met
support: [geld]
"""

    assert sorted(problem.split(": ")[0] for problem in problems(text)) == [
        "10:11",
        "3:30",
        "4:20",
        "4:27",
        "6:12",
        "6:30",
        "8:9",
        "9:3",
    ]


def test_broken_syntax_hides_only_what_follows_it(problems):
    assert sorted(problems(HEAD + "criteria:\n  swot: fertig\n  vision-plain: @\n  goals-few: fertig\n")) == [
        f"5:9: Den Wert „fertig“ gibt es hier nicht. {STATUSES}",
        "6:17: Dieses Zeichen darf hier nicht am Anfang stehen. Bitte den Text in Anführungszeichen setzen.",
    ]


def test_an_entry_cut_off_by_broken_syntax_lacks_nothing(problems):
    assert problems("format: insek-answers/1\nmunicipality:\n  ags: @\n") == [
        "3:8: Dieses Zeichen darf hier nicht am Anfang stehen. Bitte den Text in Anführungszeichen setzen."
    ]


def test_a_first_line_indented_by_mistake_hides_what_follows(problems):
    assert problems("  format: insek-answers/1\ncatalogue: insek-klein/2026.1\nmunicipality: {name: A}\n") == [
        "2:1: Hier beginnt etwas Neues, wo die Datei schon zu Ende war. Bitte die Einrückung prüfen."
    ]


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"a: \xfc", ":1:4: Die Datei ist nicht in UTF-8 gespeichert."),
        (b"#" * 5_000_001, ": Die Datei ist größer als 5 MB."),
        (b"", ":1:1: Das ist keine Antwortdatei."),
    ],
    ids=["latin-1", "too-large", "empty"],
)
def test_a_file_that_cannot_be_read_is_said_with_its_path(reader, tmp_path, data, sentence):
    path = tmp_path / "a.yaml"
    path.write_bytes(data)

    with pytest.raises(UnusableInputError) as caught:
        reader.read(path)

    assert str(caught.value).startswith(f"{path}{sentence}")


def test_a_missing_file_is_said_by_the_name_given(reader, tmp_path):
    with pytest.raises(UnusableInputError) as caught:
        reader.read(tmp_path / "x.yaml", "x.yaml")

    assert str(caught.value) == "x.yaml: Diese Datei gibt es nicht."


def test_one_bad_file_does_not_spoil_the_next(reader):
    for _ in range(2):
        with pytest.raises(UnusableInputError):
            reader.read_text(HEAD + "criteria: {swot: fertig}", "bad.yaml")
        assert reader.read_text(HEAD, "good.yaml").municipality.name == "Musterstadt"


def test_an_answer_to_a_question_that_became_hidden_stays(read):
    assert read("facts: {project: new, existing-year: 2012}").facts["existing-year"] == 2012


@pytest.mark.parametrize("status", Status)
def test_every_status_of_every_criterion_is_read(catalogue, read, status):
    answers = read("criteria:\n" + "".join(f"  {key}: {status.value}\n" for key in catalogue.criterion))

    assert answers.criteria == dict.fromkeys(catalogue.criterion, CriterionAnswer(status))


@given(text=st.text(st.sampled_from("format:insk-w\n \t[]{}'\"#&*!@|>,1/ä\u2028"), max_size=60), at=st.integers(0, 130))
@settings(deadline=None, max_examples=200)
def test_no_text_in_the_middle_makes_the_reader_fail_otherwise(reader, text, at):
    whole = HEAD + "facts: {project: update}\ncriteria: {swot: met}\n"

    # Anything but this error would fail the test.
    with contextlib.suppress(UnusableInputError):
        reader.read_text(whole[:at] + text + whole[at:], "a.yaml")
