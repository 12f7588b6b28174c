"""Every page the program writes, in headless Chromium: on a phone, on a desk, in print, light and dark, without script.

axe-core finds no fault, nothing is too wide, nothing is asked for from anywhere, and a table is sorted by keys alone.
"""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.cli.program import DAY, ROOT, answers, environment, insek
from tests.conftest import EXAMPLE

SCRIPT = Path(__file__).with_name("browser.cjs")
RESOLVED = ROOT / "examples" / "fall-c.yaml"
CALLS = {
    "report": ("report", EXAMPLE, "--annex", "--since", "alt.yaml", *DAY),
    "cohort": ("cohort", EXAMPLE, "alt.yaml", *DAY),
    "check": ("check-answers", EXAMPLE, *DAY),
    "worksheet": ("worksheet", EXAMPLE, *DAY),
    "blank worksheet": ("worksheet",),
    "report after the resolution": ("report", RESOLVED, *DAY),
    "council after the resolution": ("council", RESOLVED, *DAY),
    "tender after the resolution": ("tender", RESOLVED, *DAY),
    "report of nearly nothing": ("report", "leer.yaml", *DAY),
    "council": ("council", EXAMPLE, *DAY),
    "tender": ("tender", EXAMPLE, *DAY),
    "request": ("request", EXAMPLE, *DAY),
}
BAD = """<!DOCTYPE html><html><title>Schlecht</title><body>
<main><h1>Schlecht</h1><p style="color:#aaa">blass</p><div style="width:900px">breit</div>
<p style="opacity:0">durchsichtig</p><img alt="Bild" src="http://127.0.0.1:9/bild.png">
<p class="late" style="display:none">erst mit Skript</p>
<table class="sortable"><thead><tr><th><button>Kopf</button></th></tr></thead><tbody><tr><td>b</td></tr></tbody></table>
<div style="width:200px;overflow-x:auto"><table class="cards" style="width:400px"><tr><td>Karte</td></tr></table></div>
<table class="sortable"><thead><tr><th>Kopf</th></tr></thead><tbody><tr><td>a</td></tr></tbody></table>
<style>@media print{h1{visibility:hidden}} @media(prefers-color-scheme:dark){:root{background:#222}h1{color:#333}}</style>
<script>document.querySelector(".late").style.display = "block"; fehlt();</script></main>"""
SEEN = {
    *(("phone, light", "px too wide"), ("phone, light", "unreadable: durchsichtig")),
    ("phone, light", "has to be scrolled sideways: Karte"),
    *(("phone, light", "html-has-lang"), ("phone, light", "color-contrast"), ("desk, light", "color-contrast")),
    *(
        ("print, light", "unreadable: Schlecht"),
        ("print, dark", "unreadable: Schlecht"),
        ("desk, dark", "color-contrast"),
    ),
    *(("no script", "unreadable: erst mit Skript"), ("network", "asks for http://127.0.0.1:9/bild.png")),
    *(("script", "ReferenceError: fehlt is not defined"), ("keys", "Enter sorts null, not ascending")),
    *(("keys", "Space sorts null, not descending"), ("keys", "no heading of a sortable table is reached by Tab")),
}


def faults(pages: list[Path]) -> list[dict[str, str]]:
    """Return what the browser finds on pages; without browser, playwright-core or axe-core the test is skipped."""
    chromium, npm = shutil.which("chromium"), shutil.which("npm")
    if chromium is None or npm is None or shutil.which("node") is None:
        pytest.skip("chromium, node oder npm fehlt")
    modules = subprocess.run(
        [npm, "root", "--global"], capture_output=True, encoding="utf-8", check=True
    ).stdout.strip()
    if not all((Path(modules) / name).is_dir() for name in ("playwright-core", "axe-core")):
        pytest.skip("npm install -g playwright-core axe-core fehlt")
    call = ["node", SCRIPT, chromium, *pages]
    done = subprocess.run(
        call, env=environment(NODE_PATH=modules), capture_output=True, encoding="utf-8", timeout=240, check=False
    )
    assert done.returncode == 0, done.stderr
    return list(json.loads(done.stdout))


def written(folder: Path) -> list[Path]:
    """Return one page of each kind."""
    answers(folder, "leer.yaml", municipality="{name: Leerdorf}")
    answers(folder, "alt.yaml", municipality="{name: Musterstadt}", more="criteria: {swot: unmet}\n")
    for name, call in CALLS.items():
        insek(*call, "-o", f"{name}.html", cwd=folder)
    return [folder / f"{name}.html" for name in CALLS]


@pytest.mark.slow
def test_every_page_is_for_everybody_and_a_bad_page_is_found_out(tmp_path: Path):
    bad = tmp_path / "schlecht.html"
    bad.write_text(BAD, encoding="utf-8")
    found = faults([bad, *written(tmp_path)])
    assert [fault for fault in found if fault["page"] != bad.name] == []
    told = {(fault["view"], fault["fault"]) for fault in found}
    for view, words in SEEN:
        assert any(where == view and words in what for where, what in told), (view, words, told)
