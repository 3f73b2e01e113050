"""No document has more words than the call allows."""

from collections.abc import Iterator

from ami_cli.models.assessment import Case
from ami_cli.models.page import RulePage
from ami_cli.models.text import Words
from ami_cli.rules.engine.limits import each_kind
from ami_cli.rules.engine.phrases import both, count
from ami_cli.rules.engine.rule import Finding, Rule
from ami_cli.rules.engine.spans import in_words

PAGE = RulePage(
    name="too-many-words",
    about="application",
    title=Words(fr="Trop de mots", en="Too many words"),
    checks=Words(
        fr="Chaque pièce que l’appel limite compte au plus le nombre de mots permis, à un dixième près : deux "
        "logiciels ne comptent pas les mots de la même façon.",
        en="Each document that the call limits has at most the words allowed, give or take a tenth: two programs do "
        "not count words alike.",
    ),
    why=Words(
        fr="Tous les candidats ont la même place.",
        en="All applicants have the same room.",
    ),
    example=Words(
        fr="Lettre de 900 mots, pour 500 au plus.",
        en="Letter of 900 words, where 500 are allowed.",
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
    return each_kind(case, lambda due: due.max_words, in_words, _say)


def _say(number: int) -> Words:
    return both(count(number, "mot", french=True), count(number, "word"))


RULE = Rule(PAGE, check, requires=("missing-document",))
