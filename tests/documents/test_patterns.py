"""Sentences with words in braces."""

from hypothesis import given
from hypothesis import strategies as st

from insek_cli.documents.blocks import Style, plain, text_of
from insek_cli.documents.patterns import filled


def test_known_words_are_put_in_and_unknown_ones_are_gaps():
    runs = filled("{plan} gilt seit {stand}.", {"plan": "Wärmeplan"})
    assert text_of(runs) == "Wärmeplan gilt seit [hier: stand]."
    assert [run.text for run in runs if run.style is Style.GAP] == ["[hier: stand]"]


def test_empty_word_is_a_gap():
    assert text_of(filled("{plan}", {"plan": ""})) == "[hier: plan]"


def test_gap_may_be_written_as_it_reads_and_a_label_says_more_than_the_word():
    runs = filled("am [hier: Datum] um {zeit}", {"Datum": "nie"}, {"zeit": "Uhrzeit der Sitzung"})
    assert [run.text for run in runs if run.style is Style.GAP] == ["[hier: Datum]", "[hier: Uhrzeit der Sitzung]"]


def test_field_in_a_written_gap_is_filled_and_an_unknown_one_named():
    known, labels = {"Rat": "Stadtrat"}, {"jahr": "Jahr des Beschlusses"}
    assert text_of(filled("[hier: Tag, vor dem {Rat}] x", known)) == "[hier: Tag, vor dem Stadtrat] x"
    (run,) = filled("[hier: Tag und {jahr}, {nr}]", {"nr": ""}, labels)
    assert (run.text, run.style) == ("[hier: Tag und Jahr des Beschlusses, nr]", Style.GAP)


def test_field_may_hold_a_sentence_with_gaps_of_its_own():
    basis = filled("nach § 1, [hier: Absatz]", {})
    assert filled("Weil {basis}.", {"basis": basis}) == filled("Weil nach § 1, [hier: Absatz].", {})
    assert text_of(filled("[hier: {basis}]", {"basis": plain("nach § 1")})) == "[hier: nach § 1]"
    assert text_of(filled("{basis}", {"basis": ()})) == "[hier: basis]"


def test_sentence_without_braces_stays():
    assert filled("Nichts zu tun.", {}) == plain("Nichts zu tun.")


def test_empty_sentence_has_no_runs():
    assert filled("", {}) == ()


@given(st.text())
def test_braces_in_what_is_put_in_mean_nothing(text):
    known = {"plan": text, "geheim": "verraten"}
    assert text_of(filled("a {plan} b", known)) == f"a {text or '[hier: plan]'} b"
    assert text_of(filled("[hier: {plan}]", known)) == f"[hier: {text or 'plan'}]"


def test_text_put_in_may_look_like_a_word_in_braces():
    runs = filled("{plan}", {"plan": "{geheim} {{x}}", "geheim": "verraten"})
    assert runs == plain("{geheim} {{x}}")
