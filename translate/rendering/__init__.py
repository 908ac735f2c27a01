"""BilingualDocument to Markdown and other formats: pure functions."""
