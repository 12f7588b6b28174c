"""The answers as fields of patterns: what stands in the file is not asked for again in a paper or in the concept."""

from collections.abc import Iterator

from insek_cli.core.assessment import Assessment
from insek_cli.core.catalogue import Catalogue
from insek_cli.core.conditions import INHABITANTS, FactValue
from insek_cli.core.entries import Question
from insek_cli.core.papers import BEGUN, EVIDENCE, RESOLUTION
from insek_cli.core.scoring import has_evidence
from insek_cli.core.vocabulary import Status
from insek_cli.documents import wording as w


def answer_fields(assessment: Assessment) -> dict[str, str]:
    """Return the answers by field: to questions, evidence of what is met or begun, resolutions of plans."""
    return dict((*_facts(assessment), *_evidence(assessment), *_resolutions(assessment)))


def field_labels(catalogue: Catalogue) -> dict[str, str]:
    """Return what the gap says where nobody gave the answer."""
    questions: dict[str, str] = {
        question.id: question.label or question.text for question in catalogue.entries.questions
    }
    evidence = {f"{EVIDENCE}{criterion.id}": f"Nachweis zu „{criterion.title}“" for criterion in catalogue.criteria}
    begun = {f"{BEGUN}{criterion.id}": f"was zu „{criterion.title}“ vorliegt" for criterion in catalogue.criteria}
    resolutions = {f"{RESOLUTION}{plan.id}": f"Beschluss zu „{plan.title}“" for plan in catalogue.entries.plans}
    own = {entry.word: entry.label for entry in catalogue.head.gap_labels}
    return {**questions, **evidence, **begun, **resolutions, **own}


def answer_words(assessment: Assessment, question: Question) -> str:
    """Return the answer to a question in words, empty where it is unknown or hidden."""
    situation = assessment.situation
    return "" if question.id in situation.hidden else fact_words(question, situation.facts.get(question.id))


def fact_words(question: Question, value: FactValue | None) -> str:
    """Return the value of an answer in words, empty where there is none."""
    if value is None:
        return ""
    return next((choice.title for choice in question.choices if choice.id == value), w.fact(value))


def _facts(assessment: Assessment) -> Iterator[tuple[str, str]]:
    for question in assessment.catalogue.entries.questions:
        if question.id != INHABITANTS:
            yield question.id, answer_words(assessment, question)


def _evidence(assessment: Assessment) -> Iterator[tuple[str, str]]:
    for outcome in assessment.outcomes:
        answer = assessment.answers.criteria.get(outcome.criterion.id)
        word = _EVIDENCE_FIELD.get(outcome.status) if outcome.status is not None else None
        if outcome.applicable and word is not None and answer is not None and has_evidence(answer):
            yield f"{word}{outcome.criterion.id}", (answer.evidence or "").strip()


# Fields of their own, because evidence of a part would make a sentence about the whole false.
_EVIDENCE_FIELD = {Status.MET: EVIDENCE, Status.PARTIAL: BEGUN}


def _resolutions(assessment: Assessment) -> Iterator[tuple[str, str]]:
    for kind, outcome in assessment.best_plans.items():
        if outcome.plan is not None and outcome.plan.resolved is not None:
            yield f"{RESOLUTION}{kind}", f"Beschluss vom {w.day(outcome.plan.resolved)}"
