"""What tags, classes, ids and ARIA roles of news pages say about the text in them."""

from __future__ import annotations

import re
from enum import IntEnum

from translate.reading.units import Role

_TOKEN = re.compile(r"[a-z]+")
#: ARIA roles and tags that are never the article.
_BOILERPLATE_TAGS = {
    "nav": "site navigation", "footer": "site footer", "button": "button", "form": "form", "dialog": "dialog",
    "select": "form", "textarea": "form", "fieldset": "form", "menu": "site navigation",
}  # fmt: skip
_ARIA = {
    "navigation": "site navigation", "banner": "site header", "contentinfo": "site footer", "dialog": "dialog",
    "alertdialog": "dialog", "search": "search", "menu": "site navigation", "menubar": "site navigation",
    "complementary": "beside the article", "button": "button",
}  # fmt: skip
#: Parts of class names and ids, by what they mark. Checked in this order.
_BOILERPLATE_WORDS = {
    "comments": "comment comments commentaire commentaires reaction reactions disqus",
    "sharing links": "share shares sharing partage partager social socials reseaux addthis sharebar",
    "related articles": "related lies similaires associes recommande recommandes recommandations recommended "
    "connexes outbrain taboola popular lus suggestions readmore aussi lireaussi",
    "cookie notice": "cookie cookies consent rgpd gdpr cmp",
    "subscription offer": "newsletter newsletters abo abonnement abonnements subscribe subscription paywall "
    "abonnez infolettre premium piano",
    "advertising": "pub publicite ad ads advert advertisement sponsor sponsored dfp taboola",
    "breadcrumb": "breadcrumb breadcrumbs ariane fil filariane",
    "site navigation": "menu nav navbar navigation skip skiplink toolbar sidebar pagination pager logo burger",
    "site footer": "footer pied colophon copyright",
    "keywords": "tags tag keywords motscles thematiques",
}
_ROLE_WORDS = {
    Role.CAPTION: "caption legende figcaption",
    Role.CREDIT: "credit credits copyright photographe",
    Role.STANDFIRST: "chapo chapeau standfirst lead lede intro introduction excerpt subtitle soustitre abstract",
    Role.HEADING: "surtitre kicker overline intertitre",
    Role.BYLINE: "byline author authors auteur auteurs signature",
    Role.DATE: "date dates published pubdate dateline horodatage",
}
_BOILERPLATE_OF = {
    word: reason for reason, words in _BOILERPLATE_WORDS.items() for word in words.split()
}
_ROLE_OF = {word: role for role, words in _ROLE_WORDS.items() for word in words.split()}
_TAG_ROLES = {
    "li": Role.LIST_ITEM, "dt": Role.LIST_ITEM, "dd": Role.LIST_ITEM, "blockquote": Role.QUOTE,
    "figcaption": Role.CAPTION, "caption": Role.CAPTION, "tr": Role.NONE,
}  # fmt: skip
#: Elements around the whole page or the article, whose class names say nothing about their text.
_WIDE = frozenset({"html", "body", "main", "article"})
_LOCKED = frozenset({Role.BOILERPLATE})
_SINGLE_WORDS = frozenset(
    {"ad", "pub", "fil", "nav", "abo", "lead", "date", "tag", "lus", "aussi", "intro", "copyright"}
)


class Trust(IntEnum):
    """How far the class names of a page are believed."""

    NONE = 0
    WHOLE_NAMES = 1
    PARTS = 2


def zone_of(
    tag: str, values: dict[str, str], around: Role, trust: Trust = Trust.PARTS
) -> tuple[Role, str, int]:
    """Return the role an element gives to its text, with a reason and a heading level.

    An empty role leaves what the elements around it say. Inside boilerplate all is boilerplate.
    """
    if around in _LOCKED or tag in _WIDE:
        return Role.NONE, "", 0
    reason = _BOILERPLATE_TAGS.get(tag) or _ARIA.get(values.get("role", "").lower(), "")
    if reason:
        return Role.BOILERPLATE, reason, 0
    level = int(tag[1]) if len(tag) == 2 and tag[0] == "h" and tag[1] in "123456" else 0
    if level:
        return Role.HEADING, "", level
    marked = _marked(values, trust, inside_figure=around is Role.CAPTION)
    if marked is not None:
        return (*marked, 0)
    if tag == "aside":
        return Role.BOILERPLATE, "beside the article", 0
    if around in {Role.NONE, Role.LIST_ITEM, Role.QUOTE} and tag in _TAG_ROLES:
        return _TAG_ROLES[tag], "", 0
    return Role.NONE, "", 0


def _marked(
    values: dict[str, str], trust: Trust, *, inside_figure: bool
) -> tuple[Role, str] | None:
    names = f"{values.get('class', '')} {values.get('id', '')} {values.get('itemprop', '')}"
    if not names.strip() or len(names) > 2000 or trust is Trust.NONE:
        return None
    for name in names.split():
        tokens = _TOKEN.findall(re.sub(r"([a-z])([A-Z])", r"\1 \2", name).lower())
        if trust is Trust.WHOLE_NAMES and len(tokens) > 1:
            continue
        for token in tokens:
            # Short words name too much inside longer names: "lead-form", "date-picker".
            if token in _SINGLE_WORDS and len(tokens) > 2:
                continue
            if token in _ROLE_OF and (inside_figure or token not in _BOILERPLATE_OF):
                return _ROLE_OF[token], ""
            if token in _BOILERPLATE_OF:
                return Role.BOILERPLATE, _BOILERPLATE_OF[token]
    return None
