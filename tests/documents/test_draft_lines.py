"""Lines with gaps: what belongs there, and where to look for it."""

from insek_cli.core.assessment import Assessment
from insek_cli.core.catalogue import Catalogue
from insek_cli.core.outline import Chapter
from insek_cli.documents.blocks import Style, Table
from insek_cli.documents.draft_lines import line_blocks, profile_table
from tests.documents.judging import judged
from tests.documents.reading import lines

PLANS = "plans:\n  - {type: kita-plan, data-year: 2025}\n  - {type: vacancy-register, data-year: 2024}\n"


def chapter(catalogue: Catalogue, ident: str) -> Chapter:
    return next(found for found in catalogue.entries.chapters if found.id == ident)


def shown(assessment: Assessment, ident: str, data: tuple[str, ...] = ()) -> dict[str, str]:
    catalogue = assessment.catalogue
    blocks = line_blocks(chapter(catalogue, "topics").lines, chapter(catalogue, ident), assessment, data)
    return dict(line.split(": ", maxsplit=1) for line in lines(blocks))


def test_every_topic_says_itself_what_its_state_is_about(catalogue: Catalogue):
    topics = [found.id for found in catalogue.entries.chapters if found.parent == "topics"]
    said = [shown(judged(catalogue), topic)["Stand"] for topic in topics]
    assert len(set(said)) == len(topics)
    assert "durchzusehen" not in "".join(said)


def test_core_statements_are_the_questions_of_the_topic(catalogue: Catalogue):
    found = shown(judged(catalogue), "housing")["Kernaussagen (höchstens drei)"]
    assert found == " ".join(f"[hier: {question}]" for question in chapter(catalogue, "housing").answers)


def test_gap_names_the_plans_and_figures_that_may_fill_it(catalogue: Catalogue):
    found = shown(judged(catalogue, PLANS), "housing", ("Zuzüge und Fortzüge",))
    assert found["Stand"].endswith("; durchzusehen: P2, Tabelle „Zuzüge und Fortzüge“]")
    assert "durchzusehen" not in found["Wirkt auf"] + found["Ziele"]
    assert shown(judged(catalogue, PLANS), "education")["Maßnahmen"].endswith("; durchzusehen: P1]")


def test_plan_that_is_not_at_hand_is_not_named(catalogue: Catalogue):
    asked = PLANS.replace("data-year: 2024", "state: requested")
    assert "durchzusehen" not in shown(judged(catalogue, asked), "housing")["Stand"]


def test_profile_is_a_form_with_a_gap_in_every_row(catalogue: Catalogue):
    made = profile_table(chapter(catalogue, "annex-districts"), judged(catalogue, PLANS))
    assert isinstance(made, Table)
    assert made.room
    rows = {label[0].text: value for label, value in made.rows}
    assert all(run.style is Style.GAP for value in rows.values() for run in value)
    assert rows["Ortsbild, Wohnen"][0].text.endswith("; durchzusehen: P2]")


def test_line_of_a_condition_stands_unless_it_is_surely_false(catalogue: Catalogue):
    for answer, there in (("yes", True), ("no", False), ("unknown", True)):
        found = judged(catalogue, f'facts: {{district-councils: "{answer}"}}\n')
        made = profile_table(chapter(catalogue, "annex-districts"), found)
        assert ("Ortschaft" in "\n".join(lines([made]))) is there
