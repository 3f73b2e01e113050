"""Draft acknowledgements: what was received, when, and by what it can be known again. Nothing is sent here."""

from email.message import EmailMessage
from email.policy import SMTP
from zoneinfo import ZoneInfo

from ami_cli.intake.arrivals import received_at
from ami_cli.intake.composing import Composed
from ami_cli.intake.delivered import Delivered
from ami_cli.intake.form import FileForm
from ami_cli.intake.mail.decoding import one_line
from ami_cli.intake.receiving import Pages
from ami_cli.intake.terms import Terms
from ami_cli.models.application import Delivery
from ami_cli.models.text import Words


def receipt(composed: Composed, delivered: Delivered, terms: Terms, pages: Pages) -> bytes | None:
    """Return a draft for one delivery in the applicant's language; None where there is no address to write to."""
    delivery = next(one for one in composed.deliveries if one.id == delivered.id)
    files = next(found for one, found in composed.new if one.id == delivered.id)
    to = delivered.reply_to or (delivered.sender.email if delivered.sender else "")
    if not to or not to.isascii():
        return None
    language = delivered.language or ("fr" if terms.call.authoritative == "fr" else "en")
    message = EmailMessage(policy=SMTP)
    message["From"] = delivery.address or (terms.addresses or ("",))[0]
    message["To"] = to
    message["Subject"] = one_line(_SUBJECT.of(language).replace("{title}", terms.call.title.any_of(language)))[:200]
    if delivered.message_id.isascii() and " " not in delivered.message_id:
        message["In-Reply-To"] = delivered.message_id
    message["X-Unsent"] = "1"
    message.set_content(_body(delivery, files, terms, pages, language), cte="quoted-printable")
    return message.as_bytes()


def _body(delivery: Delivery, files: tuple[FileForm, ...], terms: Terms, pages: Pages, language: str) -> str:
    at = received_at(delivery.arrivals)
    zone = ZoneInfo(terms.call.calendar.timezone)
    lines = [
        _HELLO.of(language),
        "",
        _RECEIVED.of(language).replace("{title}", terms.call.title.any_of(language)),
        _WHEN.of(language).replace("{at}", at.astimezone(zone).isoformat()) if at else _UNKNOWN.of(language),
        "",
        *(_file(file, pages, language) for file in files if file.counts != "no-document"),
    ]
    if not any(file.counts != "no-document" for file in files):
        lines.append(_NOTHING.of(language))
    return "\n".join((*lines, "", _MEANING.of(language), "", delivery.id, ""))


def _file(file: FileForm, pages: Pages, language: str) -> str:
    counted = pages.get(file.sha256 or "")
    many = f"{counted} page{'s' if counted > 1 else ''}, " if counted else ""
    size = f"{file.bytes or 0:,}".replace(",", "\u00a0" if language == "fr" else ",")
    unit = "octets" if language == "fr" else "bytes"
    return f"- {one_line(file.name or file.path)} ({many}{size} {unit})\n  SHA-256 {file.sha256}"


_SUBJECT = Words(fr="Accusé de réception : {title}", en="Acknowledgement of receipt: {title}")
_HELLO = Words(fr="Bonjour,", en="Hello,")
_RECEIVED = Words(
    fr="nous avons bien reçu votre message pour l’appel « {title} ».", en="we have received your message for the call “{title}”."
)
_WHEN = Words(fr="Arrivée enregistrée par notre serveur : {at}.", en="Arrival recorded by our server: {at}.")
_UNKNOWN = Words(
    fr="L’heure d’arrivée n’a pas été enregistrée par un serveur.", en="The time of arrival was not recorded by a server."
)
_NOTHING = Words(fr="Ce message ne contenait aucune pièce.", en="This message contained no document.")
_MEANING = Words(
    fr="Cet accusé dit ce qui est arrivé ; il ne dit rien de la recevabilité de votre candidature. "
    "L’empreinte SHA-256 permet de vérifier que chaque fichier est bien celui que vous avez envoyé.",
    en="This acknowledgement says what arrived; it says nothing of whether your application is admissible. "
    "The SHA-256 digest lets you check that each file is the one that you sent.",
)
