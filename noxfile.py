"""`nox` runs everything: lint, types, import contracts, tests with coverage. `nox -s tests` runs one of them."""

import nox

nox.options.default_venv_backend = "venv"


@nox.session
def lint(session: nox.Session) -> None:
    """Check style and layout."""
    session.install("-e", ".[dev]")
    session.run("ruff", "check", ".")
    session.run("ruff", "format", "--check", ".")


@nox.session
def types(session: nox.Session) -> None:
    """Check types, strictly."""
    session.install("-e", ".[dev]")
    session.run("mypy")


@nox.session
def contracts(session: nox.Session) -> None:
    """Check that imports point inwards."""
    session.install("-e", ".[dev]")
    session.run("lint-imports")


@nox.session
def tests(session: nox.Session) -> None:
    """Run all tests and show what they do not reach."""
    session.install("-e", ".[test]")
    session.run("pytest", "--cov", "--cov-report=term", env={"PYTHONWARNDEFAULTENCODING": "1"})
