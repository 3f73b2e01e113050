"""The kinds of document, and what each of them says beside the call."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any, Literal

from ami_cli.models.call import Call
from ami_cli.models.content import Notice
from ami_cli.models.questions import Answers
from ami_cli.notice import both, changes, required
from ami_cli.wording.compose import Setting, compose
from ami_cli.wording.context import Words
from ami_cli.wording.templates import SUFFIX

Kind = Literal["notice", "tor", "corrigendum", "questions"]
"""The call notice, the terms of reference of the second stage, what has changed, questions and answers."""


@dataclass(frozen=True)
class Document:
    """Which document of a call is wanted."""

    kind: Kind = "notice"
    earlier: Call | None = None
    """The version that a corrigendum compares with, as it was published."""
    answers: Answers | None = None
    """What the annex of questions and answers says."""


def in_one(setting: Setting, document: Document, language: str) -> Notice:
    """Return the document in one language.

    Raises what `compose` raises, and TemplateError where the template leaves out when, where or under which subject.
    """
    also = () if document.earlier is None else (document.earlier,)
    tree = compose(replace(setting, also=also), language, document.kind, _names(setting, document, language))
    stage = {"notice": setting.call.first_stage, "tor": "proposal"}.get(document.kind)
    if stage is not None:
        required.check(setting.call, stage, tree, f"{document.kind}.{language}.{SUFFIX}")
    return tree


def in_two(setting: Setting, document: Document, alone: Mapping[str, Notice] = MappingProxyType({})) -> Notice:
    """Return the document in the first two languages of the call, side by side.

    `alone` are those that were made in one language already, by their language.

    Raises what `compose` raises, and UnpublishableError where a paragraph stands in one language only.
    """
    left, right = setting.call.languages[:2]
    both.refuse(tuple(both.gaps(setting.call, setting.organisation, left, right)))
    trees = (alone.get(language) or in_one(setting, document, language) for language in (left, right))
    return both.side_by_side(*trees)


def _names(setting: Setting, document: Document, language: str) -> dict[str, Any]:
    found: dict[str, Any] = {}
    if document.answers is not None:
        found["questions"] = document.answers.questions
    if document.earlier is not None:
        published = changes.as_published(setting.call, setting.organisation)
        found["changes"] = changes.changes(document.earlier, published, language)
        found["extension"] = changes.extension(document.earlier, setting.call)
        found["earlier_closing"] = document.earlier.calendar.deadline(document.earlier.first_stage)
        found["earlier"], found["present"] = Words(document.earlier, language), Words(setting.call, language)
        found["earlier_when"] = found["earlier"].when
    return found
