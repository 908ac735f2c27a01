"""Who is meant by each mention of a person in one article.

`resolve` reads the sentences of an article in order and returns its cast: glossary people,
people the article introduces itself, and every mention of them, resolved, inferred or ambiguous.
"""

from glossary.names.resolve import resolve

__all__ = ["resolve"]
