"""`insek council`: the paper for the council."""

from insek_cli.cli.options import AnswerPath, CatalogueOption, DateOption, ForceOption, PaperOutput


def council(
    file: AnswerPath,
    output: PaperOutput,
    catalogue: CatalogueOption = None,
    date: DateOption = None,
    force: ForceOption = False,
) -> None:
    """Die Beschlussvorlage für den Rat schreiben."""
    from insek_cli.cli.papers_run import write_council_paper

    write_council_paper(file, output, catalogue, date, force=force)
