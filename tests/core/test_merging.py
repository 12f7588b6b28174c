"""Merging: what is new is taken, nothing is overwritten, no text is lost."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from insek_cli.core.answers import (
    Answers,
    CriterionAnswer,
    EntryState,
    Feedback,
    Municipality,
    PlanEntry,
)
from insek_cli.core.merging import compare, has_several_texts, with_all_texts, with_voice
from insek_cli.core.statements import Source, Statement, Topic, TopicKind, bare, statements_of
from insek_cli.core.vocabulary import Status

TODAY, BEFORE = date(2026, 11, 22), date(2026, 5, 2)
PLACE = Municipality("Ort")
SUPPORT = ("data", "maps")
HAUPT, BAU = Source("haupt.xlsx", "haupt", TODAY), Source("bau.xlsx", "bau", TODAY)
SWOT = Topic(TopicKind.CRITERION, "swot")
TEXTS = st.none() | st.sampled_from(["a", "b", "a ", "", "\x07", "a\nb"])

criterion_answers = st.builds(
    CriterionAnswer,
    status=st.sampled_from(Status),
    evidence=TEXTS,
    note=TEXTS,
    reason=TEXTS,
    by=st.none() | st.sampled_from(["Bauamt", "Hauptamt"]),
    on=st.none() | st.just(BEFORE),
)
plan_entries = st.builds(
    PlanEntry,
    type=st.sampled_from(["heat-plan", "budget"]),
    title=st.none() | st.sampled_from(["Plan", "Anderer"]),
    data_year=st.none() | st.integers(2020, 2021),
    state=st.sampled_from(EntryState),
)
some_answers = st.builds(
    Answers,
    municipality=st.just(PLACE),
    facts=st.dictionaries(st.sampled_from(["project", "districts"]), st.none() | st.sampled_from(["new", Decimal(3)])),
    plans=st.lists(plan_entries, max_size=3).map(tuple),
    criteria=st.dictionaries(st.sampled_from(["swot", "published", "currency"]), criterion_answers),
    support=st.none() | st.lists(st.sampled_from(SUPPORT), unique=True).map(tuple),
    feedback=st.dictionaries(
        st.sampled_from(["swot", "published"]),
        st.builds(Feedback, useful=st.none() | st.integers(1, 2), remark=TEXTS),
    ),
)


def said(answers: Answers, source: Source = HAUPT) -> list[Statement]:
    return list(statements_of(answers, source, SUPPORT))


def outcome(compared):
    """Return what does not depend on the order of the sources; of texts alike but for blanks the first one's is kept."""
    return (
        {
            (one.topic, tuple(sorted((name, str(value)) for name, value in one.voice.fields.items())))
            for one in compared.taken
        },
        set(compared.same),
        {
            (one.topic, frozenset(str(sorted(bare_fields(voice), key=str)) for voice in one.voices))
            for one in compared.conflicts
        },
    )


def bare_fields(voice):
    return [(name, bare(value)) for name, value in voice.fields.items()]


@given(own=some_answers)
def test_own_answers_coming_back_change_nothing(own):
    compared = compare(own, said(own))
    assert (compared.answers, compared.taken, compared.conflicts, compared.homeless) == (own, (), (), ())


@given(own=some_answers)
def test_silence_changes_nothing(own):
    assert compare(own, []).answers == own


@given(own=some_answers, other=some_answers)
def test_nothing_that_stood_there_is_overwritten(own, other):
    after = compare(own, said(other)).answers
    for name, answer in own.criteria.items():
        if answer.status is not Status.UNKNOWN:
            assert (after.criteria[name].status, after.criteria[name].by) == (answer.status, answer.by)
        for field in ("evidence", "note", "reason"):
            if (getattr(answer, field) or "").strip("\x07 "):
                assert getattr(after.criteria[name], field) == getattr(answer, field)
    for fact, value in own.facts.items():
        assert value is None or after.facts[fact] == value
    assert len(after.plans) >= len(own.plans)


@given(own=some_answers, other=some_answers)
def test_whatever_is_said_is_taken_known_or_in_conflict(own, other):
    compared = compare(own, said(other))
    told = {text for name in compared.answers.criteria for text in texts_of(compared.answers.criteria[name])}
    told |= {str(value) for one in compared.conflicts for voice in one.voices for value in voice.fields.values()}
    for answer in other.criteria.values():
        assert {text.split()[0] for text in texts_of(answer)} <= {text.split()[0] for text in told if text.strip()}


def texts_of(answer: CriterionAnswer) -> set[str]:
    return {text for text in (answer.evidence, answer.note, answer.reason) if text and text.strip("\x07 ")}


@given(own=some_answers, one=some_answers, two=some_answers)
def test_order_of_the_sources_decides_nothing(own, one, two):
    first = compare(own, [*said(one, HAUPT), *said(two, BAU)])
    second = compare(own, [*said(two, BAU), *said(one, HAUPT)])
    assert outcome(first)[1:] == outcome(second)[1:]
    assert {one.topic for one in first.taken} == {one.topic for one in second.taken}


@given(own=some_answers, other=some_answers)
@settings(max_examples=50)
def test_merging_twice_takes_nothing_more(own, other):
    once = compare(own, said(other))
    twice = compare(once.answers, said(other))
    assert (twice.answers, twice.taken) == (once.answers, ())


@given(own=some_answers, other=some_answers)
@settings(max_examples=50)
def test_every_conflict_can_be_settled_either_way(own, other):
    compared = compare(own, said(other))
    for mine_or_theirs in (0, -1):
        answers = compared.answers
        for conflict in compared.conflicts:
            answers = with_voice(answers, conflict, len(conflict.voices) - 1 if mine_or_theirs else 0)
        if mine_or_theirs == 0:
            assert answers == compared.answers
        else:
            assert compare(answers, said(other)).conflicts == ()


def own(status: Status | None = Status.MET, **more) -> Answers:
    return Answers(PLACE, criteria={} if status is None else {"swot": CriterionAnswer(status, **more)})


def answer(source: Source, by: str | None = None, **fields) -> Statement:
    return Statement(SWOT, fields, source, by)


def test_new_answer_keeps_who_and_when():
    after = compare(own(None), [answer(HAUPT, "Frau A", status=Status.MET, note="x")]).answers
    assert after.criteria["swot"] == CriterionAnswer(Status.MET, note="x", by="Frau A", on=TODAY)


@pytest.mark.parametrize(
    ("by", "person", "before", "who"),
    [
        ("Frau A", "Hauptamt", None, "Frau A"),
        (None, "Hauptamt", None, "Hauptamt"),
        (None, None, None, "haupt"),
        ("Bauamt", "Hauptamt", "Bauamt", "Hauptamt"),
        ("Bauamt", None, "Bauamt", "haupt"),
        ("Frau A", None, "Bauamt", "Frau A"),
    ],
)
def test_name_that_stood_there_before_says_nothing_about_a_new_answer(by, person, before, who):
    source = replace(HAUPT, person=person)
    compared = compare(own(Status.UNKNOWN, by=before), [answer(source, by, status=Status.MET)])
    assert compared.answers.criteria["swot"].by == who


def test_changed_answer_is_not_credited_to_the_name_that_stood_in_the_form():
    (conflict,) = compare(
        own(by="Bauamt"), [answer(replace(HAUPT, fallback="Anna"), "Bauamt", status="unmet")]
    ).conflicts
    assert with_voice(own(by="Bauamt"), conflict, 1).criteria["swot"].by == "Anna"


def test_answer_file_says_itself_whose_an_answer_is():
    returned = said(own(Status.MET, by="Bauamt"), HAUPT)
    compared = compare(own(Status.UNKNOWN, by="Bauamt"), returned)
    assert compared.answers.criteria["swot"].by == "Bauamt"


def test_note_of_another_does_not_change_who_answered():
    after = compare(own(by="Bauamt", on=BEFORE), [answer(HAUPT, status=Status.MET, note="x")]).answers
    assert after.criteria["swot"] == CriterionAnswer(Status.MET, note="x", by="Bauamt", on=BEFORE)


def test_sources_that_say_the_same_are_named_together():
    (taken,) = compare(own(None), [answer(HAUPT, status=Status.MET), answer(BAU, status=Status.MET)]).taken
    assert (taken.voice.by, taken.voice.sources) == ("haupt, bau", ("haupt.xlsx", "bau.xlsx"))


def test_different_status_is_a_conflict_as_a_whole():
    compared = compare(own(note="mein"), [answer(HAUPT, status=Status.UNMET, note="dein", evidence="neu")])
    assert compared.answers == own(note="mein")
    (conflict,) = compared.conflicts
    assert [dict(voice.fields) for voice in conflict.voices] == [
        {"status": "met", "note": "mein"},
        {"status": "unmet", "note": "dein", "evidence": "neu"},
    ]


def test_sources_that_disagree_are_a_conflict_though_nothing_stood_there():
    compared = compare(own(None), [answer(HAUPT, status=Status.MET), answer(BAU, status=Status.UNMET)])
    assert (len(compared.conflicts[0].voices), compared.answers) == (2, own(None))


def test_same_status_and_different_note_is_a_conflict_about_the_note():
    compared = compare(own(note="mein"), [answer(HAUPT, status=Status.MET, note="dein", evidence="neu")])
    assert compared.answers.criteria["swot"] == CriterionAnswer(Status.MET, "neu", "mein")
    assert [dict(voice.fields) for voice in compared.conflicts[0].voices] == [{"note": "mein"}, {"note": "dein"}]


def test_both_notes_can_be_kept():
    (conflict,) = compare(own(note="mein"), [answer(HAUPT, note="dein"), answer(BAU, note="mein ")]).conflicts
    assert has_several_texts(conflict)
    assert with_all_texts(own(note="mein"), conflict, 0).criteria["swot"].note == "mein\nhaupt: dein"


def test_status_of_one_can_be_taken_with_the_texts_of_all():
    (conflict,) = compare(own(note="mein", by="Bauamt"), [answer(HAUPT, status=Status.UNMET, note="dein")]).conflicts
    after = with_all_texts(own(note="mein"), conflict, 1).criteria["swot"]
    assert (after.status, after.note, after.by) == (Status.UNMET, "dein\nBauamt: mein", "haupt")


def test_conflict_without_texts_needs_no_second_question():
    (conflict,) = compare(own(), [answer(HAUPT, status=Status.UNMET)]).conflicts
    assert not has_several_texts(conflict)


def test_not_knowing_contradicts_nobody():
    assert compare(own(), [answer(HAUPT, status=Status.UNKNOWN)]).same == (SWOT,)
    compared = compare(own(Status.UNKNOWN), [answer(HAUPT, status=Status.MET)])
    assert (compared.answers.criteria["swot"].status, compared.conflicts) == (Status.MET, ())
    compared = compare(own(None), [answer(HAUPT, status=Status.UNKNOWN), answer(BAU, status=Status.MET)])
    assert (compared.answers.criteria["swot"].status, compared.conflicts) == (Status.MET, ())


def test_note_without_an_answer_says_that_nobody_knows_yet():
    assert compare(own(None), [answer(HAUPT, note="x")]).answers.criteria["swot"].status is Status.UNKNOWN
    assert compare(own(), [answer(HAUPT, note="x")]).answers.criteria["swot"] == CriterionAnswer(Status.MET, note="x")


def test_note_beside_a_quarrel_about_the_answer_has_no_place():
    said = [answer(HAUPT, status=Status.MET), answer(BAU, status=Status.UNMET), answer(BAU, note="x")]
    compared = compare(own(None), said)
    assert [one.fields for one in compared.homeless] == [{"note": "x"}]


def test_plan_with_details_and_no_state_is_there():
    topic = Topic(TopicKind.PLAN, "heat-plan")
    (plan,) = compare(Answers(PLACE), [Statement(topic, {"title": "Plan"}, HAUPT)]).answers.plans
    assert plan == PlanEntry("heat-plan", "Plan", state=EntryState.AVAILABLE)
    requested = Answers(PLACE, plans=(PlanEntry("heat-plan", state=EntryState.REQUESTED),))
    (plan,) = compare(requested, [Statement(topic, {"title": "Plan"}, HAUPT)]).answers.plans
    assert plan == PlanEntry("heat-plan", "Plan", state=EntryState.REQUESTED)


def test_second_plan_of_a_type_is_compared_with_the_second():
    two = Answers(PLACE, plans=(PlanEntry("budget", "A"), PlanEntry("budget", "B")))
    compared = compare(two, [Statement(Topic(TopicKind.PLAN, "budget", 2), {"title": "C"}, HAUPT)])
    assert [dict(voice.fields) for voice in compared.conflicts[0].voices] == [{"title": "B"}, {"title": "C"}]
