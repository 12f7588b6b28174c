"""Who could work together, in words: the part of the cohort report that proposes partners."""

from collections.abc import Iterable, Iterator, Sequence

from insek_cli.core.catalogue import Catalogue
from insek_cli.core.cohort import Cohort
from insek_cli.core.cooperation import Cooperation, Proposal, Use
from insek_cli.core.entries import Programme
from insek_cli.core.occasions import Area, LegalForm, Occasion, OccasionKind
from insek_cli.core.rewards import Reward
from insek_cli.documents import wording as w
from insek_cli.documents.blocks import (
    Align,
    Block,
    Column,
    Heading,
    Kind,
    Runs,
    paragraph,
    plain,
    points,
    strong,
    table,
)
from insek_cli.documents.source_words import source_line

MOST_GROUPS = 20
MOST_PAIRS = 15
MOST_REASONS = 3
MOST_ITEMS = 3

_AREA = {
    Area.ASSOCIATION: "dieselbe Verwaltungsgemeinschaft",
    Area.LEADER_REGION: "dieselbe LEADER-Region",
    Area.LANDKREIS: "derselbe Landkreis",
}


def cooperation_sentence(cohort: Cohort) -> str | None:
    """Return how many groups were found, and the one that saves most; None for a catalogue without occasions."""
    found = cohort.cooperation
    if found is None:
        return None
    if not found.groups:
        return "Aus den Angaben ergibt sich noch kein Vorschlag."
    first = found.groups[0]
    number = w.counted(len(found.groups), "Gruppe könnte", "Gruppen könnten")
    return f"{number} Arbeit teilen; am meisten spart es bei {_names(cohort, first.members)}."


def cooperation_blocks(cohort: Cohort) -> Iterator[Block]:
    """Yield the proposals: groups, other pairs, who stays without, what each occasion means."""
    found, partnership = cohort.cooperation, cohort.catalogue.entries.partnership
    if found is None or partnership is None:
        return
    yield Heading(2, "Wer zusammenarbeiten könnte")
    yield paragraph(partnership.text)
    if not found.groups:
        yield paragraph("Aus den Angaben ergibt sich kein Vorschlag.")
    for number, group in enumerate(found.groups[:MOST_GROUPS], start=1):
        yield from _group(cohort, number, group)
    yield from _cut(len(found.groups), MOST_GROUPS, "Vorschläge")
    yield from _pairs(cohort, found.pairs)
    yield from _without(cohort, found)
    yield from _occasions(cohort, found)


def _names(cohort: Cohort, places: Iterable[int]) -> str:
    return w.listed(cohort.members[place].answers.municipality.name for place in places)


def _group(cohort: Cohort, number: int, group: Proposal) -> Iterator[Block]:
    yield Heading(3, f"Vorschlag {number}: {_names(cohort, group.members)}")
    yield paragraph(
        f"Was sie verbindet: {w.listed(_AREA[area] for area in group.shared)}. "
        f"Ersparnis zusammen etwa {_points(group.points)} (Annahme)."
    )
    columns = (
        Column("Wofür", 5),
        Column("Warum", 7),
        Column("Wer", 4),
        Column("Rechtsform", 6),
        Column("Punkte", 3, Align.RIGHT),
    )
    yield table(columns, [_use_row(cohort, group, use) for use in group.uses])
    if group.rewards:
        yield paragraph("Programme dafür und was noch nötig ist; Aufruf und Frist sind in jedem Fall zu prüfen:")
        yield points(_rewarded(cohort, group, reward) for reward in group.rewards)


def _rewarded(cohort: Cohort, group: Proposal, reward: Reward) -> Runs:
    """Return a programme with what it rewards and what is still needed."""
    uses = w.listed(f"„{use.occasion.title}“" for use in group.uses if use.occasion.id in reward.occasions)
    needed = "; ".join(_needed(cohort, reward))
    words = f"Noch nötig: {needed}." if needed else "Eine weitere Anforderung an das Konzept wurde nicht gelesen."
    return (*strong(f"{reward.programme.title} "), *plain(f"für {uses}. {words}"))


def _needed(cohort: Cohort, reward: Reward) -> Iterator[str]:
    if reward.agreement:
        yield f"die Zusammenarbeit vereinbaren ({_names(cohort, reward.agreement)})"
    if reward.unclear:
        yield f"den Zugang klären ({_names(cohort, reward.unclear)})"
    for criterion, places in reward.blocked_by:
        yield f"„{cohort.catalogue.criterion[criterion].title}“ ({_names(cohort, places)})"


ONE = 2


def _points(halves: int) -> str:
    return f"{w.halves(halves)} {'Aufwandspunkt' if halves == ONE else 'Aufwandspunkte'}"


def _use_row(cohort: Cohort, group: Proposal, use: Use) -> tuple[str, ...]:
    return (
        use.occasion.title,
        _why(cohort, use),
        _who(cohort, group, use),
        form_of(cohort.catalogue, use.occasion).title,
        w.halves(use.points),
    )


def _who(cohort: Cohort, group: Proposal, use: Use) -> str:
    taking = sorted({*use.savers, *use.givers})
    if use.givers:
        givers = [cohort.members[place].answers.municipality.name for place in use.givers]
        return f"{_names(cohort, use.savers)} mit {w.listed(givers, 'oder')}"
    return "alle" if tuple(taking) == group.members and len(taking) > MOST_REASONS else _names(cohort, taking)


def _why(cohort: Cohort, use: Use) -> str:
    lacking = " ".join(_lacking(cohort, use))
    givers = _names(cohort, use.givers)
    match use.occasion.kind:
        case OccasionKind.COMMON_GAP:
            return lacking
        case OccasionKind.COMPLEMENT:
            return f"{givers} {'hat' if len(use.givers) == 1 else 'haben'} es schon. {lacking}"
        case OccasionKind.SHARED_HOLDER:
            return f"Dieselbe Stelle, noch anzufordern: {_some(_plans(cohort, use))}.{_requested(cohort, use)}"
        case OccasionKind.SIZE:
            return f"Allein zu klein: {_names(cohort, use.savers)}; groß genug: {givers}."


def _lacking(cohort: Cohort, use: Use) -> Iterator[str]:
    """Yield what those who save lack, criteria and plans apart."""
    known = cohort.catalogue.criterion
    criteria = [f"„{known[item].title}“" for item in use.lacking if item in known]
    plans = _plans(cohort, use)
    if criteria:
        yield f"Nicht oder nur teilweise erfüllt: {_some(criteria)}."
    if plans:
        yield f"Es fehlt: {_some(plans)}."


def _plans(cohort: Cohort, use: Use) -> list[str]:
    known = cohort.catalogue.plan
    return [known[item].title for item in use.lacking if item in known]


def _some(titles: Sequence[str]) -> str:
    """Return the titles; of many the first ones and how many more."""
    first = "; ".join(titles[:MOST_ITEMS])
    return f"{first} und {len(titles) - MOST_ITEMS} weitere" if len(titles) > MOST_ITEMS else first


def _requested(cohort: Cohort, use: Use) -> str:
    """Return who has asked already: there one can learn what the holder answered."""
    return f" Schon angefordert hat davon etwas: {_names(cohort, use.requested)}." if use.requested else ""


def form_of(catalogue: Catalogue, occasion: Occasion) -> LegalForm:
    """Return the legal form of an occasion."""
    return next(form for form in catalogue.entries.forms if form.id == occasion.legal_form)


def _cut(number: int, most: int, what: str) -> Iterator[Block]:
    if number > most:
        yield paragraph(
            f"Gezeigt sind die {most} mit der größten Ersparnis; alle {number} {what} stehen in der Form json."
        )


def _pairs(cohort: Cohort, pairs: Sequence[Proposal]) -> Iterator[Block]:
    if not pairs:
        return
    columns = (
        Column("Paar", 4),
        Column("Was sie verbindet", 4),
        Column("Vor allem wegen", 7),
        Column("Punkte", 3, Align.RIGHT),
    )
    rows = [
        (
            _names(cohort, pair.members),
            _AREA[pair.shared[0]],
            "; ".join(use.occasion.title for use in pair.uses[:MOST_REASONS]),
            w.halves(pair.points),
        )
        for pair in pairs[:MOST_PAIRS]
    ]
    yield table(columns, rows, caption="Andere Paare, die einen Blick lohnen")
    yield from _cut(len(pairs), MOST_PAIRS, "Paare")


def _without(cohort: Cohort, found: Cooperation) -> Iterator[Block]:
    for places, words in (
        (found.apart, "Nach eigener Angabe allein vorgehen: "),
        (found.distant, "Ohne gemeinsamen Landkreis, LEADER-Region oder Verwaltungsgemeinschaft mit anderen: "),
        (found.single, "Ohne gemeinsamen Anlass: "),
    ):
        if places:
            yield paragraph(strong(words), f"{_names(cohort, places)}.")


def _occasions(cohort: Cohort, found: Cooperation) -> Iterator[Block]:
    """Yield what the occasions proposed mean: how, in which form, which programme fits, on which proof."""
    uses = [use for proposal in (*found.groups, *found.pairs) for use in proposal.uses]
    used = {use.occasion.id for use in uses}
    occasions = [occasion for occasion in cohort.catalogue.entries.occasions if occasion.id in used]
    if not occasions:
        return
    named = {reward.programme.id for proposal in (*found.groups, *found.pairs) for reward in proposal.rewards}
    programmes = [programme for programme in cohort.catalogue.entries.programmes if programme.id in named]
    yield Heading(3, "Was die Anlässe bedeuten")
    columns = (Column("Anlass", 4), Column("Wie", 8), Column("Programm", 4))
    rows = [(w.with_note(one.title, one.proof), one.text, _fitting(one, programmes)) for one in occasions]
    yield table(columns, rows)
    in_use = {occasion.legal_form for occasion in occasions}
    forms = [form for form in cohort.catalogue.entries.forms if form.id in in_use]
    yield Heading(3, "Rechtsformen")
    yield points((*strong(f"{form.title}: "), *plain(w.with_note(form.text, form.proof))) for form in forms)
    if programmes:
        yield Heading(3, "Programme, die Zusammenarbeit vorsehen oder zulassen")
        yield points((*strong(f"{w.with_note(one.title, one.proof)}. "), *plain(_access(one))) for one in programmes)
    yield from _sources(cohort, occasions, forms)


def _fitting(occasion: Occasion, programmes: Sequence[Programme]) -> str:
    return "; ".join(programme.title for programme in programmes if programme.id in occasion.programmes) or "–"


def _access(programme: Programme) -> str:
    """Return how to get in, how old the text read is, and whom to ask."""
    parts = (programme.gate_text, programme.state, f"Zu fragen: {programme.ask}")
    return " ".join(f"{part.rstrip('.')}." for part in parts if part)


def _sources(cohort: Cohort, occasions: Sequence[Occasion], forms: Sequence[LegalForm]) -> Iterator[Block]:
    used = {source for occasion in occasions for source in occasion.sources}
    used |= {source for form in forms for source in form.sources}
    yield paragraph(strong("Quellen:"))
    yield points(
        (source_line(source) for source in cohort.catalogue.entries.sources if source.id in used), kind=Kind.SOURCE
    )
