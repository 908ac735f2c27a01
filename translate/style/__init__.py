"""A desk's house style: spelling and courtesy titles, applied where sure and checked on the output.

`Style` is what a desk chooses, `style_of` reads it from an options file, `article.restyle` applies
it in the pipeline, `style_findings` checks any English sentence against it.
"""

from translate.style.findings import RULE, style_findings
from translate.style.values import CourtesyTitles, Spelling, Style, style_of, style_of_pairs

__all__ = [
    "RULE",
    "CourtesyTitles",
    "Spelling",
    "Style",
    "style_findings",
    "style_of",
    "style_of_pairs",
]
