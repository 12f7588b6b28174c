"""Faults in papers.yaml and in the addresses of plan types: each with its place and what would be right."""

import pytest

from insek_cli.errors import UnusableInputError
from insek_cli.files.catalogue_files import load_catalogue
from tests.files.breaking import MARK, change, problems

PAPER = "  - id: council\n    title: Vorlage\n    mark: Entwurf\n    sections:\n"


def broken(folder, section: str, *, paper: str = PAPER) -> tuple[str, list[str]]:
    """Write a papers.yaml with one section and return the marked place and all problems."""
    text = f"papers:\n{paper}      - {section}\n"
    before, _, rest = text.partition(MARK)
    (folder / "papers.yaml").write_text(before + rest, encoding="utf-8")
    place = f"criteria/papers.yaml:{before.count(chr(10)) + 1}:{len(before) - before.rfind(chr(10))}"
    return place, problems(folder)


@pytest.mark.parametrize(
    ("section", "said"),
    [
        ("passages: [{text: ‸'Der {Rad} tagt.'}]", "Das Feld „Rad“ gibt es hier nicht."),
        ("title: ‸'{rat}'", "Das Feld „rat“ gibt es hier nicht."),
        ("fields: [{label: Nr., text: ‸'{Plan}'}]", "Das Feld „Plan“ gibt es hier nicht."),
        ("passages: [{text: ‸'Der {Rat tagt.'}]", "Eine geschweifte Klammer ist hier allein."),
        ("insert: ‸drivers", "Den Einschub „drivers“ gibt es hier nicht."),
        ("insert: ‸nichts", "Den Wert „nichts“ gibt es hier nicht."),
        ("passages: [{text: x, finding: ‸own-tasks}]", "Den Befund „own-tasks“ gibt es hier nicht."),
        ("passages: [{text: x, finding: ‸vielleicht}]", "Den Wert „vielleicht“ gibt es hier nicht."),
        ("finding: ‸own-tasks", "Den Befund „own-tasks“ gibt es hier nicht."),
        ("finding: ‸no-open-work", "Den Befund „no-open-work“ gibt es hier nicht."),
        ("passages: [{text: ‸'[hier: Tag im {Rad}]'}]", "Das Feld „Rad“ gibt es hier nicht."),
        ("passages: [{text: ‸'{Bisher swoot}'}]", "Das Feld „Bisher swoot“ gibt es hier nicht."),
        ("fields: [{label: a, text: x, when: {fact: project, is: ‸alt}}]", "Die Antwort „alt“ gibt es hier nicht."),
        ("{when: {fact: projekt, is: new}}", "Die Frage „projekt“ gibt es hier nicht."),
        ("passages: [{text: x, unless: {fact: project, is: ‸alt}}]", "Die Antwort „alt“ gibt es hier nicht."),
        ("table: {columns: [a, b], widths: ‸[1], rows: []}", "Zu jeder Spalte gehört eine Breite"),
        ("table: {columns: [a, b], widths: [1, 1], rows: [{cells: ‸[x]}]}", "Diese Zeile hat 1 Zellen"),
        ("passages: [{text: x, proof: read, sources: [‸baugb-0]}]", "Die Quelle „baugb-0“ gibt es hier nicht."),
        ("passages: [‸{text: x, proof: read}]", "„proof“ und „sources“ gehören zusammen"),
        ("passages: [{text: x, take: ‸[data]}]", "„take“ gibt es nur bei Punkten"),
        ("passages: [{text: x, ‸wenn: {}}]", "Das Schlüsselwort „wenn“ gibt es hier nicht."),
    ],
)
def test_fault_is_told_with_its_place(catalogue_folder, section, said):
    place, found = broken(catalogue_folder, section)
    assert len(found) == 1, found
    assert said in found[0]
    if MARK in section:
        assert found[0].startswith(f"{place}: ")


def test_building_block_names_known_criteria_or_chapters(catalogue_folder):
    work = (
        "{text: B, criteria: [swoot]}",
        "{text: B}",
        "{text: B, criteria: [swot], unless: {fact: projekt, is: new}}",
    )
    blocks = f"    blocks:\n      - {{title: A, work: [{', '.join(work)}]}}\n      - {{title: C, work: []}}\n"
    _, found = broken(catalogue_folder, "title: x", paper=PAPER.replace("    sections:\n", blocks + "    sections:\n"))
    said = ("„projekt“ gibt es", "„swoot“ gibt es", "„criteria“ oder „chapters“", "mindestens eine Leistung")
    assert [words in problem for words, problem in zip(said, sorted(found), strict=True)] == [True] * 4, found


def test_field_of_chapters_needs_chapters(catalogue_folder):
    block = "    blocks: [{title: A, work: [{text: 'Zu {Kapitel}', criteria: [swot]}]}]\n"
    tender = PAPER.replace("council", "tender").replace("    sections:\n", block + "    sections:\n")
    _, found = broken(catalogue_folder, "title: x", paper=tender)
    assert ["„Kapitel“ braucht „chapters“" in problem for problem in found] == [True], found


def test_field_of_chapters_stands_in_the_text_of_work_only(catalogue_folder):
    tender = PAPER.replace("council", "tender")
    place, found = broken(catalogue_folder, "passages: [{text: ‸'Zu {Kapitel}'}]", paper=tender)
    assert [problem.startswith(f"{place}: Das Feld „Kapitel“ gibt es hier nicht.") for problem in found] == [True]
    block = "    blocks: [{title: A, work: [{text: 'Zu {Kapitel}', chapters: [housing]}]}]\n"
    text = tender.replace("    sections:\n", block + "    sections:\n") + "      - title: x\n"
    (catalogue_folder / "papers.yaml").write_text(f"papers:\n{text}", encoding="utf-8")
    assert load_catalogue(catalogue_folder).entries.papers[0].blocks[0].work[0].chapters == ("housing",)


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ("own-tasks: [swoot]", "Das Kriterium „swoot“ gibt es hier nicht."),
        ("settles: {criteria: [swoot]}", "Das Kriterium „swoot“ gibt es hier nicht."),
        ("settles: {criteria: [swot], unless: {fact: projekt, is: new}}", "Die Frage „projekt“ gibt es hier nicht."),
        ("division: {label: Wer, text: '{Rad}'}", "Das Feld „Rad“ gibt es hier nicht."),
        (
            "own-tasks: [swot]\n    blocks: [{title: A, work: [{text: B, criteria: [swot]}]}]",
            "„swot“ steht in einem Baustein und kann nicht zugleich Sache der Gemeinde sein.",
        ),
    ],
)
def test_keys_of_a_whole_paper_name_what_there_is(catalogue_folder, keys, said):
    _, found = broken(
        catalogue_folder, "title: x", paper=PAPER.replace("    sections:\n", f"    {keys}\n    sections:\n")
    )
    assert [said in problem for problem in found] == [True]


def test_a_question_may_be_a_field_and_is_then_in_use(catalogue_folder):
    place = catalogue_folder / "questions.yaml"
    question = "\n  - {id: motto, text: 'Wie heißt das Motto?', kind: text}\n"
    place.write_text(place.read_text(encoding="utf-8") + question, encoding="utf-8")
    assert any("„motto“ braucht niemand" in problem for problem in problems(catalogue_folder))
    papers = catalogue_folder / "papers.yaml"
    text = papers.read_text(encoding="utf-8").replace("title: Beschlussvorlage", "title: 'Vorlage {motto}'")
    papers.write_text(text, encoding="utf-8")
    assert load_catalogue(catalogue_folder).question["motto"].text == "Wie heißt das Motto?"


@pytest.mark.parametrize(
    ("old", "new", "after"),
    [
        ('["{Landkreis}"', '[‸"{Kreis}"', "id: kita-plan"),
        ("how: den aktuellen", "how: ‸den {Kreis}", "id: monuments"),
        ("in-letter: die", "in-letter: ‸die {Kreis}", "id: transit-plan"),
        ("basis: Amtshilfe", "basis: ‸Amtshilfe {Gebiet}", "id: kita-plan"),
        ("title: Denkmalliste\n", "title: ‸Denkmalliste {Gebiet}\n", "request:\n      who: Landesamt für Denk"),
        ("how: die geltende", "in-letter: ‸Bitte\n      how: die geltende", "title: Strategie des Reisegebiets"),
    ],
)
def test_what_a_letter_says_of_a_plan_has_known_fields_and_a_basis_none(catalogue_folder, old, new, after):
    place = change(catalogue_folder, "plans.yaml", old, new, after=after)
    assert [problem.split(": ")[0] for problem in problems(catalogue_folder)] == [place]


def test_same_paper_twice_is_an_error_and_no_paper_at_all_is_none(catalogue_folder):
    _, found = broken(catalogue_folder, "title: x\n" + PAPER + "      - title: y")
    assert [problem.rsplit("Das Papier", 1)[1] for problem in found] == [
        " „council“ steht schon in criteria/papers.yaml:2:9."
    ]
    (catalogue_folder / "papers.yaml").unlink()
    try:
        assert load_catalogue(catalogue_folder).entries.papers == ()
    except UnusableInputError as error:
        pytest.fail(str(error.problems))
