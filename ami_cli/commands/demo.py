"""`ami demo`: a complete example workspace, and the main job run on it."""

from collections import Counter
from pathlib import Path
from typing import Annotated

from ami_cli.commands import Pair
from ami_cli.commands.options import argument, option
from ami_cli.commands.settings import language, now

MORE = Pair(
    "Les quinze candidatures sont inventées : personnes, cabinets et références n’existent pas. Ce sont de vrais fichiers PDF "
    "et Word, avec les défauts que l’on rencontre : retard de trente secondes, CV trop long, numérisation sans texte, mot de "
    "passe, objet inexact, lettre oubliée, lien de téléchargement…",
    "The fifteen applications are invented: people, firms and references do not exist. They are real PDF and Word files, with "
    "the flaws that one meets: thirty seconds late, a CV too long, a scan without text, a password, a wrong subject, a letter "
    "left out, a download link…",
)


def demo(
    directory: Annotated[
        Path, argument("DOSSIER", "DIR", fr="Où le créer ; par défaut ami-demo.", en="Where to make it; by default ami-demo.")
    ] = Path("ami-demo"),
    *,
    force: Annotated[
        bool,
        option("--force", fr="Refait l’exemple s’il est déjà là.", en="Make the example again where it is there already."),
    ] = False,
) -> None:
    """Make the example, check it, draw up the shortlist, and say what to look at next."""
    from ami_cli import reports, show
    from ami_cli.models import terms
    from ami_cli.models.text import Words
    from ami_cli.pipeline import demonstrating

    made = demonstrating.make(directory, now(), again=force)
    show.say(
        Words(
            fr=f"Exemple créé dans {directory} : 15 candidatures, {made} fichiers.",
            en=f"Example made in {directory}: 15 applications, {made} files.",
        )
    )
    with show.progress(Words(fr="Candidatures", en="Applications"), 15) as advance:
        assessments, shortlist = demonstrating.run(directory, advance)
    show.table(reports.brief(assessments, language()), show.marks(terms.VERDICTS, language()))
    show.table(reports.decided(shortlist, language()), show.marks(terms.DECISIONS, language()))
    show.say(reports.counted(Counter(one.verdict for one in assessments)))
    show.say(demonstrating.next_steps(directory))
