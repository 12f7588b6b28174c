"""A criterion: its status, and what stands beside it."""

import contextlib
from collections.abc import Callable, Mapping
from dataclasses import replace

from insek_cli.cli.questions.talk import CRITERION_MOVES, Move, Talk, say, say_line, say_moves
from insek_cli.cli.questions.typed import BACK_HINT, filled_in, text_or_none, typed_day, valid_or_none
from insek_cli.core.answers import CriterionAnswer, Feedback
from insek_cli.core.entries import Criterion
from insek_cli.core.interview import CriterionStep, status_of
from insek_cli.core.interview_lists import evidence_known
from insek_cli.core.scoring import can_be_waived
from insek_cli.core.vocabulary import Status
from insek_cli.core.written import one_to_five
from insek_cli.documents import question_text as texts
from insek_cli.documents import wording as w
from insek_cli.prompts import Asker, Moved, Option

_KEYS: Mapping[Status, str] = {
    Status.MET: "e",
    Status.PARTIAL: "t",
    Status.UNMET: "f",
    Status.UNKNOWN: "w",
    Status.LATER: "l",
    Status.NOT_APPLICABLE: "x",
}
_OPTIONS = tuple(Option(status, w.STATUS[status], key) for status, key in _KEYS.items())


def ask_criterion(talk: Talk, step: CriterionStep) -> None:
    """Ask for the status of a criterion and what belongs to it; notes and flags are kept at once."""
    criterion = step.criterion
    say(*texts.criterion_blocks(criterion))
    while True:
        say(*texts.answer_blocks(talk.answers.criteria.get(criterion.id)))
        say_moves(CRITERION_MOVES)
        try:
            status = Status(talk.asker.choose("Ihre Antwort:", _OPTIONS, _preset(talk, criterion), CRITERION_MOVES))
        except Moved as moved:
            _beside(talk, criterion, moved)
            continue
        if _is_complete(talk, criterion, status):
            break
    answer = talk.answers.criteria[criterion.id]
    talk.change(lambda interview: interview.answer_criterion(criterion.id, answer))


def _preset(talk: Talk, criterion: Criterion) -> Status | None:
    return status_of(talk.answers, criterion)


def _is_complete(talk: Talk, criterion: Criterion, status: Status) -> bool:
    """Take a status and what belongs to it: evidence, or why it does not apply. False: the user went back."""
    _store(talk, criterion, _signed(talk, criterion, status))
    try:
        match status:
            case Status.NOT_APPLICABLE:
                _take_reason(talk, criterion)
            case Status.MET | Status.PARTIAL if not talk.interview.scope.quick:
                _take_evidence(talk, criterion)
            case Status.MET | Status.PARTIAL | Status.UNMET | Status.LATER | Status.UNKNOWN:
                pass
        if talk.feedback:
            _take_feedback(talk, criterion)
    except Moved:
        return False
    return True


def _known(talk: Talk, criterion: Criterion) -> CriterionAnswer:
    """Return the answer so far; what is noted beside a question without one makes it „weiß nicht“."""
    return talk.answers.criteria.get(criterion.id, CriterionAnswer(Status.UNKNOWN))


def _keep(talk: Talk, criterion: Criterion, answer: CriterionAnswer) -> None:
    """Keep what belongs to an answer; who answered and when stays that of the status."""
    known = talk.answers.criteria.get(criterion.id, CriterionAnswer(Status.UNKNOWN, by=talk.person, on=talk.today))
    _store(talk, criterion, replace(answer, by=known.by, on=known.on))


def _store(talk: Talk, criterion: Criterion, answer: CriterionAnswer) -> None:
    talk.keep(lambda answers: answers.with_criterion(criterion.id, answer))


def _signed(talk: Talk, criterion: Criterion, status: Status) -> CriterionAnswer:
    """Return the answer with this status and with who gave it when; an old one that is confirmed stays as it was."""
    if status is _preset(talk, criterion) and talk.person is None:
        return _known(talk, criterion)
    return replace(_known(talk, criterion), status=status, by=talk.person, on=talk.today)


def _beside(talk: Talk, criterion: Criterion, moved: Moved) -> None:
    """Do what was asked for instead of an answer; raises Moved for what leads away."""
    take = _BESIDE.get(Move(moved.to))
    if take is None:
        raise moved
    was_open = criterion.id not in talk.answers.criteria
    with contextlib.suppress(Moved):
        take(talk, criterion)
    if was_open and criterion.id in talk.answers.criteria:
        say_line("Bis zu Ihrer Antwort gilt die Frage als „weiß nicht“.")


def _help(talk: Talk, criterion: Criterion) -> None:
    say(*texts.criterion_help(talk.interview.catalogue, criterion))


def _take_reason(talk: Talk, criterion: Criterion) -> None:
    known = _known(talk, criterion)
    if not can_be_waived(criterion):
        say_line("Dieser Punkt gehört in jedes Konzept: „trifft nicht zu“ wirkt hier nicht, er zählt weiter als offen.")
    say_line(BACK_HINT)
    question = "Warum trifft es nicht zu? (ohne Grund zählt es als offen)"
    _keep(talk, criterion, replace(known, reason=text_or_none(talk.asker, question, known.reason)))


def _take_evidence(talk: Talk, criterion: Criterion) -> None:
    known = _known(talk, criterion)
    question = "Nachweis, zum Beispiel Protokoll mit Datum (leer: keiner):"
    say_line(BACK_HINT)
    evidence = text_or_none(talk.asker, question, known.evidence, evidence_known(talk.interview, criterion))
    _keep(talk, criterion, replace(known, evidence=evidence))


def _take_note(talk: Talk, criterion: Criterion) -> None:
    known = _known(talk, criterion)
    say_line(BACK_HINT)
    _keep(talk, criterion, replace(known, note=text_or_none(talk.asker, "Notiz (leer: keine):", known.note)))


def _take_owner(talk: Talk, criterion: Criterion) -> None:
    say_line(BACK_HINT)
    filled_in(talk.asker, (_owner, _due), _known(talk, criterion), lambda answer: _keep(talk, criterion, answer))


def _owner(asker: Asker, known: CriterionAnswer) -> CriterionAnswer:
    return replace(known, owner=text_or_none(asker, "Wer kümmert sich darum? (leer: offen)", known.owner))


def _due(asker: Asker, known: CriterionAnswer) -> CriterionAnswer:
    preset = w.day(known.due) if known.due else ""
    return replace(known, due=valid_or_none(asker, "Bis wann, etwa 30.11.2026? (leer: offen)", typed_day, preset))


def _flag(talk: Talk, criterion: Criterion) -> None:
    known = _known(talk, criterion)
    say_line("Nicht mehr gemerkt." if known.flagged else "Gemerkt. Die Übersicht zeigt alle gemerkten Fragen.")
    _keep(talk, criterion, replace(known, flagged=not known.flagged))


_BESIDE: Mapping[Move, Callable[[Talk, Criterion], None]] = {
    Move.HELP: _help,
    Move.NOTE: _take_note,
    Move.EVIDENCE: _take_evidence,
    Move.OWNER: _take_owner,
    Move.FLAG: _flag,
}


def _take_feedback(talk: Talk, criterion: Criterion) -> None:
    """Ask what the user thinks of the criterion itself; what is left empty is not kept."""

    def keep(given: Feedback) -> None:
        if given != talk.answers.feedback.get(criterion.id, Feedback()):
            talk.keep(lambda answers: answers.with_feedback(criterion.id, given))

    say_line(f"Zum Kriterium selbst (die Eingabetaste lässt aus). {BACK_HINT}")
    filled_in(talk.asker, (_useful, _realistic, _remark), talk.answers.feedback.get(criterion.id, Feedback()), keep)


def _useful(asker: Asker, known: Feedback) -> Feedback:
    question = "Wie nützlich ist dieses Kriterium? (1 gar nicht bis 5 sehr)"
    return replace(known, useful=valid_or_none(asker, question, one_to_five, str(known.useful or "")))


def _realistic(asker: Asker, known: Feedback) -> Feedback:
    question = "Wie machbar ist es für uns? (1 gar nicht bis 5 gut)"
    return replace(known, realistic=valid_or_none(asker, question, one_to_five, str(known.realistic or "")))


def _remark(asker: Asker, known: Feedback) -> Feedback:
    return replace(known, remark=text_or_none(asker, "Bemerkung zum Kriterium (leer: keine):", known.remark))
