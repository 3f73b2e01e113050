"""What has to be signed is signed."""

from collections.abc import Iterator

from ami_cli.models.assessment import Case
from ami_cli.models.page import RulePage
from ami_cli.models.text import Words
from ami_cli.rules.engine.phrases import both, named, plain
from ami_cli.rules.engine.pieces import of_kind, pieces, wanted
from ami_cli.rules.engine.rule import Finding, Rule, no_piece, to_verify

PAGE = RulePage(
    name="signature-to-see",
    about="application",
    title=Words(fr="Signature à voir", en="Signature to see"),
    checks=Words(
        fr="Les pièces et déclarations que l’appel veut signées portent une signature.",
        en="The documents and declarations that the call wants signed bear a signature.",
    ),
    why=Words(
        fr="Une signature est une image, un trait ou un certificat : c’est à une personne de la voir.",
        en="A signature is a picture, a stroke or a certificate: a person has to see it.",
    ),
    example=Words(
        fr="L’appel demande une déclaration sur l’honneur signée.",
        en="The call asks for a signed declaration on honour.",
    ),
    remedy=Words(
        fr="Ouvrez la pièce et voyez si elle est signée. Si oui, notez-le : ami settle … --met ; sinon, demandez-la "
        "signée si l’appel le permet.",
        en="Open the document and see whether it is signed. If so, note it: ami settle … --met; otherwise ask for it "
        "signed if the call allows it.",
    ),
)


def check(case: Case) -> Iterator[Finding]:
    """Hand to a person each document and each declaration of the stage that must be signed."""
    every = pieces(case)
    for due in wanted(case, required=False):
        if due.signed:
            name, found = named(due), of_kind(every, due.kind)
            fr, en = f"signature à voir : {name.fr}", f"signature to see: {name.en}"
            seen = to_verify(fr, en, *(piece.shown() for piece in found)) if found else no_piece(name)
            yield seen.about(due.id, both(f"pièce à signer : {name.fr}", f"document to be signed: {name.en}"))
    for declaration in case.call.application.declarations:
        if declaration.stage == case.stage:
            fr, en = plain(declaration.text, "fr"), plain(declaration.text, "en")
            seen = to_verify(f"déclaration signée à voir : {fr}", f"signed declaration to see: {en}")
            yield seen.about(declaration.id, both(f"déclaration à signer : {fr}", f"declaration to be signed: {en}"))


RULE = Rule(PAGE, check, requires=("missing-document",))
