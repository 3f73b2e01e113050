"""Words, folded, by which someone to be asked about the applicant is told from the applicant."""

import re
from collections.abc import Iterator

from ami_cli.facts.prose.phrases import Phrases

_PHONE = r"(?:\+ ?\d|\b0)(?:[ .()\n-]{0,2}\d){7,13}(?!\d)"
_MAIL = r"(?<![\w.+-])[a-z0-9][\w.+-]{0,60}@[\w-]{1,60}\.[\w.-]{1,60}(?<!\.)"
_ADDRESS = re.compile(_MAIL)
_LOCAL = re.compile(r"[\w.+-]+$")
_LONGEST_LOCAL = 62
_TELEPHONE = Phrases(_PHONE)
_REGISTERS = r"siren|siret|rcs|rccm|tva|vat|ice|ifu|nif|iban|no\.?|n°|numero|number|declaration|regist\w+"
REGISTERED = re.compile(rf"\b(?:{_REGISTERS})[^a-z@]{{0,20}}$")
"""Before a figure: it is that of a register, not of a telephone."""

_CIVIL = r"m\.|mm\.|mr|mrs|ms|miss|mme|mlle|madame|monsieur|frau|herr|sra|don"
_LEARNED = r"dr|docteure?|prof|pr|professeure?|lic|col|sr|sister|soeur|rev|reverend"
_TITLE = rf"(?:{_CIVIL}|{_LEARNED})"
TITLED = re.compile(rf"\b{_TITLE}\.? (?:\(ret\.\) )?(?:{_TITLE}\.? )?[a-z][\w'-]+")

FUNCTION = re.compile(
    r"\b(?:directeur|directrice|direction|delegue\w*|president\w*|coordinat\w+|coordonnat\w+|responsables?|charge\w* d\w+"
    r"|chef\w* d\w+|secretaire|gerante?|referente?|administrat\w+|tresorier\w*|cadre|medecin[- ]chef|drh|representante?"
    r"|superieur\w*|qui dirige|director|manager|head\b|chief|trustee|chair\w*|officer|coordinator|lead\b|secretary"
    r"|supervisor|principal|country|dean|matron|counsellor|warden|who (?:runs|heads|ran|led)|supervised me)\b"
)
ASKED = Phrases(
    r"\b(?:referees?|referents?|personnes? de reference|recommand\w+|recommend\w*|temoign\w+|vouch|garant\w*"
    r"|speak (?:for|to|of|about|with)|talk to|ask\b|ring\b|call\b|you may|reach(?:ed)?|who (?:can|will|would)|people who"
    r"|appele[rz]|appellez|demandez|joindre|joignable\w*|joints?\b|ecrivez|interrog\w+|interlocut\w+|contact\w*"
    r"|vous (?:diront|dira|repondr\w+|parler\w+|adresser)|repondr\w+ (?:de|volontiers)|confirm\w*|agreed to|consented"
    r"|accept\w* (?:d'|de |to )|autorise\w*|qui peu\w+|qui (?:appeler|interroger|contacter)|clients? who"
    r"|(?:en|nous|me|of us|of me) (?:parler|dire|recommend))\b"
)
"""What one does with a referee, and what a referee does."""
REFERENCES = Phrases(
    r"\b(?:references?|referees?|past performance|track record|clients?|commanditaires?|donneurs? d'ordre|temoins?"
    r"|recommand\w+|contacts?|(?:similar|comparable|relevant) \w+"
    r"|(?:prestations?|missions?|travaux|contrats?|experiences?) (?:analogues?|similaires?|comparables?|voisin\w*))\b"
)
"""Headings and introductions."""

_OUR_LINE = r"(?:mon|ma|mes|notre|nos|my|our) (?:tel\w*|numero|mail|courriel|adresse|phone|number|e-?mail|mobile|coordonnees)"
OWN = re.compile(
    rf"\b(?:{_OUR_LINE}|(?:je|nous) (?:reste|restons|suis|sommes|reponds|repondons)[^.;]{{0,30}}"
    r"|(?:joignez|appelez|ecrivez|contactez)[- ](?:moi|nous)|(?:reach|call|contact|ring|phone|write to|email) (?:me|us)"
    r"|(?:i|we) (?:am|are|can be|remain) [^.;]{0,25}|(?:me|nous) (?:joindre|contacter|ecrire|appeler))\b"
)
"""How the applicants themselves are to be reached."""
OTHERS = re.compile(
    r"\b(?:(?:l'|notre |our |the |proposed )?(?:equipe|team) ?:|team members?|membres de l'equipe|intervenants ?:"
    r"|(?:votre|your|vos) (?:contact|collegues?|colleagues?|responsable|chargee?)|a l'attention|attn|attention"
    r"|en cas d'urgence|personne a prevenir|emergency contact|in case of emergency|next of kin)|^(?:to|a|cc|from|de) ?:",
    re.MULTILINE,
)
"""People of the team, or of those who published the call."""
TEAM = re.compile(r"(?:^|\| )[\d.) ]*(?:l'|notre |our |the |proposed )?(?:equipe|team|intervenants|consultants|personnel)\b")
LETTERHEAD = Phrases(
    r"\b(?:rcs|siret|siren|rccm|au capital|vat|registered|company no|siege|bp \d|cedex)\b|\b\d{1,4},? (?:bis |ter )?"
    r"(?:rue|avenue|boulevard|quai|place|passage|impasse|[a-z]+ (?:street|road|lane|square|terrace))\b"
)
SCHOOL = re.compile(
    r"\b(?:professeure?|maitre de conferences|memoire|these|thesis|stage|tut(?:eur|rice|or)|lecturer|master|universit\w+"
    r"|dissertation)\b"
)
"""Teachers and tutors vouch for a student, not for a contract."""


def contacts(lower: str) -> list[re.Match[str]]:
    """Return the addresses and telephone numbers of a text, in order: looked for from each `@` on, as few words are one."""
    found = [address for start in _beginnings(lower) if (address := _ADDRESS.match(lower, start))]
    found = sorted((*found, *_TELEPHONE.finditer(lower)), key=lambda match: match.start())
    return [one for place, one in enumerate(found) if not place or one.start() >= found[place - 1].end()]


def _beginnings(lower: str) -> Iterator[int]:
    at = lower.find("@")
    while at >= 0:
        local = _LOCAL.search(lower, max(0, at - _LONGEST_LOCAL), at)
        if local:
            yield local.start()
        at = lower.find("@", at + 1)
