"""The report for a meeting of several municipalities: what all lack, what helps, who could work together.

It ranks nobody: municipalities stand in the order of their files, and the first and the last value are not shown.
"""

from collections.abc import Callable, Iterable, Iterator

from insek_cli.core.anonymous import AnonymousCohort, anonymised_change
from insek_cli.core.cohort import Cohort, Counts, Shares
from insek_cli.core.cohort_change import CohortChange
from insek_cli.core.spread import FEWEST, FEWEST_QUARTILES, Spread
from insek_cli.core.vocabulary import Obligation
from insek_cli.documents import wording as w
from insek_cli.documents.blocks import (
    Align,
    Block,
    Chart,
    ChartKind,
    Column,
    Document,
    Heading,
    Kind,
    Runs,
    Series,
    paragraph,
    plain,
    points,
    strong,
    table,
)
from insek_cli.documents.cohort_holders import (
    old_everywhere,
    plan_numbers,
    plan_words,
    plans,
    support,
    support_numbers,
)
from insek_cli.documents.cohort_parts import MOST_NAMED, costs, gaps, of, opinions, programmes, remarks
from insek_cli.documents.cooperation_numbers import occasion_numbers, occasion_sentence
from insek_cli.documents.cooperation_part import cooperation_blocks, cooperation_sentence
from insek_cli.documents.place import names_of

MOST_MOVED = 12
STAGE = "stage"


def cohort_report(cohort: Cohort, change: CohortChange | None) -> Document:
    """Return the report on a cohort, compared with an earlier state where there is one."""
    names = [member.answers.municipality.name for member in cohort.members]
    joined = w.listed(names[place] for place in change.joined) if change is not None else ""
    first = (*_at_a_glance(cohort, cooperation_sentence(cohort)), *_participants(cohort), *_change(change, joined))
    return _document(cohort, first, (block for part in _PARTS for block in part(cohort)))


def anonymous_report(cohort: AnonymousCohort, change: CohortChange | None) -> Document:
    """Return the report on an anonymised cohort: numbers alone, without the list of those who take part."""
    first = (*_at_a_glance(cohort, occasion_sentence(cohort)), _NOBODY_NAMED, *_anonymous_change(change))
    return _document(cohort, first, (block for part in _ANONYMOUS_PARTS for block in part(cohort)))


_NOBODY_NAMED = paragraph(
    "Dieser Bericht nennt niemanden und sagt von keiner Gemeinde zweierlei, auch nicht unter einer Nummer. Was "
    f"weniger als {FEWEST} Gemeinden betrifft, ist weggelassen, ebenso Pläne, die nur eine oder zwei haben, und alle "
    "freien Texte.",
    kind=Kind.NOTE,
)


_ALONE = paragraph(
    "Dies ist nur eine Gemeinde: Häufigkeiten und Zusammenarbeit sagen erst etwas, wenn mehrere dabei sind.",
    kind=Kind.NOTE,
)


def _document(cohort: Counts, first: Iterable[Block], parts: Iterable[Block]) -> Document:
    title = f"Gemeinsamer Bericht: {w.counted(cohort.number, 'Gemeinde', 'Gemeinden')}"
    alone = (_ALONE,) if cohort.number == 1 else ()
    blocks = (Heading(1, title), _state(cohort), *alone, *first, *parts, *_method())
    footer = f"{w.SELF_ASSESSMENT} · Stand {w.day(cohort.date)} · Katalog {cohort.catalogue.reference}"
    return Document(title, "Gemeinsamer Bericht", footer, blocks, dense=True, day=cohort.date)


def _state(cohort: Counts) -> Block:
    head = cohort.catalogue.head
    return paragraph(
        f"{w.SELF_ASSESSMENT}. Stand {w.day(cohort.date)}, {head.title}, Fassung {head.version} ({head.status}). "
        "Eine Rangfolge der Gemeinden gibt es nicht.",
        kind=Kind.SOURCE,
    )


def _at_a_glance(cohort: Counts, together: str | None) -> Iterator[Block]:
    yield Heading(2, "Auf einen Blick")
    yield points(filter(None, (_first_gaps(cohort), _first_driver(cohort), _old(cohort), _together(together))))


def _first_gaps(cohort: Counts) -> Runs | None:
    musts = [gap for gap in cohort.gaps if gap.criterion.obligation is Obligation.MUST]
    if not musts:
        return None
    titles = [f"„{gap.criterion.title}“ ({of(gap.lacking, gap.applicable)})" for gap in musts[:MOST_NAMED]]
    return (*strong("Am häufigsten nicht gesichert, obwohl unverzichtbar: "), *plain(f"{w.listed(titles)}."))


def _first_driver(cohort: Counts) -> Runs | None:
    if not cohort.drivers:
        return None
    first = cohort.drivers[0]
    text = f"{first.driver.title} ({of(first.number, cohort.number)})."
    return (*strong("Häufigster Kostentreiber: "), *plain(text))


def _old(cohort: Counts) -> Runs | None:
    old = old_everywhere(cohort)
    if not old:
        return None
    first = old[:MOST_NAMED]
    more = f"; dazu {len(old) - len(first)} weitere Arten von Plänen" if len(old) > len(first) else ""
    return (*strong("Überall alt, wo er vorliegt: "), *plain(f"{'; '.join(map(plan_words, first))}{more}."))


def _together(sentence: str | None) -> Runs | None:
    return None if sentence is None else (*strong("Zusammenarbeit: "), *plain(sentence))


def _participants(cohort: Cohort) -> Iterator[Block]:
    yield Heading(2, "Wer dabei ist")
    question = cohort.catalogue.question.get(STAGE)
    stages = {choice.id: choice.title for choice in question.choices} if question is not None else {}
    columns = (
        Column("Gemeinde", 4),
        Column("Einwohner", 2, Align.RIGHT),
        Column("Landkreis, LEADER-Region, Verband", 4),
        Column("Vorhaben", 4),
    )
    rows = []
    for member in cohort.members:
        place = member.answers.municipality
        where = ", ".join(filter(None, (names_of(place).landkreis, place.leader_region, place.association))) or "–"
        size = "–" if place.inhabitants is None else w.whole(place.inhabitants)
        stage = stages.get(str(member.situation.facts.get(STAGE)), "–")
        rows.append((names_of(place).full, size, where, stage))
    yield table(columns, rows)


# Then and now -------------------------------------------------------------------------------------------------------


def _change(change: CohortChange | None, joined: str) -> Iterator[Block]:
    """Yield what changed; joined: how those are called who are only there now."""
    if change is None:
        return
    yield Heading(2, "Seit dem früheren Stand")
    if not change.compared:
        yield paragraph(_nothing_compared(change))
        return
    yield paragraph(" ".join(_change_sentences(change, joined)))
    yield from _changed_shares(change)
    if change.moved:
        columns = (Column("Kriterium", 6), Column("besser", 2, Align.RIGHT), Column("schlechter", 2, Align.RIGHT))
        rows = [
            (move.criterion.title, str(move.better or "–"), str(move.worse or "–"))
            for move in change.moved[:MOST_MOVED]
        ]
        yield table(columns, rows, caption="Wo sich am meisten bewegt hat (Zahl der Gemeinden)")


def _anonymous_change(change: CohortChange | None) -> Iterator[Block]:
    if change is not None:
        joined = w.counted(len(change.joined), "Gemeinde", "Gemeinden")
        yield from _change(anonymised_change(change), joined)


def _nothing_compared(change: CohortChange) -> str:
    if change.gone:
        return "Es ließ sich nichts vergleichen: Keine Gemeinde steht in beiden Ständen."
    return "Es ließ sich nichts vergleichen: Im früheren Stand ist keine Datei auswertbar."


def _change_sentences(change: CohortChange, joined: str) -> Iterator[str]:
    number = w.counted(len(change.compared), "Gemeinde", "Gemeinden")
    yield f"Verglichen: {number}, beide Stände mit demselben Stichtag; Unterschiede kommen also aus den Antworten."
    if change.joined:
        yield f"Neu dabei oder früher nicht auswertbar: {joined}."
    if change.gone:
        yield f"Nicht mehr dabei oder jetzt nicht auswertbar: {w.counted(len(change.gone), 'Gemeinde', 'Gemeinden')}."
    yield _levels(change)


def _levels(change: CohortChange) -> str:
    if change.higher is None or change.lower is None:
        return (
            f"Was sich geändert hat, steht hier erst ab {FEWEST} verglichenen Gemeinden; "
            "mit weniger wären einzelne Antworten zu sehen."
        )
    if not change.higher and not change.lower:
        return "Keine Gemeinde hat die Stufe gewechselt."
    return f"Eine höhere Stufe haben {change.higher}, eine niedrigere {change.lower}."


def _changed_shares(change: CohortChange) -> Iterator[Block]:
    if change.total[1].secured.median is None:
        return
    columns = (Column("Abschnitt", 6), Column("damals", 2, Align.RIGHT), Column("jetzt", 2, Align.RIGHT))
    rows = [("Alle Abschnitte", *(w.percent(shares.secured.median) for shares in change.total))]
    rows += [
        (part.section.title, w.percent(part.before.secured.median), w.percent(part.after.secured.median))
        for part in change.sections
    ]
    yield table(columns, rows, caption="Gesicherter Anteil, Mitte der verglichenen Gemeinden")


# Where they stand ---------------------------------------------------------------------------------------------------

_TOO_FEW = f"Mitte und mittlere Hälfte fehlen hier: Bei weniger als {FEWEST} Gemeinden zeigten sie einzelne Antworten."


def _spread(cohort: Counts) -> Iterator[Block]:
    yield Heading(2, "Wie die Gemeinden stehen")
    if cohort.total.secured.median is None:
        yield paragraph(_TOO_FEW)
        return
    yield paragraph(
        "Die Mitte teilt die Gemeinden in zwei gleich große Hälften; die mittlere Hälfte lässt je ein Viertel darunter "
        "und darüber. Höchster und niedrigster Wert stehen nirgends. Die Mitte steht ab "
        f"{FEWEST} Gemeinden, die mittlere Hälfte ab {FEWEST_QUARTILES}: Mit weniger ließen sich "
        "einzelne Werte ausrechnen."
    )
    yield _chart(cohort)
    columns = (
        Column("Abschnitt", 6),
        Column("Mitte", 2, Align.RIGHT),
        Column("mittlere Hälfte", 4, Align.RIGHT),
        Column("möglich", 2, Align.RIGHT),
    )
    rows = [_spread_row(cohort, "Alle Abschnitte", cohort.total)]
    rows += [_spread_row(cohort, part.section.title, part.shares) for part in cohort.sections]
    yield table(columns, rows, caption="Gesicherter Anteil; „möglich“: Mitte, wenn alles noch Offene erfüllt wäre")


def _chart(cohort: Counts) -> Chart:
    """Return the median of what is secured per section, and on to the median of what is possible, in whole percent."""
    parts = [_chart_parts(part.shares) for part in cohort.sections]
    labels = ("gesichert", "bis möglich", "fehlt")
    return Chart(
        ChartKind.STACKED,
        "Mitte der Gemeinden: gesichert, und bis wohin es möglich ist",
        "Abschnitt",
        tuple(part.section.title for part in cohort.sections),
        tuple(Series(label, tuple(part[place] for part in parts)) for place, label in enumerate(labels)),
        unit="%",
        most=100.0,
        missing="zu wenige Gemeinden",
    )


def _chart_parts(shares: Shares) -> tuple[float | None, float | None, float | None]:
    if shares.secured.median is None or shares.possible.median is None:
        return None, None, None
    secured, possible = round(shares.secured.median * 100), round(shares.possible.median * 100)
    return float(secured), float(possible - secured), float(100 - possible)


def _spread_row(cohort: Counts, title: str, shares: Shares) -> tuple[str, ...]:
    number = shares.secured.number
    counted = title if number == cohort.number else f"{title} ({w.counted(number, 'Gemeinde', 'Gemeinden')})"
    possible = w.percent(shares.possible.median)
    return counted, w.percent(shares.secured.median), _middle_half(shares.secured), possible


def _middle_half(found: Spread) -> str:
    if found.quartiles is None:
        return "–"
    return f"{w.percent(found.quartiles[0])} bis {w.percent(found.quartiles[2])}"


def _method() -> Iterator[Block]:
    yield Heading(2, "Methode")
    yield paragraph(
        "Der Bericht beruht auf den eigenen Angaben der Gemeinden. Er ist keine Prüfung und keine Förderzusage. "
        "„Gesichert“ ist, was erfüllt (ganz) oder teilweise erfüllt (halb) ist; „noch ungeklärt“ sind offene Fragen "
        "und „weiß nicht“. Gewichte, Schwellen und Punkte sind Annahmen. Die Quellen zu jedem Punkt stehen im "
        "Lückenbericht der Gemeinde und im Katalog."
    )


_PARTS: tuple[Callable[[Cohort], Iterable[Block]], ...] = (
    _spread,
    gaps,
    costs,
    plans,
    cooperation_blocks,
    programmes,
    support,
    opinions,
    remarks,
)
_ANONYMOUS_PARTS: tuple[Callable[[AnonymousCohort], Iterable[Block]], ...] = (
    _spread,
    gaps,
    costs,
    plan_numbers,
    occasion_numbers,
    programmes,
    support_numbers,
    opinions,
)
