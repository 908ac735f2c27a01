"""An evaluation as one HTML page that needs nothing else: no script, no font, no picture."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape
from importlib.resources import files

from translate.evaluating.table import cells, heads, notes, rows
from translate.evaluating.values import Evaluation
from translate.rendering.escape import clean

#: Words of a sentence that are compared with those of another.
LONGEST_DIFF = 400
_WORD = re.compile(r"\S+")
_EDGES = ".,;:!?\"'()[]«»“”‘’"


def to_html(evaluation: Evaluation, *, worst: int) -> str:
    """Return the page: scores, signatures, and `worst` sentences in full.

    With a baseline, as many of the sentences that fall furthest below it follow. The same
    evaluation gives the same page, byte for byte.
    """
    corpus = evaluation.corpus
    title = _safe(f"Evaluation of {evaluation.systems[0].system.name} on {corpus.name}")
    style = files("translate.evaluating").joinpath("report.css").read_text(encoding="utf-8")
    return "\n".join(
        [
            "<!DOCTYPE html>",
            '<html lang="en">',
            "<head>",
            '<meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{title}</title>",
            f"<style>\n{style}</style>",
            "</head>",
            "<body>",
            f"<h1>{title}</h1>",
            *_table(evaluation),
            "<h2>What was measured</h2>",
            '<dl class="notes">',
            *(f"<dt>{_safe(what)}</dt><dd>{_safe(text)}</dd>" for what, text in notes(evaluation)),
            "</dl>",
            *_sentences(evaluation, worst),
            "</body>",
            "</html>",
            "",
        ]
    )


def worst_of(evaluation: Evaluation, count: int) -> list[int]:
    """Return the indices of the sentences with the lowest chrF, worst first."""
    scores = evaluation.systems[0].sentences
    return sorted(range(len(scores)), key=lambda at: (scores[at], at))[:count]


def below_baseline(evaluation: Evaluation, count: int) -> list[int]:
    """Return the indices of the sentences that fall furthest below the baseline's."""
    baseline = evaluation.baseline
    if baseline is None:
        return []
    pairs = zip(evaluation.systems[0].sentences, baseline.sentences, strict=True)
    falls = [own - other for own, other in pairs]
    order = sorted(range(len(falls)), key=lambda at: (falls[at], at))
    return [at for at in order[:count] if falls[at] < 0]


def _table(evaluation: Evaluation) -> list[str]:
    columns = heads(evaluation)
    made = [
        '<div class="scroll"><table>',
        "<thead><tr><th></th>"
        + "".join(f'<th scope="col">{_safe(head)}</th>' for head in columns)
        + "</tr></thead>",
        "<tbody>",
    ]
    for row in rows(evaluation):
        kind = ' class="part"' if row.indent else ""
        made.append(
            f'<tr{kind}><th scope="row">{_safe(row.label)}</th>'
            + "".join(f"<td>{_safe(cell)}</td>" for cell in cells(evaluation, row))
            + "</tr>"
        )
    return [*made, "</tbody>", "</table></div>"]


def _sentences(evaluation: Evaluation, worst: int) -> list[str]:
    made: list[str] = []
    parts = [("Lowest chrF", worst_of(evaluation, worst))]
    if evaluation.baseline is not None:
        parts.append(("Furthest below the baseline", below_baseline(evaluation, worst)))
    legend = (
        '<p class="legend"><mark class="lost">word</mark> of the reference that the English '
        'lacks; <mark class="extra">word</mark> that the reference lacks.</p>'
    )
    for title, places in parts:
        if places:
            made += [f"<h2>{title}: {len(places)} sentences</h2>", legend]
            made += [line for at in places for line in _sentence(evaluation, at)]
    return made


def _sentence(evaluation: Evaluation, at: int) -> list[str]:
    corpus = evaluation.corpus
    reference = corpus.references[0][at]
    own = evaluation.systems[0].system.hypotheses[at]
    lost, _ = marked(reference, own)
    made = [
        "<article>",
        f"<h3>Line {at + 1:,}</h3>",
        '<div class="sides">',
        _cell("French", "fr", _safe(corpus.sources[at])),
        _cell("Reference", "en", lost),
    ]
    made += [
        _cell(f"Reference {number}", "en", _safe(other[at]))
        for number, other in enumerate(corpus.references[1:], 2)
    ]
    for measured in evaluation.systems:
        _, extra = marked(reference, measured.system.hypotheses[at])
        head = f"{measured.system.name}, chrF {measured.sentences[at]:.1f}"
        made.append(_cell(head, "en", extra or '<span class="none">nothing</span>'))
    return [*made, "</div>", "</article>"]


def _cell(head: str, lang: str, html: str) -> str:
    return f'<section><h4>{_safe(head)}</h4><p lang="{lang}">{html}</p></section>'


def marked(reference: str, text: str) -> tuple[str, str]:
    """Return both as HTML, with the words marked that the other one lacks.

    Words are compared in order (longest common subsequence), capitals and marks at their ends
    aside.
    """
    from rapidfuzz.distance import LCSseq

    one, other = _words(reference), _words(text)
    lost: set[int] = set()
    extra: set[int] = set()
    for code in LCSseq.opcodes(_folded(one), _folded(other)):
        if code.tag != "equal":
            lost.update(range(code.src_start, code.src_end))
            extra.update(range(code.dest_start, code.dest_end))
    return _with_marks(reference, one, lost, "lost"), _with_marks(text, other, extra, "extra")


def _words(text: str) -> list[re.Match[str]]:
    return list(_WORD.finditer(text))[:LONGEST_DIFF]


def _folded(words: Sequence[re.Match[str]]) -> list[str]:
    return [word[0].strip(_EDGES).casefold() or word[0] for word in words]


def _with_marks(text: str, words: Sequence[re.Match[str]], chosen: set[int], kind: str) -> str:
    """Return `text` escaped; neighbours that are chosen share one mark."""
    made, at, index = [], 0, 0
    while index < len(words):
        last = index
        while index in chosen and last + 1 in chosen:
            last += 1
        start, end = words[index].start(), words[last].end()
        made.append(_safe(text[at:start]))
        inner = _safe(text[start:end])
        made.append(f'<mark class="{kind}">{inner}</mark>' if index in chosen else inner)
        at, index = end, last + 1
    return "".join([*made, _safe(text[at:])])


def _safe(text: str) -> str:
    return escape(clean(text))
