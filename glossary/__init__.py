"""A bilingual glossary that stands alone: load, match, resolve people, verify.

Knows nothing of `translate`. It takes plain strings and returns spans in code points.
"""
