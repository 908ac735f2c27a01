"""Extractive summaries: sentences in, ranked sentence indices out. Knows nothing of `translate`."""
