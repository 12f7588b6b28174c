"""A catalogue is read whole or refused with every fault at once. The mark ‸ is where a fault must be said.

What must hold between the entries is in test_catalogue_references.
"""

import pytest

from insek_cli.core.entries import Effort
from insek_cli.core.vocabulary import Proof
from insek_cli.errors import UnusableInputError
from insek_cli.files.catalogue_files import load_catalogue, load_shipped, shipped_catalogue
from tests.files.breaking import append, change, place_of_mark, problems

PLAIN = "Hier gehört ein einfacher Wert hin, keine Liste und keine weiteren Schlüssel."
WEIGHT = "Hier gehört ein Gewicht von 1 bis 100 hin, als ganze Zahl."
WHOLE = "Hier gehört eine ganze Zahl hin, zum Beispiel 12."
NUMBER = "Hier gehört eine Zahl hin, mit Punkt und höchstens vier Nachkommastellen, etwa 0.65."
HALF = "Hier gehört eine Zahl in halben Schritten hin, zum Beispiel 0.5 oder 2."
TRUTH = "Hier gehört true (ja) oder false (nein) hin."
KEBAB = "Eine Kennung besteht aus Kleinbuchstaben, Ziffern und einzelnen Bindestrichen, etwa plan-register."
BROKEN = "Dieses Zeichen darf hier nicht am Anfang stehen. Bitte den Text in Anführungszeichen setzen."
LIST = "Hier gehört eine Liste hin, zum Beispiel [erstes, zweites]."
TOO_LARGE = "Die Datei ist größer als 5 MB. Antworten und Katalog sind Textdateien von wenigen hundert Kilobyte."
CONDITION = "Hier gehört eine Bedingung hin, zum Beispiel {fact: project, is: update}."


def test_the_shipped_catalogue_loads_and_names_itself(catalogue_folder):
    catalogue = load_catalogue(catalogue_folder)

    assert catalogue.reference == "insek-klein/2026.1"
    assert catalogue == load_shipped()


def test_the_order_is_that_of_the_sections_then_of_the_file(catalogue_folder):
    (catalogue_folder / "criteria" / "process.yaml").rename(catalogue_folder / "criteria" / "zz.yaml")

    catalogue = load_catalogue(catalogue_folder)

    assert catalogue == load_shipped()
    sections = [catalogue.section_of[criterion.id].id for criterion in catalogue.criteria]
    assert list(dict.fromkeys(sections)) == [section.id for section in catalogue.head.sections]


def test_a_criterion_without_effort_takes_the_default_of_the_head(catalogue_folder):
    change(catalogue_folder, "criteria/resolution.yaml", "    effort: {days: [1, 2], proof: assumption}\n", "")

    catalogue = load_catalogue(catalogue_folder)

    assert catalogue.criterion["council-resolution"].effort is None
    assert catalogue.head.effort_default == Effort((2, 4), Proof.ASSUMPTION)


def test_scalars_are_texts_where_texts_belong(catalogue_folder):
    change(catalogue_folder, "catalogue.yaml", 'version: "2026.1"', "version: 2026.10")
    change(catalogue_folder, "catalogue.yaml", "status: Entwurf", "status: no")

    head = load_catalogue(catalogue_folder).head

    assert (head.version, head.status) == ("2026.10", "no")


@pytest.mark.parametrize("file", ["checks.yaml", "statistics.yaml", "landkreise.yaml"])
def test_checks_and_statistics_may_be_left_out(catalogue_folder, file):
    (catalogue_folder / file).unlink()

    assert load_catalogue(catalogue_folder).criteria


def test_hidden_files_beside_the_criteria_are_left_alone(catalogue_folder):
    (catalogue_folder / "criteria" / ".goals.yaml").write_text("@", encoding="utf-8")

    assert load_catalogue(catalogue_folder).criteria


def test_a_folder_that_is_none_is_refused(tmp_path):
    with pytest.raises(UnusableInputError) as caught:
        load_catalogue(tmp_path / "x", "x")

    assert str(caught.value) == "x: Hier ist kein Ordner mit einem Katalog (catalogue.yaml und weitere Dateien)."


def test_an_empty_folder_lacks_every_file_that_is_needed(tmp_path):
    names = ["catalogue", "costs", "outline", "plans", "programmes", "questions", "sources", "support"]

    assert problems(tmp_path) == [f"criteria/{name}.yaml: Diese Datei gibt es nicht." for name in names]


def test_problems_name_the_folder_as_it_was_given(catalogue_folder):
    (catalogue_folder / "plans.yaml").unlink()

    with pytest.raises(UnusableInputError) as caught:
        load_catalogue(catalogue_folder)

    assert str(caught.value) == f"{catalogue_folder}/plans.yaml: Diese Datei gibt es nicht."


def test_all_problems_of_all_files_are_said_at_once_in_the_order_of_the_files(catalogue_folder):
    places = [
        change(catalogue_folder, "catalogue.yaml", "met: 1,", "met: ‸eins,"),
        change(catalogue_folder, "costs.yaml", "points: 2\n", "points: ‸0.3\n"),
        change(catalogue_folder, "criteria/data.yaml", "weight: ", "weight: ‸0"),
        change(catalogue_folder, "criteria/goals.yaml", "chapters: [", "chapters: [‸swott, "),
        change(catalogue_folder, "plans.yaml", "    duty: true\n", "    ‸dutty: true\n    duty: true\n"),
        change(catalogue_folder, "questions.yaml", "help-for: [", "help-for: [‸swott, "),
        change(catalogue_folder, "support.yaml", "- id: moderation\n    title:", "- ‸id: moderation\n    #"),
    ]
    sentences = [
        HALF,
        HALF,
        WEIGHT,
        "Das Kapitel „swott“ gibt es hier nicht. Meinten Sie „swot“?",
        "Das Schlüsselwort „dutty“ gibt es hier nicht. Meinten Sie „duty“?",
        "Das Kriterium „swott“ gibt es hier nicht. Meinten Sie „swot“?",
        "Hier fehlt „title“.",
    ]

    assert problems(catalogue_folder) == [
        f"{place}: {sentence}" for place, sentence in zip(places, sentences, strict=True)
    ]


def test_a_wrong_form_hides_nothing_else_in_its_entry(catalogue_folder):
    weight = change(catalogue_folder, "criteria/goals.yaml", "weight: ", "weight: ‸0")
    chapter = change(catalogue_folder, "criteria/goals.yaml", "chapters: [", "chapters: [‸swott, ")

    assert problems(catalogue_folder) == [
        f"{weight}: {WEIGHT}",
        f"{chapter}: Das Kapitel „swott“ gibt es hier nicht. Meinten Sie „swot“?",
    ]


def test_problems_of_one_file_stand_in_the_order_of_its_lines(catalogue_folder):
    for old in ["    force: ", "    holder: ", "    duty: "]:
        for name in ["noise-plan", "budget"]:
            change(catalogue_folder, "plans.yaml", old, f"{old}x", after=f"id: {name}\n")

    lines = [int(problem.split(":")[1]) for problem in problems(catalogue_folder)]

    assert len(lines) == 6
    assert lines == sorted(lines)


@pytest.mark.parametrize(
    ("file", "old", "new", "sentence"),
    [
        (
            "criteria/resolution.yaml",
            "    quick: true",
            "    ‸qick: true",
            "Das Schlüsselwort „qick“ gibt es hier nicht. Meinten Sie „quick“?",
        ),
        (
            "criteria/resolution.yaml",
            "section:",
            "‸abschnitt: x\nsection:",
            "Das Schlüsselwort „abschnitt“ gibt es hier nicht. Möglich: section, criteria.",
        ),
        (
            "criteria/resolution.yaml",
            "effort: {days: [1, 2],",
            "effort: {days: [1, 2], ‸day: 1,",
            "Das Schlüsselwort „day“ gibt es hier nicht. Meinten Sie „days“?",
        ),
        (
            "catalogue.yaml",
            "status: Entwurf",
            "status: Entwurf\n‸stand: heute",
            "Das Schlüsselwort „stand“ gibt es hier nicht.",
        ),
        (
            "plans.yaml",
            "    needs-resolution: true",
            "    ‸needs_resolution: true",
            "Das Schlüsselwort „needs_resolution“ gibt es hier nicht. Meinten Sie „needs-resolution“?",
        ),
        (
            "plans.yaml",
            "plans:",
            "‸plan: []\nplans:",
            "Das Schlüsselwort „plan“ gibt es hier nicht. Meinten Sie „plans“?",
        ),
        ("costs.yaml", "drivers:", "‸fahrer: []\ndrivers:", "Das Schlüsselwort „fahrer“ gibt es hier nicht."),
        ("costs.yaml", "  base: 10", "  base: 10\n  ‸low: 3", "Das Schlüsselwort „low“ gibt es hier nicht."),
        (
            "questions.yaml",
            "- {id: new, title: Erstes Konzept}",
            "- {id: new, title: Erstes Konzept, ‸text: x}",
            "Das Schlüsselwort „text“ gibt es hier nicht.",
        ),
        (
            "questions.yaml",
            "{fact: project, is: update}",
            "{fact: project, is: update, ‸at-least: 3}",
            "Das Schlüsselwort „at-least“ gibt es hier nicht.",
        ),
    ],
)
def test_an_unknown_key_is_said_at_the_key(catalogue_folder, file, old, new, sentence):
    place = change(catalogue_folder, file, old, new)

    (problem,) = problems(catalogue_folder)

    assert problem.startswith(f"{place}: {sentence}")


@pytest.mark.parametrize(
    ("file", "old", "new", "key"),
    [
        (
            "criteria/resolution.yaml",
            "- id: council-resolution\n    title: Beschluss des Rates\n",
            "- ‸id: council-resolution\n",
            "title",
        ),
        ("criteria/resolution.yaml", "effort: {days: [1, 2], proof: assumption}", "effort: ‸{days: [1, 2]}", "proof"),
        ("catalogue.yaml", "points: {met: 1, partial: 0.5, ", "points: ‸{met: 1, ", "partial"),
        ("catalogue.yaml", "  - id: start\n    title: Am Anfang\n", "  - ‸id: start\n", "title"),
        ("costs.yaml", "  base: 10\n  medium", "  ‸medium", "base"),
        ("costs.yaml", "per: {fact: new-reports, each: 1}", "per: ‸{fact: new-reports}", "each"),
        (
            "checks.yaml",
            "- id: met-without-evidence\n    kind: without-evidence\n",
            "- ‸id: met-without-evidence\n",
            "kind",
        ),
        ("sources.yaml", "- id: ag-oberland-2023\n    title:", "- ‸id: ag-oberland-2023\n    #", "title"),
        ("checks.yaml", "checks:\n", "‸check_list:\n", None),
    ],
)
def test_a_missing_key_is_said_at_its_parent(catalogue_folder, file, old, new, key):
    place = change(catalogue_folder, file, old, new)
    found = problems(catalogue_folder)

    if key is None:
        assert f"{place}: Hier fehlt „checks“." in found
    else:
        assert found == [f"{place}: Hier fehlt „{key}“."]


@pytest.mark.parametrize("value", ["", " # noch offen"])
def test_a_key_with_nothing_after_it_is_missing(catalogue_folder, value):
    place = change(
        catalogue_folder,
        "criteria/resolution.yaml",
        "- id: council-resolution\n    title: Beschluss des Rates\n",
        f"- ‸id: council-resolution\n    title:{value}\n",
    )

    assert problems(catalogue_folder) == [f"{place}: Hier fehlt „title“."]


def test_an_optional_key_with_nothing_after_it_is_left_out(catalogue_folder):
    change(catalogue_folder, "criteria/resolution.yaml", "    ask: Hauptamt\n", "    ask:\n")

    assert load_catalogue(catalogue_folder).criterion["council-resolution"].ask is None


@pytest.mark.parametrize(
    ("file", "old", "new", "sentence"),
    [
        ("criteria/resolution.yaml", "title: Beschluss des Rates", "title: ‸[Beschluss]", PLAIN),
        ("criteria/resolution.yaml", "title: Beschluss des Rates", "title: ‸''", "Hier fehlt der Text."),
        ("criteria/resolution.yaml", "chapters: [resolution, annex-resolution]", "chapters: ‸resolution", LIST),
        (
            "criteria/resolution.yaml",
            "chapters: [resolution, annex-resolution]",
            "chapters: [resolution, ‸{a: b}]",
            PLAIN,
        ),
        (
            "criteria/resolution.yaml",
            "effort: {days: [1, 2],",
            "effort: {days: ‸[1],",
            "Hier fehlt der 2. Wert der Liste.",
        ),
        (
            "criteria/resolution.yaml",
            "effort: {days: [1, 2],",
            "effort: {days: ‸[1, 2, 3],",
            "Diese Liste hat zu viele Werte; es dürfen 2 sein.",
        ),
        (
            "criteria/resolution.yaml",
            "effort: {days: [1, 2], proof: assumption}",
            "effort: ‸2",
            "Hier gehören Schlüssel mit Werten hin (days, proof).",
        ),
        (
            "criteria/resolution.yaml",
            "obligation: must",
            "obligation: ‸muss",
            "Den Wert „muss“ gibt es hier nicht. Meinten Sie „must“?",
        ),
        (
            "criteria/resolution.yaml",
            "because: funding",
            "because: ‸geld",
            "Den Wert „geld“ gibt es hier nicht. Möglich: law, funding, guidance, lean.",
        ),
        ("criteria/resolution.yaml", "proof: partly", "proof: ‸[read]", None),
        ("questions.yaml", "when: {fact: project, is: update}", "when: ‸project", CONDITION),
        ("questions.yaml", "when: {fact: project, is: update}", "when: ‸{frage: project}", CONDITION),
        ("questions.yaml", "when: {fact: project, is: update}", "when: {not: ‸[]}", CONDITION),
        ("questions.yaml", "when: {fact: project, is: update}", "when: {all: [{any: ‸x}]}", LIST),
        ("questions.yaml", "kind: year", "kind: ‸jahr", "Den Wert „jahr“ gibt es hier nicht."),
        ("plans.yaml", "take: [data", "take: [‸daten", "Den Wert „daten“ gibt es hier nicht. Meinten Sie „data“?"),
        ("costs.yaml", "profile:", "profile: ‸klein\nx:", None),
    ],
)
def test_a_wrong_form_is_said_where_it_stands(catalogue_folder, file, old, new, sentence):
    place = change(catalogue_folder, file, old, new)

    found = problems(catalogue_folder)

    assert found[0].startswith(f"{place}: {sentence or ''}")
    assert len(found) == 1 or sentence is None


@pytest.mark.parametrize(
    "text", ["0", "05", "+5", "-5", "5.0", "1_000", "0x5", "1e1", "101", "1234567890", '" 5 "', "fünf", "٣"]
)
def test_a_weight_is_a_whole_number_from_1_to_100(catalogue_folder, text):
    place = change(catalogue_folder, "criteria/resolution.yaml", "weight: 5", f"weight: ‸{text}")

    assert problems(catalogue_folder) == [f"{place}: {WEIGHT}"]


@pytest.mark.parametrize("text", ["-1", "5.5", "05", "fünf"])
def test_an_age_is_a_whole_number(catalogue_folder, text):
    place = change(catalogue_folder, "plans.yaml", "yellow: 5", f"yellow: ‸{text}", after="id: fire-plan")

    assert problems(catalogue_folder) == [f"{place}: {WHOLE}"]


@pytest.mark.parametrize(
    "text", [".5", "0.", "0.12345", "-0.5", "+0.5", ".nan", ".inf", "1e-1", "00.5", '"0,5"', "50%"]
)
def test_a_share_is_a_number_with_a_point(catalogue_folder, text):
    place = change(catalogue_folder, "catalogue.yaml", "secured: 0.50", f"secured: ‸{text}")

    assert problems(catalogue_folder) == [f"{place}: {NUMBER}"]


@pytest.mark.parametrize("text", ["0.25", "1.1", "-1", "halb"])
def test_points_and_days_are_multiples_of_one_half(catalogue_folder, text):
    points = change(catalogue_folder, "catalogue.yaml", "partial: 0.5", f"partial: ‸{text}")
    days = change(catalogue_folder, "criteria/resolution.yaml", "{days: [1, 2]", f"{{days: [1, ‸{text}]")

    assert problems(catalogue_folder) == [f"{points}: {HALF}", f"{days}: {HALF}"]


@pytest.mark.parametrize("text", ["yes", "True", "ja", "1", "''"])
def test_true_and_false_are_the_only_truths(catalogue_folder, text):
    place = change(catalogue_folder, "criteria/resolution.yaml", "quick: true", f"quick: ‸{text}")

    assert problems(catalogue_folder) == [f"{place}: {TRUTH}"]


@pytest.mark.parametrize("text", ["Old-plan", "old_plan", "old--plan", "-old", "old-", "alter plan", "öl", "''"])
def test_an_id_is_written_in_kebab_case(catalogue_folder, text):
    place = change(catalogue_folder, "checks.yaml", "id: old-plan", f"id: ‸{text if text != '-old' else repr(text)}")

    assert problems(catalogue_folder) == [f"{place}: {KEBAB}"]


@pytest.mark.parametrize(
    ("closed", "sentence"),
    [
        ("2026-02-30", "Diesen Tag gibt es nicht. Ein Datum schreibt man JJJJ-MM-TT, etwa 2026-03-12."),
        ("[2026-02-28]", PLAIN),
    ],
)
def test_a_programme_is_closed_on_a_day_that_exists(catalogue_folder, closed, sentence):
    place = change(
        catalogue_folder,
        "programmes.yaml",
        "    kind: both",
        f"    closed: ‸{closed}\n    kind: both",
        after="id: urban-renewal",
    )

    assert problems(catalogue_folder) == [f"{place}: {sentence}"]


@pytest.mark.parametrize("content", ["", "# leer\n", "- a\n", "nur Text\n"])
@pytest.mark.parametrize(("file", "title"), [("plans", "plans"), ("outline", "chapters"), ("checks", "checks")])
def test_a_file_holds_one_list_under_its_own_name(catalogue_folder, content, file, title):
    (catalogue_folder / f"{file}.yaml").write_text(content, encoding="utf-8")

    assert problems(catalogue_folder) == [f"criteria/{file}.yaml:1:1: Hier gehört „{title}:“ mit Einträgen hin."]


def test_an_empty_head_asks_for_what_the_head_holds(catalogue_folder):
    (catalogue_folder / "catalogue.yaml").write_text("", encoding="utf-8")

    (problem,) = problems(catalogue_folder)

    assert problem.startswith("criteria/catalogue.yaml:1:1: ")


@pytest.mark.parametrize("value", ["Pläne", "{id: budget}"])
def test_what_should_be_a_list_is_one(catalogue_folder, value):
    place = place_of_mark(catalogue_folder, "checks.yaml", f"checks: ‸{value}\n")

    (problem,) = problems(catalogue_folder)

    assert problem.startswith(f"{place}: Hier gehört eine Liste hin")


def test_the_levels_are_a_list_and_this_is_said_once(catalogue_folder):
    text = (catalogue_folder / "catalogue.yaml").read_text(encoding="utf-8")
    levels = text[text.index("levels:\n") : text.index("sections:\n")]
    place = change(catalogue_folder, "catalogue.yaml", levels, "levels: ‸viele\n")

    (problem,) = problems(catalogue_folder)

    assert problem.startswith(f"{place}: Hier gehört eine Liste hin")


@pytest.mark.parametrize("section", ["[goals]", "{id: goals}"])
def test_the_section_of_a_file_is_a_single_word(catalogue_folder, section):
    place = place_of_mark(catalogue_folder, "criteria/zz.yaml", f"section: ‸{section}\ncriteria: []\n")

    assert problems(catalogue_folder) == [f"{place}: {PLAIN}"]


def test_a_file_without_its_section_lacks_only_that(catalogue_folder):
    place = change(catalogue_folder, "criteria/goals.yaml", "section: goals\n", "‸")

    assert problems(catalogue_folder) == [f"{place}: Hier fehlt „section“."]


def test_broken_syntax_hides_only_what_follows_it_in_that_file(catalogue_folder):
    before = change(catalogue_folder, "plans.yaml", "duty: true", "duty: ‸ja")
    broken = change(catalogue_folder, "plans.yaml", "  - id: monuments", "  - id: ‸@")
    change(catalogue_folder, "plans.yaml", "duty: ", "duty: ja # ", after="id: @")
    elsewhere = change(catalogue_folder, "support.yaml", "proof: partly", "proof: ‸teils")

    assert problems(catalogue_folder) == [
        f"{before}: {TRUTH}",
        f"{broken}: {BROKEN}",
        f"{elsewhere}: Den Wert „teils“ gibt es hier nicht. Möglich: read, partly, assumption.",
    ]


def test_an_entry_cut_off_by_broken_syntax_lacks_nothing(catalogue_folder):
    place = append(
        catalogue_folder, "checks.yaml", '\n  - id: extra\n    kind: plan-age\n    title: "‸offen\n'
    ).rpartition(":")[0]

    (problem,) = problems(catalogue_folder)

    assert problem.endswith("Die Datei bricht mitten in einem Text ab; das schließende Anführungszeichen fehlt.")
    assert int(problem.split(":")[1]) >= int(place.rpartition(":")[2])


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        (
            "- id: old-plan",
            "- ‸&a\n    id: old-plan",
            "Anker (&name) und Typangaben (!typ) sind nicht erlaubt; bitte weglassen.",
        ),
        (
            "share: 0.15",
            "share: ‸!!float 0.15",
            "Anker (&name) und Typangaben (!typ) sind nicht erlaubt; bitte weglassen.",
        ),
        ("share: 0.15", "share: 0.15\n    ‸share: 0.2", None),
        ("share: 0.15", "share: ‸*a", "Verweise (*name) sind nicht erlaubt; bitte den Wert ausschreiben."),
        ("checks:", "checks: []\n‸---\nchecks:", "In einer Datei darf nur ein Dokument stehen (kein zweites „---“)."),
        ("title: Plan ohne Datenstand", "title: a‸\x07b", "Hier steht ein unsichtbares Steuerzeichen. Bitte löschen."),
    ],
)
def test_what_makes_yaml_hard_to_read_is_refused(catalogue_folder, old, new, sentence):
    place = change(catalogue_folder, "checks.yaml", old, new)

    (problem,) = problems(catalogue_folder)

    assert problem.startswith(f"{place}: {sentence or '„share“ steht hier zum zweiten Mal'}")


def test_a_file_of_the_catalogue_has_a_greatest_size(catalogue_folder):
    append(catalogue_folder, "checks.yaml", "#" * 5_000_000)

    assert problems(catalogue_folder) == [f"criteria/checks.yaml: {TOO_LARGE}"]


def test_the_shipped_catalogue_lies_where_the_program_looks():
    assert (shipped_catalogue() / "catalogue.yaml").is_file()
