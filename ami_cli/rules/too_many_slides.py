"""No document has more slides than the call allows."""

from collections.abc import Iterator

from ami_cli.models.assessment import Case
from ami_cli.models.page import RulePage
from ami_cli.models.text import Words
from ami_cli.rules.engine.limits import each_kind
from ami_cli.rules.engine.phrases import both, count
from ami_cli.rules.engine.rule import Finding, Rule
from ami_cli.rules.engine.spans import in_pages

PAGE = RulePage(
    name="too-many-slides",
    about="application",
    title=Words(fr="Trop de diapositives", en="Too many slides"),
    checks=Words(
        fr="Chaque pièce que l’appel limite compte au plus le nombre de diapositives permis.",
        en="Each document that the call limits has at most the slides allowed.",
    ),
    why=Words(
        fr="Tous les candidats ont la même place.",
        en="All applicants have the same room.",
    ),
    example=Words(
        fr="Présentation de 14 diapositives, pour 10 au plus.",
        en="Presentation of 14 slides, where 10 are allowed.",
    ),
    remedy=Words(
        fr="Ouvrez le fichier et comptez. Si l’appel le permet, demandez une version plus courte ; sinon, accordez une"
        " dérogation, la même pour tous : ami settle … --waive.",
        en="Open the file and count. If the call allows it, ask for a shorter version; otherwise give a waiver, the "
        "same for everyone: ami settle … --waive.",
    ),
)


def check(case: Case) -> Iterator[Finding]:
    """Measure each limited document."""
    return each_kind(case, lambda due: due.max_slides, in_pages, _say)


def _say(number: int) -> Words:
    return both(count(number, "diapositive", french=True), count(number, "slide"))


RULE = Rule(PAGE, check, requires=("missing-document",))
