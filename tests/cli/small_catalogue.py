"""A catalogue so small that a whole session fits into a test."""

from pathlib import Path

FILES = {
    "catalogue.yaml": """\
id: klein
version: "1"
status: Entwurf
title: Kleiner Katalog
points: {met: 1, partial: 0.5, unmet: 0, later: 0}
effort-default: {days: [2, 4], proof: assumption}
minutes: {fact: 0.5, plan-list: 2, plan: 1, criterion: 0.5, proof: assumption}
levels:
  - {id: start, title: Am Anfang, text: Der Anfang.}
  - {id: sound, title: Tragfähig, text: Es trägt., must: met, secured: 0.65}
sections:
  - {id: process, title: Anlass und Prozess, intro: Wie es anfängt.}
  - {id: goals, title: Ziele, intro: Wohin es geht.}
""",
    "questions.yaml": """\
questions:
  - id: project
    text: Geht es um ein erstes Konzept oder um eine Fortschreibung?
    help: Läuft gerade nichts, zählt das letzte Vorhaben.
    kind: choice
    quick: true
    choices: [{id: new, title: erstes Konzept}, {id: update, title: Fortschreibung}]
    sources: [quelle]
  - id: year
    text: Von welchem Jahr ist das bisherige Konzept?
    kind: year
    when: {fact: project, is: update}
    sources: [quelle]
""",
    "plans.yaml": """\
plans:
  - id: kita-plan
    title: Kita-Bedarfsplan
    basis: Achtes Buch Sozialgesetzbuch.
    duty: true
    force: informational
    holder: landkreis
    level: Landkreis
    common: true
    yellow: 3
    feeds: [{chapter: children, take: [data], what: Zahlen der Kinder.}]
    content: Plätze und Bedarf.
    form: Bericht
    pitfalls: [Gilt oft nur ein Jahr.]
    proof: assumption
    sources: [quelle]
  - id: retail-plan
    title: Einzelhandelskonzept
    basis: freiwillig
    duty: false
    force: informational
    holder: municipality
    level: Gemeinde
    feeds: [{chapter: children, take: [goals], what: Ziele.}]
    content: Läden.
    form: Bericht
    pitfalls: []
    proof: assumption
    sources: [quelle]
""",
    "criteria/process.yaml": """\
section: process
criteria:
  - id: occasion
    title: Anlass
    statement: Der Anlass ist aufgeschrieben.
    obligation: must
    because: lean
    weight: 3
    met: Ein Absatz nennt Anlass und Zweck.
    partial: Nur der Anlass ist genannt.
    help: Wer weiß, wozu er schreibt, schreibt kürzer.
    remedy: Einen Absatz schreiben.
    proof: assumption
    chapters: [frame]
    plans: [kita-plan]
    quick: true
    sources: [quelle]
  - id: review
    title: Bilanz des bisherigen Konzepts
    statement: Die Bilanz liegt vor.
    obligation: should
    because: lean
    weight: 2
    met: Jede Maßnahme ist bewertet.
    partial: Einige Maßnahmen sind bewertet.
    help: Erst zurückblicken, dann planen.
    remedy: Eine Tabelle anlegen.
    proof: assumption
    chapters: [frame]
    when: {fact: project, is: update}
    sources: [quelle]
""",
    "criteria/goals.yaml": """\
section: goals
criteria:
  - id: few-goals
    title: Wenige Ziele
    statement: Es gibt höchstens sieben Ziele.
    obligation: should
    because: lean
    weight: 2
    met: Höchstens sieben Ziele stehen im Konzept.
    partial: Acht bis zwölf Ziele.
    help: Wenige Ziele merkt man sich.
    remedy: Ziele zusammenfassen.
    proof: assumption
    chapters: [children]
    quick: true
    sources: [quelle]
""",
    "outline.yaml": """\
chapters:
  - {id: frame, title: Anlass, guidance: [Wozu.], pages: 1, facts: [year]}
  - {id: topics, title: Themen, guidance: [Worum.], pages: 1}
  - {id: children, parent: topics, title: Kinder, guidance: [Für Kinder.], pages: 1}
""",
    "costs.yaml": """\
drivers: []
levers: []
profile: {base: 2, medium: 6, heavy: 12, proof: assumption, text: Aufwand.}
cases: []
""",
    "programmes.yaml": "programmes: []\n",
    "support.yaml": "support:\n  - {id: data, title: Daten, text: Jemand stellt Daten bereit., where: beim Landkreis, proof: assumption, sources: [quelle]}\n",
    "sources.yaml": """\
sources:
  - {id: quelle, title: Eine Quelle, issuer: Amt, date: "2026", proof: assumption}
""",
    "checks.yaml": """\
checks:
  - id: without-evidence
    kind: without-evidence
    title: Erfüllt ohne Nachweis
    text: Hier fehlt der Nachweis.
    remedy: Nachweis eintragen.
""",
}


def small_catalogue(folder: Path) -> Path:
    """Write the small catalogue into a folder and return it."""
    for name, text in FILES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def begun(folder: Path, more: str = "", name: str = "neu.yaml") -> Path:
    """Write an answer file for the small catalogue and return its path."""
    path = folder / name
    path.write_text(
        f"format: insek-answers/1\ncatalogue: klein/1\nmunicipality: {{name: Ort, inhabitants: 900}}\n{more}",
        encoding="utf-8",
    )
    return path
