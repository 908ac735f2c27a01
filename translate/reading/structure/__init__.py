"""Units of any format to the pieces of one or more articles."""

from __future__ import annotations

from collections.abc import Sequence

from translate.reading.structure import labels as tags
from translate.reading.structure.articles import article_starts
from translate.reading.structure.body import mark_body, mark_captions
from translate.reading.structure.buttons import cut_buttons
from translate.reading.structure.copy_labels import cut_copy_labels
from translate.reading.structure.duplicates import cut_copies
from translate.reading.structure.first_pass import cut_bylines, first_labels
from translate.reading.structure.head import mark_head
from translate.reading.structure.pieces import make_pieces
from translate.reading.structure.sections import mark_sections
from translate.reading.structure.surroundings import mark_surroundings
from translate.reading.units import Label, Piece, Unit
from translate.values import BlockKind

__all__ = ["structure"]

_STRONGER_THAN_COPY = {BlockKind.BOILERPLATE, BlockKind.METADATA}


def structure(units: Sequence[Unit]) -> list[list[Piece]]:
    """Give every unit its kind; return the pieces of each article of the file, in order.

    The method is rules on lines and their neighbours (see `rules`), strongest evidence first:
    markup, what a line says about itself, second copies, sections, head, body.
    """
    units, copies = cut_copies(cut_bylines(cut_buttons(cut_copy_labels(units))))
    labels = first_labels(units)
    for i in copies:
        label = labels[i]
        if label is None or label.kind not in _STRONGER_THAN_COPY:
            labels[i] = tags.SECOND_COPY
    starts = article_starts(units, labels)
    articles = []
    for start, end in zip(starts, [*starts[1:], len(units)], strict=True):
        articles.append(_one_article(units[start:end], labels[start:end]))
    return [pieces for pieces in articles if pieces]


def _one_article(units: Sequence[Unit], given: Sequence[Label | None]) -> list[Piece]:
    labels = list(given)
    mark_sections(units, labels)
    mark_captions(units, labels)
    mark_surroundings(units, labels)
    body = mark_head(units, labels)
    mark_body(units, labels, body)
    final = [label if label is not None else tags.PARAGRAPH for label in labels]
    return make_pieces(units, final)
