"""Plausible answer files of municipalities that do not exist, for tests and benchmarks: same seed, same files.

`python -m benchmarks.municipalities FOLDER [--number 12] [--seed 1]` writes them.
"""

import argparse
import random
from dataclasses import dataclass
from pathlib import Path

from insek_cli.core.catalogue import Catalogue
from insek_cli.core.entries import Criterion
from insek_cli.core.vocabulary import Obligation
from insek_cli.files.catalogue_files import load_shipped

BEGINNINGS = (
    "Ober", "Nieder", "Groß", "Klein", "Neu", "Alt", "Hohen", "Wald", "Stein", "Linden", "Erlen", "Buch", "Mühl",
    "Rein", "Frauen", "Schön", "Lang", "Kirch", "Wiesen", "Berns",
)  # fmt: skip
ENDINGS = (
    "dorf", "bach", "hain", "walde", "berg", "rode", "feld", "au", "leben", "itz", "witz", "stein", "born", "grün",
    "thal", "kirchen", "brunn", "heim",
)  # fmt: skip
A_LANDKREIS = 42
A_LEADER_REGION = 14
AN_ASSOCIATION = 3
FIRST_KEY = 14_521
A_CORE = 1200
SIZES = ((700, 2000), (2000, 5000), (2000, 5000), (5000, 10_000), (10_000, 15_000))
STAGES = ("none", "preparing", "draft", "resolved")
LIKELY = {Obligation.MUST: 0.12, Obligation.SHOULD: 0.0, Obligation.MAY: -0.12}
REMARKS = (
    "Für eine kleine Verwaltung kaum zu schaffen.",
    "Hilfreich, aber das Beispiel passt nicht zu uns.",
    "Der Unterschied zwischen „teilweise“ und „erfüllt“ ist unklar.",
    "Das macht bei uns schon der Landkreis.",
)


@dataclass(frozen=True, slots=True)
class Place:
    """A municipality: where it lies, how large it is, how far it has come (0 to 1)."""

    number: int
    name: str
    inhabitants: int
    maturity: float
    stage: str


def write_municipalities(folder: Path, catalogue: Catalogue, number: int, seed: int = 1) -> None:
    """Write the answer files of so many municipalities into a new folder."""
    folder.mkdir(parents=True)
    for place in range(number):
        text = answers_of(catalogue, place, seed)
        (folder / f"{place:05}.yaml").write_text(text, encoding="utf-8")


def answers_of(catalogue: Catalogue, number: int, seed: int) -> str:
    """Return the answer file of one municipality; it depends on nothing but its number and the seed."""
    dice = random.Random(f"{seed} {number}")
    place = _place(number, dice)
    parts = (
        f"format: insek-answers/1\ncatalogue: {catalogue.reference}\n",
        _municipality(place),
        _facts(place, dice),
        _plans(catalogue, place, dice),
        _criteria(catalogue, place, dice),
        _support(catalogue, dice),
        _feedback(catalogue, dice),
    )
    return "".join(parts)


def _place(number: int, dice: random.Random) -> Place:
    first, second = divmod(number, len(ENDINGS))
    name = BEGINNINGS[(first + second) % len(BEGINNINGS)] + ENDINGS[second]
    again = number // (len(BEGINNINGS) * len(ENDINGS))
    maturity = min(1.0, max(0.0, dice.gauss(0.45, 0.22)))
    stage = STAGES[min(3, int(maturity * 4 + dice.random() * 0.8))]
    size = dice.randint(*dice.choice(SIZES))
    return Place(number, f"{name} {again + 1}" if again else name, size, maturity, stage)


def _municipality(place: Place) -> str:
    landkreis, within = divmod(place.number, A_LANDKREIS)
    key = f"{FIRST_KEY + landkreis}{(within + 1) * 10:03}"
    kind = "stadt" if place.inhabitants > 4000 else "gemeinde"
    association = f"\n  association: VG {place.number // AN_ASSOCIATION + 1}" if place.number % 5 < 2 else ""
    return (
        f'municipality:\n  name: {place.name}\n  ags: "{key}"\n  inhabitants: {place.inhabitants}\n  kind: {kind}\n'
        f"  landkreis: Musterland {landkreis + 1}\n  leader-region: Region {place.number // A_LEADER_REGION + 1}"
        f"{association}\n"
    )


def _facts(place: Place, dice: random.Random) -> str:
    project = "update" if place.maturity > 0.5 else "new"
    facts = {
        "project": project,
        "stage": place.stage,
        "districts": str(1 + place.inhabitants // 900 + dice.randint(0, 3)),
        "district-councils": dice.choice(("yes", "no")),
        "central-place": "basic" if place.inhabitants > 6000 else "none",
        "urban-funding": dice.choices(("no", "planned", "running"), (5, 3, 2))[0],
        "leader-area": dice.choices(("yes", "partly"), (5, 1))[0],
        "brownfields": dice.choice(("yes", "no")),
        "budget-consolidation": dice.choices(("yes", "no"), (1, 4))[0],
        "delivery": dice.choice(("own", "office", "mixed", "open")),
        "ordered": "no" if place.stage in {"none", "preparing"} else dice.choice(("one-order", "separate-orders")),
        "advice-used": dice.choice(("yes", "no")),
        "cooperation": dice.choices(("no", "open", "agreed", "unknown"), (1, 6, 2, 1))[0],
        "staff-hours": str(dice.choice((0, 2, 4, 4, 8, 12, 20))),
        "new-reports": str(dice.choice((0, 0, 1, 2))),
        "own-surveys": str(dice.choice((0, 0, 1))),
        "public-events": str(dice.randint(1, 6)),
        "draft-rounds": str(dice.randint(1, 4)),
        "target-pages": str(dice.choice((25, 40, 60, 80, 120))),
        "duration-months": str(dice.choice((9, 12, 15, 18, 24, 30))),
    }
    if project == "update":
        facts |= {"existing-year": str(dice.randint(2005, 2022)), "boundary-changed": dice.choice(("yes", "no", "no"))}
    if facts["urban-funding"] != "no":
        facts["urban-core"] = "yes" if place.inhabitants > A_CORE else "no"
    if facts["delivery"] in {"office", "mixed"}:
        facts["offices-asked"] = str(dice.randint(1, 5))
    return "facts:\n" + "".join(f"  {fact}: {_quoted(answer)}\n" for fact, answer in facts.items())


def _quoted(answer: str) -> str:
    return f'"{answer}"' if answer in {"yes", "no"} else answer


def _plans(catalogue: Catalogue, place: Place, dice: random.Random) -> str:
    lines = []
    for kind in catalogue.entries.plans:
        likely = 0.75 if kind.common else 0.15 + 0.4 * place.maturity
        if dice.random() > likely:
            continue
        if dice.random() < 0.2:
            lines.append(f"  - {{type: {kind.id}, state: {dice.choice(('requested', 'none'))}}}\n")
        else:
            lines.append(
                f"  - {{type: {kind.id}, data-year: {dice.randint(2006, 2026)}, area: {dice.choice(('whole', 'whole', 'part'))}, "
                f"format: {dice.choice(('editable', 'pdf', 'pdf', 'paper'))}, "
                f"rights: {dice.choice(('unclear', _QUOTED_YES, _QUOTED_YES))}, resolved: {dice.randint(2008, 2025)}-05-12}}\n"
            )
    return "plans:\n" + "".join(lines) if lines else ""


_QUOTED_YES = '"yes"'


def _criteria(catalogue: Catalogue, place: Place, dice: random.Random) -> str:
    lines = []
    for criterion in catalogue.criteria:
        if dice.random() < 0.06:
            continue
        status = _status(criterion, place, dice)
        lines.append(f"  {criterion.id}:\n    status: {status}\n")
        if status == "not-applicable":
            lines.append("    reason: Das betrifft uns nicht.\n")
        if status in {"met", "partial"} and dice.random() < 0.6:
            lines.append("    evidence: Protokoll der Sitzung vom 12.03.2026\n")
    return "criteria:\n" + "".join(lines)


def _status(criterion: Criterion, place: Place, dice: random.Random) -> str:
    rest = dice.random()
    if rest < 0.07:
        return "unknown"
    if rest < 0.10:
        return "later"
    if rest < 0.12 and criterion.obligation is not Obligation.MUST:
        return "not-applicable"
    height = place.maturity + LIKELY[criterion.obligation] + dice.gauss(0, 0.25)
    if height > 0.55:
        return "met"
    return "partial" if height > 0.35 else "unmet"


def _support(catalogue: Catalogue, dice: random.Random) -> str:
    wanted = dice.sample(list(catalogue.support), dice.randint(0, 3))
    return f"support: [{', '.join(wanted)}]\n"


def _feedback(catalogue: Catalogue, dice: random.Random) -> str:
    asked = dice.sample([criterion.id for criterion in catalogue.criteria], dice.randint(0, 12))
    lines = [
        f"  {ident}: {{useful: {dice.randint(2, 5)}, realistic: {dice.randint(1, 5)}"
        + (f', remark: "{dice.choice(REMARKS)}"}}\n' if dice.random() < 0.3 else "}\n")
        for ident in asked
    ]
    return "feedback:\n" + "".join(lines) if lines else ""


def main() -> None:
    """Write the files asked for."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--number", type=int, default=12)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    write_municipalities(given.folder, load_shipped(), given.number, given.seed)


if __name__ == "__main__":
    main()
