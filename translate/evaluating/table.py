"""An evaluation as rows of text and as plain data; both show the same figures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from translate.evaluating.values import Evaluation, Measured, TermCounts

NONE = "–"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of the table: a cell for each system, the difference, what the reference reaches."""

    label: str
    cells: tuple[str, ...]
    difference: str = ""
    reference: str = ""
    indent: bool = False


def rows(evaluation: Evaluation) -> list[Row]:
    """Return the table: scores, terms, consistency, findings."""
    return [*_score_rows(evaluation), *_term_rows(evaluation), *_finding_rows(evaluation)]


def heads(evaluation: Evaluation) -> list[str]:
    """Return the heads of the columns with figures."""
    names = [measured.system.name for measured in evaluation.systems]
    if evaluation.baseline is not None:
        return [names[0], f"baseline {names[1]}", "difference", "reference"]
    return [*names, "reference"]


def cells(evaluation: Evaluation, row: Row) -> list[str]:
    """Return the cells of a row, one for each head."""
    middle = [row.difference] if evaluation.baseline is not None else []
    return [*row.cells, *middle, row.reference]


def notes(evaluation: Evaluation) -> list[tuple[str, str]]:
    """Return what makes the figures comparable: data, systems, signatures, the bootstrap."""
    corpus = evaluation.corpus
    count = len(corpus.references)
    data = f"{corpus.name}, {len(corpus.sources):,} sentences, {count} reference"
    data += f"{'s' * (count != 1)}, sha256:{corpus.digest[:16]}"
    listed = [("data", data)]
    for measured in evaluation.systems:
        own = measured.system
        listed.append((own.name, f"{own.how}, {own.signature}"))
        empty = sum(not text.strip() for text in own.hypotheses)
        if empty:
            listed.append((own.name, f"{empty:,} lines without English, scored as they are"))
    listed += [(score.metric, score.signature) for score in evaluation.systems[0].scores]
    interval = f"± is half the 95 % interval of {evaluation.resamples:,} bootstrap resamples"
    if evaluation.baseline is not None:
        interval += ", p that of the paired bootstrap"
    listed.append(("interval", f"{interval}, seed {evaluation.seed}"))
    glossary = f"sha256:{evaluation.glossary[:16]}" if evaluation.glossary else "none"
    listed.append(("glossary", f"{glossary}; terms: exact by stem, each occurrence"))
    return listed


def as_data(evaluation: Evaluation) -> dict[str, Any]:
    """Return all figures as plain data for JSON; shares are 0 to 1, counts whole."""
    corpus = evaluation.corpus
    return {
        "data": {
            "name": corpus.name,
            "sentences": len(corpus.sources),
            "references": len(corpus.references),
            "sha256": corpus.digest,
        },
        "bootstrap": {"resamples": evaluation.resamples, "seed": evaluation.seed},
        "glossary": evaluation.glossary,
        "systems": [_system_data(measured) for measured in evaluation.systems],
        "reference": {
            "terms": _terms_data(evaluation.control),
            "findings": dict(evaluation.control_findings),
        },
    }


def _system_data(measured: Measured) -> dict[str, Any]:
    return {
        "name": measured.system.name,
        "how": measured.system.how,
        "signature": measured.system.signature,
        "scores": {
            score.metric: {
                "score": score.value,
                "mean": score.mean,
                "interval": score.interval,
                "p_value": score.p_value,
                "signature": score.signature,
            }
            for score in measured.scores
        },
        "terms": _terms_data(measured.terms),
        "findings": dict(measured.findings),
        "sentence_chrf": list(measured.sentences),
    }


def _terms_data(terms: TermCounts) -> dict[str, Any]:
    return {
        "found": terms.found,
        "used": terms.used,
        "missing": terms.missing,
        "forbidden": terms.forbidden,
        "success": terms.success,
        "by_kind": {kind: {"used": used, "found": n} for kind, (used, n) in terms.by_kind.items()},
        "repeated_entries": terms.repeated,
        "consistency_f1": terms.consistency,
    }


def _score_rows(evaluation: Evaluation) -> list[Row]:
    made = []
    for at, score in enumerate(evaluation.systems[0].scores):
        others = [measured.scores[at] for measured in evaluation.systems]
        difference = ""
        if len(others) > 1:
            difference = f"{score.value - others[1].value:+.2f} (p {_p(score.p_value)})"
        made.append(
            Row(
                label=f"{score.metric}{' (lower is better)' if score.metric == 'TER' else ''}",
                cells=tuple(f"{one.value:.2f} ± {one.interval:.2f}" for one in others),
                difference=difference,
            )
        )
    return made


def _p(value: float | None) -> str:
    if value is None:
        return NONE
    return "< 0.001" if value < 0.001 else f"= {value:.3f}"


def _term_rows(evaluation: Evaluation) -> list[Row]:
    control = evaluation.control
    counts = [measured.terms for measured in evaluation.systems]
    if not control.found:
        return [Row(label="Glossary terms in the French", cells=tuple("0" for _ in counts))]

    def share(terms: TermCounts) -> str:
        return f"{100 * (terms.success or 0):.1f} % ({terms.used:,}/{terms.found:,})"

    def alike(terms: TermCounts) -> str:
        return NONE if terms.consistency is None else f"{terms.consistency:.3f}"

    made = [Row(label="Terms right", cells=tuple(map(share, counts)), reference=share(control))]
    made += [
        Row(
            label=kind,
            cells=tuple(f"{own.by_kind[kind][0]:,}/{own.by_kind[kind][1]:,}" for own in counts),
            reference=f"{used:,}/{found:,}",
            indent=True,
        )
        for kind, (used, found) in control.by_kind.items()
    ]
    made.append(
        Row(
            label="Forbidden words for terms",
            cells=tuple(f"{own.forbidden:,}" for own in counts),
            reference=f"{control.forbidden:,}",
        )
    )
    made.append(
        Row(
            label=f"Consistency F1 ({control.repeated:,} term{'s' * (control.repeated != 1)})",
            cells=tuple(map(alike, counts)),
            reference=alike(control),
        )
    )
    return made


def _finding_rows(evaluation: Evaluation) -> list[Row]:
    total = len(evaluation.corpus.sources)
    columns = [measured.findings for measured in evaluation.systems]
    columns.append(evaluation.control_findings)
    rules = sorted({rule for column in columns for rule in column})

    def rate(counts: Mapping[str, int], rule: str | None = None) -> str:
        count = counts.get(rule, 0) if rule else sum(counts.values())
        return f"{100 * count / total:.1f}"

    def row(label: str, rule: str | None) -> Row:
        *own, control = (rate(column, rule) for column in columns)
        return Row(label=label, cells=tuple(own), reference=control, indent=rule is not None)

    return [row("Findings per 100 sentences", None), *(row(rule, rule) for rule in rules)]
