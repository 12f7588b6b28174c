"""How the report comes about and on which sources it rests."""

from collections.abc import Iterable, Iterator

from insek_cli.core.assessment import Assessment
from insek_cli.core.costs import STRONGEST
from insek_cli.core.entries import Source
from insek_cli.core.scoring import MUST
from insek_cli.core.vocabulary import Ground
from insek_cli.documents import wording as w
from insek_cli.documents.blocks import Block, Heading, Kind, paragraph
from insek_cli.documents.place import Names
from insek_cli.documents.standing import hardly_answered


def method(assessment: Assessment, names: Names) -> Iterator[Block]:
    """Yield how points come about, and the sources of what binds and costs most."""
    yield Heading(2, "Methode und Quellen")
    yield paragraph(
        f"{_points_sentence(assessment)} „Noch ungeklärt“ sind offene Fragen und „weiß "
        "nicht“. Gewichte, Schwellen und Tage sind Annahmen und werden mit Gemeinden erprobt. Der Bericht beruht auf "
        f"eigenen Angaben {names.of_the}. Er ist keine Prüfung, keine Rechtsberatung und keine Förderzusage."
    )
    sources = [_short_line(source) for source in _used(assessment, _deciding(assessment))]
    if sources and hardly_answered(assessment) is None:
        words = "Quellen zu fehlenden Punkten aus dem Gesetz und zu den stärksten Kostentreibern: "
        more = "Alle Quellen nennt der Anhang, den „insek report --annex“ anfügt."
        yield paragraph(f"{words}{'; '.join(sources)}. {more}", kind=Kind.SOURCE)


def _points_sentence(assessment: Assessment) -> str:
    points_of = assessment.catalogue.head.points
    return (
        f"Erfüllt zählt {w.decimal(points_of.met)}, teilweise erfüllt {w.decimal(points_of.partial)}, nicht erfüllt "
        f"{w.decimal(points_of.unmet)} Punkte, jeweils mal Gewicht."
    )


def _deciding(assessment: Assessment) -> Iterator[str]:
    for gap in assessment.gaps:
        if gap.weighed.rank == MUST and gap.criterion.because is Ground.LAW:
            yield from gap.criterion.sources
    for fired in assessment.costs.drivers[:STRONGEST]:
        yield from fired.driver.sources


def _used(assessment: Assessment, ids: Iterable[str]) -> list[Source]:
    used = set(ids)
    return [source for source in assessment.catalogue.entries.sources if source.id in used]


def _short_line(source: Source) -> str:
    return w.with_note(source.title, source.proof)
