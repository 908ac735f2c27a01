"""How the embedded model is made: corpora to token arrays, training, export. See docs/training.md.

Not part of the wheel. Needs the extras ``marian`` and ``training``.
"""
