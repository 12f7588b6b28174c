"""What comes from the answers: support wished for, open questions, what was waved away, evidence, hints."""

from collections import defaultdict
from collections.abc import Iterator

from insek_cli.core.assessment import Assessment
from insek_cli.core.vocabulary import CheckKind, Status
from insek_cli.documents import wording as w
from insek_cli.documents.answer_words import evidence_of, place_title
from insek_cli.documents.blocks import Block, Heading, paragraph, plain, points, strong
from insek_cli.documents.place import Names


def support(assessment: Assessment, names: Names) -> Iterator[Block]:
    """Yield the kinds of support wished for and where they are to be had."""
    wanted = [assessment.catalogue.support[support] for support in assessment.answers.support or ()]
    if not wanted:
        return
    yield Heading(2, "Gewünschte Unterstützung")
    yield points((*strong(f"{kind.title}: "), *plain(w.with_note(kind.where, kind.proof))) for kind in wanted)


def questions(assessment: Assessment, names: Names) -> Iterator[Block]:
    """Yield what is open, by the person to ask."""
    asked = [*_statements_to_confirm(assessment), *_unknown_facts(assessment)]
    if asked:
        yield Heading(2, "Offene Fragen")
        yield from asked


def _statements_to_confirm(assessment: Assessment) -> Iterator[Block]:
    asked: dict[str, list[str]] = defaultdict(list)
    for outcome in assessment.clarify:
        answer = assessment.answers.criteria.get(outcome.criterion.id)
        person = (answer.owner if answer else None) or outcome.criterion.ask or "Zuständigkeit klären"
        asked[person].append(outcome.criterion.statement)
    if asked:
        yield paragraph("Stimmt das?")
        yield points((*strong(f"{person}: "), *plain(" · ".join(said))) for person, said in asked.items())


def _unknown_facts(assessment: Assessment) -> Iterator[Block]:
    catalogue, hidden = assessment.catalogue, assessment.situation.hidden
    unknown = [
        catalogue.question[fact]
        for fact, value in assessment.answers.facts.items()
        if value is None and fact not in hidden
    ]
    if unknown:
        yield paragraph("Angaben, die noch niemand wusste:")
        yield points(
            (*strong(f"{question.ask}: " if question.ask else ""), *plain(question.text)) for question in unknown
        )


def waived(assessment: Assessment, names: Names) -> Iterator[Block]:
    """Yield what was waved away, with its reasons and its share."""
    away = [outcome for outcome in assessment.outcomes if outcome.waived]
    if not away:
        return
    yield Heading(2, "Als nicht zutreffend ausgenommen")
    share = assessment.waived.share
    yield paragraph(
        f"{w.counted(len(away), 'Punkt zählt', 'Punkte zählen')} nicht mit, das sind {w.percent(share)} des Gewichts. ",
        *(hint.check.text for hint in assessment.hints if hint.check.kind is CheckKind.WAIVED_SHARE),
    )
    yield points(
        (
            *strong(f"{outcome.criterion.title}: "),
            *plain(assessment.answers.criteria[outcome.criterion.id].reason or ""),
        )
        for outcome in away
    )


def met(assessment: Assessment, names: Names) -> Iterator[Block]:
    """Yield how much is met, and which of it has no evidence."""
    done = [outcome for outcome in assessment.outcomes if outcome.applicable and outcome.status is Status.MET]
    if not done:
        return
    yield Heading(2, "Was schon erfüllt ist")
    bare = [outcome.criterion.title for outcome in done if evidence_of(assessment, outcome) == w.NO_EVIDENCE]
    proven = f"{w.counted(len(done), 'Punkt ist', 'Punkte sind')} erfüllt"
    if bare:
        yield paragraph(f"{proven}. ", strong(f"Davon {w.NO_EVIDENCE}: "), f"{'; '.join(bare)}.")
    else:
        yield paragraph(f"{proven}, alle mit Nachweis.")


def hints(assessment: Assessment, names: Names) -> Iterator[Block]:
    """Yield what does not fit together, and what it concerns."""
    shown = [hint for hint in assessment.hints if hint.check.kind is not CheckKind.WITHOUT_EVIDENCE]
    if not shown:
        return
    yield Heading(2, "Bitte noch einmal prüfen")
    places: dict[str, list[str]] = defaultdict(list)
    for hint in shown:
        places[f"{hint.check.text} {hint.check.remedy}"].append(place_title(assessment, hint.place))
    yield points(
        (*plain(text), *plain(f" Betrifft: {'; '.join(filter(None, where))}." if any(where) else ""))
        for text, where in places.items()
    )
