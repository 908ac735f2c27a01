"""Bytes to articles: one small reader per format, then one structure for all of them."""

from translate.reading.reader import MAX_BYTES, read_bytes, read_path

__all__ = ["MAX_BYTES", "read_bytes", "read_path"]
