"""The joint SentencePiece model, with the normalisation it applies to raw text."""

from __future__ import annotations

import json
import shutil
import tempfile
import unicodedata
from collections.abc import Iterable
from pathlib import Path

from training.corpora import Pair
from translate.engines.marks import CLOSE, MIDDLE, OPEN

_LETTERS = "aceiounyzsrdtlgkhjwACEIOUNYZSRDTLGKHJW"
_ACCENTS = "\u0300\u0301\u0302\u0303\u0308\u0327\u030c\u030a\u0304\u0306\u0328\u0307\u030b"
#: Characters folded into one, so that raw French needs no preparation.
_FOLDED = {
    "'": "’‘ʼ‛′`´",
    '"': "«»“”„‟″",
    " ": "\u00a0\u202f\u2009\u2007\u2008\u2002\u2003\u2006\u200a\u3000\t",
    "": "\u200b\u200c\u200d\ufeff\u00ad\u2060",
    "–": "—―‒",
    "-": "‑‐−",
    "...": "…",
}


def rules() -> dict[str, str]:
    """Return what is replaced by what: quotes, blanks, dashes, ligatures, full width, accents."""
    found = {char: to for to, chars in _FOLDED.items() for char in chars}
    found |= {char: unicodedata.normalize("NFKC", char) for char in "ﬁﬂﬀﬃﬄ"}
    plain = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
    found |= {wide: found.get(char, char) for wide, char in plain.items()}
    for letter in _LETTERS:
        for accent in _ACCENTS:
            composed = unicodedata.normalize("NFC", letter + accent)
            if len(composed) == 1:
                found[letter + accent] = composed
    return found


def train(rows: Iterable[Pair], folder: Path, *, size: int = 12_000) -> None:
    """Train one model of `size` pieces on both sides of `rows`; write the tokenizer's files.

    Unigram model with byte fallback and split digits, so that every name and figure can be copied;
    the marks of inline terms are pieces of their own. Ids: 0 ``</s>``, 1 ``<unk>``, last ``<pad>``.

    Raises:
        ValueError: when there is too little text for `size` pieces.
    """
    import sentencepiece

    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        text, table = Path(scratch) / "text", Path(scratch) / "rules.tsv"
        with text.open("w", encoding="utf-8") as file:
            file.writelines(f"{side}\n" for row in rows for side in row)
        table.write_text(_as_table(rules()), encoding="utf-8")
        try:
            sentencepiece.SentencePieceTrainer.train(
                input=str(text), model_prefix=f"{scratch}/joint", vocab_size=size,
                model_type="unigram", character_coverage=0.9998, byte_fallback=True,
                split_digits=True, pad_id=-1, bos_id=-1, eos_id=0, unk_id=1,
                user_defined_symbols=[OPEN, MIDDLE, CLOSE], normalization_rule_tsv=str(table),
                input_sentence_size=900_000, shuffle_input_sentence=True, minloglevel=2,
            )  # fmt: skip
        except RuntimeError as error:
            raise ValueError(f"no vocabulary of {size} pieces: {error}") from error
        for name in ("source.spm", "target.spm"):
            shutil.copy(f"{scratch}/joint.model", folder / name)
    pieces = sentencepiece.SentencePieceProcessor(model_file=str(folder / "source.spm"))
    ids = {pieces.id_to_piece(number): number for number in range(pieces.get_piece_size())}
    ids["<pad>"] = len(ids)
    _write(folder / "vocab.json", ids)
    _write(
        folder / "tokenizer_config.json",
        {
            "source_lang": "fr",
            "target_lang": "en",
            "model_max_length": 256,
            "tokenizer_class": "MarianTokenizer",
            "separate_vocabs": False,
        },
    )


def _as_table(found: dict[str, str]) -> str:
    def codes(text: str) -> str:
        return " ".join(f"{ord(char):X}" for char in text)

    return "".join(f"{codes(old)}\t{codes(new)}\n" for old, new in found.items())


def _write(path: Path, value: object) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")
