"""The labels that several steps give."""

from __future__ import annotations

from translate.reading.units import Label
from translate.values import BlockKind

TITLE = Label(BlockKind.TITLE)
HEADING = Label(BlockKind.HEADING)
STANDFIRST = Label(BlockKind.STANDFIRST)
PARAGRAPH = Label(BlockKind.PARAGRAPH)
QUESTION = Label(BlockKind.QUESTION)
QUOTE = Label(BlockKind.QUOTE)
LIST_ITEM = Label(BlockKind.LIST_ITEM)
TABLE_ROW = Label(BlockKind.TABLE_ROW)
CAPTION = Label(BlockKind.CAPTION)
CREDIT = Label(BlockKind.CREDIT, "photo credit")
BYLINE = Label(BlockKind.BYLINE, "byline")
DATELINE = Label(BlockKind.DATELINE, "dateline")
DATE = Label(BlockKind.DATE, "date")
SIGNATURE = Label(BlockKind.SIGNATURE, "signature")
SLUG = Label(BlockKind.METADATA, "wire slug")
MAIL_HEADER = Label(BlockKind.METADATA, "mail header")
MAIL_NOTE = Label(BlockKind.METADATA, "covering note of the mail")
DOCUMENT = Label(BlockKind.METADATA, "number of the document")
ISSUER = Label(BlockKind.METADATA, "issuer")
SOURCE_LINE = Label(BlockKind.METADATA, "source, date and page")
PRACTICAL = Label(BlockKind.METADATA, "practical information")
QUOTED_MAIL = Label(BlockKind.METADATA, "older mail, quoted")
CONTACT = Label(BlockKind.METADATA, "contact details")
SEPARATOR = Label(BlockKind.METADATA, "separator")
NAVIGATION = Label(BlockKind.BOILERPLATE, "site navigation")
SITE_TEXT = Label(BlockKind.BOILERPLATE, "text of the site")
RELATED = Label(BlockKind.BOILERPLATE, "related articles")
COMMENTS = Label(BlockKind.BOILERPLATE, "comments")
ABOUT = Label(BlockKind.BOILERPLATE, "about the company")
LEGAL = Label(BlockKind.BOILERPLATE, "legal notice")
SECOND_COPY = Label(BlockKind.DUPLICATE, "second copy of the text above")
