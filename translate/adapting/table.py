"""A report as the rows of a table, as plain data, and as the card of the model."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from translate.adapting.measuring import SURE, SURE_FALL, TOLERANCE, WORTH
from translate.adapting.values import Comparison, Course, Report
from translate.evaluating import TermCounts
from translate.evaluating.table import NONE
from translate.evaluating.table import as_data as evaluation_data

HEADS = ("", "before", "after", "difference")
#: Label, before, after, difference; the last three are empty in the head of a set.
Row = tuple[str, str, str, str]


def rows(report: Report) -> list[Row]:
    """Return the table: both sets, each with scores, terms and findings; none if not trained."""
    made: list[Row] = []
    for name, found in (("held-out pairs", report.held_out), ("general news", report.general)):
        if found is not None:
            count = len(found.evaluation.corpus.sources)
            made += [(f"{name} ({count} sentences)", "", "", ""), *_set(found)]
    return made


def notes(report: Report) -> list[tuple[str, str]]:
    """Return what stands below the table: data, training, signatures."""
    trained, aside, held = report.parts
    gone = ", ".join(f"{count} {why}" for why, count in report.left_out.items())
    pairs = f"{trained} trained on, {aside} set aside to tell when to stop, {held} held out "
    pairs += f"(by a digest of the French), from {report.source}"
    listed = [
        ("adapted from", f"{report.origin}, sha256:{report.digest[:16]}"),
        ("pairs", pairs),
        ("left out", gone or "none"),
    ]
    if report.course:
        course = report.course
        how = f"{len(course.rounds) - 1} rounds, the best is {course.best.number}; "
        how += f"{course.blend:.0%} of what it changed is kept: loss on the pairs set aside "
        how += f"{course.rounds[0].loss:.3f} -> {course.loss:.3f}, on sentences that were not "
        how += f"replayed {course.memory[0]:.3f} -> {course.memory[1]:.3f}; rate "
        how += f"{report.plan.rate:g}, seed {report.plan.seed}, {report.seconds:.0f} s in all"
        listed.append(("training", how))
        listed.append(("replayed", f"{report.replay[0]} sentences, {report.replay[1]}"))
        listed.append(
            ("marks", f"{report.marked_pairs} of the pairs trained on had terms in marks")
        )
    if report.held_out:
        evaluation = report.held_out.evaluation
        listed.append(("decoding", f"bare, {evaluation.systems[0].system.signature}"))
        listed += [(one.metric, one.signature) for one in evaluation.systems[0].scores[:2]]
        rule = (
            f"paired bootstrap, {evaluation.resamples:,} resamples; a model is kept if chrF rises "
        )
        rule += f"on held-out pairs by {WORTH:.0f} (p < {SURE}) and falls on general news by no "
        rule += f"more than {TOLERANCE}, nor surely (p < {SURE_FALL})"
        listed.append(("p", rule))
    return listed


def as_data(report: Report) -> dict[str, Any]:
    """Return all figures as plain data for JSON."""
    trained, aside, held = report.parts
    return {
        "kept": not report.refusals,
        "refusals": list(report.refusals),
        "origin": {"model": report.origin, "sha256": report.digest},
        "pairs": {
            "source": report.source,
            "trained": trained,
            "set_aside": aside,
            "held_out": held,
            "left_out": dict(report.left_out),
            "with_marks": report.marked_pairs,
        },
        "replay": {"sentences": report.replay[0], "source": report.replay[1]},
        "training": _course(report.course),
        "rate": report.plan.rate,
        "seed": report.plan.seed,
        "seconds": round(report.seconds, 1),
        "held_out": _data(report.held_out),
        "general": _data(report.general),
    }


def card(report: Report, *, own: bool) -> str:
    """Return the README of the adapted checkpoint.

    Args:
        own: whether the embedded model was adapted, whose licence is known.
    """
    licence = "license: apache-2.0\n" if own else ""
    head = f"---\nlanguage: [fr, en]\n{licence}library_name: transformers\n"
    head += "pipeline_tag: translation\ntags: [marian, visavis]\n---\n"
    table = "".join(
        f"| {' | '.join(f'**{cell}**' if not any(row[1:]) and cell else cell for cell in row)} |\n"
        for row in rows(report)
    )
    listed = "".join(f"- {what}: {_plain(text)}\n" for what, text in notes(report))
    return (
        f"{head}# {_plain(report.origin)}, adapted to a desk\n\n"
        f"A MarianMT model, French to English: {_plain(report.origin)} fine-tuned by visavis on "
        f"{report.parts[0]} pairs of a desk's own. **Its English is a draft.** What is said of the "
        "model it was adapted from, licence and known errors included, holds for it too.\n\n"
        f"| {' | '.join(HEADS)} |\n|---|---:|---:|---:|\n{table}\n{listed}"
    )


def _set(found: Comparison) -> list[Row]:
    new, old = found.evaluation.systems
    made = [
        (
            after.metric,
            f"{before.value:.2f}",
            f"{after.value:.2f}",
            f"{after.value - before.value:+.2f} (p {_p(after.p_value)})",
        )
        for before, after in zip(old.scores, new.scores, strict=True)
        if after.metric != "TER"
    ]
    made.append(_terms("terms right", old.terms, new.terms))
    if found.marked:
        made.append(_terms("terms right, asked for", found.marked.before, found.marked.after))
    count = len(found.evaluation.corpus.sources)
    before, after = (100 * sum(one.findings.values()) / count for one in (old, new))
    made.append(
        ("findings per 100", f"{before:.1f}", f"{after:.1f}", f"{after - before:+.1f}"),
    )
    return made


def _terms(label: str, before: TermCounts, after: TermCounts) -> Row:
    if not before.found:
        return label, NONE, NONE, ""
    shown = [f"{one.used}/{one.found}" for one in (before, after)]
    return label, shown[0], shown[1], f"{after.used - before.used:+d}"


def _course(course: Course | None) -> Mapping[str, Any] | None:
    if course is None:
        return None
    return {
        "rounds": [{"number": one.number, "loss": one.loss} for one in course.rounds],
        "best": course.best.number,
        "blend": course.blend,
        "loss": course.loss,
        "unreplayed": {"before": course.memory[0], "after": course.memory[1]},
    }


def _p(value: float | None) -> str:
    if value is None:
        return NONE
    return "< 0.001" if value < 0.001 else f"= {value:.3f}"


def _data(found: Comparison | None) -> Mapping[str, Any] | None:
    if found is None:
        return None
    marked = found.marked and {
        name: {"used": counts.used, "found": counts.found}
        for name, counts in (("before", found.marked.before), ("after", found.marked.after))
    }
    return {
        "chrf_gain": found.gain,
        "p_value": found.p_value,
        "terms_asked_for": marked,
        **evaluation_data(found.evaluation),
    }


def _plain(text: str) -> str:
    """Return `text` so that Markdown takes nothing in it for its own."""
    from translate.rendering.escape import escape

    return escape(text)
