"""`insek tender`: the performance specification."""

from insek_cli.cli.options import AnswerPath, CatalogueOption, DateOption, ForceOption, PaperOutput


def tender(
    file: AnswerPath,
    output: PaperOutput,
    catalogue: CatalogueOption = None,
    date: DateOption = None,
    force: ForceOption = False,
) -> None:
    """Die Leistungsbeschreibung für Fehlendes schreiben."""
    from insek_cli.cli.papers_run import write_tender

    write_tender(file, output, catalogue, date, force=force)
