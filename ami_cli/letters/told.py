"""What became of letters, for people."""

from collections.abc import Sequence

from ami_cli.letters.outbox import Drafted, State
from ami_cli.letters.sending import Outcome, Sending
from ami_cli.letters.series import series_of
from ami_cli.models.letter import LetterKind
from ami_cli.models.table import Column, Table, table
from ami_cli.models.terms import DECISIONS
from ami_cli.models.text import Words

STATES: dict[State, Words] = {
    "new": Words(fr="nouveau brouillon", en="new draft"),
    "same": Words(fr="inchangé", en="unchanged"),
    "replaced": Words(fr="refait", en="written again"),
    "edited": Words(fr="modifié par vous", en="changed by you"),
    "sent": Words(fr="déjà partie", en="already sent"),
    "withdrawn": Words(fr="retiré", en="taken away"),
    "withheld": Words(fr="en suspens", en="withheld"),
}
OUTCOMES: dict[Outcome, Words] = {
    "sent": Words(fr="envoyée", en="sent"),
    "already_sent": Words(fr="déjà envoyée", en="already sent"),
    "unknown": Words(fr="incertain", en="unknown"),
    "refused": Words(fr="refusée", en="refused"),
    "not_sent": Words(fr="pas envoyée", en="not sent"),
    "would_send": Words(fr="prête à partir", en="ready to go"),
}
KINDS: dict[LetterKind, Words] = {
    "receipt": Words(fr="Accusés de réception", en="Receipts"),
    "cure": Words(fr="Demandes de complément", en="Requests to complete"),
    "invitation": Words(fr="Invitations", en="Invitations"),
    "regret": Words(fr="Réponses négatives", en="Refusals"),
    "reserve": Words(fr="Mises en réserve", en="Reserve list"),
    "extension": Words(fr="Modification de l’appel", en="Change to the call"),
    "answer": Words(fr="Réponse à une question", en="Answer to a question"),
}
REASONS: dict[str, Words] = {
    **{str(decision): words for decision, words in DECISIONS.items()},
    "extension": Words(fr="à tous", en="to all"),
}
"""What the manifest says in one word; a rule keeps the name by which `ami explain` knows it."""
APPLICATION, LETTER, STATE, WHY = (
    Words(fr="Candidature", en="Application"),
    Words(fr="Lettre", en="Letter"),
    Words(fr="État", en="State"),
    Words(fr="Pourquoi", en="Why"),
)


def drafted(letters: Sequence[Drafted], language: str) -> Table:
    """Return a row for each letter of one kind: for whom, where to, what became of it, and why it was written or withheld."""
    rows = [
        (
            _over(one.file.rpartition("/")[2].removesuffix(".eml"), one.to),
            STATES[one.state].of(language),
            one.why.of(language) if one.why else _reason(one.reason, language),
        )
        for one in letters
    ]
    folder = letters[0].file.partition("/")[0] if letters else ""
    series = series_of(folder)
    title = f"{KINDS[series.kind].of(language)} ({folder}/)" if series else Words(fr="Lettres", en="Letters").of(language)
    return table(title, _columns(APPLICATION, language), rows, language)


def _over(name: str, address: str) -> str:
    """Return the address below the name."""
    return f"{name}\n{address}" if address else name


def _reason(reason: str, language: str) -> str:
    if reason.startswith("reserve "):
        return reason.replace("reserve", "rang" if language == "fr" else "place")
    return REASONS[reason].of(language) if reason in REASONS else reason


def sent(sendings: Sequence[Sending], language: str) -> Table:
    """Return a row for each letter: the file, to whom, what became of it, and what to do."""
    rows = [
        (_over(s.outgoing.name, s.to), OUTCOMES[s.outcome].of(language), s.detail.of(language) if s.detail else None)
        for s in sendings
    ]
    return table(Words(fr="Envois", en="Sendings").of(language), _columns(LETTER, language), rows, language)


def drafts_counted(letters: Sequence[Drafted]) -> Words:
    """Return how many of each, and what to do next."""
    if not letters:
        return Words(fr="Aucune lettre de ce genre à écrire.", en="There is no letter of this kind to write.")
    counts = {state: sum(one.state == state for one in letters) for state in STATES}
    french, english = (", ".join(f"{STATES[s].of(lang)} {count}" for s, count in counts.items() if count) for lang in ("fr", "en"))
    return Words(
        fr=f"Lettres : {french}. Relisez les brouillons dans outbox/, puis : ami letters send",
        en=f"Letters: {english}. Read the drafts in outbox/, then: ami letters send",
    )


def receipts_counted(receipts: Sequence[Drafted]) -> Words | None:
    """Return how many receipts were drafted as deliveries came, and what to do next; None where there was none to draft."""
    written = sum(one.state in {"new", "same", "replaced"} for one in receipts)
    left = len(receipts) - written
    if not receipts:
        return None
    more_fr = f" {left} ne l’ont pas été : ami letters receipt dit pourquoi." if left else ""
    more_en = f" {left} were not: ami letters receipt says why." if left else ""
    return Words(
        fr=f"Accusés de réception rédigés : {written}, dans outbox/. Rien n’est parti ; relisez-les, puis : "
        f"ami letters send.{more_fr}",
        en=f"Receipts drafted: {written}, in outbox/. Nothing has left; read them, then: ami letters send.{more_en}",
    )


def sendings_counted(sendings: Sequence[Sending]) -> Words:
    """Return how many of each, and what to do next."""
    counts = {outcome: sum(one.outcome == outcome for one in sendings) for outcome in OUTCOMES}
    french, english = (
        ", ".join(f"{OUTCOMES[o].of(lang)} {count}" for o, count in counts.items() if count) for lang in ("fr", "en")
    )
    dry = counts["would_send"] > 0
    return Words(
        fr=f"Lettres : {french or 'aucune'}." + (" Rien n’est parti ; pour envoyer : ami letters send --really" if dry else ""),
        en=f"Letters: {english or 'none'}." + (" Nothing has left; to send: ami letters send --really" if dry else ""),
    )


def _columns(first: Words, language: str) -> tuple[Column, ...]:
    return tuple(Column(title=title.of(language), width=width) for title, width in ((first, 34), (STATE, 18), (WHY, 40)))
