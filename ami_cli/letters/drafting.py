"""A template and a recipient → a letter."""

from collections.abc import Sequence

from ami_cli.errors import SourceError
from ami_cli.letters.message import LONGEST_HEADER
from ami_cli.letters.recipient import Recipient
from ami_cli.models.content import Block, Heading, plain
from ami_cli.models.letter import Letter, LetterKind
from ami_cli.wording.compose import Setting, compose_blocks
from ami_cli.wording.missing import shows_missing
from ami_cli.writers import mail, text

BETWEEN = "\n\n" + "* * *" + "\n\n"
"""Between the two languages of a letter in plain text."""
BEFORE_TITLE = " – "
"""In the subject of a letter, between what it is and the title of the call."""


def draft(kind: LetterKind, recipient: Recipient, setting: Setting, sender: str) -> Letter:
    """Return the letter in each of the recipient's languages; the first heading of the template is its subject.

    Raises:
        SourceError: the letter would show a field of the call that is still to be set, or there is no address.
        TemplateError: the template is wrong.
    """
    parts = tuple((language, *_part(kind, recipient, setting, language)) for language in recipient.languages)
    return Letter(
        kind=kind,
        application=recipient.application,
        to_name=recipient.name,
        to_address=recipient.address or "",
        from_name=setting.organisation.name.any_of(recipient.languages[0]),
        from_address=sender,
        subject=_subject([subject for _, subject, _ in parts]),
        text=BETWEEN.join(text.letter(blocks) for _, _, blocks in parts) + "\n",
        html=mail.write(tuple((language, blocks) for language, _, blocks in parts)),
        language=recipient.languages[0],
        dated=setting.now,
        attachments=recipient.attachments,
        reason=recipient.reason,
        delivery=recipient.delivery,
        in_reply_to=recipient.in_reply_to,
    )


def _subject(subjects: Sequence[str]) -> str:
    """Return the subject in every language; where that is too long, what it is in every language and the title in the first."""
    several = list(dict.fromkeys(subjects))
    whole = " / ".join(several)
    if len(whole) <= LONGEST_HEADER:
        return whole
    first, _, title = several[0].partition(BEFORE_TITLE)
    kinds = [first, *(subject.partition(BEFORE_TITLE)[0] for subject in several[1:])]
    short = f"{' / '.join(kinds)}{BEFORE_TITLE}{title}"
    return short if title and len(short) <= LONGEST_HEADER else several[0]


def _part(kind: LetterKind, recipient: Recipient, setting: Setting, language: str) -> tuple[str, tuple[Block, ...]]:
    blocks = compose_blocks(setting, language, f"letters/{kind}", recipient.telling(language))
    if shows_missing(blocks):
        raise SourceError(
            fr=f"la lettre « {kind} » montrerait un champ de l’appel qui reste à compléter (to-be-set)",
            en=f"the letter “{kind}” would show a field of the call that is still to be set (to-be-set)",
            remedy_fr="complétez l’appel (ami validate dit où), puis relancez",
            remedy_en="fill in the call (ami validate says where), then run again",
        )
    headings = [block for block in blocks if isinstance(block, Heading) and block.level == 1]
    subject = plain(headings[0].runs) if headings else setting.call.title.any_of(language)
    return subject, tuple(block for block in blocks if block not in headings[:1])
