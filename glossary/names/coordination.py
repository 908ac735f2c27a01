"""Names that share a surname: "Anton et Karl Tammsaar" names Anton Tammsaar too."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from glossary.names.folding import Token
from glossary.names.forms import called_by
from glossary.names.lexicon import lexicon
from glossary.names.people import Profile
from glossary.names.spans import Found, linked


def coordinated(
    profiles: Sequence[Profile], founds: Iterable[Found], sentences: Sequence[Sequence[Token]]
) -> list[Profile]:
    """Return profiles of those whose given name alone stands before "et" and a full name."""
    taken = {form.words for profile in profiles for form in profile.forms}
    new: dict[tuple[str, ...], Profile] = {}
    for found in founds:
        tokens, at = sentences[found.sentence], found.first - 2
        if len(found.fits) != 1 or len(found.words) < 2 or found.courtesy or at < 0:
            continue
        form = profiles[next(iter(found.fits))].forms[0]
        lonely = tokens[at].cap and not (linked(tokens, at) and at > 0 and tokens[at - 1].cap)
        gender = lexicon().first_names.get(tokens[at].fold)
        if not lonely or gender is None or tokens[at + 1].fold != "et" or form.given[:1] != (0,):
            continue
        own = called_by(form, tokens[at].fold)
        if form.words == found.words and own.words not in taken:
            name = f"{tokens[at].text} {form.display_surname}"
            profile = Profile(name_fr=name, name_en=name, gender="", forms=(own,))
            new.setdefault(own.words, profile)
    return list(new.values())
