"""The page `assess` starts with: how far each part is, how long the rest takes, which step is sensible next."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from insek_cli.core.entries import Section
from insek_cli.core.interview import UNNAMED, Interview
from insek_cli.core.interview_lists import Mark, Part, PartProgress, flagged, marked, parts_of
from insek_cli.documents.blocks import Align, Block, Column, Heading, Kind, Runs, paragraph, strong, table
from insek_cli.documents.place import names_of
from insek_cli.documents.question_text import step_title

_PARTS = {Part.FACTS: "Gemeinde und Vorhaben", Part.PLANS: "Pläne", Part.SUPPORT: "Unterstützung"}


def part_title(part: Part | Section) -> str:
    """Return what a part is called."""
    return _PARTS[part] if isinstance(part, Part) else part.title


def progress_blocks(interview: Interview) -> Iterator[Block]:
    """Yield the start page."""
    known = interview.answers.municipality
    parts = parts_of(interview)
    yield Heading(1, "Neue Selbsteinschätzung" if known == UNNAMED else names_of(known).full)
    yield paragraph(strong(f"{_next_step(interview)} "), *_time(parts), kind=Kind.LEAD)
    yield table(_COLUMNS, [_row(part) for part in parts])
    flags = flagged(interview)
    if flags:
        yield paragraph(f"Gemerkt: {len(flags)}.")


_COLUMNS = (
    Column("Teil", 11),
    Column("beantwortet", 5, Align.RIGHT),
    Column("offen", 3, Align.RIGHT),
    Column("weiß nicht / später", 5, Align.RIGHT),
)


def _row(part: PartProgress) -> list[str | Runs]:
    aside = f"{part.unknown} / {part.later}" if part.unknown or part.later else "–"
    done = f"{part.steps - part.open} von {part.steps}"
    return [part_title(part.part), done, str(part.open or "–"), aside]


def _time(parts: Sequence[PartProgress]) -> Iterator[str]:
    minutes = [part.minutes for part in parts if part.minutes is not None]
    left = sum(minutes, start=Decimal(0))
    if left:
        yield f"Noch etwa {_rounded(left)} ohne Nachschlagen. "
    yield "Nach jeder Antwort wird gespeichert; Sie können jederzeit aufhören."


def _rounded(minutes: Decimal) -> str:
    """Return minutes as people say them: 1 Minute, 7 Minuten, 45 Minuten."""
    whole = max(1, int(minutes.to_integral_value()))
    if whole > _FINE:
        whole = round(whole / 5) * 5
    return "1 Minute" if whole == 1 else f"{whole} Minuten"


_FINE = 20


def _next_step(interview: Interview) -> str:
    """Return the next sensible step as a sentence."""
    opened = marked(interview, Mark.OPEN)
    if opened:
        done = len(interview.steps()) - len(opened)
        verb = "Es geht weiter mit" if done else "Es geht los mit"
        following = interview.next_open().step or opened[0]
        return f"{verb} „{step_title(following)}“."
    unknown = len(marked(interview, Mark.UNKNOWN))
    if unknown:
        times = "Einmal" if unknown == 1 else f"{unknown}-mal"
        return f"Alles ist beantwortet. {times} steht „weiß nicht“; klären Sie das als Nächstes."
    return "Alles ist beantwortet. Als Nächstes: Antworten prüfen und den Bericht schreiben."
