"""Where a text comes from, as Word comments beside it."""

from collections.abc import Sequence

from docx.document import Document as WordDocument
from docx.oxml.ns import qn

from insek_cli.documents.visible import visible

AUTHOR, INITIALS = "insek", "i"
_STYLES = (qn("w:pStyle"), qn("w:rStyle"))


def add_comments(word: WordDocument, texts: Sequence[str]) -> None:
    """Add comments numbered from 0; the body refers to them by number."""
    if not texts:
        return
    comments = word.part._comments_part.comments  # noqa: SLF001 - add_comment of the document wants runs of its own
    for text in texts:
        comment = comments.add_comment(text=visible(text), author=AUTHOR, initials=INITIALS)._comment_elm  # noqa: SLF001 - the only way to the XML
        # No time, so that the same answers give the same file; no styles, because a template may lack them.
        del comment.attrib[qn("w:date")]
        for style in list(comment.iter(*_STYLES)):
            style.getparent().remove(style)
