"""`ami new-call`: a new call file."""

from typing import TYPE_CHECKING, Annotated, Any

from ami_cli.commands import Pair, settings
from ami_cli.commands.options import argument, option

if TYPE_CHECKING:
    from ami_cli.call.questions import Ask, Question

HOW = Pair(
    "Entrée garde ce qui est entre crochets, ou laisse la réponse pour plus tard (to-be-set). Ctrl-C abandonne sans rien écrire.",
    "Enter keeps what stands in brackets, or leaves the answer for later (to-be-set). Ctrl-C gives up and writes nothing.",
)
_DATE, _N, _NAME, _ID = ("DATE", "DATE"), ("N", "N"), ("NOM", "NAME"), ("ID", "ID")

Name = Annotated[
    str | None,
    argument("ID", "ID", fr="L’identifiant du nouvel appel : le nom du fichier.", en="The id of the new call: the file’s name."),
]
Source = Annotated[
    str | None,
    option(
        "--from",
        fr="Un appel dont garder la prose et les pièces ; dates et numéros redeviennent to-be-set.",
        en="A call whose prose and documents to keep; dates and numbers become to-be-set again.",
        value=("APPEL", "CALL"),
    ),
]
Titles = Annotated[
    list[str] | None,
    option(
        "--title",
        fr="Le titre, dans la première langue, ou « en=… » dans une autre.",
        en="The title, in the first language, or “fr=…” in another.",
        value=("TITRE", "TITLE"),
    ),
]
Languages = Annotated[
    str | None,
    option(
        "--languages",
        fr="Les langues ; la première fait foi ; par défaut fr,en.",
        en="The languages; the first prevails; by default fr,en.",
        value=("LANGUES", "LANGUAGES"),
    ),
]
Publisher = Annotated[
    str | None,
    option(
        "--organisation",
        fr="Qui publie ; inutile s’il n’y en a qu’une.",
        en="Who publishes; not needed where there is only one.",
        value=_ID,
    ),
]
Procedure = Annotated[
    str | None,
    option(
        "--procedure",
        fr="La procédure ; par défaut expression-of-interest.",
        en="The procedure; by default expression-of-interest.",
        value=_NAME,
    ),
]
Kind = Annotated[
    str | None,
    option("--kind", fr="La nature de la mission ; par défaut other.", en="The kind of mission; by default other.", value=_NAME),
]
Zone = Annotated[
    str | None,
    option(
        "--timezone",
        fr="Le fuseau des dates ; par défaut Europe/Paris.",
        en="The zone of the dates; by default Europe/Paris.",
        value=("FUSEAU", "ZONE"),
    ),
]
Interest = Annotated[
    str | None,
    option("--interest", fr="La date limite pour manifester son intérêt.", en="The deadline to express interest.", value=_DATE),
]
Proposal = Annotated[
    str | None, option("--proposal", fr="La date limite pour la proposition.", en="The deadline for the proposal.", value=_DATE)
]
Start = Annotated[str | None, option("--start", fr="Le démarrage souhaité.", en="The desired start.", value=_DATE)]
Ceiling = Annotated[str | None, option("--ceiling", fr="Le budget maximum.", en="The highest budget.", value=("MONTANT", "AMOUNT"))]
Currency = Annotated[
    str | None, option("--currency", fr="La devise ; par défaut EUR.", en="The currency; by default EUR.", value=("EUR", "EUR"))
]
Email = Annotated[
    str | None,
    option("--email", fr="L’adresse des candidatures.", en="The address for applications.", value=("ADRESSE", "ADDRESS")),
]
Subject = Annotated[
    str | None, option("--subject", fr="L’objet des messages.", en="The subject of messages.", value=("OBJET", "SUBJECT"))
]
Most = Annotated[
    str | None,
    option(
        "--shortlist-max",
        fr="Les candidats retenus, au plus ; par défaut 6.",
        en="The candidates retained, at most; by default 6.",
        value=_N,
    ),
]
CvPages = Annotated[
    str | None, option("--cv-pages", fr="Les pages d’un CV ; par défaut 3.", en="The pages of a CV; by default 3.", value=_N)
]
LetterPages = Annotated[
    str | None,
    option("--letter-pages", fr="Les pages de la lettre ; par défaut 3.", en="The pages of the letter; by default 3.", value=_N),
]
References = Annotated[
    str | None,
    option("--references", fr="Les références demandées ; par défaut 2.", en="The references asked for; by default 2.", value=_N),
]


def new_call(  # one option per question
    name: Name = None,
    *,
    source: Source = None,
    title: Titles = None,
    languages: Languages = None,
    organisation: Publisher = None,
    procedure: Procedure = None,
    kind: Kind = None,
    timezone: Zone = None,
    interest: Interest = None,
    proposal: Proposal = None,
    start: Start = None,
    ceiling: Ceiling = None,
    currency: Currency = None,
    email: Email = None,
    subject: Subject = None,
    shortlist_max: Most = None,
    cv_pages: CvPages = None,
    letter_pages: LetterPages = None,
    references: References = None,
) -> None:
    """Write a new call, commented and valid, where nothing is yet; what is not given is asked on a terminal."""
    given: dict[str, str | None] = {"id": name, "languages": languages, "organisation": organisation, "procedure": procedure}
    given |= {"kind": kind, "timezone": timezone, "interest": interest, "proposal": proposal, "start": start}
    given |= {"ceiling": ceiling, "currency": currency, "email": email, "subject": subject, "shortlist_max": shortlist_max}
    given |= {"cv_pages": cv_pages, "letter_pages": letter_pages, "references": references, **_titles(title or [])}
    from ami_cli import show
    from ami_cli.models.text import Words
    from ami_cli.pipeline import drafting

    path = drafting.new_call(given, source, _asking(), language=show.language(), now=settings.now())
    show.result(str(path))
    show.say(
        Words(
            fr=f"Appel créé. Complétez-le dans un éditeur de texte, puis : ami validate {path.stem}",
            en=f"Call made. Complete it in a text editor, then: ami validate {path.stem}",
        )
    )


def _asking() -> "Ask | None":
    """Return how to ask a person, after a word on how to answer; None where nobody is there."""
    from ami_cli import show

    if not show.can_ask():
        return None
    show.talk(HOW.of(show.language()))

    def ask(question: "Question") -> Any:
        if question.choices:
            show.talk(f"  {' · '.join(question.choices)}")
        return show.ask(question.words, question.default, question.read)

    return ask


def _titles(given: list[str]) -> dict[str, str]:
    """Return the titles by language; one without `fr=` before it is in the first language."""
    titles = {}
    for title in given:
        language, equals, words = title.partition("=")
        known = bool(equals) and language.isascii() and language.islower() and 2 <= len(language) <= 3  # noqa: PLR2004  # as in ISO 639
        titles[f"title:{language}" if known else "title"] = words if known else title
    return titles
