"""Neither a document nor a message is heavier than the call allows."""

from collections.abc import Iterator
from math import ceil

from ami_cli.models.application import ReceivedFile
from ami_cli.models.assessment import Case, Evidence
from ami_cli.models.page import RulePage
from ami_cli.models.text import Words
from ami_cli.rules.engine.limits import each_kind, one_by_one
from ami_cli.rules.engine.phrases import both
from ami_cli.rules.engine.rule import Finding, Rule
from ami_cli.rules.engine.spans import MEGABYTE, Measured, Span, in_bytes

PAGE = RulePage(
    name="too-heavy",
    about="application",
    title=Words(fr="Trop lourd", en="Too heavy"),
    checks=Words(
        fr="Chaque pièce, et les fichiers de chaque message, pèsent au plus ce que l’appel permet, en mégaoctets (1 "
        "Mo = 1 048 576 octets, la lecture la plus large).",
        en="Each document, and the files of each message, weigh at most what the call allows, in megabytes (1 MB = "
        "1,048,576 bytes, the wider reading).",
    ),
    why=Words(
        fr="Au-delà d’une certaine taille, des messageries refusent le message, parfois sans le dire.",
        en="Beyond a certain size, mail systems refuse a message, sometimes without saying so.",
    ),
    example=Words(
        fr="Pièces jointes de 14 Mo, pour 10 au plus par message.",
        en="Attachments of 14 MB, where 10 are allowed per message.",
    ),
    remedy=Words(
        fr="Si le message est bien arrivé, une dérogation, la même pour tous, suffit le plus souvent : ami settle … --waive.",
        en="If the message did arrive, a waiver, the same for everyone, is mostly enough: ami settle … --waive.",
    ),
)


def check(case: Case) -> Iterator[Finding]:
    """Weigh each limited document, then each message where the call limits them."""
    yield from each_kind(case, lambda due: due.max_megabytes and due.max_megabytes * MEGABYTE, in_bytes, _say)
    most = case.call.application.limits.max_megabytes_per_message
    if most is not None and case.application.files:
        limit = _say(most * MEGABYTE)
        clause = both(f"chaque message : {limit.fr} au plus", f"each message: at most {limit.en}")
        yield one_by_one(both("message", "message"), _messages(case), most * MEGABYTE, _say).about(None, clause)


def _messages(case: Case) -> list[Measured]:
    deliveries: dict[str | None, list[ReceivedFile]] = {}
    for file in case.application.files:
        deliveries.setdefault(file.delivery, []).append(file)
    return [_message(delivery, files) for delivery, files in deliveries.items()]


def _message(delivery: str | None, files: list[ReceivedFile]) -> Measured:
    """Return the weight of the files of a message; files of no known message may have come in several."""
    weight = sum(file.bytes for file in files)
    least = weight if delivery is not None else max(file.bytes for file in files)
    return Measured(delivery or files[0].path, Span(least, weight), Evidence(document=files[0].path))


def _say(size: int) -> Words:
    number = f"{ceil(size * 10 / MEGABYTE) / 10:.1f}".removesuffix(".0")  # up: what is over a limit is never shown as being it
    return both(f"{number.replace('.', ',')} Mo", f"{number} MB")


RULE = Rule(PAGE, check, requires=("missing-document",))
