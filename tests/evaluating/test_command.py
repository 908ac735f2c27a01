"""`translate evaluate`, driven by the pseudo engine: what goes where, and exit codes."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.evaluating.sets import NEWS, news, worn, write
from translate.cli.group import cli

Command = Callable[..., Result]


@pytest.fixture
def evaluate(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Command:
    """Return a call of `translate evaluate` in a folder with a set in several forms."""
    monkeypatch.chdir(tmp_path)
    corpus = news()
    write(Path("fr.txt"), corpus.sources)
    write(Path("en.txt"), corpus.references[0])
    write(Path("own.txt"), worn(corpus.references[0], 7))
    write(Path("other.txt"), worn(corpus.references[0], 4))

    def call(*arguments: str) -> Result:
        few = ["--resamples", "20", "--engine", "pseudo"]
        return CliRunner().invoke(cli, ["evaluate", *few, *arguments])

    return call


def test_a_table_is_translated_and_scored(evaluate: Command) -> None:
    """The table on stdout, aligned and without frames; talk on stderr."""
    result = evaluate(str(NEWS), "--limit", "20")
    assert result.exit_code == 0, result.output
    lines = result.stdout.splitlines()
    assert lines[0].split() == ["embedded", "reference"]
    assert any(line.startswith("BLEU ") for line in lines)
    assert "news.tsv, 20 sentences, 1 reference, sha256:" in result.stdout
    assert "whole pipeline, engine:pseudo" in result.stdout
    assert "│" not in result.stdout
    assert "translated in" in result.stderr
    widths = {len(line) for line in lines[:4]}
    assert len(widths) == 1


def test_given_text_is_not_translated(evaluate: Command) -> None:
    """Plain files, two references, a baseline: the difference and its p."""
    result = evaluate(
        *("--source", "fr.txt", "--reference", "en.txt", "--reference", "other.txt"),
        *("--hypothesis", "own.txt", "--baseline", "other.txt"),
    )
    assert result.exit_code == 0, result.output
    assert "baseline other.txt" in result.stdout
    assert "(p " in result.stdout
    assert "2 references" in result.stdout
    assert "given text" in result.stdout
    assert "translated in" not in result.stderr


def test_the_bare_decode_says_so(evaluate: Command) -> None:
    """--plain, and --baseline-plain beside the pipeline: terms make the difference."""
    assert "bare decode" in evaluate(str(NEWS), "--limit", "5", "--plain").stdout
    result = evaluate(str(NEWS), "--limit", "20", "--baseline-plain", "--json", "-")
    own, bare = json.loads(result.stdout)["systems"]
    assert (own["how"], bare["how"]) == ("whole pipeline", "bare decode")
    assert own["terms"]["used"] > bare["terms"]["used"]


def test_another_model_is_a_baseline(evaluate: Command, embedded: Path) -> None:
    """--baseline-model takes what --model takes."""
    result = evaluate(str(NEWS), "--limit", "3", "--baseline-model", str(embedded))
    assert result.exit_code == 0, result.output
    assert f"baseline {embedded}" in result.stdout


def test_the_hypothesis_column_is_scored(evaluate: Command) -> None:
    """A third column is the system's English."""
    rows = ["fr\ten\tmt"]
    columns = (news().sources, news().references[0], worn(news().references[0], 7))
    rows += ["\t".join(row) for row in zip(*columns, strict=True)]
    write(Path("three.tsv"), tuple(rows))
    column = json.loads(evaluate("three.tsv", "--json", "-").stdout)
    lines = evaluate(
        *("--source", "fr.txt", "--reference", "en.txt"),
        *("--hypothesis", "own.txt", "--json", "-"),
    )
    assert column["systems"][0]["scores"] == json.loads(lines.stdout)["systems"][0]["scores"]


def test_files_are_written_and_named(evaluate: Command) -> None:
    """JSON and page to files, the table still on stdout; a second run gives the same files."""
    arguments = (
        str(NEWS),
        "--limit",
        "9",
        "--json",
        "a.json",
        "--report",
        "a.html",
        "--worst",
        "2",
    )
    result = evaluate(*arguments)
    first = Path("a.json").read_bytes(), Path("a.html").read_bytes()
    assert "BLEU" in result.stdout
    assert "written a.html" in result.stderr
    assert first[1].count(b"<article>") == 2
    evaluate(*arguments)
    assert (Path("a.json").read_bytes(), Path("a.html").read_bytes()) == first


def test_what_was_scored_can_be_kept_and_compared(evaluate: Command) -> None:
    """--save writes the English, which as a baseline has the same scores."""
    evaluate(str(NEWS), "--plain", "--save", "bare.txt")
    assert Path("bare.txt").read_text(encoding="utf-8").splitlines() == list(news().sources)
    result = evaluate(str(NEWS), "--plain", "--baseline", "bare.txt", "--json", "-")
    own, saved = json.loads(result.stdout)["systems"]
    assert own["sentence_chrf"] == saved["sentence_chrf"]


def test_chrf_with_words(evaluate: Command) -> None:
    """--chrf++ is chrF2++ in the table and the signature."""
    result = evaluate(str(NEWS), "--limit", "5", "--chrf++")
    assert "chrF2++" in result.stdout
    assert "nw:2" in result.stdout


def test_counts_that_differ_fail_before_anything_is_translated(evaluate: Command) -> None:
    """Exit code 1, both files, the line; also for a baseline and with --limit."""
    lines = Path("en.txt").read_text(encoding="utf-8").splitlines()
    write(Path("short.txt"), tuple(lines[:11] + lines[12:]))
    for arguments in (
        ("--source", "fr.txt", "--reference", "short.txt"),
        (str(NEWS), "--baseline", "short.txt", "--limit", "3"),
    ):
        result = evaluate(*arguments)
        assert result.exit_code == 1
        assert "short.txt has 59 lines" in result.stderr
        place = re.search(r"about line (\d+):", result.stderr)
        assert place is not None
        assert abs(int(place[1]) - 12) <= 2
        assert "translated" not in result.stderr


@pytest.mark.parametrize(
    ("arguments", "part"),
    [
        ((), "give DATA, or both --source and --reference"),
        (("--source", "fr.txt"), "both --source and --reference"),
        (("x.tsv", "--source", "fr.txt", "--reference", "en.txt"), "not both"),
        (("x.tsv", "--baseline", "a", "--baseline-plain"), "exclude each other"),
        (("x.tsv", "--hypothesis", "a", "--plain"), "nothing is translated"),
        (("x.tsv", "--seed", "0"), "--seed"),
        (("x.tsv", "--engine", "psuedo", "--hypothesis", "own.txt"), "x.tsv cannot be read"),
    ],
)
def test_wrong_usage(evaluate: Command, arguments: tuple[str, ...], part: str) -> None:
    """Exit code 2 (1 for a file that is not there), and what is wrong."""
    result = evaluate(*arguments)
    assert result.exit_code == (1 if "cannot be read" in part else 2)
    assert part in result.stderr


def test_a_page_that_cannot_be_written(evaluate: Command) -> None:
    """Exit code 1 and the path."""
    Path("folder").mkdir(mode=0o777)
    Path("file").write_text("", encoding="utf-8")
    result = evaluate(str(NEWS), "--limit", "2", "--report", "file/a.html")
    assert result.exit_code == 1
    assert "file/a.html cannot be written" in result.stderr


def test_results_never_overwrite_the_data(evaluate: Command) -> None:
    """Sources, references and given English are what cannot be made again."""
    sets = ("--source", "fr.txt", "--reference", "en.txt", "--hypothesis", "own.txt")
    before = Path("en.txt").read_bytes()
    for option in ("--save", "--report", "--json"):
        result = evaluate(*sets, option, "en.txt")
        assert result.exit_code == 2
        assert f"{option} en.txt would overwrite" in result.stderr
    assert Path("en.txt").read_bytes() == before
