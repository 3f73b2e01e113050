"""Experience of similar missions is stated."""

from collections.abc import Iterator

from ami_cli.models.assessment import Case
from ami_cli.models.page import RulePage
from ami_cli.models.text import Words
from ami_cli.rules.engine.rule import Finding, Rule
from ami_cli.rules.engine.statements import asked, judge

PAGE = RulePage(
    name="similar-missions-not-stated",
    about="application",
    title=Words(fr="Missions semblables non indiquées", en="Similar missions not stated"),
    checks=Words(
        fr="Les documents indiquent des expériences de missions semblables, là où l’appel les demande.",
        en="The documents state experience of similar missions, where the call asks for it.",
    ),
    why=Words(
        fr="C’est sur cette expérience que le choix repose. Elle se dit de bien des façons : ami ne la dit absente "
        "que s’il a tout lu, en français ou en anglais, sans en trouver trace.",
        en="The choice rests on this experience. It is said in many ways: ami calls it absent only after reading "
        "everything, in French or English, without finding a trace.",
    ),
    example=Words(
        fr="« J’ai conduit trois capitalisations de programmes de santé » convient.",
        en="“I have led three lesson-learning studies of health programmes” will do.",
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
    return (judge(case, due, state, "similar-mission") for due, state in asked(case, "similar-missions"))


RULE = Rule(PAGE, check, requires=("missing-document", "unreadable-document"))
