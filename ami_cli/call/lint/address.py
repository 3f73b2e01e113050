"""An e-mail or web address that cannot be one."""

import re
from collections.abc import Iterator

from ami_cli.call.lint.warning import CallWarning, Doubt, page
from ami_cli.call.loading import Loaded
from ami_cli.models.text import TO_BE_SET, Words
from ami_cli.models.wrong import quoted
from ami_cli.strict_yaml import Source

PAGE = page(
    "impossible-address",
    title=Words(fr="Adresse impossible", en="Impossible address"),
    checks=Words(
        fr="Chaque adresse électronique a la forme nom@domaine.org, et chaque adresse de portail ou de site commence par https://.",
        en="Each e-mail address has the form name@domain.org, and each address of a portal or site begins with https://.",
    ),
    why=Words(
        fr="Une candidature envoyée à une adresse fausse est perdue, et ce n’est pas la faute du candidat.",
        en="An application sent to a wrong address is lost, and it is not the applicant’s fault.",
    ),
    example=Words(fr="email: candidatures@example,org", en="email: applications@example,org"),
    remedy=Words(
        fr="corrigez l’adresse, puis envoyez-y un message d’essai", en="correct the address, then send a test message to it"
    ),
)

_LOCAL = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~\-\u00a1-\uffff]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~\-\u00a1-\uffff]+)*")
_LABEL = re.compile(r"[^\W_]([\w-]{0,61}[^\W_])?")
_WEB = re.compile(r"https?://[^\s/?#@]+\.[^\s/?#@.]{2,}(:\d+)?([/?#]\S*)?", re.IGNORECASE)
_LONGEST_LOCAL, _LONGEST = 64, 254  # RFC 5321, section 4.5.3.1


def check(loaded: Loaded) -> Iterator[Doubt]:
    """Give each address that mail or a browser would refuse."""
    for path, address, source in _addresses(loaded):
        if address != TO_BE_SET and not _is_email(address):
            shown = quoted(address)
            message = Words(
                fr=f"« {shown} » ne peut pas être une adresse électronique", en=f"“{shown}” cannot be an e-mail address"
            )
            yield Doubt(path, message, source=source)
    for path, address, source in _sites(loaded):
        if address != TO_BE_SET and not _WEB.fullmatch(address):
            shown = quoted(address)
            message = Words(fr=f"« {shown} » ne peut pas être une adresse de site", en=f"“{shown}” cannot be a web address")
            yield Doubt(path, message, source=source)


def _is_email(address: str) -> bool:
    local, at, domain = address.rpartition("@")
    labels = domain.split(".")
    return (
        bool(at)
        and len(local) <= _LONGEST_LOCAL
        and len(address) <= _LONGEST
        and bool(_LOCAL.fullmatch(local))
        and len(labels) > 1
        and all(_LABEL.fullmatch(label) for label in labels)
        and not labels[-1].isdecimal()
        and len(labels[-1]) > 1
    )


def _addresses(loaded: Loaded) -> Iterator[tuple[str, str, Source]]:
    terms = loaded.call.application
    for index, channel in enumerate(terms.channels.accepted):
        if channel.email is not None:
            yield f"application.channels.accepted.{index}.email", channel.email, loaded.source
    if terms.questions is not None:
        yield "application.questions.email", terms.questions.email, loaded.source
    for notice, source in (
        (loaded.call.data_protection, loaded.source),
        (loaded.organisation.data_protection, loaded.organisation_source),
    ):
        if notice is not None and notice.contact_email is not None:
            yield "data_protection.contact_email", notice.contact_email, source


def _sites(loaded: Loaded) -> Iterator[tuple[str, str, Source]]:
    for index, channel in enumerate(loaded.call.application.channels.accepted):
        if channel.portal is not None:
            yield f"application.channels.accepted.{index}.portal", channel.portal, loaded.source
    for index, annex in enumerate(loaded.call.annexes):
        if annex.url is not None:
            yield f"annexes.{index}.url", annex.url, loaded.source
    if loaded.organisation.website is not None:
        yield "website", loaded.organisation.website, loaded.organisation_source


WARNING = CallWarning(PAGE, check)
