"""`translate memory` as an editor uses it: edit, learn, go on."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from translate.cli.group import cli
from translate.memory.store import Memory
from translate.pages import read_page

ARTICLE = """Le port de Kervanec rouvre lundi

Le port de Kervanec rouvrira lundi matin, a annoncé mercredi M. Tanguy Le Dantec.
« Tout est prêt », a déclaré M. Le Dantec. Quelque 4 317 tonnes de sel attendent sur le quai.

La préfète Oriane Valquevère n'a pas exclu une fermeture en hiver. Elle recevra jeudi les pêcheurs.
"""
OTHER = """Les pêcheurs de Kervanec manifestent

Quelque 4 317 tonnes de sel attendent sur le quai. La préfète recevra les pêcheurs jeudi soir.
"""
EDITED = "Some 4,317 tons of salt are waiting on the dock."
Translate = Callable[..., Result]


@pytest.fixture
def translate(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Translate:
    """Return a call of `translate` in a folder with two articles and an own memory."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("VISAVIS_MEMORY", "memory.sqlite")
    Path("port.txt").write_text(ARTICLE, encoding="utf-8")
    Path("colere.txt").write_text(OTHER, encoding="utf-8")

    def call(*arguments: str) -> Result:
        return CliRunner().invoke(cli, list(arguments))

    return call


def _rows(name: str = "outputs/port.md") -> dict[str, str]:
    page = read_page(Path(name).read_text(encoding="utf-8"))
    return {row.id: row.english for row in page.rows}


def _edit(number: int, english: str, name: str = "outputs/port.md") -> None:
    """Put other words after the number of a sentence of the English column."""
    path = Path(name)
    page = path.read_text(encoding="utf-8")
    mark = re.compile(rf"(?<!</a>)(<sub>{number}(?: human)?</sub>\u00a0).*?(?= <sub>| \|)")
    page, count = mark.subn(lambda hit: hit[1] + english, page)
    assert count == 1
    path.write_text(page, encoding="utf-8")


def test_the_next_run_uses_what_was_learned_and_leaves_the_rest(translate: Translate) -> None:
    """On the embedded model: three sentences learned, the others as they were to the letter."""
    translate("port.txt")
    before = _rows()
    own = {"s3": '"All is ready," Mr. Le Dantec said.', "s4": EDITED, "s6": "She meets them soon."}
    for id_, english in own.items():
        _edit(int(id_[1:]), english)
    result = translate("memory", "learn", "outputs/port.md", "--author", "A. B.")
    assert result.exit_code == 0, result.output
    assert "3 learned (3, 4, 6), 3 as the machine wrote them" in result.stdout
    again = translate("memory", "learn", "outputs/port.md")
    assert "3 known already (3, 4, 6)" in again.stdout

    result = translate("port.txt", "--overwrite")
    assert result.exit_code == 0, result.output
    assert _rows() == {**before, **own}
    page = Path("outputs/port.md").read_text(encoding="utf-8")
    assert "<sub>4 human</sub>" in page
    assert "3 of 6 sentences reviewed" in page
    assert Path("outputs/port.edited-1.md").exists()
    # The page is current now, and untouched: nothing more to learn.
    assert "kept    outputs/port.md (unchanged)" in translate("port.txt").stderr
    assert "6 as the machine wrote them" in translate("memory", "learn", "outputs/port.md").stdout


def test_what_the_checks_hold_against_a_lesson_is_said(translate: Translate) -> None:
    """A figure that the editor got wrong is learned, and named on stderr at once."""
    translate("port.txt")
    _edit(4, EDITED.replace("317", "713"))
    result = translate("memory", "learn", "outputs/port.md")
    assert "1 learned (4)" in result.stdout
    assert "sentence 4, learned all the same" in result.stderr
    assert result.exit_code == 0


def test_a_learned_sentence_is_checked_like_any_other(translate: Translate) -> None:
    """A figure that the editor mistyped is a finding, and is not put right behind their back."""
    translate("port.txt")
    wrong = "Some 4,713 tons of salt are waiting on the dock."
    _edit(4, wrong)
    translate("memory", "learn", "outputs/port.md")
    result = translate("port.txt", "--overwrite", "--fail-on", "warning")
    assert result.exit_code == 3
    assert _rows()["s4"] == wrong
    page = read_page(Path("outputs/port.md").read_text(encoding="utf-8"))
    assert "number" in {remark.rule for remark in page.remarks if remark.segment == "s4"}


def test_a_learned_courtesy_title_of_the_other_gender_is_a_finding(translate: Translate) -> None:
    """The person is a man by the article; "Ms." is said, not put right behind the editor's back."""
    translate("port.txt")
    _edit(3, '"All is ready," Ms. Le Dantec said.')
    translate("memory", "learn", "outputs/port.md")
    result = translate("port.txt", "--overwrite", "--fail-on", "error")
    assert result.exit_code == 3
    page = read_page(Path("outputs/port.md").read_text(encoding="utf-8"))
    assert "title" in {remark.rule for remark in page.remarks if remark.segment == "s3"}


def test_pages_with_that_sentence_are_stale_and_no_others(translate: Translate) -> None:
    """The edited page is kept, the one that shares a sentence is made anew and says from where."""
    Path("autre.txt").write_text("Il pleut depuis trois jours sur Plouzarnec.\n", encoding="utf-8")
    run = ("--engine", "pseudo", "port.txt", "colere.txt", "autre.txt")
    translate(*run)
    _edit(4, EDITED)
    translate("memory", "learn", "outputs/port.md")
    result = translate(*run)
    assert result.exit_code == 0, result.output
    assert "kept    outputs/port.md (edited by hand)" in result.stderr
    assert "kept    outputs/autre.md (unchanged)" in result.stderr
    assert "written outputs/colere.md" in result.stderr
    assert _rows("outputs/colere.md")["s2"] == EDITED
    page = Path("outputs/colere.md").read_text(encoding="utf-8")
    assert "was written for port.txt" in page
    assert "|memory:" in page
    # A memory that knows nothing of it, or none, leaves the page alone until it is told to.
    for other in (("--no-memory",), ("--memory", "other.sqlite")):
        assert "kept    outputs/colere.md (unchanged)" in translate(*run, *other).stderr
    translate(*run, "--no-memory", "--overwrite")
    assert EDITED not in Path("outputs/colere.md").read_text(encoding="utf-8")


def test_similar_sentences_are_shown_and_not_applied(translate: Translate) -> None:
    """A remark with percentage, difference and the remembered English."""
    translate("--engine", "pseudo", "port.txt")
    _edit(6, "She will meet with fishermen on Thursday.")
    translate("memory", "learn", "outputs/port.md")
    changed = ARTICLE.replace("recevra jeudi les pêcheurs", "recevra mardi les pêcheurs")
    Path("neuf.txt").write_text(changed, encoding="utf-8")
    translate("--engine", "pseudo", "neuf.txt")
    page = read_page(Path("outputs/neuf.md").read_text(encoding="utf-8"))
    [remark] = [remark for remark in page.remarks if remark.rule == "memory"]
    assert remark.segment == "s6"
    assert remark.message.startswith(
        "80 % like “Elle recevra jeudi les pêcheurs.” (human, port.txt"
    )
    assert remark.message.endswith("here 'mardi' for 'jeudi'")
    assert "fishermen" not in _rows("outputs/neuf.md")["s6"]


def test_correcting_again_replaces(translate: Translate) -> None:
    """The second correction of a sentence is the one that counts."""
    run = ("--engine", "pseudo", "port.txt", "--overwrite")
    translate(*run)
    for english in (EDITED, "Salt is waiting, 4,317 tons of it."):
        _edit(4, english)
        translate("memory", "learn", "outputs/port.md")
        translate(*run)
        assert _rows()["s4"] == english
    assert "human      1 sentence of 1 article" in translate("memory", "stats").stdout


def test_a_copy_kept_aside_undoes_nothing(translate: Translate) -> None:
    """A folder means its pages as they are now; an old copy that is named comes too late."""
    run = ("--engine", "pseudo", "port.txt", "--overwrite")
    translate(*run)
    for moment, english in enumerate((EDITED, "Salt is waiting, 4,317 tons of it.")):
        _edit(4, english)
        os.utime("outputs/port.md", (1e9 + moment, 1e9 + moment))
        translate("memory", "learn", "outputs")
        translate(*run)
    assert Path("outputs/port.edited-2.md").exists()
    result = translate("memory", "learn", "outputs", "outputs/port.edited-1.md")
    assert "outputs/port.md: 6 as the machine wrote them" in result.stdout
    assert "edited-1.md: 1 left, since they were corrected later (4)" in result.stdout
    translate(*run)
    assert _rows()["s4"] == "Salt is waiting, 4,317 tons of it."


def test_a_dry_run_learns_nothing(translate: Translate) -> None:
    """It says what would be."""
    translate("--engine", "pseudo", "port.txt", "--no-memory")
    _edit(4, EDITED)
    result = translate("memory", "learn", "outputs", "--dry-run")
    assert "1 to be learned (4)" in result.stdout
    assert not Path("memory.sqlite").exists()


def test_what_could_not_be_learned_is_named(translate: Translate) -> None:
    """Merged sentences: the line and the reason on stderr, exit code 1, the others learned."""
    translate("--engine", "pseudo", "port.txt")
    _edit(6, "She will see.")
    path = Path("outputs/port.md")
    page = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r"(?<!</a>)<sub>3</sub>\u00a0", "", page), encoding="utf-8")
    result = translate("memory", "learn", "outputs")
    assert result.exit_code == 1
    assert "1 learned (6)" in result.stdout
    assert re.search(r"outputs/port\.md:\d+: sentence 3, 4 not taken: the English", result.stderr)
    assert translate("memory", "learn", "port.txt").exit_code == 1
    assert "is no bilingual page" in translate("memory", "learn", "port.txt").stderr


def test_import_export_stats_prune(translate: Translate) -> None:
    """A round through files; imported English is unreviewed, people's comes first."""
    Path("pairs.tsv").write_text(
        "Le port de Kervanec rouvre lundi\tKervanec port reopens\n"
        "« Tout est prêt », a déclaré M. Le Dantec.\t\n",
        encoding="utf-8",
    )
    result = translate("memory", "import", "pairs.tsv")
    assert "pairs.tsv: 1 taken, 0 known already, 1 left out" in result.stdout
    assert "left out: pairs.tsv: line 2: no English" in result.stderr
    assert translate("memory", "import", "pairs.tsv").stdout.startswith(
        "pairs.tsv: 0 taken, 1 known"
    )
    translate("--engine", "pseudo", "port.txt")
    page = Path("outputs/port.md").read_text(encoding="utf-8")
    assert re.search(r"# .*Kervanec port reopens.*<sub>1 memory</sub>", page)
    assert 'status: "machine draft, unreviewed"' in page

    assert translate("memory", "export", "memory.tmx").exit_code == 0
    assert translate("memory", "export", "memory.tmx").exit_code == 2
    assert translate("memory", "export", "memory.tmx", "--overwrite").exit_code == 0
    assert translate("memory", "export", "-").stdout == Path("memory.tmx").read_text("utf-8")
    assert "Kervanec port reopens" in translate("memory", "export", "-", "--format", "tsv").stdout
    assert translate("memory", "export", "x.odt").exit_code == 2
    result = translate(
        "memory", "import", "memory.tmx", "--origin", "human", "--memory", "b.sqlite"
    )
    assert "1 taken" in result.stdout
    translate("--engine", "pseudo", "port.txt", "--memory", "b.sqlite")
    assert re.search(r"# .*<sub>1 human</sub>", Path("outputs/port.md").read_text(encoding="utf-8"))

    assert translate("memory", "prune", "--people").exit_code == 2
    stats = translate("memory", "stats").stdout
    assert "imported   1 sentence," in stats
    assert "integrity  sound" in stats
    assert re.search(r"decodes    [1-9]", stats)
    assert "0 sentences of people and" in translate("memory", "prune").stdout
    assert "decodes    0 " in translate("memory", "stats").stdout
    assert (
        "1 sentence of people"
        in translate("memory", "prune", "--people", "--older-than", "0", "--dry-run").stdout
    )


def test_a_file_that_is_no_memory_stops_the_run_with_a_remedy(translate: Translate) -> None:
    """Exit code 2; nothing is written over it."""
    result = translate("--engine", "pseudo", "port.txt", "--memory", "colere.txt")
    assert result.exit_code == 2
    assert "is no translation memory" in result.stderr
    assert Path("colere.txt").read_text(encoding="utf-8") == OTHER
    assert translate("port.txt", "--memory", "x.sqlite", "--no-memory").exit_code == 2
    assert translate("memory", "stats").exit_code == 2


def test_a_memory_that_cannot_be_made_costs_no_page(translate: Translate) -> None:
    """A folder that cannot be made: the page is written, and it is said."""
    result = translate("--engine", "pseudo", "port.txt", "--memory", "port.txt/memory.sqlite")
    assert result.exit_code == 0, result.output
    assert "going on without it" in result.stderr
    assert Path("outputs/port.md").exists()


def test_the_options_file_names_one_memory_for_all_commands(translate: Translate) -> None:
    """What `run` uses is what `memory` speaks of."""
    Path("visavis.toml").write_text('memory = "desk.sqlite"\nengine = "pseudo"\n', encoding="utf-8")
    translate("port.txt")
    _edit(4, EDITED)
    assert translate("memory", "learn", "outputs/port.md").exit_code == 0
    memory = Memory(Path("desk.sqlite"), must_exist=True)
    assert memory.counts().human == 1
    memory.close()
    assert not Path("memory.sqlite").exists()


def test_no_memory_leaves_no_trace(translate: Translate) -> None:
    """Neither a file nor a word on the page."""
    translate("--engine", "pseudo", "port.txt", "--no-memory")
    assert not Path("memory.sqlite").exists()
    page = Path("outputs/port.md").read_bytes()
    translate("--engine", "pseudo", "port.txt", "--overwrite")
    assert Path("memory.sqlite").exists()
    assert Path("outputs/port.md").read_bytes() == page


def test_import_says_what_is_lost_and_goes_on_with_other_files(translate: Translate) -> None:
    """A memory from English is taken and noted, not "left out"; a bad file stops no good one."""
    unit = (
        '<tu><tuv xml:lang="en-GB"><seg>The <ph x="1"/>port sleeps.</seg></tuv>'
        '<tuv xml:lang="fr-BE"><seg>Le port dort.</seg></tuv></tu>\n'
    )
    lonely = '<tu><tuv xml:lang="en"><seg>Alone.</seg></tuv></tu>'
    Path("desk.tmx").write_text(
        '<tmx version="1.4"><header srclang="en-US"/><body>\n'
        f"{unit}{unit.replace('dort', 'veille')}{lonely}</body></tmx>",
        encoding="utf-8",
    )
    Path("bad.tmx").write_text("<tmx", encoding="utf-8")
    result = translate("memory", "import", "bad.tmx", "desk.tmx", "gone.tsv")
    assert result.exit_code == 1
    assert result.stdout == "desk.tmx: 2 taken, 0 known already, 1 left out\n"
    said = result.stderr.splitlines()
    assert said[0].startswith("failed  bad.tmx")
    assert said[1:-1] == [
        "left out: desk.tmx: line 4: unit without fr text",
        "note: desk.tmx: direction en to fr, turned round, 3 times, first in line 2",
        "note: desk.tmx: formatting inside a text, 2 times, first in line 2",
    ]
    assert said[-1].startswith("failed  gone.tsv")


def test_a_page_saved_as_unicode_by_notepad_is_learned(translate: Translate) -> None:
    """UTF-16 with its mark and CRLF; the page then counts as edited. Other encodings lose signs."""
    translate("port.txt", "--engine", "pseudo")
    translate("brief", "outputs", "-o", "outputs/briefing.md")
    _edit(4, EDITED)
    path = Path("outputs/port.md")
    page = path.read_text(encoding="utf-8").replace("\n", "\r\n")
    path.write_bytes(page.encode("cp1252", "replace"))
    result = translate("memory", "learn", "outputs/port.md")
    assert result.exit_code == 1
    assert "outputs/port.md is not in Unicode (cp1252)" in result.stderr
    path.write_bytes(page.encode("utf-16"))
    result = translate("memory", "learn", "outputs")
    assert result.exit_code == 0, result.output
    assert "1 learned (4), 5 as the machine wrote them" in result.stdout
    assert "(edited by hand)" in translate("port.txt", "--engine", "pseudo").stderr
    assert translate("brief", "outputs", "-o", "-").exit_code == 0
    assert path.read_bytes() == page.encode("utf-16")
