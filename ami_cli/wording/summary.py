"""The facts of a call beside its words: moments, amounts, addresses."""

from collections.abc import Iterator

from ami_cli.models.calendar import Milestone
from ami_cli.models.call import Call
from ami_cli.models.content import Deadline, Paragraph, Summary, plain
from ami_cli.models.organisation import Organisation
from ami_cli.models.text import TO_BE_SET
from ami_cli.wording import markdown_in, unseen
from ami_cli.wording.values import not_set

_LABELS = {
    "deadline": {"fr": "Date limite", "en": "Deadline"},
    "interest": {"fr": "Date limite pour manifester son intérêt", "en": "Deadline to express interest"},
    "proposal": {"fr": "Date limite pour remettre la proposition", "en": "Deadline to submit the proposal"},
    "questions": {"fr": "Date limite pour poser des questions", "en": "Deadline for questions"},
}


def summarise(call: Call, organisation: Organisation, language: str) -> Summary:
    """Return the facts of a call, its words in `language`."""
    return Summary(
        id=call.id,
        text=words(call.mission.objective.of(language), language, "mission.objective"),
        deadlines=tuple(sorted(_deadlines(call, language), key=lambda deadline: deadline.at.timestamp())),
        amount=call.budget.exact if call.budget.exact is not None else call.budget.ceiling,
        currency=call.budget.currency,
        countries=call.countries,
        website=organisation.website if organisation.website != TO_BE_SET else None,
    )


def _set(value: str, language: str) -> str:
    return not_set(language) if value == TO_BE_SET else unseen.replaced(value)


def words(markdown: str, language: str, path: str) -> str:
    """Return the paragraphs of a text without their dress; what stands for `to-be-set` where it is that."""
    if markdown == TO_BE_SET:
        return not_set(language)
    blocks = markdown_in.prose(markdown, language, path=path)
    return " ".join(plain(block.runs) for block in blocks if isinstance(block, Paragraph))


def _deadlines(call: Call, language: str) -> Iterator[Deadline]:
    """Give every moment that binds applicants; what is not set yet does not bind."""
    closing = call.calendar.deadline(call.first_stage)
    for milestone in _binding(call):
        moment = call.calendar.moment(milestone)
        at = moment or call.calendar.moment(milestone.model_copy(update={"hour": "end-of-day"}))
        if at is not None:
            address, subject = (_set(words, language) for words in _where(call, milestone))
            yield Deadline(
                id=milestone.id,
                label=_label(milestone, language),
                at=at,
                whole_day=moment is None,
                closing=closing is not None and milestone.id == closing.id,
                address=address,
                subject=subject,
            )


def _binding(call: Call) -> Iterator[Milestone]:
    """Give the milestones that bind applicants, a window by its end; and until when questions may be asked, once."""
    found = [
        milestone if milestone.until is None else milestone.model_copy(update={"at": milestone.until})
        for milestone in call.calendar.milestones
        if milestone.kind in {"deadline", "questions"}
    ]
    yield from found
    until = call.application.questions.until if call.application.questions else None
    if until is not None and all(until != milestone.at for milestone in found if milestone.kind == "questions"):
        yield Milestone(id="questions-until", kind="questions", at=until)


def _stage(milestone: Milestone) -> str:
    return "questions" if milestone.kind == "questions" else milestone.stage or milestone.id


def _where(call: Call, milestone: Milestone) -> tuple[str, str]:
    """Return where to write by then and under which subject: the first channel of the stage, or the address for questions."""
    terms, stage = call.application, _stage(milestone)
    if stage == "questions":
        return (terms.questions.email, terms.questions.subject or "") if terms.questions else ("", "")
    channel = next((one for one in terms.channels.accepted if one.stage in (None, stage)), terms.channels.accepted[0])
    return channel.address, next(iter(channel.subjects), "")


def _label(milestone: Milestone, language: str) -> str:
    if milestone.label:
        return words(milestone.label.of(language), language, "calendar.milestones")
    known = _LABELS.get(_stage(milestone), _LABELS["deadline"])
    return known.get(language, known["en"])
