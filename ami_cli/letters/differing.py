"""What changed in a draft that is written again, and whom else its address belongs to."""

from collections.abc import Iterator, Mapping, Sequence
from email import message_from_bytes, policy
from email.header import decode_header, make_header
from email.message import Message

from ami_cli.models.letter import Letter
from ami_cli.models.text import Words

ADDRESS = Words(fr="l’adresse", en="the address")
SUBJECT = Words(fr="l’objet", en="the subject")
TEXT = Words(fr="le texte", en="the text")
ATTACHED = Words(fr="les pièces jointes", en="the attachments")


def differs(lying: bytes, made: bytes) -> Words | None:
    """Return which parts of a draft are other ones than before; None where only its form is."""
    found = tuple(_parts(*(message_from_bytes(one, policy=policy.compat32) for one in (lying, made))))
    if not found:
        return None
    french, english = (", ".join(part.of(language) for part in found) for language in ("fr", "en"))
    return Words(fr=f"ce qui change : {french}", en=f"what changes: {english}")


def _parts(before: Message, now: Message) -> Iterator[Words]:
    for name, words in (("To", ADDRESS), ("Subject", SUBJECT)):
        if _header(before, name) != _header(now, name):
            yield words
    if _contents(before, attached=False) != _contents(now, attached=False):
        yield TEXT
    if _contents(before, attached=True) != _contents(now, attached=True):
        yield ATTACHED


def _header(message: Message, name: str) -> str:
    return str(make_header(decode_header(str(message[name] or ""))))


def _contents(message: Message, *, attached: bool) -> list[tuple[str | None, object]]:
    leaves = (part for part in message.walk() if not part.is_multipart())
    return [
        (part.get_filename(), part.get_payload(decode=True)) for part in leaves if (part.get_filename() is not None) == attached
    ]


def shared(letter: Letter, others: Mapping[str, Sequence[str]]) -> Words | None:
    """Return a note where the address is that of another applicant too: what is told to one would be read by the other."""
    address = letter.to_address.casefold()
    found = [one for one, names in others.items() if one != letter.application and address in {name.casefold() for name in names}]
    if not found or letter.kind == "answer":  # whoever asked may well have applied
        return None
    listed = ", ".join(sorted(found))
    return Words(
        fr=f"même adresse que {listed} : vérifiez à qui elle est avant d’envoyer",
        en=f"the same address as {listed}: check whose it is before sending",
    )
