"""Our own bilingual pages, read back as a person may have edited them."""

from __future__ import annotations

from translate.pages.reading import read_page
from translate.pages.values import Name, Page, Remark, Row

__all__ = ["Name", "Page", "Remark", "Row", "read_page"]
