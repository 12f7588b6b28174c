"""Plans: first which there are, then where each lies and its details."""

from datetime import date

import pytest

from insek_cli.cli.questions.talk import Move
from insek_cli.core.answers import Area, EntryState, PlanEntry, Rights
from insek_cli.core.catalogue import Catalogue
from insek_cli.core.conditions import PlanFormat
from insek_cli.core.vocabulary import Holder
from tests.cli.questions.script import TOWN, go, held, left

HEAT = TOWN.with_plans((PlanEntry("heat-plan"),))
DETAILS = ("here", "Wärmeplan", "2025", "12.3.2026", "whole", "pdf", "yes")


def test_plans_ticked_are_there_and_the_others_are_not(catalogue: Catalogue):
    talk = held(catalogue, "plan-list.common", ["fire-plan"])
    states = {plan.type: plan.state for plan in talk.answers.plans}
    common = [kind.id for kind in catalogue.entries.plans if kind.common]
    assert states == {kind: "available" if kind == "fire-plan" else "none" for kind in common}
    assert talk.interview.at == "plan-list.other"


def test_plans_ticked_before_are_ticked_again_and_keep_their_details(catalogue: Catalogue):
    first, second = (
        PlanEntry("fire-plan", title="Wärmeplan", data_year=2025),
        PlanEntry("budget", state=EntryState.NONE),
    )
    answers = TOWN.with_plans((first, second))
    talk = held(catalogue, "plan-list.common", ["fire-plan", "budget"], answers=answers)
    assert talk.script.presets == [["fire-plan"]]
    assert talk.answers.plans_of("fire-plan") == (first,)
    assert talk.answers.plans_of("budget") == (PlanEntry("budget"),)
    unticked = held(catalogue, "plan-list.common", [], "yes", answers=talk.answers)
    (kept,) = unticked.answers.plans_of("fire-plan")
    assert (kept.state, kept.title, kept.data_year) == (EntryState.NONE, "Wärmeplan", 2025)


def test_a_plan_at_its_holder_is_ticked(catalogue: Catalogue):
    at_holder = PlanEntry("kita-plan", state=EntryState.NONE, holder=Holder.LANDKREIS)
    talk = held(catalogue, "plan-list.common", ["kita-plan"], answers=TOWN.with_plans((at_holder,)))
    assert talk.script.presets == [["kita-plan"]]
    assert talk.answers.plans_of("kita-plan") == (at_holder,)


def test_plan_at_hand_is_asked_for_its_details(catalogue: Catalogue):
    resolved = next(kind for kind in catalogue.entries.plans if kind.needs_resolution)
    known = TOWN.with_plans((PlanEntry(resolved.id),))
    (plan,) = held(catalogue, f"plans.{resolved.id}", *DETAILS, answers=known).answers.plans
    assert plan == PlanEntry(resolved.id, "Wärmeplan", 2025, date(2026, 3, 12), Area.WHOLE, PlanFormat.PDF, Rights.YES)


def test_the_resolution_is_asked_only_where_one_is_wanted(catalogue: Catalogue):
    without = next(kind for kind in catalogue.entries.plans if not kind.needs_resolution)
    known = TOWN.with_plans((PlanEntry(without.id),))
    talk = held(catalogue, f"plans.{without.id}", "here", "", "2025", "whole", "pdf", "yes", answers=known)
    assert not [question for question in talk.script.asked if "Beschluss" in question]


def test_every_detail_is_saved_at_once(catalogue: Catalogue):
    talk = held(catalogue, "plans.budget", "here", "Haushalt", "2025", "whole", "pdf", "yes", answers=_with("budget"))
    saved = [answers.plans[0] for answers in talk.saved]
    assert [plan.title for plan in saved][1] == "Haushalt"
    assert [plan.data_year for plan in saved][2] == 2025
    assert len(saved) == 6


def _with(kind: str):
    return TOWN.with_plans((PlanEntry(kind),))


def test_the_quick_check_asks_for_year_form_and_rights_alone(catalogue: Catalogue):
    talk = held(catalogue, "plans.budget", "here", "2025", "paper", "no", answers=_with("budget"), quick=True)
    assert talk.answers.plans == (PlanEntry("budget", data_year=2025, format=PlanFormat.PAPER, rights=Rights.NO),)


def test_details_may_stay_unknown_and_wrong_ones_are_asked_again(
    catalogue: Catalogue, capsys: pytest.CaptureFixture[str]
):
    kind = next(kind.id for kind in catalogue.entries.plans if kind.needs_resolution)
    script = ("here", "", "bald", "", "30.2.2026", "", "unknown", "unknown", "unclear")
    (plan,) = held(catalogue, f"plans.{kind}", *script, answers=_with(kind)).answers.plans
    assert plan == PlanEntry(kind, rights=Rights.UNCLEAR)
    said = capsys.readouterr().out
    assert "Jahreszahl von 1900 bis 2100" in said
    assert "Bitte einen Tag eingeben, den es gibt, zum Beispiel 12.03.2026." in said


@pytest.mark.parametrize(
    ("where", "state", "holder"),
    [("requested", "requested", None), ("nowhere", "none", None), ("at-holder", "none", Holder.LANDKREIS)],
)
def test_plan_that_is_not_there_is_asked_for_nothing_else(catalogue: Catalogue, where, state, holder):
    assert catalogue.plan["kita-plan"].holder is Holder.LANDKREIS
    (plan,) = held(catalogue, "plans.kita-plan", where, answers=_with("kita-plan")).answers.plans
    assert plan == PlanEntry("kita-plan", state=EntryState(state), holder=holder)


def test_a_plan_the_municipality_makes_itself_is_at_nobody_elses(catalogue: Catalogue):
    own = next(kind for kind in catalogue.entries.plans if kind.holder is Holder.MUNICIPALITY)
    with pytest.raises(AssertionError):
        held(catalogue, f"plans.{own.id}", "at-holder", answers=_with(own.id))


@pytest.mark.parametrize(
    ("entry", "preset"),
    [
        (PlanEntry("kita-plan"), None),
        (PlanEntry("kita-plan", data_year=2024), "here"),
        (PlanEntry("kita-plan", state=EntryState.REQUESTED), "requested"),
        (PlanEntry("kita-plan", state=EntryState.NONE, holder=Holder.LANDKREIS), "at-holder"),
    ],
)
def test_where_it_was_said_to_be_is_offered_again(catalogue: Catalogue, entry, preset):
    talk = held(catalogue, "plans.kita-plan", "requested", answers=TOWN.with_plans((entry,)))
    assert talk.script.presets == [preset]


FIRST = PlanEntry("budget", title="Erster", note="bleibt", holder_name="Amt", rights=Rights.YES)
SECOND = PlanEntry("budget", title="Zweiter", data_year=2020)


def test_which_of_several_is_meant_is_asked_and_the_others_are_kept(catalogue: Catalogue):
    script = ("here", "1", "Zweiter neu", "2025", "whole", "pdf", "yes")
    talk = held(catalogue, "plans.budget", *script, answers=TOWN.with_plans((FIRST, SECOND)))
    assert [(plan.title, plan.note, plan.data_year) for plan in talk.answers.plans] == [
        ("Erster", "bleibt", None),
        ("Zweiter neu", None, 2025),
    ]


def test_one_more_plan_of_a_kind_is_added(catalogue: Catalogue):
    script = ("another-here", "Zweiter", "2020", "part", "pdf", "yes")
    talk = held(catalogue, "plans.budget", *script, answers=TOWN.with_plans((FIRST,)))
    assert talk.answers.plans[0] == FIRST
    assert (talk.answers.plans[1].title, talk.answers.plans[1].area) == ("Zweiter", Area.PART)


def test_going_back_from_one_more_plan_leaves_none_behind(catalogue: Catalogue):
    script = ("another-here", go(), "here", "Erster", "", "whole", "pdf", "yes")
    talk = held(catalogue, "plans.budget", *script, answers=TOWN.with_plans((FIRST,)))
    assert [plan.title for plan in talk.answers.plans] == ["Erster"]


def test_going_back_within_the_details_asks_the_one_before(catalogue: Catalogue):
    script = ("here", "Falsch", go(), "Richtig", "2025", "whole", "pdf", "yes")
    talk = held(catalogue, "plans.budget", *script, answers=_with("budget"))
    assert talk.answers.plans[0].title == "Richtig"


def test_going_back_from_the_first_detail_asks_where_it_lies(catalogue: Catalogue):
    talk = held(catalogue, "plans.budget", "here", go(), "requested", answers=_with("budget"))
    assert talk.answers.plans == (PlanEntry("budget", state=EntryState.REQUESTED),)


def test_help_on_a_plan_is_shown_and_the_question_asked_again(catalogue: Catalogue, capsys: pytest.CaptureFixture[str]):
    held(catalogue, "plans.heat-plan", go(Move.HELP), "requested", answers=HEAT)
    assert "Grundlage: " in capsys.readouterr().out


@pytest.mark.parametrize("key", ["plan-list.common", "plans.heat-plan"])
@pytest.mark.parametrize("move", [Move.BACK, Move.SKIP, Move.JUMP, Move.OVERVIEW, Move.LEAVE])
def test_user_may_go_elsewhere_instead_of_answering(catalogue: Catalogue, key, move):
    to, talk = left(catalogue, key, go(move), answers=HEAT)
    assert (to, talk.saved) == (move, [HEAT])


def test_a_plan_is_not_dropped_by_mistake(catalogue: Catalogue):
    known = PlanEntry("kita-plan", state=EntryState.REQUESTED, holder=Holder.LANDKREIS)
    talk = held(catalogue, "plan-list.common", [], "no", ["kita-plan"], answers=TOWN.with_plans((known,)))
    assert talk.answers.plans_of("kita-plan") == (known,)
