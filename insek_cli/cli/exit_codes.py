"""What the program says when it leaves."""

DONE, MISSED, UNUSABLE, INTERRUPTED = 0, 1, 2, 130
