"""A cohort as JSON: everything counted, municipalities by place, nothing that names in the anonymous form."""

import json

from insek_cli.core.anonymous import anonymised
from insek_cli.core.catalogue import Catalogue
from insek_cli.core.cohort import cohort_of
from insek_cli.core.cohort_change import cohort_change
from insek_cli.formats.cohort_json import anonymous_text, cohort_text
from tests.conftest import TODAY
from tests.core.towns import towns


def test_cohort_looks_like_this(catalogue: Catalogue, file_regression):
    members = towns(catalogue, 4)
    change = cohort_change(towns(catalogue, 4, seed=2), members)
    file_regression.check(cohort_text(cohort_of(catalogue, members, TODAY), change), extension=".json")


def test_every_place_is_one_of_the_municipalities(catalogue: Catalogue):
    found = json.loads(cohort_text(cohort_of(catalogue, towns(catalogue, 20), TODAY), None))
    assert (found["schema"], found["change"]) == ("insek-cohort/1", None)
    places = range(len(found["municipalities"]))
    for group in found["cooperation"]["groups"]:
        assert all(place in places for place in group["members"])
        assert all({*use["savers"], *use["givers"]} <= {*group["members"]} for use in group["occasions"])


def test_anonymous_form_has_numbers_only(catalogue: Catalogue):
    named = cohort_of(catalogue, towns(catalogue, 12), TODAY)
    text = anonymous_text(anonymised(named), None)
    found = json.loads(text)
    assert found["municipalities"] == 12
    assert all(opinion["remarks"] == [] for opinion in found["feedback"])
    assert not [member for member in named.members if member.answers.municipality.name in text]
    assert "municipality" not in text.replace("municipalities", "")
    assert all(set(count) == {"id", "number"} for count in (*found["support"], *found["cooperation"]))


def test_marks_of_one_are_null_and_anonymous_change_has_no_places(catalogue: Catalogue):
    cohort = cohort_of(catalogue, towns(catalogue, 12), TODAY)
    change = cohort_change(towns(catalogue, 2, seed=2), cohort.members)
    found = json.loads(anonymous_text(anonymised(cohort), change))
    assert (found["change"]["compared"], found["change"]["joined"]) == (2, 10)
    assert all(marks["useful"] is None or len(marks["useful"]) >= 3 for marks in found["feedback"])


def test_a_catalogue_without_occasions_has_no_cooperation(catalogue: Catalogue):
    from dataclasses import replace

    bare = replace(catalogue, entries=replace(catalogue.entries, partnership=None))
    assert json.loads(cohort_text(cohort_of(bare, towns(catalogue, 3), TODAY), None))["cooperation"] is None
