"""Which language a text is written in: function words for Latin script, else the script."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

_WORDS = {
    "fr": "le la les un une des du de et est en que qui dans pour pas sur au aux avec ce cette ces se sa son ses par plus ne il elle ils nous vous je mais ou où été sont ont leur leurs comme même après être avoir fait selon à y",
    "en": "the of and to in is that for it was on are as with his they be at this have from or had by but not what all were we when your can said there an which their has been would will its he she who",
    "es": "el la los las un una de del y es en que por para con no se su sus al lo como más pero ha han este esta son fue también muy ya entre cuando hasta desde según años",
    "it": "il lo la gli le un una di del della dei delle e è in che per con non si su al alla come più ma ha hanno questo questa sono anche dal nella degli stato dopo anni ieri",
    "pt": "o a os as um uma de do da dos das e é em que por para com não se no na nos nas como mais mas foi ao são também pelo pela sua seu este esta ontem após",
    "de": "der die das ein eine und ist in den von zu mit sich des auf für nicht im dem es auch als an er hat aus bei nach wird sie dass oder werden einen wurde noch am um",
    "nl": "de het een van en is in dat op te voor met niet zijn die aan er als maar ook bij door om naar uit heeft dit deze wordt werd nog over geen hij zij",
    "ca": "el la els les un una de del dels i és en que per amb no es al als com més però ha aquest aquesta són també entre fins des segons van",
    "ro": "și în de la cu pe nu a fost care din pentru este sunt mai că o un au prin după se această lui sau dar fi",
    "pl": "i w na z do nie się że to jest jak po od za przez dla o są który która był była oraz ale może",
    "sv": "och i att det som en på är av för med till den har inte om ett han men var jag sig från vi så",
    "tr": "ve bir bu da de için ile çok daha olan olarak gibi kadar sonra ama en her değil",
    "eo": "la de kaj en estas al ke ne por kun pri ĝi li ŝi mi oni sed kiel tiu",
    "ht": "nan yo ki pou li ak nou yon mwen pa se ou te sa ap gen",
}  # fmt: skip
LANGUAGE_NAMES = {
    "fr": "French", "en": "English", "es": "Spanish", "it": "Italian", "pt": "Portuguese",
    "de": "German", "nl": "Dutch", "ca": "Catalan", "ro": "Romanian", "pl": "Polish",
    "sv": "Swedish", "tr": "Turkish", "eo": "Esperanto", "ht": "Haitian Creole",
    "ru": "Russian or another language in Cyrillic", "ar": "Arabic", "zh": "Chinese or Japanese",
    "el": "Greek", "he": "Hebrew", "ko": "Korean", "hi": "Hindi", "th": "Thai",
    "ka": "Georgian", "hy": "Armenian",
}  # fmt: skip
_SCRIPTS = {
    "CYRILLIC": "ru", "ARABIC": "ar", "CJK": "zh", "HIRAGANA": "zh", "KATAKANA": "zh", "GREEK": "el",
    "HEBREW": "he", "HANGUL": "ko", "DEVANAGARI": "hi", "THAI": "th", "GEORGIAN": "ka", "ARMENIAN": "hy",
}  # fmt: skip
_TOKEN = re.compile(r"[^\W\d_]+")
_SAMPLE = 60_000
#: Below this many words function words prove little, and the text gets the benefit of the doubt.
_FEW_WORDS = 12


def detect_language(text: str) -> str:
    """Return the ISO 639-1 code of the language a text is in; "" when nothing tells.

    Latin script is decided by the share of function words, each counted by how few of the
    languages share it. The middle of a long text counts too, not the menu at its top only.
    """
    if len(text) > 2 * _SAMPLE:
        middle = len(text) // 2
        text = text[:_SAMPLE] + " " + text[middle : middle + _SAMPLE]
    script = _script(text)
    if script:
        return script
    tokens = _TOKEN.findall(text.lower())
    scores = _scores(tokens)
    best = max(scores, key=lambda code: scores[code])
    if scores["fr"] >= 0.85 * scores[best] and (scores["fr"] > 0 or len(tokens) < _FEW_WORDS):
        return "fr"
    if len(tokens) < _FEW_WORDS:
        return best if scores[best] >= 2.5 * max(scores["fr"], 0.4) else "fr"
    return best if scores[best] > 0.02 * len(tokens) else ""


def _script(text: str) -> str:
    letters = [c for c in text[:_SAMPLE] if c.isalpha()]
    foreign = [c for c in letters if c > "\u036f"]
    if 2 * len(foreign) <= len(letters):
        return ""
    names = Counter(unicodedata.name(c, "").split(" ")[0] for c in foreign[:2000])
    return next((_SCRIPTS[name] for name, _ in names.most_common(3) if name in _SCRIPTS), "")


def _scores(tokens: list[str]) -> dict[str, float]:
    counts = Counter(tokens)
    profiles = {code: set(words.split()) for code, words in _WORDS.items()}
    sharing = Counter(word for profile in profiles.values() for word in profile)
    return {
        code: sum(counts[word] / sharing[word] for word in profile)
        for code, profile in profiles.items()
    }
