"""Which remembered English stands for a sentence, and what is said of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.memory.helpers import entry, filled
from tests.rendering.factory import build, paragraph
from translate.engines.base import Decoding, Request
from translate.engines.pseudo import PseudoEngine
from translate.memory.recall import Recall, Recalled, identity
from translate.memory.values import Entry, Kind
from translate.values import BilingualDocument, Finding, Origin, Status

OUI, NON = "Le port rouvre lundi matin.", "La préfète s'y oppose toujours."


def _document(*french: str) -> BilingualDocument:
    pairs = [(text, "x") for text in french]
    return build(paragraph(*pairs), article={"digest": "ab" * 32, "source": "port.txt"})


def _ask(path: Path, made: BilingualDocument, *entries: Entry) -> tuple[Recalled, list[Finding]]:
    recall = Recall(filled(path / "memory.sqlite", *entries), pytest.fail)
    found = recall.exact(made.article, made.segments)
    findings = list(recall.findings(made.segments, found))
    recall.close()
    return found, findings


OWN = {"digest": "ab" * 32, "article": "port.txt"}


def test_the_same_row_then_the_same_article_then_the_newest(tmp_path: Path) -> None:
    """A sentence that stands twice keeps two translations; a third place takes the newer one."""
    made = _document(OUI, OUI, OUI)
    found, findings = _ask(
        tmp_path,
        made,
        entry(OUI, "first", row="s1", **OWN),
        entry(OUI, "second", row="s2", days=1, **OWN),
        entry(OUI, "elsewhere", days=9, digest="cd" * 32, row="s1", article="autre.txt"),
    )
    assert [item.entry.target for item in found.by_segment.values()] == [
        "first",
        "second",
        "second",
    ]
    # What this article has in other words is on purpose; what another has is told.
    told = "remembered in other words too: “elsewhere” (written for autre.txt on 2026-03-18)"
    assert [(item.segment, item.message) for item in findings] == [
        ("s1", told),
        ("s2", told),
        ("s3", told),
    ]


def test_people_count_as_reviewed_and_imports_do_not(tmp_path: Path) -> None:
    """Origin and status as pages show them; a person's older word beats a newer import."""
    made = _document(OUI, NON)
    found, _ = _ask(
        tmp_path,
        made,
        entry(OUI, "by a person"),
        entry(OUI, "imported", kind=Kind.IMPORT, days=5),
        entry(NON, "imported", kind=Kind.IMPORT),
    )
    assert [(item.origin, item.status) for item in found.by_segment.values()] == [
        (Origin.HUMAN, Status.REVIEWED),
        (Origin.MEMORY, Status.UNREVIEWED),
    ]
    assert found.by_segment["s1"].entry.target == "by a person"


def test_sentences_of_another_article_are_one_remark(tmp_path: Path) -> None:
    """A dispatch sent again with a new paragraph does not drown in remarks."""
    french = [f"Phrase numéro {number} de la dépêche du port." for number in range(6)]
    made = _document(*french, "Une phrase tout à fait neuve.")
    known = [entry(text, "x", article="hier.txt", author="A. B.") for text in french]
    _, findings = _ask(tmp_path, made, *known[:3], *known[4:])
    assert [item.message for item in findings if not item.segment] == [
        (
            "100 %: sentences 1–3, 5–6 were written for hier.txt by A. B. on 2026-03-09; "
            "see that they fit here"
        )
    ]
    assert [item.segment for item in findings if item.segment] == ["s4"]


def test_the_digest_tells_what_is_remembered_of_an_article(tmp_path: Path) -> None:
    """Empty where nothing is; another when a sentence's English is another; the same else."""
    made = _document(OUI)
    assert _ask(tmp_path / "a", made, entry(NON, "x"))[0].digest == ""
    one = _ask(tmp_path / "b", made, entry(OUI, "A"))[0].digest
    assert one == _ask(tmp_path / "c", made, entry(OUI, "A", days=3), entry(NON, "x"))[0].digest
    assert one != _ask(tmp_path / "d", made, entry(OUI, "B"))[0].digest
    assert one != _ask(tmp_path / "e", made, entry(OUI, "A", kind=Kind.IMPORT))[0].digest


def test_a_memory_that_fails_in_the_middle_is_told_once_and_done_without(tmp_path: Path) -> None:
    """Whatever is asked of it afterwards, there is an answer, and pages are made."""
    made = _document(OUI, NON)
    told: list[str] = []
    memory = filled(tmp_path / "memory.sqlite", entry(OUI, "A"))
    recall = Recall(memory, told.append)
    assert not recall.is_empty
    engine = recall.engine(PseudoEngine(Path()))
    found = recall.exact(made.article, made.segments)
    memory.close()
    assert next(iter(recall.findings(made.segments, found))).message.startswith("100 %")
    assert recall.exact(made.article, made.segments) == Recalled()
    assert recall.is_empty
    assert list(recall.findings(made.segments, Recalled())) == []
    request = Request(text=OUI)
    assert engine.translate([request], decoding=Decoding())[0].text == OUI
    assert engine.align(OUI, OUI).source
    recall.close()
    assert len(told) == 1
    assert told[0].endswith("going on without it")


@pytest.mark.parametrize(
    ("source", "digest", "own"),
    [("port.txt", "ab", "ab"), ("deux.txt#2", "ab", "ab#2"), ("c#.txt", "ab", "ab"), ("-", "", "")],
)
def test_identity_of_an_article(source: str, digest: str, own: str) -> None:
    """The digest of the file and the place in it."""
    assert identity(source, digest) == own
