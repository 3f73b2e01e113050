"""Nothing is wrong with the application folder or its application.yaml."""

from collections.abc import Iterator

from ami_cli.models.assessment import Case
from ami_cli.models.page import RulePage
from ami_cli.models.text import Words
from ami_cli.rules.engine.phrases import clean, listed
from ami_cli.rules.engine.rule import Finding, Rule, met, to_verify

PAGE = RulePage(
    name="application-file-mistake",
    about="application",
    title=Words(fr="Dossier de candidature à corriger", en="Application folder to be corrected"),
    checks=Words(
        fr="Le dossier de la candidature et son fichier application.yaml se lisent sans faute.",
        en="The application folder and its application.yaml can be read without a mistake.",
    ),
    why=Words(
        fr="Tant qu’il y a une faute, rien n’est sûr : un nom de fichier mal écrit ferait croire qu’une pièce manque.",
        en="While there is a mistake nothing is sure: a misspelt file name would make a document seem missing.",
    ),
    example=Words(
        fr="application.yaml nomme un fichier qui n’est pas dans le dossier.",
        en="application.yaml names a file that is not in the folder.",
    ),
    remedy=Words(
        fr="Corrigez la faute indiquée, puis relancez ami check.",
        en="Correct the mistake shown, then run ami check again.",
    ),
)


def check(case: Case) -> Iterator[Finding]:
    """Say what is wrong with the folder."""
    mistakes = case.application.mistakes
    if not mistakes:
        yield met("le dossier se lit sans faute", "the folder can be read without a mistake")
        return
    fr = listed((clean(mistake.fr) for mistake in mistakes), "et")
    en = listed((clean(mistake.en) for mistake in mistakes), "and")
    yield to_verify(f"à corriger : {fr}", f"to be corrected: {en}")


RULE = Rule(PAGE, check)
