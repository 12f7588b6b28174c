"""What a group saves: never less with one more member, nothing twice, whatever the order of the members."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from insek_cli.core import occasions as o
from insek_cli.core.saving import Chance, bundles
from insek_cli.core.vocabulary import Proof

MEMBERS = 5
GROUPS = st.integers(0, (1 << MEMBERS) - 1)


def chance(lacks, gives=0, kind=o.OccasionKind.COMMON_GAP, points=2, coordination=1):
    known = o.Occasion(o.OccasionId("x"), kind, "t", "t", o.FormId("f"), Decimal(1), Proof.ASSUMPTION, ())
    return Chance(known, tuple(lacks), gives, points, coordination)


@st.composite
def chances(draw):
    lacks = [(item, draw(GROUPS)) for item in draw(st.sets(st.sampled_from("abc"), min_size=1))]
    kind = draw(st.sampled_from([o.OccasionKind.COMMON_GAP, o.OccasionKind.COMPLEMENT]))
    needs = sum(1 << place for place in range(MEMBERS) if any(mask >> place & 1 for _, mask in lacks))
    gives = draw(GROUPS) & ~needs if kind is o.OccasionKind.COMPLEMENT else 0
    return chance(lacks, gives, kind, draw(st.integers(1, 4)), draw(st.integers(0, 3)))


def saved(found, group: int) -> int:
    return sum(best(group)[0] for _, best in bundles(found))


def test_more_savers_never_save_less():
    everyone = (1 << MEMBERS) - 1
    found = [chance([("a", everyone)])]
    assert [saved(found, (1 << number) - 1) for number in range(1, MEMBERS + 1)] == [0, 3, 3, 3, 3]


@given(found=st.lists(chances(), max_size=3), group=GROUPS, member=st.integers(0, MEMBERS - 1))
def test_one_more_member_never_lowers_what_is_saved(found, group, member):
    assert saved(found, group | 1 << member) >= saved(found, group)


@given(found=st.lists(chances(), max_size=3), group=GROUPS)
def test_what_a_member_lacks_counts_once(found, group):
    counted = [
        (item, place)
        for _, best in bundles(found)
        for saving in best(group)[1]
        for item, mask in saving.lacks
        for place in range(MEMBERS)
        if mask >> place & 1
    ]
    assert len(counted) == len(set(counted))


@given(found=st.lists(chances(), max_size=3), group=GROUPS, order=st.permutations(range(MEMBERS)))
def test_the_order_of_the_members_is_irrelevant(found, group, order):
    def moved(mask: int) -> int:
        return sum(1 << order[place] for place in range(MEMBERS) if mask >> place & 1)

    others = [
        chance(
            [(item, moved(mask)) for item, mask in one.lacks],
            moved(one.gives),
            one.occasion.kind,
            one.points,
            one.coordination,
        )
        for one in found
    ]
    assert saved(found, group) == saved(others, moved(group))
