"""`settled.yaml`: what people found where a machine could not tell."""

from ami_cli.ledger import Ledger
from ami_cli.models.settlement import Settlements
from ami_cli.models.text import Words

SETTLED = Ledger(
    Settlements,
    "# Points tranchés par une personne (ami settle) : une entrée chaque fois, jamais modifiée ; la dernière sur un point vaut.\n"
    "# Points settled by a person (ami settle): one entry each time, never changed; the last one on a point holds.",
    Words(
        fr="corrigez ce fichier, puis relancez : il dit ce que des personnes ont vu",
        en="put this file right, then run again: it says what people have seen",
    ),
)
"""`evaluations/<call>/settled.yaml`."""
