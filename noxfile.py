"""`nox` runs everything: lint, types, import contracts, tests with coverage. `nox -s tests` runs one of them."""

import nox

nox.options.default_venv_backend = "venv"


def _install(session: nox.Session, what: str) -> None:
    """Install the project into the session, unless it runs in the environment at hand (`nox --no-venv`)."""
    if session.virtualenv.is_sandboxed:
        session.install("-e", what)


@nox.session
def lint(session: nox.Session) -> None:
    """Check style and layout."""
    _install(session, ".[dev]")
    session.run("ruff", "check", ".")
    session.run("ruff", "format", "--check", ".")


@nox.session
def types(session: nox.Session) -> None:
    """Check types, strictly."""
    _install(session, ".[dev]")
    session.run("mypy")


@nox.session
def contracts(session: nox.Session) -> None:
    """Check that imports point inwards."""
    _install(session, ".[dev]")
    session.run("lint-imports")


@nox.session
def tests(session: nox.Session) -> None:
    """Run all tests and show what they do not reach."""
    _install(session, ".[test]")
    session.run("pytest", "--cov", "--cov-report=term", env={"PYTHONWARNDEFAULTENCODING": "1"})
