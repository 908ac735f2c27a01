"""Files that cannot be used, and what the user is told."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest

from translate.errors import InputError
from translate.reading import MAX_BYTES, read_bytes, read_path

FRENCH = "Le conseil municipal a voté hier soir la fermeture de la piscine pour deux mois."
ENGLISH = "The town council voted last night to close the swimming pool for two months, it said."
SPANISH = "El ayuntamiento ha decidido que la piscina se cierra durante dos meses por las obras."
RUSSIAN = "Городской совет вчера вечером проголосовал за закрытие бассейна на два месяца."


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b" \n\t\r\n ", "empty"),
        (b"\xef\xbb\xbf  \n", "no letters"),
        ("« » … — 12 345 !\n".encode(), "no letters"),
        (b"GIF89a\x00\x01\x02\x00\x00", "binary"),
        (b"\x01\x02\x03\x04\x05\x06\x07\x08 texte", "binary"),
        (b"\xff\xfea\x00b", "not valid UTF-16"),
        (("mot " * 260_000).encode(), "characters; no article"),
        (ENGLISH.encode(), "looks like English"),
        (SPANISH.encode(), "looks like Spanish"),
        (RUSSIAN.encode(), "Cyrillic"),
    ],
)
def test_refused(data: bytes, words: str) -> None:
    """The message names the file and says what is wrong."""
    with pytest.raises(InputError, match=words) as caught:
        read_bytes(data, name="depeche.txt")
    assert "depeche.txt" in str(caught.value)


def test_any_language_goes_on() -> None:
    """A text in another language is read when asked for, with a note and its language."""
    (article,) = read_bytes(ENGLISH.encode(), name="a.txt", any_language=True)
    assert article.lang == "en"
    assert any("English" in note for note in article.notes)


def test_french_is_recognised_whatever_it_quotes() -> None:
    """A long English quotation does not make an article English."""
    text = f"{FRENCH} Le maire a cité un proverbe : « {ENGLISH} » Les usagers en rient encore."
    assert read_bytes(text.encode(), name="a.txt")[0].lang == "fr"


@pytest.mark.parametrize("text", ["Paris", "Bonjour à tous", "PISCINE FERMÉE", "Non."])
def test_short_texts_get_the_benefit_of_the_doubt(text: str) -> None:
    """A few words prove no other language."""
    assert read_bytes(text.encode(), name="a.txt")[0].text == text


def test_missing_directory_and_size(tmp_path: Path) -> None:
    """Paths that are no readable file of a sensible size are refused by name."""
    with pytest.raises(InputError, match="no such file"):
        read_path(tmp_path / "absent.txt")
    with pytest.raises(InputError, match="directory"):
        read_path(tmp_path)
    large = tmp_path / "large.txt"
    with large.open("wb") as stream:
        stream.truncate(MAX_BYTES + 1)
    with pytest.raises(InputError, match="64 MB"):
        read_path(large)


@pytest.mark.parametrize("suffix", [".pdf", ".doc", ".odt", ".png"])
def test_other_formats_are_named(suffix: str) -> None:
    """A format that is not read is refused with the ones that are."""
    with pytest.raises(InputError, match=re.escape(".docx")):
        read_bytes(FRENCH.encode(), name=f"a{suffix}")


def test_a_foreign_article_is_left_out_alone() -> None:
    """The French articles of a mixed file are read; a note names what was left out and why."""
    lines = "\n".join(f'{{"text": "{text}"}}' for text in (ENGLISH, FRENCH, SPANISH))
    (article,) = read_bytes(lines.encode(), name="a.jsonl")
    assert (article.source, article.text) == ("a.jsonl#2", FRENCH)
    assert article.notes == (
        "left out: a.jsonl: not French; it looks like English.",
        "left out: a.jsonl#3: not French; it looks like Spanish.",
    )


def test_all_articles_of_a_mixed_file_on_request() -> None:
    """Any language allowed, nothing is left out."""
    lines = "\n".join(f'{{"text": "{text}"}}' for text in (ENGLISH, FRENCH))
    articles = read_bytes(lines.encode(), name="a.jsonl", any_language=True)
    assert [article.lang for article in articles] == ["en", "fr"]


def test_digest_covers_the_sidecar(tmp_path: Path) -> None:
    """A changed sidecar makes another article of the same text; a comment in it does not."""
    path = tmp_path / "a.txt"
    path.write_text(FRENCH, encoding="utf-8")
    alone = read_path(path)[0].digest
    assert alone == hashlib.sha256(FRENCH.encode()).hexdigest()
    seen = [alone]
    for sidecar in ("date: 2024-03-02\n", "date: 2024-03-03\n", "# vu\ndate: 2024-03-03\n"):
        (tmp_path / "a.yml").write_text(sidecar, encoding="utf-8")
        seen.append(read_path(path)[0].digest)
    assert len(set(seen)) == 3
    assert seen[2] == seen[3]
