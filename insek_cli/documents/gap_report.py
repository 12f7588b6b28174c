"""The gap report for council and office: where we stand, what is missing, what to do next. One function a section."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from insek_cli.core.assessment import Assessment
from insek_cli.core.conditions import Verdict
from insek_cli.core.costs import STRONGEST, nearest_cases
from insek_cli.core.entries import Case, CheckKind, Source, Status
from insek_cli.core.programmes import ProgrammeOutcome, ProgrammeStatus
from insek_cli.core.scale import Outcome
from insek_cli.core.scoring import MAY, MUST
from insek_cli.core.statistics import NO_STATISTICS, Statistics
from insek_cli.core.verdicts import PlanOutcome
from insek_cli.documents import wording as w
from insek_cli.documents.answer_words import evidence_of, place_title, who
from insek_cli.documents.blocks import (
    Align,
    Block,
    Column,
    Document,
    Heading,
    Kind,
    Runs,
    paragraph,
    plain,
    points,
    strong,
    table,
)
from insek_cli.documents.place import Names, names_of
from insek_cli.documents.plan_words import holder_of, plan_title, request_basis
from insek_cli.documents.programme_words import closed_words, programme_status
from insek_cli.documents.standing import level_sentences, next_steps, section_chart, substance_sentence
from insek_cli.documents.statistics_pages import missing_data


def gap_report(assessment: Assessment, statistics: Statistics = NO_STATISTICS) -> Document:
    """Return the gap report of a municipality."""
    names = names_of(assessment.answers.municipality)
    blocks = [block for part in _PARTS for block in part(assessment, names)]
    blocks += [*missing_data(assessment, statistics), *_method(assessment, names)]
    title = f"Lückenbericht {names.concept}: {names.full}"
    return Document(title, names.full, f"{w.SELF_ASSESSMENT} · Stand {w.day(assessment.date)}", tuple(blocks))


MOST_PLANS = 2


def _head(assessment: Assessment, names: Names) -> Iterator[Block]:
    head = assessment.catalogue.head
    yield Heading(1, f"Lückenbericht {names.concept}: {names.full}")
    yield paragraph(
        f"{w.SELF_ASSESSMENT}. Stand {w.day(assessment.date)}, {head.title}, Fassung {head.version} ({head.status}).",
        kind=Kind.SOURCE,
    )


def summary(assessment: Assessment, names: Names) -> Iterator[Block]:
    """Yield the first page: where we stand, what work it costs, the next steps and who does them."""
    yield Heading(2, "Auf einen Blick")
    yield paragraph(*level_sentences(assessment), kind=Kind.LEAD)
    yield paragraph(substance_sentence(assessment))
    yield paragraph(_work_sentence(assessment))
    yield section_chart(assessment)
    yield from _next_steps(assessment)


def _work_sentence(assessment: Assessment) -> str:
    if not assessment.gaps:
        return "Kein Punkt ist offen."
    needed = [gap for gap in assessment.gaps if gap.weighed.rank != MAY and gap.status is not Status.LATER]
    days = (sum(gap.weighed.days[0] for gap in needed), sum(gap.weighed.days[1] for gap in needed))
    way = assessment.next_level
    next_level = "" if way is None else f" Bis zur nächsten Stufe sind es rechnerisch {w.days(way.days)}."
    count = w.counted(
        len(needed), "unverzichtbarer oder empfohlener Punkt ist", "unverzichtbare oder empfohlene Punkte sind"
    )
    effort = f"{count} offen oder unvollständig; sie alle zu schließen kostet {w.days(days)} eigene Arbeit (Annahme)."
    return effort + next_level


def _next_steps(assessment: Assessment) -> Iterator[Block]:
    steps = next_steps(assessment)
    if not steps:
        return
    yield Heading(3, "Die nächsten Schritte")
    columns = (Column("Schritt", 6), Column("Tage", 2, Align.RIGHT), Column("Wer, bis wann", 3))
    rows = [
        (
            (*strong(f"{gap.criterion.title}. "), *plain(gap.criterion.remedy)),
            w.days(gap.weighed.days),
            who(assessment, gap),
        )
        for gap in steps
    ]
    yield table(columns, rows)


def _musts(assessment: Assessment, names: Names) -> Iterator[Block]:
    missing = [gap for gap in assessment.gaps if gap.weighed.rank == MUST]
    yield Heading(2, "Unverzichtbares, das noch fehlt")
    if not missing:
        yield paragraph("Alle unverzichtbaren Punkte, die hier zutreffen, sind erfüllt.")
        return
    columns = (Column("Punkt", 4), Column("Stand", 2), Column("Grund", 3), Column("Erfüllt, wenn …", 6))
    yield table(columns, [_must_row(gap) for gap in missing])


def _must_row(gap: Outcome) -> tuple[str, str, str, str]:
    criterion = gap.criterion
    ground = w.with_note(w.GROUND[criterion.because], criterion.proof)
    return criterion.title, _status(gap), ground, criterion.met


def _status(outcome: Outcome) -> str:
    if outcome.idle_waiver:
        return "trifft nicht zu (ohne Wirkung)"
    return w.status_word(outcome.status)


def _work_programme(assessment: Assessment, names: Names) -> Iterator[Block]:
    if not assessment.gaps:
        return
    yield Heading(2, "Arbeitsprogramm")
    later = [gap for gap in assessment.gaps if gap.status is Status.LATER]
    now = [gap for gap in assessment.gaps if gap.status is not Status.LATER]
    for part in assessment.sections:
        group = [gap for gap in now if gap.weighed.section == part.section.id]
        if group:
            yield Heading(3, part.section.title)
            yield _work_table(assessment, group)
    if later:
        yield Heading(3, "Bewusst zurückgestellt")
        yield _work_table(assessment, later)


def _work_table(assessment: Assessment, group: Sequence[Outcome]) -> Block:
    columns = (
        Column("Punkt", 4),
        Column("Nächster Schritt", 8),
        Column("Tage", 2, Align.RIGHT),
        Column("Wer, bis wann", 3),
    )
    return table(columns, [_work_row(assessment, gap) for gap in group])


def _work_row(assessment: Assessment, gap: Outcome) -> tuple[str | Runs, ...]:
    criterion = gap.criterion
    title = (*strong(criterion.title), *plain(f" ({', '.join(_marks(gap))})"))
    plans, opened = _usable_plans(assessment, gap), _programmes_opened(assessment, gap)
    step = [*plain(f"Ihr Vermerk: {note}. " if (note := _note(assessment, gap)) else ""), *plain(criterion.remedy)]
    if plans:
        step += [*strong(" Vorhanden: "), *plain(f"{', '.join(plans)}.")]
    if opened:
        step += [*strong(" Voraussetzung für: "), *plain(f"{', '.join(opened)}.")]
    return title, tuple(step), w.days(gap.weighed.days), who(assessment, gap)


def _marks(gap: Outcome) -> Iterator[str]:
    yield w.OBLIGATION[gap.criterion.obligation]
    yield _status(gap)
    if w.PROOF_NOTE[gap.criterion.proof]:
        yield f"Anforderung: {w.PROOF_NOTE[gap.criterion.proof]}"


def _note(assessment: Assessment, outcome: Outcome) -> str:
    answer = assessment.answers.criteria.get(outcome.criterion.id)
    note = answer.note if answer is not None else None
    return (note or "").strip().rstrip(".")


def _usable_plans(assessment: Assessment, gap: Outcome) -> list[str]:
    best = assessment.best_plans
    usable = (Verdict.TAKE_OVER, Verdict.UPDATE, Verdict.REFERENCE)
    return [plan_title(best[plan]) for plan in gap.criterion.plans if best[plan].verdict in usable][:MOST_PLANS]


def _programmes_opened(assessment: Assessment, gap: Outcome) -> list[str]:
    return [outcome.programme.title for outcome in assessment.programmes if gap.criterion.id in outcome.blocked_by]


def _shortest_way(assessment: Assessment, names: Names) -> Iterator[Block]:
    way = assessment.next_level
    if way is None:
        return
    yield Heading(2, f"Zur Stufe „{way.level.title}“")
    yield paragraph(
        "Rechnerisch kürzester Weg, keine Empfehlung: "
        f"{w.counted(len(way.gaps), 'Punkt', 'Punkte')}, {w.days(way.days)}."
    )
    yield points(f"{gap.criterion.title} ({w.days(gap.weighed.days)})" for gap in way.gaps)


def _plans(assessment: Assessment, names: Names) -> Iterator[Block]:
    yield Heading(2, "Vorhandene Pläne nutzen")
    yield from _plans_at_hand(assessment)
    yield from _plans_to_request(assessment)
    missing = [outcome for outcome in assessment.best_plans.values() if outcome.verdict is Verdict.MISSING]
    unsaid = [outcome.type.title for outcome in missing if outcome.plan is None]
    absent = [plan_title(outcome) for outcome in missing if outcome.plan is not None]
    if absent:
        yield paragraph(strong("Gibt es nach Ihren Angaben nicht: "), f"{', '.join(absent)}.")
    if unsaid:
        yield paragraph(strong("Nicht eingetragen: "), f"{', '.join(unsaid)}. Prüfen Sie, ob es sie im Haus gibt.")


def _plans_at_hand(assessment: Assessment) -> Iterator[Block]:
    at_hand = [outcome for outcome in assessment.plans if outcome.plan is not None and outcome.verdict in _AT_HAND]
    if not at_hand:
        yield paragraph("Noch ist kein vorhandener Plan eingetragen. Beginnen Sie mit der Liste der üblichen Pläne.")
        return
    columns = (Column("Plan", 4), Column("Befund", 3), Column("Gründe", 4), Column("Kapitel", 4))
    yield table(columns, [_plan_row(assessment, outcome) for outcome in at_hand], caption="Pläne, die vorliegen")


_AT_HAND = (Verdict.TAKE_OVER, Verdict.UPDATE, Verdict.REFERENCE, Verdict.UNUSABLE)


def _plan_row(assessment: Assessment, outcome: PlanOutcome) -> tuple[str, str, str, str]:
    chapters = [assessment.catalogue.chapter[feed.chapter].title for feed in outcome.type.feeds]
    reasons = [w.REASON[reason] for reason in outcome.reasons]
    used = ", ".join(chapters) if outcome.verdict is not Verdict.UNUSABLE else "–"
    return plan_title(outcome), w.VERDICT[outcome.verdict], ", ".join(reasons) or "–", used


def _plans_to_request(assessment: Assessment) -> Iterator[Block]:
    wanted = [outcome for outcome in assessment.best_plans.values() if outcome.verdict is Verdict.REQUEST]
    if not wanted:
        return
    columns = (Column("Plan", 4), Column("Bei wem", 3), Column("Grundlage", 5), Column("Stand", 2))
    rows = [
        (outcome.type.title, holder_of(outcome), request_basis(outcome), w.REASON[outcome.reasons[0]])
        for outcome in sorted(wanted, key=lambda outcome: not outcome.type.common)
    ]
    yield table(columns, rows, caption="Pläne, die Sie anfordern können")


def _costs(assessment: Assessment, names: Names) -> Iterator[Block]:
    costs = assessment.costs
    profile = assessment.catalogue.entries.profile
    yield Heading(2, "Was den Aufwand treibt und senkt")
    yield paragraph(
        strong(f"Aufwandsprofil: {w.EFFORT[costs.effort]}"), f" ({w.halves(costs.points)} Punkte). ", profile.text
    )
    if costs.drivers:
        columns = (Column("Kostentreiber", 3), Column("Warum", 5), Column("Was hilft", 4))
        rows = [
            (
                w.with_note(fired.driver.title, fired.driver.proof),
                f"{fired.driver.text} {fired.driver.evidence}",
                ", ".join(lever.title for lever in fired.levers) or "–",
            )
            for fired in costs.drivers[:STRONGEST]
        ]
        yield table(columns, rows, caption="Die stärksten Kostentreiber")
    if costs.drivers[STRONGEST:]:
        yield paragraph("Außerdem: ", ", ".join(fired.driver.title for fired in costs.drivers[STRONGEST:]), ".")
    if costs.used:
        yield paragraph(
            strong("Schon genutzt: "),
            ", ".join(w.with_note(use.lever.title, use.lever.proof) for use in costs.used),
            ".",
        )
    if costs.offered:
        yield paragraph(strong("Naheliegende Hebel:"))
        yield points(
            (*strong(f"{w.with_note(lever.title, lever.proof)}. "), *plain(lever.text))
            for lever in costs.offered[:STRONGEST]
        )
    yield from _cases(assessment)


def _cases(assessment: Assessment) -> Iterator[Block]:
    cases = nearest_cases(assessment.catalogue, assessment.answers.municipality.inhabitants)
    if not cases:
        return
    columns = (
        Column("Gemeinde (Land)", 3),
        Column("Produkt, Jahr", 3),
        Column("Kosten und Dauer", 5),
        Column("Beleg", 3),
    )
    rows = [
        (
            f"{case.municipality} ({case.land})",
            f"{case.product}, {case.year}",
            _case_words(case),
            w.with_note(_short_sources(assessment, case.sources), case.proof),
        )
        for case in cases
    ]
    yield table(columns, rows, caption="Dokumentierte Fälle, der Größe nach am nächsten (Einzelfälle, keine Statistik)")


def _case_words(case: Case) -> str:
    parts = (case.cost, f"Dauer in Monaten: {case.months}" if case.months else None, case.text)
    return "; ".join(part.rstrip(".") for part in parts if part) or "–"


def _short_sources(assessment: Assessment, ids: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(assessment.catalogue.source[source].issuer for source in ids))


def _programmes(assessment: Assessment, names: Names) -> Iterator[Block]:
    yield Heading(2, "Förderprogramme")
    yield paragraph(
        "Ob Geld fließt, entscheidet die Bewilligungsstelle. Hier steht nur, was das Konzept dazu beiträgt."
    )
    open_ones = [outcome for outcome in assessment.programmes if outcome.status in _OPEN_PROGRAMMES]
    columns = (Column("Programm", 3), Column("Stand", 3), Column("Was zu beachten ist", 6))
    if open_ones:
        yield table(columns, [_programme_row(assessment, outcome) for outcome in open_ones])
    for status in (ProgrammeStatus.NOT_ELIGIBLE, ProgrammeStatus.CLOSED):
        closed = [closed_words(outcome) for outcome in assessment.programmes if outcome.status is status]
        if closed:
            yield paragraph(strong(f"{w.sentence_start(w.PROGRAMME[status])}: "), "; ".join(closed), ".")


_OPEN_PROGRAMMES = (ProgrammeStatus.READY, ProgrammeStatus.BLOCKED, ProgrammeStatus.UNCLEAR)


def _programme_row(assessment: Assessment, outcome: ProgrammeOutcome) -> tuple[str, str, Runs]:
    programme = outcome.programme
    missing = [assessment.catalogue.criterion[criterion].title for criterion in outcome.blocked_by]
    details = [*strong(f"Es fehlt: {', '.join(missing)}. ")] if missing else []
    for title, text in (
        ("Zugang", programme.gate_text),
        ("Hinweis", programme.text),
        ("Was den Rang verbessert", programme.priority),
        ("Stand des Textes", programme.state),
        ("Zu fragen", programme.ask),
    ):
        if text:
            details += [*strong(f"{title}: "), *plain(f"{text.rstrip('.')}. ")]
    return w.with_note(programme.title, programme.proof), programme_status(outcome), tuple(details)


def _area_duties(assessment: Assessment, names: Names) -> Iterator[Block]:
    wanted = [
        outcome.programme
        for outcome in assessment.programmes
        if outcome.programme.area_duties and outcome.status in _OPEN_PROGRAMMES
    ]
    if not wanted:
        return
    yield Heading(2, "Pflichten eines Fördergebiets")
    yield paragraph("Das Folgende gehört in das Konzept des Fördergebiets, nicht in das Konzept der ganzen Gemeinde.")
    for programme in wanted:
        yield points(programme.area_duties)


def _support(assessment: Assessment, names: Names) -> Iterator[Block]:
    wanted = [assessment.catalogue.support[support] for support in assessment.answers.support or ()]
    if not wanted:
        return
    yield Heading(2, "Gewünschte Unterstützung")
    yield points((*strong(f"{kind.title}: "), *plain(w.with_note(kind.where, kind.proof))) for kind in wanted)


def _questions(assessment: Assessment, names: Names) -> Iterator[Block]:
    catalogue, hidden = assessment.catalogue, assessment.situation.hidden
    if not assessment.clarify:
        return
    yield Heading(2, "Offene Fragen")
    asked: dict[str, list[Outcome]] = defaultdict(list)
    for outcome in assessment.clarify:
        answer = assessment.answers.criteria.get(outcome.criterion.id)
        asked[(answer.owner if answer else None) or outcome.criterion.ask or "Zuständigkeit klären"].append(outcome)
    for person, outcomes in asked.items():
        yield paragraph(strong(f"{person}: Stimmt das?"))
        yield points(outcome.criterion.statement for outcome in outcomes)
    unknown = [
        catalogue.question[fact]
        for fact, value in assessment.answers.facts.items()
        if value is None and fact not in hidden
    ]
    if unknown:
        yield paragraph(strong("Angaben, die noch niemand wusste:"))
        yield points(f"{question.ask + ': ' if question.ask else ''}{question.text}" for question in unknown)


def _waived(assessment: Assessment, names: Names) -> Iterator[Block]:
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


def _met(assessment: Assessment, names: Names) -> Iterator[Block]:
    met = [outcome for outcome in assessment.outcomes if outcome.applicable and outcome.status is Status.MET]
    if not met:
        return
    yield Heading(2, "Erfüllte Punkte und ihre Nachweise")
    rows = [(outcome.criterion.title, evidence_of(assessment, outcome)) for outcome in met]
    yield table((Column("Punkt", 4), Column("Nachweis", 6)), rows)


def _hints(assessment: Assessment, names: Names) -> Iterator[Block]:
    shown = [hint for hint in assessment.hints if hint.check.kind is not CheckKind.WITHOUT_EVIDENCE]
    if not shown:
        return
    yield Heading(2, "Bitte noch einmal prüfen")
    places: dict[str, list[str]] = defaultdict(list)
    for hint in shown:
        places[f"{hint.check.text} {hint.check.remedy}"].append(place_title(assessment, hint.place))
    yield points(
        (*plain(text), *plain(f" Betrifft: {', '.join(filter(None, where))}." if any(where) else ""))
        for text, where in places.items()
    )


def _method(assessment: Assessment, names: Names) -> Iterator[Block]:
    yield Heading(2, "Methode und Quellen")
    yield paragraph(
        f"{_points_sentence(assessment)} „Noch ungeklärt“ sind offene Fragen und „weiß "
        "nicht“. Gewichte, Schwellen und Tage sind Annahmen und werden mit Gemeinden erprobt. Der Bericht beruht auf "
        "den eigenen Angaben der Gemeinde. Er ist keine Prüfung, keine Rechtsberatung und keine Förderzusage."
    )
    yield points(
        (_source_line(source) for source in _used_sources(assessment)),
        kind=Kind.SOURCE,
    )


def _points_sentence(assessment: Assessment) -> str:
    points_of = assessment.catalogue.head.points
    return (
        f"Erfüllt zählt {w.decimal(points_of.met)}, teilweise erfüllt {w.decimal(points_of.partial)}, nicht erfüllt "
        f"{w.decimal(points_of.unmet)} Punkte, jeweils mal Gewicht."
    )


def _used_sources(assessment: Assessment) -> list[Source]:
    costs = assessment.costs
    used = {source for gap in assessment.gaps for source in gap.criterion.sources}
    used |= {source for fired in costs.drivers[:STRONGEST] for source in fired.driver.sources}
    used |= {source for use in costs.used for source in use.lever.sources}
    used |= {source for lever in costs.offered[:STRONGEST] for source in lever.sources}
    used |= {source for outcome in assessment.plans if outcome.verdict in _PRINTED for source in outcome.type.sources}
    used |= {
        source
        for outcome in assessment.programmes
        if outcome.status in _OPEN_PROGRAMMES
        for source in outcome.programme.sources
    }
    return [source for source in assessment.catalogue.entries.sources if source.id in used]


_PRINTED = (*_AT_HAND, Verdict.REQUEST)


def _source_line(source: Source) -> str:
    note = w.PROOF_NOTE[source.proof]
    address = f", {source.address}" if source.address else ""
    marked = f" ({note})" if note else ""
    return f"{source.title}, {source.issuer}, {source.date}{address}{marked}"


_PARTS = (
    _head,
    summary,
    _musts,
    _work_programme,
    _shortest_way,
    _plans,
    _costs,
    _programmes,
    _area_duties,
    _support,
    _questions,
    _waived,
    _met,
    _hints,
)
