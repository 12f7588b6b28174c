"""The sidecar of an answer file loads as it was saved, or says where it is wrong."""

import datetime as dt
import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from insek_cli.core.answers import Answers, Municipality
from insek_cli.core.statistics import MARKS, NO_STATISTICS, Attribute, DataTable, Figure, Scope, Statistics
from insek_cli.errors import UnusableInputError
from insek_cli.files.saving import save_text
from insek_cli.files.statistics_files import load_statistics, sidecar_of, statistics_text

ANSWERS = Answers(Municipality("Ort", ags="14522999"), statistics="ort.statistics.json")
texts = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs"))).filter(str.strip)
amounts = st.decimals(min_value=-(10**9), max_value=10**9, places=2)
figures = st.builds(
    Figure,
    st.sampled_from(Scope),
    st.sampled_from(["2024", "2024-12-31", "2024/25"]),
    texts,
    measure=st.none() | texts,
    unit=st.none() | texts,
    attributes=st.lists(st.builds(Attribute, texts, st.none() | texts), max_size=2).map(tuple),
    value=st.none() | amounts,
    mark=st.none() | st.sampled_from(list(MARKS)),
)
tables = st.builds(
    DataTable,
    texts,
    texts,
    texts,
    st.dates(),
    st.lists(figures, min_size=1, max_size=3).map(tuple),
    issuer=st.none() | texts,
    licence=st.none() | texts,
    retrieved=st.none() | texts,
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("neben")


def saved(folder, statistics):
    save_text(folder / "ort.statistics.json", statistics_text(statistics))
    return folder / "ort.yaml"


@given(st.lists(tables, max_size=2).map(tuple))
def test_statistics_load_as_they_were_saved(folder, found):
    statistics = Statistics("14522999", found)
    assert load_statistics(saved(folder, statistics), ANSWERS) == statistics


@given(tables)
def test_sidecar_is_json(found):
    assert json.loads(statistics_text(Statistics("14522999", (found,))))["format"] == "insek-statistics/1"


def test_figure_stands_on_one_line():
    figure = Figure(Scope.LAND, "2024", "Stand", value=Decimal("1.5"))
    text = statistics_text(Statistics("14522999", (DataTable("c", "t", "f", dt.date(2026, 1, 2), (figure,)),)))
    assert '  {"scope": "land", "time": "2024", "title": "Stand", "value": "1.5"}\n' in text


def test_answers_that_name_no_statistics_have_none(tmp_path):
    assert load_statistics(tmp_path / "ort.yaml", Answers(Municipality("Ort"))) == NO_STATISTICS


def test_sidecar_is_called_after_its_answers_or_as_named(tmp_path):
    assert sidecar_of(tmp_path / "ort.yaml", Answers(Municipality("Ort"))).name == "ort.statistics.json"
    assert sidecar_of(tmp_path / "neu.yaml", ANSWERS).name == "ort.statistics.json"


@pytest.mark.parametrize("name", ["../x.json", "/etc/x.json", "a/b.json", "a\\b.json"])
def test_sidecar_elsewhere_is_refused(tmp_path, name):
    with pytest.raises(UnusableInputError, match="im selben Ordner"):
        sidecar_of(tmp_path / "ort.yaml", Answers(Municipality("Ort"), statistics=name))


def refused(folder, text):
    save_text(folder / "ort.statistics.json", text)
    with pytest.raises(UnusableInputError) as caught:
        load_statistics(folder / "ort.yaml", ANSWERS)
    return str(caught.value)


HEAD = '{"format": "insek-statistics/1", "ags": "14522999", "tables": '


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "keine Datei mit Statistiken"),
        ("{}", "1:1: Das ist keine Datei mit Statistiken (insek-statistics/1)."),
        (
            HEAD.replace("14522999", "14522998") + "[]}",
            "gehören zur Gemeinde 14522998, die Antworten zur Gemeinde 14522999",
        ),
        (HEAD + '\n[{"code": "x"}]}', "2:2: Hier fehlt „title“."),
        (
            HEAD + '[{"code": "x", "title": "t", "file": "f", "imported": "2026-13-01", "figures": []}]}',
            "Diesen Tag gibt es nicht",
        ),
        (HEAD + '[{"figures": [{"scope": "stadt"}]}]}', "stadt"),
        (HEAD + '[{"figures": [{"value": "1 000"}]}]}', "mit Punkt statt Komma"),
        (HEAD + '[{"figures": [{"mark": "?"}]}]}', "steht für keine fehlende Zahl"),
        (HEAD + "[", ":1:"),
    ],
)
def test_broken_sidecar_is_said_with_its_place(tmp_path, text, words):
    assert words in refused(tmp_path, text)


def test_missing_sidecar_is_said_with_the_remedy(tmp_path):
    with pytest.raises(UnusableInputError, match="insek statistics import"):
        load_statistics(tmp_path / "ort.yaml", ANSWERS)
