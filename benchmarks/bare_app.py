"""The yardstick: the same typer with two empty commands."""

import typer

app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False, add_completion=False)


@app.command()
def one(path: str) -> None:
    """Do nothing with a path."""
    print(path)


@app.command()
def two(path: str) -> None:
    """Do nothing with another path."""
    print(path)


if __name__ == "__main__":
    app()
