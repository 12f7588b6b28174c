"""Where a municipality stands, in sentences and bars; shared by summary and report."""

from collections.abc import Iterator

from insek_cli.core.assessment import Assessment
from insek_cli.core.scale import Outcome
from insek_cli.core.scoring import Tally
from insek_cli.core.steps import steps
from insek_cli.documents import wording as w
from insek_cli.documents.blocks import Chart, ChartKind, Runs, Series, strong

NEXT_STEPS = 5


def next_steps(assessment: Assessment) -> list[Outcome]:
    """Return the first steps."""
    return steps(assessment.gaps)[:NEXT_STEPS]


def level_sentences(assessment: Assessment) -> Iterator[str | Runs]:
    """Yield the level, what it says and what it holds for."""
    certain, possible = assessment.level.certain, assessment.level.possible
    yield strong(f"Stufe: {certain.title}. ")
    if certain.text is not None:
        yield f"{certain.text} "
    total = assessment.total
    yield f"Gesichert sind {w.percent(total.secured_share)}, noch ungeklärt {_unclear_percent(assessment)}. "
    if possible.id != certain.id:
        yield f"Mit den noch offenen Antworten ist „{possible.title}“ möglich. "
    scope = scope_of(assessment)
    if scope:
        yield f"Die Stufe gilt für: {', '.join(scope)}."


def scope_of(assessment: Assessment) -> list[str]:
    """Return what the level holds for, by the answers that say so."""
    facts = assessment.situation.facts
    return [
        choice.scope
        for question in assessment.catalogue.entries.questions
        for choice in question.choices
        if choice.scope is not None
        and question.id not in assessment.situation.hidden
        and facts.get(question.id) == choice.id
    ]


def _unclear_percent(assessment: Assessment) -> str:
    secured, possible = assessment.total.secured_share, assessment.total.possible_share
    return "–" if secured is None or possible is None else f"{round(possible * 100) - round(secured * 100)} %"


def substance_sentence(assessment: Assessment) -> str:
    """Return for how many topics a usable plan exists."""
    substance = assessment.substance
    number = f"{substance.fed} von {substance.chapters}"
    return f"Vorhandene Substanz: Für {number} Themen gibt es schon einen brauchbaren Plan."


def section_chart(assessment: Assessment) -> Chart:
    """Return secured, unclear and missing per section, in whole percent that add up to one hundred."""
    parts = [_section_parts(part.tally) for part in assessment.sections]
    labels = ("gesichert", "noch ungeklärt", "fehlt")
    return Chart(
        ChartKind.STACKED,
        "Gesichert und noch ungeklärt je Abschnitt",
        "Abschnitt",
        tuple(part.section.short or part.section.title for part in assessment.sections),
        tuple(Series(label, tuple(part[place] for part in parts)) for place, label in enumerate(labels)),
        unit="%",
        most=100.0,
        missing="trifft nicht zu",
    )


def _section_parts(tally: Tally) -> tuple[float | None, float | None, float | None]:
    if tally.secured_share is None or tally.possible_share is None:
        return None, None, None
    secured, possible = round(tally.secured_share * 100), round(tally.possible_share * 100)
    return float(secured), float(possible - secured), float(100 - possible)
