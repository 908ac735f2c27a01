"""People of the starter glossary in texts that do not speak of them, and in texts that do."""

from __future__ import annotations

import pytest

import glossary
from glossary.names import resolve
from glossary.values import Entry, Kind, PersonMention

PEOPLE = [entry for entry in glossary.starter().entries if entry.kind is Kind.PERSON]
#: Ordinary articles; {title} and {name} take the title and surname of somebody well known.
ORDINARY = (
    ("Une grange a brûlé près de Vesoul.", "{title} {name} a sauvé ses vaches.", "{name} a bu."),
    ("Le lycée a un nouveau proviseur.", "{title} {name} vient de Nantes.", "Il pleuvait."),
    ("L'atelier embauche.", "La patronne et {title} {name} cherchent trois apprentis.", "{name} !"),
)
POLITICAL = (
    ("Zelensky réclame des missiles à ses alliés.", "Zelensky", "volodymyr-zelensky"),
    ("MM. Trump et Poutine se parleront jeudi.", "Poutine", "vladimir-poutine"),
    ("Macron et Merz ont dîné à Berlin.", "Macron", "emmanuel-macron"),
    ("Mme von der Leyen a défendu son budget au Parlement.", "Leyen", "ursula-von-der-leyen"),
)


def identified(mention: PersonMention) -> bool:
    """Whether a mention is given to somebody of the glossary."""
    return any(person.entry is not None for person in mention.people)


def surname(entry: Entry) -> str:
    """Return the part of the name that follows a courtesy title."""
    return resolve([f"{entry.fr} a parlé."], [entry]).people[0].surname


@pytest.mark.parametrize("lines", ORDINARY, ids=[lines[0] for lines in ORDINARY])
def test_a_surname_alone_is_no_identification(lines: tuple[str, ...]) -> None:
    """A neighbour who bears a known surname is not taken for its bearer."""
    wrong = []
    for entry in PEOPLE[::4]:
        title = "Mme" if entry.gender == "f" else "M."
        text = [line.format(title=title, name=surname(entry)) for line in lines]
        wrong += [(entry.fr, m.surface) for m in resolve(text, PEOPLE).mentions if identified(m)]
    assert not wrong


@pytest.mark.parametrize(("text", "name", "who"), POLITICAL, ids=[row[2] for row in POLITICAL])
def test_the_well_known_are_found_in_political_texts(text: str, name: str, who: str) -> None:
    """A head of government called by the surname alone is inferred, and shown as inferred."""
    found = next(m for m in resolve([text], PEOPLE).mentions if name in m.surface)
    assert [person.id for person in found.people] == [who]
    assert found.inferred


def test_evidence_is_short_and_in_plain_words() -> None:
    """At most three phrases, without names of fields or features."""
    text = (
        "Le président Xi Jinping a reçu ses hôtes mercredi.",
        "Lors de ses entretiens avec M. Wang, M. Blinken a évoqué la diplomatie des lignes rouges.",
        "M. Wang a promis à Blinken des relations plus stables.",
    )
    mentions = resolve(text, PEOPLE).mentions
    wang = next(m for m in mentions if m.surface == "M. Wang")
    assert [person.id for person in wang.people] == ["wang-yi"]
    assert wang.evidence[:2] == (
        "named in full nowhere in the article",
        "counterpart of Antony Blinken in diplomacy",
    )
    assert all(len(m.evidence) <= 3 for m in mentions if not m.candidates)
