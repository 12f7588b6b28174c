"""Where a municipality stands, in sentences and bars; shared by summary and report."""

from collections.abc import Iterable, Iterator

from insek_cli.core.assessment import Assessment
from insek_cli.core.entries import Check
from insek_cli.core.scale import Outcome
from insek_cli.core.scoring import Tally, has_evidence
from insek_cli.core.steps import steps, waits_for_next
from insek_cli.core.vocabulary import CheckKind
from insek_cli.documents import wording as w
from insek_cli.documents.blocks import Block, Chart, ChartKind, Kind, Runs, Series, paragraph, strong

NEXT_STEPS = 5


def hardly_answered(assessment: Assessment) -> Check | None:
    """Return what to say of a file in which almost nothing is answered, None where it can be judged."""
    kind = CheckKind.HARDLY_ANSWERED
    return next((hint.check for hint in assessment.hints if hint.check.kind is kind), None)


def answered_sentence(assessment: Assessment) -> str:
    """Return how much stands in the file."""
    counted = [outcome for outcome in assessment.outcomes if outcome.applicable]
    answered = sum(outcome.status is not None for outcome in counted)
    facts = sum(value is not None for value in assessment.answers.facts.values())
    return (
        f"Beantwortet: {answered} von {len(counted)} Kriterien und "
        f"{w.counted(facts, 'Frage', 'Fragen')} zu Ort und Vorhaben; "
        f"eingetragene Pläne: {len(assessment.answers.plans)}."
    )


def not_judged(assessment: Assessment, check: Check) -> Iterator[Block]:
    """Yield what is said instead of a level where almost nothing is answered."""
    yield paragraph(strong(f"{check.title}. "), check.text, kind=Kind.LEAD)
    yield paragraph(answered_sentence(assessment))
    yield paragraph(check.remedy)


def next_steps(assessment: Assessment) -> list[Outcome]:
    """Return the first steps."""
    return steps(assessment.gaps, assessment.situation)[:NEXT_STEPS]


def sum_of_days(gaps: Iterable[Outcome]) -> tuple[int, int]:
    """Return the days of gaps, low and high, in halves."""
    needed = [gap.weighed.days for gap in gaps]
    return sum(low for low, _ in needed), sum(high for _, high in needed)


def step_title(assessment: Assessment, gap: Outcome) -> str:
    """Return the title of a gap as work; one that the next concept alone can close says so."""
    title = gap.criterion.title
    return f"{title} ({w.NEXT_CONCEPT})" if waits_for_next(gap.criterion, assessment.situation) else title


def level_sentences(assessment: Assessment) -> Iterator[str | Runs]:
    """Yield the level, what it says and what it holds for."""
    certain, possible = assessment.level.certain, assessment.level.possible
    yield strong(f"Stufe: {certain.title}.")
    if certain.text is not None:
        yield f" {certain.text}"
    secured, unclear = w.percent(assessment.total.secured_share), _unclear_percent(assessment)
    yield f" Von dem, was zu einem schlanken Konzept gehört, sind {secured} gesichert und {unclear} noch ungeklärt."
    if possible.id != certain.id:
        yield f" Je nach den noch offenen Antworten ist „{possible.title}“ möglich."
    scope = scope_of(assessment)
    if scope:
        yield f" Die Stufe gilt für ein Konzept {w.listed(scope)}."


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
    if not assessment.answers.plans:
        return "Vorhandene Substanz: Es ist noch kein Plan eingetragen."
    number = f"{substance.fed} von {substance.chapters}"
    return f"Vorhandene Substanz: Für {number} Themenkapiteln gibt es schon einen brauchbaren Plan."


def unproven_sentence(assessment: Assessment) -> str:
    """Return how many points count as met or begun without evidence, nothing where all have some."""
    without = [
        outcome.criterion
        for outcome in assessment.outcomes
        if outcome.applicable and outcome.low and not _has_evidence(assessment, outcome)
    ]
    points = w.counted(len(without), "ganz oder teilweise erfüllten Punkt", "ganz oder teilweise erfüllten Punkten")
    return f" Zu {points} ist kein Nachweis eingetragen." if without else ""


def _has_evidence(assessment: Assessment, outcome: Outcome) -> bool:
    answer = assessment.answers.criteria.get(outcome.criterion.id)
    return answer is not None and has_evidence(answer)


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
