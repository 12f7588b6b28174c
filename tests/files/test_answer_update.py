"""What a person wrote into an answer file stays: only the lines of what was answered are touched."""

import difflib
import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from insek_cli.core.answers import Answers, CriterionAnswer, EntryState, Feedback, Municipality, PlanEntry
from insek_cli.core.vocabulary import Status
from insek_cli.errors import UnusableInputError
from insek_cli.files.answer_files import AnswerReader
from insek_cli.files.answer_update import updated_text
from insek_cli.files.answer_writing import answers_text
from insek_cli.files.catalogue_files import load_shipped
from tests.conftest import EXAMPLE
from tests.files.handwritten import handwritten
from tests.files.random_answers import all_answers, criterion_answers, fact_values, feedbacks, plan_entries

# Made here, because a fixture so large would be shown whole when a property fails.
CATALOGUE = load_shipped()
READER = AnswerReader(CATALOGUE)
GATHERED = "Diese Datei wurde ganz neu geschrieben"


def loaded(text):
    return READER.read_text(text.removeprefix("\ufeff"), "a.yaml")


# Properties ----------------------------------------------------------------------------------------------------------


@st.composite
def changed(draw, answers):
    """One step of a session: something is answered, changed or taken back."""
    step = draw(st.sampled_from([changed_fact, changed_criterion, changed_field, changed_feedback, changed_plans]))
    rest = [changed_support, changed_head, lambda draw, _: draw(all_answers(CATALOGUE))]
    return (draw(st.sampled_from(rest)) if draw(st.integers(0, 3)) == 0 else step)(draw, answers)


def changed_fact(draw, answers):
    name = draw(st.sampled_from(sorted(CATALOGUE.question)))
    return replace(answers, facts=set_or_gone(draw, answers.facts, name, fact_values(CATALOGUE.question[name])))


def changed_criterion(draw, answers):
    name = draw(st.sampled_from(sorted({*answers.criteria, "swot", "plan-register"})))
    return replace(answers, criteria=set_or_gone(draw, answers.criteria, name, criterion_answers))


def changed_field(draw, answers):
    name = draw(st.sampled_from(sorted({*answers.criteria, "swot"})))
    text = draw(st.sampled_from([None, "Protokoll vom Mai", "Erstens\nzweitens", "a: b # c"]))
    answer = answers.criteria.get(name, CriterionAnswer(Status.MET))
    return answers.with_criterion(name, replace(answer, **{draw(st.sampled_from(["evidence", "note", "by"])): text}))


def changed_feedback(draw, answers):
    name = draw(st.sampled_from(sorted({*answers.feedback, "swot", "plan-register"})))
    return replace(answers, feedback=set_or_gone(draw, answers.feedback, name, feedbacks))


def changed_support(draw, answers):
    return replace(answers, support=draw(st.sampled_from([None, (), ("data",), ("moderation", "data")])))


def changed_head(draw, answers):
    return replace(answers, municipality=replace(answers.municipality, inhabitants=draw(st.integers(1, 9))))


def set_or_gone(draw, entries, name, values):
    rest = {key: value for key, value in entries.items() if key != name}
    return rest if draw(st.booleans()) else {**rest, name: draw(values)}


def changed_plans(draw, answers):
    plans = answers.plans
    place = draw(st.integers(0, len(plans)))
    kind = draw(st.sampled_from(["new", "gone", "other"]))
    if place == len(plans) or kind == "new":
        return answers.with_plans((*plans[:place], draw(plan_entries(CATALOGUE)), *plans[place:]))
    other = () if kind == "gone" else (replace(plans[place], state=EntryState.REQUESTED, note="Bitte\nnochmals"),)
    return answers.with_plans((*plans[:place], *other, *plans[place + 1 :]))


def untouched(page, before, after):
    """Return the lines that belong to nothing that changed."""
    return [line for owner, line in page.lines if not owner or stays(owner, before, after)]


def stays(owner, before, after):
    part, *place = owner
    was, now = getattr(before, part, None), getattr(after, part, None)
    match place:
        case []:
            return was == now or bool(was and now)
        case [int(number)] if part == "plans":
            return was == now or (was[number] in now and was.count(was[number]) == 1)
        case [str(name)] if part == "municipality":
            return getattr(was, name.replace("-", "_")) == getattr(now, name.replace("-", "_"))
        case [str(name)]:
            return name in now and was[name] == now[name]
    return was == now


def is_among(lines, text):
    """Tell whether lines stand in a text in this order."""
    rest = iter(text)
    return all(line in rest for line in lines)


@given(st.data())
@settings(deadline=None, max_examples=60)
def test_whatever_changes_is_loaded_and_whatever_was_written_beside_it_stays(data):
    answers = data.draw(all_answers(CATALOGUE))
    page = handwritten(data.draw, CATALOGUE, answers)
    newline = data.draw(st.sampled_from(["\n", "\r\n"]))
    mark = data.draw(st.sampled_from(["", "\ufeff"]))
    text = mark + newline.join(line for _, line in page.lines) + data.draw(st.sampled_from([newline, ""]))
    assert loaded(text) == answers
    assert updated_text(text, CATALOGUE, answers) == text

    after = data.draw(changed(answers))
    new = updated_text(text, CATALOGUE, after)

    assert loaded(new) == after
    assert [c for c in page.comments if c not in new] == []
    assert GATHERED not in new
    assert new.startswith(mark)
    assert newline == "\n" or "\n" not in new.replace("\r\n", "")
    assert is_among(untouched(page, answers, after), new.removeprefix(mark).split(newline))
    assert updated_text(new, CATALOGUE, after) == new


@given(st.data())
@settings(deadline=None, max_examples=15)
def test_any_sequence_of_answers_leaves_every_comment(data):
    answers = data.draw(all_answers(CATALOGUE))
    page = handwritten(data.draw, CATALOGUE, answers)
    text = "\n".join(line for _, line in page.lines)

    for _ in range(5):
        answers = data.draw(changed(answers))
        text = updated_text(text, CATALOGUE, answers)
        assert loaded(text) == answers
        assert [c for c in page.comments if c not in text] == []
        assert GATHERED not in text


# What a person sees --------------------------------------------------------------------------------------------------

PAGE = """\
# Antworten für Musterstadt
format: insek-answers/1   # nicht ändern
catalogue: insek-klein/2026.1
municipality: {name: Musterstadt, # laut Hauptsatzung
  ags: "14522999" } # amtlich

facts:
  # vom Bauamt
  project: update # 2012 war das erste

plans:
  # Liste vom März
  - {type: heat-plan, # beim Versorger
     title: Wärmeplan } # noch nicht beschlossen
  - title: Kita-Bedarf   # so heißt er
    type: kita-plan
    # fehlt noch
    note: |  # von Frau M.
      Erstens
      Zweitens

  # es kommen noch mehr
criteria:

  swot: met  # mündlich
  # aus der Klausur
  council-resolution:   # wichtig
    status: partial # Vorlage liegt vor
    # Sitzung im Mai
    note: 'alt'
  purpose-written: "later"
support: [ moderation, # Herbst
  data ]
# Ende
"""


def difference(old, new):
    """Return the lines that went and came, without those that stayed."""
    lines = difflib.ndiff(old.splitlines(), new.splitlines())
    return [line for line in lines if line[0] in "+-"]


def after(change):
    return difference(PAGE, updated_text(PAGE, CATALOGUE, change(loaded(PAGE))))


def test_an_answer_changed_touches_its_own_line():
    assert after(lambda answers: answers.with_fact("project", "new")) == [
        "-   project: update # 2012 war das erste",
        "+   project: new # 2012 war das erste",
    ]


def test_new_answers_go_to_their_place_in_the_catalogue():
    new = after(lambda a: a.with_fact("districts", 9).with_criterion("plan-register", CriterionAnswer(Status.MET)))

    assert new == ["+   districts: 9", "+   plan-register: met"]


def test_a_bare_status_becomes_a_mapping_and_keeps_its_comment():
    assert after(lambda a: a.with_criterion("swot", CriterionAnswer(Status.MET, "Protokoll"))) == [
        "-   swot: met  # mündlich",
        "+   swot: {status: met, evidence: Protokoll}  # mündlich",
    ]


def test_a_note_of_several_lines_stands_below_the_comment_of_its_answer():
    assert after(lambda a: a.with_criterion("swot", CriterionAnswer(Status.MET, note="Ein\nZwei"))) == [
        "-   swot: met  # mündlich",
        "+   swot:  # mündlich",
        "+     status: met",
        "+     note: |-",
        "+       Ein",
        "+       Zwei",
    ]


def test_fields_come_and_go_one_by_one():
    answer = CriterionAnswer(Status.MET, evidence="Beschluss", by="Hauptamt")

    assert after(lambda a: a.with_criterion("council-resolution", answer)) == [
        "-     status: partial # Vorlage liegt vor",
        "+     status: met # Vorlage liegt vor",
        "+     evidence: Beschluss",
        "+     by: Hauptamt",
        "-     note: 'alt'",
    ]


def test_an_answer_taken_back_leaves_its_comments():
    def without(answers):
        return replace(answers, criteria={key: value for key, value in answers.criteria.items() if key != "swot"})

    assert after(without) == ["-   swot: met  # mündlich", "+   # mündlich"]


def test_a_plan_changes_between_its_brackets_and_below_its_hyphen():
    def change(answers):
        heat, kita = answers.plans
        return answers.with_plans((replace(heat, title=None, data_year=2025), replace(kita, note="da")))

    assert after(change) == [
        "-   - {type: heat-plan, # beim Versorger",
        "+   - {type: heat-plan, data-year: 2025 # beim Versorger",
        "-      title: Wärmeplan } # noch nicht beschlossen",
        "+      } # noch nicht beschlossen",
        "-     note: |  # von Frau M.",
        "+     note: da  # von Frau M.",
        "-       Erstens",
        "-       Zweitens",
    ]


def test_a_new_plan_comes_last():
    new = PlanEntry("youth-plan", state=EntryState.REQUESTED)

    assert after(lambda a: a.with_plans((*a.plans, new))) == ["+   - {type: youth-plan, state: requested}"]


def test_a_plan_that_loses_its_first_field_keeps_its_hyphen():
    assert after(lambda a: a.with_plans((a.plans[0], replace(a.plans[1], title=None)))) == [
        "-   - title: Kita-Bedarf   # so heißt er",
        "+   - # so heißt er",
    ]


def test_a_part_that_was_missing_is_added_in_its_place():
    def change(answers):
        return replace(answers, feedback={"swot": Feedback(5)}, statistics="ort.json")

    assert after(change) == ["+ feedback:", "+   swot: {useful: 5}", "+ statistics: ort.json"]


def test_a_long_line_between_brackets_goes_on_below():
    def change(answers):
        return replace(answers, municipality=replace(answers.municipality, landkreis="Landkreis " * 8 + "Mitte"))

    (line,) = [line for line in after(change) if "Mitte" in line]
    assert line == "+                landkreis: " + "Landkreis " * 8 + "Mitte } # amtlich"


def test_parts_without_content_are_filled():
    text = (
        "format: insek-answers/1\ncatalogue: insek-klein/2026.1\nmunicipality: {name: A}\nfacts: # leer\ncriteria: {}\n"
    )
    answers = Answers(Municipality("A"), {"project": "new"}, criteria={"swot": CriterionAnswer(Status.MET)})

    assert updated_text(text, CATALOGUE, answers).splitlines()[3:] == [
        "facts: # leer",
        "  project: new",
        "criteria:",
        "  swot: met",
    ]


def test_a_default_written_out_stays():
    text = PAGE.replace("title: Wärmeplan", "title: Wärmeplan, state: available")
    answers = loaded(text)
    heat = replace(answers.plans[0], data_year=2025)

    assert "title: Wärmeplan, data-year: 2025, state: available }" in updated_text(
        text, CATALOGUE, answers.with_plans((heat, *answers.plans[1:]))
    )


def test_the_shipped_example_keeps_its_first_line(example_answers):
    text = EXAMPLE.read_text(encoding="utf-8")
    new = updated_text(text, CATALOGUE, example_answers.with_fact("stage", "draft"))

    assert difference(text, new) == ["-   stage: preparing", "+   stage: draft"]


# Strange files -------------------------------------------------------------------------------------------------------

STRANGE = {
    "keys with question marks": PAGE.replace("  project: update #", "  ? project\n  : update #"),
    "a frame around the document": f"%YAML 1.1\n---  # Anfang\n{PAGE}...  # Schluss\n",
    "everything indented": "".join(f"   {line}\n" if line else "\n" for line in PAGE.splitlines()),
    "old line ends": PAGE.replace("\n", "\r"),
    "a pair in a list": PAGE.replace("support: [ moderation,", "statistics: a\nsupport: [ moderation,").replace(
        PAGE[PAGE.index("plans:") : PAGE.index("criteria:")], "plans: [type: school-plan]  # eckig\n"
    ),
    "lines between key and value": PAGE.replace("swot: met", "swot:\n    # darunter\n    met").replace(
        "project: update", "project:\n\n    update"
    ),
    "a text over several lines": PAGE.replace("'alt'", "'alt\n\n      und # neu'"),
    "quoted keys": PAGE.replace("swot:", '"swot" :').replace("{name:", '{"name":'),
    "tabs before comments": re.sub(r"(?<=\S) +#", "\t#", PAGE),
}


@pytest.mark.parametrize("name", STRANGE)
def test_nothing_in_a_strange_file_is_lost(name):
    text = STRANGE[name]
    comments = [line.rpartition("# ")[2] for line in text.splitlines() if "# " in line and "'" not in line]
    answers = replace(
        loaded(text).with_fact("project", None).with_criterion("swot", CriterionAnswer(Status.LATER, note="a\nb")),
        plans=(PlanEntry("school-plan", title="Schule"),),
        support=("data",),
    )

    new = updated_text(text, CATALOGUE, answers)

    assert loaded(new) == answers
    assert [comment for comment in comments if comment not in new] == []


def test_where_a_change_cannot_be_put_in_everything_is_written_anew_below_the_comments():
    text = STRANGE["a pair in a list"]
    answers = loaded(text).with_plans((PlanEntry("school-plan", title="Schule"),))

    lines = updated_text(text, CATALOGUE, answers).splitlines()

    assert lines[:3] == [
        "# Diese Datei wurde ganz neu geschrieben. Hier stehen die Kommentare, die vorher in ihr verteilt waren:",
        "# Antworten für Musterstadt",
        "# nicht ändern",
    ]
    assert "\n".join(lines) + "\n" == "".join(f"{line}\n" for line in lines if line.startswith("#")) + answers_text(
        CATALOGUE, answers
    )


@pytest.mark.parametrize("text", ["", "\n", "# nur ein Kommentar", "# eins\n\n  # zwei\n", "\ufeff# mit Marke\r\n"])
def test_a_file_without_answers_keeps_what_is_in_it(text):
    answers = Answers(Municipality("A"))
    new = updated_text(text, CATALOGUE, answers)

    assert loaded(new) == answers
    assert new.startswith(text)


@pytest.mark.parametrize(
    "text", ["Liebe Frau M.,\n", "- a\n", PAGE + "mehr: x\n", PAGE.replace("swot", "swott"), PAGE + "{"]
)
def test_a_file_that_is_no_answer_file_is_refused(text):
    with pytest.raises(UnusableInputError):
        updated_text(text, CATALOGUE, Answers(Municipality("A")))
