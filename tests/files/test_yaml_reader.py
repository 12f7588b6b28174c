"""Every scalar as text, every fault with its place: what the reader promises to catalogue and answers."""

import os
import threading
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from insek_cli.files.yaml_reader import DEEPEST, LARGEST_FILE, has_changed, read_file, read_file_within, read_text
from tests.cli.program import printed_without_superuser, rights_hold

NOT_UTF8 = "Die Datei ist nicht in UTF-8 gespeichert. Bitte im Editor „UTF-8“ als Kodierung wählen und neu speichern."
CONTROL = "Hier steht ein unsichtbares Steuerzeichen. Bitte löschen."
MARKS = "Anker (&name) und Typangaben (!typ) sind nicht erlaubt; bitte weglassen."
ALIAS = "Verweise (*name) sind nicht erlaubt; bitte den Wert ausschreiben."
TOO_LARGE = "Die Datei ist größer als 5 MB. Antworten und Katalog sind Textdateien von wenigen hundert Kilobyte."
AT_START = "Dieses Zeichen darf hier nicht am Anfang stehen. Bitte den Text in Anführungszeichen setzen."

texts = st.text(st.characters(codec="utf-8"))
trees = st.recursive(
    st.text(st.characters(codec="utf-8"), min_size=1),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4),
    max_leaves=12,
)


def read(text):
    return read_text(text, "a.yaml")


def problems(text):
    return [str(problem) for problem in read(text).problems]


def problems_of_bytes(folder, data):
    path = folder / "bytes.yaml"
    path.write_bytes(data)
    return [str(problem) for problem in read_file(path, "a.yaml").problems]


@pytest.mark.parametrize(
    "scalar", ["1", "no", "1.10", "12:30", "null", "~", "2026-03-12", "0x1f", ".nan", "1_000", "true"]
)
def test_a_scalar_is_read_as_the_text_that_stands_there(scalar):
    assert read(f"key: {scalar}").root == {"key": scalar}
    assert read(f"key: '{scalar}'").root == {"key": scalar}


def test_a_key_with_nothing_after_it_counts_as_left_out():
    file = read("a:\nb: # noch offen\nc: ''\nd: x\n")

    assert file.root == {"c": "", "d": "x"}
    assert not file.problems


def test_an_empty_list_item_is_refused_where_it_stands():
    assert problems("a:\n  - x\n  -\n  - y\n") == ["a.yaml:3:4: Dieser Listenpunkt ist leer."]


@pytest.mark.parametrize("text", ["", "\n\n", "# nur ein Kommentar\n", "---\n", "\ufeff"])
def test_a_file_without_content_has_no_root_and_no_problem(text):
    assert read(text).root is None
    assert not read(text).problems


def test_keys_and_values_know_their_places():
    file = read("a:\n  b: [x, {c: y}]\n")

    assert file.place(("a", "b", 1, "c")) == "a.yaml:2:14"
    assert file.place(("a", "b", 1, "c"), at_key=True) == "a.yaml:2:11"
    assert file.place(("a",), at_key=True) == "a.yaml:1:1"


def test_a_place_that_does_not_exist_is_that_of_the_last_part_that_does():
    file = read("a:\n  b: [x]\n")

    assert file.place(("a", "b", 7, "c")) == file.place(("a", "b")) == "a.yaml:2:6"
    assert read("").place(("a",)) == "a.yaml:1:1"


def test_columns_count_letters_not_bytes():
    assert problems("{größe: ä, b: &x c}") == [f"a.yaml:1:15: {MARKS}"]


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_every_line_ending_is_understood(ending):
    file = read(f"a: 1{ending}b: [x]{ending}")

    assert file.root == {"a": "1", "b": ["x"]}
    assert file.place(("b", 0)) == "a.yaml:2:5"


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("a: 1\nb: 2\na: 3\n", "a.yaml:3:1: „a“ steht hier zum zweiten Mal (zuerst in 1. Zeile)."),
        ("x:\n  a: 1\n  a: {b: 2}\n", "a.yaml:3:3: „a“ steht hier zum zweiten Mal (zuerst in 2. Zeile)."),
        ("{a: 1, 'a': [2]}", "a.yaml:1:8: „a“ steht hier zum zweiten Mal (zuerst in 1. Zeile)."),
        ("a:\na: 2\n", "a.yaml:2:1: „a“ steht hier zum zweiten Mal (zuerst in 1. Zeile)."),
    ],
)
def test_a_repeated_key_is_refused_at_the_second_one(text, problem):
    assert problems(text) == [problem]


def test_the_first_of_two_keys_stays():
    assert read("a: 1\na: 2\nb: 3\n").root == {"a": "1", "b": "3"}
    assert read("a: {x: 1}\na: {y: 2}\nb: 3\n").root == {"a": {"x": "1"}, "b": "3"}


def test_a_repeated_key_cannot_add_a_line_to_the_message():
    (problem,) = problems('"a\\nb.yaml:1:1: erfunden": 1\n"a\\nb.yaml:1:1: erfunden": 2\n')

    assert "\n" not in problem


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: &x 1", [f"a.yaml:1:4: {MARKS}"]),
        ("a: &x [1]", [f"a.yaml:1:4: {MARKS}"]),
        ("&x a: 1", [f"a.yaml:1:1: {MARKS}"]),
        ("a: !int 1", [f"a.yaml:1:4: {MARKS}"]),
        ("a: !!str 1", [f"a.yaml:1:4: {MARKS}"]),
        ("a: ! 1", [f"a.yaml:1:4: {MARKS}"]),
        ("a: !!map {b: 1}", [f"a.yaml:1:4: {MARKS}"]),
        ("a: &x 1\nb: *x\n", [f"a.yaml:1:4: {MARKS}", f"a.yaml:2:4: {ALIAS}"]),
        ("a: &x 1\nb: [*x, 2]\n", [f"a.yaml:1:4: {MARKS}", f"a.yaml:2:5: {ALIAS}"]),
        ("a: &x {b: 1}\n<<: *x\n", [f"a.yaml:1:4: {MARKS}", f"a.yaml:2:5: {ALIAS}"]),
    ],
)
def test_anchors_aliases_and_tags_are_refused(text, expected):
    assert problems(text) == expected


@pytest.mark.parametrize("text", ["a: R&B", "a: Achtung!", 'a: "&x !y *z"', "# &x !y *z\na: 1"])
def test_the_signs_of_anchors_and_tags_are_free_within_texts(text):
    assert not problems(text)


@pytest.mark.parametrize("key", ["[x]", "{x: y}"])
def test_a_key_is_a_single_word(key):
    assert problems(f"a: 1\n? {key}\n: b\n") == ["a.yaml:2:3: Vor einem Doppelpunkt muss ein einfaches Wort stehen."]


def test_a_second_document_is_refused_and_the_first_is_read():
    file = read("a: 1\n---\nb: 2\n")

    assert file.root == {"a": "1"}
    assert [str(problem) for problem in file.problems] == [
        "a.yaml:2:1: In einer Datei darf nur ein Dokument stehen (kein zweites „---“)."
    ]


def test_sixty_four_levels_are_read_and_one_more_is_refused():
    assert not problems("[" * DEEPEST + "x" + "]" * DEEPEST)
    assert problems("[" * 65 + "x" + "]" * 65) == ["a.yaml:1:65: Die Datei ist tiefer als 64 Stufen verschachtelt."]


def test_very_deep_nesting_is_refused_like_any_other():
    assert problems("a:\n " + "[" * 100_000) == ["a.yaml:2:65: Die Datei ist tiefer als 64 Stufen verschachtelt."]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("a: 1\n b: 2", "a.yaml:2:3: Hier ist ein Doppelpunkt zu viel. Texte mit „: “ gehören in Anführungszeichen."),
        ("a: b: c", "a.yaml:1:5: Hier ist ein Doppelpunkt zu viel. Texte mit „: “ gehören in Anführungszeichen."),
        ("a: 1\nb\nc: 2", "a.yaml:3:1: Hier fehlt ein Doppelpunkt nach dem Schlüsselwort."),
        ("a: {b: 1, c", "a.yaml:2:1: Hier ist eine Klammer [ oder { offen, oder es fehlt ein Komma."),
        ("a: [b c, d: {e]\nf: 1", "a.yaml:1:15: Hier ist eine Klammer [ oder { offen, oder es fehlt ein Komma."),
        ("a: @x", f"a.yaml:1:4: {AT_START}"),
        ("a: `x`", f"a.yaml:1:4: {AT_START}"),
        ("a: %x", f"a.yaml:1:4: {AT_START}"),
        (
            "a: x\n  - y\n- z",
            "a.yaml:3:1: Hier stimmt die Einrückung nicht, oder ein Anführungszeichen ist zu viel oder zu wenig.",
        ),
        ("a: - b", "a.yaml:1:4: Hier steht ein Bindestrich, wo keine Liste sein kann. Bitte die Einrückung prüfen."),
        (
            "a: 1\nb: 'x",
            "a.yaml:2:6: Die Datei bricht mitten in einem Text ab; das schließende Anführungszeichen fehlt.",
        ),
        (
            "a: 'x' y",
            "a.yaml:1:8: Hier stimmt die Einrückung nicht, oder ein Anführungszeichen ist zu viel oder zu wenig.",
        ),
        (
            "  a: 1\nb: 2",
            "a.yaml:2:1: Hier beginnt etwas Neues, wo die Datei schon zu Ende war. Bitte die Einrückung prüfen.",
        ),
        ("a:\n\tb: 1", "a.yaml:2:1: Hier steht ein Tabulator. YAML erlaubt zum Einrücken nur Leerzeichen."),
        ("a: 1\n\tb: 1", "a.yaml:2:1: Hier steht ein Tabulator. YAML erlaubt zum Einrücken nur Leerzeichen."),
    ],
)
def test_broken_syntax_is_one_german_sentence_with_its_place(text, problem):
    assert problems(text) == [problem]


def test_broken_syntax_hides_only_what_follows_it():
    file = read("a: 1\nb:\n  c: 2\n  d: [3, @x]\ne: 4\n")

    assert file.root == {"a": "1", "b": {"c": "2", "d": ["3"]}}
    assert file.cut
    assert [file.is_unfinished(path) for path in [("a",), (), ("b",), ("b", "d")]] == [False, True, True, True]


def test_what_ended_before_the_broken_place_is_finished():
    file = read("a: {x: 1}\nb: [@]\n")

    assert not file.is_unfinished(("a",))
    assert file.is_unfinished(("b",))


def test_a_key_that_stands_further_left_leaves_the_root_unfinished():
    assert read("  a: 1\nb: 2\n").is_unfinished(())


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (b"a: 1\nb: \xfc", "2:4"),
        (b"\xfcb", "1:1"),
        ("a: ä".encode() + b"\xfc", "1:5"),
        (b"\xef\xbb\xbfa: 1\nb: \xfc", "2:4"),
        (b"\xff\xfea\x00:\x00", "1:1"),
        (b"a: \xed\xa0\x80", "1:4"),
    ],
    ids=["latin-1", "at-the-start", "after-an-umlaut", "after-a-byte-order-mark", "utf-16", "surrogate"],
)
def test_another_encoding_is_refused_at_the_first_wrong_letter(tmp_path, data, place):
    assert problems_of_bytes(tmp_path, data) == [f"a.yaml:{place}: {NOT_UTF8}"]


def test_a_byte_order_mark_is_no_part_of_the_text(tmp_path):
    path = tmp_path / "a.yaml"
    path.write_bytes(b"\xef\xbb\xbfa: 1\n")

    file = read_file(path, "a.yaml")

    assert file.root == {"a": "1"}
    assert file.place(("a",)) == "a.yaml:1:4"


def test_every_control_character_is_reported_and_the_rest_is_read():
    file = read("a: x\x1b[31m\nb: \x00\nc: &x 1\n")

    assert [str(problem) for problem in file.problems] == [
        f"a.yaml:1:5: {CONTROL}",
        f"a.yaml:2:4: {CONTROL}",
        f"a.yaml:3:4: {MARKS}",
    ]
    assert file.root == {"a": "x\ufffd[31m", "b": "\ufffd", "c": "1"}


def test_five_million_bytes_are_read_and_one_more_is_refused(tmp_path):
    whole = b"a: 1\n#".ljust(LARGEST_FILE, b".")

    assert LARGEST_FILE == 5_000_000
    assert problems_of_bytes(tmp_path, whole) == []
    assert problems_of_bytes(tmp_path, whole + b".") == [f"a.yaml: {TOO_LARGE}"]


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="this system has no endless file")
def test_an_endless_file_is_refused_as_too_large():
    assert [str(problem) for problem in read_file(Path("/dev/zero"), "a.yaml").problems] == [f"a.yaml: {TOO_LARGE}"]


def test_a_missing_file_and_a_folder_are_said_without_a_line(tmp_path):
    missing, folder = read_file(tmp_path / "x.yaml", "x.yaml"), read_file(tmp_path, "ordner")

    assert [str(problem) for problem in missing.problems] == ["x.yaml: Diese Datei gibt es nicht."]
    assert [str(problem) for problem in folder.problems] == ["ordner: Das ist ein Ordner, keine Datei."]
    assert missing.cut
    assert folder.cut


READ = """
from pathlib import Path
from insek_cli.files.yaml_reader import read_file
print(*read_file(Path("a.yaml"), "a.yaml").problems, sep="\\n")
"""


@rights_hold
def test_a_file_that_may_not_be_read_says_so(tmp_path):
    path = tmp_path / "a.yaml"
    path.write_text("a: 1", encoding="utf-8")
    path.chmod(0)

    assert printed_without_superuser(READ, tmp_path) == ["a.yaml: Diese Datei darf das Programm nicht lesen."]


@given(trees, st.sampled_from(['"', None]), st.booleans())
@settings(deadline=None)
def test_whatever_yaml_writes_is_read_equal(tree, style, flow):
    text = yaml.safe_dump({"root": tree}, default_style=style or '"', default_flow_style=flow, allow_unicode=True)

    file = read(text)

    assert not file.problems
    assert file.root == {"root": tree}


@given(st.text(st.sampled_from("ab:-?[]{},&*!|>'\"%@#\\ \n\t\r.0\x85\u2028\ufeff\x1bäß😀"), max_size=40))
@settings(deadline=None, max_examples=300)
def test_no_text_breaks_the_reader(text):
    file = read(text)

    assert file.root is not None or file.problems or not file.cut
    assert all(problem.text.endswith((".", "“")) for problem in file.problems)


@given(data=st.binary(max_size=30))
@settings(deadline=None)
def test_no_bytes_break_the_reader(tmp_path_factory, data):
    for problem in problems_of_bytes(tmp_path_factory.getbasetemp(), data):
        assert problem.startswith("a.yaml:")


def test_a_file_written_to_replaced_or_moved_away_meanwhile_has_changed(tmp_path):
    path = tmp_path / "a.yaml"
    path.write_text("a: 1", encoding="utf-8")
    before = path.stat()
    assert not has_changed(before, path)

    path.write_text("a: 1, b: 2", encoding="utf-8")
    assert has_changed(before, path)

    before = path.stat()
    (tmp_path / "b.yaml").write_text("a: 1, b: 2", encoding="utf-8")
    (tmp_path / "b.yaml").replace(path)
    assert has_changed(before, path)


def test_a_file_that_is_replaced_all_the_time_is_read_whole_or_told(tmp_path):
    # One that is written in place may stand still half written, which nobody who reads it can know.
    path = tmp_path / "a.yaml"
    contents = ["a: " + "1" * 40_000, "a: " + "2" * 80_000]
    path.write_text(contents[0], encoding="utf-8")
    done = threading.Event()

    def keep_writing():
        number = 0
        while not done.is_set():
            number += 1
            (tmp_path / "neu").write_text(contents[number % 2], encoding="utf-8")
            (tmp_path / "neu").replace(path)

    writer = threading.Thread(target=keep_writing)
    writer.start()
    try:
        found = [read_file(path, "a.yaml") for _ in range(300)]
    finally:
        done.set()
        writer.join()

    changed = "a.yaml: Die Datei wurde geändert, während sie gelesen wurde. Bitte noch einmal aufrufen."
    for result in found:
        if result.problems:
            assert [str(problem) for problem in result.problems] == [changed]
        else:
            assert result.root is None or f"a: {result.root['a']}" in contents


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_pipe_found_in_a_folder_is_a_fault_and_is_not_opened(tmp_path):
    os.mkfifo(tmp_path / "x.yaml")
    (problem,) = read_file_within(tmp_path / "x.yaml", "x.yaml").problems
    assert str(problem).startswith("x.yaml: Das ist eine Pipe oder ein Gerät")
