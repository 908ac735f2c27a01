"""A report as one page of GitHub-flavoured Markdown; the same report gives the same bytes."""

from __future__ import annotations

from collections import Counter

from translate.briefing import events, parts
from translate.briefing.dates import written
from translate.briefing.stamp import stamped
from translate.briefing.values import Report
from translate.pages import Page
from translate.rendering.escape import escape, escape_line, safe_href

_CHOSEN = (
    "Sentences are chosen, not written, by the program; the French beside each is the authority."
)
_METHOD = (
    "Each article is translated whole; the French decides what is chosen. Articles whose titles "
    "and main sentences share their words make an event, events with related articles a theme. Of "
    "each article the sentences that stand for it are taken, 40 to 60 French words where they "
    "allow it, unchanged but for names in brackets. Figures are set side by side by what they "
    "count; no contradiction is claimed. Articles that are nearly the same text stand once."
)


def to_markdown(report: Report) -> str:
    """Return the briefing."""
    pages = [page for _, page in report.sources]
    title = f"Briefing: {parts.plural(len(pages), 'article')}{_period(pages)}"
    body = [
        f"# {title}",
        _banner(report),
        events.glance(report),
        events.themes(report),
        events.timeline(report),
        _names(report),
        _findings(report),
        _sources(report),
        _left_out(report),
        _method(pages),
    ]
    return stamped({"title": title, "status": _status(pages)}, "\n\n".join(filter(None, body)))


def _period(pages: list[Page]) -> str:
    dates = sorted({page.date for page in pages if page.date})
    if not dates:
        return ", undated"
    if len(dates) == 1:
        return f", {written(dates[0])}"
    return f", {written(dates[0])} to {written(dates[-1])}"


def _status(pages: list[Page]) -> str:
    reviewed = sum(page.status == "reviewed" for page in pages)
    if pages and reviewed == len(pages):
        return "made from reviewed pages"
    if reviewed:
        return f"machine draft, {reviewed} of {len(pages)} pages reviewed"
    return "machine draft, unreviewed"


def _banner(report: Report) -> str:
    pages = [page for _, page in report.sources]
    status = _status(pages)
    lines = [f"**{status[0].upper()}{status[1:]}.** {_CHOSEN}"]
    edited = sum(page.edited for page in pages)
    if edited:
        lines.append(f"{parts.plural(edited, 'page')} edited by hand: their English is used as is.")
    if len(pages) == 1:
        lines.append("One article only: there is nothing to compare.")
    if len(report.glance) < len(pages) and report.left_out:
        lines.append(f"Left out: {len(report.left_out)}, [with the reasons](#left-out).")
    return "> " + "<br>\n> ".join(lines)


def _names(report: Report) -> str:
    if not report.names:
        return ""
    lines = ["## People and terms", ""]
    lines += parts.table("English", "French", "Kind", "Status", "Sources", "Note")
    for view in report.names:
        name = view.name
        lines.append(
            parts.row(
                escape(name.english),
                escape(", ".join(name.french)),
                escape(name.kind),
                escape(name.status),
                escape("; ".join(view.labels)),
                escape(name.note),
            )
        )
    return "\n".join(lines)


def _findings(report: Report) -> str:
    lines = ['## <a id="findings"></a>Findings', ""]
    if not report.doubts:
        quoted = "on the sentences quoted here"
        return "\n".join([*lines, f"The checks found nothing {quoted}. That is no review."])
    lines += parts.table("Source", "Sentence", "Level", "Rule", "Message")
    for doubt in report.doubts:
        remark = doubt.remark
        number = remark.segment.removeprefix("s")
        where = f"[{number}]({parts.address(doubt.href, remark.segment)})" if doubt.href else number
        lines.append(
            parts.row(
                escape(doubt.label),
                where,
                escape(remark.level),
                escape(remark.rule),
                escape(remark.message),
            )
        )
    return "\n".join(lines)


def _sources(report: Report) -> str:
    if not report.sources:
        return ""
    lines = ["## Sources", ""]
    lines += parts.table("Source", "Outlet", "Date", "File", "Page", "Findings")
    for label, page in report.sources:
        original = f", [original]({safe_href(page.url)})" if safe_href(page.url) else ""
        link = f"[bilingual page]({parts.address(page.href)})" if page.href else "no page"
        state = "edited by hand" if page.edited else page.status
        counts = Counter(remark.level for remark in page.remarks)
        found = ", ".join(parts.plural(counts[level], level) for level in sorted(counts)) or "none"
        lines.append(
            parts.row(
                escape(label),
                escape(page.outlet) or "not given",
                written(page.date),
                f"{escape(page.source)}{original}",
                f"{link}, {escape(state)}",
                found,
            )
        )
    return "\n".join(lines)


def _left_out(report: Report) -> str:
    lines = ['## <a id="left-out"></a>Left out', ""]
    if not report.left_out:
        return "\n".join([*lines, "No article is left out."])
    for out in report.left_out:
        name = escape_line(out.label)
        linked = f"[{name}]({parts.address(out.href)})" if out.href else name
        lines.append(f"- {linked}: {escape(out.reason)}")
    return "\n".join(lines)


def _method(pages: list[Page]) -> str:
    lines = ["## Method", "", _METHOD]
    signatures = sorted({page.engine for page in pages if page.engine})
    if signatures:
        lines += ["", *(f"- {escape(signature)}" for signature in signatures)]
    return "\n".join(lines)
