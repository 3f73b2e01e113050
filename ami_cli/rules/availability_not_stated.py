"""Availability is stated."""

from collections.abc import Iterator

from ami_cli.models.assessment import Case
from ami_cli.models.page import RulePage
from ami_cli.models.text import Words
from ami_cli.rules.engine.rule import Finding, Rule
from ami_cli.rules.engine.statements import asked, judge

PAGE = RulePage(
    name="availability-not-stated",
    about="application",
    title=Words(fr="Disponibilité non indiquée", en="Availability not stated"),
    checks=Words(
        fr="Les documents disent quand la personne ou l’équipe est disponible, en dates, en mois ou en mots.",
        en="The documents say when the person or team is available, in dates, months or words.",
    ),
    why=Words(
        fr="Le calendrier de la mission en dépend.",
        en="The calendar of the mission depends on it.",
    ),
    example=Words(
        fr="« Disponible à partir de mi-octobre » et « disponibles tout l’automne » conviennent.",
        en="“Available from mid-October” and “available all autumn” will do.",
    ),
    remedy=Words(
        fr="Lisez les passages montrés. Si l’indication s’y trouve, notez-le : ami settle … --met ; sinon, demandez-la "
        "au candidat si l’appel le permet.",
        en="Read the passages shown. If it is stated there, note it: ami settle … --met; otherwise ask the applicant for "
        "it if the call allows it.",
    ),
)


def check(case: Case) -> Iterator[Finding]:
    """Look for it wherever the call asks a document to state it."""
    return (judge(case, due, state, "availability") for due, state in asked(case, "availability"))


RULE = Rule(PAGE, check, requires=("missing-document", "unreadable-document"))
