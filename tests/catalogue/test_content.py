"""What an expert wants of the shipped catalogue; the loader does not ask for it."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from itertools import combinations

from insek_cli.core.catalogue import TOPICS, Catalogue
from insek_cli.core.conditions import CriterionPoints, facts_of, parts_of
from insek_cli.core.vocabulary import Ground, Obligation, Proof

LONGEST_PROMPT = 400
FIRMNESS = {Proof.READ: 2, Proof.PARTLY: 1, Proof.ASSUMPTION: 0}


def prompt_texts(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """Yield every text shown at a prompt, with where it stands."""
    for criterion in catalogue.criteria:
        for key in ("title", "statement", "met", "partial", "help", "remedy"):
            yield f"{criterion.id}.{key}", getattr(criterion, key)
    for question in catalogue.entries.questions:
        yield f"{question.id}.text", question.text
        yield f"{question.id}.help", question.help or ""


def all_texts(value: object, place: str = "") -> Iterator[tuple[str, str]]:
    """Yield every text of a value and what is in it."""
    if is_dataclass(value):
        for field in fields(value):
            yield from all_texts(getattr(value, field.name), f"{place}.{field.name}")
    elif isinstance(value, tuple):
        for number, part in enumerate(value):
            yield from all_texts(part, f"{place}[{getattr(part, 'id', number)}]")
    elif isinstance(value, dict):
        for key, part in value.items():
            yield from all_texts(part, f"{place}.{key}")
    elif type(value) is str:
        yield place, value


def test_sizes_are_those_wanted(catalogue: Catalogue) -> None:
    entries = catalogue.entries
    assert 60 <= len(catalogue.criteria) <= 75
    assert 12 <= sum(criterion.quick for criterion in catalogue.criteria) <= 15
    assert len([c for c in catalogue.criteria if c.obligation is Obligation.MUST]) == 21
    assert (len(entries.questions), sum(question.quick for question in entries.questions)) == (25, 10)
    assert (len(entries.plans), sum(kind.common for kind in entries.plans)) == (36, 13)
    assert (len(entries.drivers), len(entries.levers), len(entries.support)) == (15, 16, 7)
    assert len(catalogue.topics) == 12


def test_page_budget_is_25_and_26_with_the_review(catalogue: Catalogue) -> None:
    pages = {chapter.id: chapter.pages or 0 for chapter in catalogue.entries.chapters if not chapter.annex}
    assert sum(pages.values()) == 26
    assert sum(pages.values()) - pages["review"] == 25


def test_every_must_by_law_or_funding_has_a_source_that_was_read_at_least_partly(catalogue: Catalogue) -> None:
    for criterion in catalogue.criteria:
        if criterion.obligation is Obligation.MUST and criterion.because in {Ground.LAW, Ground.FUNDING}:
            proofs = {catalogue.source[source].proof for source in criterion.sources}
            assert proofs & {Proof.READ, Proof.PARTLY}, criterion.id


def test_nothing_is_firmer_than_its_best_source(catalogue: Catalogue) -> None:
    entries = catalogue.entries
    for entry in (
        *catalogue.criteria,
        *entries.plans,
        *entries.drivers,
        *entries.levers,
        *entries.cases,
        *entries.programmes,
        *entries.occasions,
        *entries.forms,
    ):
        assert entry.sources, entry.id
        best = max(FIRMNESS[catalogue.source[source].proof] for source in entry.sources)
        assert FIRMNESS[entry.proof] <= best, entry.id


def test_no_passage_of_a_paper_is_firmer_than_its_best_source(catalogue: Catalogue) -> None:
    for paper in catalogue.entries.papers:
        for passage in (passage for section in paper.sections for passage in section.passages):
            if passage.proof is not None:
                best = max(FIRMNESS[catalogue.source[source].proof] for source in passage.sources)
                assert FIRMNESS[passage.proof] <= best, passage.text


def test_every_criterion_of_a_building_block_stands_in_one_only(catalogue: Catalogue) -> None:
    named = [word for paper in catalogue.entries.papers for block in paper.blocks for word in block.criteria]
    assert len(named) == len(set(named)) > 30


def test_work_that_is_worded_twice_is_asked_once(catalogue: Catalogue) -> None:
    for block in (block for paper in catalogue.entries.papers for block in paper.blocks):
        for one, other in combinations(block.work, 2):
            if set(one.criteria) & set(other.criteria):
                assert one.unless is not None, one.text
                assert (one.unless, one.when) == (other.when, other.unless), one.text


def test_every_criterion_is_work_for_an_office_or_for_the_municipality_itself(catalogue: Catalogue) -> None:
    tender = next(paper for paper in catalogue.entries.papers if paper.blocks)
    sold = [criterion for block in tender.blocks for criterion in block.criteria]
    assert sorted([*sold, *tender.own_tasks]) == sorted(criterion.id for criterion in catalogue.criteria)


def test_every_chapter_is_fed_by_a_criterion(catalogue: Catalogue) -> None:
    fed = {chapter for criterion in catalogue.criteria for chapter in criterion.chapters}
    for chapter in catalogue.entries.chapters:
        if not chapter.annex and chapter.id != "summary":
            assert chapter.id in fed or (chapter.parent == TOPICS and TOPICS in fed), chapter.id


def test_every_plan_feeds_a_chapter_and_every_driver_has_a_lever(catalogue: Catalogue) -> None:
    assert all(kind.feeds for kind in catalogue.entries.plans)
    assert all(driver.levers for driver in catalogue.entries.drivers)


def test_every_gate_names_facts_or_criteria(catalogue: Catalogue) -> None:
    for programme in catalogue.entries.programmes:
        if programme.gate is not None:
            named = [
                *facts_of(programme.gate),
                *(p for p in parts_of(programme.gate) if isinstance(p, CriterionPoints)),
            ]
            assert named, programme.id


def test_a_plan_that_proves_a_criterion_is_no_secret_to_its_chapters(catalogue: Catalogue) -> None:
    for chapter in catalogue.entries.chapters:
        if "plans" in chapter.parts:
            assert any(chapter.id in catalogue.fed_by[kind.id] for kind in catalogue.entries.plans), chapter.id


def test_every_source_is_used(catalogue: Catalogue) -> None:
    entries = catalogue.entries
    groups = (catalogue.criteria, entries.questions, entries.plans, entries.drivers, entries.levers, entries.cases)
    used = {
        source
        for group in (
            *groups,
            entries.programmes,
            entries.support,
            entries.statistics,
            entries.landkreise,
            entries.occasions,
            entries.forms,
        )
        for entry in group
        for source in entry.sources
    }
    assert {source.id for source in entries.sources} == used


def test_no_text_at_a_prompt_is_long(catalogue: Catalogue) -> None:
    assert [place for place, text in prompt_texts(catalogue) if len(text) > LONGEST_PROMPT] == []


def test_sentences_at_prompts_have_at_most_25_words_on_average(catalogue: Catalogue) -> None:
    words: dict[str, list[int]] = {}
    for place, text in prompt_texts(catalogue):
        sentences = [part for part in re.split(r"(?<=[.!?:;])\s+", text) if part]
        words.setdefault(place.split(".")[0], []).extend(len(sentence.split()) for sentence in sentences)
    assert [entry for entry, counts in words.items() if sum(counts) / len(counts) > 25] == []


def test_no_placeholder_words_and_no_promises(catalogue: Catalogue) -> None:
    # Marks of unfinished texts must not reach a town hall; whether money is paid is for those who pay it to say.
    forbidden = re.compile(r"\b(?:TODO|TBD|FIXME|xyz|[Ll]orem|Platzhalter|[Ff]örderfähig(?:e[nrs]?)?|Sie erhalten)\b")
    found = [
        (place, text)
        for place, text in all_texts(catalogue.entries)
        if forbidden.search(text) and ".sources" not in place
    ]
    assert found == []


def test_quotation_marks_are_german(catalogue: Catalogue) -> None:
    assert [
        place for place, text in all_texts(catalogue.entries) if '"' in text or "“" in text.replace("„", "", 1)[:1]
    ] == []


def test_numbers_over_a_thousand_have_a_point(catalogue: Catalogue) -> None:
    spaced = re.compile(r"\b\d{1,3}[ \u00a0\u2009\u202f]\d{3}\b")
    found = [place for place, text in all_texts(catalogue.entries) if spaced.search(text)]
    assert found == []


def test_every_topic_says_what_its_state_is_about(catalogue: Catalogue) -> None:
    lines = {line.label for line in catalogue.chapter[TOPICS].lines}
    for topic in catalogue.topics:
        asked = {gap.line for gap in topic.gaps}
        assert "Stand" in asked
        assert asked <= lines
