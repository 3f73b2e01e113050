"""What is said of a candidate in a shortlist."""

from collections.abc import Iterable
from fractions import Fraction

from ami_cli.models.text import Words

AS_MANY_PLACES = Words(
    fr="Dossier complet, et il y a autant de places que de dossiers complets.",
    en="The application is complete, and there are as many places as complete applications.",
)
NO_GROUND = Words(
    fr="Aucun motif écrit : le comité doit dire, pour ce dossier, retenu ou non et pourquoi (grounds.yaml).",
    en="No written ground: the committee has to say for this application whether it is retained, and why (grounds.yaml).",
)
VERIFY_FIRST = Words(
    fr="Des points restent à vérifier dans ce dossier : tranchez-les d’abord (ami settle).",
    en="Some points of this application are still to be verified: settle them first (ami settle).",
)
NOT_MARKED = Words(
    fr="Aucun évaluateur n’a noté ce dossier (conflits d’intérêts ou abstentions) : désignez un autre évaluateur.",
    en="No evaluator has marked this application (conflicts of interest or abstentions): appoint another evaluator.",
)
NOT_MARKED_YET = Words(
    fr="Pas encore noté : les grilles remplies sont attendues.",
    en="Not marked yet: the filled grids are awaited.",
)
TIE_UNDECIDED = Words(
    fr="À égalité sur la dernière place, et la règle déclarée ne départage pas : le comité doit décider et l’écrire.",
    en="Tied on the last place, and the declared rule does not part them: the committee has to decide and write it down.",
)
TIED = {
    "extend": Words(
        fr="À égalité sur la dernière place : toute l’égalité est retenue.", en="Tied on the last place: the whole tie is taken."
    ),
    "reserve": Words(
        fr="À égalité sur la dernière place : aucun des ex æquo n’est retenu.",
        en="Tied on the last place: none of the tied is taken.",
    ),
    "received-first": Words(
        fr="À égalité sur la dernière place : les premiers arrivés sont retenus.",
        en="Tied on the last place: those received first are taken.",
    ),
}
PROVISIONAL = Words(
    fr="Provisoire : des grilles sont encore attendues.",
    en="Provisional: some grids are still awaited.",
)
PRICE_AWAITED = Words(
    fr="Seuil technique atteint ; le prix n’est pas connu : relevez-le et écrivez-le dans application.yaml (price).",
    en="The technical threshold is reached; the price is not known: note it and write it in application.yaml (price).",
)
OTHER_PRICES = Words(
    fr="Seuil technique atteint ; le classement attend le prix des autres.",
    en="The technical threshold is reached; the ranking waits for the price of others.",
)
NOT_SCORED = Words(
    fr="L’appel annonce une notation par critères, et la décision repose ici sur des motifs écrits seulement.",
    en="The call announces scoring by criteria, and the decision rests here on written grounds alone.",
)
NO_GROUNDS = Words(
    fr="Il y a plus de dossiers complets que de places, et aucun motif n’est écrit : personne n’est classé. "
    "Écrivez les motifs dans evaluations/<appel>/grounds.yaml, puis relancez.",
    en="There are more complete applications than places, and no ground is written: nobody is ranked. "
    "Write the grounds in evaluations/<call>/grounds.yaml, then run again.",
)
NO_GRIDS = Words(
    fr="L’appel prévoit une notation, et aucune grille remplie n’a été trouvée : préparez-les avec « ami grids ».",
    en="The call provides for scoring, and no filled grid was found: make them with “ami grids”.",
)


def too_few(complete: int, minimum: int) -> Words:
    """Say that there are fewer complete applications than the call wants."""
    return Words(
        fr=f"Dossiers complets : {complete}, moins que le minimum de {minimum} prévu par l’appel.",
        en=f"Complete applications: {complete}, fewer than the minimum of {minimum} that the call sets.",
    )


def ranked(rank: int, score: Fraction) -> Words:
    """Say the rank and the score in percent."""
    return Words(fr=f"Rang {rank}, {percent(score, 'fr')} sur 100.", en=f"Rank {rank}, {percent(score, 'en')} out of 100.")


def parts(technical: Fraction, financial: Fraction) -> Words:
    """Say the technical and the financial score."""
    return Words(
        fr=f"Technique {percent(technical, 'fr')}, financier {percent(financial, 'fr')}.",
        en=f"Technical {percent(technical, 'en')}, financial {percent(financial, 'en')}.",
    )


def unpriced(names: Iterable[str]) -> Words:
    """Say whose price is awaited."""
    return Words(
        fr=f"Il manque le prix de : {listed(names)}. Personne n’est encore classé.",
        en=f"The price is missing of: {listed(names)}. Nobody is ranked yet.",
    )


def awaited(names: Iterable[str]) -> Words:
    """Say whose grid has not come back."""
    return Words(fr=f"Grilles encore attendues : {listed(names)}.", en=f"Grids still awaited: {listed(names)}.")


def declared(evaluator: str, application: str, reason: str, *, conflict: bool) -> Words:
    """Say that an evaluator does not judge a candidate, and why."""
    what = Words(fr="conflit d’intérêts", en="conflict of interest") if conflict else Words(fr="abstention", en="abstention")
    return Words(
        fr=f"{evaluator} ne note pas {application} ({what.fr} : {reason}).",
        en=f"{evaluator} does not judge {application} ({what.en}: {reason}).",
    )


def depends(names: Iterable[str]) -> Words:
    """Say that a place depends on candidates whose eliminatory needs are open."""
    return Words(
        fr=f"Sa place dépend de ce que le comité décidera de : {listed(names)}.",
        en=f"This place depends on what the committee decides about: {listed(names)}.",
    )


def unknown(name: str) -> Words:
    """Say that grounds name an application that is not there."""
    return Words(fr=f"dossier inconnu : « {name} »", en=f"unknown application: “{name}”")


def against_marks(name: str) -> Words:
    """Say that a ground contradicts the marks."""
    return Words(fr=f"le motif de « {name} » contredit les notes", en=f"the ground of “{name}” contradicts the marks")


def below_threshold(what: Words | None, score: Fraction, threshold: Fraction) -> Words:
    """Say that a score is below a threshold, in total or on one criterion."""
    on = Words(fr=f" sur « {what.fr} »", en=f" on “{what.en}”") if what else Words(fr=" au total", en=" in total")
    return Words(
        fr=f"Sous le seuil{on.fr} : {percent(score, 'fr')} pour {percent(threshold, 'fr')} demandés.",
        en=f"Below the threshold{on.en}: {percent(score, 'en')} where {percent(threshold, 'en')} is asked.",
    )


def percent(share: Fraction, language: str) -> str:
    """Return a share of 1 as percent with two decimals, rounded half up, in the language's form."""
    hundredths = (share * 10_000 + Fraction(1, 2)).__floor__()
    whole, rest = divmod(hundredths, 100)
    return f"{whole},{rest:02}" if language == "fr" else f"{whole}.{rest:02}"


def listed(names: Iterable[str]) -> str:
    """Return names joined by commas."""
    return ", ".join(names)
