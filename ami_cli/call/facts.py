"""A call's facts as one object: the contract of `ami show --format json`."""

import json
from datetime import datetime
from decimal import Decimal
from typing import Any

from ami_cli.models.calendar import Milestone, in_utc
from ami_cli.models.call import Call, Need, to_be_set
from ami_cli.models.text import TO_BE_SET, Text


def as_json(call: Call) -> str:
    """Return the facts as JSON."""
    return json.dumps(facts(call), ensure_ascii=False, indent=2) + "\n"


def facts(call: Call) -> dict[str, Any]:
    """Return the facts: dates with their offset, in UTC too; what is to be set is null and listed in `to_be_set`."""
    terms, selection = call.application, call.selection
    deadlines = [one for one in call.calendar.milestones if one.kind == "deadline"]
    return {
        "id": call.id,
        "procedure": call.procedure,
        "languages": list(call.languages),
        "title": _words(call.title),
        "organisation": call.organisation,
        "references": [reference.number for reference in call.references],
        "countries": list(call.countries),
        "budget": _budget(call),
        "deadlines": [_deadline(call, one) for one in deadlines],
        "milestones": [_milestone(call, one) for one in call.calendar.milestones],
        "documents": [document.model_dump(mode="json") for document in terms.documents],
        "channel_rule": terms.channels.rule,
        "channels": [
            {"kind": channel.kind, "address": channel.address, "subjects": list(channel.subjects), "stage": channel.stage}
            for channel in terms.channels.accepted
        ],
        "limits": terms.limits.model_dump(mode="json"),
        "shortlist_max": selection.shortlist_max,
        "mode": selection.mode,
        "profile": [_need(need) for need in call.profile],
        "deliverables": [_words(text) for text in call.mission.deliverables],
        "to_be_set": list(dict.fromkeys(to_be_set(call))),
    }


def _words(text: Text) -> dict[str, str]:
    return dict(text.root)


def number(value: Decimal | None) -> int | float | None:
    """Return a number as JSON has it: whole where it is whole."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def _budget(call: Call) -> dict[str, Any]:
    budget = call.budget
    return {
        "ceiling": number(budget.ceiling),
        "floor": number(budget.floor),
        "exact": number(budget.exact),
        "currency": budget.currency,
        "taxes": budget.taxes,
        "covers": budget.covers,
        "contingency_max_percent": number(budget.contingency_max_percent),
    }


def _deadline(call: Call, milestone: Milestone) -> dict[str, Any]:
    moment = call.calendar.moment(milestone)
    return {
        "id": milestone.id,
        "at": _iso(milestone.at if moment is None else moment),
        "at_utc": None if moment is None else in_utc(moment).isoformat().replace("+00:00", "Z"),
        "zone": milestone.timezone or call.calendar.timezone,
        "printed": milestone.printed,
        "stage": milestone.stage or milestone.id,
    }


def _milestone(call: Call, milestone: Milestone) -> dict[str, Any]:
    moment = call.calendar.moment(milestone)
    return {
        "id": milestone.id,
        "kind": milestone.kind,
        "at": _iso(milestone.at if moment is None else moment),
        "until": _iso(milestone.until),
        "label": None if milestone.label is None else _words(milestone.label),
    }


def _iso(value: Any) -> str | None:
    if value is None or value == TO_BE_SET:
        return None
    return value.isoformat(timespec="seconds") if isinstance(value, datetime) else str(value)


def _need(need: Need) -> dict[str, Any]:
    return {"need": _words(need.need), "level": need.level} | (
        {"details": [_need(detail) for detail in need.details]} if need.details else {}
    )
