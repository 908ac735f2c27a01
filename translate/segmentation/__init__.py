"""French sentence splitting: `split` cuts text into sentences, `split_clauses` over-long ones."""

from translate.segmentation.clauses import split_clauses
from translate.segmentation.splitter import split

__all__ = ["split", "split_clauses"]
