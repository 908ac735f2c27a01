"""Quality checks on (source, target) pairs; each returns findings.

A rule is a pure function of the French, the English and the segment's id. `check_pair` runs the
rules of one pair, `check_document` also those that look at a whole article. Rule names follow MQM.
"""

from __future__ import annotations

from translate.checks.pairs import Known, Pair, Speaker
from translate.checks.registry import RULES, check_document, check_pair

__all__ = ["RULES", "Known", "Pair", "Speaker", "check_document", "check_pair"]
