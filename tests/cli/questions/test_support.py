"""Which support is wanted."""

from dataclasses import replace

import pytest

from insek_cli.cli.questions.talk import Move
from insek_cli.core.catalogue import Catalogue
from tests.cli.questions.script import TOWN, go, held, left


def test_support_is_ticked(catalogue: Catalogue):
    wanted = list(catalogue.support)[:2]
    assert list(held(catalogue, "support", wanted).answers.support) == wanted


def test_wanting_none_is_an_answer(catalogue: Catalogue):
    assert held(catalogue, "support", []).answers.support == ()


def test_support_wanted_before_is_ticked(catalogue: Catalogue):
    wanted = list(catalogue.support)[1]
    talk = held(catalogue, "support", [], answers=replace(TOWN, support=(wanted,)))
    assert talk.script.presets == [[wanted]]


@pytest.mark.parametrize("move", [Move.BACK, Move.SKIP, Move.LEAVE])
def test_user_may_go_elsewhere_instead_of_answering(catalogue: Catalogue, move):
    assert left(catalogue, "support", go(move))[0] == move
