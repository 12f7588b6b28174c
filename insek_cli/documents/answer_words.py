"""What is said of an answer: who does it by when, its evidence, and what stands at a place of the file."""

from insek_cli.core.assessment import Assessment
from insek_cli.core.outline import Chapter
from insek_cli.core.scale import Outcome
from insek_cli.core.scoring import has_evidence
from insek_cli.core.steps import done_anew
from insek_cli.core.vocabulary import Status
from insek_cli.documents import wording as w


def who(assessment: Assessment, outcome: Outcome) -> str:
    """Return owner and date of a criterion, or that both are still open."""
    answer = assessment.answers.criteria.get(outcome.criterion.id)
    due = f"bis {w.day(answer.due)}" if answer and answer.due else None
    return ", ".join(part for part in (owner(assessment, outcome) or "noch festzulegen", due) if part)


def owner(assessment: Assessment, outcome: Outcome) -> str | None:
    """Return who works on a criterion, else whom the catalogue proposes, None where it proposes nobody."""
    answer = assessment.answers.criteria.get(outcome.criterion.id)
    if answer is not None and answer.owner:
        return answer.owner
    return f"Vorschlag: {outcome.criterion.ask}" if outcome.criterion.ask else None


def evidence_of(assessment: Assessment, outcome: Outcome) -> str:
    """Return the evidence of a criterion, or that there is none."""
    answer = assessment.answers.criteria.get(outcome.criterion.id)
    return answer.evidence or "" if answer is not None and has_evidence(answer) else w.NO_EVIDENCE


def evidenced(assessment: Assessment, chapter: Chapter) -> list[tuple[Outcome, str]]:
    """Return outcome and evidence of what lies there for a chapter, at least in part; not what has to be done anew."""
    return [
        (outcome, evidence_of(assessment, outcome))
        for outcome in assessment.outcomes
        if outcome.applicable
        and outcome.status in {Status.MET, Status.PARTIAL}
        and chapter.id in outcome.criterion.chapters
        and not done_anew(outcome.criterion, assessment.situation)
        and has_evidence(assessment.answers.criteria[outcome.criterion.id])
    ]


def noted(assessment: Assessment, chapter: Chapter) -> list[tuple[str, str]]:
    """Return title and note of what was written on criteria whose first chapter this is."""
    answers = assessment.answers.criteria
    return [
        (outcome.criterion.title, note.strip())
        for outcome in assessment.outcomes
        if outcome.applicable
        and outcome.criterion.chapters[:1] == (chapter.id,)
        and (answer := answers.get(outcome.criterion.id)) is not None
        and (note := answer.note or "").strip()
    ]


def place_title(assessment: Assessment, place: str) -> str:
    """Return what stands at a place of the answer file, in words; empty for the file as a whole."""
    kind, _, key = place.partition(".")
    catalogue = assessment.catalogue
    match kind:
        case "criteria" if key in catalogue.criterion:
            return catalogue.criterion[key].title
        case "facts" if key in catalogue.question:
            return catalogue.question[key].text
        case "plans" if key.isdigit():
            plan = assessment.answers.plans[int(key)]
            return plan.title or catalogue.plan[plan.type].title
        case _:
            return ""


def note_of(assessment: Assessment, outcome: Outcome) -> str:
    """Return the note on a criterion, empty without one."""
    answer = assessment.answers.criteria.get(outcome.criterion.id)
    return (answer.note or "").strip() if answer is not None else ""


def outcome_word(outcome: Outcome) -> str:
    """Return the word for how a criterion stands; a waiver without effect is called one."""
    return "trifft nicht zu (ohne Wirkung)" if outcome.idle_waiver else w.status_word(outcome.status)
