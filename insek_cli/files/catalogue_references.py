"""What a catalogue must hold beyond the shape of its entries: ids, references, conditions. One rule a function."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import TypeVar

from insek_cli.core import conditions as k
from insek_cli.core import entries as e
from insek_cli.core import occasions as o
from insek_cli.core import vocabulary as v
from insek_cli.core.papers import conditions_in, fields_of, texts_in
from insek_cli.errors import Problem
from insek_cli.files.catalogue_chapters import chapter_problems
from insek_cli.files.catalogue_conditions import NUMBERS, all_conditions, conditions, question_of
from insek_cli.files.catalogue_ids import KINDS, dangling, entries_of
from insek_cli.files.catalogue_parts import Entry, Parts
from insek_cli.files.words import bare, shown
from insek_cli.files.yaml_reader import List, Map

T = TypeVar("T")
Rule = Callable[[Parts], Iterable[Problem]]


def reference_problems(parts: Parts) -> list[Problem]:
    """Return every fault between the entries, over all files."""
    return [problem for rule in _RULES for problem in rule(parts)]


def _repeated_ids(parts: Parts) -> Iterator[Problem]:
    for kind, noun in KINDS.items():
        first: dict[str, Entry[object]] = {}
        for entry in entries_of(parts, kind):
            if entry.id is None:
                continue
            if entry.id in first:
                place = first[entry.id].place("id")
                yield Problem(entry.place("id"), f"{noun} {shown(entry.id)} steht schon in {place}.")
            first.setdefault(entry.id, entry)


_HEAD = ("levels", "sections")

_REFERRING = {
    "chapters": "chapters",
    "plans": "plans",
    "sources": "sources",
    "needs": "criteria",
    "programmes": "programmes",
    "levers": "levers",
    "facts": "questions",
    "help-for": "criteria",
}


def _references_of_broken_entries(parts: Parts) -> Iterator[Problem]:
    """Yield what dangles in entries that have another fault, too; the other rules see only entries without one."""
    for kind in KINDS:
        for entry in entries_of(parts, kind):
            raw = entry.file.node(entry.steps)
            if entry.value is not None or kind in _HEAD or not isinstance(raw, Map):
                continue
            for key, named in _REFERRING.items():
                words = raw.get(key)
                for place, word in enumerate(words if isinstance(words, List) else ()):
                    if isinstance(word, str):
                        yield from dangling(parts, named, word, entry.place(key, place))


def _section_files(parts: Parts) -> Iterator[Problem]:
    if "sections" in parts.uncertain:
        return
    first: dict[str, Entry[str]] = {}
    for entry in parts.section_files:
        section = entry.id or ""
        yield from dangling(parts, "sections", section, entry.place())
        if section in first:
            yield Problem(entry.place(), f"Den Abschnitt „{section}“ gibt es schon in {first[section].place()}.")
        first.setdefault(section, entry)
    if "section_files" not in parts.uncertain:
        for named in parts.sections:
            if named.id is not None and named.id not in first:
                yield Problem(named.place("id"), f"Zum Abschnitt „{named.id}“ fehlt eine Datei im Ordner criteria.")


def _criterion_references(parts: Parts) -> Iterator[Problem]:
    for entry in parts.criteria:
        if entry.value is not None:
            yield from _listed(parts, entry, "chapters", entry.value.chapters, "chapters")
            yield from _listed(parts, entry, "plans", entry.value.plans, "plans")
            yield from _listed(parts, entry, "after", entry.value.after, "criteria")
            yield from _sources(parts, entry, entry.value.sources)


def _plan_references(parts: Parts) -> Iterator[Problem]:
    for entry in parts.plans:
        if entry.value is not None:
            for place, feed in enumerate(entry.value.feeds):
                yield from dangling(parts, "chapters", feed.chapter, entry.place("feeds", place, "chapter"))
            yield from _sources(parts, entry, entry.value.sources)


def _cost_references(parts: Parts) -> Iterator[Problem]:
    for driver in parts.drivers:
        if driver.value is not None:
            yield from _listed(parts, driver, "levers", driver.value.levers, "levers")
            yield from _sources(parts, driver, driver.value.sources)
            if driver.value.when is None and driver.value.per is None:
                yield Problem(driver.place(), "Ein Kostentreiber braucht „when“ oder „per“, sonst gilt er immer.")
    for lever in parts.levers:
        if lever.value is not None:
            yield from _sources(parts, lever, lever.value.sources)
    for case in parts.cases:
        if case.value is not None:
            yield from _sources(parts, case, case.value.sources)


def _cooperation_references(parts: Parts) -> Iterator[Problem]:
    for form in parts.forms:
        if form.value is not None:
            yield from _sources(parts, form, form.value.sources)
    for entry in parts.occasions:
        if entry.value is not None:
            yield from dangling(parts, "forms", entry.value.legal_form, entry.place("legal-form"))
            yield from _listed(parts, entry, "criteria", entry.value.criteria, "criteria")
            yield from _listed(parts, entry, "plans", entry.value.plans, "plans")
            yield from _listed(parts, entry, "programmes", entry.value.programmes, "programmes")
            yield from _sources(parts, entry, entry.value.sources)
            yield from _kind_of_occasion(entry, entry.value)


def _kind_of_occasion(entry: Entry[o.Occasion], occasion: o.Occasion) -> Iterator[Problem]:
    """Yield what the kind of an occasion asks for and the entry does not say."""
    if not occasion.criteria and not occasion.plans:
        yield Problem(entry.place(), "Ein Anlass braucht „criteria“ oder „plans“, sonst fehlt niemandem etwas.")
    if occasion.kind is o.OccasionKind.SHARED_HOLDER and occasion.area is None:
        yield Problem(entry.place("kind"), "Ein gemeinsamer Träger („shared-holder“) braucht „area“.")
    if occasion.kind is o.OccasionKind.SIZE and (occasion.when is None or occasion.partner is None):
        yield Problem(entry.place("kind"), "Eine Größenregel („size“) braucht „when“ und „partner“.")


def _nearness(parts: Parts) -> Iterator[Problem]:
    entry = parts.partnership
    if entry is None or entry.value is None:
        return
    areas = [near.area for near in entry.value.near]
    for place, area in enumerate(areas):
        if area in areas[:place]:
            yield Problem(entry.place("near", place, "area"), f"Die Nähe „{area}“ steht hier zweimal.")


def _programme_references(parts: Parts) -> Iterator[Problem]:
    for entry in parts.programmes:
        if entry.value is not None:
            yield from _listed(parts, entry, "needs", entry.value.needs, "criteria")
            yield from _sources(parts, entry, entry.value.sources)


def _other_references(parts: Parts) -> Iterator[Problem]:
    for question in parts.questions:
        if question.value is not None:
            yield from _listed(parts, question, "help-for", question.value.help_for, "criteria")
            yield from _sources(parts, question, question.value.sources)
    for support in parts.support:
        if support.value is not None:
            yield from _sources(parts, support, support.value.sources)


def _data_references(parts: Parts) -> Iterator[Problem]:
    for statistic in parts.statistics:
        if statistic.value is not None:
            yield from _listed(parts, statistic, "chapters", statistic.value.chapters, "chapters")
            yield from _sources(parts, statistic, statistic.value.sources)
    for landkreis in parts.landkreise:
        if landkreis.value is not None:
            yield from _sources(parts, landkreis, landkreis.value.sources)


def _listed(parts: Parts, entry: Entry[T], key: str, words: Sequence[str], kind: str) -> Iterator[Problem]:
    for place, word in enumerate(words):
        yield from dangling(parts, kind, word, entry.place(key, place))


def _sources(parts: Parts, entry: Entry[T], sources: Sequence[str]) -> Iterator[Problem]:
    return _listed(parts, entry, "sources", sources, "sources")


def _numbers(parts: Parts) -> Iterator[Problem]:
    for entry in parts.criteria:
        if entry.value is not None and entry.value.effort is not None:
            yield from _effort(entry.value.effort, entry.place("effort", "days"))
    if parts.head is not None and parts.head.value is not None:
        head = parts.head.value
        yield from _effort(head.effort_default, parts.head.place("effort-default", "days"))
        yield from _points(head.points, parts.head)
        for place, level in enumerate(head.levels):
            yield from _shares(level, parts.head, place)
        if not head.levels:
            yield Problem(parts.head.place("levels"), "Der Katalog braucht mindestens eine Stufe.")
    for plan in parts.plans:
        kind = plan.value
        if kind is not None and kind.yellow is not None and kind.red is not None and kind.red < kind.yellow:
            yield Problem(plan.place("red"), "Das rote Alter darf nicht unter dem gelben liegen.")


def _checks(parts: Parts) -> Iterator[Problem]:
    """Yield what a kind of check needs and lacks."""
    for entry in parts.checks:
        check = entry.value
        # In a file that cannot be read as written, what seems missing may stand there.
        if check is None or entry.file.problems:
            continue
        for key in _NEEDED.get(check.kind, ()):
            if getattr(check, key) is None:
                yield Problem(entry.place(), f"Zu einer Prüfung der Art „{check.kind}“ gehört „{key}“.")
        if check.fact is not None:
            yield from dangling(parts, "questions", check.fact, entry.place("fact"))


_NEEDED: Mapping[v.CheckKind, tuple[str, ...]] = {
    v.CheckKind.WAIVED_SHARE: ("share",),
    v.CheckKind.UNKNOWN_SHARE: ("share",),
    v.CheckKind.CONTRADICTION: ("when",),
    v.CheckKind.FACT_AGE: ("fact", "years"),
}


def _synonyms(parts: Parts) -> Iterator[Problem]:
    """Yield words of the questionnaire that stand for two answers, whatever their case and points."""
    if parts.head is None or parts.head.value is None:
        return
    first: dict[str, int] = {}
    for place, entry in enumerate(parts.head.value.synonyms):
        for number, word in enumerate(entry.words):
            if first.setdefault(bare(word), place) != place:
                where = parts.head.place("synonyms", place, "words", number)
                yield Problem(where, f"Das Wort {shown(word)} steht schon bei einer anderen Antwort.")


def _effort(effort: e.Effort, place: str) -> Iterator[Problem]:
    low, high = effort.days
    if not 0 < low <= high:
        yield Problem(place, "Zwei Tageszahlen, die kleinere zuerst und über 0, zum Beispiel [1, 3].")


def _points(points: e.Points, head: Entry[e.Head]) -> Iterator[Problem]:
    if points.met <= 0 or max(points.partial, points.unmet, points.later) > points.met:
        yield Problem(head.place("points"), "„met“ muss über 0 liegen und am meisten Punkte haben.")


def _shares(level: e.Level, head: Entry[e.Head], place: int) -> Iterator[Problem]:
    for key, share in (("secured", level.secured), ("should", level.should)):
        if share is not None and share > 1:
            yield Problem(head.place("levels", place, key), "Ein Anteil liegt zwischen 0 und 1, zum Beispiel 0.65.")


def _age_groups(parts: Parts) -> Iterator[Problem]:
    for entry in parts.statistics:
        if entry.value is None:
            continue
        if (entry.value.form is v.StatisticForm.AGES) != bool(entry.value.groups):
            yield Problem(entry.place("form"), "Altersgruppen („groups“) gehören zu „form: ages“, und nur dorthin.")
        for place, group in enumerate(entry.value.groups):
            if group.below is not None and group.below <= group.from_:
                yield Problem(entry.place("groups", place), "„below“ muss über „from“ liegen.")


def _district_keys(parts: Parts) -> Iterator[Problem]:
    first: dict[str, Entry[e.Landkreis]] = {}
    for entry in parts.landkreise:
        if entry.value is not None:
            found = first.setdefault(entry.value.key, entry)
            if found is not entry:
                text = f"Den Schlüssel „{entry.value.key}“ hat schon „{found.id}“ in {found.place('key')}."
                yield Problem(entry.place("key"), text)


def _counts(parts: Parts) -> Iterator[Problem]:
    """Yield faults of `per`: it counts a fact that is a number, or plans by verdict."""
    for entry in _counting(parts):
        per = None if entry.value is None else entry.value.per
        if per is None:
            continue
        if (per.fact is None) == (not per.verdict):
            yield Problem(entry.place("per"), "„per“ braucht entweder „fact“ oder „verdict“.")
        if per.fact is not None and per.fact != k.INHABITANTS:
            yield from dangling(parts, "questions", per.fact, entry.place("per", "fact"))
            question = question_of(parts, per.fact)
            if question is not None and question.kind not in NUMBERS:
                yield Problem(entry.place("per", "fact"), f"Die Frage {shown(per.fact)} hat keine Zahl als Antwort.")


def _counting(parts: Parts) -> Sequence[Entry[e.Driver] | Entry[e.Lever]]:
    return [*parts.drivers, *parts.levers]


def _choices(parts: Parts) -> Iterator[Problem]:
    for entry in parts.questions:
        question = entry.value
        if question is None:
            continue
        ids = [choice.id for choice in question.choices]
        for place, word in enumerate(ids):
            if word in ids[:place]:
                yield Problem(entry.place("choices", place, "id"), f"Die Antwort „{word}“ steht hier zweimal.")
        if (question.kind is v.QuestionKind.CHOICE) != bool(ids):
            text = "Antworten („choices“) gehören zu Fragen mit „kind: choice“, und nur zu ihnen."
            yield Problem(entry.place("kind"), text)
        if question.id == k.INHABITANTS:
            yield Problem(entry.place("id"), "Die Einwohnerzahl ist eingebaut und wird nicht gefragt.")


def _cycles(parts: Parts) -> Iterator[Problem]:
    needs = {
        entry.id: set(k.facts_of(entry.value.when)) for entry in parts.questions if entry.value is not None and entry.id
    }
    for entry in parts.questions:
        if entry.id in needs and entry.id in _reachable(needs, entry.id):
            yield Problem(entry.place("when"), f"Die Frage „{entry.id}“ hängt im Kreis von sich selbst ab.")


def _step_cycles(parts: Parts) -> Iterator[Problem]:
    needs = {entry.id: set(entry.value.after) for entry in parts.criteria if entry.value is not None and entry.id}
    for entry in parts.criteria:
        if entry.id in needs and entry.id in _reachable(needs, entry.id):
            yield Problem(entry.place("after"), f"Das Kriterium „{entry.id}“ kommt im Kreis nach sich selbst.")


def _reachable(needs: Mapping[str, AbstractSet[str]], start: str) -> set[str]:
    seen: set[str] = set()
    ahead = list(needs[start])
    while ahead:
        fact = ahead.pop()
        if fact not in seen:
            seen.add(fact)
            ahead += needs.get(fact, ())
    return seen


def _unused_questions(parts: Parts) -> Iterator[Problem]:
    if parts.uncertain or any(
        entry.value is None for kind in KINDS if kind not in _HEAD for entry in entries_of(parts, kind)
    ):
        return
    used = set(_used_facts(parts))
    for entry in parts.questions:
        helps = entry.value is not None and bool(entry.value.help_for)
        if entry.value is not None and entry.id not in used and not helps:
            yield Problem(entry.place("id"), f"Die Frage „{entry.id}“ braucht niemand: keine Bedingung, kein Kapitel.")


def _used_facts(parts: Parts) -> Iterator[str]:
    for _, _, condition, _ in all_conditions(parts):
        yield from k.facts_of(condition)
    for entry in _counting(parts):
        if entry.value is not None and entry.value.per is not None and entry.value.per.fact is not None:
            yield entry.value.per.fact
    for chapter in parts.chapters:
        if chapter.value is not None:
            yield from chapter.value.facts
    for paper in parts.papers:
        if paper.value is not None:
            yield from (fact for _, condition in conditions_in(paper.value) for fact in k.facts_of(condition))
            yield from (field for _, text in texts_in(paper.value) for field in fields_of(text))


_RULES: tuple[Rule, ...] = (
    _repeated_ids,
    _section_files,
    _references_of_broken_entries,
    _criterion_references,
    _plan_references,
    _cost_references,
    _cooperation_references,
    _nearness,
    _programme_references,
    chapter_problems,
    _other_references,
    _data_references,
    _numbers,
    _checks,
    _synonyms,
    conditions,
    _counts,
    _age_groups,
    _district_keys,
    _choices,
    _cycles,
    _step_cycles,
    _unused_questions,
)
