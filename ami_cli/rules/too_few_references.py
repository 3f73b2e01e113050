"""As many references as the call asks for are given."""

from collections.abc import Iterator

from ami_cli.models.assessment import Case
from ami_cli.models.page import RulePage
from ami_cli.models.text import Words
from ami_cli.rules.engine.rule import Finding, Rule
from ami_cli.rules.engine.statements import asked, judge

PAGE = RulePage(
    name="too-few-references",
    about="application",
    title=Words(fr="Trop peu de références", en="Too few references"),
    checks=Words(
        fr="Les documents donnent au moins autant de références de contrats analogues que l’appel en demande, dans le"
        " texte, une liste, un tableau ou une annexe.",
        en="The documents give at least as many references of similar contracts as the call asks for, in prose, a "
        "list, a table or an annex.",
    ),
    why=Words(
        fr="Les références permettent de vérifier l’expérience annoncée. Le nombre vient de l’appel.",
        en="References allow the announced experience to be checked. The number comes from the call.",
    ),
    example=Words(
        fr="L’appel demande deux références ; la lettre cite un contrat pour une fondation en 2022 et un pour une "
        "ville en 2023 : elles y sont.",
        en="The call asks for two references; the letter cites a contract for a foundation in 2022 and one for a city"
        " in 2023: they are there.",
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
    return (judge(case, due, state, "reference") for due, state in asked(case, "references"))


RULE = Rule(PAGE, check, requires=("missing-document", "unreadable-document"))
