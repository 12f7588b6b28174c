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


def test_sentence_without_braces_stays():
    assert filled("Nichts zu tun.", {}) == plain("Nichts zu tun.")


def test_empty_sentence_has_no_runs():
    assert filled("", {}) == ()


@given(st.text())
def test_braces_in_what_is_put_in_mean_nothing(text):
    known = {"plan": text, "geheim": "verraten"}
    assert text_of(filled("a {plan} b", known)) == f"a {text or '[hier: plan]'} b"


def test_text_put_in_may_look_like_a_word_in_braces():
    runs = filled("{plan}", {"plan": "{geheim} {{x}}", "geheim": "verraten"})
    assert runs == plain("{geheim} {{x}}")
