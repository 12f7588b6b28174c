"""An assessment as JSON, `insek-assessment/1`: shares rounded to four places, points exact."""

import json
from collections.abc import Iterable
from dataclasses import asdict
from fractions import Fraction
from typing import TYPE_CHECKING

from insek_cli.core.assessment import Assessment
from insek_cli.core.scale import UNITS
from insek_cli.core.scoring import Tally

if TYPE_CHECKING:
    from insek_cli.documents.blocks import Document

SCHEMA = "insek-assessment/1"
REPORT_SCHEMA = "insek-gap-report/1"
PLACES = 4


def assessment_line(assessment: Assessment, source: str) -> str:
    """Return the assessment as one line of JSON, without the end of the line."""
    return _compact(assessment_object(assessment, source))


def assessment_text(assessment: Assessment, source: str) -> str:
    """Return the assessment as indented JSON."""
    return _indented(assessment_object(assessment, source))


def assessments_text(lines: Iterable[str]) -> str:
    """Return a list of assessments, one a line, from their lines."""
    within = ",\n".join(lines)
    return f"[\n{within}\n]\n" if within else "[]\n"


def assessment_object(assessment: Assessment, source: str) -> dict[str, object]:
    """Return the assessment as plain values; `source` is the path as given."""
    catalogue, municipality = assessment.catalogue, assessment.answers.municipality
    level, way, costs = assessment.level, assessment.next_level, assessment.costs
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
        "secured": _share(assessment.total.secured_share),
        "possible": _share(assessment.total.possible_share),
        "level": {"certain": level.certain.id, "possible": level.possible.id},
        "substance": {"chapters": assessment.substance.chapters, "fed": assessment.substance.fed},
        "waived": {"count": assessment.waived.count, "weight_share": _share(assessment.waived.share)},
        "sections": [
            {
                "id": part.section.id,
                "points": _points(part.tally),
                "secured": _share(part.tally.secured_share),
                "possible": _share(part.tally.possible_share),
            }
            for part in assessment.sections
        ],
        "criteria": [
            {
                "id": outcome.weighed.criterion.id,
                "section": outcome.weighed.section,
                "obligation": outcome.weighed.criterion.obligation,
                "weight": outcome.weighed.weight,
                "applicable": outcome.applicable,
                "status": outcome.status or "open",
                "gap": outcome.gap,
            }
            for outcome in assessment.outcomes
        ],
        "gaps": [gap.criterion.id for gap in assessment.gaps],
        "clarify": [outcome.criterion.id for outcome in assessment.clarify],
        "next_level": way
        and {"id": way.level.id, "gaps": [gap.criterion.id for gap in way.gaps], "days": _halves(way.days)},
        "plans": [
            {
                "type": plan.type.id,
                "entry": plan.entry,
                "verdict": plan.verdict,
                "reasons": plan.reasons,
                "chapters": catalogue.fed_by[plan.type.id],
            }
            for plan in assessment.plans
        ],
        "cost_drivers": [
            {"id": fired.driver.id, "levers": [lever.id for lever in fired.levers]} for fired in costs.drivers
        ],
        "effort": {"points": _half(costs.points), "class": costs.effort, "days": _halves(assessment.days)},
        "programmes": [
            {"id": outcome.programme.id, "status": outcome.status, "blocked_by": outcome.blocked_by}
            for outcome in assessment.programmes
        ],
        "support": assessment.answers.support,
        "problems": [{"place": hint.place, "text": hint.check.text} for hint in assessment.hints],
    }


def _points(sums: Tally) -> dict[str, float]:
    return {"secured": _half(sums.secured), "possible": _half(sums.possible), "max": _half(sums.most)}


def _half(units: int) -> float:
    return units // UNITS if units % UNITS == 0 else units / UNITS


def _halves(units: tuple[int, int]) -> list[float]:
    return [_half(units[0]), _half(units[1])]


def _share(share: Fraction | None) -> float | None:
    return None if share is None else round(float(share), PLACES)


def _compact(value: object) -> str:
    return _COMPACT.encode(value)


_COMPACT = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":"))


def _indented(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def report_text(document: "Document", assessment: Assessment, source: str) -> str:
    """Return the gap report as JSON: the assessment and the blocks of the report, each with its kind."""
    blocks = [{"kind": type(block).__name__.lower(), **asdict(block)} for block in document.blocks]
    return _indented(
        {
            "schema": REPORT_SCHEMA,
            "title": document.title,
            "footer": document.footer,
            "assessment": assessment_object(assessment, source),
            "blocks": blocks,
        }
    )
