"""The compact worksheet: a few pages with boxes to tick, blank for a meeting or filled from the answers."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from insek_cli.core.answers import EntryState
from insek_cli.core.assessment import Assessment
from insek_cli.core.conditions import INHABITANTS, Verdict
from insek_cli.core.papers import Insert, Paper, PaperSection
from insek_cli.core.scale import Outcome
from insek_cli.core.verdicts import PlanOutcome
from insek_cli.core.vocabulary import Holder, QuestionKind, Status
from insek_cli.documents import wording as w
from insek_cli.documents.answer_fields import answer_words
from insek_cli.documents.answer_words import owner
from insek_cli.documents.blocks import (
    Block,
    Column,
    Document,
    Line,
    Lines,
    Runs,
    box,
    paragraph,
    plain,
    strong,
    table,
    ticked,
)
from insek_cli.documents.paper import Inserts, document_of, writing
from insek_cli.documents.standing import answered_sentence, hardly_answered, next_steps, step_title

FREE_STEPS, FREE_PLANS, SHORT = 5, 1, 20
STATUS_BOXES: Mapping[Status, str] = {
    Status.MET: "erfüllt",
    Status.PARTIAL: "teilweise",
    Status.UNMET: "nicht",
    Status.LATER: "später",
    Status.UNKNOWN: "weiß nicht",
    Status.NOT_APPLICABLE: "entfällt",
}
ELSEWHERE: Mapping[Holder, str] = {
    Holder.MUNICIPALITY: "bei anderer Stelle",
    Holder.LANDKREIS: "beim Landkreis",
    Holder.ASSOCIATION: "beim Zweckverband",
    Holder.SUPPLIER: "beim Versorger",
    Holder.REGION: "bei der Region",
    Holder.STATE: "beim Freistaat",
    Holder.OTHER: "bei anderer Stelle",
}
Part = Callable[[Assessment], Iterator[Block]]
_AT_HAND = (Verdict.TAKE_OVER, Verdict.UPDATE, Verdict.REFERENCE, Verdict.UNUSABLE)


def worksheet(assessment: Assessment, paper: Paper) -> Document:
    """Return the worksheet; without answers every box is empty and every line free."""
    within = writing(assessment, paper, {})
    return document_of(within, _inserts(assessment))


def _inserts(assessment: Assessment) -> Inserts:
    return {insert: partial(_inserted, part, assessment) for insert, part in _PARTS.items()}


def _inserted(part: Part, assessment: Assessment, _: PaperSection) -> Iterator[Block]:
    return part(assessment)


def _place(assessment: Assessment) -> Iterator[Block]:
    municipality = assessment.answers.municipality
    inhabitants = municipality.inhabitants
    lines = [
        Line("Gemeinde", plain(municipality.name)),
        Line("Landkreis", plain(municipality.landkreis or "")),
        Line("Einwohner", plain(w.whole(inhabitants) if inhabitants is not None else "")),
    ]
    yield Lines((*lines, *_key_facts(assessment), Line("Ausgefüllt am, von", ())))
    check = hardly_answered(assessment)
    if municipality.name and check is not None:
        yield paragraph(
            strong(f"{check.title}. "), answered_sentence(assessment), " Füllen Sie das Blatt gemeinsam aus."
        )


def _key_facts(assessment: Assessment) -> Iterator[Line]:
    """Yield the questions of the quick check that apply; choices as boxes."""
    for question in assessment.catalogue.entries.questions:
        if not question.quick or question.id == INHABITANTS or question.id in assessment.situation.hidden:
            continue
        if question.kind is QuestionKind.CHOICE:
            given = assessment.situation.facts.get(question.id)
            boxes = [_choice(choice.title, is_given=choice.id == given) for choice in question.choices]
            yield Line(question.text, _spaced(boxes))
        else:
            yield Line(question.text, plain(answer_words(assessment, question)))


def _choice(title: str, *, is_given: bool) -> Runs:
    # Blanks that do not break keep the box beside its word, and short words together.
    words = title.replace(" ", "\u00a0") if len(title) <= SHORT else title
    return (*(ticked() if is_given else box()), *plain(f"\u00a0{words}"))


def _spaced(parts: list[Runs]) -> Runs:
    return tuple(
        run for number, part in enumerate(parts) for run in (*plain("   " if number else ""), *part) if run.text
    )


def _criteria(assessment: Assessment) -> Iterator[Block]:
    shown = [
        outcome for outcome in assessment.outcomes if outcome.criterion.quick and (outcome.applicable or outcome.waived)
    ]
    columns = (Column("Punkt", 9), Column("Stand", 5), Column("Nachweis oder Notiz", 5))
    yield table(columns, [_criterion_row(assessment, outcome) for outcome in shown])


def _criterion_row(assessment: Assessment, outcome: Outcome) -> tuple[Runs, Runs, str]:
    criterion = outcome.criterion
    answer = assessment.answers.criteria.get(criterion.id)
    boxes = [_choice(word, is_given=status is outcome.status) for status, word in STATUS_BOXES.items()]
    told = (answer.evidence or answer.note or answer.reason or "") if answer is not None else ""
    return (*strong(f"{criterion.title}. "), *plain(criterion.statement)), _spaced(boxes), told.strip()


def _plans(assessment: Assessment) -> Iterator[Block]:
    common = [
        outcome
        for outcome in assessment.best_plans.values()
        if outcome.type.common and outcome.verdict is not Verdict.NOT_RELEVANT
    ]
    others = [
        outcome
        for outcome in assessment.best_plans.values()
        if not outcome.type.common and outcome.plan is not None and outcome.plan.state is EntryState.AVAILABLE
    ]
    free = [("", _plan_boxes(None, Holder.MUNICIPALITY), "")] * FREE_PLANS
    columns = (Column("Plan", 8), Column("Wo er liegt", 9), Column("Jahr der Daten", 3))
    yield table(columns, [*map(_plan_row, common), *free])
    if others:
        yield paragraph(strong("Außerdem liegt vor: "), f"{'; '.join(map(_dated, others))}.")


def _plan_row(outcome: PlanOutcome) -> tuple[str, Runs, str]:
    year = outcome.plan.data_year if outcome.plan is not None else None
    return outcome.type.title, _plan_boxes(outcome, outcome.type.holder), str(year or "")


def _plan_boxes(outcome: PlanOutcome | None, holder: Holder) -> Runs:
    where = _where(outcome)
    words = {"at-hand": "liegt vor", "elsewhere": ELSEWHERE[holder], "missing": "fehlt"}
    return _spaced([_choice(word, is_given=key == where) for key, word in words.items()])


def _where(outcome: PlanOutcome | None) -> str | None:
    """Return where a plan is, None where nobody has said."""
    if outcome is None or outcome.plan is None:
        return None
    if outcome.verdict in _AT_HAND:
        return "at-hand"
    return "elsewhere" if outcome.verdict is Verdict.REQUEST else "missing"


def _dated(outcome: PlanOutcome) -> str:
    kind = outcome.type
    year = outcome.plan.data_year if outcome.plan is not None else None
    return f"{kind.title} ({year})" if year else kind.title


def _drivers(assessment: Assessment) -> Iterator[Block]:
    fired = {fired.driver.id for fired in assessment.costs.drivers}
    drivers = assessment.catalogue.entries.drivers
    yield _ticks("Was hier zutrifft", [(driver.title, driver.id in fired) for driver in drivers])


def _support(assessment: Assessment) -> Iterator[Block]:
    wanted = assessment.answers.support or ()
    kinds = assessment.catalogue.entries.support
    yield _ticks("Was Sie brauchen", [(kind.title, kind.id in wanted) for kind in kinds])


def _ticks(title: str, words: list[tuple[str, bool]]) -> Block:
    """Return boxes in two columns, read row by row."""
    cells = [_choice(word, is_given=is_given) for word, is_given in words]
    cells += [()] * (len(cells) % 2)
    return table((Column(title), Column("Außerdem")), zip(cells[::2], cells[1::2], strict=True))


def _steps(assessment: Assessment) -> Iterator[Block]:
    steps = next_steps(assessment) if hardly_answered(assessment) is None else []
    known = [_step(assessment, outcome) for outcome in steps]
    free = [("", "", "")] * (FREE_STEPS - len(known))
    columns = (Column("Nächster Schritt", 9), Column("Wer", 4), Column("Bis wann", 3))
    yield table(columns, [*known, *free], room=True)


def _step(assessment: Assessment, outcome: Outcome) -> tuple[Runs, str, str]:
    criterion = outcome.criterion
    answer = assessment.answers.criteria.get(criterion.id)
    due = w.day(answer.due) if answer is not None and answer.due is not None else ""
    work = (*strong(f"{step_title(assessment, outcome)}: "), *plain(criterion.remedy))
    return work, owner(assessment, outcome) or "", due


_PARTS: Mapping[Insert, Part] = {
    Insert.PLACE: _place,
    Insert.CRITERIA: _criteria,
    Insert.PLANS: _plans,
    Insert.DRIVERS: _drivers,
    Insert.SUPPORT: _support,
    Insert.STEPS: _steps,
}
