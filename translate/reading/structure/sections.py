"""Sections that are not the article: comments, other headlines, the company, the mail around it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import MutableSequence, Sequence

from translate.reading.features import ends_sentence, ends_with_stop, fold, is_body, words
from translate.reading.structure import labels as tags
from translate.reading.structure.credits import ends_with_credit
from translate.reading.structure.matching import bare, is_line
from translate.reading.structure.site import is_site_line
from translate.reading.units import Label, Role, Unit
from translate.values import BlockKind

Labels = MutableSequence[Label | None]
_ENOUGH_TEXT = 400
#: Paragraphs of a partner's message in a newsletter.
_LONGEST_MESSAGE = 3
#: Buttons on their own, which head no list of headlines.
_BARE_BUTTONS = {"ecouter", "lire", "voir", "regarder"}
_NUMBER = re.compile(r"\d\d(?:[ .-]\d\d){2}|\d{3}[ .-]\d{3,4}")
#: What names and numbers below "Contact" may have been taken for.
_IN_CONTACTS = {
    BlockKind.BYLINE,
    BlockKind.CREDIT,
    BlockKind.LIST_ITEM,
    BlockKind.BOILERPLATE,
}
_KEEP = {"end mark", "separator"}
_BEHIND_COMMENTS = {BlockKind.BOILERPLATE, BlockKind.DUPLICATE}


def mark_sections(units: Sequence[Unit], labels: Labels) -> None:
    """Label what belongs to headings such as "Commentaires", "Lire aussi", "Contact presse"."""
    _mark_mail(units, labels)
    bodies = [i for i, unit in enumerate(units) if labels[i] is None and is_body(unit.text)]
    last_body = bodies[-1] if bodies else -1
    i = 0
    while i < len(units):
        text = units[i].text
        if _is_section_heading(units[i], labels[i], "comment_headings", tags.COMMENTS):
            i = _mark_comments(units, labels, i, _closes_text(units, bodies, i))
        elif is_line(text, "sponsor_headings"):
            i = _mark_sponsored(units, labels, i)
        elif _is_section_heading(units[i], labels[i], "related_headings", tags.RELATED):
            i = _mark_related(units, labels, i, last_body)
        elif (
            labels[i] is None
            and is_line(text, "about_heading")
            and i > len(units) // 2
            and _short(text)
        ):
            i = _mark_about(units, labels, i)
        elif _is_contact(units[i], labels[i]) and i > len(units) // 3:
            i = _mark_contacts(units, labels, i)
        else:
            i += 1


def _closes_text(units: Sequence[Unit], bodies: Sequence[int], at: int) -> bool:
    """Whether enough text stands above: "12 commentaires" under a headline is a counter."""
    above = bodies[: bisect_left(bodies, at)]
    return len(above) >= 2 or sum(len(units[i].text) for i in above) >= _ENOUGH_TEXT


def _short(text: str) -> bool:
    return len(text) <= 90 and not ends_with_stop(text)


def _is_section_heading(unit: Unit, label: Label | None, rule: str, given: Label) -> bool:
    return label is not None and label == given and is_line(unit.text, rule)


def _is_contact(unit: Unit, label: Label | None) -> bool:
    return (label is None or label == tags.CONTACT) and is_line(unit.text, "contact_heading")


def _mark_comments(units: Sequence[Unit], labels: Labels, at: int, after_text: bool) -> int:
    """Everything behind the heading is comments, down to the end of the page."""
    if not after_text:
        return at + 1
    for i in range(at + 1, len(units)):
        label = labels[i]
        if label is None or (label.kind not in _BEHIND_COMMENTS and label.reason not in _KEEP):
            labels[i] = tags.COMMENTS
    return len(units)


def _mark_related(units: Sequence[Unit], labels: Labels, at: int, last_body: int) -> int:
    """Headlines under the heading belong to it.

    In the middle of the text only those in its own group do, or the one line behind a blank.
    """
    i = at + 1
    taken = 0
    if fold(units[at].text) in _BARE_BUTTONS:
        return i
    while i < len(units):
        unit, label = units[i], labels[i]
        if label == tags.COMMENTS:
            break
        if label is not None and label.kind not in {
            BlockKind.LIST_ITEM,
            BlockKind.BOILERPLATE,
            BlockKind.DATE,
        }:
            break
        sentence = is_body(unit.text) or ends_with_stop(unit.text)
        if sentence and unit.role is not Role.LIST_ITEM and unit.linked < 0.5:
            break
        inside = at < last_body
        if inside and unit.gap > 0 and (taken or (units[at].gap == 0 and unit.linked < 0.5)):
            break
        if inside and taken and unit.role is Role.HEADING:
            break
        if (unit.gap > 0 and _heads_paragraph(units, i)) or ends_with_credit(unit.text):
            break
        if label is None or label.kind is not BlockKind.BOILERPLATE:
            labels[i] = tags.RELATED
        taken += 1
        i += 1
    return i


def _mark_sponsored(units: Sequence[Unit], labels: Labels, at: int) -> int:
    """A partner's message in a newsletter: a few lines down to a rule or the next heading."""
    near = range(at + 1, min(len(units), at + _LONGEST_MESSAGE + 2))
    end = next((i for i in near if _closes_message(units[i], labels[i])), 0)
    for i in range(at + 1, end):
        labels[i] = tags.SITE_TEXT
    return max(end, at + 1)


def _closes_message(unit: Unit, label: Label | None) -> bool:
    ruled = label is not None and label.reason == "separator"
    return ruled or (label is None and unit.role is Role.HEADING)


def _heads_paragraph(units: Sequence[Unit], i: int) -> bool:
    """Whether a line stands right on top of running text: a subhead, not a headline elsewhere."""
    return i + 1 < len(units) and units[i + 1].gap == 0 and is_body(units[i + 1].text)


def _mark_about(units: Sequence[Unit], labels: Labels, at: int) -> int:
    """A company's portrait of itself at the foot of a press release."""
    labels[at] = tags.ABOUT
    i = at + 1
    while i < len(units) and not _is_contact(units[i], labels[i]):
        label = labels[i]
        if label is not None and label.reason in {"end mark", "separator"}:
            break
        if label is None or label.kind in {BlockKind.LIST_ITEM, BlockKind.PARAGRAPH}:
            if (
                label is None
                and units[i].role is Role.HEADING
                and not is_line(units[i].text, "about_heading")
            ):
                break
            labels[i] = tags.ABOUT
        i += 1
    return i


def _mark_contacts(units: Sequence[Unit], labels: Labels, at: int) -> int:
    """Addresses and telephone numbers at the foot; a paragraph of text ends them."""
    labels[at] = tags.CONTACT
    i = at + 1
    while i < len(units):
        label, text = units[i], units[i].text
        held = labels[i]
        if held is not None and held.reason in {"end mark", "separator", "legal notice"}:
            break
        if _is_page_again(text, held):
            break
        if (
            held is None
            and (
                len(text) > 160
                or is_line(text, "about_heading")
                or (is_body(text) and "@" not in text)
            )
            and not (len(text) <= 160 and _mentions_picture(text))
        ):
            break
        if held is None or label.role is not Role.NONE or held.kind in _IN_CONTACTS:
            labels[i] = tags.CONTACT
        i += 1
    return i


def _is_page_again(text: str, held: Label | None) -> bool:
    """Whether a line below the contacts is the page's own: it holds no number and no address."""
    if "@" in text or "www." in text or _NUMBER.search(text):
        return False
    if held is not None:
        return held.kind is BlockKind.BOILERPLATE
    return is_site_line(text, near=True)


def _mentions_picture(text: str) -> bool:
    return any(word in bare(text) for word in ("credit", "visuel", "photo", "©"))


def _mark_mail(units: Sequence[Unit], labels: Labels) -> None:
    """Headers, covering note and signature of a mail that brings an article."""
    at = _mark_headers(units, labels)
    if not at:
        _mark_note_above(units, labels)
        return
    _mark_covering_note(units, labels, at)
    _mark_quoted_reply(units, labels, at)
    texts = [i for i, u in enumerate(units) if labels[i] is None and is_body(u.text)]
    for i in range(texts[-1] + 1 if texts else at, len(units)):
        if _signs_off(units[i].text) and not is_line(units[i].text, "greetings"):
            for j in range(i, len(units)):
                label = labels[j]
                if label is None or label.kind is not BlockKind.BOILERPLATE:
                    labels[j] = tags.SIGNATURE
            return


def _mark_quoted_reply(units: Sequence[Unit], labels: Labels, at: int) -> None:
    """The older mail that is quoted below the article."""
    text_before = False
    for i in range(at, len(units)):
        if text_before and is_line(units[i].text, "quoted_reply"):
            for j in range(i, len(units)):
                labels[j] = tags.QUOTED_MAIL
            return
        text_before = text_before or (labels[i] is None and is_body(units[i].text))


def _mark_note_above(units: Sequence[Unit], labels: Labels) -> None:
    """A note without mail headers: greeting, closing formula and name, above a headline."""
    if not units or len(units[0].text) > 60 or not is_line(units[0].text, "greetings"):
        return
    closing = next((i for i in range(1, min(len(units), 9)) if _signs_off(units[i].text)), 0)
    end = closing + 1
    while (
        closing
        and end < len(units)
        and (units[end].gap == 0 or (end == closing + 1 and words(units[end].text) <= 4))
    ):
        end += 1
    if closing and any(is_body(unit.text) for unit in units[end:]):
        for i in range(end):
            labels[i] = tags.MAIL_NOTE


def _signs_off(text: str) -> bool:
    """The line "--", or a short closing formula."""
    return text in {"--", "—", "___"} or (len(text) <= 50 and is_line(text, "letter_closings"))


def _mark_headers(units: Sequence[Unit], labels: Labels) -> int:
    """Label two or more header lines at the top; return the index behind them, 0 for no mail."""
    start = next((i for i, u in enumerate(units[:4]) if is_line(u.text, "mail_header")), -1)
    if start < 0:
        return 0
    end = start
    while end < len(units) and is_line(units[end].text, "mail_header"):
        end += 1
    if end - start < 2:
        return 0
    for i in range(end):
        labels[i] = tags.MAIL_HEADER
    return end


def _mark_covering_note(units: Sequence[Unit], labels: Labels, at: int) -> None:
    if at >= len(units) or not is_line(units[at].text, "greetings"):
        return
    end = at + 1
    while end < min(len(units), at + 8):
        text = units[end].text
        headline = not ends_sentence(text) and words(text) >= 3 and units[end].gap > 0
        if headline and not is_line(text, "letter_closings"):
            break
        if labels[end] is not None and labels[end] not in (tags.BYLINE, tags.SEPARATOR):
            break
        end += 1
    else:
        end = at + 1
    for i in range(at, end):
        labels[i] = tags.MAIL_NOTE
