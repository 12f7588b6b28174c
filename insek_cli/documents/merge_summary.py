"""What merging questionnaires did, in words: what is new, what is the same, what contradicts."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal

from insek_cli.core.answers import UNKNOWN_FACT, Area, EntryState, PlaceKind, Rights
from insek_cli.core.catalogue import Catalogue
from insek_cli.core.conditions import PlanFormat
from insek_cli.core.merging import Comparison, Conflict, Taken
from insek_cli.core.statements import Topic, TopicKind, Value, Voice
from insek_cli.core.vocabulary import Holder, Status
from insek_cli.documents import wording as w
from insek_cli.documents.blocks import Align, Block, Column, Heading, paragraph, points, strong, table
from insek_cli.documents.form import KINDS, UNKNOWN_WORD
from insek_cli.documents.form_columns import WANTED, numbers

_GROUPS = {
    TopicKind.PLACE: "Gemeinde",
    TopicKind.FACT: "Angaben",
    TopicKind.PLAN: "Pläne",
    TopicKind.SUPPORT: "Unterstützung",
    TopicKind.FEEDBACK: "Rückmeldung zu den Kriterien",
}
_FIELDS: Mapping[str, str] = {
    "evidence": "Nachweis",
    "note": "Notiz",
    "reason": "Grund",
    "owner": "zuständig",
    "due": "bis",
    "title": "Titel",
    "data_year": "Daten von",
    "resolved": "Beschluss vom",
    "area": "Gebiet",
    "format": "Dateiform",
    "rights": "Nutzung erlaubt",
    "public": "öffentlich",
    "superseded": "durch einen neueren Plan ersetzt",
    "holder": "liegt bei",
    "holder_name": "Stelle",
    "useful": "nützlich",
    "realistic": "machbar",
    "remark": "Bemerkung",
    "ags": "Gemeindeschlüssel (AGS)",
    "ars": "Regionalschlüssel (ARS)",
    "inhabitants": "Einwohnerzahl",
    "inhabitants_date": "Stand der Einwohnerzahl",
    "inhabitants_basis": "Grundlage der Einwohnerzahl",
    "sorbian_name": "sorbischer Name",
    "leader_region": "LEADER-Region",
    "kind": "Stadt oder Gemeinde",
    "landkreis": "Landkreis",
    "association": "Verband",
    "concept": "Konzept",
}


def summary_blocks(catalogue: Catalogue, comparison: Comparison) -> Iterator[Block]:
    """Yield how much is new, same and in conflict, by section, and what was taken."""
    names = _Names(catalogue)
    taken = {one.topic for one in comparison.taken}
    conflicts = {one.topic for one in comparison.conflicts}
    new = taken - conflicts
    yield paragraph(strong(f"{len(new)} neu, {len(comparison.same)} gleich, {_conflicts(len(conflicts))}."))
    groups = {
        group: tuple(
            sum(names.group(topic) == group for topic in topics) for topics in (new, comparison.same, conflicts)
        )
        for group in names.groups
    }
    counts = [(group, *map(str, numbers_)) for group, numbers_ in groups.items() if any(numbers_)]
    if counts:
        heads = (Column("Abschnitt", 4), *(Column(title, 1, Align.RIGHT) for title in ("neu", "gleich", "Konflikte")))
        yield table(heads, counts)
    for group in names.groups:
        lines = [names.taken(one) for one in comparison.taken if names.group(one.topic) == group]
        if lines:
            yield Heading(3, f"Neu: {group}")
            yield points(lines)


def conflict_blocks(catalogue: Catalogue, conflict: Conflict) -> Iterator[Block]:
    """Yield what contradicts, with every text and who says it; numbered as the options to choose from are."""
    names = _Names(catalogue)
    yield Heading(3, f"Konflikt: {names.title(conflict.topic)}")
    yield points((f"{who(voice)}: {names.said(conflict.topic, voice)}" for voice in conflict.voices), ordered=True)


def homeless_text(catalogue: Catalogue, topic: Topic, voice: Voice) -> str:
    """Return the sentence for texts beside an answer that nobody has given."""
    names = _Names(catalogue)
    said = names.said(topic, voice)
    return f"{names.title(topic)}: Hier fehlt die Antwort selbst, deshalb wurde dies nicht übernommen: {said}"


def who(voice: Voice) -> str:
    """Return whose answer it is: „bisher (Bauamt, 02.05.2026)“ or „Hauptamt, 22.11.2026 (haupt.xlsx)“."""
    told = ", ".join(part for part in (voice.by, w.day(voice.on) if voice.on else None) if part)
    if not voice.sources:
        return f"bisher ({told})" if told else "bisher"
    return f"{told} ({', '.join(voice.sources)})"


def short_voice(catalogue: Catalogue, topic: Topic, voice: Voice) -> str:
    """Return who and what in few words, for a list to choose from."""
    return f"{voice.by or 'ohne Namen' if voice.sources else 'bisher'}: {_Names(catalogue).said(topic, voice)}"


def _conflicts(number: int) -> str:
    return w.counted(number, "Konflikt", "Konflikte")


class _Names:
    """The words for topics and values of one catalogue."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._numbers = {topic: number for number, topic in numbers(catalogue).items()}
        first = (TopicKind.PLACE, TopicKind.FACT, TopicKind.PLAN)
        self.groups = (
            *(_GROUPS[kind] for kind in first),
            *(section.title for section in catalogue.head.sections),
            *(title for kind, title in _GROUPS.items() if kind not in first),
        )

    def group(self, topic: Topic) -> str:
        """Return the section a topic belongs to."""
        if topic.kind is TopicKind.CRITERION:
            return self._catalogue.section_of[topic.id].title
        return _GROUPS[topic.kind]

    def title(self, topic: Topic) -> str:
        """Return number and title of a topic."""
        kind = TopicKind.CRITERION if topic.kind is TopicKind.FEEDBACK else topic.kind
        number = self._numbers.get(Topic(kind, topic.id), "")
        nth = f" ({topic.nth}. Eintrag)" if topic.nth > 1 else ""
        return f"{number} {self._words(topic)}{nth}".strip()

    def _words(self, topic: Topic) -> str:
        match topic.kind:
            case TopicKind.PLACE:
                return "Gemeinde"
            case TopicKind.FACT:
                return self._catalogue.question[topic.id].text
            case TopicKind.PLAN:
                return self._catalogue.plan[topic.id].title
            case TopicKind.CRITERION:
                return self._catalogue.criterion[topic.id].title
            case TopicKind.SUPPORT:
                return self._catalogue.support[topic.id].title
            case TopicKind.FEEDBACK:
                return f"{self._catalogue.criterion[topic.id].title} (Rückmeldung)"

    def taken(self, taken: Taken) -> str:
        """Return what was taken, and from whom."""
        said = f"{self.said(taken.topic, taken.voice)} – {who(taken.voice)}"
        title = self.title(taken.topic)
        return said if taken.topic.kind is TopicKind.PLACE else f"{title}{'' if title.endswith('?') else ':'} {said}"

    def said(self, topic: Topic, voice: Voice) -> str:
        """Return what a voice says, the answer first."""
        return "; ".join(self._fields(topic, voice.fields))

    def _fields(self, topic: Topic, fields: Mapping[str, Value]) -> Iterator[str]:
        for name, value in fields.items():
            label = _FIELDS.get(name)
            words = self._fact(topic, value) if topic.kind is TopicKind.FACT else _words(value, name)
            yield f"{label}: {words}" if label else words

    def _fact(self, topic: Topic, value: Value) -> str:
        titles = {choice.id: choice.title for choice in self._catalogue.question[topic.id].choices}
        return UNKNOWN_WORD if value == UNKNOWN_FACT else titles.get(str(value), _words(value, ""))


def _words(value: Value, name: str) -> str:  # noqa: C901, PLR0911 - one line a kind of value
    match value:
        case bool():
            return WANTED[value] if name == "wanted" else ("nein", "ja")[value]
        case Status():
            return w.STATUS[value]
        case PlaceKind():
            return KINDS[value]
        case EntryState():
            return w.ENTRY_STATE[value]
        case Area():
            return w.AREA[value]
        case PlanFormat():
            return w.PLAN_FORMAT[value]
        case Rights():
            return w.RIGHTS[value]
        case Holder():
            return w.HOLDER[value]
        case date():
            return w.day(value)
        case Decimal():
            return w.decimal(value)
        case int() | str():
            return str(value)


def open_blocks(catalogue: Catalogue, conflicts: Iterable[Conflict]) -> Iterator[Block]:
    """Yield all conflicts, for those who are not asked."""
    for conflict in conflicts:
        yield from conflict_blocks(catalogue, conflict)
