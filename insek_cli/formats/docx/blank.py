"""The blank file that our Word files begin with; `tools/word_template.py` makes it."""

from pathlib import Path

import docx
from docx.document import Document as WordDocument

from insek_cli.formats.docx.styles import prepare_styles

BLANK = Path(__file__).with_name("blank.docx")


def new_word(room: int) -> WordDocument:
    """Return a new file with our styles and numberings; the room is the width of the text."""
    word: WordDocument = docx.Document(str(BLANK))
    prepare_styles(word, room)
    return word
