"""The gate: verdicts, floors that only rise, reasons, and the file's own history in git."""

from __future__ import annotations

import datetime as dt
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from bench import floors as book
from bench import gate
from bench.dev_sets import dev_sets, sampled
from bench.figures import DataSet, Figures, scored
from bench.floors import Change, Floor, Floors
from bench.own_sets import own_sets
from tests.evaluating.sets import news

DAY = dt.date(2026, 3, 1)
NAME = "own.toy share"


class Toy:
    """A set whose data and figure the tests choose."""

    def __init__(self, value: float = 90.0, content: bytes = b"x", margin: float = 0.0) -> None:
        self.value, self.content, self.margin = value, content, margin

    def figures(self) -> Figures:
        """Return the one figure."""
        return {"share": self.value}

    def found(self) -> gate.Measurement:
        """Measure it."""
        return gate.measure(
            [
                DataSet(
                    name="own.toy",
                    content=lambda: [self.content],
                    measure=self.figures,
                    margin=self.margin,
                )
            ]
        )


def _floors(toy: Toy) -> Floors:
    return gate.raised(toy.found(), Floors(), DAY)


def _verdicts(toy: Toy, floors: Floors) -> list[str]:
    return [line.verdict for line in gate.judge(toy.found(), floors)]


def test_a_figure_is_held_against_its_floor() -> None:
    """At the floor is right, under it is not."""
    floors = _floors(Toy(90.0))
    assert _verdicts(Toy(90.0), floors) == [gate.OK]
    assert _verdicts(Toy(89.99), floors) == [gate.BELOW]
    assert _verdicts(Toy(90.0), Floors()) == [gate.NEW]


def test_other_data_are_an_error_whatever_the_figure() -> None:
    """A higher figure on other data is no success, and --raise does not take it."""
    floors = _floors(Toy(90.0))
    other = Toy(95.0, content=b"y")
    assert _verdicts(other, floors) == [gate.CHANGED]
    assert gate.raised(other.found(), floors, DAY) == floors


def test_a_figure_that_is_gone_is_an_error() -> None:
    """Not measuring is no way round a floor."""
    floors = _floors(Toy())
    more = replace(floors, floors={**floors.floors, "own.toy other": floors.floors[NAME]})
    assert _verdicts(Toy(), more) == [gate.GONE, gate.OK]


@given(some.floats(0, 100), some.floats(0, 100), some.sampled_from([0.0, 0.5, 3.0]))
def test_raising_never_lowers(before: float, after: float, margin: float) -> None:
    """Whatever is measured next; and what was just measured passes its own new floor."""
    floors = _floors(Toy(before, margin=margin))
    later = gate.raised(Toy(after, margin=margin).found(), floors, DAY)
    assert later.floors[NAME].floor >= floors.floors[NAME].floor
    assert not list(book.unexplained(floors, later))
    assert _verdicts(Toy(before, margin=margin), floors) == [gate.OK]


def test_lowering_leaves_its_reason() -> None:
    """The floor falls, the history says from where to where and why."""
    floors = _floors(Toy(90.0))
    lower = gate.reset(Toy(80.0).found(), floors, [NAME], "fewer names", DAY)
    assert lower.floors[NAME].floor == 80.0
    assert lower.history == (
        Change(figure=NAME, date=DAY, before=90.0, after=80.0, because="fewer names"),
    )
    assert not list(book.unexplained(floors, lower))


def test_what_falls_without_reason_is_found() -> None:
    """Lower, gone, other data, an old reason used again, a rewritten history."""
    floors = gate.reset(Toy(90.0).found(), _floors(Toy(91.0)), [NAME], "once", DAY)
    floor = floors.floors[NAME]
    for changed, part in (
        ({NAME: replace(floor, floor=89.0)}, "fell from 90.0 to 89.0"),
        ({}, "is gone"),
        ({NAME: replace(floor, data="y")}, "data changed"),
    ):
        (fault,) = book.unexplained(floors, replace(floors, floors=changed))
        assert part in fault
    (fault,) = book.unexplained(floors, replace(floors, history=()))
    assert "rewritten" in fault


@given(
    some.dictionaries(
        some.text(min_size=1, max_size=12),
        some.builds(
            Floor,
            floor=some.floats(0, 100),
            measured=some.floats(0, 100),
            date=some.dates(),
            data=some.just("ab12"),
        ),
        max_size=4,
    ),
    some.text(max_size=40),
)
def test_the_file_says_what_was_put_in(floors: dict[str, Floor], because: str) -> None:
    """Any name and reason survive writing and reading."""
    change = Change(figure="x y", date=DAY, before=2.0, after=1.5, because=because)
    made = Floors(floors=floors, history=(change,))
    assert book.parse(book.dump(made)) == made


def test_a_broken_file_says_so() -> None:
    """A value that is missing is named."""
    with pytest.raises(ValueError, match=r"floors\.toml.*measured"):
        book.parse('[floors."a b"]\nfloor = 1.0\ndate = 2026-01-01\ndata = ""\n')


def test_no_floor_of_ours_fell_in_silence() -> None:
    """The file as it stands, against every committed version of it."""
    now = book.parse(book.FILE.read_text(encoding="utf-8"))
    assert now.floors
    assert gate.compare(now) == []


def test_git_is_the_witness(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a repository with a higher floor two commits ago, a lower one is found."""

    def git(*arguments: str) -> None:
        who = ["-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
        subprocess.run(["git", "-C", str(tmp_path), *who, *arguments], check=True)

    file = tmp_path / "floors.toml"
    git("init", "-q")
    for value in (90.0, 85.0):
        file.write_text(book.dump(_floors(Toy(value))), encoding="utf-8")
        git("add", "floors.toml")
        git("commit", "-qm", f"floor {value}")
    found = book.versions(file)
    assert len(found) == 2
    monkeypatch.setattr(book, "versions", lambda: found)
    (fault,) = gate.compare(_floors(Toy(85.0)))
    assert f"since {found[1][0]}: {NAME}: its floor fell from 90.0 to 85.0" == fault


def test_every_set_of_ours_is_there_and_has_floors() -> None:
    """None is absent, each has a floor, and the file has no floor of an unknown set."""
    floors = book.parse(book.FILE.read_text(encoding="utf-8")).floors
    held = {gate.set_of(name) for name in floors}
    own = {one.name for one in own_sets()}
    assert all(one.fingerprint() for one in own_sets())
    assert own <= held
    assert held <= own | {one.name for one in dev_sets(Path("absent"))}


def test_absent_sets_are_listed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Sets whose folder is not there are named, one by one, and are not measured."""
    found = gate.measure(dev_sets(tmp_path))
    shown = capsys.readouterr().out
    assert not found.values
    assert shown.count("absent") == len(dev_sets(tmp_path)) > 5


@pytest.mark.parametrize(
    ("arguments", "part"),
    [
        (["--lower", "own.news chrF"], "want a reason"),
        (["--lower", "own.news chrF", "--because", " "], "want a reason"),
        (["--lower", "own.news chrf", "--because", "x"], "no floor 'own.news chrf'"),
        (["--renew", "own.new", "--because", "x"], "no floors of a set"),
        (["--eval", "/nowhere/at/all"], "is no folder"),
        (["--raise", "--lower", "own.news chrF"], "not allowed with"),
    ],
)
def test_wrong_usage(arguments: list[str], part: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit code 2 and what is wrong; nothing is measured or written."""
    with pytest.raises(SystemExit) as caught:
        gate.main(arguments)
    assert caught.value.code == 2
    assert part in capsys.readouterr().err


def test_a_run_tells_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """From a first floor to a fall, a reason, and a rise, through the command."""
    toy = Toy(90.0)
    monkeypatch.setattr(book, "FILE", tmp_path / "floors.toml")
    monkeypatch.setattr(book, "versions", list)
    monkeypatch.setattr(gate, "_sets", lambda _options: [_as_set(toy)])
    assert gate.main([]) == 1
    assert "set it with --raise" in capsys.readouterr().out
    assert gate.main(["--raise"]) == 0
    toy.value = 80.0
    assert gate.main(["--raise"]) == 1
    assert 'accept it with --lower "SET FIGURE"' in capsys.readouterr().out
    assert gate.main(["--lower", NAME, "--because", "a rule went"]) == 0
    toy.content, toy.value = b"more cases", 85.0
    assert gate.main([]) == 1
    assert "its floors do not apply" in capsys.readouterr().out
    assert gate.main(["--renew", "own.toy", "--because", "ten more cases"]) == 0
    floors = book.parse(book.FILE.read_text(encoding="utf-8"))
    assert floors.floors[NAME].floor == 85.0
    assert [change.because for change in floors.history] == ["a rule went", "ten more cases"]


def _as_set(toy: Toy) -> DataSet:
    return DataSet(name="own.toy", content=lambda: [toy.content], measure=toy.figures)


def test_a_sample_is_spread_evenly() -> None:
    """The same sentences each time, from the first to near the last."""
    corpus = news()
    part = sampled(corpus, 20)
    assert part.sources == corpus.sources[::3]
    assert part.references[0] == corpus.references[0][::3]
    assert sampled(corpus, 100) == corpus


def test_a_scorers_last_line_is_taken(tmp_path: Path) -> None:
    """JSON after a table, or JSON alone over several lines."""
    script = tmp_path / "score.py"
    script.write_text(
        "import sys, json\n"
        "rows = [json.loads(line) for line in open(sys.argv[2])]\n"
        "if sys.argv[1] == 'table': print('a table\\n')\n"
        "print(json.dumps({'n': len(rows)}, indent=None if sys.argv[1] == 'table' else 1))\n",
        encoding="utf-8",
    )
    for how in ("table", "alone"):
        assert scored(script, how, "{}", answers=[{"id": 1}, {"id": 2}]) == {"n": 2}


def test_continuous_integration_runs_the_gate() -> None:
    """`make gate` stands in .ci/run, and make knows it."""
    root = book.FILE.parents[1]
    assert "\nmake gate\n" in (root / ".ci" / "run").read_text(encoding="utf-8")
    assert "bench/gate.py" in (root / "Makefile").read_text(encoding="utf-8")
