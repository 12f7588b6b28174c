"""A municipality is found by whatever people type of its name."""

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from insek_cli.core.answers import ConceptName, Municipality, PlaceKind
from insek_cli.core.entries import Landkreis
from insek_cli.core.register import (
    Place,
    Stamp,
    folded,
    landkreis_of,
    lost_most,
    municipality_of,
    place_of,
    register_of,
    row_of,
)

STAMP = Stamp(dt.date(2024, 12, 31), dt.date(2023, 12, 31), "Fortschreibung", "Amt")


def place(ags, name, sorbian=None, landkreis="Landkreis Bautzen", inhabitants=1000, **more):
    fields = {
        "ars": f"{ags[:5]}0000{ags[5:]}",
        "kind": PlaceKind.STADT,
        "land": "Sachsen",
        "association": None,
        "area": Decimal("12.5"),
    }
    return Place(
        ags=ags,
        name=name,
        sorbian_name=sorbian,
        landkreis=landkreis,
        inhabitants=inhabitants,
        stamp=STAMP,
        **{**fields, **more},
    )


PLACES = (
    place("14524010", "Bernsdorf", landkreis="Landkreis Zwickau"),
    place("14625030", "Bernsdorf"),
    place("14524140", "Langenbernsdorf", landkreis="Landkreis Zwickau"),
    place("14625020", "Bautzen", "Budyšin"),
    place("14626320", "Mücka", "Mikow", landkreis="Landkreis Görlitz"),
    place("14626600", "Weißwasser/O.L.", "Běła Woda", landkreis="Landkreis Görlitz"),
    place("14628370", "Stadt Wehlen", landkreis="Landkreis Sächsische Schweiz-Osterzgebirge"),
    place("14713000", "Leipzig", landkreis=None),
    place("16076049", "Münchenbernsdorf", landkreis="Landkreis Greiz", land="Thüringen"),
    place("09162000", "Au", landkreis=None, land="Bayern"),
    place("14521035", "Aue", landkreis="Erzgebirgskreis"),
)
REGISTER = register_of(PLACES, STAMP)


def keys(text):
    return [found.ags for found in REGISTER.find(text)]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Bernsdorf", ["14524010", "14625030", "14524140", "16076049"]),
        ("bernsdorf zwickau", ["14524010", "14524140"]),
        ("Bautzen", ["14625020"]),
        ("Bautzen / Budyšin", ["14625020"]),
        ("budysin", ["14625020"]),
        ("Stadt Bautzen", ["14625020"]),
        ("Bautzen, Stadt", ["14625020"]),
        ("Große Kreisstadt Bautzen", ["14625020"]),
        ("Stadt Wehlen", ["14628370"]),
        ("muecka", ["14626320"]),
        ("MÜCKA", ["14626320"]),
        ("weisswasser", ["14626600"]),
        ("Weißwasser/O.L.", ["14626600"]),
        ("Bela Woda", ["14626600"]),
        ("wehl", ["14628370"]),
        ("au", ["14521035", "09162000"]),
        ("14625", ["14625020", "14625030"]),
        ("14713000", ["14713000"]),
        ("Nirgendwo", []),
        ("", []),
        ("  /  ", []),
    ],
)  # fmt: skip
def test_text_finds_these_municipalities_in_this_order(typed, found):
    assert keys(typed) == found


def test_name_of_a_landkreis_alone_finds_no_municipality_in_it():
    assert keys("Zwickau") == []
    assert keys("Landkreis") == []


def test_two_places_of_one_name_are_told_apart_by_their_landkreis():
    first, second, *_ = REGISTER.find("Bernsdorf")
    assert (first.landkreis, second.landkreis) == ("Landkreis Zwickau", "Landkreis Bautzen")


@given(st.sampled_from(PLACES))
def test_every_place_is_found_first_by_its_whole_name_in_its_land(wanted):
    names = [found.name for found in REGISTER.find(wanted.title) if found.land == wanted.land]
    assert names[0] == wanted.name


@given(st.sampled_from(PLACES), st.data())
def test_any_part_of_a_name_of_three_letters_finds_it(wanted, data):
    name = folded(wanted.name)
    start = data.draw(st.integers(0, max(0, len(name) - 3)))
    part = name[start : start + data.draw(st.integers(3, max(3, len(name))))].strip()
    if len(part) >= 3:
        assert wanted.ags in keys(part)


@given(st.text())
def test_no_text_breaks_the_search(text):
    assert all(found in PLACES for found in REGISTER.find(text))


@given(st.text())
def test_folding_twice_changes_nothing(text):
    assert folded(folded(text)) == folded(text)


@pytest.mark.parametrize("written", PLACES, ids=lambda place: place.ags)
def test_row_reads_as_the_place_it_was_made_of(written):
    assert place_of(row_of(written), STAMP) == written


def test_municipality_gets_what_the_register_knows_and_keeps_the_rest():
    known = Municipality("Bauzen", leader_region="Oberlausitz", concept=ConceptName.INSEK, inhabitants=1)
    wanted = place("14625020", "Bautzen", "Budyšin", association="Verwaltungsgemeinschaft X", inhabitants=38039)
    assert municipality_of(wanted, known) == Municipality(
        "Bautzen",
        ags="14625020",
        ars="146250000020",
        inhabitants=38039,
        inhabitants_date=dt.date(2023, 12, 31),
        inhabitants_basis="Fortschreibung",
        sorbian_name="Budyšin",
        leader_region="Oberlausitz",
        kind=PlaceKind.STADT,
        landkreis="Landkreis Bautzen",
        association="Verwaltungsgemeinschaft X",
        concept=ConceptName.INSEK,
    )


def test_place_without_inhabitants_leaves_number_and_date_open():
    filled = municipality_of(place("14625020", "Leer", inhabitants=0), Municipality("Leer"))
    assert (filled.inhabitants, filled.inhabitants_date, filled.inhabitants_basis) == (None, None, None)


@pytest.mark.parametrize(
    ("saxon", "others", "lost"), [(4, 6, False), (2, 3, False), (2, 2, True), (1, 9, True), (4, 0, True)]
)
def test_register_with_less_than_half_in_all_or_in_saxony_lost_most(saxon, others, lost):
    def made(home, rest):
        keys = [*(f"14522{n:03}" for n in range(home)), *(f"16076{n:03}" for n in range(rest))]
        return register_of([place(key, "Ort") for key in keys], STAMP)

    assert lost_most(made(saxon, others), made(4, 6), Decimal("0.5")) is lost


def test_key_tells_the_landkreis_without_a_register(catalogue):
    landkreise = catalogue.entries.landkreise
    assert len(landkreise) == 13
    found = landkreis_of(landkreise, "14625030")
    assert isinstance(found, Landkreis)
    assert (found.title, found.independent) == ("Landkreis Bautzen", False)
    assert landkreis_of(landkreise, "14713000").title == "Leipzig"
    assert landkreis_of(landkreise, "09162000") is None
