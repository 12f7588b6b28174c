"""Catalogues and answer files to measure with, made from the shipped catalogue and a seed."""

import copy
import random
import shutil
from pathlib import Path

import yaml

STATUSES = ("met", "partial", "unmet", "unknown", "later")


def catalogue_of(folder: Path, shipped: Path, size: int) -> list[str]:
    """Write a catalogue with `size` criteria, the shipped ones and copies of them, and return their ids."""
    shutil.copytree(shipped, folder)
    ids = [ident for path in sorted((folder / "criteria").glob("*.yaml")) for ident in _ids(path)]
    last = max((folder / "criteria").glob("*.yaml"))
    entries = yaml.load(last.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    shipped_here = entries["criteria"]
    copies = [{**copy.deepcopy(shipped_here[n % len(shipped_here)]), "id": f"copy-{n}"} for n in range(size - len(ids))]
    entries["criteria"] += copies
    last.write_text(yaml.safe_dump(entries, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return ids + [entry["id"] for entry in copies]


def _ids(path: Path) -> list[str]:
    return [entry["id"] for entry in yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)["criteria"]]


def answer_files(folder: Path, ids: list[str], number: int, seed: int = 1) -> None:
    """Write answer files in which every criterion has status, evidence, note, by and on."""
    folder.mkdir(parents=True)
    dice = random.Random(seed)
    for place in range(number):
        (folder / f"{place:05}.yaml").write_text(_answers(ids, place, dice), encoding="utf-8")


def _answers(ids: list[str], place: int, dice: random.Random) -> str:
    head = (
        "format: insek-answers/1\ncatalogue: insek-klein/2026.1\n"
        f'municipality: {{name: Gemeinde {place}, ags: "{14_000_000 + place}", inhabitants: {dice.randint(800, 14_999)}}}\n'
        "facts: {project: new, districts: 4, urban-funding: planned}\n"
        "plans:\n"
        '  - {type: heat-plan, data-year: 2025, resolved: 2026-03-12, area: whole, format: editable, rights: "yes"}\n'
        "  - {type: kita-plan, state: requested}\n"
        "criteria:\n"
    )
    return head + "".join(
        f"  {ident}:\n    status: {dice.choice(STATUSES)}\n    evidence: Protokoll der Sitzung vom 12.03.2026\n"
        f"    note: Im Bauamt liegt der Vermerk dazu, Blatt {dice.randint(1, 90)}.\n    by: Hauptamt\n    on: 2026-05-02\n"
        for ident in ids
    )
