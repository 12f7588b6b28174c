"""The right names of municipality, council and concept."""

from insek_cli.core.answers import ConceptName, Municipality, PlaceKind
from insek_cli.documents.place import names_of


def test_town_has_a_town_council_and_an_insek():
    names = names_of(Municipality("Musterstadt", kind=PlaceKind.STADT))
    assert (names.full, names.of_the, names.council) == ("Stadt Musterstadt", "der Stadt Musterstadt", "Stadtrat")
    assert (names.concept, names.concept_long) == ("INSEK", "Integriertes Stadtentwicklungskonzept")


def test_village_has_a_parish_council_and_an_ingeko():
    names = names_of(Municipality("Musterdorf", kind=PlaceKind.GEMEINDE))
    assert (names.full, names.of_the, names.council) == (
        "Gemeinde Musterdorf",
        "der Gemeinde Musterdorf",
        "Gemeinderat",
    )
    assert (names.concept, names.concept_long) == ("INGEKO", "Integriertes Gemeindeentwicklungskonzept")


def test_municipality_without_kind_keeps_neutral_words():
    names = names_of(Municipality("Ort"))
    assert (names.full, names.of_the, names.council, names.concept) == ("Ort", "von Ort", "Rat", "INSEK")


def test_concept_is_called_as_the_municipality_chose():
    names = names_of(Municipality("Ort", kind=PlaceKind.GEMEINDE, concept=ConceptName.INSEK))
    assert (names.concept, names.concept_long) == ("INSEK", "Integriertes Stadtentwicklungskonzept")


def test_sorbian_name_stands_beside_the_german_one():
    names = names_of(Municipality("Wittichenau", kind=PlaceKind.STADT, sorbian_name="Kulow"))
    assert names.full == "Stadt Wittichenau / Kulow"
