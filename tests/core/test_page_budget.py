"""Pages wanted spread over chapters: nothing is lost, nobody gets none, more is never less."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from insek_cli.core.catalogue import Catalogue
from insek_cli.core.page_budget import chapter_pages, spread, wanted_pages
from insek_cli.core.vocabulary import ChapterId
from tests.documents.judging import judged

HALF = Decimal("0.5")
GUIDES = st.dictionaries(
    st.text(min_size=1, max_size=4).map(ChapterId),
    st.integers(1, 20).map(lambda quarters: Decimal(quarters) / 4),
    min_size=1,
    max_size=30,
)


@given(GUIDES, st.integers(1, 300))
def test_half_pages_add_up_to_what_is_wanted_if_it_is_enough_for_all(guides, wanted):
    found = spread(guides, Decimal(wanted), {})
    assert all(pages >= HALF and pages % HALF == 0 for pages in found.values())
    assert sum(found.values()) == max(Decimal(wanted), HALF * len(guides))


@given(GUIDES, st.integers(1, 300))
def test_longer_chapter_never_gets_less_than_a_shorter_one(guides, wanted):
    found = spread(guides, Decimal(wanted), {})
    for one, pages in guides.items():
        assert all(found[one] >= found[other] - HALF for other, fewer in guides.items() if fewer <= pages)


@given(GUIDES, st.integers(1, 10**9), st.data())
def test_no_chapter_gets_more_than_it_may_have_and_the_others_get_the_rest(guides, wanted, data):
    capped = data.draw(st.lists(st.sampled_from(list(guides)), unique=True))
    most = {chapter: max(HALF, guides[chapter].to_integral_value()) for chapter in capped}
    found = spread(guides, Decimal(wanted), most)
    assert list(found) == list(guides)
    assert all(found[chapter] <= most[chapter] for chapter in capped)
    if len(capped) < len(guides):
        assert sum(found.values()) == max(Decimal(wanted), HALF * len(guides))


@given(GUIDES)
def test_guide_values_in_half_pages_stay_as_they_are(guides):
    doubled = {chapter: pages.to_integral_value(rounding="ROUND_CEILING") for chapter, pages in guides.items()}
    assert spread(doubled, sum(doubled.values(), Decimal(0)), {}) == doubled


def test_without_an_answer_the_guide_values_hold(catalogue: Catalogue):
    chapters = catalogue.entries.chapters
    known = {chapter.id: chapter.pages for chapter in chapters if chapter.pages}
    assert chapter_pages(chapters, None) == known


def test_answer_counts_only_where_it_is_a_number_still_in_force(catalogue: Catalogue):
    budget = catalogue.head.page_budget
    for facts, expected in (
        ("target-pages: 45", 45),
        ("target-pages: unknown", None),
        ("target-pages: 0", None),
        ("target-pages: 45, stage: resolved", None),
    ):
        assert wanted_pages(budget, judged(catalogue, f"facts: {{{facts}}}\n").situation) == expected
    assert wanted_pages(None, judged(catalogue).situation) is None
