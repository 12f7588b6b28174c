"""The commands: load, call, render, write, exit code. One module a group; heavy modules are imported inside."""
