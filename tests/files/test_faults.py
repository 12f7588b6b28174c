"""What the operating system says of a file is said in German."""

import errno
import os

import pytest

from insek_cli.files.faults import reason


@pytest.mark.parametrize("number", sorted(errno.errorcode))
def test_no_word_of_the_system_is_passed_on(number):
    assert os.strerror(number) not in reason(OSError(number, os.strerror(number)))


def test_links_in_a_circle_a_broken_disk_and_a_rare_fault_are_told_apart():
    assert reason(OSError(errno.ELOOP, "x")) == "die Verknüpfungen führen im Kreis"
    assert reason(OSError(errno.EIO, "x")) == reason(OSError("x")) == "Fehler des Datenträgers"
    assert reason(OSError(errno.EPIPE, "x")) == f"Fehler {errno.EPIPE} des Betriebssystems"
