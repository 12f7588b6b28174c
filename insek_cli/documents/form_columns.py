"""The columns and numbers of the questionnaire: described once, for those who write it and those who read it back."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from insek_cli.core.catalogue import Catalogue
from insek_cli.core.statements import Topic, TopicKind
from insek_cli.core.values import dataclass
from insek_cli.documents import wording as w

NUMBER, IDENT, QUESTION = "number", "ident", "question"
BY = "by"
WANTED = {True: "gewünscht", False: "nicht gewünscht"}
LISTS_SHEET = "Listen"
GUIDE_SHEET = "Anleitung"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: what it holds, its header, its share of the width, whether it is filled in, and with which words.

    other: headers it may also have. whole: least and most of a whole number.
    """

    key: str
    title: str
    share: int
    is_open: bool = True
    words: tuple[str, ...] = ()
    whole: tuple[int, int] | None = None
    other: tuple[str, ...] = ()


STATUS_WORDS = (*w.STATUS.values(), w.OPEN_WORD)

_NUMBER = Column(NUMBER, "Nr.", 5, is_open=False, other=("Nummer", "Nr"))
_IDENT = Column(IDENT, "Kennung", 2, is_open=False)
_BY = Column(BY, "Wer", 10, other=("Wer hat geantwortet", "Bearbeitet von"))
_USEFUL = Column("useful", "nützlich (1–5)", 8, whole=(1, 5), other=("nützlich",))
_REALISTIC = Column("realistic", "machbar für uns (1–5)", 9, whole=(1, 5), other=("machbar für uns", "machbar"))
_REMARK = Column("remark", "Bemerkung zum Kriterium", 15, other=("Bemerkung",))
_STATUS = Column("status", "Antwort", 13, words=STATUS_WORDS)
_EVIDENCE = Column("evidence", "Nachweis", 18)
_NOTE = Column("note", "Notiz", 18, other=("Notizen", "Anmerkung"))
_REASON = Column("reason", "Grund (trifft nicht zu)", 14, other=("Grund",))

CRITERIA = (
    _NUMBER,
    _IDENT,
    Column(QUESTION, "Frage/Aussage", 26, is_open=False, other=("Frage", "Aussage")),
    Column("met", "erfüllt, wenn …", 28, is_open=False, other=("erfüllt, wenn",)),
    Column("partial", "teilweise, wenn …", 28, is_open=False, other=("teilweise, wenn",)),
    *(_STATUS, _EVIDENCE, _NOTE, _REASON, _BY, _USEFUL, _REALISTIC, _REMARK),
)
FACTS = (
    _NUMBER,
    _IDENT,
    Column(QUESTION, "Frage", 44, is_open=False),
    Column("help", "Hinweis", 60, is_open=False),
    Column("answer", "Antwort", 30),
)
SUPPORT = (
    _NUMBER,
    _IDENT,
    Column(QUESTION, "Unterstützung", 44, is_open=False),
    Column("help", "Hinweis", 60, is_open=False),
    Column("wanted", "Wunsch", 24, words=tuple(WANTED.values())),
)
PLANS = (
    _NUMBER,
    _IDENT,
    Column(QUESTION, "Plan", 26, is_open=False, other=("Planart",)),
    Column("state", "Stand", 13, words=(*w.ENTRY_STATE.values(), w.OPEN_WORD), other=("Stand des Plans",)),
    Column("title", "Titel", 22, other=("Titel des Plans",)),
    Column("data_year", "Daten von (Jahr)", 9, whole=(1900, 2100), other=("Datenjahr", "Datenstand", "Daten von")),
    Column("resolved", "Beschluss vom", 12, other=("Beschluss", "Tag des Beschlusses", "Beschlossen am")),
    Column("area", "Gebiet", 17, words=tuple(w.AREA.values())),
    Column("format", "Dateiform", 13, words=tuple(w.PLAN_FORMAT.values()), other=("Form",)),
    Column("rights", "Nutzung erlaubt", 12, words=tuple(w.RIGHTS.values()), other=("Rechte", "Nutzungsrecht")),
    Column("holder", "Liegt bei", 13, words=tuple(w.HOLDER.values()), other=("Träger",)),
    Column("holder_name", "Name der Stelle", 16, other=("Stelle",)),
    Column("note", "Notiz", 18, other=("Notizen", "Anmerkung")),
)
# On paper there is less room: the question holds its measure, and the feedback has a table of its own.
CRITERIA_IN_WORD = (
    replace(_NUMBER, share=6),
    Column(QUESTION, "Frage/Aussage", 92, is_open=False, other=("Frage", "Aussage")),
    replace(_STATUS, share=16),
    replace(_EVIDENCE, share=20),
    replace(_NOTE, share=20),
    replace(_REASON, share=13),
    replace(_BY, share=10),
)
FEEDBACK_IN_WORD = (
    replace(_NUMBER, share=6),
    Column("title", "Kriterium", 60, is_open=False),
    replace(_USEFUL, share=14),
    replace(_REALISTIC, share=20),
    replace(_REMARK, share=74),
)
# A plan has too many columns for a page: what it is in one table, what may be taken from it in another.
_DETAILS = ("area", "format", "rights", "note")
PLANS_IN_WORD = tuple(column for column in PLANS if column.key not in {IDENT, *_DETAILS})
PLAN_DETAILS_IN_WORD = tuple(column for column in PLANS if column.key in {NUMBER, QUESTION, *_DETAILS})
FACTS_IN_WORD = tuple(column for column in FACTS if column.key != IDENT)
SUPPORT_IN_WORD = tuple(column for column in SUPPORT if column.key != IDENT)
ON_PAPER: Mapping[tuple[Column, ...], tuple[Column, ...]] = {
    CRITERIA: CRITERIA_IN_WORD,
    PLANS: PLANS_IN_WORD,
    FACTS: FACTS_IN_WORD,
    SUPPORT: SUPPORT_IN_WORD,
}
LAYOUTS = (*ON_PAPER, *ON_PAPER.values(), PLAN_DETAILS_IN_WORD, FEEDBACK_IN_WORD)

# What stands at the beginning: key of the line and its label.
LINES: Mapping[str, str] = {
    "name": "Gemeinde",
    "kind": "Stadt oder Gemeinde",
    "ags": "Gemeindeschlüssel (AGS)",
    "inhabitants": "Einwohnerzahl",
    "landkreis": "Landkreis",
    "person": "Ausgefüllt von",
    "day": "Ausgefüllt am",
    "return": "Bitte zurück bis",
    "catalogue": "Katalog",
}

LETTERS: Mapping[str, TopicKind] = {
    "K": TopicKind.CRITERION,
    "A": TopicKind.FACT,
    "P": TopicKind.PLAN,
    "U": TopicKind.SUPPORT,
}


def numbers(catalogue: Catalogue) -> dict[str, Topic]:
    """Return what each number stands for: a letter and the place in the catalogue, K12 or P3."""
    ids: Mapping[str, Iterable[str]] = {
        "K": catalogue.criterion,
        "A": catalogue.question,
        "P": catalogue.plan,
        "U": catalogue.support,
    }
    return {
        f"{letter}{place}": Topic(LETTERS[letter], ident)
        for letter, entries in ids.items()
        for place, ident in enumerate(entries, start=1)
    }
