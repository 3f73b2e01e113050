"""`ami letters`: drafts for the people concerned, and sending them."""

from typing import TYPE_CHECKING, Annotated, cast

from ami_cli.commands import Pair, settings
from ami_cli.commands.assessing import assessed
from ami_cli.commands.options import CallOption, argument, one_of, option
from ami_cli.errors import ExitCode, UsageError

if TYPE_CHECKING:
    from ami_cli.letters import Sending
    from ami_cli.models.calendar import Stage as CallStage
    from ami_cli.models.letter import LetterKind
    from ami_cli.pipeline.lettering import Wanted
    from ami_cli.pipeline.scope import Scope

MORE = Pair(
    "Lettres : receipt (accusé de réception), cure (demande de complément), invitation (seconde étape), regret (refus), "
    "reserve (réserve), extension (appel modifié), answer (réponse à une question). Elles sont écrites comme brouillons "
    "dans outbox/, rien ne part. « ami letters send » dit ce qui partirait, et n’envoie qu’avec --really, une fois chacune.",
    "Letters: receipt, cure (request to complete), invitation (second stage), regret (refusal), reserve, extension (call "
    "changed), answer (to a question). They are written as drafts in outbox/, nothing leaves. “ami letters send” says what "
    "would be sent, and sends only with --really, each letter once.",
)
KINDS = ("receipt", "cure", "invitation", "regret", "reserve", "extension", "answer")
STAGES = ("interest", "proposal")
What = Annotated[str, argument("LETTRE", "LETTER", fr="Laquelle, ou send pour envoyer.", en="Which one, or send to send them.")]
Stage = Annotated[
    str | None,
    option("--stage", fr="L’étape : interest ou proposal.", en="The stage: interest or proposal.", value=("ÉTAPE", "STAGE")),
]
Sender = Annotated[
    str | None,
    option(
        "--from",
        fr="L’adresse de l’expéditeur ; par défaut celle où l’on répond à l’appel.",
        en="The sender's address; by default the one to which people apply.",
        value=("ADRESSE", "ADDRESS"),
    ),
]
To = Annotated[
    str | None, option("--to", fr="Pour answer : à qui répondre.", en="For answer: whom to answer.", value=("ADRESSE", "ADDRESS"))
]
Number = Annotated[
    int | None,
    option(
        "--question",
        fr="Pour answer : le numéro de la question dans calls/questions/APPEL.yaml.",
        en="For answer: the number of the question in calls/questions/CALL.yaml.",
        value=("N", "N"),
        min=1,
    ),
]
Really = Annotated[bool, option("--really", fr="Envoie vraiment, une fois chaque lettre.", en="Really send, each letter once.")]
Server = Annotated[
    str | None,
    option(
        "--server",
        fr="Le serveur d’envoi : smtps://compte@serveur.",
        en="The sending server: smtps://account@server.",
        value=("ADRESSE", "ADDRESS"),
        envvar="AMI_SMTP_SERVER",
    ),
]
Rate = Annotated[
    int,
    option(
        "--per-minute",
        fr="Combien de lettres par minute au plus.",
        en="How many letters a minute at most.",
        value=("N", "N"),
        min=1,
        max=600,
    ),
]
Arrived = Annotated[
    str | None,
    option(
        "--arrived",
        fr="Pour send : cette lettre incertaine est bien arrivée.",
        en="For send: this uncertain letter did arrive.",
        value=("LETTRE", "LETTER"),
    ),
]
Again = Annotated[
    str | None,
    option(
        "--again",
        fr="Pour send : cette lettre incertaine n’est pas arrivée et peut repartir.",
        en="For send: this uncertain letter did not arrive and may be sent again.",
        value=("LETTRE", "LETTER"),
    ),
]


def letters(
    what: What,
    *,
    call: CallOption = None,
    stage: Stage = None,
    sender: Sender = None,
    to: To = None,
    question: Number = None,
    really: Really = False,
    server: Server = None,
    per_minute: Rate = 20,
    arrived: Arrived = None,
    again: Again = None,
) -> ExitCode:
    """Write one kind of letter as drafts in the outbox, or send what is there; 1 where something was withheld or not sent."""
    from ami_cli.pipeline.lettering import Wanted

    one_of(what, (*KINDS, "send"), "letters")
    at = cast("CallStage | None", one_of(stage, STAGES, "--stage") if stage else None)
    if what == "send":
        _settle(call, arrived, again)
        return _send(call, _server(server) if really else None, per_minute)
    kind = cast("LetterKind", what)
    return _draft(call, Wanted(kind, settings.now(), at, sender, to, question))


def _draft(call: str | None, wanted: "Wanted") -> ExitCode:
    from ami_cli import show
    from ami_cli.letters import told
    from ami_cli.pipeline import checking, lettering

    waiting = checking.of_call(call)
    assessments = assessed(waiting, checking.How(stage=wanted.stage))
    drafted = lettering.draft(waiting.scope, assessments, wanted)
    show.table(told.drafted(drafted, settings.language()))
    for one in checking.unequal((waiting,), assessments).get(waiting.scope.call_file.stem, ()):
        show.say(one.words)
    _tell_of_earlier(waiting.scope)
    show.say(told.drafts_counted(drafted))
    return ExitCode.NOT_MET if any(one.state == "withheld" for one in drafted) else ExitCode.DONE


def _tell_of_earlier(scope: "Scope") -> None:
    from ami_cli import show
    from ami_cli.pipeline.receipting import earlier_drafts

    if words := earlier_drafts(scope):
        show.say(words)


def _settle(call: str | None, arrived: str | None, again: str | None) -> None:
    from ami_cli.pipeline import sending
    from ami_cli.pipeline.scope import of_one_call

    for name, came in ((arrived, True), (again, False)):
        if name is not None:
            sending.settle(of_one_call(call), name, arrived=came, now=settings.now())


def _send(call: str | None, server: str | None, per_minute: int) -> ExitCode:
    from ami_cli import show
    from ami_cli.letters import told
    from ami_cli.pipeline import sending
    from ami_cli.pipeline.scope import of_one_call

    way = sending.Way(server, per_minute, _password if show.can_ask() else None, settings.now)
    done: list[Sending] = []
    try:
        done.extend(sending.send(of_one_call(call), way))  # what was sent before a broken connection stays in it
    finally:
        if done:
            show.table(told.sent(done, settings.language()))
        _tell_of_earlier(of_one_call(call))
        show.say(told.sendings_counted(done))
    fine = {"sent", "already_sent", "would_send"}
    return ExitCode.DONE if all(one.outcome in fine for one in done) else ExitCode.NOT_MET


def _server(server: str | None) -> str:
    if server is None:
        raise UsageError(
            fr="pour envoyer, il faut le serveur d’envoi",
            en="to send, the sending server is needed",
            remedy_fr="donnez-le par --server smtps://compte@serveur, ou par la variable AMI_SMTP_SERVER",
            remedy_en="give it by --server smtps://account@server, or in the variable AMI_SMTP_SERVER",
        )
    return server


def _password() -> str:
    from getpass import getpass

    return getpass("SMTP > ")
