"""Names inside longer names: "Ligue" in "Ligue des champions", "Rome" in "rue de Rome".

The glossary need not know the longer name. It shows by capitals, by the lower-case words with
which French continues a name ("des champions", "diplomatique") and by the kind of place or event
that a name is given to. An entry whose English says no more than its French mostly fits in the
English of the longer name; one that says more ("Rome", "Italian government") never does.
"""

from __future__ import annotations

from glossary.folding import key
from glossary.lexicon import french
from glossary.place import BLANKS, Place, acronym, capital, courtesy, starts_sentence
from glossary.values import Entry, Kind

_OF = frozenset({"de", "d", "du", "des"})
_TAIL = _OF | {"aux", "au", "pour", "sans"}
_ARTICLES = frozenset({"la", "l", "les", "le"})
_QUARTERS = frozenset({"Nord", "Sud"})
#: What a name is given to, in French, and its English: an entry that has it means the thing.
_FEATURES = {
    "lac": "lake",
    "fleuve": "river",
    "rivière": "river",
    "mont": "mount",
    "volcan": "volcano",
    "cap": "cape",
    "cyclone": "cyclone",
    "ouragan": "hurricane",
    "tempête": "storm",
    "typhon": "typhoon",
}
_INFINITIVES = ("er", "ir", "oir", "dre", "tre", "ire", "vre")
_RELATIONAL = (
    "ien",
    "ienne",
    "iens",
    "iennes",
    "ais",
    "aise",
    "aises",
    "ois",
    "oise",
    "oises",
    "ain",
    "aine",
    "ains",
    "aines",
    "éen",
    "éenne",
    "éens",
    "éennes",
)


def says_more(entry: Entry) -> bool:
    """Whether the English has more words than the French."""
    return len(entry.en.split()) > len(entry.fr.split())


def in_longer_name(place: Place, entry: Entry) -> bool:
    """Whether a name of the glossary stands inside a longer name that it is not part of."""
    before, after = place.before(), place.after()
    if entry.kind is Kind.TITLE or acronym(place.tokens.raw(place.last)):
        return False
    if entry.kind is not Kind.PERSON and courtesy(before):
        return True
    if _named_before(place, entry, before) or _named_after(place, entry, after):
        return True
    if entry.kind is Kind.PERSON or key(entry.fr) == key(entry.en):
        return False
    return _named_of(place, entry) or _continued(place, entry, after)


def in_tail_of_name(place: Place, entry: Entry) -> bool:
    """Whether a common noun ends the name of an institution: "Cour des comptes"."""
    if entry.kind is not Kind.TERM or place.last > place.first:
        return False
    back = 2 if place.before().lower() in _ARTICLES else 1
    if place.before(back).lower() not in _TAIL:
        return False
    head = place.before(back + 1)
    if french("name_adjectives", head):
        back += 1
        head = place.before(back + 1)
    return (
        capital(head)
        and french("institutions", head)
        and not starts_sentence(place.tokens, place.first - back - 1)
    )


def _named_before(place: Place, entry: Entry, before: str) -> bool:
    """A capital before and no function word: "York" in "New York", "Nice" in "Claire Nice"."""
    if place.last > place.first or not capital(before):
        return False
    if acronym(before):
        return entry.kind is Kind.PLACE
    if place.tokens.gap(place.first).strip(BLANKS):
        return False
    if french("openers", before) or french("determiners", before):
        return False
    opens = starts_sentence(place.tokens, place.first - 1)
    if opens and before.endswith("ant"):
        return False
    return entry.kind in {Kind.PLACE, Kind.PERSON} or not opens


def _named_after(place: Place, entry: Entry, after: str) -> bool:
    """A capital after: "Nice" in "Nice Matin". A person's full name may follow a place."""
    if not capital(after) or acronym(after) or entry.fr == entry.en:
        return False
    if entry.kind is Kind.PERSON:
        return True
    if entry.kind is Kind.PLACE:
        articled = french("masculine_articles", place.before())
        return articled or not capital(place.after(2))
    return place.last == place.first


def _named_of(place: Place, entry: Entry) -> bool:
    """After what bears a name: "Stade de Nice", "rue de Rome", "traité de Rome"."""
    back = 2 if place.before().lower() in _ARTICLES else 1
    joined = place.before(back).lower() in _OF
    head = place.before(back + 1) if joined else place.before()
    if joined and french("streets", head):
        return place.after() not in {"dans", "sur", "au", "parmi"}
    if not says_more(entry):
        return False
    if french("streets", head):
        return True
    if not joined and head in _FEATURES:
        return _FEATURES[head] not in entry.en.lower().split()
    if joined and entry.kind is Kind.ORGANISATION and french("named", head):
        return True
    return (
        joined
        and back == 1
        and capital(head)
        and not starts_sentence(place.tokens, place.first - back - 1)
    )


def _continued(place: Place, entry: Entry, after: str) -> bool:
    """Whether small letters continue the name: "Le Monde diplomatique", "Ligue des nations"."""
    organisation = entry.kind is Kind.ORGANISATION
    if entry.kind is Kind.PLACE and after in _OF and capital(place.after(2)):
        # "Saint-Denis de La Réunion", "Géorgie du Sud"
        return place.tokens.keys[place.first].startswith("saint") or place.after(2) in _QUARTERS
    if french("name_adjectives", after):
        return organisation or says_more(entry)
    if says_more(entry) and after.islower() and after.endswith(_RELATIONAL):
        return True
    if after == "pour" and says_more(entry) and place.after(2).lower() in _ARTICLES:
        return capital(place.after(3))
    if not organisation or after not in _OF:
        return False
    head = 1 if french("links", place.tokens.raw(place.first)) and place.last > place.first else 0
    if not french("institutions", place.tokens.raw(place.first + head)):
        return False
    return _names_on(place, entry, after)


def _names_on(place: Place, entry: Entry, of: str) -> bool:
    """Whether the words after "de" belong to the name of an institution."""
    ahead = 3 if place.after(2).lower() in _ARTICLES else 2
    word = place.after(ahead)
    if capital(word):
        return says_more(entry) and not capital(place.after(ahead + 1))
    # "l'annulation par le Conseil de votes douteux", "demander au Conseil de trancher"
    bare = of in {"de", "d"} and ahead == 2
    if bare and word.endswith((*_INFINITIVES, "s", "x")):
        return False
    return word.isalpha() and not french("no_names", word)
