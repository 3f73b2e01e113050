"""`ami render`: the documents that publish a call."""

from pathlib import Path
from typing import Annotated

from ami_cli.commands import settings
from ami_cli.commands.options import CallArgument, option

To = Annotated[
    str,
    option(
        "--to",
        fr="Les formats (docx, pdf, html, md, txt, ics), séparés par des virgules, ou all.",
        en="The formats (docx, pdf, html, md, txt, ics), joined by commas, or all.",
        value=("FORMATS", "FORMATS"),
    ),
]
Languages = Annotated[
    str | None,
    option(
        "--lang",
        fr="Les langues des documents, séparées par des virgules, ou both pour deux côte à côte ; par défaut toutes.",
        en="The languages of the documents, joined by commas, or both for two side by side; by default all.",
        value=("LANGUES", "LANGUAGES"),
    ),
]
KindOf = Annotated[
    str,
    option(
        "--kind",
        fr="Le document : notice (l’avis), tor (les termes de référence), corrigendum (le rectificatif), questions.",
        en="The document: notice, tor (the terms of reference), corrigendum, questions.",
        value=("DOCUMENT", "DOCUMENT"),
    ),
]
Since = Annotated[
    str | None,
    option(
        "--since",
        fr="Pour un rectificatif : la version à comparer, une révision git ou un fichier.",
        en="For a corrigendum: the version to compare with, a git revision or a file.",
        value=("VERSION", "VERSION"),
    ),
]
Questions = Annotated[
    Path | None,
    option(
        "--questions",
        fr="Le fichier des questions et réponses ; par défaut calls/questions/APPEL.yaml.",
        en="The file of questions and answers; by default calls/questions/CALL.yaml.",
        value=("FICHIER", "FILE"),
    ),
]
Out = Annotated[
    Path | None,
    option(
        "--out",
        fr="Le dossier où écrire ; par défaut exports/APPEL.",
        en="The folder to write in; by default exports/CALL.",
        value=("DOSSIER", "DIR"),
    ),
]
Draft = Annotated[
    bool,
    option(
        "--draft",
        fr="Écrit un brouillon, marqué comme tel, même s’il reste des champs à compléter.",
        en="Write a draft, marked as such, even where fields are still to be set.",
    ),
]


def render(
    call: CallArgument = None,
    *,
    to: To = "docx",
    lang: Languages = None,
    kind: KindOf = "notice",
    since: Since = None,
    questions: Questions = None,
    out: Out = None,
    draft: Draft = False,
) -> None:
    """Write the documents of a call in each format and language; say where they are."""
    from ami_cli import notice, show
    from ami_cli.pipeline import publishing

    wish = notice.Wish(to, lang, notice.kind_of(kind), since, questions, draft=draft)
    show.result("\n".join(map(str, publishing.render(call, wish, out, settings.now()))))
