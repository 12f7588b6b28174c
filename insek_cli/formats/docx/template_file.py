"""A Word file somebody gives as a template: opened as a document, or refused with what would be right."""

import io
import zipfile

import docx
from docx.document import Document as WordDocument

from insek_cli.errors import unusable
from insek_cli.packages import BROKEN_PACKAGE

LARGEST = 100_000_000
_OLD_FORMAT = b"\xd0\xcf\x11\xe0"
_TYPES, _MAIN = "[Content_Types].xml", "word/document.xml"
_TEMPLATE_TYPE = b"wordprocessingml.template.main+xml"
_DOCUMENT_TYPE = b"wordprocessingml.document.main+xml"

_SAVE_AS = "Bitte in Word unter „Speichern unter“ als „Word-Dokument (.docx)“ oder „Word-Vorlage (.dotx)“ sichern."


def opened(data: bytes, place: str) -> WordDocument:
    """Return the document in a file given as a template; raises UnusableInputError with what would be right."""
    if data.startswith(_OLD_FORMAT):
        text = "Diese Datei ist mit einem Kennwort geschützt oder in einem alten Word-Format (.doc)."
        raise unusable(place, f"{text} {_SAVE_AS}")
    try:
        word = docx.Document(io.BytesIO(_as_document(data, place)))
        _ask_for_parts(word)
    except _DAMAGED as error:
        raise unusable(place, f"Diese Word-Datei ist beschädigt. {_SAVE_AS}") from error
    return word


_DAMAGED: tuple[type[Exception], ...] = (
    *BROKEN_PACKAGE,
    SyntaxError,  # a part that is no XML, as lxml says it
    KeyError,  # a part or relation that is named and not there
    AttributeError,  # a part that is XML, but not what its name promises
    TypeError,  # a relation without kind or target
)


def _ask_for_parts(word: WordDocument) -> None:
    """Ask for what is used of a template: the library opens parts of any kind and stumbles later."""
    package = word.part.package
    _ = word.element.body.sectPr, word.styles.element, word.core_properties.title
    _ = word.settings.odd_and_even_pages_header_footer
    _ = package.rels.xml, [(part.content_type.lower(), part.rels.xml) for part in package.iter_parts()]
    names = [part.partname for part in package.iter_parts()]
    if len(set(names)) < len(names):
        raise KeyError("a part is there twice: its relation was damaged, and the library made another one")


def _as_document(data: bytes, place: str) -> bytes:
    """Return a document or template as a document; the kind stands in its list of content types."""
    try:
        file = zipfile.ZipFile(io.BytesIO(data))
    except zipfile.BadZipFile as error:
        raise unusable(place, f"Das ist keine Word-Datei, oder sie ist beschädigt. {_SAVE_AS}") from error
    with file:
        names = file.namelist()
        if _TYPES not in names or _MAIN not in names:
            raise unusable(place, f"Das ist keine Word-Datei. {_SAVE_AS}")
        if sum(entry.file_size for entry in file.infolist()) > LARGEST:
            raise unusable(place, "Diese Word-Datei ist zu groß für eine Vorlage. Bitte große Bilder entfernen.")
        types = file.read(_TYPES)
        if b"macroEnabled" in types or any(name.endswith("vbaProject.bin") for name in names):
            raise unusable(place, f"Diese Datei enthält Makros und wird nicht verwendet. {_SAVE_AS}")
        return data if _TEMPLATE_TYPE not in types else _retyped(file, types)


def _retyped(file: zipfile.ZipFile, types: bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as written:
        for name in file.namelist():
            text = types.replace(_TEMPLATE_TYPE, _DOCUMENT_TYPE) if name == _TYPES else file.read(name)
            written.writestr(name, text)
    return target.getvalue()
