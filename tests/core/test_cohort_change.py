"""Then and now: who is compared, what became better or worse."""

from dataclasses import replace

from insek_cli.core.answers import Answers, CriterionAnswer, Municipality
from insek_cli.core.assessment import Assessment, assess
from insek_cli.core.catalogue import Catalogue
from insek_cli.core.cohort_change import cohort_change
from insek_cli.core.vocabulary import Status
from tests.conftest import TODAY
from tests.core.towns import towns


def test_the_same_twice_is_no_change(catalogue: Catalogue):
    members = towns(catalogue, 6)
    found = cohort_change(members, members[::-1])
    assert sorted(found.compared) == [(place, 5 - place) for place in range(6)]
    assert (found.joined, found.gone, found.moved, found.higher, found.lower) == ((), (), (), 0, 0)
    assert found.total[0] == found.total[1]


def test_who_came_and_who_went_is_told(catalogue: Catalogue):
    members = towns(catalogue, 6)
    found = cohort_change(members[:4], members[2:])
    assert (found.compared, found.joined, found.gone) == (((2, 0), (3, 1)), (2, 3), (0, 1))


def test_a_better_answer_is_counted_as_better(catalogue: Catalogue):
    before = [assess(catalogue, Answers(Municipality(name)), TODAY) for name in "ABC"]
    met = Answers(Municipality("B"), criteria={"swot": CriterionAnswer(Status.MET)})
    after = [before[0], assess(catalogue, met, TODAY), before[2]]
    (moved,) = cohort_change(before, after).moved
    assert (moved.criterion.id, moved.better, moved.worse) == ("swot", 1, 0)
    (back,) = cohort_change(after, before).moved
    assert (back.better, back.worse) == (0, 1)


def test_a_level_gained_is_counted(catalogue: Catalogue):
    before = [assess(catalogue, Answers(Municipality(name)), TODAY) for name in "ABC"]
    everything = {criterion.id: CriterionAnswer(Status.MET) for criterion in catalogue.criteria}
    after = [assess(catalogue, replace(before[0].answers, criteria=everything), TODAY), *before[1:]]
    assert (cohort_change(before, after).higher, cohort_change(after, before).lower) == (1, 1)


def test_under_three_compared_nothing_shows_single_answers(catalogue: Catalogue):
    members, before = towns(catalogue, 6), towns(catalogue, 2, seed=2)
    found = cohort_change(before, members)
    assert len(found.compared) == 2
    assert (found.higher, found.lower, found.moved) == (None, None, ())


def test_a_key_added_between_two_dates_keeps_the_comparison(catalogue: Catalogue):
    before = _places(catalogue, Municipality("A", landkreis="N"), Municipality("B", ags="14522010"))
    after = _places(catalogue, Municipality("B"), Municipality("a", ags="14522020", landkreis="N"))
    for then, now in ((before, after), (after, before)):
        found = cohort_change(then, now)
        assert (sorted(found.compared), found.joined, found.gone) == ([(0, 1), (1, 0)], (), ())


def test_a_new_name_with_the_same_key_and_a_name_written_otherwise_keep_the_comparison(catalogue: Catalogue):
    before = _places(
        catalogue, Municipality("Großhain", ags="14522010"), Municipality("Mu\u0308cka", landkreis="Landkreis Görlitz")
    )
    after = _places(
        catalogue, Municipality("M\u00fccka ", landkreis="Görlitz"), Municipality("Großhain-Süd", ags="14522010")
    )
    assert cohort_change(before, after).compared == ((1, 0), (0, 1))


def test_two_of_one_name_with_different_keys_are_not_mixed_up(catalogue: Catalogue):
    before = _places(catalogue, Municipality("Neustadt", ags="14522010"), Municipality("Neustadt", ags="14522020"))
    after = _places(catalogue, Municipality("Neustadt", ags="14522030"), Municipality("Neustadt"))
    assert cohort_change(before, after).compared == ()


def _places(catalogue: Catalogue, *places: Municipality) -> list[Assessment]:
    return [assess(catalogue, Answers(place), TODAY) for place in places]


def test_nobody_to_compare_is_nothing_to_say(catalogue: Catalogue):
    members = towns(catalogue, 4)
    found = cohort_change(members[:2], members[2:])
    assert (found.compared, found.sections, found.moved) == ((), (), ())
