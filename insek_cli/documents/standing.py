"""Where a municipality stands, in sentences and bars; shared by summary and report."""

from collections.abc import Iterator

from insek_cli.core.assessment import Assessment
from insek_cli.core.entries import Status
from insek_cli.core.scale import Outcome
from insek_cli.documents import wording as w
from insek_cli.documents.blocks import Bar, Runs, strong

NEXT_STEPS = 5


def next_steps(assessment: Assessment) -> list[Outcome]:
    """Return the first gaps; what was put off on purpose is no next step."""
    return [gap for gap in assessment.gaps if gap.status is not Status.LATER][:NEXT_STEPS]


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


def section_bars(assessment: Assessment) -> tuple[Bar, ...]:
    """Return a bar per section, in percent."""
    bars = []
    for part in assessment.sections:
        secured, possible = part.tally.secured_share, part.tally.possible_share
        if secured is None or possible is None:
            bars.append(Bar(part.section.title, None, None))
        else:
            bars.append(Bar(part.section.title, float(secured) * 100, float(possible - secured) * 100))
    return tuple(bars)
