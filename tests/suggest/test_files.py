"""Articles and pages in, files of proposals out; what is hostile in either."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

import glossary
from glossary import EntryStatus, Kind
from translate.cli.group import cli
from translate.suggest import Evidence, Proposal, Reason, propose, read
from translate.suggest.rows import EVIDENCE, SEPARATOR, save, to_csv, to_json

_ARTICLE = (
    "Le port de Kervanec rouvrira lundi, a annoncé la maire.\n\n"
    "Les dockers de Kervanec attendaient cette date depuis trois mois de blocage.\n"
)


@pytest.fixture
def page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a page of ours with its article beside it, in the current folder."""
    monkeypatch.chdir(tmp_path)
    Path("port.txt").write_text(_ARTICLE, encoding="utf-8")
    result = CliRunner().invoke(cli, ["port.txt", "-o", "port.md", "--engine", "pseudo", "-q"])
    assert result.exit_code == 0, result.output
    return Path("port.md")


def test_the_page_stands_for_its_article(page: Path) -> None:
    """An article and its page are one source, with the English, whatever the order."""
    for names in (["port.txt", "port.md"], ["port.md", "port.txt"], ["."]):
        (source,) = read(names).sources
        assert source.name == "port.md"
        assert all(line.english for line in source.lines)


def test_a_folder_with_other_outputs(page: Path) -> None:
    """A briefing, findings and a README in the folder are passed over without failure."""
    assert CliRunner().invoke(cli, ["brief", "port.md", "-o", "briefing.md"]).exit_code == 0
    Path("README.md").write_text("# Read me", encoding="utf-8")
    corpus = read(["."])
    assert [source.name for source in corpus.sources] == ["port.md"]
    assert corpus.failures == ()
    assert read(["port.*"]) == corpus


def test_an_article_alone(page: Path) -> None:
    """Without its page an article has the same French and no English."""
    (article,), (made,) = read(["port.txt"]).sources, read(["port.md"]).sources
    assert [line.french for line in article.lines] == [line.french for line in made.lines]
    assert not any(line.english for line in article.lines)


def test_corrections_are_seen(page: Path) -> None:
    """A sentence whose English a person changed says so."""
    text = page.read_text(encoding="utf-8")
    changed = text.replace("depuis 3 mois de blocage.", "for three months.")
    assert changed != text
    page.write_text(changed, encoding="utf-8")
    (source,) = read(["port.md"]).sources
    assert [line.edited for line in source.lines] == [False, True]


def test_bad_inputs_are_named(page: Path) -> None:
    """What cannot be read is told, the rest counts."""
    Path("bad.txt").write_bytes(b"\x00\x01\x02" * 50)
    Path("broken.md").write_bytes(page.read_bytes()[:200] + b"\xff\xfe")
    corpus = read(["port.md", "bad.txt", "missing.txt", "broken.md"])
    assert [source.name for source in corpus.sources] == ["port.md"]
    assert [name for name, _ in corpus.failures] == ["bad.txt", "missing.txt", "broken.md"]


def _proposal(text: str) -> Proposal:
    return Proposal(
        fr="Zorvane",
        en="",
        kind=Kind.PLACE,
        forms_fr=(),
        forbidden_en=(),
        gender="",
        count=2,
        articles=1,
        trouble=0,
        reasons=(Reason.UNKNOWN,),
        why=("unknown name",),
        evidence=(Evidence(source=text, segment="s1", french=text, english=text),) * 3,
    )


@settings(max_examples=100, deadline=None)
@given(
    st.text()
    | st.sampled_from(["=cmd()", "⟦a‖b⟧", "a ¶ b", "\udc80", "\x1b[2J", '","', "\r\n", "+1"])
)
def test_any_evidence_makes_a_sound_file(text: str) -> None:
    """Whatever an article holds, the file loads and the evidence is three pieces."""
    written = to_csv([_proposal(text)])
    (row,) = csv.DictReader(io.StringIO(written, newline=""))
    assert not row[EVIDENCE].startswith(("=", "+", "-", "@"))
    assert row[EVIDENCE].count(SEPARATOR) == 2
    entry = glossary.from_rows([{name: row[name] for name in row if name != EVIDENCE}]).entries[0]
    assert (entry.fr, entry.en, entry.status) == ("Zorvane", "", EntryStatus.PROPOSED)


def test_saving_adds(tmp_path: Path) -> None:
    """What the file holds stays; a file that was made loads as a glossary."""
    file = tmp_path / "proposed.csv"
    save([_proposal("x")], file)
    before = file.read_bytes()
    with pytest.raises(glossary.GlossaryError, match="already used"):
        save([_proposal("x")], file)
    assert file.read_bytes() == before
    assert [entry.fr for entry in glossary.load([file]).entries] == ["Zorvane"]


def test_json_has_all() -> None:
    """JSON has the score and every value of a proposal."""
    values = to_json(_proposal("x"))
    assert values["score"] == 2
    assert values["evidence"][0] == {
        "source": "x", "segment": "s1", "french": "x", "english": "x",
    }  # fmt: skip


def test_suggest_then_again(page: Path) -> None:
    """The command adds to proposed.csv, and then has nothing new; the names are those found."""
    call = ["glossary", "suggest", "port.md"]
    first = CliRunner().invoke(cli, call)
    assert first.exit_code == 0, first.output
    assert "1 proposal added to proposed.csv" in first.stderr
    assert first.stdout == ""
    written = Path("proposed.csv").read_bytes()
    again = CliRunner().invoke(cli, call)
    assert "nothing new to propose" in again.stderr
    assert Path("proposed.csv").read_bytes() == written
    (entry,) = glossary.load([Path("proposed.csv")]).entries
    assert (entry.fr, entry.en, entry.kind) == ("Kervanec", "Kervanec", Kind.PLACE)
    assert propose(read(["port.md"]).sources, [entry]) == ()


def test_suggest_to_stdout(page: Path) -> None:
    """- is standard output, --json writes no file."""
    out = CliRunner().invoke(cli, ["glossary", "suggest", "port.txt", "-o", "-"])
    assert "Kervanec" in out.stdout
    json_ = CliRunner().invoke(cli, ["glossary", "suggest", "port.txt", "--json"])
    assert '"fr": "Kervanec"' in json_.stdout
    assert not Path("proposed.csv").exists()


def test_exit_codes(page: Path) -> None:
    """1 where an input cannot be read, 2 for none."""
    some = CliRunner().invoke(cli, ["glossary", "suggest", "port.md", "missing.txt"])
    assert (some.exit_code, "left out missing.txt" in some.stderr) == (1, True)
    assert CliRunner().invoke(cli, ["glossary", "suggest", "missing.txt"]).exit_code == 1
    assert CliRunner().invoke(cli, ["glossary", "suggest"]).exit_code == 2
