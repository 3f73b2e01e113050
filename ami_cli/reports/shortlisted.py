"""Shortlist → JSON: the contract with other programs."""

import json

from ami_cli.models.shortlist import Shortlist


def shortlist_as_json(shortlist: Shortlist) -> str:
    """Return the shortlist as one object; scores are numbers."""
    whole = shortlist.model_dump(mode="json")
    for candidate, one in zip(whole["candidates"], shortlist.candidates, strict=True):
        candidate["score"] = None if one.score is None else float(one.score)
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"
