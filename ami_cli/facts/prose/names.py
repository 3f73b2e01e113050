"""Runs of capitalised words: organisations, places, people."""

import re
from collections.abc import Iterator
from functools import lru_cache

_WORD = re.compile(r"[A-Za-z0-9][\w'&.+-]*")
_APART = re.compile(r"[^\s\"'(&]|\s{3}|\t")
_LINK = frozenset(
    re.findall(
        r"\S+",
        "de du des d la le les l et and of the a au aux en sur par pour sans for in on by y del dos das da di van von der den",
    )
)
_OPENING = frozenset(
    (
        "chez",
        "at",
        "pour",
        "for",
        "le",
        "la",
        "les",
        "the",
        "notre",
        "our",
        "en",
        "in",
        "avec",
        "with",
        "depuis",
        "since",
        "par",
        "by",
        "from",
        "de",
    )
)
_COMMON = frozenset(
    re.findall(
        r"\S+",
        "je j nous notre nos mon ma mes vous votre vos il elle ils elles on ce cette ces c l le la les un une des du de"
        " d au aux en dans sur sous pour par avec sans chez depuis pendant apres avant entre vers selon contre dont ou et mais"
        " donc or ni car"
        " si que qui quoi quand comment combien pourquoi puis enfin ainsi aussi ensuite alors deja encore"
        " plus tres tout tous toute toutes leur leurs son sa ses i we our my you your he she they it its this that these those"
        " there here the a an in on at of to for from with by as"
        " and or but so if when where what which who how why then also both all each every some any no not yes more most"
        " since until after before during between about into over under again once please thank thanks dear madame monsieur"
        " mesdames messieurs bonjour cordialement objet subject re sincerely yours best kind warm"
        " regards janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre january"
        " february march april may june july august september october november december lundi mardi mercredi jeudi vendredi"
        " samedi dimanche monday tuesday wednesday thursday friday saturday sunday"
        " evaluation etude capitalisation audit revue review study assessment report rapport mission missions reference"
        " references contrat contrats contract contracts client clients commanditaire contact annee year annees"
        " projet project programme program annexe annex cv page oct nov dec jan feb mar apr jun jul aug sep"
        " experience experiences similar work position guide formation training realisation etudes studies"
        " research recherche francais anglais french english arabe arabic espagnol spanish europe afrique africa",
    )
)


@lru_cache(maxsize=512)
def proper_names(cased: str) -> tuple[tuple[int, int, tuple[str, ...]], ...]:
    """Return each run of capitalised words with its place and its distinctive words in lower case."""
    return tuple(_runs(cased))


def _runs(cased: str) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    if cased.islower():
        return
    run: list[re.Match[str]] = []
    for word in _WORD.finditer(cased):
        capital = word.group()[0].isupper()
        if not run:  # most words stand outside of any name
            run += [word] if capital else []
            continue
        capital = capital or _elided(word.group())
        if _APART.search(cased, run[-1].end(), word.start()):
            yield from _named(run)
            run = []
        if capital or (run and word.group().lower() in _LINK):
            run.append(word)
        elif run:
            yield from _named(run)
            run = []
    yield from _named(run)


def _elided(word: str) -> bool:
    """Return whether it is a capitalised word after an elided article: `d'Insertion`."""
    return word[1:2] == "'" and word[0] in "dl" and word[2:3].isupper()


def _named(run: list[re.Match[str]]) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    while run and not (run[-1].group()[0].isupper() or _elided(run[-1].group())):
        run = run[:-1]
    while run and run[0].group().lower() in _OPENING:
        run = run[1:]
    words = tuple(
        key
        for word in run
        if (word.group()[0].isupper() or _elided(word.group())) and (key := _key(word.group())) and key not in _COMMON
    )
    if words:
        yield run[0].start(), run[-1].end(), words


def _key(word: str) -> str:
    plain = word.lower().strip("'.-&+")
    return plain.partition("'")[2] if plain[:2] in {"l'", "d'"} or plain[:3] == "qu'" else plain


def named_words(cased: str) -> frozenset[str]:
    """Return the distinctive words of every name in the text."""
    return frozenset(word for _, _, words in proper_names(cased) for word in words)
