"""Places that datelines name most, in folded form: capitals and press cities of the French-speaking world."""

from __future__ import annotations

CITIES = frozenset(
    name.strip()
    for name in """
    paris, marseille, lyon, toulouse, nice, nantes, montpellier, strasbourg, bordeaux, lille, rennes,
    reims, toulon, grenoble, dijon, angers, nimes, clermont-ferrand, le havre, brest, tours, limoges,
    amiens, metz, perpignan, besancon, orleans, rouen, mulhouse, caen, nancy, avignon, poitiers,
    la rochelle, pau, bayonne, ajaccio, bastia, cayenne, fort-de-france, pointe-a-pitre, basse-terre,
    saint-denis, mamoudzou, noumea, papeete, monaco, versailles, nanterre, bobigny, creteil, calais,
    bruxelles, liege, namur, charleroi, mons, anvers, gand, bruges, louvain, tournai, verviers, arlon,
    luxembourg, geneve, lausanne, berne, zurich, bale, fribourg, neuchatel, sion, delemont, bienne,
    lugano, montreux, yverdon, saint-gall, davos, montreal, quebec, ottawa, toronto, gatineau,
    sherbrooke, trois-rivieres, saguenay, rimouski, moncton, vancouver, winnipeg, calgary, edmonton,
    halifax, fredericton, alger, oran, constantine, tunis, sfax, rabat, casablanca, marrakech, fes,
    tanger, dakar, saint-louis, thies, bamako, abidjan, yamoussoukro, bouake, ouagadougou,
    bobo-dioulasso, niamey, lome, cotonou, porto-novo, conakry, nouakchott, n'djamena, ndjamena,
    yaounde, douala, libreville, brazzaville, pointe-noire, kinshasa, lubumbashi, goma, bukavu,
    bangui, bujumbura, gitega, kigali, antananarivo, tananarive, moroni, djibouti, port-louis,
    victoria, beyrouth, tripoli, damas, port-au-prince, accra, lagos, abuja, nairobi, addis-abeba,
    johannesburg, pretoria, le cap, le caire, khartoum, luanda, malabo, praia, bissau, freetown,
    monrovia, dar es salaam, kampala, mogadiscio, harare, lusaka, maputo, windhoek, londres, berlin,
    madrid, barcelone, rome, milan, turin, vatican, cite du vatican, lisbonne, vienne, athenes,
    amsterdam, la haye, rotterdam, francfort, munich, hambourg, cologne, stockholm, oslo, copenhague,
    helsinki, reykjavik, dublin, edimbourg, varsovie, prague, budapest, bucarest, sofia, belgrade,
    zagreb, sarajevo, pristina, skopje, tirana, kiev, kyiv, kharkiv, odessa, minsk, moscou,
    saint-petersbourg, vilnius, riga, tallinn, chisinau, istanbul, ankara, tbilissi, erevan, bakou,
    jerusalem, tel-aviv, tel aviv, ramallah, gaza, amman, bagdad, teheran, ryad, riyad, doha, dubai,
    abou dhabi, sanaa, aden, koweit, mascate, kaboul, islamabad, karachi, new delhi, delhi, bombay,
    calcutta, dacca, colombo, katmandou, pekin, beijing, shanghai, hong kong, taipei, tokyo, osaka,
    seoul, pyongyang, hanoi, bangkok, rangoun, phnom penh, vientiane, kuala lumpur, singapour,
    jakarta, manille, canberra, sydney, melbourne, wellington, astana, tachkent, oulan-bator,
    washington, new york, nations unies, los angeles, san francisco, chicago, boston, miami, houston,
    atlanta, detroit, mexico, la havane, caracas, bogota, quito, lima, la paz, santiago, buenos aires,
    montevideo, asuncion, brasilia, rio de janeiro, sao paulo, panama, guatemala, san salvador,
    managua, tegucigalpa, san jose, kingston
    """.split(",")
)
