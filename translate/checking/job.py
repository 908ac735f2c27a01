"""Many files in, one outcome each: read, look up, check; what is wrong with one stops no other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from glossary.errors import GlossaryError
from glossary.values import Glossary
from translate import annotate
from translate.backquotes import speaker_of
from translate.checking import structure
from translate.checking.reading import MAX_BYTES, read_text
from translate.checking.values import Outcome, Sentence, Spotted, Text
from translate.checking.words import verified
from translate.checks import Pair, check_document, check_pair
from translate.checks.registry import LONGEST
from translate.errors import InputError, VisavisError
from translate.inputs import STDIN
from translate.lookup import Lookup
from translate.pages import Page
from translate.style import Style, style_findings
from translate.terms import Want
from translate.values import Finding, Level, Span

#: Pairs of a memory that are looked up together: nobody knows which belong to one article.
_TOGETHER = 50
_NO_STYLE = Style()
_SIGNS = re.compile(r"\W+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What a desk wants of its English: the approved entries of a glossary, and a style."""

    words: Glossary = field(default_factory=Glossary)
    style: Style = field(default_factory=Style)


def check(
    paths: Sequence[str], desk: Desk, *, stdin: bytes = b"", changed_only: bool = False
) -> Iterator[Outcome]:
    """Check `paths` in order and yield one outcome for each.

    Args:
        stdin: the bytes of standard input, for the path "-".
        changed_only: leave out what a page already had as a draft and nobody has touched.
    """
    lookup = Lookup(desk.words)
    for path in paths:
        try:
            text = read_text(stdin if path == STDIN else _bytes(path), path)
            spotted = check_text(text, lookup, desk.style)
        except (VisavisError, GlossaryError) as error:
            yield Outcome(source=path, failure=str(error))
            continue
        if changed_only:
            spotted = tuple(item for item in spotted if item.fresh)
        yield Outcome(source=path, pairs=len(text.sentences), spotted=spotted)


def _bytes(path: str) -> bytes:
    file = Path(path)
    try:
        if file.is_dir():
            raise InputError(f"{path} is a folder; name the pages in it")
        if file.stat().st_size > MAX_BYTES:
            raise InputError(f"{path} is more than {MAX_BYTES // 2**20} MB; split the file")
        return file.read_bytes()
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror}") from error
    except ValueError as error:
        raise InputError(f"{path!r} is no name of a file ({error})") from error


def check_text(text: Text, lookup: Lookup, style: Style = _NO_STYLE) -> tuple[Spotted, ...]:
    """Return what is wrong with the English of one file, in the order of its lines."""
    if text.page is None:
        found: list[Spotted] = []
        for at in range(0, len(text.sentences), _TOGETHER):
            found += _findings(text.sentences[at : at + _TOGETHER], text, lookup, style)
        return tuple(found)
    spotted = [
        *structure.faults(text.sentences, text.page.gone),
        *structure.stale(text.page),
        *_findings([*text.sentences, *_points(text.page)], text, lookup, style),
    ]
    return tuple(sorted(spotted, key=lambda item: item.line))


def _points(page: Page) -> Iterator[Sentence]:
    """Yield the points of the summary that a person put in other words than their rows."""
    rows = {row.id: row.english for row in page.rows}
    for point in page.summary:
        if point.changed and point.english != rows.get(point.id):
            yield Sentence(
                id=point.id,
                french=point.french,
                english=point.english,
                line=point.line,
                changed=True,
            )


def _findings(
    sentences: Sequence[Sentence], text: Text, lookup: Lookup, style: Style
) -> Iterator[Spotted]:
    """Yield what glossary, rules and style find in sentences that belong together.

    As the rules do, names and style read the first `LONGEST` characters of either side.
    """
    shown = [(sentence.french[:LONGEST], sentence.english[:LONGEST]) for sentence in sentences]
    found = lookup.find([french for french, _ in shown], text.on)
    own: list[list[Finding]] = []
    pairs = []
    for index, sentence in enumerate(sentences):
        french, english = shown[index]
        judged = verified(str(index), index, french, english, found)
        spans = [Span(start=start, end=end) for _, (start, end) in judged.known]
        own.append([*judged.findings, *style_findings(str(index), english, style, spans)])
        speaker = speaker_of(french, found.people[index])
        pairs.append(
            Pair(str(index), sentence.french, sentence.english, judged.known, speaker=speaker)
        )
    if text.page:
        checks = check_document(pairs)
    else:
        checks = tuple(
            finding
            for pair in pairs
            for finding in check_pair(
                pair.source,
                pair.target,
                segment=pair.segment,
                known=pair.known,
                speaker=pair.speaker,
            )
        )
    wants = {str(index): wanted for index, wanted in enumerate(found.wants)}
    flat = [finding for findings in own for finding in findings]
    for finding in _in_order(_merged(flat, checks, wants)):
        yield _placed(finding, sentences, text.page)


def _merged(
    own: Sequence[Finding], checks: Sequence[Finding], wants: Mapping[str, Sequence[Want]]
) -> list[Finding]:
    """Return the findings of terms, names and rules, each lost name once, at its worst."""
    worst = [finding for finding in checks if finding.level is Level.ERROR]
    grave = [finding for finding in own if finding.level is Level.ERROR]
    grave = annotate.without_echoes(grave, worst, wants)
    rest = [finding for finding in own if finding.level is not Level.ERROR]
    return [
        *grave,
        *annotate.without_echoes(rest, checks, wants),
        *(finding for finding in checks if not _retells(finding, grave)),
    ]


def _retells(finding: Finding, grave: Sequence[Finding]) -> bool:
    """Whether a rule says less of a name than one of the `grave` findings of its sentence."""
    if finding.rule != "name" or finding.level is Level.ERROR:
        return False
    name = finding.message.partition('"')[2].partition('"')[0]
    return any(
        name in other.message
        for other in grave
        if (other.segment, other.rule) == (finding.segment, "name")
    )


def _in_order(findings: Sequence[Finding]) -> list[Finding]:
    """Return findings by sentence, each once; those about the whole file come first."""
    once = dict.fromkeys(findings)
    return sorted(once, key=lambda finding: int(finding.segment or -1))


def _placed(finding: Finding, sentences: Sequence[Sentence], page: Page | None) -> Spotted:
    """Return a finding that names its sentence by position, with that sentence."""
    if not finding.segment:
        return Spotted(finding=finding, line=sentences[0].line)
    sentence = sentences[int(finding.segment)]
    own = replace(finding, segment=sentence.id)
    return Spotted(
        finding=own,
        line=sentence.line,
        french=sentence.french,
        english=sentence.english,
        fresh=_fresh(own, sentence, page),
    )


def _fresh(finding: Finding, sentence: Sentence, page: Page | None) -> bool:
    """Whether a finding is new: the sentence was changed, or else the page does not have it."""
    if page is None or sentence.changed is not None:
        return page is None or bool(sentence.changed)
    return _key(finding.segment, finding.rule, finding.message) not in {
        _key(remark.segment, remark.rule, remark.message) for remark in page.remarks
    }


def _key(segment: str, rule: str, message: str) -> tuple[str, str, str]:
    """Return what makes a finding the same whatever quotation marks the page is set in."""
    return segment, rule, _SIGNS.sub("", message)
