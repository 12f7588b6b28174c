"""What `insek catalogue show` and `export` do."""

from pathlib import Path

from insek_cli.cli.running import catalogue_at, write_file, write_result
from insek_cli.consoles import write_for_programs
from insek_cli.documents.catalogue_pages import KIND_TITLES, catalogue_ids, entry_page
from insek_cli.documents.catalogue_tables import catalogue_document
from insek_cli.errors import unusable
from insek_cli.files.words import unknown_sentence
from insek_cli.formats.terminal import terminal_text, terminal_width


def shown(folder: Path | None, ident: str | None) -> str:
    """Return an entry as text, or all ids without one; raises UnusableInputError for an unknown one."""
    catalogue = catalogue_at(folder)
    ids = catalogue_ids(catalogue)
    if ident is None:
        return "\n".join(f"{KIND_TITLES[kind]}: {', '.join(entries)}" for kind, entries in ids.items())
    try:
        return terminal_text(entry_page(catalogue, ident), terminal_width())
    except KeyError:
        everything = [entry for entries in ids.values() for entry in entries]
        raise unusable("", unknown_sentence(ident, everything, "Die Kennung")) from None


def exported(folder: Path | None, export_format: str, output: Path | None, *, force: bool) -> None:
    """Write the whole catalogue."""
    catalogue = catalogue_at(folder)
    write_for_programs()
    match export_format:
        case "json":
            from insek_cli.formats.json import catalogue_text

            write_result(output, catalogue_text(catalogue), force=force)
        case "xlsx":
            if output is None:
                raise unusable("--output", "Eine Excel-Datei braucht ein Ziel, zum Beispiel -o katalog.xlsx.")
            from insek_cli.formats.xlsx import document_bytes

            write_file(output, document_bytes(catalogue_document(catalogue)), force=force)
        case _:
            from insek_cli.formats.markdown import markdown_text

            write_result(output, markdown_text(catalogue_document(catalogue)), force=force)
