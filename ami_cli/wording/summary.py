"""The facts of a call beside its words: moments, amounts, addresses."""

from collections.abc import Iterator
from datetime import datetime

from ami_cli.models.calendar import Milestone
from ami_cli.models.call import Call
from ami_cli.models.content import Deadline, Paragraph, Summary, plain
from ami_cli.models.organisation import Organisation
from ami_cli.models.text import TO_BE_SET
from ami_cli.wording import markdown_in
from ami_cli.wording.values import not_set

_LABELS = {
    "deadline": {"fr": "Date limite", "en": "Deadline"},
    "questions": {"fr": "Date limite pour poser des questions", "en": "Deadline for questions"},
}


def summarise(call: Call, organisation: Organisation, language: str) -> Summary:
    """Return the facts of a call, its words in `language`."""
    channel = call.application.channels.accepted[0]
    return Summary(
        id=call.id,
        text=words(call.mission.objective.of(language), language, "mission.objective"),
        deadlines=tuple(sorted(_deadlines(call, language), key=lambda deadline: deadline.at.timestamp())),
        amount=call.budget.exact if call.budget.exact is not None else call.budget.ceiling,
        currency=call.budget.currency,
        countries=call.countries,
        website=organisation.website if organisation.website != TO_BE_SET else None,
        address=_set(channel.address, language),
        subject=_set(channel.subjects[0], language) if channel.subjects else "",
    )


def _set(value: str, language: str) -> str:
    return not_set(language) if value == TO_BE_SET else value


def words(markdown: str, language: str, path: str) -> str:
    """Return the paragraphs of a text without their dress; what stands for `to-be-set` where it is that."""
    if markdown == TO_BE_SET:
        return not_set(language)
    blocks = markdown_in.prose(markdown, language, path=path)
    return " ".join(plain(block.runs) for block in blocks if isinstance(block, Paragraph))


def _deadlines(call: Call, language: str) -> Iterator[Deadline]:
    """Give every moment that binds applicants; a window binds by its end, what is not set yet does not bind."""
    for milestone in call.calendar.milestones:
        if milestone.kind in _LABELS:
            at = call.calendar.moment(milestone if milestone.until is None else _end(milestone))
            if at is not None:
                yield Deadline(id=milestone.id, label=_label(milestone, language), at=at)
    questions = call.application.questions
    if questions is not None and isinstance(questions.until, datetime):
        at = questions.until.replace(tzinfo=call.calendar.zone(Milestone(id="questions", kind="questions", at=questions.until)))
        yield Deadline(id="questions-until", label=_named("questions", language), at=at)


def _end(milestone: Milestone) -> Milestone:
    return milestone.model_copy(update={"at": milestone.until})


def _label(milestone: Milestone, language: str) -> str:
    return (
        words(milestone.label.of(language), language, "calendar.milestones")
        if milestone.label
        else _named(milestone.kind, language)
    )


def _named(kind: str, language: str) -> str:
    return _LABELS[kind].get(language, _LABELS[kind]["en"])
