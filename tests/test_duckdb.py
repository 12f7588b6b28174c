"""The line of SQL in the handbook does what the handbook says."""

import importlib.util
import json
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from benchmarks.municipalities import write_municipalities
from insek_cli.core.catalogue import Catalogue
from tests.cli.program import DAY, insek

pytestmark = pytest.mark.skipif(importlib.util.find_spec("duckdb") is None, reason="duckdb is not installed")
HANDBOOK = Path(__file__).parents[1] / "docs" / "handbuch.md"
ASK = "import duckdb, json, sys; print(json.dumps(duckdb.sql(sys.argv[1]).fetchall()))"


def answered(query: str, folder: Path) -> list[tuple[str, int]]:
    """Return the rows of a query, asked in a process of its own: duckdb complains at the end of the one it is in."""
    call = [sys.executable, "-c", ASK, query]
    done = subprocess.run(call, cwd=folder, capture_output=True, encoding="utf-8", check=True)
    return [tuple(row) for row in json.loads(done.stdout)]


def test_line_of_the_handbook_counts_gaps(tmp_path: Path, catalogue: Catalogue):
    write_municipalities(tmp_path / "antworten", catalogue, 6)
    insek("score", "antworten", "--format", "jsonl", "-o", "ergebnis.jsonl", *DAY, cwd=tmp_path)
    (query,) = re.findall(r"```sql\n(.*?)```", HANDBOOK.read_text(encoding="utf-8"), re.DOTALL)
    found = answered(query, tmp_path)
    lines = (tmp_path / "ergebnis.jsonl").read_text(encoding="utf-8").splitlines()
    gaps = Counter(gap for line in lines for gap in json.loads(line)["gaps"])
    assert dict(found) == dict(gaps)
    assert found == sorted(found, key=lambda row: (-row[1], row[0]))
