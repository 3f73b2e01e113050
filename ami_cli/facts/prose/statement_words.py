"""Plain words, folded, that say that one is free, or did such work: with them a passage is believed at a smaller weight."""

import re

from ami_cli.facts.prose.phrases import Phrases

HEADED = re.compile(r"\bdisponib|\bavailab")
"""In a heading that announces when one is free."""
FREE = re.compile(
    r"\b(?:je suis|nous sommes|i am|we are|i'm|we're) (?:(?:tou(?:te)?s(?: les deux)?|entierement|pleinement|egalement|fully|both"
    r"|all|also) )?(?:disponibles?|libres?|available|free)\b"
    r"(?! neither| ni\b| de tout| pour (?:repondre|tout|un|une|vous)\b| for (?:an?|any)\b)"
    r"|\b(?:je|nous|on) (?:peux|pouvons|peut|pourrais|pourrions|pourrait) (?:donc |ainsi |aussi )?"
    r"(?:(?:commencer|demarrer|debuter)(?! (?:ma|mon|par)\b)|etre (?:la|sur place|a pied d'oeuvre|operationnel\w*))\b"
    r"|\b(?:i|we) (?:can|could|(?:am|are) able to|would be able to) (?:\w+ )?"
    r"(?:(?:start|begin)(?! the day)|take the dates|take your dates)\b"
)
PLAINLY = Phrases(
    r"\b(?:je|j'|nous|on|i|we|i'm|we're|i'd)\b[^.;:!?|]{0,40}\b(?:disponibles?|available"
    r"|libres? (?:de|des|a|au|en|du|tou\w+|le|les|jusqu\w+)\b"
    r"|free (?:from|in|on|as of|until|between|all|every|for the)\b)",
    needs="disponib available libre free",
)
"""One speaks of being free, or of not being it: a person should read that, whatever it weighs."""
_ANY = r"(?:(?!not\b|never\b|pas\b|jamais\b|aucun|no\b|rarely\b|hardly\b|peu\b|zero\b)\w+ )"
_WE_DID = (
    rf"(?:j'ai|nous avons|on a|i have|we have|i've|we've) {_ANY}{{0,2}}"
    r"(?:conduite?s?|menee?s?|realisee?s?|pilotee?s?|effectuee?s?|dirigee?s?|carried out|done|conducted|led|completed|delivered)"
)
_WORK = (
    r"(?:missions?|etudes?|evaluations?|capitalisations?|diagnostics?|travaux|formations?|prestations?|contrats?|assignments?"
    r"|studies|surveys?|trainings?|contracts?|consultancies|work)"
)
_ALIKE = (
    r"(?:semblables?|similaires?|analogues?|comparables?|similar|de ce (?:type|genre)|du meme (?:type|genre)"
    r"|of (?:this|the same) (?:kind|type|sort))"
)
DONE_ALIKE = re.compile(
    rf"\b{_WE_DID} (?:{_ANY}{{0,3}}?{_WORK} {_ANY}?{_ALIKE}|{_ANY}{{0,2}}?(?:similar|comparable|such) {_WORK})\b"
)
FOLLOWED = re.compile(
    r"(?!.*\b(?:anim|donn|dispens|assur|deliver|given\b|led\b|ran\b|for \d|pour (?:\d|les?\b|la\b|des\b)))"
    r"[\W\d]*(?:(?:online|short|intensive|distance) )?(?:formations?|trainings?|cours|courses?|stages?|certificate?s?|certificats?"
    r"|modules?|diplome|diploma)\b"
    r"(?: (?:courte?|continue?|en ligne|certifiante?|qualifiante?|online|short|diplomante)\b"
    r"| d[e'] ?\w+ (?:jours?|heures?|semaines?)\b|(?= \())"
)
"""How a line begins that tells of a training followed, even one on evaluation."""
NOT_DONE = Phrases(
    r"\b(?:i have|i've|we have|we've) (?:not|never|rarely|hardly)\b"
    r"|\b(?:i|we) (?:haven't|hadn't|didn't)\b"
    r"|\b(?:je n'ai|nous n'avons)\b[^.;]{0,30}\b(?:pas|jamais|aucun\w*)\b",
    needs="not never rarely hardly haven hadn didn pas jamais aucun",
)
"""Of a hundred passages with such words, ninety-nine tell of nothing done."""
