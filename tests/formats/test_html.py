"""HTML: one self-contained page for everybody, in which any text survives and is never markup."""

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings

from insek_cli.core.assessment import Assessment
from insek_cli.documents.blocks import Align, Column, Contents, PageBreak, Series, paragraph, points, table
from insek_cli.documents.gap_report import gap_report
from insek_cli.documents.score_summary import score_summary
from insek_cli.formats.html import html_text
from tests.formats.texts import INVISIBLE, NASTY, PLACES, USER_TEXTS, chart_of, document_of, document_with, shown

EMPTY = {"meta", "br", "rect", "path", "circle"}


class Page(HTMLParser):
    """What a reader of the page finds: tags with attributes, and the text with line ends."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag == "br":
            self.text += "\n"
        elif tag not in EMPTY:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if self.open[-1:] not in (["style"], ["script"]):
            self.text += data

    def named(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]

    def frame(self) -> list[str]:
        return [tag for tag, _ in self.tags if tag != "br"]


@pytest.fixture(scope="module")
def page(example: Assessment) -> Page:
    return Page(html_text(gap_report(example)))


def test_gap_report_of_the_example_looks_like_this(example: Assessment, file_regression):
    file_regression.check(html_text(gap_report(example)), encoding="utf-8", extension=".html")


def test_every_tag_is_closed(page: Page):
    assert page.open == []


def test_page_is_german_and_titled(page: Page):
    assert page.named("html") == [{"lang": "de"}]
    assert "Lückenbericht INSEK: Stadt Musterstadt" in page.text
    assert {"charset": "utf-8"} in page.named("meta")


@pytest.mark.parametrize("document", [gap_report, score_summary])
def test_page_has_one_main_heading(example: Assessment, document):
    assert len(Page(html_text(document(example))).named("h1")) == 1


@pytest.mark.parametrize("document", [gap_report, score_summary])
def test_no_heading_level_is_left_out(example: Assessment, document):
    levels = [int(tag[1]) for tag in Page(html_text(document(example))).frame() if tag in {"h1", "h2", "h3", "h4"}]
    assert all(after <= before + 1 for before, after in zip([0, *levels], levels, strict=False))


def test_page_loads_nothing(page: Page):
    loading = {"link", "img", "iframe", "object", "embed", "audio", "video", "base", "form", "source"}
    assert loading.isdisjoint(page.frame())
    assert page.named("script") == [{}]
    attributes = [name for _, found in page.tags for name in found]
    assert [name for name in attributes if name in {"src", "srcset", "style"} or name.startswith("on")] == []


def test_script_is_only_there_to_sort(example: Assessment):
    assert html_text(gap_report(example)).count("<script>") == 1
    assert "<script>" not in html_text(score_summary(example))


def test_links_lead_to_places_on_the_page(page: Page):
    places = {found.get("id") for _, found in page.tags}
    links = [found["href"] for found in page.named("a")]
    assert links[0] == "#inhalt"
    assert [link for link in links if link.removeprefix("#") not in places] == []
    assert len(links) == 1 + len(page.named("h2"))


def test_landmarks_are_named_apart(page: Page):
    assert [len(page.named(tag)) for tag in ("main", "nav", "footer")] == [1, 1, 1]
    labels = [found["aria-label"] for found in page.named("div") if found.get("role") == "region"]
    assert len(set(labels)) == len(labels)


def test_style_loads_nothing(example: Assessment):
    html = html_text(gap_report(example))
    style = html[html.index("<style>") : html.index("</style>")]
    assert "url(" not in style
    assert "@import" not in style
    assert "http" not in style


def test_every_table_has_scoped_heads_and_can_be_scrolled_by_key(page: Page):
    assert page.named("table") != []
    assert [head for head in page.named("th") if head.get("scope") not in {"col", "row"}] == []
    frame = page.frame()
    tables = [place for place, tag in enumerate(frame) if tag == "table"]
    assert all("th" in frame[start : start + 6] for start in tables)
    regions = [found for found in page.named("div") if found.get("role") == "region"]
    assert len(regions) == len(tables)
    assert all(found["tabindex"] == "0" and found["aria-label"] for found in regions)


def test_pictures_have_words_and_their_figures_beside_them(page: Page):
    pictures = page.named("svg")
    assert pictures != []
    assert all(found["role"] == "img" and found["aria-labelledby"] for found in pictures)
    frame = page.frame()
    assert all("table" in frame[place:] for place, tag in enumerate(frame) if tag == "figure")


@given(USER_TEXTS)
@settings(max_examples=100, deadline=None)
def test_any_text_survives_and_is_never_markup(text):
    found = Page(html_text(document_with(text)))
    assert found.text.count(shown(text)) >= len(PLACES)
    assert found.frame() == FRAME


FRAME = Page(html_text(document_with("x"))).frame()


@pytest.mark.parametrize("text", NASTY)
def test_nasty_text_survives_and_is_never_markup(text):
    found = Page(html_text(document_with(text)))
    assert found.text.count(shown(text)) >= len(PLACES)
    assert found.frame() == FRAME


@pytest.mark.parametrize("name", INVISIBLE)
def test_signs_that_are_no_controls_are_kept(name):
    assert INVISIBLE[name] in Page(html_text(document_of(points([INVISIBLE[name]])))).text


def test_caption_cannot_leave_its_attribute():
    found = Page(html_text(document_of(table((Column("A"),), [("b",)], caption='"><script>'))))
    assert found.named("div")[0]["aria-label"] == '"><script>'


def test_chart_without_figures_says_that_it_does_not_apply():
    text = Page(html_text(document_of(chart_of(series=(Series("a", (None, 1.0)),), missing="trifft nicht zu")))).text
    assert "2020 – trifft nicht zu" in text


def test_contents_and_page_break_leave_no_trace():
    assert html_text(document_of(Contents(), PageBreak())) == html_text(document_of())


def test_style_begins_with_its_colours_and_every_colour_used_is_defined():
    style = re.search(r"<style>(.*?)</style>", html_text(document_of(paragraph("a"))), re.DOTALL)[1]
    assert style.startswith(":root{")
    defined = set(re.findall(r"(--[a-z]+):", style.split("}")[0]))
    assert set(re.findall(r"var\((--[a-z]+)\)", style)) == defined


def edge(html: str, place: str) -> str:
    """Return what a style sheet writes at a place of every printed page, as a browser reads the string."""
    (string,) = re.findall(rf'@{place}{{content:"((?:[^"\\]|\\[0-9a-f]{{6}})*)"}}', html)
    return re.sub(r"\\([0-9a-f]{6})", lambda found: chr(int(found[1], 16)), string)


@given(USER_TEXTS)
@settings(max_examples=100, deadline=None)
def test_any_name_stands_above_printed_pages_and_never_ends_its_string(text):
    html = html_text(replace(document_of(paragraph("a")), title="Papier", header=text))
    assert edge(html, "top-left") in {" ".join(f"{shown(text)} · Papier".split()), "Papier"}
    assert html.count("<style>") == html.count("</style>") == 1


def test_printed_pages_name_the_place_once_and_are_counted_where_they_are():
    document = replace(document_of(paragraph("a")), title="Bericht: Stadt Ort", header="Stadt Ort")
    assert edge(html_text(document), "top-left") == "Bericht: Stadt Ort"
    assert 'counter(page) " von " counter(pages)' in html_text(document)
    assert "counter(page)" not in html_text(replace(document, numbered=False))


def test_rows_become_cards_only_where_words_are_read_and_keep_their_roles():
    figures = table((Column("A"), Column("B", align=Align.RIGHT), Column("C", align=Align.RIGHT)), [("a", "1", "2")])
    words = table((Column("A"), Column('"B"'), Column("C")), [("a", "b", "c")])
    found = Page(html_text(document_of(words, figures)))
    assert [attributes.get("class") for attributes in found.named("table")] == ["cards", None]
    assert [cell.get("data-label") for cell in found.named("td")][:3] == ["A", '"B"', "C"]
    roles = {(tag, attributes.get("role")) for tag, attributes in found.tags}
    assert {("table", "table"), ("tr", "row"), ("td", "cell"), ("th", "columnheader"), ("tbody", "rowgroup")} <= roles
