"""The plausibility check as a page."""

from insek_cli.core.assessment import Assessment
from insek_cli.core.catalogue import Catalogue
from insek_cli.documents.check_page import check_page, place_title
from tests.documents.judging import judged, unmet
from tests.documents.reading import said

TWO_WITHOUT_EVIDENCE = "criteria: {swot: met, council-resolution: {status: met, evidence: ' '}}\n"


def test_nothing_remarkable_is_said_in_one_sentence(catalogue: Catalogue):
    page = check_page(judged(catalogue, unmet(catalogue)))
    assert page.title == "Prüfung der Antworten: Ort"
    assert "Nichts Auffälliges gefunden." in said(page)
    assert "Selbsteinschätzung, keine Prüfung" in page.footer


def test_remarks_of_a_kind_stand_together_with_where_and_how_to_mend_them(catalogue: Catalogue):
    text = said(check_page(judged(catalogue, TWO_WITHOUT_EVIDENCE)))
    check = next(check for check in catalogue.entries.checks if check.id == "met-without-evidence")
    assert f"{check.title} (2)" in text
    assert f"{catalogue.criterion['swot'].title} (swot)" in text
    assert text.count(check.text) == text.count(f"Was tun: {check.remedy}") == 1


def test_one_remark_is_told_as_one(catalogue: Catalogue):
    text = said(check_page(judged(catalogue, unmet(catalogue, "swot: met"))))
    assert "Ein Hinweis. Die Antworten zählen trotzdem; prüfen Sie, was zutrifft." in text
    assert "(1)" not in text


def test_every_remark_on_the_example_has_a_place_or_is_about_the_whole(example: Assessment):
    text = said(check_page(example))
    assert example.hints
    for hint in example.hints:
        title = place_title(example, hint)
        assert hint.check.title in text
        assert title is None or title in text
        assert (title is None) == (hint.place.partition(".")[2] == "")


def test_a_plan_is_named_by_its_own_title(catalogue: Catalogue):
    plans = "plans: [{type: heat-plan, title: Wärmeplan Nord, superseded: false}, {type: population-forecast}]\n"
    assessment = judged(catalogue, plans)
    titles = {place_title(assessment, hint) for hint in assessment.hints if hint.place.startswith("plans.")}
    assert titles <= {
        "Wärmeplan Nord (heat-plan)",
        f"{catalogue.plan['population-forecast'].title} (population-forecast)",
    }
    assert titles
