"""`insek statistics import` through the real program, and what report and draft make of it."""

import zipfile

import pytest

from tests.cli.program import DAY, answers, insek
from tests.files import statistics_samples as samples

PLACE = '{name: Musterstadt, ags: "14522999", landkreis: Musterkreis}'


@pytest.fixture
def town(tmp_path):
    answers(tmp_path, municipality=PLACE)
    samples.population(tmp_path)
    samples.ages(tmp_path)
    samples.forecast(tmp_path)
    return tmp_path


FILES = ("12411-01-01-5_de_flat.csv", "12411-02-03-5.csv", "vorausberechnung.csv")


def test_figures_are_kept_beside_the_answers_and_named_there(town):
    ended = insek("statistics", "import", *FILES, "--into", "ort.yaml", *DAY, cwd=town)
    assert "Altersgruppen" in ended.out
    assert "statistics: ort.statistics.json" in (town / "ort.yaml").read_text(encoding="utf-8")
    assert '"imported": "2026-11-22"' in (town / "ort.statistics.json").read_text(encoding="utf-8")


def test_sidecar_is_not_taken_for_answers(town):
    insek("statistics", "import", *FILES, "--into", "ort.yaml", *DAY, cwd=town)
    assert len(insek("score", ".", "--format", "jsonl", *DAY, cwd=town).out.splitlines()) == 1


def test_second_import_keeps_the_first_and_leaves_the_answers_alone(town):
    insek("statistics", "import", FILES[0], "--into", "ort.yaml", *DAY, cwd=town)
    before = (town / "ort.yaml").read_bytes()
    insek("statistics", "import", FILES[1], "--into", "ort.yaml", *DAY, cwd=town)
    kept = (town / "ort.statistics.json").read_text(encoding="utf-8")
    assert ('"12411-01-01-5"' in kept, '"12411-02-03-5"' in kept) == (True, True)
    assert (town / "ort.yaml").read_bytes() == before


def test_report_and_draft_use_the_figures(town):
    insek("statistics", "import", *FILES, "--into", "ort.yaml", *DAY, cwd=town)
    report = insek("report", "ort.yaml", *DAY, cwd=town).out
    assert "Wohngebäude und Wohnungen" in report
    assert "alle Jahre" not in report
    insek("draft", "ort.yaml", "-o", "entwurf.docx", *DAY, cwd=town)
    with zipfile.ZipFile(town / "entwurf.docx") as file:
        text = file.read("word/document.xml").decode("utf-8")
        charts = [name for name in file.namelist() if "chart" in name and name.endswith(".xml")]
    assert ("6.360" in text, "Datenlizenz Deutschland" in text) == (True, True)
    assert len(charts) >= 2


def test_one_bad_file_keeps_everything_out(town):
    (town / "kaputt.csv").write_text("Name;Alter\n", encoding="utf-8")
    before = (town / "ort.yaml").read_bytes()
    ended = insek("statistics", "import", FILES[0], "kaputt.csv", "--into", "ort.yaml", cwd=town, code=2)
    assert "kaputt.csv: Das ist keine Tabelle der amtlichen Statistik" in ended.err
    assert "Nichts wurde übernommen. In Ordnung: 1 von 2 Dateien." in " ".join(ended.err.split())
    assert not (town / "ort.statistics.json").exists()
    assert (town / "ort.yaml").read_bytes() == before


def test_answers_without_a_key_are_refused_with_the_remedy(tmp_path):
    answers(tmp_path)
    samples.population(tmp_path)
    ended = insek("statistics", "import", FILES[0], "--into", "ort.yaml", cwd=tmp_path, code=2)
    assert "insek register find" in ended.err


def test_lost_sidecar_is_begun_anew_by_the_command_that_is_recommended(town):
    insek("statistics", "import", FILES[0], "--into", "ort.yaml", *DAY, cwd=town)
    (town / "ort.statistics.json").unlink()
    ended = insek("statistics", "import", FILES[1], "--into", "ort.yaml", *DAY, cwd=town)
    assert "fehlt: ort.statistics.json" in ended.err
    assert "beginnt darum von vorn" in ended.err
    kept = (town / "ort.statistics.json").read_text(encoding="utf-8")
    assert ('"12411-01-01-5"' in kept, '"12411-02-03-5"' in kept) == (False, True)
    insek("report", "ort.yaml", *DAY, cwd=town)


def test_sidecar_of_another_municipality_is_left_to_it_and_an_own_one_begun(town):
    insek("statistics", "import", FILES[0], "--into", "ort.yaml", *DAY, cwd=town)
    other = (town / "ort.statistics.json").read_bytes()
    copy = (town / "ort.yaml").read_text(encoding="utf-8").replace(samples.AGS, "14522998")
    (town / "nachbar.yaml").write_text(copy, encoding="utf-8")
    ended = insek("statistics", "import", FILES[0], "--into", "nachbar.yaml", *DAY, cwd=town)
    assert "gehören zur Gemeinde 14522999, die Antworten zur Gemeinde 14522998" in ended.err
    assert (town / "ort.statistics.json").read_bytes() == other
    assert "statistics: nachbar.statistics.json" in (town / "nachbar.yaml").read_text(encoding="utf-8")
    insek("report", "nachbar.yaml", *DAY, cwd=town)


def test_sidecar_that_is_missing_or_broken_is_said(town):
    insek("statistics", "import", FILES[0], "--into", "ort.yaml", *DAY, cwd=town)
    (town / "ort.statistics.json").write_text("{", encoding="utf-8")
    assert "ort.statistics.json" in insek("report", "ort.yaml", cwd=town, code=2).err
    (town / "ort.statistics.json").unlink()
    assert "fehlt: ort.statistics.json" in insek("draft", "ort.yaml", "-o", "e.docx", cwd=town, code=2).err
