"""`cures.yaml`: one entry each time a period opens or closes."""

from ami_cli.ledger import Ledger
from ami_cli.models.cure import Cures
from ami_cli.models.text import Words

CURES = Ledger(
    Cures,
    "# Demandes de complément : une entrée par ouverture ou clôture, jamais modifiée.\n"
    "# Requests to complete: one entry each time a period opens or closes, never changed.",
    Words(
        fr="remettez cures.yaml comme ami l’a écrit : il dit ce qui a été demandé à qui",
        en="put cures.yaml back as ami wrote it: it says what was asked of whom",
    ),
)
"""`evaluations/<call>/cures.yaml`."""
