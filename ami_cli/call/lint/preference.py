"""A preference that is no published criterion."""

import re
from collections.abc import Iterator

from ami_cli.call.lint.warning import CallWarning, Doubt, page
from ami_cli.call.loading import Loaded
from ami_cli.call.prose.passages import passages
from ami_cli.models.text import Words
from ami_cli.models.texts import texts
from ami_cli.models.wrong import quoted

PAGE = page(
    "preference-not-published",
    title=Words(fr="Préférence locale qui n’est pas un critère", en="Local preference that is no criterion"),
    checks=Words(
        fr="Une préférence pour les prestataires d’un lieu est aussi un critère (selection.criteria) ou un besoin du profil.",
        en="A preference for providers of a place is also a criterion (selection.criteria) or a need of the profile.",
    ),
    why=Words(
        fr="« Pourra être privilégié » : de combien, et contre qui ? Une préférence qui n’est pas un critère publié fragilise "
        "chaque refus.",
        en="“May be preferred”: by how much, and over whom? A preference that is no published criterion weakens every refusal.",
    ),
    example=Words(
        fr="« Un prestataire de la région pourra être privilégié. »", en="“Preference may be given to a provider from the region.”"
    ),
    remedy=Words(
        fr="faites-en un critère ou un besoin (level: asset), ou retirez la phrase",
        en="make it a criterion or a need (level: asset), or remove the sentence",
    ),
)

_PREFERRED = re.compile(
    r"privilégi|préféren|favoris|priorité (?:sera|est|pourra)|prioritaire|de préférence"
    r"|\bprefer|priority (?:will|may|is)|favou?red|advantage (?:will|may)",
    re.IGNORECASE,
)
_LOCAL = re.compile(
    r"\brégion|\bloca(?:l|ux|le|les|lement|lly)\b|territoire|à proximité|\brésid(?:ant|ent|e|er)\b|basée?s? (?:à|en|au)|implanté"
    r"|national(?:e|es|ity|ité)?\b|\bnationaux\b|\bregion|\bbased in\b|\bresid(?:ent|ing)\b|\bfrom the \w+ area\b|nearby",
    re.IGNORECASE,
)
_PROVIDER = re.compile(
    r"prestataire|consultant|candidat|équipe|cabinet|structure|soumissionnaire|expert|entreprise|provider|applicant|team|firm|bidder"
    r"|compan",
    re.IGNORECASE,
)


def check(loaded: Loaded) -> Iterator[Doubt]:
    """Give each preference for a place, unless a criterion or a need speaks of a place."""
    call = loaded.call
    published = [
        text for part in (call.selection.criteria, call.award and call.award.criteria, call.profile) for text in texts(part)
    ]
    if any(_LOCAL.search(words) for _, text in published for words in text.root.values()):
        return
    for passage in passages(loaded):
        if passage.path.startswith(("selection", "award", "profile.")):
            continue
        for sentence in passage.sentences():
            match = _PREFERRED.search(sentence.text)
            if match and _LOCAL.search(sentence.text) and _PROVIDER.search(sentence.text):
                line = passage.line(sentence.start + match.start())
                shown = _around(sentence.text, match)
                message = Words(
                    fr=f"cette préférence n’est pas un critère publié : « {shown} »",
                    en=f"this preference is no published criterion: “{shown}”",
                )
                yield Doubt(passage.path, message, line=line, source=passage.source)


def _around(text: str, match: re.Match[str]) -> str:
    """Return the words near a match, as they can stand in a message."""
    before, after = text[: match.start()].split()[-6:], " ".join(text[match.end() :].split(" ")[:6])
    return quoted(" ".join([*before, match.group() + after]).strip())


WARNING = CallWarning(PAGE, check)
