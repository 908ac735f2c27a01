"""What whole lines of a press file say about themselves.

Each row is (kind, reason shown to the reader, patterns). Patterns are regular expressions for a
whole line in the folded form of `features.fold` (small letters, no accents, plain apostrophes),
bullets and brackets around it stripped. The first row that matches wins. Add the general form,
never one paper's sentence.
"""

from __future__ import annotations

from typing import NamedTuple

from translate.values import BlockKind


class LineRule(NamedTuple):
    """Lines that match one of `patterns` are of `kind`, for `reason`."""

    kind: BlockKind
    reason: str
    patterns: tuple[str, ...]


BOILERPLATE, METADATA = BlockKind.BOILERPLATE, BlockKind.METADATA

#: Headings of sections of other articles; what follows them belongs to them.
RELATED_HEADINGS = (
    r"(?:a |pour )?(?:(?:lire|voir|ecouter|relire|regarder)(?:[ /]+(?:ou|et)? ?(?:lire|voir|ecouter))*|en savoir|(?:a |pour )?(?:aller|en savoir)) ?(?:aussi|egalement|plus(?: loin)?)? ?:?",
    r"(?:a|pour) (?:lire|voir|decouvrir|relire|ecouter)(?: (?:aussi|egalement|ensuite|ailleurs|dans .{1,30}|sur .{1,30}))? ?:?",
    r"(?:sur|dans) (?:le|la) meme (?:sujet|theme|thematique|rubrique|dossier|serie) ?:?",
    r"(?:nos |ces |les |d'autres |autres )*(?:autres )?(?:articles?|sujets?|contenus?|infos?|videos?) (?:lies?|similaires|associes?|recommandes?|connexes|complementaires|relatifs?)(?: .{0,40})?:?",
    r"(?:les |nos )?(?:articles? |sujets? |infos? |videos? )?(?:les )?(?:plus|\+) (?:lus?|lues|vus?|vues|commentes?|partages?|populaires|recents|consultes?|recherches)(?: .{0,40})?:?",
    r"(?:les |nos |toutes? (?:les |l'|nos )?)?(?:dernieres?|derniers) (?:actualites|infos?|informations|articles|nouvelles|depeches|publications|titres|minute)(?: .{0,40})?:?",
    r"(?:a|vous) (?:ne pas manquer|aimerez (?:aussi|peut-etre)|pourriez aimer|la une|suivre aussi)(?: .{0,20})?:?",
    r"(?:ca|cela|cet article|ces articles|ceci)? ?(?:peut|pourrait|pourraient|devrait)(?: aussi| egalement)? vous interesser.*",
    r"plus (?:d'articles|d'infos|d'actualites|de nouvelles|sur (?:ce sujet|le sujet|ce theme|.{1,30}))",
    r"(?:notre|nos|la) (?:selection|recommandations?|suggestions?|choix)(?: .{0,40})?",
    r"(?:recommande|recommandes|suggere|propose)s? (?:pour vous|par .{1,30})",
    r"(?:articles?|lectures?) (?:suggere|conseille|recommande)e?s?",
    r"(?:voir|lire|sujets|dossiers?|liens?|articles?) (?:aussi|lies|associes|connexes|utiles|externes|en lien|du (?:meme auteur|jour))",
    r"du meme auteur|tendances|a la une|a lire sur .{1,40}|les plus de .{1,30}|autour du sujet|plus d'actu(?:alites)?|dans l'actualite",
)

#: Headings of the readers' comments; all that follows belongs to them.
COMMENT_HEADINGS = (
    r"(?:les |vos |lire les |voir les |espace |zone |section )?(?:\d+ )?(?:commentaires?|reactions?|avis|contributions?)(?: des (?:lecteurs|internautes|abonnes))?(?: ?\(\d+\)| ?: ?\d+)?(?: \d+)?(?: (?:sur|a|pour) .{1,80})?",
    r"(?:laisser|ajouter|ecrire|poster|publier|deposer|rediger) (?:un|votre|mon) commentaire.*",
    r"(?:aucun|pas (?:encore )?de) commentaire.*|soyez le premier .*|(?:participez|reagissez|rejoignez) (?:a la|la|a cet|a l').{1,40}",
    r"(?:\d+ )?(?:commentaires?|reactions?)(?: (?:ferme|desactive|clos)e?s?)?.{0,20}",
)

_NETWORK = r"(?:facebook|twitter|x|linkedin|whatsapp|messenger|pinterest|telegram|bluesky|instagram|threads|tiktok|youtube|reddit|flipboard|mastodon|viber|snapchat|e-?mail|mail|courriel|courrier|sms)"

LINE_RULES: tuple[LineRule, ...] = (
    LineRule(
        METADATA,
        "end mark",
        (
            r"-+ ?30 ?-+|#{2,}|x{3,}|(?:/|-+ ?)?(?:fin|end)(?: (?:de (?:la )?(?:depeche|transmission|transmis|texte|message)|du (?:communique|texte|message|papier)))?(?:/| ?-+)?\.?",
            r"(?:a suivre|suivra|suite et fin|a suivre\.{3}|suite|fin de la premiere partie)",
        ),
    ),
    LineRule(
        METADATA,
        "reading time",
        (
            r"(?:temps de lecture|lecture|duree(?: de lecture)?|temps)(?: estimee?)? ?:? ?(?:environ )?\d+ ?(?:min|mn|minutes?)\.?(?: \d+ ?s)?",
            r"\d+ ?(?:min|mn|minutes?)\.?(?: de lecture)?(?: estimees?)?",
            r"lecture (?:en )?\d+ ?(?:min|mn|minutes?)\.?",
        ),
    ),
    LineRule(
        METADATA,
        "keywords",
        (
            r"(?:tags?|mots?[ -]cles?|themes?|thematiques?|etiquettes?|rubriques?|sujets?|categories?|classe dans|hashtags?|lieux?|keywords?|section) ?: ?.{1,200}",
            r"(?:#[\w-]+[ ,]*)+",
        ),
    ),
    LineRule(
        METADATA,
        "press release label",
        (
            r"communique(?: de presse)?(?: ?[-–:n].{0,60})?|dossier de presse|information presse|note (?:aux redactions|d'information)|avis aux medias|invitation presse",
            r"(?:pour|a) (?:diffusion|publication)(?: .{0,40})?|(?:sous )?embargo.{0,60}|diffusion (?:immediate|libre|restreinte).{0,40}",
        ),
    ),
    LineRule(
        METADATA,
        "contact details",
        (
            r"(?:vos |votre |nos )?contacts?(?: (?:presse|medias?|pour la presse|redaction|investisseurs|de presse))+ ?:?.{0,120}",
            r"(?:relations?|service|attachee?s?|bureau)(?: de| avec la)? (?:presse|medias)(?: ?[:–-].{0,120})?",
            r"(?:tel(?:ephone)?|port(?:able)?|mob(?:ile)?|fax|gsm|telecopie|standard)(?:\.| ?:|\. ?:) ?.{3,120}",
            r"(?:e-?mail|mail|courriel|site(?: (?:web|internet))?|web|internet|adresse) ?: ?\S{3,120}",
            r"<?[\w.+-]+@[\w.-]+\.\w{2,10}>?",
            r"(?:https?://|www\.)\S+",
            r"(?:\+|00)?[\d(][\d .()/-]{7,24}\d",
            r"(?:visuels?|photos?|images?|videos?|dossier) (?:disponibles?|telechargeables?|libres? de droits?)(?: .{0,120})?",
        ),
    ),
    LineRule(
        METADATA,
        "length of the copy",
        (
            r"\(?(?:longueur|calibrage|environ)? ?:? ?\d[\d .]* ?(?:signes|feuillets?|mots|caracteres)(?: .{0,30})?\)?",
        ),
    ),
    LineRule(
        METADATA,
        "practical information",
        (
            r"(?:infos?|informations?|renseignements?|rens\.?)(?: (?:pratiques?|et reservations?))* ?: ?.{1,160}",
            r"(?:entree|tarifs?|prix|horaires?|reservations?|acces|billetterie|duree)(?: (?:libre|gratuite?|plein|normal))? ?: ?.{1,120}",
        ),
    ),
    LineRule(
        BOILERPLATE,
        "related articles",
        (
            *RELATED_HEADINGS,
            r"(?:(?:a |pour )?(?:lire|voir|ecouter|relire|decouvrir|consulter|retrouver)[ /]+)+(?:aussi|egalement|ensuite|en plus|plus tard|l'article) ?[:\]|»>–-]? ?.{1,200}",
            r"(?:(?:a |pour )(?:lire|voir|ecouter|relire|decouvrir) ?[:|]| sur le meme (?:sujet|theme) ?:) ?.{1,200}",
            r"(?:sur|dans) (?:le|la) meme (?:sujet|theme|rubrique|thematique) ?: ?.{1,200}",
            r"(?:lire|voir|ecouter|relire|retrouve[zr]|consultez|lisez|revoir|regardez)(?: aussi)? (?:notre|nos|l'(?:article|entretien|interview|integralite|analyse|enquete|editorial|ensemble)|le (?:dossier|reportage|recit|portrait|decryptage)|la (?:suite|tribune|chronique)|les (?:articles|reactions)|page|pages|en page|p\.)(?: ?.{0,140})",
            r"(?:lire|voir|lisez) .{0,40}\b(?:page|pages|p\.) ?\d.{0,20}",
            r">> ?.{1,200}|(?:lire|voir) aussi.{0,160}",
            r"(?:en images?|en video|video|diaporama|podcast|ecouter|infographie|carte|quiz|replay) ?[:|>] ?.{1,160}",
        ),
    ),
    LineRule(
        BOILERPLATE,
        "advertising",
        (
            r"publicites?|annonces?|pub|advertisement|sponsorise|contenu (?:sponsorise|partenaire|publicitaire|de marque)|publi-?(?:reportage|redactionnel)|(?:en )?partenariat(?: avec .{1,40})?",
            r"(?:la |l'|lire la )?(?:suite|article)(?: (?:continue|se poursuit))? (?:apres|sous) (?:la|cette|l') ?(?:publicite|pub|annonce|encart)",
            r"(?:fin|passer|fermer|masquer) (?:de )?(?:la |cette |l')?(?:publicite|pub|annonce)|continuer a lire (?:apres|sous) .{1,30}|(?:la )?publicite.{0,10}(?:apres|suite).{0,30}",
            r"(?:code promo|bons? plans?|petites annonces|annonces (?:legales|immobilieres)|boutique)(?: .{0,40})?",
        ),
    ),
    LineRule(
        BOILERPLATE,
        "sharing links",
        (
            rf"(?:(?:partage[rz]?|partagez|share|envoyer|suivre|suivez-nous|nous suivre|retrouvez-nous|rejoignez-nous|publier|tweeter|epingler)(?: (?:cet article|l'article|cette page|la page|ce contenu|via|par|sur|a un ami|le lien|nous|:))*[ :]*)?(?:{_NETWORK}(?:[ ,|/·•-]+(?:et |sur )?)?)+",
            r"(?:partage[rz]?|partagez|partages?|share|suivez-nous|nous suivre|suivre|retrouvez-nous|rejoignez-nous)(?: (?:cet article|l'article|cette page|ce contenu|cette info|sur les reseaux.{0,20}|:|\d+))*(?: (?:sur|via|par|avec) .{1,60})?",
            r"\d+ partages?|tweeter|tweet|epingler|j'aime|like|aimer(?: \d+)?|bravo \d*",
            r"(?:copier|copie)(?: (?:le|du|ce))? ?(?:lien|l'adresse|url|l'url)?(?: .{0,20})?|lien copie.?|imprimer(?: (?:cet|l')? ?article| la page)?|version imprimable|telecharger (?:le|en) pdf|pdf",
            r"(?:envoyer|transferer)(?: (?:par|a|cet article|l'article|ce|cette).{0,40})",
            r"(?:ajouter|enregistrer|sauvegarder|mettre|retirer|garder|conserver)(?: .{0,20})? (?:favoris|article|liste.{0,20}|pour plus tard|(?:mes )?lectures|selection|signets?)",
            r"(?:reagir|commenter|ecouter|sauvegarder|enregistrer|favoris|offrir|google (?:news|actualites|discover)|lire plus tard|ecouter plus tard|(?:offrir|partager|reagir a|lire dans l'app).{0,12} ?article)",
            r"(?:ecoute[rz]|lecture audio|version audio)(?: (?:de )?(?:cet article|l'article|le podcast|en audio|la chronique))*(?: ?[\d:.]+ ?(?:min|mn|minutes?)?)?",
            r"(?:taille (?:du texte|de (?:la )?police)|agrandir|diminuer|reduire|zoom|plein ecran|agrandir (?:la photo|l'image)|a[+-](?: ?a[+-])*)",
        ),
    ),
    LineRule(
        BOILERPLATE,
        "subscription offer",
        (
            r"(?:abonnez|inscrivez|enregistrez|identifiez|connectez|desabonnez|reabonnez|rejoignez|creez)-(?:vous|nous)(?:\b.{0,160})?",
            r"(?:s'abonner|je m'abonne|je m'inscris|s'inscrire|j'en profite|m'inscrire|me connecter|je me connecte|abonnement|abonnements|abonne[s]?|inscription|s'abonner .{1,80})(?: ?[:-]? ?.{0,40}€.{0,30})?[ !.]*",
            r"(?:deja|pas encore|vous etes|vous n'etes pas).{0,20}(?:abonne|inscrit|un compte|connecte).{0,80}",
            r"(?:contenu |article |acces |lecture |edition )?(?:exclusivement )?(?:reservee?|exclusif|premium)(?: (?:aux|a nos|pour (?:les|nos)) (?:abonnes?|membres|lecteurs|inscrits).{0,40})?",
            r"(?:cet|l') ?article (?:est|reste) (?:reserve|en acces|gratuit|offert|payant).{0,120}|article (?:abonne|gratuit|payant|offert)s?",
            r"il (?:vous )?(?:reste|restait) .{0,30}(?:a lire|a decouvrir|de (?:cet|l') ?article|% de ).{0,120}",
            r"(?:pour )?(?:lire|poursuivre|continuer|decouvrir)(?: (?:votre|la|l'))? ?(?:suite|lecture|integralite|article)?.{0,60}(?:abonne|compte|inscri|gratuit|euro|€|connecte).{0,80}",
            r"(?:lire|poursuivre|afficher|continuer)(?: votre| la| l')? ?(?:la )?(?:suite|lecture)(?: de (?:l'article|cet article))?(?: .{0,30})?",
            r"(?:nos |la |notre |les )?(?:newsletters?|infolettres?|lettres? d'information|bulletins?)(?: ?[:–!].{0,160}| (?:quotidienne|hebdo.{0,12}|du .{1,20}|gratuite?))?",
            r"(?:recevez|recevoir|retrouvez|decouvrez|profitez|beneficiez|soutenez|offrez|telechargez|activez|essayez|testez|choisissez|gerez)\b.{0,60}(?:newsletter|infolettre|e-?mail|courriel|boite|mail|abonn|offre|gratuit|application|appli|notification|alerte|mois|€|journalisme|presse|redaction|don\b|matin|semaine|soir).{0,100}",
            r"(?:offre|essai|promo(?:tion)?|formule)(?:s)? (?:speciale?|decouverte|d'abonnement|gratuite?|sans engagement|numerique).{0,80}",
            r"(?:a partir de |des |pour |seulement )?\d+(?:[,.]\d+)? ?(?:€|euros?|\$|chf|francs?) ?(?:par|/|le premier|pendant|pour|les) ?.{1,40}",
            r"(?:votre|mon|entrez votre|saisissez votre|indiquez votre)(?: adresse)?(?: (?:e-?mail|mail|courriel|electronique))+ ?:?\*?|adresse e-?mail|ok|valider|envoyer|continuer|merci !?",
            r"(?:sans engagement|annulable a tout moment|resiliable a tout moment|je decouvre|voir (?:les|nos|l')? ?offres?|decouvrir (?:les|nos|l')? ?offres?.{0,30}|faire un don.{0,40}|je soutiens.{0,40}|soutenir .{1,40})",
        ),
    ),
    LineRule(
        BOILERPLATE,
        "cookie notice",
        (
            r"(?:nous|avec (?:nos|votre)|en (?:poursuivant|continuant|cliquant|naviguant)|ce site|notre site|nos|afin de|pour (?:vous|nous|mesurer|ameliorer)|votre|vous|(?:certains|des) (?:cookies|traceurs))\b.{0,200}\b(?:cookies?|traceurs)\b.{0,300}",
            r"(?:gestion|gerer|parametr\w+|preferences?|politique|accepter|refuser|configurer)(?: .{0,20})?\b(?:cookies?|traceurs|consentements?|confidentialite)(?: .{0,40})?",
            r"(?:j'accepte|je refuse|tout accepter|tout refuser|(?:accepter|refuser)(?: (?:et|tout|tous?|les|continuer|fermer|sans|s'abonner).{0,40})?|continuer sans accepter.{0,5}|parametrer|personnaliser(?: mes choix)?|gerer (?:mes|les) (?:choix|preferences?|options?)|en savoir plus|d'accord)",
            r"en (?:poursuivant|continuant)(?: a)? .{0,20}(?:navig|utilis).{0,200}|vos? (?:donnees|vie privee|choix).{0,40}(?:respect|important|protect|confidential).{0,120}",
            r"(?:avec|nous et) (?:nos|nos \d+|\d+)? ?\d* ?partenaires.{0,200}|vous pouvez (?:refuser|changer d'avis|retirer|modifier).{0,120}",
        ),
    ),
    LineRule(
        BOILERPLATE,
        "legal notice",
        (
            r"(?:©|\(c\)|copyright)(?: ?copyright)? ?.{0,60}\b(?:19|20)\d\d\b.{0,120}",
            r".{0,120}\b(?:tous )?droits (?:de reproduction(?: et de .{1,30})? )?(?:reserves|strictement reserves).{0,80}",
            r"(?:mentions legales|cgu|cgv|cgu-cgv|conditions (?:generales|d'utilisation|particulieres)|politique de .{1,30}|charte .{1,40}|donnees personnelles|protection des donnees|vie privee|accessibilite(?: ?: .{1,30})?|rgpd|credits|regles de confidentialite|code de deontologie)(?: ?[|·•/,–-] ?.{0,160}|(?: (?:de|d'|et) ?.{1,30})?)",
            r"(?:toute |la )?(?:reproduction|rediffusion|republication)\b.{0,80}(?:interdite?|soumise?|autorisee?|sans (?:l')?(?:autorisation|accord)|merci de citer).{0,120}",
            r"(?:ce |cet |le present |les informations contenues dans ce )(?:message|courriel|courrier|e-?mail|mail).{0,200}(?:confidentiel|destinataire|pieces? jointes?|propriete|usage exclusif|legalement).{0,200}",
            r"(?:si vous (?:n'etes pas|n'en etes pas|avez recu|recevez)|merci d'avertir|toute (?:utilisation|diffusion|copie|publication|divulgation) (?:de ce (?:message|courriel)|non autorisee)).{0,200}(?:destinataire|erreur|interdite?|detruire|supprimer).{0,120}",
            r"(?:pensez|avant d'imprimer|n'imprimez|sauvez|afin de preserver).{0,60}(?:environnement|arbre|planete|imprimer|necessaire).{0,80}|(?:envoye|envoyee?) (?:de|depuis) (?:mon|ma|un) .{1,40}",
            r"(?:l'agence |les (?:depeches|informations|contenus|photos) ).{0,80}(?:propriete|droits d'auteur|proteges).{0,200}",
            r"(?:nous contacter|contactez-nous|contact|contacts|qui sommes-nous.{0,3}|a propos|aide|faq|foire aux questions|recrutement|regie publicitaire|publicite et .{1,20}|archives|gestion des cookies|flux rss|rss|application mobile|nos applications|espace client|service client.{0,12}|signaler .{1,40}|la redaction vous repond)(?: ?[|·•/–-] ?.{0,160})?",
        ),
    ),
    LineRule(
        BOILERPLATE,
        "feedback buttons",
        (
            r"(?:cet|l') ?article (?:vous )?(?:a-t-il |a |est |etait )?(?:ete )?(?:vous a )?(?:t-il )?(?:ete )?(?:utile|plu|aide|interesse|interessant).{0,40}",
            r"(?:avez-vous|vous avez) (?:aime|trouve|apprecie|repere|remarque|constate|vu|une (?:question|remarque|info)).{0,80}|une (?:erreur|faute|coquille|info|information).{0,40} ?\?.{0,60}",
            r"(?:repondre|signaler|moderer|masquer|modifier|voir (?:plus|moins|tout|tous?.{0,30}|les .{1,40})|afficher (?:plus|tout|la suite|les .{1,30})|charger plus.{0,20}|lire plus|oui non|fermer|ouvrir|tout voir|tous les .{1,30})(?: \d+)?",
            r"(?:notez|noter|evaluez|votre (?:avis|note|opinion|vote)|donnez votre).{0,60}|\d+ (?:vues?|lectures?|votes?|likes?|j'aime|abonnes)",
            r"(?:partagez vos|envoyez(?:-nous)? vos|ecrivez(?:-| )?(?:nous|a la)|une question a).{0,100}",
        ),
    ),
    LineRule(BOILERPLATE, "comments", COMMENT_HEADINGS),
    LineRule(
        BOILERPLATE,
        "site navigation",
        (
            r"(?:aller|passer|sauter|acceder) (?:directement )?(?:au|a la|a) (?:contenu|menu|navigation|recherche|pied).{0,30}",
            r"(?:revenir|retour|retourner)(?: (?:a|au|en|aux|vers) .{1,40})?|haut de page|(?:vers le )?haut|remonter|menu(?: principal)?|accueil|home|sommaire|navigation|rechercher?.{0,20}|recherche|(?:se )?(?:de)?connecter|(?:de)?connexion|mon compte|mon profil|s'identifier|identification|creer un compte|rechercher sur le site",
            r"(?:article|page|photo|video|suivant|precedent|edition)s? (?:suivante?|precedente?|suivi|du jour)(?: ?[:>«»].{0,100})?|suivante?|precedente?|(?:page )?\d+ (?:sur|/) \d+",
            r"(?:logo|image|icone|illustration|photo de profil)(?: (?:de |du |d'|la |le |l')*.{1,50})?",
            r"(?:en direct|le direct|en continu|direct|fil info|fil d'actu(?:alite)?s?|toute l'(?:actu|info|actualite).{0,30}|l'(?:actu|info)(?: .{1,20})?|plan du site|meteo|horoscope|mots croises|jeux(?: concours)?|programme tv|bourse|e-?paper|kiosque|journal numerique|le journal du jour|edition (?:numerique|papier|du .{1,20}|abonnes|locale)|toutes les rubriques|nos (?:services|editions|sites|rubriques)|carnet|avis de deces|annuaire)",
            r"(?:mise en page|chargement|loading|veuillez patienter|javascript|activez javascript|votre navigateur).{0,100}|skip to .{1,30}|skip",
        ),
    ),
)

#: First names of lines that a covering mail opens with.
GREETINGS = r"(?:bonjour|bonsoir|salut|hello|cher|chere|chers|cheres|coucou|re-?bonjour|madame|monsieur|mesdames)\b.{0,80}"
LETTER_OPENINGS = (
    r"(?:cher|chere|chers|cheres|madame|monsieur|mesdames|messieurs|bonjour)\b.{0,80},"
)
LETTER_CLOSINGS = r"(?:veuillez|je vous prie|nous vous prions|recevez|agreez|dans l'attente|avec (?:mes|nos|toute)|bien (?:a vous|cordialement)|cordialement|sinceres? |salutations|amicalement|confraternellement|bonne (?:lecture|reception|soiree|journee)|merci (?:d'avance|de)|respectueusement|a (?:bientot|demain|vous|toutes? et|tous)|bises|belle (?:journee|soiree)).{0,160}"
MAIL_HEADER = r"(?:de|from|a|to|cc|cci|bcc|objet|subject|sujet|date|envoye(?: le| par)?|sent|pieces? ?jointes?|pj|attachments?|importance|repondre a|reply-to|message-id|destinataires?|expediteur|transfere par|priorite) ?: ?.{0,200}"
ABOUT_HEADING = r"(?:a propos (?:de |d'|du |des |de la ).{1,70}|qui (?:est|sommes).{1,50}|(?:presentation|profil) (?:de |d'|du ).{1,60})"
CONTACT_HEADING = r"(?:vos |votre |nos )?contacts?(?: (?:presse|medias?|pour la presse|redaction|investisseurs|de presse))+ ?:?.{0,20}|contacts? ?:|(?:relations?|service|attachee?s?)(?: de| avec la)? (?:presse|medias) ?:?"

#: Words that open a byline, in folded form.
BYLINES = (
    r"(?:par|by) .{2,100}",
    r"(?:propos |paroles )?(?:recueillis?|recueillies?)(?: .{1,30})? par .{2,100}|(?:entretien|interview|texte|recit|reportage|enquete|dossier|analyse|chronique|recueilli|traduction|article|un (?:texte|recit|reportage)|portrait|photos?|illustrations?)(?:s? (?:et|&) (?:photos?|texte|images?))? ?(?:(?:realisee?|ecrite?|coordonnee?|traduite?|adaptee?|signee?|redigee?|menee?|conduite?|recueillie?|preparee?)s? )?(?:(?:de|d'|par|:)) ?.{2,100}",
    r"(?:traduite?|adaptee?|redigee?|publiee? par|ecrite?|realisee?) (?:de l'.{1,20} )?par .{2,100}",
    r"(?:de|d'|par) ?(?:notre|nos|votre) (?:envoye|correspondant|journaliste|bureau|redaction|redacteur|reporter).{0,120}",
    r"(?:correspondance|correspondant(?:e|s)?|envoyee?s? speciale?(?:ux|s)?)(?: .{0,100})?",
    r"(?:d'|de )?.{2,60}, (?:notre |nos )?(?:envoyee?s? speciale?(?:ux|s)?|correspondante?s?|journaliste|redacteur|redactrice)\b.{0,80}",
    r"(?:avec|source ?:?) (?:l'|la |les |le )?(?:{agencies})\b.{0,80}",
    r".{2,60}(?:,| \(| \||/| -| –)? ?avec (?:l'|la |les |le |nos )?(?:{agencies}).{0,60}",
    r"(?:la|notre) redaction(?: (?:avec|de|web|numerique|du|d').{1,60})?|redaction (?:web|numerique|.{1,20})|redaction|l[ea]s? (?:services?|desk|pole)(?: .{1,40})",
    r"[-–—]? ?avec la (?:collaboration|participation|contribution) (?:de |d').{2,80}|(?:collaboration|contribution)(?: speciale)?(?: ?:? .{2,60})?",
)
AGENCIES = r"afp|reuters|ap|associated press|ats|keystone-ats|keystone|belga|apa|dpa|ansa|efe|aps|map|tap|acp|aib|agp|atop|abp|ani|pana|apanews|xinhua|tass|interfax|bloomberg|la presse canadienne|presse canadienne|pc|cp|agences?|agence france-presse|aip|angop|anp|ria|tanjug|apic|cath\.ch|sda|awp|infox|getty"

#: Agencies alone, as a text is signed with them, in folded form.
AGENCY_NAMES = r"(?:avec )?(?:{agencies})(?:(?:,| et|/|-| &) ?(?:{agencies}|[a-z. ]{2,20}))?"

#: Words that open a photo credit, in folded form.
CREDITS = (
    r"(?:©|\(c\)|ⓒ) ?.{1,120}",
    r"(?:credits?|photos?|photographies?|images?|visuels?|capture d'ecran)(?: (?:photo|image|video|d'illustration|d'archives|illustration)s?)? ?[:/|©–-] ?.{1,100}",
    r"(?:archives?|dr|d\.r\.|photo(?:s)? d'(?:archives?|illustration)|image d'illustration|illustration|photo dr|photo non datee|getty(?: images)?|shutterstock|istock|adobe ?stock|unsplash|pixabay|wikimedia.{0,20}|maxppp.{0,30}|sipa.{0,20}|abaca.{0,20}|keystone.{0,30}|(?:photo )?(?:{agencies})(?: ?[/–-] ?.{1,40})?)",
    r".{2,40} ?[/|] ?(?:{agencies}|getty(?: images)?|sipa|abaca|maxppp|shutterstock|archives|hans lucas|divergence|myop|vu'|ouest.{0,12})(?: .{0,20})?",
)

#: Words that open a caption, in folded form.
CAPTION_OPENINGS = r"(?:legendes?|en photo|photo ci-(?:contre|dessus|dessous)|sur (?:la|cette) photo|ci-(?:contre|dessus|dessous)) ?[:,] ?.{2,300}"

#: Labels in capitals that stand before a dash and are no place.
LABELS = frozenset(
    "info infos exclusif exclusivite document reportage enquete portrait analyse decryptage entretien "
    "interview tribune opinion edito editorial chronique recit direct live urgent alerte flash lead "
    "dossier serie video photo podcast infographie carte grand debat critique cinema musique livre "
    "livres football rugby tennis handball basket cyclisme justice politique economie social societe "
    "culture sport sports sante education environnement international monde france region regions "
    "meteo faits divers fait divers rectificatif precision avis note focus zoom retro agenda breves "
    "eclairage explication explications temoignage temoignages verbatim repere reperes".split()
)
