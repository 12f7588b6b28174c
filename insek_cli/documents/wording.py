"""German words for what the core says in identifiers, and numbers the German way."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from math import ceil

from insek_cli.core.answers import Area, EntryState, Rights
from insek_cli.core.conditions import FactValue, PlanFormat, Verdict
from insek_cli.core.costs import EffortClass
from insek_cli.core.programmes import ProgrammeStatus
from insek_cli.core.reasons import Reason
from insek_cli.core.scale import UNITS
from insek_cli.core.vocabulary import Ground, Holder, Obligation, Proof, Status, Take

SELF_ASSESSMENT = "Selbsteinschätzung, keine Prüfung"
OPEN_WORD = "noch nicht beantwortet"
NO_EVIDENCE = "ohne Nachweis"

STATUS: Mapping[Status, str] = {
    Status.MET: "erfüllt",
    Status.PARTIAL: "teilweise erfüllt",
    Status.UNMET: "nicht erfüllt",
    Status.LATER: "bewusst zurückgestellt",
    Status.UNKNOWN: "weiß nicht",
    Status.NOT_APPLICABLE: "trifft nicht zu",
}
OBLIGATION: Mapping[Obligation, str] = {
    Obligation.MUST: "unverzichtbar",
    Obligation.SHOULD: "soll",
    Obligation.MAY: "kann",
}
NEXT_CONCEPT = "erst mit dem nächsten Konzept"
GROUND: Mapping[Ground, str] = {
    Ground.LAW: "Gesetz",
    Ground.FUNDING: "Voraussetzung mancher Förderung",
    Ground.GUIDANCE: "Fachempfehlung",
    Ground.LEAN: "schlankes Vorgehen",
}
PROOF_NOTE: Mapping[Proof, str] = {
    Proof.READ: "",
    Proof.PARTLY: "nur zum Teil belegt",
    Proof.ASSUMPTION: "Annahme",
}
VERDICT: Mapping[Verdict, str] = {
    Verdict.TAKE_OVER: "übernehmen",
    Verdict.UPDATE: "mit Anpassung nutzen",
    Verdict.REFERENCE: "nur darauf verweisen",
    Verdict.UNUSABLE: "nicht verwenden",
    Verdict.REQUEST: "anfordern",
    Verdict.MISSING: "fehlt",
    Verdict.NOT_RELEVANT: "hier nicht von Belang",
}
REASON: Mapping[Reason, str] = {
    Reason.CONDITION_FALSE: "trifft hier nicht zu",
    Reason.REQUESTED: "schon angefordert",
    Reason.HELD_ELSEWHERE: "noch nicht angefragt",
    Reason.NOT_AT_HAND: "liegt nicht vor",
    Reason.SUPERSEDED: "durch einen neueren Plan ersetzt",
    Reason.TOO_OLD: "Daten zu alt",
    Reason.OLD_BUT_IN_FORCE: "gilt weiter, Zahlen sind alt",
    Reason.RIGHTS_REFUSED: "Nutzung nicht erlaubt",
    Reason.NOT_PUBLIC: "nicht öffentlich",
    Reason.REFERENCE_ONLY: "eigener Plan einer anderen Ebene",
    Reason.AGEING: "Zahlen älter als üblich",
    Reason.AGE_UNKNOWN: "Datenstand unbekannt",
    Reason.AREA_PART: "nur für einen Teil des Gebiets",
    Reason.AREA_FORMER: "für ein früheres Gemeindegebiet",
    Reason.AREA_UNKNOWN: "Gebietsstand unbekannt",
    Reason.NOT_EDITABLE: "nicht bearbeitbar",
    Reason.FORMAT_UNKNOWN: "Dateiform unbekannt",
    Reason.NO_RESOLUTION: "kein Beschluss eingetragen",
    Reason.RIGHTS_UNCLEAR: "Nutzungsrecht ungeklärt",
}
PROGRAMME: Mapping[ProgrammeStatus, str] = {
    ProgrammeStatus.READY: "konzeptseitig erfüllt, Aufruf und Frist prüfen",
    ProgrammeStatus.BLOCKED: "konzeptseitig fehlt noch etwas",
    ProgrammeStatus.UNCLEAR: "Zugang noch ungeklärt",
    ProgrammeStatus.NOT_ELIGIBLE: "nach Ihren Angaben nicht vorgesehen oder nicht zugänglich",
    ProgrammeStatus.CLOSED: "geschlossen",
}
EFFORT: Mapping[EffortClass, str] = {
    EffortClass.LEAN: "schlank",
    EffortClass.MEDIUM: "mittel",
    EffortClass.HEAVY: "aufwendig",
}
HOLDER: Mapping[Holder, str] = {
    Holder.MUNICIPALITY: "Gemeinde",
    Holder.LANDKREIS: "Landkreis",
    Holder.ASSOCIATION: "Zweckverband",
    Holder.SUPPLIER: "Versorger",
    Holder.REGION: "Region",
    Holder.STATE: "Freistaat",
    Holder.OTHER: "andere Stelle",
}
AT_HOLDER: Mapping[Holder, str] = {
    Holder.MUNICIPALITY: "bei der Gemeinde",
    Holder.LANDKREIS: "beim Landkreis",
    Holder.ASSOCIATION: "beim Zweckverband",
    Holder.SUPPLIER: "beim Versorger",
    Holder.REGION: "in der Region",
    Holder.STATE: "beim Freistaat",
    Holder.OTHER: "bei einer anderen Stelle",
}
ENTRY_STATE: Mapping[EntryState, str] = {
    EntryState.AVAILABLE: "liegt vor",
    EntryState.REQUESTED: "angefordert",
    EntryState.NONE: "liegt nicht vor",
}
AREA: Mapping[Area, str] = {
    Area.WHOLE: "ganzes Gemeindegebiet",
    Area.PART: "nur ein Teil",
    Area.FORMER: "früheres Gemeindegebiet",
}
PLAN_FORMAT: Mapping[PlanFormat, str] = {
    PlanFormat.EDITABLE: "bearbeitbar",
    PlanFormat.PDF: "nur PDF",
    PlanFormat.PAPER: "nur Papier",
}
ONLY_AS: Mapping[PlanFormat | None, str] = {PlanFormat.PDF: "nur als PDF", PlanFormat.PAPER: "nur auf Papier"}
RIGHTS: Mapping[Rights, str] = {
    Rights.YES: "ja",
    Rights.NO: "nein",
    Rights.UNCLEAR: "ungeklärt",
}
TAKE: Mapping[Take, str] = {
    Take.DATA: "Daten",
    Take.GOALS: "Ziele",
    Take.MEASURES: "Maßnahmen",
    Take.MAPS: "Karten",
}


def status_word(status: Status | None) -> str:
    """Return the word for a status; None is open."""
    return OPEN_WORD if status is None else STATUS[status]


def day(value: date) -> str:
    """Return a date as 22.11.2026."""
    return f"{value.day:02}.{value.month:02}.{value.year:04}"


def whole(value: int) -> str:
    """Return a whole number with points between thousands: 13.800."""
    return f"{value:,}".replace(",", ".")


def decimal(value: Decimal | float) -> str:
    """Return a number with a decimal comma and no needless zeros: 2,5."""
    text = f"{value:f}" if isinstance(value, Decimal) else f"{value}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return text.replace(".", ",")


def figure(value: Decimal) -> str:
    """Return a figure with points between thousands, a decimal comma and a true minus: −1.234,5."""
    before, _, after = format(abs(value), ",f").partition(".")
    sign = "−" if value < 0 else ""
    return sign + before.replace(",", ".") + (f",{after}" if after.strip("0") else "")


def percent(share: Fraction | None) -> str:
    """Return a share as whole percent: 33 %; a dash where nothing counts."""
    return "–" if share is None else f"{round(share * 100)} %"


def halves(units: int) -> str:
    """Return a number held in halves: 2,5."""
    return decimal(units / UNITS)


def days(units: tuple[int, int]) -> str:
    """Return a range of days held in halves: „1–2 Tage“."""
    noun = "Tag" if units[1] == UNITS else "Tage"
    return f"{day_range(units)} {noun}"


def whole_days(units: tuple[int, int]) -> str:
    """Return a sum of days held in halves, rounded up: „67 bis 148 Arbeitstage“; the halves would feign precision."""
    low, high = (-(-value // UNITS) for value in units)
    noun = "Arbeitstag" if high == 1 else "Arbeitstage"
    return f"{_from_to(str(low), str(high))} {noun}"


def weeks(low: Fraction, high: Fraction) -> str:
    """Return a time in weeks, rounded up: „24 bis 60 Wochen“; a long one in half years: „rund 3,5 bis 7 Jahre“."""
    if high < LONG:
        first, last = str(ceil(low)), str(ceil(high))
        return "eine Woche" if last == "1" else _from_to(first, last) + " Wochen"
    if low > WEEKS * MANY_YEARS:
        return f"mehr als {MANY_YEARS} Jahre"
    first, last = (halves(ceil(value * UNITS / WEEKS)) for value in (low, high))
    return f"rund {_from_to(first, last)} Jahre"


WEEKS, LONG, MANY_YEARS = 52, 78, 20


def _from_to(first: str, last: str) -> str:
    return last if first == last else f"{first} bis {last}"


def day_range(units: tuple[int, int]) -> str:
    """Return a range of days held in halves as bare numbers: „1–2“."""
    low, high = units
    return halves(low) if low == high else f"{halves(low)}–{halves(high)}"


def listed(words: Iterable[str], last_with: str = "und") -> str:
    """Return words as „a, b und c“, or with another word before the last."""
    *first, last = list(words) or [""]
    return f"{', '.join(first)} {last_with} {last}" if first else last


def counted(number: int, one: str, many: str) -> str:
    """Return a number with its noun: „ein Punkt“, „3 Punkte“, „kein Punkt“ is left to the caller."""
    return f"{number} {one if number == 1 else many}"


def with_note(text: str, proof: Proof) -> str:
    """Return a text with the mark of its proof, where it is not fully read."""
    note = PROOF_NOTE[proof]
    return f"{text} ({note})" if note else text


def fact(value: FactValue) -> str:
    """Return the answer to a question as text; numbers the German way, years without a point."""
    return decimal(value) if isinstance(value, Decimal) else str(value)


def sentence_start(text: str) -> str:
    """Return a text with a capital at its beginning; the rest stays as it is."""
    return text[:1].upper() + text[1:]
