"""The default command, driven by the pseudo engine: files in, pages out, exit codes."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from translate.cli.group import cli

ARTICLE = """Le port de Kervanec rouvre lundi

(Lorient) Le port de Kervanec rouvrira lundi matin, a annoncé mercredi M. Tanguy Le Dantec.

« Tout est prêt », a déclaré M. Le Dantec. Quelque 4 317 tonnes de sel attendent sur le quai.
"""

Translate = Callable[..., Result]


@pytest.fixture
def translate(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Translate:
    """Return a call of `translate` with the pseudo engine in an empty folder."""
    monkeypatch.chdir(tmp_path)
    Path("port.txt").write_text(ARTICLE, encoding="utf-8")

    def call(*arguments: str, stdin: bytes = b"") -> Result:
        return CliRunner().invoke(cli, ["--engine", "pseudo", *arguments], input=stdin)

    return call


def _page(name: str = "outputs/port.md") -> str:
    return Path(name).read_text(encoding="utf-8")


def test_a_file_becomes_a_page(translate: Translate) -> None:
    """Without options the page lands in outputs/; talk goes to stderr."""
    result = translate("port.txt")
    assert result.exit_code == 0, result.output
    assert result.stdout == ""
    assert "written outputs/port.md" in result.stderr
    assert "Le port de Kervanec rouvre lundi" in _page()
    assert "engine:pseudo" in _page()


def test_standard_input_goes_to_standard_output(translate: Translate) -> None:
    """A dash reads stdin; the page is all that is on stdout."""
    result = translate("-", stdin=ARTICLE.encode())
    assert result.exit_code == 0, result.output
    assert result.stdout.startswith("---\n")
    assert "4 317 tonnes" in result.stdout
    assert not Path("outputs").exists()


def test_run_again_keeps_what_is_current(translate: Translate) -> None:
    """Unchanged is kept, a changed source is translated anew."""
    translate("port.txt")
    before = Path("outputs/port.md").stat().st_mtime_ns
    result = translate("port.txt")
    assert "kept    outputs/port.md (unchanged)" in result.stderr
    assert Path("outputs/port.md").stat().st_mtime_ns == before
    Path("port.txt").write_text(ARTICLE.replace("lundi", "mardi"), encoding="utf-8")
    assert "written outputs/port.md" in translate("port.txt").stderr
    assert "mardi" in _page()


def test_another_setting_makes_a_page_stale(translate: Translate) -> None:
    """The signature is compared, not the source alone."""
    translate("port.txt")
    assert "written" in translate("port.txt", "--quotes", "curly").stderr
    assert "written" in translate("port.txt", "--no-glossary").stderr


def test_an_edited_page_is_kept(translate: Translate) -> None:
    """Same source: kept. Changed source: refused, unless --overwrite, which keeps the edit."""
    translate("port.txt")
    edited = _page().replace("Tout est prêt", "All is ready")
    Path("outputs/port.md").write_text(edited, encoding="utf-8")
    assert "(edited by hand)" in translate("port.txt").stderr
    Path("port.txt").write_text(ARTICLE.replace("lundi", "mardi"), encoding="utf-8")
    result = translate("port.txt")
    assert result.exit_code == 1
    assert "was edited by hand and its source" in result.stderr
    assert _page() == edited
    assert translate("port.txt", "--overwrite").exit_code == 0
    assert _page("outputs/port.edited-1.md") == edited
    assert "mardi" in _page()


def test_a_strangers_file_is_not_overwritten(translate: Translate) -> None:
    """Somebody's notes under the same name stay."""
    Path("outputs").mkdir()
    Path("outputs/port.md").write_text("mes notes", encoding="utf-8")
    result = translate("port.txt")
    assert result.exit_code == 1
    assert "was not made by visavis" in result.stderr
    assert _page() == "mes notes"


def test_bad_files_do_not_stop_the_others(translate: Translate) -> None:
    """Missing, binary, empty, English: each is named with its reason; the good one is written."""
    Path("binaire.txt").write_bytes(bytes(range(256)) * 8)
    Path("vide.txt").write_bytes(b"")
    english = "The harbour will open again on Monday, the mayor said. All is ready for the ships. "
    Path("anglais.txt").write_text(english * 4, encoding="utf-8")
    result = translate("absent.txt", "binaire.txt", "vide.txt", "anglais.txt", "port.txt")
    assert result.exit_code == 1
    for name in ("absent.txt", "binaire.txt", "vide.txt", "anglais.txt"):
        assert f"failed  {name}: " in result.stderr
    assert "English" in result.stderr
    assert "written outputs/port.md" in result.stderr
    # Exit code 1 does not tell of findings: the last line does.
    assert re.search(r"\n1 written, 4 failed; \d+ errors", result.stderr)


def test_any_language_goes_on(translate: Translate) -> None:
    """The user knows better."""
    english = "The harbour will open again on Monday, the mayor said. All is ready for the ships. "
    Path("anglais.txt").write_text(english * 4, encoding="utf-8")
    assert translate("anglais.txt", "--any-language").exit_code == 0


def test_findings_file_and_exit_code(translate: Translate) -> None:
    """The pseudo engine leaves French: --fail-on makes that exit 3, --findings lists it."""
    result = translate("port.txt", "--fail-on", "warning", "--findings", "f.jsonl")
    assert result.exit_code == 3, result.output
    rows = [json.loads(line) for line in Path("f.jsonl").read_text("utf-8").splitlines()]
    assert {row["rule"] for row in rows} >= {"untranslated"}
    assert {row["source"] for row in rows} == {"port.txt"}
    assert translate("port.txt", "--overwrite").exit_code == 0


def test_own_glossary_over_the_starter_one(translate: Translate) -> None:
    """A desk's file wins; a file that is not there is an error that says so."""
    Path("desk.csv").write_text("fr,en,kind\nsel,ZQXANOL,term\n", encoding="utf-8")
    assert translate("port.txt", "--glossary", "desk.csv").exit_code == 0
    assert "tonnes de ZQXANOL" in _page()
    result = translate("port.txt", "--glossary", "absent.csv")
    assert result.exit_code == 2
    assert "absent.csv" in result.stderr
    Path("leer.csv").write_text("fr,en,kind\n", encoding="utf-8")
    result = translate("port.txt", "--glossary", "leer.csv")
    assert result.exit_code == 2
    assert "leer.csv has no entries" in result.stderr


def test_options_in_a_file(translate: Translate) -> None:
    """visavis.toml holds defaults; the command line wins over it; a bad file is named."""
    Path("visavis.toml").write_text('output = "pages"\nsummary = 0\n', encoding="utf-8")
    translate("port.txt")
    assert "## Summary" not in _page("pages/port.md")
    translate("port.txt", "-o", "other")
    assert Path("other/port.md").is_file()
    Path("desk.csv").write_text("fr,en,kind\nsel,ZQXANOL,term\n", encoding="utf-8")
    Path("visavis.toml").write_text('glossary = ["desk.csv"]\n', encoding="utf-8")
    translate("port.txt", "-o", "third")
    assert "tonnes de ZQXANOL" in _page("third/port.md")
    Path("visavis.toml").write_text('outputs = "pages"\n', encoding="utf-8")
    result = translate("port.txt")
    assert result.exit_code == 2
    assert "has 'outputs', which run has not; did you mean 'output'?" in result.stderr
    Path("visavis.toml").write_text("output = [", encoding="utf-8")
    result = translate("port.txt")
    assert result.exit_code == 2
    assert "visavis.toml is no valid TOML" in result.stderr


def test_unknown_engine_and_model_say_what_there_is(tmp_path: Path) -> None:
    """A typing mistake gets the list and a guess."""
    path = tmp_path / "port.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    result = CliRunner().invoke(cli, ["--engine", "marien", str(path)])
    assert result.exit_code == 2
    assert "Did you mean 'marian'?" in result.stderr
    result = CliRunner().invoke(cli, ["--model", "opus", str(path)])
    assert result.exit_code == 2
    assert "translate models add opus" in result.stderr


def test_quiet_says_nothing_but_errors(translate: Translate) -> None:
    """For scripts."""
    result = translate("port.txt", "absent.txt", "--quiet")
    assert result.stderr.startswith("failed  absent.txt")
    assert result.stderr.count("\n") == 1


def test_an_interrupt_leaves_finished_pages(
    translate: Translate, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl-C in the second window: the first one's page stands, no half-written file."""
    from translate.engines.pseudo import PseudoEngine

    monkeypatch.setattr("translate.job.FIRST_WINDOW", 1)
    monkeypatch.setattr("translate.job.WINDOW", 1)
    Path("quai.txt").write_text(ARTICLE.replace("Kervanec", "Plouhizec"), encoding="utf-8")
    plain = PseudoEngine.translate

    def interrupt(self: PseudoEngine, requests: list[object], **options: object) -> object:
        if any("Plouhizec" in getattr(request, "text", "") for request in requests):
            raise KeyboardInterrupt
        return plain(self, requests, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(PseudoEngine, "translate", interrupt)
    result = translate("port.txt", "quai.txt")
    assert result.exit_code == 1
    assert [path.name for path in Path("outputs").iterdir()] == ["port.md"]


def test_help_is_quick_and_imports_nothing_heavy() -> None:
    """`--help` loads neither numpy nor an engine nor rich."""
    code = (
        "import sys; from translate.cli.group import cli\n"
        "try: cli(['--help'])\n"
        "except SystemExit: pass\n"
        "heavy = {'numpy', 'torch', 'transformers', 'ctranslate2', 'rich', 'yaml'}\n"
        "print(sorted(heavy & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr.strip() == "[]"
    assert "Commands:" in done.stdout


def test_two_folders_with_one_file_name(translate: Translate) -> None:
    """Neither page takes the other's place."""
    for folder in ("a", "b"):
        Path(folder).mkdir()
        text = ARTICLE.replace("Kervanec", f"Ker{folder}nec")
        Path(folder, "x.txt").write_text(text, encoding="utf-8")
    assert translate("a/x.txt", "b/x.txt").exit_code == 0
    pages = [path.read_text(encoding="utf-8") for path in Path("outputs").iterdir()]
    assert len(pages) == 2
    assert {"Keranec" in page for page in pages} == {True, False}


def test_kept_pages_still_count_with_their_findings(translate: Translate) -> None:
    """A second run says and exits what the first did."""
    wanted = ("--fail-on", "warning", "--findings", "f.jsonl")
    assert translate("port.txt", *wanted).exit_code == 3
    first = Path("f.jsonl").read_text(encoding="utf-8")
    result = translate("port.txt", *wanted)
    assert "kept" in result.stderr
    assert result.exit_code == 3
    said = [
        [
            (row["rule"], row["segment"], row["suggestion"])
            for row in map(json.loads, text.splitlines())
        ]
        for text in (first, Path("f.jsonl").read_text(encoding="utf-8"))
    ]
    assert said[0] == said[1]


def test_output_can_be_one_file(translate: Translate) -> None:
    """A .md name is a file for one article; several need a folder; other files are refused."""
    assert translate("port.txt", "-o", "page.md").exit_code == 0
    assert Path("page.md").is_file()
    Path("quai.txt").write_text(ARTICLE, encoding="utf-8")
    assert translate("port.txt", "quai.txt", "-o", "page.md").exit_code == 2
    assert translate("port.txt", "-o", "quai.txt").exit_code == 2


def test_a_page_of_ours_is_no_article(translate: Translate) -> None:
    """Naming it says so, instead of calling it English."""
    translate("port.txt")
    result = translate("outputs/port.md")
    assert result.exit_code == 1
    assert "a page made by visavis" in result.stderr


def test_a_mistyped_command() -> None:
    """A lone word near a command is no missing file."""
    result = CliRunner().invoke(cli, ["docter"])
    assert result.exit_code == 2
    assert "did you mean the command 'doctor'?" in result.stderr


def test_a_page_never_takes_the_place_of_its_source(translate: Translate) -> None:
    """A Markdown article in the output folder is safe, also from --overwrite."""
    Path("quai.md").write_text(ARTICLE, encoding="utf-8")
    result = translate("quai.md", "-o", ".", "--overwrite")
    assert result.exit_code == 1
    assert "its page would take its place" in result.stderr
    assert Path("quai.md").read_text(encoding="utf-8") == ARTICLE


def test_a_strangers_file_is_kept_aside(translate: Translate) -> None:
    """--overwrite keeps what it replaces, whoever wrote it."""
    Path("outputs").mkdir()
    Path("outputs/port.md").write_text("mes notes", encoding="utf-8")
    assert translate("port.txt", "--overwrite").exit_code == 0
    assert _page("outputs/port.edited-1.md") == "mes notes"


def test_a_folder_with_a_findings_file(translate: Translate) -> None:
    """What --findings wrote is no article."""
    translate("port.txt", "--findings", "f.jsonl")
    result = translate(".", "-o", "outputs")
    assert result.exit_code == 0, result.output
    assert "f.jsonl: a list of findings" in result.stderr


def test_findings_never_overwrite_an_article(translate: Translate) -> None:
    """The article stays; an older list of findings in the same folder may be renewed."""
    result = translate("port.txt", "--findings", "port.txt")
    assert result.exit_code == 2
    assert "would overwrite what is read" in result.stderr
    assert Path("port.txt").read_text(encoding="utf-8") == ARTICLE
    assert translate(".", "--findings", "f.jsonl").exit_code == 0
    assert translate(".", "--findings", "f.jsonl").exit_code == 0
