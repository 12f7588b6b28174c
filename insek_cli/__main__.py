"""Starts the program: `python -m insek_cli` and the command `insek`."""

import gc
import sys

from insek_cli.cli.exit_codes import INTERRUPTED


def main() -> None:
    """Run the program with the words of the call and leave with its exit code."""
    # What is made while starting stays to the end; looking for rubbish in it would be a twentieth of a short command.
    gc.disable()
    try:
        from insek_cli.cli.app import run
        from insek_cli.consoles import write_readably
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    if hasattr(sys.stdin, "reconfigure"):
        sys.stdin.reconfigure(errors="replace")
    write_readably()
    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
