"""An assessment as JSON, `insek-assessment/1`: shares rounded to four places, points exact."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, fields, is_dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from insek_cli.core.assessment import Assessment
from insek_cli.core.catalogue import Catalogue
from insek_cli.core.comparison import Comparison
from insek_cli.core.scale import UNITS, Outcome
from insek_cli.core.scoring import Tally
from insek_cli.core.verdicts import PlanOutcome

if TYPE_CHECKING:
    from insek_cli.documents.blocks import Document

SCHEMA = "insek-assessment/1"
REPORT_SCHEMA = "insek-gap-report/1"
CATALOGUE_SCHEMA = "insek-catalogue/1"
PLACES = 4


class AssessmentLines:
    """Writes assessments against one catalogue as lines of JSON.

    What is the same for every municipality (a criterion with a status, a plan type nobody entered) is written once and
    kept under the identity of the catalogue's own value: a third less time per line.
    """

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._kept: dict[int, str] = {}

    def line(self, assessment: Assessment, source: str) -> str:
        """Return the assessment as one line of JSON, without the end of the line."""
        criteria = ",".join([self._criterion(outcome) for outcome in assessment.outcomes])
        plans = ",".join([self._plan(outcome) for outcome in assessment.plans])
        before, between, after = (
            _compact(part)[1:-1] for part in (_before(assessment, source), _between(assessment), _after(assessment))
        )
        return f'{{{before},"criteria":[{criteria}],{between},"plans":[{plans}],{after}}}'

    def _criterion(self, outcome: Outcome) -> str:
        kept = self._kept.get(id(outcome))
        if kept is None:
            kept = self._kept[id(outcome)] = _compact(_criterion(outcome))
        return kept

    def _plan(self, outcome: PlanOutcome) -> str:
        if outcome is not self._catalogue.absent[outcome.type.id].outcome:
            return _compact(_plan(self._catalogue, outcome))
        kept = self._kept.get(id(outcome))
        if kept is None:
            kept = self._kept[id(outcome)] = _compact(_plan(self._catalogue, outcome))
        return kept


def assessment_text(assessment: Assessment, source: str) -> str:
    """Return the assessment as indented JSON."""
    return indented(assessment_object(assessment, source))


def assessments_text(lines: Iterable[str]) -> str:
    """Return a list of assessments, one a line, from their lines."""
    within = ",\n".join(lines)
    return f"[\n{within}\n]\n" if within else "[]\n"


def assessment_object(assessment: Assessment, source: str) -> dict[str, object]:
    """Return the assessment as plain values; `source` is the path as given."""
    return {
        **_before(assessment, source),
        "criteria": [_criterion(outcome) for outcome in assessment.outcomes],
        **_between(assessment),
        "plans": [_plan(assessment.catalogue, outcome) for outcome in assessment.plans],
        **_after(assessment),
    }


def _before(assessment: Assessment, source: str) -> dict[str, object]:
    catalogue, municipality, level = assessment.catalogue, assessment.answers.municipality, assessment.level
    return {
        "schema": SCHEMA,
        "source": source,
        "catalogue": {"id": catalogue.head.id, "version": catalogue.head.version},
        "municipality": {
            "name": municipality.name,
            "ags": municipality.ags,
            "inhabitants": municipality.inhabitants,
        },
        "date": assessment.date.isoformat(),
        "points": _points(assessment.total),
        "secured": share(assessment.total.secured_share),
        "possible": share(assessment.total.possible_share),
        "level": {"certain": level.certain.id, "possible": level.possible.id},
        "substance": {"chapters": assessment.substance.chapters, "fed": assessment.substance.fed},
        "waived": {"count": assessment.waived.count, "weight_share": share(assessment.waived.share)},
        "sections": [
            {
                "id": part.section.id,
                "points": _points(part.tally),
                "secured": share(part.tally.secured_share),
                "possible": share(part.tally.possible_share),
            }
            for part in assessment.sections
        ],
    }


def _criterion(outcome: Outcome) -> dict[str, object]:
    weighed = outcome.weighed
    return {
        "id": weighed.criterion.id,
        "section": weighed.section,
        "obligation": weighed.criterion.obligation,
        "weight": weighed.weight,
        "applicable": outcome.applicable,
        "status": outcome.status or "open",
        "gap": outcome.gap,
    }


def _between(assessment: Assessment) -> dict[str, object]:
    way = assessment.next_level
    return {
        "gaps": [gap.criterion.id for gap in assessment.gaps],
        "clarify": [outcome.criterion.id for outcome in assessment.clarify],
        "next_level": way
        and {"id": way.level.id, "gaps": [gap.criterion.id for gap in way.gaps], "days": _halves(way.days)},
    }


def _plan(catalogue: Catalogue, outcome: PlanOutcome) -> dict[str, object]:
    return {
        "type": outcome.type.id,
        "entry": outcome.entry,
        "verdict": outcome.verdict,
        "reasons": outcome.reasons,
        "chapters": catalogue.fed_by[outcome.type.id],
    }


def _after(assessment: Assessment) -> dict[str, object]:
    costs = assessment.costs
    return {
        "cost_drivers": [
            {"id": fired.driver.id, "levers": [lever.id for lever in fired.levers]} for fired in costs.drivers
        ],
        "effort": {"points": half(costs.points), "class": costs.effort, "days": _halves(assessment.days)},
        "programmes": [
            {"id": outcome.programme.id, "status": outcome.status, "blocked_by": outcome.blocked_by}
            for outcome in assessment.programmes
        ],
        "support": assessment.answers.support or (),
        "problems": [{"place": hint.place, "text": hint.check.text} for hint in assessment.hints],
    }


def _points(sums: Tally) -> dict[str, float]:
    return {"secured": half(sums.secured), "possible": half(sums.possible), "max": half(sums.most)}


def half(units: int) -> float:
    """Return a number held in halves; whole ones without decimals."""
    return units // UNITS if units % UNITS == 0 else units / UNITS


def _halves(units: tuple[int, int]) -> list[float]:
    return [half(units[0]), half(units[1])]


def share(exact: Fraction | None) -> float | None:
    """Return a share rounded to four places."""
    return None if exact is None else round(float(exact), PLACES)


def _compact(value: object) -> str:
    return _COMPACT.encode(value)


_COMPACT = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":"))


def indented(value: object) -> str:
    """Return plain values as indented JSON."""
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def report_text(document: "Document", assessment: Assessment, source: str, comparison: Comparison | None) -> str:
    """Return the gap report as JSON: the assessment, what changed, and the blocks of the report, each with its kind."""
    blocks = [
        {"block": type(block).__name__.lower(), **asdict(block, dict_factory=_block)} for block in document.blocks
    ]
    return indented(
        {
            "schema": REPORT_SCHEMA,
            "title": document.title,
            "footer": document.footer,
            "assessment": assessment_object(assessment, source),
            "since": None if comparison is None else _changes(comparison),
            "blocks": blocks,
        }
    )


def _block(pairs: Iterable[tuple[str, object]]) -> dict[str, object]:
    """Return a block or run; what only counts on pages is left out where it is not there."""
    return {name: value for name, value in pairs if value is not None or name not in _ON_PAGES}


_ON_PAGES = frozenset(("anchor", "page_of"))


def _changes(comparison: Comparison) -> dict[str, object]:
    before = comparison.before
    return {
        "secured": share(before.total.secured_share),
        "possible": share(before.total.possible_share),
        "level": before.level.certain.id,
        "sections": [
            {
                "id": part.section.id,
                "secured": share(part.tally.secured_share),
                "possible": share(part.tally.possible_share),
            }
            for part in before.sections
        ],
        "criteria": [
            {
                "id": moved.after.criterion.id,
                "movement": moved.movement,
                "before": moved.before.status or "open",
                "after": moved.after.status or "open",
            }
            for moved in comparison.criteria
        ],
        "facts": [
            {"id": moved.question.id, "before": _plain(moved.before), "after": _plain(moved.after)}
            for moved in comparison.facts
        ],
        "plans": [
            {
                "type": moved.after.type.id,
                "before": moved.before.verdict,
                "after": moved.after.verdict,
                "data_year_before": moved.before.plan and moved.before.plan.data_year,
                "data_year_after": moved.after.plan and moved.after.plan.data_year,
            }
            for moved in comparison.plans
        ],
        "programmes": [
            {"id": moved.after.programme.id, "before": moved.before.status, "after": moved.after.status}
            for moved in comparison.programmes
        ],
    }


def catalogue_text(catalogue: Catalogue) -> str:
    """Return a catalogue as JSON, with the keys of its files."""
    return indented({"schema": CATALOGUE_SCHEMA, **_plain(catalogue.entries)})


def _plain(value: object) -> Any:  # noqa: ANN401 - anything JSON can hold
    """Return dataclasses, days and numbers as JSON can hold them; empty keys are left out."""
    if is_dataclass(value) and not isinstance(value, type):
        pairs = ((field.name, getattr(value, field.name)) for field in fields(value))
        return {name.rstrip("_").replace("_", "-"): _plain(part) for name, part in pairs if part not in (None, (), {})}
    if isinstance(value, Mapping):
        return {key: _plain(part) for key, part in value.items()}
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    if isinstance(value, Decimal):
        return float(value) if value % 1 else int(value)
    return value.isoformat() if isinstance(value, date) else value
