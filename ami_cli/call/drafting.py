"""A new call: from answers, or from a call that was made before."""

from collections.abc import Mapping
from copy import deepcopy
from typing import Any

from ami_cli.models.text import TO_BE_SET

Answers = Mapping[str, Any]
"""What was answered or given as options, by the name of the question; what is absent is `to-be-set` or has its default."""


def drafted(answers: Answers) -> dict[str, Any]:
    """Return the values of a new call; what nobody answered is `to-be-set`."""
    languages = list(answers["languages"])
    return {
        "version": 1,
        "id": answers["id"],
        "procedure": answers["procedure"],
        "languages": languages,
        "organisation": answers["organisation"],
        "title": _words(languages, answers.get("title")),
        "references": [{"number": TO_BE_SET}],
        "mission": {
            "kind": answers["kind"],
            "context": dict.fromkeys(languages, f"{TO_BE_SET}\n"),  # a line of its own: paragraphs will follow
            "objective": _words(languages, None),
            "deliverables": [_words(languages, None)],
        },
        "budget": _budget(answers),
        "profile": [{"need": _words(languages, None), "level": "required"}],
        "calendar": {
            "timezone": answers["timezone"],
            "indicative": True,
            "milestones": _milestones(answers),
        },
        "application": {
            "documents": _documents(answers),
            "channels": {"rule": "only", "accepted": [_channel(answers)]},
        },
        "selection": {"shortlist_max": answers["shortlist_max"], "mode": "reasoned", "tie": "extend"},
    }


def _words(languages: list[str], given: Mapping[str, str] | None) -> dict[str, str]:
    return {language: (given or {}).get(language, TO_BE_SET) for language in languages}


def _budget(answers: Answers) -> dict[str, Any]:
    ceiling = {} if answers.get("ceiling") is None else {"ceiling": answers["ceiling"]}
    return {**ceiling, "currency": answers["currency"], "taxes": "included", "covers": "all-costs"}


def _two_stages(answers: Answers) -> bool:
    return bool(answers["procedure"] == "expression-of-interest")


def _milestones(answers: Answers) -> list[dict[str, Any]]:
    rows = [("start", "wish", answers.get("start"))]
    if answers["procedure"] in {"open-tender", "quotation"} or _two_stages(answers):
        rows.insert(0, ("proposal", "deadline", answers.get("proposal")))
    if answers["procedure"] in {"expression-of-interest", "standing-list"}:
        rows.insert(0, ("interest", "deadline", answers.get("interest")))
    return [{"id": name, "kind": kind, "at": at or TO_BE_SET} for name, kind, at in rows]


def _documents(answers: Answers) -> list[dict[str, Any]]:
    first = "proposal" if answers["procedure"] in {"open-tender", "quotation"} else "interest"
    documents: list[dict[str, Any]] = [
        {
            "id": "cv",
            "kind": "cv",
            "stage": first,
            "per": "member",
            "max_pages": answers["cv_pages"],
            "limit": "each",
            "must_state": ["firm-if-any"],
        },
        {
            "id": "letter",
            "kind": "letter",
            "stage": first,
            "per": "application",
            "max_pages": answers["letter_pages"],
            "must_state": ["similar-missions", {"references": answers["references"]}, "availability"],
        },
    ]
    if _two_stages(answers) or first == "proposal":
        documents += [
            {"id": "technical-proposal", "kind": "technical-proposal", "stage": "proposal"},
            {"id": "budget", "kind": "budget", "stage": "proposal"},
        ]
    return documents


def _channel(answers: Answers) -> dict[str, Any]:
    subject = answers.get("subject")
    return {"email": answers.get("email") or TO_BE_SET, "subjects": [subject or TO_BE_SET]}


_PLACES: dict[str, tuple[str | int, ...]] = {
    "id": ("id",),
    "organisation": ("organisation",),
    "procedure": ("procedure",),
    "kind": ("mission", "kind"),
    "timezone": ("calendar", "timezone"),
    "ceiling": ("budget", "ceiling"),
    "currency": ("budget", "currency"),
    "shortlist_max": ("selection", "shortlist_max"),
}
_DATES = ("interest", "proposal", "start")
REDRAFTED = (*_PLACES, *_DATES, "title", "email", "subject")
"""What may be given beside a call to start from; the rest is changed in the file."""


def redrafted(values: Mapping[str, Any], answers: Answers) -> dict[str, Any]:
    """Return the values of another call under a new id: prose and requirements stay, dates and numbers are to be set."""
    fresh: dict[str, Any] = deepcopy(dict(values))
    milestones = fresh["calendar"].get("milestones", [])
    for milestone in milestones:
        _undated(milestone)
        if milestone["id"] in _DATES and answers.get(milestone["id"]):
            milestone["at"] = answers[milestone["id"]]
    for reference in fresh.get("references", []):
        reference["number"] = TO_BE_SET
    questions = fresh["application"].get("questions") or {}
    if "until" in questions:
        questions["until"] = TO_BE_SET
    _put(fresh, answers)
    return fresh


def _put(fresh: dict[str, Any], answers: Answers) -> None:
    """Put what was given beside the call where it belongs."""
    for name, (*path, last) in _PLACES.items():
        if answers.get(name) is not None:
            place: Any = fresh
            for part in path:
                place = place[part]
            place[last] = answers[name]
    channel = fresh["application"]["channels"]["accepted"][0]
    if answers.get("email") is not None:
        channel["email"] = answers["email"]
    if answers.get("subject") is not None:
        channel["subjects"] = [answers["subject"]]
    for language, title in (answers.get("title") or {}).items():
        if not isinstance(fresh["title"], dict):
            fresh["title"] = dict.fromkeys(fresh["languages"], fresh["title"])
        fresh["title"][language] = title


def _undated(milestone: dict[str, Any]) -> None:
    milestone["at"] = TO_BE_SET
    if "until" in milestone:
        milestone["until"] = TO_BE_SET
    for of_that_year in ("printed", "previously"):
        milestone.pop(of_that_year, None)
