"""What every file of a batch must reach, as asked on the command line."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from insek_cli.core.assessment import Assessment
from insek_cli.core.catalogue import Catalogue
from insek_cli.core.written import number
from insek_cli.errors import unusable
from insek_cli.files.words import unknown_sentence

_WHOLE = 100


@dataclass(frozen=True, slots=True)
class Limits:
    """What every file must reach: a secured share in percent, a level by its place in the list."""

    percent: Decimal | None = None
    level: int | None = None

    def missed_by(self, assessment: Assessment) -> bool:
        """Tell whether a municipality stays below; a share of nothing passes."""
        share = assessment.total.secured_share
        if self.percent is not None and share is not None and share * _WHOLE < Fraction(self.percent):
            return True
        if self.level is None:
            return False
        levels = [level.id for level in assessment.catalogue.head.levels]
        return levels.index(assessment.level.certain.id) < self.level


def limits_of(catalogue: Catalogue, fail_under: str | None, require: str | None) -> Limits:
    """Return the limits asked for; raises UnusableInputError with what would be right."""
    levels: list[str] = [level.id for level in catalogue.head.levels]
    if require is not None and require not in levels:
        raise unusable("--require", unknown_sentence(require, levels, "Die Stufe"))
    try:
        percent = None if fail_under is None else number(fail_under.removesuffix("%").strip().replace(",", "."))
    except ValueError as error:
        raise unusable("--fail-under", "Hier gehört eine Zahl von 0 bis 100 hin, zum Beispiel 60.") from error
    if percent is not None and percent > _WHOLE:
        raise unusable("--fail-under", "Hier gehört eine Zahl von 0 bis 100 hin, zum Beispiel 60.")
    return Limits(percent, None if require is None else levels.index(require))
