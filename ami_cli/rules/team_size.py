"""The team is as large as the call asks."""

from collections.abc import Iterator

from ami_cli.models.assessment import Case
from ami_cli.models.names import same_person
from ami_cli.models.page import RulePage
from ami_cli.models.text import Words
from ami_cli.rules.engine.phrases import both, count, plain
from ami_cli.rules.engine.pieces import of_kind, pieces
from ami_cli.rules.engine.rule import Finding, Rule, met, to_verify
from ami_cli.rules.engine.team import members

PAGE = RulePage(
    name="team-size",
    about="application",
    title=Words(fr="Taille de l’équipe", en="Size of the team"),
    checks=Words(
        fr="Le nombre de personnes de l’équipe, d’après la lettre, les CV et application.yaml, est celui que l’appel "
        "demande ; la composition demandée est lue par une personne.",
        en="The number of people in the team, from the letter, the CVs and application.yaml, is what the call asks; "
        "the mix asked for is read by a person.",
    ),
    why=Words(
        fr="L’appel fixe la taille de l’équipe pour que les offres se comparent. Compter des personnes dans un texte "
        "est incertain : au pire, une personne vérifie.",
        en="The call sets the size of the team so that offers compare. Counting people in a text is uncertain: at "
        "worst, a person looks.",
    ),
    example=Words(
        fr="L’appel demande deux personnes au moins ; un seul CV est joint.",
        en="The call asks for two people at least; only one CV is attached.",
    ),
    remedy=Words(
        fr="Comptez les personnes de l’équipe et nommez-les dans application.yaml (team), ou notez ce que vous avez "
        "compté : ami settle … --met.",
        en="Count the people of the team and name them in application.yaml (team), or note what you counted: ami settle … --met.",
    ),
)


def check(case: Case) -> Iterator[Finding]:
    """Count the people, where the call says how many."""
    asked = case.call.application.team
    if asked is None or (asked.min_members, asked.max_members, asked.mix) == (None, None, None):
        return
    least, most = asked.min_members or 0, asked.max_members
    upper_fr, upper_en = (f", {most} au plus", f", at most {most}") if most else ("", "")
    clause = both(f"équipe : {least} au moins{upper_fr}", f"team: at least {least}{upper_en}")
    people = _people(case)
    number = len(people)
    fr, en = count(number, "personne reconnue", "personnes reconnues", french=True), count(number, "person", "people")
    if asked.mix is not None:
        told = to_verify(
            f"composition à lire ({fr}) : {plain(asked.mix, 'fr')}", f"mix to be read ({en} recognised): {plain(asked.mix, 'en')}"
        )
    elif number < least or (most is not None and number > most):
        told = to_verify(f"taille de l’équipe à vérifier : {fr}", f"size of the team to be checked: {en} recognised")
    else:
        told = met(f"taille de l’équipe : {fr}", f"size of the team: {en} recognised")
    yield told.about(None, clause)


def _people(case: Case) -> list[str]:
    every = pieces(case)
    if case.application.team:
        return [member.name for member in case.application.team]
    people: list[str] = []
    named = (*(member.name for member in members(case, every)), *(piece.person or "" for piece in of_kind(every, "cv")))
    for name in named:
        if name and not any(same_person(name, other) for other in people):
            people.append(name)
    return people


RULE = Rule(PAGE, check)
