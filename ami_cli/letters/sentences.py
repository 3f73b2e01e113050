"""What applicants are told of findings, sentence by sentence, without the full stop."""

from typing import NamedTuple

from ami_cli.models.text import Words

CLOSED = {
    "encrypted": Words(fr="protégé par un mot de passe", en="protected by a password"),
    "damaged": Words(fr="abîmé", en="damaged"),
    "empty": Words(fr="vide", en="empty"),
}
"""Why nobody can open a file; anything else a person of the organisation can look at."""


class Several(NamedTuple):
    """What is said of one file, of several, and where no file is named; `{files}` and `{name}` are filled in."""

    one: Words
    many: Words
    none: Words


SENTENCES: dict[str, Words] = {
    "missing-document": Words(
        fr="il manque à votre dossier la pièce « {name} »", en="the document “{name}” is missing from your application"
    ),
    "member-without-cv": Words(
        fr="la pièce « {name} » manque pour {who} ; l’appel la demande pour chaque membre de l’équipe",
        en="the document “{name}” is missing for {who}; the call asks for it for each member of the team",
    ),
    "documents-elsewhere": Words(fr="vous donnez un lien au lieu d’un fichier{what}", en="you give a link instead of a file{what}"),
    "signature-to-see": Words(
        fr="la pièce « {name} » doit être signée, et nous n’y avons pas vu de signature",
        en="the document “{name}” has to be signed, and we saw no signature on it",
    ),
    "similar-missions-not-stated": Words(
        fr="nous n’avons pas trouvé dans votre dossier vos expériences de missions semblables",
        en="we did not find your experience of similar missions in your application",
    ),
    "too-few-references": Words(
        fr="l’appel demande au moins {count}, et nous n’en avons pas trouvé autant dans votre dossier",
        en="the call asks for at least {count}, and we did not find as many in your application",
    ),
    "availability-not-stated": Words(
        fr="nous n’avons pas trouvé dans votre dossier vos dates de disponibilité",
        en="we did not find in your application when you are available",
    ),
    "budget-other-currency": Words(
        fr="le total de la pièce « {name} » n’est pas dans la devise de l’appel",
        en="the total of the document “{name}” is not in the currency of the call",
    ),
    "budget-taxes-unclear": Words(
        fr="la pièce « {name} » ne dit pas clairement si son total comprend les taxes",
        en="the document “{name}” does not say clearly whether its total includes taxes",
    ),
    "budget-sum-wrong": Words(
        fr="les montants de la pièce « {name} » ne s’additionnent pas comme elle l’écrit",
        en="the amounts of the document “{name}” do not add up as it says",
    ),
    "team-size": Words(fr="l’équipe n’est pas composée comme l’appel le demande", en="the team is not made up as the call asks"),
    "wrong-channel": Words(
        fr="votre candidature est arrivée par une autre voie que celles de l’appel",
        en="your application came through another channel than those of the call",
    ),
}
ABOUT_FILES: dict[str, Several] = {
    "unreadable-document": Several(
        Words(fr="nous n’avons pas pu ouvrir le fichier {files}", en="we could not open the file {files}"),
        Words(fr="nous n’avons pas pu ouvrir les fichiers {files}", en="we could not open the files {files}"),
        Words(fr="nous n’avons pas pu ouvrir un de vos fichiers", en="we could not open one of your files"),
    ),
    "wrong-format": Several(
        Words(fr="le fichier {files} n’est pas dans un format accepté", en="the file {files} is not in an accepted format"),
        Words(fr="les fichiers {files} ne sont pas dans un format accepté", en="the files {files} are not in an accepted format"),
        Words(fr="la pièce « {name} » n’est pas dans un format accepté", en="the document “{name}” is not in an accepted format"),
    ),
    "wrong-language": Several(
        Words(fr="le fichier {files} n’est pas dans une langue acceptée", en="the file {files} is not in an accepted language"),
        Words(
            fr="les fichiers {files} ne sont pas dans une langue acceptée", en="the files {files} are not in an accepted language"
        ),
        Words(
            fr="la pièce « {name} » n’est pas dans une langue acceptée", en="the document “{name}” is not in an accepted language"
        ),
    ),
    "firm-not-stated": Several(
        Words(
            fr="le fichier {files} ne dit pas à quelle structure la personne est rattachée",
            en="the file {files} does not say which organisation the person belongs to",
        ),
        Words(
            fr="les fichiers {files} ne disent pas à quelle structure chaque personne est rattachée",
            en="the files {files} do not say which organisation each person belongs to",
        ),
        Words(
            fr="votre dossier ne dit pas à quelle structure chaque personne est rattachée",
            en="your application does not say which organisation each person belongs to",
        ),
    ),
}
OVER = Words(fr="la pièce « {name} » dépasse ce que l’appel permet", en="the document “{name}” is over what the call allows")
WHOLE_OVER = Words(fr="votre envoi dépasse ce que l’appel permet", en="what you sent is over what the call allows")
