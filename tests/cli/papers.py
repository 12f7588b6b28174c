"""What the tests of the commands for papers share."""

import re
import zipfile
from pathlib import Path


def word_text(path: Path) -> str:
    """Return the text of a Word file, without its markup."""
    with zipfile.ZipFile(path) as file:
        return re.sub(r"<[^>]+>", "", file.read("word/document.xml").decode("utf-8"))
