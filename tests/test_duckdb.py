"""The line of SQL in the handbook does what the handbook says."""

import json
import re
from collections import Counter
from pathlib import Path

import pytest

from benchmarks.municipalities import write_municipalities
from insek_cli.core.catalogue import Catalogue
from tests.cli.program import DAY, insek

duckdb = pytest.importorskip("duckdb", reason="duckdb is not installed")
HANDBOOK = Path(__file__).parents[1] / "docs" / "handbuch.md"


def test_line_of_the_handbook_counts_gaps(tmp_path: Path, catalogue: Catalogue, monkeypatch):
    write_municipalities(tmp_path / "antworten", catalogue, 6)
    insek("score", "antworten", "--format", "jsonl", "-o", "ergebnis.jsonl", *DAY, cwd=tmp_path)
    (query,) = re.findall(r"```sql\n(.*?)```", HANDBOOK.read_text(encoding="utf-8"), re.DOTALL)
    monkeypatch.chdir(tmp_path)
    found = duckdb.sql(query).fetchall()
    lines = (tmp_path / "ergebnis.jsonl").read_text(encoding="utf-8").splitlines()
    gaps = Counter(gap for line in lines for gap in json.loads(line)["gaps"])
    assert dict(found) == dict(gaps)
    assert found == sorted(found, key=lambda row: (-row[1], row[0]))
