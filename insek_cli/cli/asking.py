"""Puts the step at hand to the user: which kind of question it is."""

import typer

from insek_cli.cli.questions.criteria import ask_criterion
from insek_cli.cli.questions.facts import ask_fact
from insek_cli.cli.questions.place import ask_place
from insek_cli.cli.questions.plans import ask_plan, ask_plan_list
from insek_cli.cli.questions.support import ask_support
from insek_cli.cli.questions.talk import Talk
from insek_cli.core.interview import (
    CriterionStep,
    FactStep,
    PlaceStep,
    PlanListStep,
    PlanStep,
    Step,
    SupportStep,
)


def ask(talk: Talk, step: Step) -> None:
    """Ask a step and take its answer; raises Moved where the user wants to go elsewhere instead."""
    progress = talk.interview.progress()
    typer.echo(f"\n[{progress.place} von {progress.steps}, {progress.answered} beantwortet]")
    match step:
        case PlaceStep():
            ask_place(talk)
        case FactStep():
            ask_fact(talk, step)
        case PlanListStep():
            ask_plan_list(talk, step)
        case PlanStep():
            ask_plan(talk, step)
        case CriterionStep():
            ask_criterion(talk, step)
        case SupportStep():
            ask_support(talk)
