"""The right names of a municipality, its council and its concept."""

from insek_cli.core.answers import ConceptName, Municipality, PlaceKind
from insek_cli.core.outline import PlaceFact
from insek_cli.core.values import dataclass
from insek_cli.documents import wording as w


@dataclass(frozen=True, slots=True)
class Names:
    """How a municipality is called: „Stadt Musterstadt“, „der Stadtrat“, „Integriertes Stadtentwicklungskonzept“."""

    name: str
    full: str
    of_the: str
    council: str
    council_of: str
    concept: str
    concept_long: str
    concept_accusative: str
    territory: str
    kind: str
    landkreis: str


_COUNCIL = {PlaceKind.STADT: "Stadtrat", PlaceKind.GEMEINDE: "Gemeinderat", None: "Rat"}
_TITLE = {PlaceKind.STADT: "Stadt ", PlaceKind.GEMEINDE: "Gemeinde ", None: ""}
ANY_KIND = "Gemeinde"
_KIND = {PlaceKind.STADT: "Stadt", PlaceKind.GEMEINDE: "Gemeinde", None: ANY_KIND}
_OF_THE = {PlaceKind.STADT: "der Stadt ", PlaceKind.GEMEINDE: "der Gemeinde ", None: "von "}
_LONG = {
    ConceptName.INSEK: "Integriertes Stadtentwicklungskonzept",
    ConceptName.INGEKO: "Integriertes Gemeindeentwicklungskonzept",
}


def names_of(municipality: Municipality) -> Names:
    """Return the names; a municipality that has not said what it is keeps neutral words."""
    name = municipality.name
    if municipality.sorbian_name:
        name = f"{name} / {municipality.sorbian_name}"
    concept = municipality.concept or (
        ConceptName.INGEKO if municipality.kind is PlaceKind.GEMEINDE else ConceptName.INSEK
    )
    return Names(
        name=name,
        full=_TITLE[municipality.kind] + name,
        of_the=_OF_THE[municipality.kind] + name,
        council=_COUNCIL[municipality.kind],
        council_of=f"des {_COUNCIL[municipality.kind]}es",
        concept=concept.value,
        concept_long=_LONG[concept],
        concept_accusative=_LONG[concept].replace("Integriertes", "das Integrierte"),
        territory=f"{_KIND[municipality.kind]}gebiet",
        kind=_KIND[municipality.kind],
        landkreis=_landkreis(municipality.landkreis or ""),
    )


def _landkreis(name: str) -> str:
    """Return „Landkreis Zwickau“, but „Vogtlandkreis“ as it is."""
    return (
        name if not name or name.casefold().startswith("landkreis") or name.endswith("kreis") else f"Landkreis {name}"
    )


def place_facts(municipality: Municipality) -> dict[PlaceFact, tuple[str, str]]:
    """Return what is known of a municipality, each with its label."""
    told = (
        (PlaceFact.AGS, "Amtlicher Gemeindeschlüssel", municipality.ags),
        (PlaceFact.LANDKREIS, "Landkreis", municipality.landkreis),
        (PlaceFact.ASSOCIATION, "Verwaltungsgemeinschaft oder Verwaltungsverband", municipality.association),
        (PlaceFact.LEADER_REGION, "LEADER-Region", municipality.leader_region),
        (PlaceFact.INHABITANTS, "Einwohner", _inhabitants(municipality)),
    )
    return {fact: (label, value) for fact, label, value in told if value}


def _inhabitants(municipality: Municipality) -> str:
    if municipality.inhabitants is None:
        return ""
    date, basis = municipality.inhabitants_date, municipality.inhabitants_basis
    at = f" am {w.day(date)}" if date else ""
    return f"{w.whole(municipality.inhabitants)}{at}{f' ({basis})' if basis else ''}"
