"""Whatever byte of a package is damaged, what is raised has a name in the list, and no name stands there for nothing."""

import io
import itertools
import random
import zipfile
from collections.abc import Iterator

import pytest

from insek_cli.packages import BROKEN_PACKAGE

METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA)
FLIPS = (0x01, 0x20, 0x80, 0xFF)


def packed(method: int) -> bytes:
    """Return a small package with two parts, packed in one of four ways."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", method) as file:
        for number in range(2):
            file.writestr(f"teil-ä-{number}", random.Random(number).randbytes(40) * 3)  # noqa: S311 - no secret
    return target.getvalue()


def read(data: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for entry in package.infolist():
            package.read(entry)


def damaged(data: bytes) -> Iterator[bytes]:
    """Yield the package cut at every place, and with every byte changed in several ways."""
    for place in range(len(data)):
        yield data[:place]
        for flip in FLIPS:
            yield data[:place] + bytes([data[place] ^ flip]) + data[place + 1 :]


def raised_by(data: bytes) -> Exception | None:
    try:
        read(data)
    except Exception as error:  # noqa: BLE001 - which ones there are is the question
        return error
    return None


@pytest.fixture(scope="module")
def raised() -> list[Exception]:
    found = map(raised_by, itertools.chain.from_iterable(damaged(packed(method)) for method in METHODS))
    return [error for error in found if error is not None]


def test_damaged_packages_raise_nothing_but_what_is_listed(raised):
    assert {type(error) for error in raised if not isinstance(error, BROKEN_PACKAGE)} == set()


# Whether contents that end too soon raise an EOFError of their own depends on the patch level of Python (3.11.2: no).
EVERYWHERE = [listed for listed in BROKEN_PACKAGE if listed is not EOFError]


@pytest.mark.parametrize("listed", EVERYWHERE)
def test_everything_listed_is_raised_by_some_damaged_package(raised, listed):
    assert any(isinstance(error, listed) for error in raised)
