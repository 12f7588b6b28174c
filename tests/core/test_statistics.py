"""What a known statistic finds in the tables of a municipality, and how ages add up."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from insek_cli.core.entries import AgeGroup, Statistic
from insek_cli.core.statistics import (
    NO_STATISTICS,
    Attribute,
    DataTable,
    Figure,
    Scope,
    age_range,
    amount,
    group_sums,
    last_day,
    mark,
    missing,
    moment,
    picked,
    unknown_tables,
)
from insek_cli.core.vocabulary import StatisticForm, StatisticLevel

DAY = dt.date(2026, 11, 22)


def figure(value="100", time="2024-12-31", scope=Scope.MUNICIPALITY, of=(), measure="BEVSTD", **more):
    attributes = tuple(Attribute(title) for title in of)
    return Figure(scope, time, "Bevölkerungsstand", measure, "Anzahl", attributes, value and Decimal(value), **more)


def table(*figures, code="12411-01-01-5", title="Bevölkerung"):
    return DataTable(code, title, f"{code}.csv", DAY, figures)


def statistic(form=StatisticForm.TREND, tables=("12411-01-01-5", "12411"), **more):
    fields = {"level": StatisticLevel.MUNICIPALITY, "measures": ("BEVSTD",)}
    return Statistic(
        "x", "X", "X.", form, tables=tables, where="da", chapters=("people",), sources=("s",), **{**fields, **more}
    )


def kept(*tables):
    found = NO_STATISTICS
    for each in tables:
        found = found.with_table(each)
    return found


def test_trend_takes_totals_of_the_measure_meant():
    total = figure()
    found = picked(statistic(), kept(table(total, figure(of=["weiblich"]), figure(measure="ANDERES"))))
    assert found.figures == (total,)
    assert found.newest == "2024-12-31"


def test_measure_without_a_code_is_known_by_its_title():
    plain = figure(measure=None)
    assert picked(statistic(measures=("Bevölkerungsstand",)), kept(table(plain))).figures == (plain,)
    assert picked(statistic(measures=("Anderes",)), kept(table(plain))).figures == ()


def test_ages_take_figures_of_one_age():
    young = figure(of=["unter 20 Jahre"])
    found = picked(statistic(StatisticForm.AGES), kept(table(figure(), figure(of=["weiblich"]), young)))
    assert found.figures == (young,)


def test_figure_in_two_tables_counts_in_the_one_named_first():
    rough, exact = figure("90"), figure("100")
    found = picked(statistic(), kept(table(rough, code="12411-02-03-5"), table(exact)))
    assert [used.code for used in found.tables] == ["12411-01-01-5"]
    assert found.figures == (exact,)


def test_table_of_another_statistic_gives_nothing_and_is_unknown():
    tables = kept(table(figure(), code="99999-01-01-5"))
    assert picked(statistic(), tables).newest is None
    assert unknown_tables([statistic()], tables) == tables.tables
    assert missing([statistic()], tables) == (statistic(),)


def test_known_table_stays_known_beside_another_with_the_same_figures():
    tables = kept(table(figure()), table(figure(), code="12411-01-01-4"))
    assert unknown_tables([statistic()], tables) == ()


def test_landkreis_alone_does_not_fill_a_statistic_of_municipalities():
    tables = kept(table(figure(scope=Scope.LANDKREIS)))
    assert missing([statistic()], tables) == (statistic(),)
    assert missing([statistic(level=StatisticLevel.LANDKREIS)], tables) == ()


def test_figures_are_about_the_nearest_place_that_has_any():
    both = picked(statistic(), kept(table(figure(time="2020-12-31"), figure(scope=Scope.LAND))))
    assert (both.about, both.newest, both.is_missing) == (Scope.MUNICIPALITY, "2020-12-31", False)
    around = picked(statistic(), kept(table(figure(scope=Scope.LANDKREIS), figure(scope=Scope.LAND))))
    assert (around.about, around.newest, around.is_missing) == (Scope.LANDKREIS, "2024-12-31", True)


def test_municipality_fills_a_statistic_of_landkreise():
    assert missing([statistic(level=StatisticLevel.LANDKREIS)], kept(table(figure()))) == ()


def test_second_import_replaces_figures_and_keeps_older_years():
    first = table(figure("1", "2023-12-31"), figure("2"))
    second = table(figure("3"))
    (merged,) = kept(first, second).tables
    assert [(one.time, one.value) for one in merged.figures] == [("2023-12-31", 1), ("2024-12-31", 3)]


def test_table_made_of_two_files_names_both_until_one_holds_all():
    first = replace(table(figure("1", "2023-12-31"), figure("2")), file="alt.csv")
    second = replace(table(figure("3")), file="neu.csv")
    whole = replace(table(figure("1", "2023-12-31"), figure("3")), file="alles.csv")
    assert [one.file for one in kept(first, second).tables] == ["alt.csv, neu.csv"]
    assert [one.file for one in kept(first, second, second).tables] == ["alt.csv, neu.csv"]
    assert [one.file for one in kept(first, second, whole).tables] == ["alles.csv"]


@given(
    st.lists(
        st.sampled_from([table(figure()), table(figure("7", "2020-12-31")), table(figure(), code="31231")]), max_size=6
    )
)
def test_importing_once_more_changes_nothing(tables):
    assert kept(*tables, *tables) == kept(*tables)


@pytest.mark.parametrize(
    ("newest", "old"),
    [
        ("2023-11-22", False),
        ("2023-11-21", True),
        ("2023", False),
        ("2022", True),
        ("2022/23", True),
        ("2026-01-01", False),
    ],
)
def test_figures_are_old_from_the_day_after_three_years_on(newest, old):
    assert picked(statistic(), kept(table(figure(time=newest)))).is_old(DAY) is old


def test_missing_figures_and_forecasts_are_never_old():
    assert not picked(statistic(), NO_STATISTICS).is_old(DAY)
    forecast = statistic(StatisticForm.FORECAST)
    assert not picked(forecast, kept(table(figure(time="2020", of=["Variante 1"])))).is_old(DAY)


def test_year_ends_in_december():
    assert last_day("2024") == last_day("2024/25") == dt.date(2024, 12, 31)
    assert last_day("2024-05-15") == dt.date(2024, 5, 15)


@pytest.mark.parametrize(
    ("title", "code", "ages"),
    [
        ("unter 3 Jahre", None, (0, 3)),
        ("unter 1 Jahr", None, (0, 1)),
        ("3 bis unter 6 Jahre", None, (3, 6)),
        ("75 Jahre und mehr", None, (75, None)),
        ("65 und mehr", None, (65, None)),
        ("65 Jahre und älter", None, (65, None)),
        ("20 bis unter 65", None, (20, 65)),
        ("0-19", None, (0, 20)),
        ("20 bis 64 Jahre", None, (20, 65)),
        ("3–5 Jahre", None, (3, 6)),
        ("65+", None, (65, None)),
        ("ab 65 Jahre", None, (65, None)),
        ("18 Jahre", None, None),
        ("egal", "ALT000B18", (0, 18)),
        ("egal", "ALT018B025", (18, 25)),
        ("egal", "ALT065UM", (65, None)),
        ("weiblich", "GESW", None),
        ("Insgesamt", None, None),
    ],
)
def test_ages_are_read_from_code_or_words(title, code, ages):
    assert age_range(Attribute(title, code)) == ages


def groups_of(*bounds):
    return tuple(AgeGroup(f"{low}", low, high) for low, high in bounds)


def aged(values):
    return [figure(str(value), of=[title]) for title, value in values.items()]


YOUNG_AND_OLD = groups_of((0, 20), (20, None))
FINE = {"unter 3 Jahre": 1, "3 bis unter 20 Jahre": 2, "20 bis unter 65 Jahre": 4, "65 Jahre und mehr": 8}


def test_ages_add_up_to_the_groups_wanted():
    assert list(group_sums(YOUNG_AND_OLD, aged(FINE)).values()) == [3, 12]


def test_wide_ages_are_taken_before_the_narrow_ones_within():
    assert list(group_sums(YOUNG_AND_OLD, aged({**FINE, "unter 20 Jahre": 3})).values()) == [3, 12]


@pytest.mark.parametrize("hole", list(FINE))
def test_group_with_a_hole_has_no_sum(hole):
    assert group_sums(YOUNG_AND_OLD, aged({title: value for title, value in FINE.items() if title != hole})) is None


def test_group_across_the_bounds_of_the_table_has_no_sum():
    assert group_sums(groups_of((0, 18), (18, None)), aged(FINE)) is None


def test_number_kept_secret_leaves_the_group_without_a_sum():
    secret = [figure(None, of=["unter 20 Jahre"], mark="."), *aged({"20 Jahre und mehr": 5})]
    assert group_sums(YOUNG_AND_OLD, secret) is None


@given(st.lists(st.integers(1, 99), min_size=1, max_size=8, unique=True), st.data())
def test_groups_that_part_all_ages_add_up_to_everybody(bounds, data):
    steps = [0, *sorted(bounds)]
    values = [data.draw(st.integers(0, 500)) for _ in steps]
    ranges = list(zip(steps, [*steps[1:], None], strict=True))
    titles = [f"{low} bis unter {high} Jahre" if high else f"{low} Jahre und mehr" for low, high in ranges]
    chosen = sorted({0, *data.draw(st.lists(st.sampled_from(steps)))})
    groups = groups_of(*zip(chosen, [*chosen[1:], None], strict=True))
    found = group_sums(groups, aged(dict(zip(titles, values, strict=True))))
    assert sum(found.values()) == sum(values)


@pytest.mark.parametrize("text", ["1,5", "1 000", "1e3", "", "+1", "٣", "1.1234567"])
def test_amount_is_written_with_a_point(text):
    with pytest.raises(ValueError, match="Zahl"):
        amount(text)


@pytest.mark.parametrize("text", ["2024-13-01", "24", "1850", "heute", ""])
def test_moment_begins_with_a_year_and_is_a_day_that_exists(text):
    with pytest.raises(ValueError, match=r"Jahr|Tag"):
        moment(text)


def test_mark_is_one_of_those_official_tables_use():
    assert mark("x") == "x"
    with pytest.raises(ValueError, match="fehlende Zahl"):
        mark("?")
