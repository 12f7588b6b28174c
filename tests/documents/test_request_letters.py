"""Letters asking for plans: one for each holder, with the right footing and no more than that."""

import re

import pytest

from insek_cli.core.assessment import Assessment
from insek_cli.core.catalogue import Catalogue
from insek_cli.core.papers import PaperId
from insek_cli.documents.blocks import Address, PageBreak, Points, text_of
from insek_cli.documents.request_letters import Letter, letter_of, letters, overview
from tests.documents.judging import judged
from tests.documents.papers import made, shipped
from tests.documents.reading import said

AT = "{name: Ort, kind: gemeinde, landkreis: Zwickau, leader-region: Tal}"


def letter_to(assessment: Assessment, plan: str) -> Letter:
    return next(letter for letter in letters(assessment) if any(outcome.type.id == plan for outcome in letter.plans))


def text(assessment: Assessment, plan: str) -> str:
    paper = shipped(assessment.catalogue, PaperId.REQUEST)
    return said(letter_of(assessment, paper, letter_to(assessment, plan)))


def test_plans_of_one_holder_are_in_one_letter(catalogue: Catalogue):
    found = letters(judged(catalogue))
    assert len({letter.holder for letter in found}) == len(found)
    letter = letter_to(judged(catalogue), "kita-plan")
    assert [outcome.type.id for outcome in letter.plans] == ["kita-plan", "youth-plan"]


def test_what_was_asked_for_gets_no_letter_but_a_line(catalogue: Catalogue):
    assessment = judged(catalogue, "plans: [{type: kita-plan, state: requested}]")
    assert [outcome.type.id for outcome in letter_to(assessment, "youth-plan").plans] == ["youth-plan"]
    page = said(overview(assessment, shipped(catalogue, PaperId.REQUEST)))
    assert "Schon angefordert, deshalb ohne Brief: Bedarfsplan Kindertagesbetreuung" in page


def test_plans_at_hand_or_in_the_own_house_get_no_letter(catalogue: Catalogue):
    assessment = judged(catalogue, "plans: [{type: transit-plan, data-year: 2025}]")
    asked = {outcome.type.id for letter in letters(assessment) for outcome in letter.plans}
    assert not asked & {"transit-plan", "budget", "fire-plan"}


def test_address_names_the_landkreis_and_leaves_the_street_open(catalogue: Catalogue):
    assessment = judged(catalogue, municipality=AT)
    paper = shipped(catalogue, PaperId.REQUEST)
    address = letter_of(assessment, paper, letter_to(assessment, "kita-plan")).blocks[0]
    assert isinstance(address, Address)
    assert address.sender == "Gemeinde Ort · [hier: Straße, Postleitzahl, Ort]"
    assert list(map(text_of, address.lines)) == [
        "Landkreis Zwickau",
        "Landratsamt, Jugendamt",
        "[hier: Straße und Hausnummer]",
        "[hier: Postleitzahl und Ort]",
    ]


def test_holder_that_was_named_is_the_address(catalogue: Catalogue):
    assessment = judged(catalogue, "plans: [{type: sewage-plan, state: none, holder-name: Verband Tal}]")
    assert "Verband Tal\n[hier: Straße" in text(assessment, "sewage-plan")


def test_each_plan_has_its_own_footing_at_the_end(catalogue: Catalogue):
    letter = text(judged(catalogue), "kita-plan")
    assert "Als Grundlage unserer Bitte (Bedarfsplan Kindertagesbetreuung) sehen wir: Amtshilfe" in letter
    assert "(LJHG § 21 Abs. 1)" in letter
    assert letter.index("Sehr geehrte") < letter.index("Wir bitten um Ihre Antwort") < letter.index("Amtshilfe")


def test_footing_that_hangs_on_the_case_is_a_gap_in_the_letter_and_whole_in_the_overview(catalogue: Catalogue):
    assessment = judged(catalogue)
    (gap,) = re.findall(r"Bitte \(Schulnetzplan\) sehen wir: (\[hier: [^]]+\])", text(assessment, "school-plan"))
    assert "als Träger einer öffentlichen Schule" in gap
    assert "Für Schulträger das Einvernehmen" in said(overview(assessment, shipped(catalogue, PaperId.REQUEST)))


def test_letter_of_a_town_names_its_own_ground(catalogue: Catalogue):
    for kind, ground, itself in (
        ("stadt", "unser Stadtgebiet", "unserer Stadt"),
        ("gemeinde", "unser Gemeindegebiet", "unserer Gemeinde"),
    ):
        assessment = judged(catalogue, municipality=f"{{name: Ort, kind: {kind}}}")
        assert ground in text(assessment, "monuments")
        assert f"zu {itself}" in text(assessment, "district-concept")


@pytest.mark.parametrize(("plan", "title"), [("monuments", "Denkmalliste"), ("regional-plan", "Regionalplan")])
def test_letter_and_overview_ask_for_what_this_holder_has(catalogue: Catalogue, plan, title):
    assessment = judged(catalogue)
    letter, page = text(assessment, plan), said(overview(assessment, shipped(catalogue, PaperId.REQUEST)))
    assert f"\n{title}: d" in letter
    assert f"unserer Bitte ({title}) sehen wir" in letter
    assert f" | {title} | " in page
    assert catalogue.plan[plan].title not in letter + page


@pytest.mark.parametrize("plan", ["flood-plan", "climate-adaptation-plan", "sewage-plan"])
def test_choice_between_two_footings_is_a_gap_that_names_both(catalogue: Catalogue, plan):
    (gap,) = re.findall(r"sehen wir: (\[hier: [^]]+\])\.", text(judged(catalogue), plan))
    assert "SächsUIG § 4" in gap
    assert "SächsVwVfZG" in gap


def test_footing_of_the_transit_plan_claims_no_right(catalogue: Catalogue):
    assert "sehen wir: die Möglichkeit, kreisangehörige Gemeinden zu beteiligen" in text(
        judged(catalogue), "transit-plan"
    )


def test_without_footing_the_letter_asks_kindly(catalogue: Catalogue):
    letter = text(judged(catalogue), "leader-strategy")
    assert "Eine besondere Grundlage für unsere Bitte (LEADER-Entwicklungsstrategie (LES)) kennen wir nicht" in letter
    assert "VwVfG" not in letter


def test_answer_is_wanted_four_weeks_after_the_day_of_the_judgement(catalogue: Catalogue):
    assert "Antwort bis zum 20.12.2026" in text(judged(catalogue), "kita-plan")


def test_all_letters_are_one_document_each_on_a_page_of_its_own_without_page_count(example: Assessment):
    document = made(example, PaperId.REQUEST)
    assert sum(isinstance(block, PageBreak) for block in document.blocks) == len(letters(example))
    assert document.numbered is False


def test_nothing_to_ask_for_is_said_so(catalogue: Catalogue):
    plans = "".join(f"\n  - {{type: {kind.id}, data-year: 2026}}" for kind in catalogue.entries.plans)
    assessment = judged(catalogue, f"plans:{plans}\n")
    assert letters(assessment) == ()
    assert "kein Plan mehr anzufordern" in said(made(assessment, PaperId.REQUEST))


def test_every_holder_outside_the_town_hall_has_an_address(catalogue: Catalogue):
    for letter in letters(judged(catalogue)):
        request = letter.plans[0].type.request
        assert request is not None
        assert request.address, letter.holder


def test_letter_asks_for_each_thing_once(catalogue: Catalogue):
    assessment = judged(catalogue, municipality=AT)
    for letter in letters(assessment):
        wishes = said(letter_of(assessment, shipped(catalogue, PaperId.REQUEST), letter))
        once = (
            "Tabellen, wenn es geht",
            "Auszüge mit Quellenangabe",
            "vertraulich",
            "Stand der Daten",
            "Wir bitten Sie",
        )
        assert [words for words in once if wishes.count(words) != 1] == [], letter.holder
        requests = [(outcome.type, outcome.type.request) for outcome in letter.plans]
        titles = [(request.title if request is not None else None) or kind.title for kind, request in requests]
        assert [title for title in titles if wishes.count(f"\n{title}: ") != 1] == [], letter.holder


def test_one_list_holds_the_plans_and_what_is_wanted_of_all(catalogue: Catalogue):
    assessment = judged(catalogue)
    letter = letter_of(assessment, shipped(catalogue, PaperId.REQUEST), letter_to(assessment, "kita-plan"))
    (wishes,) = [block for block in letter.blocks if isinstance(block, Points)]
    assert [text_of(item).split(":")[0] for item in wishes.items[:2]] == [
        "Bedarfsplan Kindertagesbetreuung",
        "Jugendhilfeplanung",
    ]
    assert text_of(wishes.items[-1]).startswith("die Auskunft, ob wir Auszüge")


def test_municipality_writes_no_letter_to_itself(catalogue: Catalogue):
    assessment = judged(catalogue, "plans: [{type: sewage-plan, state: none, holder: municipality}]")
    assert "sewage-plan" not in {outcome.type.id for letter in letters(assessment) for outcome in letter.plans}
    page = said(overview(assessment, shipped(catalogue, PaperId.REQUEST)))
    assert "Abwasser" not in page


def test_landkreis_that_holds_what_others_usually_do_is_named_without_their_footing(catalogue: Catalogue):
    assessment = judged(catalogue, "plans: [{type: tourism-plan, state: none, holder: landkreis}]", AT)
    assert "Landkreis Zwickau\nLandratsamt\n" in text(assessment, "tourism-plan")
    held = judged(catalogue, "plans: [{type: sewage-plan, state: none, holder: supplier}]", AT)
    assert "VwVfG" not in text(held, "sewage-plan")
    assert "[hier: Name der Stelle, üblich: Versorger]" in text(held, "sewage-plan")


def test_overview_names_the_office_where_the_answers_know_it(catalogue: Catalogue):
    paper = shipped(catalogue, PaperId.REQUEST)
    assert "Landkreis Zwickau, Landratsamt, Jugendamt | " in said(overview(judged(catalogue, municipality=AT), paper))
    assert "\nJugendamt des Landkreises | " in said(overview(judged(catalogue), paper))


def test_letter_asks_for_what_such_a_plan_can_hold(catalogue: Catalogue):
    assessment = judged(catalogue)
    youth, flood = text(assessment, "youth-plan"), text(assessment, "flood-plan")
    assert "Tag des Beschlusses" in youth
    assert "Geodaten" not in youth
    assert "Tag des Beschlusses" not in flood
    assert "Karten, wenn es geht, als Geodaten" in flood
