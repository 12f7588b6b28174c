"""The report on several municipalities: whole, without a ranking, with and without names."""

from dataclasses import replace

import pytest

from insek_cli.core.anonymous import anonymised
from insek_cli.core.answers import Answers, Feedback, Municipality
from insek_cli.core.assessment import assess
from insek_cli.core.catalogue import Catalogue
from insek_cli.core.cohort import Cohort, cohort_of
from insek_cli.core.cohort_change import cohort_change
from insek_cli.core.conditions import Verdict
from insek_cli.documents.blocks import Chart, Heading, text_of
from insek_cli.documents.cohort_report import anonymous_report, cohort_report
from insek_cli.formats.html import html_text
from insek_cli.formats.markdown import markdown_text
from insek_cli.formats.terminal import terminal_text
from tests.conftest import TODAY
from tests.core.towns import towns


@pytest.fixture(scope="module")
def twelve(catalogue: Catalogue) -> Cohort:
    """Twelve municipalities that do not exist."""
    return cohort_of(catalogue, towns(catalogue, 12), TODAY)


def shown(document) -> str:
    return terminal_text(document, 80)


def test_report_on_twelve_reads_like_this(twelve: Cohort, file_regression):
    file_regression.check(markdown_text(cohort_report(twelve, None)), extension=".md")


def test_one_municipality_alone_is_told_that_more_are_wanted(catalogue: Catalogue):
    assert "nur eine Gemeinde" in shown(cohort_report(cohort_of(catalogue, towns(catalogue, 1), TODAY), None))


@pytest.mark.parametrize("width", [60, 80])
def test_no_line_is_wider_than_the_terminal(twelve: Cohort, width):
    lines = terminal_text(cohort_report(twelve, None), width).split("\n")
    assert [line for line in lines if len(line) > width and "://" not in line] == []


def test_two_states_are_compared(catalogue: Catalogue, file_regression):
    now = towns(catalogue, 5)
    change = cohort_change(towns(catalogue, 7, seed=2)[1:], now)
    text = markdown_text(cohort_report(cohort_of(catalogue, now, TODAY), change))
    start = text.index("## Seit dem früheren Stand")
    file_regression.check(text[start : text.index("\n## ", start + 1)], extension=".md")


def test_under_three_compared_the_report_shows_no_change_and_anonymous_no_newcomer(catalogue: Catalogue):
    now = towns(catalogue, 5)
    change = cohort_change(towns(catalogue, 2, seed=2), now)
    cohort = cohort_of(catalogue, now, TODAY)
    for document in (cohort_report(cohort, change), anonymous_report(anonymised(cohort), change)):
        text = markdown_text(document)
        assert "erst ab 3 verglichenen Gemeinden" in text
        assert "Wo sich am meisten bewegt hat" not in text
        assert "Stufe haben" not in text
    assert "Neu dabei oder früher nicht auswertbar: 3 Gemeinden." in text


@pytest.mark.parametrize(("before", "why"), [([], "keine Datei auswertbar"), ([5, 6], "in beiden Ständen")])
def test_nothing_compared_is_said(catalogue: Catalogue, before, why):
    members = towns(catalogue, 7)
    change = cohort_change([members[place] for place in before], members[:5])
    text = markdown_text(cohort_report(cohort_of(catalogue, members[:5], TODAY), change))
    assert "Es ließ sich nichts vergleichen" in text
    assert why in text
    assert "Neu dabei" not in text


def test_marks_of_fewer_than_three_are_not_shown(catalogue: Catalogue):
    opinion = {"swot": Feedback(useful=1, realistic=1)}
    members = [
        assess(catalogue, Answers(Municipality(name), feedback=opinion if name == "A" else {}), TODAY)
        for name in "ABCD"
    ]
    text = shown(cohort_report(cohort_of(catalogue, members, TODAY), None))
    assert "Zu 1 Kriterium gibt es weniger als 3 Stimmen" in text
    assert "Noten von 1" not in text


def test_anonymous_report_names_nobody(twelve: Cohort):
    document = anonymous_report(anonymised(twelve), None)
    for text in (shown(document), html_text(document)):
        for member in twelve.members:
            place = member.answers.municipality
            assert place.name not in text
            assert place.ags not in text
        assert "Musterland" not in text
        assert "Region 1" not in text
        assert "passt nicht zu uns" not in text
        assert "Gemeinde 3" not in text


def test_anonymous_report_on_twelve_reads_like_this(twelve: Cohort, file_regression):
    file_regression.check(markdown_text(anonymous_report(anonymised(twelve), None)), extension=".md")


def test_anonymous_report_without_occasions_says_nothing_of_them(catalogue: Catalogue):
    bare = replace(catalogue, entries=replace(catalogue.entries, partnership=None))
    found = anonymised(cohort_of(bare, towns(catalogue, 5), TODAY))
    assert "Zusammenarbeit:" not in shown(anonymous_report(found, None))
    assert "kein Anlass für drei oder mehr" in shown(anonymous_report(replace(found, occasions=()), None))


def test_plans_say_who_has_them_who_asked_and_how_many_still_have_to(twelve: Cohort):
    names = [member.answers.municipality.name for member in twelve.members]
    document = cohort_report(twelve, None)
    (found,) = (block for block in document.blocks if "Wer welchen Plan" in str(getattr(block, "caption", "")))
    rows = {text_of(row[0]).rpartition(" (")[0]: [text_of(cell) for cell in row[1:]] for row in found.rows}
    for count in (count for count in twelve.plans if count.at_hand):
        usable, outdated, lacking = rows[count.type.title]
        for verdict, cell in ((Verdict.TAKE_OVER, usable), (Verdict.UPDATE, outdated)):
            users = {name for part in cell.split("; ") for name in part.removeprefix("alt: ").split(", ")}
            assert {names[place] for place in count.places.get(verdict, ())} <= users
        old = {name for cell in (usable, outdated) for name in cell.partition("alt: ")[2].split(", ") if name}
        assert old == {names[place] for place in count.aged}
        asked = ", ".join(names[place] for place in count.requested_by)
        open_words, _, requested = lacking.partition("angefordert: ")
        still = sum(count.verdicts.get(verdict, 0) for verdict in (Verdict.MISSING, Verdict.REQUEST)) - count.requested
        missing = [name for name in open_words.removesuffix("; ").split(", ") if name not in {"", "–"}]
        assert requested == asked
        assert missing == [f"{still} Gemeinden"] if still > 3 else len(missing) == still


def test_under_three_the_report_says_why_there_is_no_spread(catalogue: Catalogue):
    document = cohort_report(cohort_of(catalogue, towns(catalogue, 2), TODAY), None)
    assert "Bei weniger als 3 Gemeinden" in shown(document)
    assert not [block for block in document.blocks if isinstance(block, Chart)]


def test_first_and_last_value_are_nowhere(catalogue: Catalogue, twelve: Cohort):
    text = shown(cohort_report(twelve, None))
    ranked = ("Rang ", "Platz ", "am besten", "schlechteste", "Spitzenreiter", "Schlusslicht")
    assert [word for word in ranked if word in text] == []


def test_files_with_hardly_an_answer_make_a_report_too(catalogue: Catalogue):
    members = [assess(catalogue, Answers(Municipality(name)), TODAY) for name in "ABC"]
    document = cohort_report(cohort_of(catalogue, members, TODAY), None)
    text = shown(document)
    assert "Liegt bei niemandem vor:" in text
    assert "ergibt sich noch kein Vorschlag" in text
    assert "Es ist kein Wunsch zu nennen" in text
    assert "Rückmeldungen" not in text


def test_everything_met_leaves_nothing_to_say_about_gaps(catalogue: Catalogue):
    everything = {criterion.id: _met() for criterion in catalogue.criteria}
    members = [assess(catalogue, Answers(Municipality(name), criteria=everything), TODAY) for name in "ABC"]
    document = cohort_report(cohort_of(catalogue, members, TODAY), None)
    assert "Es ist kein offener Punkt zu nennen." in shown(document)


def _met():
    from insek_cli.core.answers import CriterionAnswer
    from insek_cli.core.vocabulary import Status

    return CriterionAnswer(Status.MET)


def test_every_part_has_a_heading_once(twelve: Cohort):
    titles = [block.text for block in cohort_report(twelve, None).blocks if isinstance(block, Heading)]
    assert len(titles) == len(set(titles))


def test_no_cell_is_empty(twelve: Cohort):
    for block in cohort_report(twelve, None).blocks:
        for row in getattr(block, "rows", ()):
            assert all(text_of(cell).strip() for cell in row), row
