"""The papers of the shipped catalogue, and each paper of a municipality by its name."""

from collections.abc import Callable, Mapping

from insek_cli.core.assessment import Assessment
from insek_cli.core.catalogue import Catalogue
from insek_cli.core.papers import Paper, PaperId
from insek_cli.documents.blocks import Document
from insek_cli.documents.council_paper import council_paper
from insek_cli.documents.paper import paper_of
from insek_cli.documents.request_letters import request_letters
from insek_cli.documents.tender import tender
from insek_cli.documents.worksheet import worksheet

MAKERS: Mapping[PaperId, Callable[[Assessment, Paper], Document]] = {
    PaperId.WORKSHEET: worksheet,
    PaperId.COUNCIL: council_paper,
    PaperId.TENDER: tender,
    PaperId.REQUEST: request_letters,
}


def shipped(catalogue: Catalogue, ident: PaperId) -> Paper:
    """Return a paper of the shipped catalogue."""
    found = paper_of(catalogue, ident)
    assert found is not None
    return found


def made(assessment: Assessment, ident: PaperId) -> Document:
    """Return a paper for a municipality."""
    return MAKERS[ident](assessment, shipped(assessment.catalogue, ident))
