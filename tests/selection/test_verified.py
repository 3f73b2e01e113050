"""How a point that a person settled stands in tables and minutes."""

from datetime import UTC, datetime

from ami_cli.models.assessment import Outcome, Verified
from ami_cli.models.text import Words
from ami_cli.selection.tables.listing import verified


def test_what_a_person_saw_is_punctuated_as_its_language_does() -> None:
    by = Verified(who="J. Roux", when=datetime(2025, 9, 29, tzinfo=UTC), reason="no budget", before="to_verify")
    said = Words(fr="pièce manquante", en="missing document")
    one = Outcome(rule="missing-document", requirement="budget", status="not_met", message=said, verified_by=by)
    assert verified(one, "en") == "missing-document: not met (no budget; J. Roux, 2025-09-29)"
    assert verified(one, "fr") == "missing-document : non (no budget ; J. Roux, 2025-09-29)"
