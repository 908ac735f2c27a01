"""What a page says of itself is told from news, line by line."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.reading import read_bytes
from translate.reading.structure.site import is_menu, is_site_line, site_score
from translate.values import BlockKind

LINES = Path(__file__).parent / "lines"
SITE = (LINES / "site.txt").read_text(encoding="utf-8").split("\n")[:-1]
NEWS = (LINES / "news.txt").read_text(encoding="utf-8").split("\n")[:-1]


@pytest.mark.parametrize("line", NEWS)
def test_news_is_not_taken_for_the_site(line: str) -> None:
    """Headlines and sentences that share its words are not the page's own."""
    assert not is_site_line(line)


def test_most_lines_of_sites_are_known_without_company() -> None:
    """By vocabulary alone, without rules for whole lines and without neighbours."""
    assert sum(map(is_site_line, SITE)) >= 0.8 * len(SITE)


@given(st.text(max_size=200))
def test_company_only_helps(line: str) -> None:
    """A line that stands alone as the page's own does so all the more among its likes."""
    assert is_site_line(line, near=True) or not is_site_line(line)


@given(st.sampled_from(SITE), st.sampled_from(NEWS))
def test_score_does_not_see_case(site: str, news: str) -> None:
    """Capitals change nothing: buttons are often set in them."""
    assert site_score(site.upper()) == site_score(site.lower())
    assert site_score(news.upper()) == site_score(news.lower())


def test_menu() -> None:
    """A row of section names is a menu; a headline with some of them is none."""
    assert is_menu("Accueil Monde Culture Sports Météo Contact")
    assert not is_menu("La culture et le sport font bon ménage à la mairie")


def test_a_button_does_not_take_its_paragraph_along() -> None:
    """The button behind a last sentence is cut off; the sentences stay text."""
    text = (
        "Le pont des Forges restera fermé jusqu'à l'automne. La mairie attend encore deux devis "
        "pour les piles. Lire l'article\n\nLe bac assurera la traversée, toutes les vingt minutes, "
        "sauf le dimanche. Les cyclistes passent gratuitement.\n"
    )
    (article,) = read_bytes(text.encode(), name="a.txt")
    assert [b.kind for b in article.blocks] == [
        BlockKind.PARAGRAPH,
        BlockKind.BOILERPLATE,
        BlockKind.PARAGRAPH,
    ]


def test_a_counter_of_comments_is_no_comment_section() -> None:
    """A counter ("12 commentaires") under the headline does not swallow what is below it."""
    text = (
        "Le pont des Forges reste fermé\n12 commentaires\n\n"
        "La mairie attend encore deux devis pour les piles du pont. Elle espère rouvrir en mai.\n\n"
        "Le bac assurera la traversée, toutes les vingt minutes, sauf le dimanche après-midi.\n"
    )
    (article,) = read_bytes(text.encode(), name="a.txt")
    assert sum(b.kind is BlockKind.PARAGRAPH for b in article.blocks) == 2


@pytest.mark.parametrize(
    "paragraph",
    [
        "La newsletter du vendredi compte 31 000 abonnés. L'application mobile en a gagné autant.",
        "Les avis de décès et les mots croisés passeront en ligne. Le reste attendra le printemps.",
        "« Abonnez-vous au panier de légumes », répète la trésorière à ceux qui font la queue.",
    ],
)
def test_a_paragraph_about_media_is_text(paragraph: str) -> None:
    """News names newsletters and subscribers too; only a page turns to its reader."""
    text = f"La presse du canton se réinvente\n\n{paragraph}\n\n{paragraph.replace('La ', 'Sa ')}\n"
    (article,) = read_bytes(text.encode(), name="a.txt")
    assert all(b.kind is not BlockKind.BOILERPLATE for b in article.blocks)


def test_page_lines_below_contacts_are_the_page() -> None:
    """Contacts end where the page speaks again; their numbers stay contacts."""
    text = (
        "Le parc ouvre en mai\n\nLe parc des Aulnes ouvrira ses grilles le 4 mai, après deux ans "
        "de travaux. L'entrée sera libre.\n\n"
        "Le kiosque sera repeint cet été.\n\nContact presse\nOdile Varin – 02 00 00 00 17\n"
        "Documents à télécharger\nPlan du parc - PDF - 1,2 Mo\nRestez informé\n"
    )
    (article,) = read_bytes(text.encode(), name="a.txt")
    kinds = [b.kind for b in article.blocks]
    assert kinds[-5:] == [BlockKind.METADATA] * 2 + [BlockKind.BOILERPLATE] * 3


def test_a_partners_message_ends_at_the_next_heading() -> None:
    """What a newsletter's partner says is left out, what follows it is not."""
    text = (
        "# Le port\n\nLe port de Lanvéor a fermé lundi. Il rouvrira en mai.\n\n"
        "Un message de notre partenaire\n\nDes volets neufs avant l'hiver, à moitié prix.\n\n"
        "## La halle\n\nLa halle a brûlé dimanche. Personne n'est blessé.\n"
    )
    (article,) = read_bytes(text.encode(), name="a.md")
    left_out = [b.text for b in article.blocks if b.kind is BlockKind.BOILERPLATE]
    assert [text[:3] for text in left_out] == ["Un ", "Des"]


def test_portraits_of_staff_are_left_out_and_those_of_guests_are_not() -> None:
    """The paper's note on its own journalist is no news; who a guest is matters."""
    text = (
        "Le bac reprend du service\n{name}\n\nLe bac des Forges a repris lundi ses traversées. Il "
        "avait fermé en mai.\n\nUn nouveau câble relie les deux rives du canal. Il mesure 90 "
        "mètres.\n\nLes cyclistes passent gratuitement. Les voitures paient deux euros.\n\n"
        "{name} est {office} depuis 2016.\n"
    )
    found = {}
    for office in ("journaliste à la rubrique régionale", "maîtresse de conférences à Montcombe"):
        source = text.format(name="Odile Varin", office=office)
        (article,) = read_bytes(source.encode(), name="a.txt")
        found[office.split()[0]] = article.blocks[-1].kind
    assert found["journaliste"] is BlockKind.BOILERPLATE
    assert found["maîtresse"] is not BlockKind.BOILERPLATE


def test_an_address_below_a_line_is_no_wrapping() -> None:
    """Small letters of an address or a weekday do not continue the line above."""
    text = (
        "Les dernières nouvelles du canton\nhttps://canton.example/flux\n\n"
        "Le bac des Forges reprend du service\nlun. 18 sept. 2023\nLe bac a repris ses "
        "traversées, après huit mois d'arrêt et deux pannes.\n"
    )
    (article,) = read_bytes(text.encode(), name="a.txt")
    assert "Le bac des Forges reprend du service" in [block.text for block in article.blocks]
