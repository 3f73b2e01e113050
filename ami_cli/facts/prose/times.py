"""Expressions of time in folded text: past years that date a contract, and moments or periods that one can be free at."""

import re

from ami_cli.facts.prose.phrases import Phrases

_MONTHS_FR = (
    r"janv(?:ier|\.)?|fev(?:rier|r\.|\.)|mars|avr(?:il|\.)|mai|juin|juil(?:let|\.)|aout|sept(?:embre"
    r"|\.)|(?<=\d )sept\b|oct(?:obre|\.)|nov(?:embre|\.)|dec(?:embre|\.)"
)
_MONTHS_EN = (
    r"january|jan\.|february|feb\.?|april|apr\.?|june|jun\.|july|jul\.|august|aug\.?|september|sep\.|october|oct|november"
    r"|nov|december|dec"
)
_MONTH = rf"(?:{_MONTHS_FR}|{_MONTHS_EN}|march|may)"
_MONTH_ALONE = (
    rf"(?:{_MONTHS_FR}|{_MONTHS_EN}|(?<=in )(?:march|may)|(?<=from )(?:march|may)|(?<=until )(?:march|may)"
    rf"|(?<=till )(?:march|may)|(?<=of )(?:march|may)|(?<=and )(?:march|may)|(?<=to )march|(?<=late )(?:march|may)|(?<=early"
    rf" )(?:march|may)|(?<=mid-)(?:march|may)|(?<=mid )(?:march|may)|(?<=by )(?:march|may)|(?<=through )(?:march"
    rf"|may)|(?<=throughout )(?:march|may)|(?<=during )(?:march|may)|(?<=end of )(?:march|may)|march(?=[ ,]))"
)
_NUMBER = (
    r"(?:\d{1,3}|un|une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|vingt|trente"
    r"|quarante|cinquante|soixante|cent"
    r"|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|eighteen|twenty|thirty"
    r"|forty|fifty|sixty)(?:[- ](?:et[- ])?[a-z]{2,7})?"
)

YEAR = Phrases(
    r"(?<![\d/.,+-])(?<!\d )(?:19[89]|20[0-4])\d(?![\d%])(?!\s?(?:eur|euros|€|\$|usd|pages|mots|words|personnes"
    r"|people|patients|menages|households|jeunes|femmes|enfants|inhabitants|entretiens|interviews)\b)|(?<=\d/)20[0-4]\d\b"
    r"|(?<=\d\.)20[0-4]\d\b|(?<=\d-)20[0-4]\d\b|(?<=[-+]\s)20[0-4]\d\b",
    begins="19 20",
)
"""A year, not part of a telephone number, an amount or a count."""

LAST_YEAR = Phrases(
    r"\b(?:l'an(?:nee)? (?:passe|derni)(?:e|er|ere)?|l'annee ecoulee|last (?:year|winter|spring|summer"
    r"|autumn|month)|cette annee|this year|earlier this year"
    r"|(?:two|three|four|five|\d) years ago|il y a (?:un an|deux ans|trois ans|quatre ans|cinq ans"
    r"|\d ans)|the (?:year|following year|next year) (?:before|after)"
    r"|l'annee (?:suivante|d'apres|precedente)|(?:cet|l')hiver (?:dernier|passe|suivant|d'apres)|(?:le )?(?:printemps|l'ete"
    r"|l'automne) (?:dernier|passe))\b",
    needs="an! annee last! cette! this! earlier! year years! ans! hiver printemps ete! automne",
)

DATE = Phrases(
    rf"\b\d{{1,2}}(?:er|st|nd|rd|th|e)?(?: of)?[ .-]{{0,2}}{_MONTH}(?![a-z])|\b{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?\b(?!\d)"
    r"|(?<![\d/.+] )(?<![\d/.+])\b(?:0?[1-9]|[12]\d|3[01])[/.](?:0[1-9]|1[0-2])(?:[/.](?:20)?\d\d)?\b(?![/.]?\d)(?!"
    r" ?\d\d \d\d)"
    r"|\b20\d\d-\d\d-\d\d\b|\b\d{1,2}-\d{1,2} (?:et|and|&) \d{1,2}-\d{1,2}\b",
    needs="0 1 2 3 4 5 6 7 8 9",
)
"""A day: in figures or in words."""

MONTH = Phrases(
    rf"(?<![a-z]){_MONTH_ALONE}(?![a-z])",
    begins="jan fev feb mar avr apr mai! may! juin! jun juil july aout aug sep oct nov dec",
)

SEASON = Phrases(
    r"\b(?:(?:l'|cet |d'|en |fin d'|debut d'|a l'|tout l')(?:automne|hiver|ete)|(?:le |au |ce |du |prochain )printemps"
    r"|(?:the|this|early|late|next|in|from|of|mid-?|all|whole) ?"
    r"(?:autumn|fall|spring|summer|winter)|autumn|la rentree|noel|christmas|xmas|easter|paques|toussaint"
    r"|michaelmas|new year(?:'s)?|hogmanay|ramadan|pentecote|ascension"
    r"|la fin de l'annee|the end of the year|year[- ]end|(?:premier|deuxieme|second|troisieme|quatrieme|dernier"
    r"|1er|2e|3e|4e) (?:trimestre|semestre)"
    r"|(?:first|second|third|fourth|last|next) (?:quarter|term|semester)|[tq][1-4](?: 20\d\d)?|[ts]chool holidays"
    r"|vacances scolaires|the (?:new )?(?:school|academic) year|l'annee scolaire"
    r"|lean season|rainy season|saison (?:seche|des pluies)|soudure|recolte|harvest|carnival|les fetes|thanksgiving"
    r"|halloween)\b",
    needs="automne hiver ete! printemps autumn fall! spring summer winter rentree noel! christmas xmas easter"
    " paques toussaint michaelmas year hogmanay ramadan pentecote ascension annee trimestre semestre quarter"
    " term semester t! q! school vacances academic lean! rainy saison soudure recolte harvest carnival"
    " fetes thanksgiving halloween",
)

WEEK = Phrases(
    rf"\b(?:semaines?|weeks?|wk|sem\.|cw|kw|s) ?(?:n[o°.]* ?)?(?:4[0-9]|5[0-3]|[1-3]?\d)\b(?! (?:semaines|weeks|jours"
    rf"|days|h\b))|\b[sw](?:[1-4]?\d|5[0-3])\b|\bla semaine du {_NUMBER}|\bthe week of",
    needs="semaine week wk! sem! cw! kw! s! w!",
)

SOON = Phrases(
    r"\b(?:immediate(?:ment|ly)?|de suite|tout de suite|des maintenant|des a present|sans delai|a tout moment|n'importe"
    r" quand|quand (?:vous|bon)|when(?:ever)? (?:you|it suits|the)"
    r"|as soon as|des (?:la|le|les|l'|que|votre|notre|reception|signature|notification|acceptation|accord|lors"
    r"|demain|lundi)|upon (?:signature|signing|contract|award|notification|receipt|your)|on (?:signature|signing)"
    r"|straight ?away|right away|at once|at short notice|a bref delai|at any (?:time|moment|date)|any time|anytime|from"
    r" now on|now|aujourd'hui|tomorrow"
    r"|(?:within|sous|dans (?:les|un delai de)|sous un delai de) (?:\d+|[a-z-]+)(?: (?:a|to|ou|or) [a-z0-9]+)?"
    r" ?(?:h\b|hours|heures|days|jours|working days|weeks|semaines|week|month|mois|jour|calendar days|jours ouvr)"
    r"|sous (?:huitaine|quinzaine)|next (?:week|month)|le mois prochain|la semaine prochaine|des prochaines?"
    r" (?:semaines?|mois)|(?:the )?(?:coming|next|following) (?:\w+ )?(?:weeks|months)"
    r"|les (?:prochain(?:e)?s|\w+ prochain(?:e)?s|semaines|mois) (?:semaines|mois|a venir|qui viennent)|(?:deux|trois|quatre"
    r"|cinq|six|2|3|4|5|6) (?:prochains mois|mois a venir|mois qui viennent)"
    r"|pendant toute la|throughout|toute la (?:duree|periode)|the (?:whole|entire|full) (?:period|duration|mission"
    r"|assignment|duree)|jusqu'(?:a|au) (?:son|la|leur|votre) (?:terme|fin|remise|livraison)"
    r"|from (?:day one|the kick-?off|the start)|du debut a la fin|a la date (?:que|de)|aux dates (?:que"
    r"|indiquees|prevues|demandees|souhaitees|du|de)|dates? (?:that )?you|your (?:dates|calendar|timetable|schedule"
    r"|indicative|timeline|deadlines?)"
    r"|votre (?:calendrier|planning|echeancier)|vos (?:dates|echeances|delais)|the (?:dates|calendar|timetable"
    r"|schedule) (?:you|of|in|set|given|indicated|proposed|that)|le (?:calendrier|planning) (?:que|de|prevu"
    r"|propose|annonce|indique|indicatif))"
)


def moment(lower: str) -> re.Match[str] | None:
    """Return the first moment or period in the text that is a date of the calendar: a day, a week, a month, a season."""
    return DATE.search(lower) or WEEK.search(lower) or MONTH.search(lower) or SEASON.search(lower)


def period(lower: str) -> re.Match[str] | None:
    """Return the first moment of any kind: of the calendar, or in words ("as soon as the contract is signed", "your dates")."""
    return moment(lower) or SOON.search(lower)
