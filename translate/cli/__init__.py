"""The `translate` command line: one file per command, thin."""
