"""Assessments → workflow commands, which GitHub shows beside a run: errors, warnings, and notices for what is waived."""

from collections.abc import Iterator, Mapping, Sequence

from ami_cli.models.assessment import Assessment, Outcome, open_points

_LEVELS = {"not_met": "error", "to_verify": "warning"}


def as_github(assessments: Sequence[Assessment], language: str) -> str:
    """Return one line for each open point and each waived outcome; nothing where all is met."""
    return "".join(line for assessment in assessments for line in _lines(assessment, language))


def _lines(assessment: Assessment, language: str) -> Iterator[str]:
    application = assessment.application
    shown = open_points(assessment.outcomes)
    for outcome in assessment.outcomes:
        level, waived = _LEVELS.get(outcome.status), outcome.waived_by is not None
        if level is not None and (waived or outcome in shown):
            title = f"{application.id} · {outcome.rule}" + (f" · {outcome.requirement}" if outcome.requirement else "")
            where = "/".join(part for part in (application.path.rstrip("/"), _file(outcome)) if part)
            yield workflow_command("notice" if waived else level, {"file": where, "title": title}, _said(outcome, language))


def workflow_command(level: str, properties: Mapping[str, str], message: str) -> str:
    """Return one line that GitHub shows beside a run; whatever the words hold, they stay words."""
    listed = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{level} {listed}::{_message(message)}\n"


def _file(outcome: Outcome) -> str | None:
    return next((evidence.document for evidence in outcome.evidence if evidence.document), None)


def _said(outcome: Outcome, language: str) -> str:
    words = [outcome.message.of(language)]
    if outcome.waived_by is not None:
        words.append(f"({outcome.waived_by.reason}, {outcome.waived_by.who})")
    elif outcome.remedy is not None:
        words.append(outcome.remedy.of(language))
    return "\n".join(words)


def _message(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")
