"""The sentences of an article are matched together."""

from __future__ import annotations

import pytest

from glossary import Matcher, find_in_article, from_rows

WORDS = from_rows([{"fr": "boulanger", "en": "baker"}, {"fr": "cyberattaque", "en": "cyberattack"}])
CASES = (
    # The article writes the word small elsewhere: a raised one is the same noun.
    (("Les sujets sont la pêche, Cyberattaque, le climat.", "La cyberattaque a eu lieu lundi."), 2),
    # Nowhere small: it could be a name.
    (("Les sujets sont la pêche, Cyberattaque, le climat.",), 0),
    # Beside a name or a courtesy title it is a name.
    (("Le boulanger est parti.", "On attend Jeanne Boulanger.", "Puis M. Boulanger parle."), 1),
    (("Le boulanger est parti.", "On a vu Boulanger Fils, une société."), 1),
)


@pytest.mark.parametrize(("texts", "count"), CASES)
def test_raised_nouns(texts: tuple[str, ...], count: int) -> None:
    """Found as often as the article shows that the noun is meant; spans are those of the text."""
    found = find_in_article(Matcher(WORDS), texts)
    assert sum(map(len, found)) == count
    for text, matches in zip(texts, found, strict=True):
        for match in matches:
            assert text[match.start : match.end] == match.surface


def test_a_rare_sense_is_settled_by_one_sentence() -> None:
    """One sentence with a cue settles the others, save those with a cue of another sense."""
    matcher = Matcher(
        from_rows([{"fr": "nourrice", "en": "stash keeper"}, {"fr": "plage", "en": "time slot"}])
    )
    texts = (
        "Chez la nourrice, la police a saisi la drogue.",
        "La plage est longue.",
        "Cette plage horaire est libre.",
        "La nourrice a promené le bébé et les enfants.",
        "La plage a plu.",
    )
    assert [len(found) for found in find_in_article(matcher, texts)] == [1, 1, 1, 0, 1]
    assert [len(matcher.find(text)) for text in texts] == [1, 0, 1, 0, 0]
