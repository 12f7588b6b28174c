"""What makes files that are shipped; not part of the program."""
