"""Every rule, with its level and one line of explanation."""

from __future__ import annotations

from glossary.lint import conflicts, duplicates, forbidden, layers, people, reach, text
from glossary.lint.values import Level, Rule

_E, _W, _I = Level.ERROR, Level.WARNING, Level.INFO

_TABLE = (
    ("refused", _E, "the file or a cell is refused on loading", layers.refused),
    ("duplicate-id", _E, "one id on two lines of a file", duplicates.duplicate_id),
    ("conflict", _E, "same French, different English", conflicts.conflicting_english),
    ("wanted-forbidden", _E, "one English both wanted and forbidden for the same French",
     conflicts.wanted_and_forbidden),
    ("forbidden-is-wanted", _E, "forbidden English that counts as the wanted",
     forbidden.forbidden_is_wanted),
    ("cycle", _W, "English of one entry is French of another, and back", conflicts.cycle),
    ("inflected-conflict", _W, "an inflected form is another entry's French",
     conflicts.inflected_conflict),
    ("proposal-conflict", _W, "a proposal that would contradict another entry",
     conflicts.conflicting_proposal),
    ("duplicate-entry", _W, "same French, English and kind, written otherwise",
     duplicates.duplicate_entry),
    ("duplicate-form", _W, "a form that another entry already has", duplicates.duplicate_form),
    ("unmatchable", _W, "not found even in its own French", reach.unmatchable),
    ("function-word", _W, "a word of grammar, found in most sentences", reach.function_word),
    ("ambiguous-surname", _W, "people of one surname without cues or dates",
     people.ambiguous_surname),
    ("overlapping-office", _W, "two people in one office at one time", people.overlapping_office),
    ("missing-gender", _W, "a person without gender", people.missing_gender),
    ("one-word-person", _W, "a person of one word", people.one_word_person),
    ("own-name-cue", _W, "a cue that is the person's own name", people.own_name_cue),
    ("punctuation", _W, "a sign at an end, or half a pair", text.punctuation),
    ("invisible", _W, "characters that cannot be seen", text.invisible),
    ("mixed-scripts", _W, "letters that only look Latin", text.mixed_scripts),
    ("untranslated", _W, "English that is still French", text.untranslated),
    ("swapped", _W, "French and English in each other's column", text.swapped),
    ("wanted-elsewhere", _I, "English forbidden here and wanted by other French",
     conflicts.wanted_elsewhere),
    ("crossed-forbidding", _I, "two entries want what the other forbids",
     conflicts.crossed_forbidding),
    ("forbidden-in-wanted", _I, "forbidden English that is a part of the wanted",
     forbidden.forbidden_in_wanted),
    ("blanks", _I, "blanks too many in a cell", text.blanks),
    ("redundant-form", _I, "a form that is the entry itself", duplicates.redundant_form),
    ("expired", _I, "not valid for more than ten years", reach.expired),
    ("unused", _I, "occurs nowhere in the corpus", reach.unused),
    ("shadowed", _I, "occurs in the corpus only inside longer entries", reach.shadowed),
    ("override", _I, "takes the place of an entry of an earlier file", layers.overrides),
)  # fmt: skip

RULES: tuple[Rule, ...] = tuple(
    Rule(name=name, level=level, summary=summary, find=find)
    for name, level, summary, find in _TABLE
)
