"""Programmes that reward working together: what is closed or shut is left out, what is still needed is named."""

from dataclasses import replace
from decimal import Decimal

from insek_cli.core import occasions as o
from insek_cli.core.assessment import Assessment, assess
from insek_cli.core.conditions import FactIs
from insek_cli.core.rewards import rewards
from insek_cli.core.vocabulary import Proof
from tests.core import small

AGREED = FactIs("together", "yes")
CATALOGUE = small.catalogue(
    small.plain(
        criteria=[{"id": "swot"}, {"id": "goals"}],
        questions=[{"id": "local-area"}, {"id": "together"}],
        programmes=[
            {"id": "open"},
            {"id": "shut", "closed": "Mittel sind vergeben."},
            {"id": "local", "gate": {"not": {"fact": "local-area", "is": "no"}}},
            {"id": "joint", "gate": {"fact": "together", "is": "yes"}},
            {"id": "asking", "needs": ["goals"]},
            {"id": "other"},
        ],
    )
)


def occasion(ident: str, *programmes: str) -> o.Occasion:
    return o.Occasion(
        o.OccasionId(ident), o.OccasionKind.COMMON_GAP, "t", "t", o.FormId("f"), Decimal(1), Proof.ASSUMPTION, (),
        programmes=programmes,
    )  # fmt: skip


ALL = occasion("x", "open", "shut", "local", "joint", "asking")


def town(criteria=None, **facts: str) -> Assessment:
    said = small.answers(small.said(facts=facts, criteria=criteria or {}))
    return assess(CATALOGUE, said, small.TODAY)


def found(members, agreed=AGREED, uses=((ALL, (0, 1)),)):
    return {reward.programme.id: reward for reward in rewards(agreed, uses, members)}


def test_closed_programmes_and_those_nobody_named_are_left_out():
    assert [*found([town(), town()])] == ["open", "local", "joint", "asking"]


def test_a_programme_shut_to_one_who_takes_part_is_left_out():
    members = [town(**{"local-area": "yes"}), town(**{"local-area": "no"})]
    assert "local" not in found(members)
    assert "local" in found(members, uses=((ALL, (0,)),))


def test_open_access_is_named_with_whose_it_is():
    assert found([town(**{"local-area": "yes"}), town()])["local"].unclear == (1,)


def test_who_has_not_agreed_yet_gets_in_by_agreeing():
    members = [town(together="no"), town(together="yes"), town()]
    reward = found(members, uses=((ALL, (0, 1, 2)),))["joint"]
    assert (reward.agreement, reward.unclear) == ((0, 2), ())


def test_without_an_answer_that_agreeing_gives_the_gate_decides_as_it_is():
    assert "joint" not in found([town(together="no"), town()], agreed=None)


def test_what_the_concept_lacks_is_named_with_who_lacks_it():
    members = [town({"goals": "met"}), town({"goals": "partial"}), town()]
    assert found(members, uses=((ALL, (0, 1, 2)),))["asking"].blocked_by == (("goals", (1, 2)),)


def test_a_programme_names_all_occasions_it_rewards_and_all_who_take_part():
    second = occasion("y", "open", "local")
    reward = found([town(), town(), town()], uses=((ALL, (0, 1)), (second, (1, 2))))["local"]
    assert (reward.occasions, reward.unclear) == (("x", "y"), (0, 1, 2))


def test_nobody_gets_nothing():
    assert rewards(AGREED, (), ()) == ()


def test_hidden_fact_holds_once_agreed():
    questions = [{"id": "local-area"}, {"id": "together", "when": {"fact": "local-area", "is": "yes"}}]
    programmes = [{"id": "joint", "gate": {"fact": "together", "is": "yes"}}]
    hidden = small.catalogue(small.plain(criteria=[{"id": "swot"}], questions=questions, programmes=programmes))
    member = assess(hidden, small.answers(small.said(facts={"local-area": "no"})), small.TODAY)
    assert found([replace(member)], uses=((ALL, (0,)),))["joint"].agreement == (0,)
