"""Quality checks on (source, target) pairs; each returns findings."""
