"""What the call asks, said from its fields: the clause that a finding enforces."""

from ami_cli.models.call import Call
from ami_cli.models.requirement import Channel, DocumentRequirement, MustState
from ami_cli.models.text import Words
from ami_cli.rules.engine.phrases import Fragment, both, clean, count, listed, named, plain
from ami_cli.rules.engine.remembered import remembered

_PER = {
    "application": Fragment(),
    "member": Fragment(fr=", pour chaque membre de l’équipe", en=", for each member of the team"),
    "firm": Fragment(fr=", pour chaque structure", en=", for each firm"),
    "lot": Fragment(fr=", pour chaque lot", en=", for each lot"),
}
_EACH = {
    "each": Fragment(fr=" chacun", en=" each"),
    "total": Fragment(fr=" en tout", en=" in total"),
    None: Fragment(),
}


@remembered(256)
def document(asked: DocumentRequirement) -> Words:
    """Return `pièce demandée : CV, pour chaque membre de l’équipe`."""
    name, per = named(asked), _PER[asked.per]
    if not asked.required:
        return both(f"pièce facultative : {name.fr}{per.fr}", f"optional document: {name.en}{per.en}")
    return both(f"pièce demandée : {name.fr}{per.fr}", f"document asked for: {name.en}{per.en}")


def limit(asked: DocumentRequirement, most: Words) -> Words:
    """Return `CV : 3 pages au plus chacun`."""
    name, each = named(asked), _EACH[asked.limit]
    return both(f"{name.fr} : {most.fr} au plus{each.fr}", f"{name.en}: at most {most.en}{each.en}")


@remembered(256)
def statement(asked: DocumentRequirement, state: MustState) -> Words:
    """Return `lettre : au moins 2 références`."""
    name, what = named(asked), said(state)
    return both(f"{name.fr}, à y indiquer : {what.fr}", f"{name.en}, to be stated there: {what.en}")


@remembered(256)
def said(state: MustState) -> Words:
    """Return what is to be stated, in words."""
    if state.what == "references":
        return both(
            f"au moins {count(state.at_least, 'référence', french=True)} de contrats analogues",
            f"at least {count(state.at_least, 'reference')} of similar contracts",
        )
    if state.text is not None:
        return both(plain(state.text, "fr"), plain(state.text, "en"))
    return {
        "firm": both("la structure de rattachement de chaque membre", "the firm of each member"),
        "firm-if-any": both(
            "la structure de rattachement de chaque membre, le cas échéant", "the firm of each member, where there is one"
        ),
        "similar-missions": both("les expériences de missions semblables", "experience of similar missions"),
        "availability": both("les dates de disponibilité", "dates of availability"),
        "other": both("ce que précise l’appel", "what the call specifies"),
    }[state.what]


def channels(call: Call, accepted: tuple[Channel, ...]) -> Words:
    """Return which ways in the call accepts."""
    ways = [clean(channel.address, 120) for channel in accepted]
    rule = call.application.channels.rule
    fr = {"only": "uniquement par", "any": "par l’une de ces voies", "all": "par toutes ces voies"}[rule]
    en = {"only": "only through", "any": "through any of", "all": "through all of"}[rule]
    return both(f"envoi {fr} : {listed(ways, 'et')}", f"sent {en}: {listed(ways, 'and')}")


def subjects(asked: tuple[str, ...]) -> Words:
    """Return the subject that messages should have."""
    every = [clean(subject, 160) for subject in asked]
    return both(
        f"objet du message : {listed((f'« {subject} »' for subject in every), 'ou')}",
        f"subject of the message: {listed((f'“{subject}”' for subject in every), 'or')}",
    )
