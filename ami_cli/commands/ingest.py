"""`ami ingest`: from a mailbox or a folder to application folders."""

from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Literal

from ami_cli.commands import Pair
from ami_cli.commands.options import CallOption, argument, option
from ami_cli.commands.settings import language, now
from ami_cli.errors import UsageError

if TYPE_CHECKING:
    from ami_cli.pipeline.ingesting import Ingested

MORE = Pair(
    "Rien n’est perdu : ce qui n’est pas pris est écrit dans submissions/<appel>/not-taken.jsonl avec son motif, et le compte "
    "est affiché. Lancée deux fois, la commande ne change rien. Une boîte aux lettres n’est que lue : rien n’y est marqué, "
    "déplacé ni effacé. Son mot de passe est demandé, pris dans le trousseau ou dans AMI_IMAP_PASSWORD ; un jeton OAuth2 dans "
    "AMI_IMAP_TOKEN.",
    "Nothing is lost: what is not taken is written to submissions/<call>/not-taken.jsonl with its reason, and the count is "
    "shown. Run twice, the command changes nothing. A mailbox is only read: nothing in it is marked, moved or deleted. Its "
    "password is asked for, taken from the keyring or from AMI_IMAP_PASSWORD; an OAuth2 token from AMI_IMAP_TOKEN.",
)


def ingest(  # one parameter per option
    sources: Annotated[
        list[str],
        argument(
            "SOURCE…",
            "SOURCE…",
            fr="Des messages (.eml, .msg), des boîtes (mbox, Maildir), des dossiers, des .zip, ou imaps://nom@serveur/INBOX.",
            en="Messages (.eml, .msg), mailboxes (mbox, Maildir), folders, .zip files, or imaps://name@server/INBOX.",
        ),
    ],
    *,
    call: CallOption = None,
    dry_run: Annotated[
        bool, option("--dry-run", fr="Montre ce qui serait fait, et ne fait rien.", en="Show what would be done, and do nothing.")
    ] = False,
    since: Annotated[
        str | None, option("--since", fr="Laisse ce qui est arrivé avant.", en="Leave what arrived before.", value=("DATE", "DATE"))
    ] = None,
    until: Annotated[
        str | None, option("--until", fr="Laisse ce qui est arrivé après.", en="Leave what arrived after.", value=("DATE", "DATE"))
    ] = None,
    take: Annotated[
        list[str] | None,
        option(
            "--take", fr="Prend ce message, quoi qu’en dise ami.", en="Take this message, whatever ami says.", value=("ID", "ID")
        ),
    ] = None,
    drop: Annotated[
        list[str] | None,
        option(
            "--drop",
            fr="Écarte ce message, quoi qu’en dise ami.",
            en="Leave out this message, whatever ami says.",
            value=("ID", "ID"),
        ),
    ] = None,
    stage: Annotated[
        Literal["interest", "proposal", "interview", "contract"] | None,
        option(
            "--stage", fr="L’étape de ces plis ; par défaut la première.", en="The stage of these deliveries; by default the first."
        ),
    ] = None,
) -> None:
    """Take in what arrived: one folder per applicant, and a list of what was not taken."""
    from ami_cli import show
    from ami_cli.models.text import Words
    from ami_cli.pipeline import ingesting

    wishes = ingesting.wishes(take or (), drop or ())
    window = (_moment("--since", since), _moment("--until", until))
    order = ingesting.Order(tuple(sources), call, wishes, *window, stage=stage, dry_run=dry_run)
    with show.progress(Words(fr="Lecture des plis", en="Reading deliveries")) as advance:
        done = ingesting.ingest(order, now(), advance)
    _shown(done, dry_run=dry_run)
    if done.trouble is not None:
        raise done.trouble


def _shown(done: "Ingested", *, dry_run: bool) -> None:
    from ami_cli import show
    from ami_cli.intake import tables
    from ami_cli.letters import told

    for table in tables.of_report(done.report, language(), dry_run=dry_run):
        show.table(table)
    for words in (told.receipts_counted(done.receipts), done.remark):
        if words is not None:
            show.say(words)
    show.say(tables.counted(done.report, dry_run=dry_run))


def _moment(name: str, written: str | None) -> datetime | None:
    """Read an ISO day or moment; a day begins at midnight, in the zone of this computer where none is given."""
    if written is None:
        return None
    try:
        return datetime.fromisoformat(written).astimezone()
    except (ValueError, OverflowError) as error:
        raise UsageError(
            fr=f"{name} : « {written} » n’est pas une date",
            en=f"{name}: “{written}” is not a date",
            remedy_fr="écrivez par exemple 2025-08-01 ou 2025-08-01T12:00+02:00",
            remedy_en="write for instance 2025-08-01 or 2025-08-01T12:00+02:00",
        ) from error
