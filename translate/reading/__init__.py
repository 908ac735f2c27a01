"""Bytes to articles: one small reader per format."""
