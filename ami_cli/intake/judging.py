"""Is it an application for this call? If not, why not."""

import re
from dataclasses import dataclass
from typing import Literal

from ami_cli.intake.delivered import Delivered
from ami_cli.intake.kinds import kind_of_name
from ami_cli.intake.terms import Terms
from ami_cli.models.folding import folded
from ami_cli.models.subjects import Match, closest
from ami_cli.models.text import Words
from ami_cli.models.wrong import quoted

Reason = Literal[
    "bounce", "auto-reply", "list", "report", "own", "other-call", "question", "unrelated", "outside-window", "duplicate",
    "refused", "stray", "dropped",
]  # fmt: skip
WORDS: dict[Reason, Words] = {
    "bounce": Words(fr="message qui n’a pas pu être remis", en="message that could not be delivered"),
    "auto-reply": Words(fr="réponse automatique", en="automatic reply"),
    "list": Words(fr="lettre d’information ou liste de diffusion", en="newsletter or mailing list"),
    "report": Words(fr="accusé de lecture ou de remise", en="receipt of reading or delivery"),
    "own": Words(fr="message de l’organisation elle-même", en="message of the organisation itself"),
    "other-call": Words(fr="candidature à un autre appel", en="application to another call"),
    "question": Words(fr="question ou échange, sans pièce", en="question or exchange, without document"),
    "unrelated": Words(fr="sans rapport apparent avec l’appel", en="no apparent relation to the call"),
    "outside-window": Words(fr="hors de la période demandée", en="outside the period asked for"),
    "duplicate": Words(fr="copie d’un message déjà pris", en="copy of a message already taken"),
    "refused": Words(fr="message illisible", en="message that cannot be read"),
    "stray": Words(fr="fichier qui n’est à personne", en="file that belongs to nobody"),
    "dropped": Words(fr="écarté par une personne", en="left out by a person"),
}
_ABOUT = re.compile(
    r"\b(candidat|postul|soumission|offre|appel a manifestation|ami\b|expression of interest|applicat|apply|proposal|tender)"
)
_REPLY = re.compile(r"\s*(re|tr|fwd?|aw)\s*:", re.IGNORECASE)
_DOCUMENT = re.compile(r"\.(pdf|docx?|odt|rtf|zip|pages|7z|rar|pptx?|xlsx?|ods)$", re.IGNORECASE)


@dataclass(frozen=True)
class Judgement:
    """Taken, or not taken and why."""

    reason: Reason | None
    detail: Words | None = None
    match: Match | None = None

    @property
    def taken(self) -> bool:
        """Tell whether it is an application."""
        return self.reason is None

    @property
    def words(self) -> Words:
        """Return the reason in words; those of `detail` where it says more."""
        if self.reason is None:
            return Words(fr="prise", en="taken")
        known = WORDS[self.reason]
        return known if self.detail is None else Words(fr=f"{known.fr} : {self.detail.fr}", en=f"{known.en}: {self.detail.en}")


def judge(delivered: Delivered, terms: Terms) -> Judgement:
    """Decide on one delivery. What a machine wrote, or what has no document and no matching subject, is not taken."""
    if _outside(delivered, terms):
        return Judgement("outside-window")
    if delivered.kind == "files":
        return Judgement(None)
    match = closest(delivered.subject or "", terms.subjects)
    if delivered.sort in {"bounce", "auto-reply", "report"}:
        return Judgement(_machine(delivered), match=match)
    if delivered.sender is not None and delivered.sender.email in terms.addresses:
        return Judgement("own", match=match)
    return _by_content(delivered, terms, match)


def _machine(delivered: Delivered) -> Reason:
    return "bounce" if delivered.sort == "bounce" else "report" if delivered.sort == "report" else "auto-reply"


def _outside(delivered: Delivered, terms: Terms) -> bool:
    """Outside `--since` and `--until`, where every time that is known says so."""
    times = [arrival.at for arrival in delivered.arrivals]
    early = terms.since is not None and bool(times) and max(times) < terms.since
    late = terms.until is not None and bool(times) and min(times) > terms.until
    return early or late


def _by_content(delivered: Delivered, terms: Terms, match: Match | None) -> Judgement:
    matches = match is not None and match.likeness != "other"
    other = None if match is not None and match.likeness == "same" else _other_call(delivered, terms, match)
    if other:
        return Judgement("other-call", Words(fr=other, en=other), match)
    carries = bool(delivered.documents or delivered.links)
    if matches:
        return Judgement(None if carries or not _asks(delivered) else "question", match=match)
    if carries and _like_an_application(delivered, terms):
        return Judgement(None, match=match)
    if delivered.sort == "list":
        return Judgement("list", match=match)
    if delivered.is_reply or (not carries and _asks(delivered) and _about(delivered, terms)):
        return Judgement("question", match=match)
    return Judgement("unrelated", match=match)


def _asks(delivered: Delivered) -> bool:
    """A message without documents that asks or answers; one that only forgot its documents is an application."""
    return delivered.is_reply or "?" in delivered.text or bool(_REPLY.match(delivered.subject or ""))


def _other_call(delivered: Delivered, terms: Terms, match: Match | None) -> str | None:
    ranks = ("same", "within", "near", "other")
    mine = ranks.index(match.likeness) if match else len(ranks)
    found = [(closest(delivered.subject or "", subjects), name) for name, subjects in terms.elsewhere if subjects]
    near = sorted((ranks.index(one.likeness), one.distance, name) for one, name in found if one and one.likeness != "other")
    return quoted(near[0][2]) if near and near[0][0] < mine else None


def _like_an_application(delivered: Delivered, terms: Terms) -> bool:
    """Documents whose names are those of an application, or documents with words about applying or about the call."""
    kinds = {kind_of_name(one.name) for one in delivered.documents} - {None}
    if kinds & {"cv", "letter", "technical-proposal", "references"}:
        return True
    documents = any(_DOCUMENT.search(one.name) for one in delivered.documents) or bool(delivered.links)
    return documents and _about(delivered, terms)


def _about(delivered: Delivered, terms: Terms) -> bool:
    said = folded(f"{delivered.subject or ''}\n{delivered.text[:5000]}")
    titles = {word for title in terms.call.title.root.values() for word in folded(title).split() if len(word) > 5}  # noqa: PLR2004  # short words are in every message
    return bool(_ABOUT.search(said)) or sum(word in said for word in titles) >= 2  # noqa: PLR2004  # one word in common is chance
