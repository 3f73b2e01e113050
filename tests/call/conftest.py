"""A small workspace of calls."""

from collections.abc import Callable
from pathlib import Path

import pytest

CALL = """\
version: 1
id: essai
procedure: expression-of-interest
languages: [fr, en]
organisation: asso
title: {fr: Étude des parcours de soins, en: Study of care pathways}
mission:
  kind: study
  context:
    fr: |
      L’association accompagne les personnes vers les soins.
      Elle veut comprendre leurs parcours.
    en: |
      The organisation helps people to reach health care.
      It wants to understand their pathways.
  objective: {fr: Décrire les parcours de soins., en: Describe the care pathways.}
  deliverables:
    - {fr: Rapport final, en: Final report}
budget: {ceiling: 15000, currency: EUR}
profile:
  - {need: {fr: Expérience des études qualitatives, en: Experience of qualitative studies}, level: required}
calendar:
  timezone: Europe/Paris
  milestones:
    - {id: interest, kind: deadline, at: 2025-09-16T12:00}
    - {id: proposal, kind: deadline, at: 2025-10-16T12:00}
    - {id: start, kind: wish, at: 2025-11-24}
application:
  documents:
    - {id: cv, kind: cv, stage: interest, per: member, max_pages: 3, limit: each}
    - {id: letter, kind: letter, stage: interest, max_pages: 3, limit: each, must_state: [similar-missions, {references: 2}]}
    - {id: technical, kind: technical-proposal, stage: proposal}
  channels:
    rule: only
    accepted:
      - {email: appels@example.org, subjects: [Étude / Parcours]}
selection: {shortlist_max: 6, mode: reasoned, tie: extend}
"""

ORGANISATION = """\
id: asso
name: {fr: Association d’exemple, en: Example Association}
short_name: {fr: Asso, en: Asso}
address: {fr: 1 rue de l’Exemple 75000 Paris, en: 1 rue de l’Exemple 75000 Paris}
presentation: {fr: Une association de santé., en: A health organisation.}
country: FR
data_protection:
  purposes: {fr: Examiner les candidatures., en: Examine the applications.}
  legal_basis: {fr: L’intérêt légitime., en: Legitimate interest.}
  recipients: {fr: Le comité de sélection., en: The selection committee.}
  retention: {fr: Deux ans après la décision., en: Two years after the decision.}
  rights: {fr: "Accès, rectification, opposition.", en: "Access, rectification, objection."}
  contact_email: dpo@example.org
  authority: {fr: La CNIL., en: The French data protection authority (CNIL).}
"""

Writing = Callable[..., Path]


@pytest.fixture
def write_call(tmp_path: Path) -> Writing:
    """Write the example call, with replacements, and its organisation; give the path of the call."""

    def write(*changes: tuple[str, str], organisation: tuple[tuple[str, str], ...] = (), name: str = "essai") -> Path:
        folder = tmp_path / "calls" / "organisations"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "asso.yaml").write_text(changed(ORGANISATION, organisation), "utf-8")
        path = folder.parent / f"{name}.yaml"
        path.write_text(changed(CALL, changes), "utf-8")
        return path

    return write


def changed(text: str, changes: tuple[tuple[str, str], ...]) -> str:
    for before, after in changes:
        assert text.count(before) >= 1, f"not in the example: {before}"
        text = text.replace(before, after)
    return text


@pytest.fixture
def example() -> str:
    """Return the text of the example call."""
    return CALL
