"""What the data-protection notice does not say."""

from collections.abc import Iterator

from ami_cli.call.lint.warning import CallWarning, Doubt, page
from ami_cli.call.loading import Loaded
from ami_cli.models.organisation import DataProtection
from ami_cli.models.text import Words

PAGE = page(
    "data-notice-incomplete",
    title=Words(fr="Notice sur les données incomplète", en="Incomplete data notice"),
    checks=Words(
        fr="La notice dit les finalités, la base légale, les destinataires, la durée de conservation, les droits, à qui "
        "s’adresser et l’autorité de contrôle. L’appel complète celle de l’organisation.",
        en="The notice says the purposes, the legal basis, the recipients, the retention period, the rights, whom to contact and "
        "the supervisory authority. The call completes that of the organisation.",
    ),
    why=Words(
        fr="Le RGPD (articles 13 et 14) oblige à le dire à chaque candidat au moment où il remet ses données.",
        en="The GDPR (articles 13 and 14) requires it to be said to each applicant when the data are collected.",
    ),
    example=Words(fr="data_protection sans « retention ».", en="data_protection without “retention”."),
    remedy=Words(
        fr="remplissez ce champ avec votre délégué à la protection des données",
        en="fill in this field with your data protection officer",
    ),
)

_FIELDS = {
    "purposes": Words(fr="les finalités manquent", en="the purposes are missing"),
    "legal_basis": Words(fr="la base légale manque", en="the legal basis is missing"),
    "recipients": Words(fr="les destinataires manquent", en="the recipients are missing"),
    "retention": Words(fr="la durée de conservation manque", en="the retention period is missing"),
    "rights": Words(fr="les droits des personnes manquent", en="the rights of the persons are missing"),
    "authority": Words(fr="l’autorité auprès de qui se plaindre manque", en="the authority to complain to is missing"),
}


def check(loaded: Loaded) -> Iterator[Doubt]:
    """Give each thing that neither the call nor the organisation says."""
    own = loaded.call.data_protection or DataProtection()
    notice = own.completed_by(loaded.organisation.data_protection)
    source = loaded.organisation_source
    for name, message in _FIELDS.items():
        if getattr(notice, name) is None:
            yield Doubt(f"data_protection.{name}", message, source=source)
    if notice.contact_email is None and notice.contact_address is None:
        message = Words(fr="il manque à qui s’adresser", en="whom to contact is missing")
        yield Doubt("data_protection.contact_email", message, source=source)


WARNING = CallWarning(PAGE, check)
