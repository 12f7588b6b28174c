"""Every rule between the entries of a catalogue, broken in a copy of the shipped one.

The mark ‸ is where it must be said.
"""

import pytest

from insek_cli.files.catalogue_files import load_catalogue
from tests.files.breaking import append, change, problems

# An entry of each kind: file, id, how the kind is called.
KINDS = [
    ("catalogue.yaml", "start", "Die Stufe"),
    ("catalogue.yaml", "process", "Der Abschnitt"),
    ("questions.yaml", "project", "Die Frage"),
    ("criteria/goals.yaml", "vision-plain", "Das Kriterium"),
    ("plans.yaml", "budget", "Die Planart"),
    ("costs.yaml", "new-reports", "Der Kostentreiber"),
    ("costs.yaml", "page-limit", "Der Hebel"),
    ("costs.yaml", "ellefeld", "Der Fall"),
    ("programmes.yaml", "urban-renewal", "Das Programm"),
    ("outline.yaml", "summary", "Das Kapitel"),
    ("support.yaml", "moderation", "Die Unterstützung"),
    ("sources.yaml", "ahrensburg-isek", "Die Quelle"),
    ("checks.yaml", "old-plan", "Die Prüfung"),
    ("cooperation.yaml", "informal", "Die Rechtsform"),
    ("cooperation.yaml", "joint-analysis", "Der Anlass"),
]


def entry(folder, file, name):
    """The lines of an entry in a list."""
    text = (folder / file).read_text(encoding="utf-8")
    start = text.index(f"  - id: {name}\n")
    ends = [text.find(mark, start + 1) for mark in ("\n  - id:", "\n\n")]
    return text[start : min(end for end in [*ends, len(text)] if end > 0)].rstrip("\n") + "\n"


@pytest.mark.parametrize(("file", "name", "kind"), KINDS)
def test_an_id_stands_once_within_its_kind(catalogue_folder, file, name, kind):
    whole = entry(catalogue_folder, file, name)
    first = change(catalogue_folder, file, f"- id: {name}\n", f"- id: ‸{name}\n")
    second = change(catalogue_folder, file, whole, whole + whole.replace("- id: ", "- id: ‸", 1))

    assert problems(catalogue_folder) == [f"{second}: {kind} „{name}“ steht schon in {first}."]


def test_a_statistic_stands_once(catalogue_folder):
    text = (catalogue_folder / "statistics.yaml").read_text(encoding="utf-8")
    name = text.split("- id: ")[1].split("\n")[0]
    whole = entry(catalogue_folder, "statistics.yaml", name)
    first = change(catalogue_folder, "statistics.yaml", f"- id: {name}\n", f"- id: ‸{name}\n")
    second = change(catalogue_folder, "statistics.yaml", whole, whole + whole.replace("- id: ", "- id: ‸", 1))

    assert problems(catalogue_folder) == [f"{second}: Die Statistik „{name}“ steht schon in {first}."]


def test_a_criterion_stands_once_over_all_files(catalogue_folder):
    first = change(catalogue_folder, "criteria/goals.yaml", "id: vision-plain", "id: ‸vision-plain")
    copy = entry(catalogue_folder, "criteria/goals.yaml", "vision-plain")
    second = append(catalogue_folder, "criteria/process.yaml", "\n" + copy.replace("- id: ", "- id: ‸", 1))

    assert problems(catalogue_folder) == [f"{second}: Das Kriterium „vision-plain“ steht schon in {first}."]


def test_entries_of_different_kinds_may_share_an_id(catalogue_folder):
    change(catalogue_folder, "programmes.yaml", "id: residential-demolition", "id: project")
    change(catalogue_folder, "checks.yaml", "id: old-plan", "id: project")

    assert load_catalogue(catalogue_folder).question["project"]


@pytest.mark.parametrize(
    ("file", "after", "old", "new", "sentence"),
    [
        (
            "criteria/goals.yaml",
            "id: vision-plain",
            "chapters: [",
            "chapters: [‸swott, ",
            "Das Kapitel „swott“ gibt es hier nicht. Meinten Sie „swot“?",
        ),
        (
            "criteria/goals.yaml",
            "id: vision-plain",
            "plans: [",
            "plans: [‸budgets, ",
            "Die Planart „budgets“ gibt es hier nicht. Meinten Sie „budget“?",
        ),
        (
            "criteria/goals.yaml",
            "id: vision-plain",
            "sources: [",
            "sources: [‸rbv8, ",
            "Die Quelle „rbv8“ gibt es hier nicht. Meinten Sie „rbv-8“?",
        ),
        (
            "catalogue.yaml",
            "opening:",
            "unless: {fact: stage, is: resolved}",
            "unless: {fact: stage, is: ‸resolve}",
            "Die Antwort „resolve“ gibt es hier nicht. Meinten Sie „resolved“?",
        ),
        (
            "catalogue.yaml",
            "title-lines:",
            "when: {fact: project, is: new}",
            "when: {fact: ‸projekt, is: new}",
            "Die Frage „projekt“ gibt es hier nicht. Meinten Sie „project“?",
        ),
        (
            "costs.yaml",
            "  notes:",
            "when: {fact: stage, is: resolved}",
            "when: {fact: ‸stages, is: resolved}",
            "Die Frage „stages“ gibt es hier nicht. Meinten Sie „stage“?",
        ),
        (
            "criteria/process.yaml",
            "id: page-budget",
            "next-concept: {fact: stage, is: resolved}",
            "next-concept: {fact: stage, is: ‸resolve}",
            "Die Antwort „resolve“ gibt es hier nicht. Meinten Sie „resolved“?",
        ),
        (
            "outline.yaml",
            "id: summary",
            "Wer nur diese Seite liest, muss verstehen, was die {Kommune} vorhat",
            "‸Wer nur diese Seite liest, muss verstehen, was die {Komune} vorhat",
            "Das Feld „Komune“ gibt es hier nicht. Meinten Sie „Kommune“?",
        ),
        (
            "plans.yaml",
            "id: budget",
            "chapter: finance",
            "chapter: ‸finances",
            "Das Kapitel „finances“ gibt es hier nicht. Meinten Sie „finance“?",
        ),
        (
            "plans.yaml",
            "id: budget",
            "sources: [",
            "sources: [‸rbv8, ",
            "Die Quelle „rbv8“ gibt es hier nicht. Meinten Sie „rbv-8“?",
        ),
        (
            "costs.yaml",
            "id: thick-text",
            "levers: [",
            "levers: [‸one-orders, ",
            "Der Hebel „one-orders“ gibt es hier nicht. Meinten Sie „one-order“?",
        ),
        (
            "costs.yaml",
            "id: thick-text",
            "sources: [",
            "sources: [‸rbv8, ",
            "Die Quelle „rbv8“ gibt es hier nicht. Meinten Sie „rbv-8“?",
        ),
        (
            "costs.yaml",
            "- id: page-limit",
            "sources: [",
            "sources: [‸rbv8, ",
            "Die Quelle „rbv8“ gibt es hier nicht. Meinten Sie „rbv-8“?",
        ),
        (
            "costs.yaml",
            "- id: ellefeld",
            "sources: [",
            "sources: [‸rbv8, ",
            "Die Quelle „rbv8“ gibt es hier nicht. Meinten Sie „rbv-8“?",
        ),
        (
            "programmes.yaml",
            "needs:",
            "[council-resolution",
            "[‸council-resolutions",
            "Das Kriterium „council-resolutions“ gibt es hier nicht. Meinten Sie „council-resolution“?",
        ),
        ("programmes.yaml", "sources:", "[", "[‸rbv8, ", "Die Quelle „rbv8“ gibt es hier nicht. Meinten Sie „rbv-8“?"),
        (
            "outline.yaml",
            "id: process",
            "facts: [",
            "facts: [‸projekt, ",
            "Die Frage „projekt“ gibt es hier nicht. Meinten Sie „project“?",
        ),
        (
            "outline.yaml",
            "",
            "parent: topics",
            "parent: ‸topic",
            "Das Kapitel „topic“ gibt es hier nicht. Meinten Sie „topics“?",
        ),
        (
            "questions.yaml",
            "id: project",
            "help-for: [",
            "help-for: [‸swott, ",
            "Das Kriterium „swott“ gibt es hier nicht. Meinten Sie „swot“?",
        ),
        (
            "questions.yaml",
            "id: project",
            "sources: [",
            "sources: [‸rbv8, ",
            "Die Quelle „rbv8“ gibt es hier nicht. Meinten Sie „rbv-8“?",
        ),
        (
            "support.yaml",
            "",
            "sources: [",
            "sources: [‸rbv8, ",
            "Die Quelle „rbv8“ gibt es hier nicht. Meinten Sie „rbv-8“?",
        ),
        (
            "statistics.yaml",
            "",
            "chapters: [",
            "chapters: [‸swott, ",
            "Das Kapitel „swott“ gibt es hier nicht. Meinten Sie „swot“?",
        ),
        (
            "statistics.yaml",
            "",
            "sources: [",
            "sources: [‸rbv8, ",
            "Die Quelle „rbv8“ gibt es hier nicht. Meinten Sie „rbv-8“?",
        ),
        (
            "landkreise.yaml",
            "",
            "sources: [gv-isys-2024",
            "sources: [‸gv-isys-2023",
            "Die Quelle „gv-isys-2023“ gibt es hier nicht. Meinten Sie „gv-isys-2024“?",
        ),
    ],
)
def test_a_reference_to_nothing_is_refused_where_it_stands(catalogue_folder, file, after, old, new, sentence):
    place = change(catalogue_folder, file, old, new, after=after)

    assert problems(catalogue_folder) == [f"{place}: {sentence}"]


def test_two_landkreise_do_not_share_a_key(catalogue_folder):
    first = change(catalogue_folder, "landkreise.yaml", '"14511"', '‸"14511"')
    second = change(catalogue_folder, "landkreise.yaml", '"14521"', '‸"14511"')

    assert problems(catalogue_folder) == [f"{second}: Den Schlüssel „14511“ hat schon „chemnitz“ in {first}."]


def test_groups_belong_to_ages_only(catalogue_folder):
    place = change(catalogue_folder, "statistics.yaml", "form: ages", "form: ‸latest")

    assert problems(catalogue_folder) == [
        f"{place}: Altersgruppen („groups“) gehören zu „form: ages“, und nur dorthin."
    ]


def test_group_of_ages_ends_after_it_begins(catalogue_folder):
    place = change(
        catalogue_folder, "statistics.yaml", "{title: 20 bis unter 65 Jahre, from: 20,", "‸{title: x, from: 65,"
    )

    assert problems(catalogue_folder) == [f"{place}: „below“ muss über „from“ liegen."]


WIDE = (
    "Diese Bedingung ist nur bei Kostentreibern, Hebeln, Programmen, Prüfungen, Anlässen, Papieren und Absätzen des "
    "Entwurfs möglich."
)

# Where a condition stands: file and the text in front of which „when“ is written.
PLACES = {
    "question": ("questions.yaml", "id: project\n", "text:"),
    "criterion": ("criteria/goals.yaml", "id: vision-plain\n", "title:"),
    "plan": ("plans.yaml", "id: budget\n", "title:"),
    "chapter": ("outline.yaml", "id: summary\n", "title:"),
    "driver": ("costs.yaml", "id: new-reports\n", "title:"),
    "lever": ("costs.yaml", "- id: same-database\n", "title:"),
    "lever in use": ("costs.yaml", "- id: official-data\n", "title:"),
    "programme": ("programmes.yaml", "- id: energy-climate\n", "title:"),
    "check": ("checks.yaml", "id: old-plan\n", "title:"),
    "occasion": ("cooperation.yaml", "id: joint-digital-strategy\n", "title:"),
}
NARROW = ["question", "criterion", "plan", "chapter"]
BROAD = ["driver", "check", "occasion"]


def with_condition(folder, where, condition, key="when"):
    file, after, before = PLACES[where]
    return change(folder, file, before, f"{key}: {condition}\n    {before}", after=after)


@pytest.mark.parametrize("where", [*NARROW, *BROAD])
@pytest.mark.parametrize(
    ("condition", "sentence"),
    [
        ("{fact: ‸projekt, is: new}", "Die Frage „projekt“ gibt es hier nicht. Meinten Sie „project“?"),
        ("{fact: ‸district, at-least: 2}", "Die Frage „district“ gibt es hier nicht. Meinten Sie „districts“?"),
        ("{plan: ‸budgets, available: true}", "Die Planart „budgets“ gibt es hier nicht. Meinten Sie „budget“?"),
        ("{fact: stage, is: ‸drafts}", "Die Antwort „drafts“ gibt es hier nicht. Meinten Sie „draft“?"),
        ("{fact: inhabitants, is: ‸5000}", "Einwohner vergleicht man mit „at-least“ oder „below“."),
        ("‸{fact: districts}", "Zu „fact“ gehört „is“, „at-least“ oder „below“."),
        ("‸{fact: inhabitants}", "Zu „fact“ gehört „is“, „at-least“ oder „below“."),
        ("‸{fact: stage, below: 3}", "Die Frage „stage“ hat keine Zahl als Antwort; hier passt nur „is“."),
        ("{not: {fact: ‸projekt, is: new}}", "Die Frage „projekt“ gibt es hier nicht. Meinten Sie „project“?"),
        (
            "{all: [{fact: stage, is: draft}, {any: [{fact: stage, is: ‸drafts}]}]}",
            "Die Antwort „drafts“ gibt es hier nicht. Meinten Sie „draft“?",
        ),
    ],
)
def test_a_condition_on_nothing_is_refused_wherever_it_stands(catalogue_folder, where, condition, sentence):
    place = with_condition(catalogue_folder, where, condition)

    assert problems(catalogue_folder) == [f"{place}: {sentence}"]


@pytest.mark.parametrize(
    ("where", "key"), [("lever", "when"), ("lever in use", "open-when"), ("programme", "gate"), ("check", "when")]
)
def test_every_key_that_holds_a_condition_is_looked_at(catalogue_folder, where, key):
    place = with_condition(catalogue_folder, where, "{fact: ‸projekt, is: new}", key)

    assert problems(catalogue_folder) == [f"{place}: Die Frage „projekt“ gibt es hier nicht. Meinten Sie „project“?"]


@pytest.mark.parametrize("where", NARROW)
@pytest.mark.parametrize(
    "condition", ["‸{criterion: swot, below: met}", "{not: ‸{plans: [budget], verdict: [missing], at-least: 1}}"]
)
def test_scores_and_verdicts_are_no_conditions_for_what_is_asked(catalogue_folder, where, condition):
    place = with_condition(catalogue_folder, where, condition)

    assert problems(catalogue_folder) == [f"{place}: {WIDE}"]


@pytest.mark.parametrize("where", BROAD)
@pytest.mark.parametrize(
    ("condition", "sentence"),
    [
        ("{criterion: ‸swott, below: met}", "Das Kriterium „swott“ gibt es hier nicht. Meinten Sie „swot“?"),
        ("‸{criterion: swot}", "Zu „criterion“ gehört „below“ oder „at-least“ mit met oder partial."),
        (
            "{plans: [budget, ‸budgets], verdict: [missing], below: 1}",
            "Die Planart „budgets“ gibt es hier nicht. Meinten Sie „budget“?",
        ),
        (
            "{chapters: [swot, ‸swott], format: [pdf], below: 1}",
            "Das Kapitel „swott“ gibt es hier nicht. Meinten Sie „swot“?",
        ),
        ("‸{plans: [budget], verdict: [missing]}", "Hier fehlt „at-least“ oder „below“ mit einer Anzahl."),
        ("‸{plans: [budget], at-least: 1}", "Hier fehlt „verdict“ oder „format“."),
    ],
)
def test_a_condition_on_scores_or_verdicts_is_complete(catalogue_folder, where, condition, sentence):
    place = with_condition(catalogue_folder, where, condition)

    assert problems(catalogue_folder) == [f"{place}: {sentence}"]


@pytest.mark.parametrize(
    "condition",
    [
        "{fact: inhabitants, at-least: 2000, below: 5000}",
        "{fact: existing-year, below: 2015}",
        "{fact: districts, at-least: 2}",
        "{all: [{not: {plan: budget, available: false}}, {any: [{fact: project, is: new}]}]}",
        "{criterion: swot, at-least: partial, below: met}",
        "{chapters: [swot], plans: [budget], verdict: [missing], format: [pdf, paper], at-least: 1, below: 3}",
    ],
)
def test_every_condition_of_the_design_is_taken(catalogue_folder, condition):
    with_condition(catalogue_folder, "check", condition)

    assert load_catalogue(catalogue_folder).entries.checks


def test_what_an_answer_can_never_equal_is_refused(catalogue_folder):
    place = with_condition(catalogue_folder, "check", "{fact: districts, is: ‸neun}")

    (problem,) = problems(catalogue_folder)
    assert problem.startswith(f"{place}: ")


DAYS = "Zwei Tageszahlen, die kleinere zuerst und über 0, zum Beispiel [1, 3]."
POINTS = "„met“ muss über 0 liegen und am meisten Punkte haben."
SHARE = "Ein Anteil liegt zwischen 0 und 1, zum Beispiel 0.65."


@pytest.mark.parametrize(
    ("file", "after", "old", "new", "sentence"),
    [
        ("criteria/resolution.yaml", "", "effort: {days: [1, 2]", "effort: {days: ‸[2, 1]", DAYS),
        ("criteria/resolution.yaml", "", "effort: {days: [1, 2]", "effort: {days: ‸[0, 2]", DAYS),
        ("catalogue.yaml", "", "effort-default: {days: [2, 4]", "effort-default: {days: ‸[4, 2]", DAYS),
        ("catalogue.yaml", "", "points: {met: 1, partial: 0.5", "points: ‸{met: 0, partial: 0", POINTS),
        ("catalogue.yaml", "", "points: {met: 1, partial: 0.5", "points: ‸{met: 1, partial: 1.5", POINTS),
        ("catalogue.yaml", "", "unmet: 0, later: 0}", "unmet: 0, later: 2}", None),
        ("catalogue.yaml", "id: core", "secured: 0.50", "secured: ‸1.01", SHARE),
        ("catalogue.yaml", "id: core", "should: 0.40", "should: ‸40", SHARE),
        ("plans.yaml", "id: fire-plan", "red: 7", "red: ‸4", "Das rote Alter darf nicht unter dem gelben liegen."),
    ],
)
def test_numbers_make_sense_together(catalogue_folder, file, after, old, new, sentence):
    place = change(catalogue_folder, file, old, new, after=after)
    if sentence is None:
        place, sentence = change(catalogue_folder, file, "points: {", "points: ‸{"), POINTS

    assert problems(catalogue_folder) == [f"{place}: {sentence}"]


def test_numbers_at_their_border_are_taken(catalogue_folder):
    change(catalogue_folder, "catalogue.yaml", "secured: 0.50", "secured: 1", after="id: core")
    change(catalogue_folder, "catalogue.yaml", "partial: 0.5", "partial: 1")
    change(catalogue_folder, "plans.yaml", "red: 7", "red: 5", after="id: fire-plan")
    change(catalogue_folder, "criteria/resolution.yaml", "{days: [1, 2]", "{days: [0.5, 0.5]")

    assert load_catalogue(catalogue_folder).criteria


def test_a_catalogue_has_a_level(catalogue_folder):
    text = (catalogue_folder / "catalogue.yaml").read_text(encoding="utf-8")
    levels = text[text.index("levels:\n") : text.index("sections:\n")]
    place = change(catalogue_folder, "catalogue.yaml", levels, "levels: ‸[]\n")

    assert problems(catalogue_folder) == [f"{place}: Der Katalog braucht mindestens eine Stufe."]


def test_a_section_without_a_file_is_refused_where_it_is_named(catalogue_folder):
    place = change(
        catalogue_folder, "catalogue.yaml", "sections:\n", "sections:\n  - {id: ‸extra, title: A, intro: B}\n"
    )

    assert problems(catalogue_folder) == [f"{place}: Zum Abschnitt „extra“ fehlt eine Datei im Ordner criteria."]


def test_a_section_with_two_files_is_refused_in_the_second(catalogue_folder):
    first = change(catalogue_folder, "criteria/process.yaml", "section: process", "section: ‸process")
    (catalogue_folder / "criteria" / "zz.yaml").write_text("section: process\ncriteria: []\n", encoding="utf-8")

    assert problems(catalogue_folder) == [
        f"criteria/criteria/zz.yaml:1:10: Den Abschnitt „process“ gibt es schon in {first}."
    ]


def test_a_file_for_no_section_is_refused_where_it_names_it(catalogue_folder):
    (catalogue_folder / "criteria" / "zz.yaml").write_text("criteria: []\nsection: Goals\n", encoding="utf-8")

    assert problems(catalogue_folder) == [
        "criteria/criteria/zz.yaml:2:10: Der Abschnitt „Goals“ gibt es hier nicht. Meinten Sie „goals“?"
    ]


def test_a_driver_counts_on_something(catalogue_folder):
    change(catalogue_folder, "costs.yaml", "    when: {fact: target-pages, at-least: 61}\n", "")
    place = change(catalogue_folder, "costs.yaml", "- id: thick-text", "- ‸id: thick-text")

    assert problems(catalogue_folder) == [f"{place}: Ein Kostentreiber braucht „when“ oder „per“, sonst gilt er immer."]


@pytest.mark.parametrize(
    ("per", "sentence"),
    [
        ("‸{each: 1}", "„per“ braucht entweder „fact“ oder „verdict“."),
        ("‸{fact: districts, verdict: [missing], each: 1}", "„per“ braucht entweder „fact“ oder „verdict“."),
        ("{fact: ‸district, each: 1}", "Die Frage „district“ gibt es hier nicht. Meinten Sie „districts“?"),
        ("{fact: ‸stage, each: 1}", "Die Frage „stage“ hat keine Zahl als Antwort."),
        ("{fact: ‸existing-year, each: 1}", "Die Frage „existing-year“ hat keine Zahl als Antwort."),
    ],
)
def test_what_is_counted_is_a_number(catalogue_folder, per, sentence):
    place = change(catalogue_folder, "costs.yaml", "per: {fact: new-reports, each: 1}", f"per: {per}")

    assert problems(catalogue_folder) == [f"{place}: {sentence}"]


@pytest.mark.parametrize(
    "per", ["{fact: inhabitants, above: 2000, each: 1000, most: 3}", "{verdict: [missing], each: 2}"]
)
def test_inhabitants_and_verdicts_can_be_counted(catalogue_folder, per):
    change(catalogue_folder, "costs.yaml", "per: {fact: new-reports, each: 1}", f"per: {per}")

    assert load_catalogue(catalogue_folder).criteria


def with_question(folder, rest, name="extra"):
    return append(folder, "questions.yaml", f"\n  - id: {name}\n    text: Wie?\n    help-for: [swot]\n{rest}")


@pytest.mark.parametrize(
    ("rest", "sentence"),
    [
        (
            "    kind: choice\n    choices: [{id: a, title: A}, {id: b, title: B}, {id: ‸a, title: C}]\n",
            "Die Antwort „a“ steht hier zweimal.",
        ),
        ("    kind: ‸choice\n", "Antworten („choices“) gehören zu Fragen mit „kind: choice“, und nur zu ihnen."),
        (
            "    kind: ‸year\n    choices: [{id: a, title: A}]\n",
            "Antworten („choices“) gehören zu Fragen mit „kind: choice“, und nur zu ihnen.",
        ),
        ("    kind: text\n    when: ‸{fact: extra, is: a}\n", "Die Frage „extra“ hängt im Kreis von sich selbst ab."),
    ],
)
def test_a_question_fits_together(catalogue_folder, rest, sentence):
    place = with_question(catalogue_folder, rest)

    assert problems(catalogue_folder) == [f"{place}: {sentence}"]


def test_inhabitants_are_built_in_and_not_asked(catalogue_folder):
    place = with_question(catalogue_folder, "    kind: number\n", name="‸inhabitants")

    assert problems(catalogue_folder) == [f"{place}: Die Einwohnerzahl ist eingebaut und wird nicht gefragt."]


def test_a_circle_of_questions_is_said_at_each_of_them(catalogue_folder):
    other = "    help: x\n    kind: choice\n    choices: [{id: a, title: A}]\n"
    places = [
        with_question(catalogue_folder, f"{other}    when: ‸{{not: {{fact: {needs}, is: a}}}}\n", name)
        for name, needs in [("one", "two"), ("two", "three"), ("three", "one")]
    ]
    with_question(catalogue_folder, f"{other}    when: {{fact: one, is: a}}\n", "outside")

    assert problems(catalogue_folder) == [
        f"{place}: Die Frage „{name}“ hängt im Kreis von sich selbst ab."
        for place, name in zip(places, ["one", "two", "three"], strict=True)
    ]


def test_a_circle_of_steps_is_said_at_each_of_them(catalogue_folder):
    place = change(
        catalogue_folder, "criteria/analysis.yaml", "sources:", "after: ‸[goals-few]\n    sources:", after="id: swot"
    )
    found = problems(catalogue_folder)
    assert f"{place}: Das Kriterium „swot“ kommt im Kreis nach sich selbst." in found
    assert len(found) == 3


def test_a_step_comes_after_a_criterion_that_exists(catalogue_folder):
    place = change(catalogue_folder, "criteria/goals.yaml", "after: [swot]", "after: [‸swott]")

    assert f"{place}: Das Kriterium „swott“ gibt es hier nicht. Meinten Sie „swot“?" in problems(catalogue_folder)


def test_a_question_that_nobody_uses_is_refused(catalogue_folder):
    place = append(catalogue_folder, "questions.yaml", "\n  - {id: ‸extra, text: Wie?, kind: number}\n")

    assert problems(catalogue_folder) == [f"{place}: Die Frage „extra“ braucht niemand: keine Bedingung, kein Kapitel."]


EXTRA = "\n  - {id: extra, text: Wie?, kind: number}\n"


@pytest.mark.parametrize("where", [*NARROW, *BROAD, "lever"])
def test_a_condition_uses_a_question(catalogue_folder, where):
    append(catalogue_folder, "questions.yaml", EXTRA)
    with_condition(catalogue_folder, where, "{any: [{not: {fact: extra, below: 2}}]}")

    assert "extra" in load_catalogue(catalogue_folder).question


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("costs.yaml", "per: {fact: new-reports,", "per: {fact: extra,"),
        ("outline.yaml", "facts: [project,", "facts: [extra, project,"),
    ],
)
def test_a_count_and_a_chapter_use_a_question(catalogue_folder, file, old, new):
    append(catalogue_folder, "questions.yaml", EXTRA)
    change(catalogue_folder, file, old, new)

    assert "extra" in load_catalogue(catalogue_folder).question


def test_an_entry_with_another_fault_still_uses_its_question(catalogue_folder):
    append(catalogue_folder, "questions.yaml", EXTRA)
    place = change(
        catalogue_folder,
        "criteria/goals.yaml",
        "title:",
        "when: {fact: extra, below: 2}\n    quick: ‸ja\n    title:",
        after="id: vision-plain\n",
    )

    assert problems(catalogue_folder) == [f"{place}: Hier gehört true (ja) oder false (nein) hin."]


BROKEN = "Dieses Zeichen darf hier nicht am Anfang stehen. Bitte den Text in Anführungszeichen setzen."


@pytest.mark.parametrize(
    ("file", "before"),
    [
        ("catalogue.yaml", "levels:"),
        ("catalogue.yaml", "sections:"),
        ("questions.yaml", "  - id: stage"),
        ("plans.yaml", "  - id: fire-plan"),
        ("costs.yaml", "  - id: own-surveys"),
        ("costs.yaml", "levers:"),
        ("programmes.yaml", "  - id: climate-resilient-models"),
        ("outline.yaml", "  - id: process"),
        ("support.yaml", "  - id: data"),
        ("sources.yaml", "  - id: ahrensburg-isek"),
        ("checks.yaml", "  - id: old-plan"),
        ("criteria/goals.yaml", "  - id: vision-plain"),
        ("criteria/goals.yaml", "section:"),
    ],
)
def test_what_a_broken_file_may_hide_is_not_missed(catalogue_folder, file, before):
    indent = before[: len(before) - len(before.lstrip())]
    start = f"{indent}- id: " if indent else "kaputt: "
    place = change(catalogue_folder, file, before, f"{start}‸@\n{before}")

    found = problems(catalogue_folder)

    assert f"{place}: {BROKEN}" in found
    assert not [problem for problem in found if "gibt es hier nicht" in problem and "kaputt" not in problem]
    assert not [problem for problem in found if "fehlt" in problem]
    assert not [problem for problem in found if "braucht niemand" in problem]


@pytest.mark.parametrize(
    "file",
    [
        "catalogue.yaml",
        "questions.yaml",
        "plans.yaml",
        "costs.yaml",
        "programmes.yaml",
        "outline.yaml",
        "support.yaml",
        "sources.yaml",
    ],
)
def test_a_missing_file_is_the_only_problem(catalogue_folder, file):
    (catalogue_folder / file).unlink()

    assert problems(catalogue_folder) == [f"criteria/{file}: Diese Datei gibt es nicht."]


def test_what_cannot_be_hidden_is_still_said(catalogue_folder):
    broken = change(catalogue_folder, "sources.yaml", "  - id: ahrensburg-isek", "  - id: ‸@")
    dangling = change(catalogue_folder, "plans.yaml", "chapter: finance", "chapter: ‸finances")

    assert problems(catalogue_folder) == [
        f"{dangling}: Das Kapitel „finances“ gibt es hier nicht. Meinten Sie „finance“?",
        f"{broken}: {BROKEN}",
    ]


def test_an_entry_with_another_fault_can_be_referred_to(catalogue_folder):
    places = [
        change(catalogue_folder, "sources.yaml", "proof: ", "proof: ‸sicher # ", after="id: rbv-8\n"),
        change(catalogue_folder, "plans.yaml", "duty: ", "duty: ‸ja # ", after="id: budget\n"),
    ]

    assert sorted(problem.split(": ")[0] for problem in problems(catalogue_folder)) == sorted(places)


@pytest.mark.parametrize(
    ("kind", "lines", "missing"),
    [
        ("waived-share", "", ["share"]),
        ("unknown-share", "", ["share"]),
        ("contradiction", "", ["when"]),
        ("fact-age", "", ["fact", "years"]),
        ("fact-age", "    fact: existing-year\n", ["years"]),
    ],
)
def test_a_check_has_what_its_kind_needs(catalogue_folder, kind, lines, missing):
    place = append(
        catalogue_folder,
        "checks.yaml",
        f"\n  - ‸id: new-one\n    kind: {kind}\n    title: t\n    text: t\n    remedy: t\n{lines}",
    )
    sentence = "Zu einer Prüfung der Art „{}“ gehört „{}“."
    assert problems(catalogue_folder) == [f"{place}: {sentence.format(kind, key)}" for key in missing]


def test_a_check_of_age_names_a_question(catalogue_folder):
    place = change(
        catalogue_folder, "checks.yaml", "fact: existing-year\n    years: 5", "fact: ‸existing-yaer\n    years: 5"
    )
    assert problems(catalogue_folder) == [
        f"{place}: Die Frage „existing-yaer“ gibt es hier nicht. Meinten Sie „existing-year“?"
    ]


COOPERATION = "cooperation.yaml"


@pytest.mark.parametrize(
    ("after", "old", "new", "sentence"),
    [
        (
            "id: joint-analysis\n",
            "criteria: [topics-covered",
            "criteria: [‸topics-coverd",
            "Das Kriterium „topics-coverd“",
        ),
        (
            "id: joint-analysis\n",
            "legal-form: working-group",
            "legal-form: ‸worcing-group",
            "Die Rechtsform „worcing-group“",
        ),
        (
            "id: joint-analysis\n",
            "programmes: [regional-development",
            "programmes: [‸regional",
            "Das Programm „regional“",
        ),
        ("id: joint-heat-planning\n", "plans: [heat-plan]", "plans: [‸heat-plans]", "Die Planart „heat-plans“"),
        ("id: working-group\n", "sources: [saechskomzg-2", "sources: [‸saechskomzg-1", "Die Quelle „saechskomzg-1“"),
        ("partnership:\n", '{fact: cooperation, is: "no"}', '{fact: ‸cooperatio, is: "no"}', "Die Frage „cooperatio“"),
    ],
)
def test_cooperation_refers_to_what_is_there(catalogue_folder, after, old, new, sentence):
    place = change(catalogue_folder, COOPERATION, old, new, after=after)
    (problem,) = problems(catalogue_folder)
    assert problem.startswith(f"{place}: {sentence} gibt es hier nicht.")


@pytest.mark.parametrize(
    ("after", "old", "new", "sentence"),
    [
        (
            "id: joint-analysis\n",
            "kind: common-gap",
            "kind: ‸shared-holder",
            "Ein gemeinsamer Träger („shared-holder“) braucht „area“.",
        ),
        (
            "id: joint-analysis\n",
            "kind: common-gap",
            "kind: ‸size",
            "Eine Größenregel („size“) braucht „when“ und „partner“.",
        ),
        (
            "near:\n",
            "area: leader-region",
            "area: ‸association",
            "Die Nähe „association“ steht hier zweimal.",
        ),
    ],
)
def test_an_occasion_has_what_its_kind_needs(catalogue_folder, after, old, new, sentence):
    place = change(catalogue_folder, COOPERATION, old, new, after=after)
    assert problems(catalogue_folder) == [f"{place}: {sentence}"]


def test_an_occasion_without_criteria_and_plans_is_refused(catalogue_folder):
    change(catalogue_folder, COOPERATION, "    plans: [heat-plan]\n", "", after="id: joint-heat-planning\n")
    (problem,) = problems(catalogue_folder)
    assert problem.endswith(": Ein Anlass braucht „criteria“ oder „plans“, sonst fehlt niemandem etwas.")


def test_a_catalogue_without_cooperation_is_one_too(catalogue_folder):
    (catalogue_folder / COOPERATION).unlink()
    assert load_catalogue(catalogue_folder).entries.partnership is None


def test_a_word_stands_for_one_answer_only(catalogue_folder):
    place = change(catalogue_folder, "catalogue.yaml", '"nein", "nicht"', '"nein", ‸"JA."')
    assert problems(catalogue_folder) == [f"{place}: Das Wort „JA.“ steht schon bei einer anderen Antwort."]
