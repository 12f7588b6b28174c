"""How the pages that are wanted for a concept spread over its chapters."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from insek_cli.core.conditions import Situation, holds
from insek_cli.core.entries import Chapter, ChapterId, PageBudget

HALF = Decimal("0.5")


def wanted_pages(budget: PageBudget | None, situation: Situation) -> int | None:
    """Return how many pages the text shall have, None where nobody said so or the answer holds no longer."""
    if budget is None or budget.fact in situation.hidden:
        return None
    wanted = situation.facts.get(budget.fact)
    if not isinstance(wanted, int | Decimal) or wanted < 1:
        return None
    return None if budget.unless is not None and holds(budget.unless, situation) is True else int(wanted)


def chapter_pages(chapters: Sequence[Chapter], wanted: int | None) -> dict[ChapterId, Decimal]:
    """Return the pages of each chapter that has a guide value; in proportion to what is wanted, else as it is."""
    guides = {chapter.id: chapter.pages for chapter in chapters if chapter.pages}
    return guides if wanted is None else spread(guides, wanted)


def spread(guides: Mapping[ChapterId, Decimal], wanted: int) -> dict[ChapterId, Decimal]:
    """Return shares of the wanted pages in proportion to the guide values: half pages, at least one each.

    They add up to what is wanted, unless it is too little for half a page each.
    """
    whole = 2 * wanted
    quotas = {chapter: Fraction(pages) * whole / Fraction(sum(guides.values())) for chapter, pages in guides.items()}
    halves = {chapter: max(1, int(quota)) for chapter, quota in quotas.items()}
    while halves and sum(halves.values()) < whole:
        halves[max(halves, key=lambda chapter: quotas[chapter] - halves[chapter])] += 1
    while sum(halves.values()) > whole and max(halves.values()) > 1:
        longer = [chapter for chapter, count in halves.items() if count > 1]
        halves[min(longer, key=lambda chapter: quotas[chapter] - halves[chapter])] -= 1
    return {chapter: HALF * count for chapter, count in halves.items()}
