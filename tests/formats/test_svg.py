"""Charts as SVG: words for screen readers, ids that are unique, patterns beside colours."""

import re
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings

from insek_cli.documents.blocks import ChartKind, Series
from insek_cli.documents.charts import alternative_text
from insek_cli.formats.svg import LOOKS, chart_svg
from tests.formats.texts import NASTY, USER_TEXTS, chart_of, shown


def picture(chart, number=7) -> ET.Element:
    return ET.fromstring("".join(chart_svg(chart, number)))  # noqa: S314 - made by our own program


@pytest.mark.parametrize("kind", ChartKind)
def test_chart_looks_like_this(kind, file_regression):
    file_regression.check("\n".join(chart_svg(chart_of(kind, unit="%"), 1)) + "\n", encoding="utf-8", extension=".svg")


@pytest.mark.parametrize("kind", ChartKind)
def test_picture_has_title_and_words(kind):
    root = picture(chart_of(kind))
    assert root.get("role") == "img"
    named = [root.find(f"*[@id='{ident}']").text for ident in root.get("aria-labelledby").split()]
    assert named == ["Bild", alternative_text(chart_of(kind))]


@pytest.mark.parametrize("kind", ChartKind)
def test_ids_of_two_pictures_differ(kind):
    first, second = ({found.get("id") for found in picture(chart_of(kind), number).iter()} for number in (1, 2))
    assert first & second == {None}


@pytest.mark.parametrize("kind", [ChartKind.STACKED, ChartKind.BARS])
def test_every_pattern_used_is_there(kind):
    many = tuple(Series(str(place), (1.0, 2.0)) for place in range(6))
    text = "".join(chart_svg(chart_of(kind, series=many), 3))
    used, made = set(re.findall(r"url\(#(.*?)\)", text)), set(re.findall(r'pattern id="(.*?)"', text))
    assert used == made
    assert len(made) == LOOKS


@pytest.mark.parametrize("kind", ChartKind)
@pytest.mark.parametrize("text", [*NASTY])
def test_nasty_text_is_never_markup(kind, text):
    root = picture(chart_of(kind, caption=text, categories=(text, "b"), series=(Series(text, (1.0, None)),)))
    usual = picture(chart_of(kind, caption="x", categories=("x", "b"), series=(Series("x", (1.0, None)),)))
    assert [found.tag for found in root.iter()] == [found.tag for found in usual.iter()]


@given(USER_TEXTS)
@settings(max_examples=40, deadline=None)
def test_any_caption_is_the_title_as_typed(text):
    assert picture(chart_of(caption=text))[0].text == shown(text)


@pytest.mark.parametrize("kind", ChartKind)
def test_chart_without_anything_is_sound(kind):
    assert picture(chart_of(kind, categories=(), series=())).get("role") == "img"


def test_category_without_values_says_so():
    root = picture(chart_of(series=(Series("a", (None, 1.0)),), missing="trifft nicht zu"))
    assert "2020 – trifft nicht zu" in [found.text for found in root.iter("text")]
