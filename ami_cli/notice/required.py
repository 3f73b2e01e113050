"""What a published document may not leave out, whatever its template says: when, where and under which subject."""

from collections.abc import Iterator

from ami_cli.errors import TemplateError
from ami_cli.models.calendar import Stage
from ami_cli.models.call import Call
from ami_cli.models.content import Notice
from ami_cli.models.text import TO_BE_SET, Words
from ami_cli.wording import dates
from ami_cli.wording.missing import runs
from ami_cli.wording.typography import set_text

DEADLINE = Words(fr="la date limite", en="the deadline")
ADDRESS = Words(fr="l’adresse d’envoi", en="the address to send to")
SUBJECT = Words(fr="l’objet à recopier", en="the subject to type")


def check(call: Call, stage: Stage, tree: Notice, template: str) -> None:
    """Raise a TemplateError that names what the template does not print."""
    printed = "".join(run.text for run in runs(tree.blocks))
    lacking = [what for what, fact in _facts(call, stage, tree.language) if fact not in printed]
    if lacking:
        fr, en = (", ".join(what.of(language) for what in lacking) for language in ("fr", "en"))
        raise TemplateError(
            fr=f"{template} : le modèle n’imprime nulle part {fr}",
            en=f"{template}: the template nowhere prints {en}",
            remedy_fr="remettez-y la valeur, ou supprimez votre copie du modèle pour reprendre celle d’ami",
            remedy_en="put the value back, or delete your copy of the template to use the one ami brings",
        )


def _facts(call: Call, stage: Stage, language: str) -> Iterator[tuple[Words, str]]:
    """Give each fact as it is printed; what is `to-be-set` cannot be asked for."""
    closing = call.calendar.deadline(stage)
    when = closing and dates.milestone(closing, call.calendar, language)
    if when:
        yield DEADLINE, set_text(when, language)
    for channel in call.application.channels.accepted:
        if channel.stage in (None, stage):
            if channel.kind != "paper" and channel.address != TO_BE_SET:
                yield ADDRESS, channel.address
            if channel.subjects and channel.subjects[0] != TO_BE_SET:
                yield SUBJECT, channel.subjects[0]
