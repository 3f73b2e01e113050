"""Documents that came before their stage and that the organisation may look at, not keep."""

from ami_cli.models.assessment import Case
from ami_cli.models.text import Words
from ami_cli.rules.engine.phrases import both, files, named
from ami_cli.rules.engine.pieces import of_kind, pieces


def too_early(case: Case) -> tuple[Words, ...]:
    """Return a remark for each such document: it changes no verdict, but it should not stay in the folder."""
    remarks = []
    for asked in case.call.application.documents:
        found = of_kind(pieces(case), asked.kind)
        if asked.keep == "never" and asked.stage != case.stage and found:
            name, where = named(asked), files(piece.path for piece in found)
            fr = f"{name.fr} : pièce reçue avant son étape et qui ne se conserve pas ({where.fr}) ; retirez-la du dossier"
            en = f"{name.en}: document received before its stage, and not to be kept ({where.en}); take it out of the folder"
            remarks.append(both(fr, en))
    return tuple(remarks)
