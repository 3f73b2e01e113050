"""The firm that a person or team belongs to, or the statement that they work on their own."""

import re
from collections.abc import Iterator, Sequence

from ami_cli.facts.prose.found import stated
from ami_cli.facts.prose.units import FoldedPage, Unit
from ami_cli.models.facts import Stated

_NAME = (
    r"[A-Z0-9][\w'&.+-]*(?:,? (?:(?:de |du |des |d'|la |le |les |et |and |of |the |& |en |pour"
    r" |- ?)*[A-Z0-9&][\w'&.+-]*)){0,6}"
)
_FORM = (
    r"(?:SARL|S\.A\.R\.L\.?|SASU|SAS|S\.A\.S\.?|SCOP|SCIC|SCP|SELARL|SNC|EURL|EIRL|GIE|SA|SRL|SPRL|BV|B\.V\.|NV|GmbH|AG"
    r"|AS|ApS|AB|Oy|Ltd\.?|Limited|LLP|LLC|PLC|Plc|Inc\.?|CIC|Pty|Sarl|Sas|SUARL|SURL|cooperative|societe"
    r" cooperative|Lda|S\.L\.|SL)"
)
_KIND = (
    r"(?:cabinet|bureau|bureau d'etudes|agence|societe|entreprise|cooperative|structure|groupement|atelier|studio|maison"
    r"|institut|scop|sarl|sasu|sas|eurl|consultancy|consultancy firm|consulting firm|firm|company|agency"
    r"|practice|collective|bureau de conseil|cabinet d'\w+|cabinet de \w+|bureau d'\w+|bureau de \w+|agence"
    r" de \w+|maison de \w+|societe d'\w+|societe de \w+|cooperative d'\w+)"
)
_ROLE = (
    r"(?:associee?s?|gerante?s?|directeurs?|directrices?|consultante?s?|partner|adviser|advisor|associate"
    r"|director|principal|founder|fondatrice|fondateur|co-?fondateur|co-?fondatrice|owner|manager|researcher"
    r"|president|presidente|salariee?s?|employee|head|ceo|managing director|managing partner|founding"
    r" partner|dirigeante?|cheffe?|analyst|evaluator|chargee? d'etudes|charge d'etudes)"
)
_STATED = (
    re.compile(rf"(?P<name>{_NAME})(?:,| -|\s)?\s?\(?\b{_FORM}\b"),
    re.compile(rf"\b(?i:{_KIND})(?: \w+){{0,2}}? \"?(?P<name>{_NAME})"),
    re.compile(
        rf"(?P<name>{_NAME})\"?,? (?:-|est|is|was|a|existe|has|sont|,|\|)? ?(?:a |an |un |une |the |la"
        rf" |le |notre |our )?(?:[a-z'-]+ ){{0,3}}?{_KIND}\b"
    ),
    re.compile(rf"\b(?i:{_ROLE})(?: [a-z'-]+){{0,3}}?,? (?:chez|at|de|of|du|d'|with|-|,|\||associee? de)? ?\"?(?P<name>{_NAME})"),
    re.compile(
        rf"\b(?:rattache\w*|rattachement|affilie\w*|affiliation|employed|employee|salarie\w*|attached|belong\w*|rejoint"
        rf"|joined|trade as|membre)\b[^.]{{0,40}}?\"?(?P<name>{_NAME})"
    ),
)
_INDEPENDENT = re.compile(
    r"\b(?:(?:consultant|consultante|consultants|consultantes|expert|experte|experts|expertes|travailleu(?:r"
    r"|se)s?|evaluat(?:eur|rice)s?|redact(?:eur|rice)s?|juriste(?: consultante?)?|chercheu(?:r|se)s?|formateurs?"
    r"|formatrices?|sociologue|anthropologue|facilitat(?:eur|rice)|artiste-auteur|statut d'?|tous|toutes"
    r"|deux|trois|sommes|suis|est|sont|nous|en|exerce|profession|activite|freelance)[ -](?:\w+ )?independante?s?"
    r"|independante?s?,? (?:siret|sans|depuis)|trois independants|deux independants|(?:as |am |are |is |an? |two"
    r" |three |both |all |work |working |fully )?independent (?:consultants?|experts?|evaluators?|researchers?"
    r"|contractors?|professionals?|practitioners?|advisers?|trainers?|workers?|lawyers?|facilitators?)|(?:am"
    r"|are|work|working) (?:an? )?independent(?:ly)?\b|freelanc\w*|free-lance"
    r"|auto-?entrepreneu\w*|autoentrepreneu\w*|micro-?entrepr\w+|entreprise individuelle|entrepreneu(?:r|se)s?"
    r" individuel\w*|\bei\b|a (?:mon|son|leur|notre|votre) (?:propre )?compte|self[- ]employed|sole trader|own account|on"
    r" (?:my|our) own\b|no (?:company|firm|affiliation)|without (?:a |any )?(?:firm|company)|not (?:attached|affiliated"
    r"|linked|belong\w*) (?:to|with) (?:any|a)|neither (?:of us )?belongs? to|no affiliation|belong to no"
    r"|sans (?:cabinet|structure|societe|employeur|rattachement)|(?:en|a) (?:mon|son|leur|nos|notre) (?:propre"
    r" )?noms?(?: propre)?|portage salarial|profession(?:s)? liberale?s?|exerc\w+ (?:seule?|en liberal)"
    r"|statut d'independant\w*|(?:pas|aucune?|aucun d\w+|ni l'un ni l'autre)\b.{0,40}\b(?:rattache\w*"
    r"|cabinet|structure commune|societe ne)|(?:rattache\w*|appartien\w*|depen\w+) a aucun\w*|invoice separately"
    r"|chacun a son compte|umbrella company|liberal profession)\b"
)
_NOT_A_FIRM = re.compile(
    r"^(?:M|Mme|Mr|Mrs|Ms|Dr|Prof|Nous|Notre|Je|Le|La|Les|L'|The|Our|We|I|Cette|Ce|Un|Une|A|An|My|Mon|Ma|It|Il|Elle"
    r"|En|In|Pour|For|Dear|Madame|Monsieur|CV|Medecins du Monde|MdM|TTC|HT|EUR|ONG|NGO|N)\b\.?$|^\d+$|^(?:Medecins du Monde"
    r"|MdM)"
)
_CLIENT = re.compile(
    r"\b(?:pour (?:l'|la|le|les)|for the|on behalf of|commandit\w+|client|missions?|demande|confie|asked|hired|commissioned"
    r"|contrat|contract|aupres d\w+|association|ong|fondation|reseau|federation)\b"
)

_SHORTEST = 3


def read_firms(pages: Sequence[FoldedPage]) -> Iterator[Stated]:
    """Give each firm named as the applicant's own, and each statement of working independently."""
    for page in pages:
        for unit in page.units:
            yield from _independent(page, unit)
            yield from _named(page, unit)


def _independent(page: FoldedPage, unit: Unit) -> Iterator[Stated]:
    found = _INDEPENDENT.search(unit.lower)
    if found:
        yield stated(page, unit, "independent", found.span(), value=None)


def _named(page: FoldedPage, unit: Unit) -> Iterator[Stated]:
    for strength, pattern in enumerate(_STATED):
        for found in pattern.finditer(unit.cased):
            name = found["name"].strip(" .,-'\"")
            if _NOT_A_FIRM.search(name) or len(name) < _SHORTEST:
                continue
            sure = strength == 0 or not _CLIENT.search(unit.lower)
            start = unit.start + found.start("name")
            value = page.folded.quote(start, start + len(name))
            yield stated(page, unit, "firm", found.span(), value=value, sure=sure)
            return
