"""What the values of the models are called, in both languages: once, so that a screen, a table and a letter say the same.

In French they agree with « candidature ».
"""

from ami_cli.models.assessment import Status, Verdict
from ami_cli.models.calendar import Stage
from ami_cli.models.shortlist import Decision
from ami_cli.models.text import Words

VERDICTS: dict[Verdict, Words] = {
    "complete": Words(fr="complète", en="complete"),
    "incomplete": Words(fr="incomplète", en="incomplete"),
    "to_verify": Words(fr="à vérifier", en="to verify"),
}
STATUSES: dict[Status, Words] = {
    "met": Words(fr="oui", en="met"),
    "not_met": Words(fr="non", en="not met"),
    "to_verify": Words(fr="à vérifier", en="to verify"),
    "not_applicable": Words(fr="sans objet", en="not applicable"),
}
DECISIONS: dict[Decision, Words] = {
    "shortlisted": Words(fr="retenue", en="shortlisted"),
    "reserve": Words(fr="réserve", en="reserve"),
    "undecided": Words(fr="à décider", en="undecided"),
    "not_retained": Words(fr="non retenue", en="not retained"),
    "excluded": Words(fr="incomplète", en="incomplete"),
}
STAGES: dict[Stage, Words] = {
    "interest": Words(fr="manifestation d’intérêt", en="interest"),
    "proposal": Words(fr="proposition", en="proposal"),
    "interview": Words(fr="entretien", en="interview"),
    "contract": Words(fr="contrat", en="contract"),
}
