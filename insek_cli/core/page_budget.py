"""How the pages that are wanted for a concept spread over its chapters."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from insek_cli.core.conditions import Situation, holds
from insek_cli.core.entries import PageBudget
from insek_cli.core.outline import Chapter
from insek_cli.core.vocabulary import ChapterId

HALF = Decimal("0.5")
Pages = Mapping[ChapterId, Decimal]


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
    most = {chapter.id: chapter.most_pages for chapter in chapters if chapter.most_pages}
    return guides if wanted is None else spread(guides, Decimal(wanted), most)


def spread(guides: Pages, wanted: Decimal, most: Pages) -> dict[ChapterId, Decimal]:
    """Return shares of the wanted pages in proportion to the guide values, none above what it may have at most.

    They are half pages, at least one each, and add up to what is wanted unless that is too little for all or too much.
    """
    whole = sum(guides.values())
    full = {chapter: top for chapter, top in most.items() if guides.get(chapter, 0) * wanted > top * whole}
    rest = {chapter: pages for chapter, pages in guides.items() if chapter not in full}
    shares = spread(rest, wanted - sum(full.values()), most) if full and rest else _in_halves(rest, wanted)
    return {chapter: full.get(chapter) or shares[chapter] for chapter in guides}


def _in_halves(guides: Pages, wanted: Decimal) -> dict[ChapterId, Decimal]:
    """Return the shares rounded so that their sum is right: what is left goes where most is lacking."""
    whole = int(wanted * 2)
    quotas = {chapter: Fraction(pages) * whole / Fraction(sum(guides.values())) for chapter, pages in guides.items()}
    halves = {chapter: max(1, int(quota)) for chapter, quota in quotas.items()}
    while halves and sum(halves.values()) < whole:
        halves[max(halves, key=lambda chapter: quotas[chapter] - halves[chapter])] += 1
    while sum(halves.values()) > whole and max(halves.values()) > 1:
        longer = [chapter for chapter, count in halves.items() if count > 1]
        halves[min(longer, key=lambda chapter: quotas[chapter] - halves[chapter])] -= 1
    return {chapter: HALF * count for chapter, count in halves.items()}
