"""Answers of every kind, with texts that YAML takes amiss where it can."""

from decimal import Decimal

from hypothesis import strategies as st

from insek_cli.core.answers import (
    Answers,
    Area,
    ConceptName,
    CriterionAnswer,
    EntryState,
    Feedback,
    Municipality,
    PlaceKind,
    PlanEntry,
    Rights,
)
from insek_cli.core.conditions import PlanFormat
from insek_cli.core.vocabulary import Holder, QuestionKind, Status

HARD_TEXTS = [
    "",
    " ",
    "\n",
    "\n\n",
    "x\n",
    "x\n\n",
    "x\n\n\n",
    "\nx",
    " x\ny",
    "x \ny",
    "x\n y",
    "x\ty\nz",
    "x\r\ny",
    "x\ry\nz",
    "x\x85y\nz",
    "x\u2028y\nz",
    "x\u2028 y\nz",
    "x\u2029\ny",
    "\ufeffx",
    "x\ufeff\ny",
    "no",
    "null",
    "~",
    "1.10",
    "0x1f",
    "12:30",
    "2026-03-12",
    "=",
    "<<",
    "- x\n- y",
    "# x",
    "x #y",
    "x: y",
    "---\nx",
    "x\n...\ny",
    "&x",
    "*x",
    "!x",
    "%x\ny",
    "@x",
    "`x`",
    "{x}",
    "'x'",
    '"x"',
    "\\n",
    "\x00\x07\x1b[31m\x7f\x9f",
    "😀 👩‍👩‍👧",
    "😀\nx",
    "שלום\nעולם",
    "\u202eabc\u202c",
    "a\u0308",
    "\ud7ff\ue000\ufffd\uffff\U0010ffff",
    "lang " * 60,
    "x" * 500,
    "Zeile eins ist lang " * 20 + "\nZeile zwei",
]

texts = (
    st.text(st.characters(codec="utf-8"), max_size=40) | st.sampled_from(HARD_TEXTS) | st.text("ab \n:#-.", max_size=12)
)
filled = texts.filter(lambda text: text.strip())
days = st.dates()


def maybe(strategy):
    return st.none() | strategy


municipalities = st.builds(
    Municipality,
    name=filled,
    ags=maybe(st.from_regex("[0-9]{8}", fullmatch=True, alphabet=st.characters(codec="ascii"))),
    ars=maybe(st.from_regex("[0-9]{12}", fullmatch=True, alphabet=st.characters(codec="ascii"))),
    inhabitants=maybe(st.integers(1, 9_999_999)),
    inhabitants_date=maybe(days),
    inhabitants_basis=maybe(filled),
    sorbian_name=maybe(filled),
    leader_region=maybe(filled),
    kind=maybe(st.sampled_from(PlaceKind)),
    landkreis=maybe(filled),
    association=maybe(filled),
    concept=maybe(st.sampled_from(ConceptName)),
)

criterion_answers = st.builds(
    CriterionAnswer,
    status=st.sampled_from(Status),
    evidence=maybe(texts),
    note=maybe(texts),
    reason=maybe(texts),
    by=maybe(texts),
    on=maybe(days),
    owner=maybe(texts),
    due=maybe(days),
    flagged=st.booleans(),
)

marks = maybe(st.integers(1, 5))
feedbacks = st.builds(Feedback, useful=marks, realistic=marks, remark=maybe(texts))


def fact_values(question):
    match question.kind:
        case QuestionKind.CHOICE:
            known = st.sampled_from([choice.id for choice in question.choices])
        case QuestionKind.YEAR:
            known = st.integers(1900, 2100)
        case QuestionKind.NUMBER:
            known = st.decimals(0, 999_999_999, places=4) | st.integers(0, 999_999_999).map(Decimal)
        case QuestionKind.COUNT:
            known = st.integers(0, 999_999_999).map(Decimal)
        case QuestionKind.TEXT:
            known = texts.filter(lambda text: text != "unknown")
    return maybe(known)


def plan_entries(catalogue):
    return st.builds(
        PlanEntry,
        type=st.sampled_from(sorted(catalogue.plan)),
        title=maybe(filled),
        data_year=maybe(st.integers(1900, 2100)),
        resolved=maybe(days),
        area=maybe(st.sampled_from(Area)),
        format=maybe(st.sampled_from(PlanFormat)),
        rights=maybe(st.sampled_from(Rights)),
        public=maybe(st.booleans()),
        superseded=st.booleans(),
        holder=maybe(st.sampled_from(Holder)),
        holder_name=maybe(filled),
        state=st.sampled_from(EntryState),
        note=maybe(texts),
    )


@st.composite
def all_answers(draw, catalogue):
    asked = draw(st.lists(st.sampled_from(sorted(catalogue.question)), unique=True, max_size=6))
    judged = st.sampled_from(sorted(catalogue.criterion))
    return Answers(
        draw(municipalities),
        {name: draw(fact_values(catalogue.question[name])) for name in asked},
        tuple(draw(st.lists(plan_entries(catalogue), max_size=3))),
        draw(st.dictionaries(judged, criterion_answers, max_size=4)),
        tuple(draw(st.lists(st.sampled_from(sorted(catalogue.support)), unique=True))),
        draw(st.dictionaries(judged, feedbacks, max_size=3)),
        draw(maybe(filled)),
    )
