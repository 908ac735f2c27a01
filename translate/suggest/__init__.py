"""What articles and their pages suggest for a glossary: names, terms, names that were altered."""

from __future__ import annotations

from translate.suggest.corpus import Corpus, read
from translate.suggest.propose import propose
from translate.suggest.values import Evidence, Proposal, Reason

__all__ = ["Corpus", "Evidence", "Proposal", "Reason", "propose", "read"]
