"""What the heading above a passage announces: works done, courses followed, what was written, or posts held."""

import re
from functools import lru_cache

_GIVEN = re.compile(r"\b(?:anim\w+|donnee?s|dispens\w+|assuree?s|given|delivered|led|facilitat\w+|concues?)\b")
_COURSES = re.compile(
    r"\b(?:formations?|training|courses?|cours|education|etudes(?: et diplomes)|diplomes?|qualifications?|certificat\w*|certified"
    r"|stages?|cursus|scolarite|degrees?|studies and)\b|^etudes$|^studies$"
)
_WRITINGS = re.compile(
    r"\b(?:publi\w+|articles?|ecrits?|writings?|papers?|books?|ouvrages?|chapitres?|chapters?|communications?|conferences?|talks?"
    r"|bibliograph\w+|lectures?|press|presse)\b"
)
_WORKS = re.compile(
    r"\b(?:missions?|references?|realisations?|travaux|assignments?|consultanc\w+|evaluations?|clients?|commanditaires?"
    r"|contra(?:t|ct)s?|similaires?|analogues?|similar|commissions?|track record|selected works?|portfolio|prestations?|mandats?)\b"
)
_POSTS = re.compile(
    r"\b(?:emplois?|employment|postes?|posts?|positions?|career|carriere|parcours|experiences?|work history|jobs?)\b"
)
_FOLLOWED = re.compile(
    r"\W*(?:(?:formations?|trainings?|courses?|cours|stages|certificat\w*|modules)"
    r"(?: (?:professionnelles?|courtes?|continues?|complementaires?|short|online))*"
    r" (?:suivie?s?|recue?s?|followed|attended|received|taken|completed)"
    r"|formations?(?: (?:continues?|complementaires?|initiales?|academiques?|universitaires?))?|short courses"
    r"|education(?: (?:and|et) (?:training|formation))?|(?:etudes et )?diplomes?(?: et (?:formations?|certificats?))?"
    r"|formations? et diplomes?|academic (?:background|qualifications|training)|training and (?:education|certificates)"
    r"|(?:\w+ )?publications?(?: .*)?)\W*"
)


@lru_cache(maxsize=512)
def is_of_others_work(heading: str) -> bool:
    """Return whether below a heading, folded and in lower case, stand courses followed or writings: no work done for a client."""
    return _FOLLOWED.fullmatch(heading) is not None


@lru_cache(maxsize=512)
def announced(heading: str) -> tuple[bool, bool, bool, bool]:
    """Return whether a heading, folded and in lower case, announces works, courses, writings, posts."""
    if not heading:
        return False, False, False, False
    courses = _COURSES.search(heading) is not None and not _GIVEN.search(heading)
    works, writings, posts = (pattern.search(heading) is not None for pattern in (_WORKS, _WRITINGS, _POSTS))
    return works, courses, writings, posts
