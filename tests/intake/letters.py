"""Messages for tests, made with the standard library."""

from email.message import EmailMessage
from email.policy import SMTP

PDF = b"%PDF-1.4 fictitious "
WHEN = "Sat, 30 Aug 2025 16:12:00 +0200"


def letter(  # noqa: PLR0913  # what tests vary, all by name
    *,
    subject: str = "Étude / Parcours",
    sender: str = "Ana Martin <ana@rivage.example>",
    to: str = "appels@example.org",
    text: str = "Bonjour,\n\nveuillez trouver ma candidature.\n",
    files: dict[str, bytes] | None = None,
    received: str | None = WHEN,
    date: str = "Sat, 30 Aug 2025 16:11:50 +0200",
    headers: dict[str, str] | None = None,
    number: int = 1,
) -> bytes:
    """Return a whole message; two documents unless `files` says otherwise."""
    message = EmailMessage(policy=SMTP)
    if received:
        message["Received"] = f"from out.rivage.example by mx.example.org with ESMTPS id {number}; {received}"
    message["From"] = sender
    message["To"] = to
    message["Subject"] = subject
    message["Date"] = date
    message["Message-ID"] = f"<{number}@rivage.example>"
    for name, value in (headers or {}).items():
        message[name] = value
    message.set_content(text)
    for name, content in ({"cv.pdf": PDF + b"cv", "lettre.pdf": PDF + b"letter"} if files is None else files).items():
        message.add_attachment(content, maintype="application", subtype="pdf", filename=name)
    return message.as_bytes()
