"""The gap report: what it must say, and what it must never say."""

import re
from dataclasses import replace

import pytest

from insek_cli.core.assessment import Assessment
from insek_cli.core.catalogue import Catalogue
from insek_cli.core.entries import Obligation, Status
from insek_cli.core.programmes import ProgrammeStatus
from insek_cli.documents.blocks import Chart, Heading, Table
from insek_cli.documents.gap_report import gap_report
from tests.documents.judging import judged
from tests.documents.reading import headings, said, under

PROMISES = "[Ff]örderfähig|Sie erhalten"


def all_with(catalogue: Catalogue, status: str) -> str:
    return "criteria:\n" + "".join(f"  {criterion.id}: {status}\n" for criterion in catalogue.criteria)


@pytest.fixture(scope="module")
def text(example: Assessment) -> str:
    return said(gap_report(example))


def test_parts_of_the_example_stand_in_this_order(example: Assessment):
    second = [block.text for block in gap_report(example).blocks if isinstance(block, Heading) and block.level == 2]
    assert second == [
        "Auf einen Blick",
        "Unverzichtbares, das noch fehlt",
        "Arbeitsprogramm",
        "Zur Stufe „Im Kern vollständig“",
        "Vorhandene Pläne nutzen",
        "Was den Aufwand treibt und senkt",
        "Förderprogramme",
        "Pflichten eines Fördergebiets",
        "Gewünschte Unterstützung",
        "Offene Fragen",
        "Als nicht zutreffend ausgenommen",
        "Erfüllte Punkte und ihre Nachweise",
        "Bitte noch einmal prüfen",
        "Standarddaten",
        "Methode und Quellen",
    ]


def test_every_page_says_that_it_is_no_examination(example: Assessment):
    document = gap_report(example)
    assert document.footer == "Selbsteinschätzung, keine Prüfung · Stand 22.11.2026"
    assert document.header == "Stadt Musterstadt"


@pytest.mark.parametrize("answers", ["", "facts: {project: new}\n", "all"])
def test_nothing_promises_money(catalogue: Catalogue, answers):
    written = said(gap_report(judged(catalogue, all_with(catalogue, "met") if answers == "all" else answers)))
    assert re.findall(PROMISES, written) == []


def test_report_of_the_example_promises_no_money(text: str):
    assert re.findall(PROMISES, text) == []


def test_no_identifier_of_the_catalogue_is_shown(catalogue: Catalogue, text: str):
    idents = [entry.id for entry in (*catalogue.criteria, *catalogue.entries.plans, *catalogue.entries.questions)]
    assert [ident for ident in idents if "-" in ident and re.search(rf"\b{ident}\b", text)] == []


def test_no_word_of_python_is_shown(text: str):
    assert re.findall(r"\bNone\b|\bTrue\b|\bFalse\b|Fraction|Decimal|<[A-Z]\w+\.", text) == []


@pytest.mark.parametrize("end", ["..", ".;", ".).", ",.", ", .", " ,", "  ", ":.", "::"])
def test_sentences_are_joined_cleanly(text: str, end):
    assert [line for line in text.split("\n") if end in line] == []


def test_met_without_evidence_is_printed_as_such(example: Assessment):
    shown = under(gap_report(example), "Erfüllte Punkte und ihre Nachweise")
    assert "Beteiligungsplan | ohne Nachweis" in shown
    assert "Beschluss des Rates | Beschluss 24/2012 vom 21.06.2012" in shown


def test_first_page_names_level_work_and_five_next_steps_with_owner(example: Assessment):
    shown = "\n".join(under(gap_report(example), "Auf einen Blick"))
    assert "Stufe: Auf dem Weg." in shown
    assert "eigene Arbeit (Annahme)" in shown
    assert "bis 31.03.2027" in shown
    steps = [gap for gap in example.gaps if gap.status is not Status.LATER]
    assert all(gap.criterion.title in shown for gap in steps[:5])
    assert steps[5].criterion.title not in shown


def test_chart_has_a_bar_per_section(example: Assessment):
    (chart,) = [block for block in gap_report(example).blocks if isinstance(block, Chart)]
    assert len(chart.categories) == len(example.catalogue.head.sections)


def test_missing_musts_are_named_with_their_ground(example: Assessment):
    document = gap_report(example)
    shown = under(document, "Unverzichtbares, das noch fehlt")
    musts = [gap for gap in example.gaps if gap.criterion.obligation is Obligation.MUST]
    assert len(shown) == len(musts) + 1
    assert [line.split(" | ")[0] for line in shown[1:]] == [gap.criterion.title for gap in musts]


def test_work_programme_holds_every_gap_once_and_puts_off_what_was_put_off(example: Assessment):
    document = gap_report(example)
    rows = [
        row[0][0].text
        for block in document.blocks
        if isinstance(block, Table) and [column.title for column in block.columns][:2] == ["Punkt", "Nächster Schritt"]
        for row in block.rows
    ]
    assert sorted(rows) == sorted(gap.criterion.title for gap in example.gaps)
    later = [line for line in under(document, "Bewusst zurückgestellt") if "zurückgestellt" in line]
    assert len(later) == sum(gap.status is Status.LATER for gap in example.gaps)


def test_usable_plan_stands_beside_the_step_it_helps(example: Assessment):
    shown = under(gap_report(example), "Arbeitsprogramm")
    (line,) = [line for line in shown if line.startswith("Seitenbudget ")]
    assert "Vorhanden: " in line


def test_waiver_without_effect_is_named_as_such(catalogue: Catalogue):
    assessment = judged(catalogue, "criteria: {council-resolution: {status: not-applicable, reason: Nein}}\n")
    assert "trifft nicht zu (ohne Wirkung)" in said(gap_report(assessment))


def test_one_waived_point_is_spoken_of_in_the_singular(text: str):
    assert "1 Punkt zählt nicht mit" in text


def test_waived_points_stand_with_their_reason(text: str):
    assert "Maßnahmen anderer Träger abgestimmt: Es gibt noch keine Maßnahmen anderer Träger." in text


def test_shortest_way_is_called_no_recommendation(example: Assessment):
    shown = under(gap_report(example), "Zur Stufe „Im Kern vollständig“")
    assert shown[0].startswith("Rechnerisch kürzester Weg, keine Empfehlung: 14 Punkte, ")
    assert len(shown) == 1 + len(example.next_level.gaps)


def test_municipality_at_the_last_level_sees_no_way_and_no_gaps(catalogue: Catalogue):
    document = gap_report(judged(catalogue, all_with(catalogue, "met")))
    found = headings(document)
    assert not [title for title in found if title.startswith("Zur Stufe")]
    assert "Arbeitsprogramm" not in found
    assert "Kein Punkt ist offen." in said(document)
    assert "Alle unverzichtbaren Punkte, die hier zutreffen, sind erfüllt." in said(document)


def test_municipality_that_said_nothing_gets_a_report(catalogue: Catalogue):
    document = gap_report(judged(catalogue))
    text = said(document)
    assert "Noch ist kein vorhandener Plan eingetragen." in text
    assert "noch nicht beantwortet" in text
    assert "Erfüllte Punkte und ihre Nachweise" not in headings(document)
    assert "Gewünschte Unterstützung" not in headings(document)


def test_plan_in_force_is_never_called_unusable_by_age(example: Assessment):
    shown = "\n".join(under(gap_report(example), "Vorhandene Pläne nutzen"))
    (line,) = [line for line in shown.split("\n") if line.startswith("Flächennutzungsplan (Stand 2004)")]
    assert "gilt weiter, Zahlen sind alt" in line
    assert "nicht verwenden" not in line


def test_plan_without_special_basis_is_to_be_asked_for_kindly(example: Assessment):
    assert "keine besondere Grundlage, freundlich bitten" in said(gap_report(example))


def test_holder_named_in_the_file_is_asked(example: Assessment):
    shown = under(gap_report(example), "Vorhandene Pläne nutzen")
    assert [line for line in shown if line.startswith("Bedarfsplan Kindertagesbetreuung | Jugendamt des Landkreises |")]


def test_costs_are_single_cases_and_never_a_range_or_a_mean(example: Assessment):
    shown = "\n".join(under(gap_report(example), "Was den Aufwand treibt und senkt"))
    assert "Einzelfälle, keine Statistik" in shown
    assert re.findall(r"im Mittel|Durchschnitt|je Einwohner|je Kopf", shown) == []


def test_three_strongest_drivers_and_three_nearest_levers_are_shown(example: Assessment):
    tables = [block for block in gap_report(example).blocks if isinstance(block, Table)]
    (drivers,) = [block for block in tables if block.caption == "Die stärksten Kostentreiber"]
    assert len(drivers.rows) == 3


def test_programme_that_is_ready_still_says_what_to_check(example: Assessment):
    ready = [found for found in example.programmes if found.status is ProgrammeStatus.READY]
    promised = ("konzeptseitig erfüllt", "keine Anforderung an das Konzept gelesen")
    shown = under(gap_report(example), "Förderprogramme")
    assert ready != []
    for found in ready:
        (line,) = [line for line in shown if line.startswith(found.programme.title)]
        assert "Aufruf und Frist prüfen" in line
        assert any(word in line for word in promised)
        assert found.programme.state in line
        assert found.programme.ask in line


def test_closed_programme_says_since_when(catalogue: Catalogue, example: Assessment):
    shown = "\n".join(under(gap_report(example), "Förderprogramme"))
    assert "Modellprojekte klimaresilienter Stadtumbau (bis 16.01.2026)" not in shown
    assert re.search(r"Modellprojekte klimaresilienter Stadtumbau \((seit|endete am) 16\.01\.2026\)", shown)


def test_duties_of_a_funding_area_are_kept_apart(catalogue: Catalogue, example: Assessment):
    assert "Pflichten eines Fördergebiets" in headings(gap_report(example))
    without = judged(catalogue, 'facts: {urban-funding: "no"}\n', "{name: Ort, inhabitants: 900}")
    assert "Pflichten eines Fördergebiets" not in headings(gap_report(without))


def test_open_questions_go_to_a_person(example: Assessment):
    shown = under(gap_report(example), "Offene Fragen")
    asked = [outcome.criterion.statement for outcome in example.clarify]
    assert [statement for statement in asked if statement not in shown] == []
    finance = shown.index("Kämmerei: Stimmt das?")
    assert shown[finance + 1] == example.catalogue.criterion["budget-aligned"].statement


def test_hints_name_what_they_concern(example: Assessment):
    shown = "\n".join(under(gap_report(example), "Bitte noch einmal prüfen"))
    assert "Betrifft: Abwasserbeseitigungskonzept, Flächennutzungsplan, INSEK 2012." in shown


def test_plan_without_title_is_called_by_its_type(catalogue: Catalogue):
    assessment = judged(catalogue, "plans: [{type: land-use-plan, data-year: 2020}]\n")
    title = catalogue.plan["land-use-plan"].title
    assert f"{title} (Stand 2020)" in said(gap_report(assessment))


def test_sources_of_what_is_shown_are_listed_with_their_proof(catalogue: Catalogue, example: Assessment):
    shown = "\n".join(under(gap_report(example), "Methode und Quellen"))
    musts = [gap.criterion for gap in example.gaps if gap.criterion.obligation is Obligation.MUST]
    assert all(catalogue.source[source].title in shown for criterion in musts for source in criterion.sources)
    assert "(nur zum Teil belegt)" in shown
    assert "(Annahme)" in shown


def test_user_text_is_said_as_typed_wherever_it_may_stand(catalogue: Catalogue):
    typed = "<b>{{x}}</b> | =1+1"
    assessment = judged(
        catalogue,
        f"""plans:
  - {{type: land-use-plan, title: "{typed} Plan", data-year: 2024}}
  - {{type: kita-plan, state: requested, holder-name: "{typed} Amt"}}
criteria:
  council-resolution: {{status: met, evidence: "{typed} Nachweis"}}
  swot: {{status: unmet, owner: "{typed} Person"}}
  third-party-agreed: {{status: not-applicable, reason: "{typed} Grund"}}
""",
        f'{{name: "{typed} Ort"}}',
    )
    text = said(gap_report(assessment))
    assert [
        word for word in ("Plan", "Amt", "Nachweis", "Person", "Grund", "Ort") if f"{typed} {word}" not in text
    ] == []


def test_order_of_answers_in_the_file_does_not_matter(example: Assessment):
    answers = example.answers
    turned = replace(answers, criteria=dict(reversed(answers.criteria.items())))
    assert gap_report(replace(example, answers=turned)) == gap_report(example)
