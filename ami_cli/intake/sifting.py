"""One pass over everything that came: what is known already, what is taken now, what is not, and nothing besides."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from ami_cli.errors import UsageError
from ami_cli.intake.delivered import Delivered, of_bundle, of_message, without_text
from ami_cli.intake.judging import Judgement, Reason, judge
from ami_cli.intake.ledger import Key, NotTaken
from ami_cli.intake.mail import Refusal, read
from ami_cli.intake.sources import Bundle, Incoming, Letter, Stray
from ami_cli.intake.terms import Terms
from ami_cli.models.text import Words

SHORTEST = 6
"""Characters of an id that a person has to give."""


@dataclass(frozen=True)
class Wishes:
    """What a person decided against the machine: messages to take, messages to leave out, by id or Message-ID."""

    take: tuple[str, ...] = ()
    drop: tuple[str, ...] = ()


@dataclass
class Sifted:
    """The result; `total` is `taken_before` + new + not taken, always."""

    new: list[Delivered] = field(default_factory=list)
    taken_before: int = 0
    not_taken: list[NotTaken] = field(default_factory=list)
    total: int = 0
    not_taken_before: dict[Key, NotTaken] = field(default_factory=dict)


@dataclass
class Sieve:
    """What is known before the pass, and what was seen during it."""

    terms: Terms
    wishes: Wishes
    kept: frozenset[str]
    """Digests of the deliveries that applications hold."""
    message_ids: set[tuple[str, frozenset[str]]]
    entries: dict[Key, NotTaken]
    seen: set[str] = field(default_factory=set)
    taken: set[str] = field(default_factory=set)
    used: set[str] = field(default_factory=set)
    result: Sifted = field(default_factory=Sifted)

    def pass_over(self, incoming: Iterable[Incoming], on_each: Callable[[], None]) -> Sifted:
        """Sift everything. A wish that no message answers is a UsageError."""
        for one in incoming:
            self.result.total += 1
            if isinstance(one, Stray):
                self._leave(one.where, one.sha256, "stray", one.why)
            else:
                self._sift(one)
            on_each()
        self._every_wish_met()
        self.result.not_taken_before = self.entries
        return self.result

    def _sift(self, one: Letter | Bundle) -> None:
        delivered = of_bundle(one) if isinstance(one, Bundle) else None
        digest = delivered.sha256 if delivered else one.sha256 if isinstance(one, Letter) else ""
        again = digest in self.seen
        self.seen.add(digest)
        if digest in self.kept and not again:
            self._refuse_to_drop(digest)
            self.result.taken_before += 1
        elif self._decided_before((digest, one.where)) and not again:
            self.result.not_taken.append(self.entries[digest, one.where])
        elif again and (digest in self.kept or digest in self.taken):
            self._leave(one.where, digest, "duplicate", None)
        elif delivered:
            self._decide(delivered)
        elif isinstance(one, Letter):
            self._read(one)

    def _decided_before(self, key: Key) -> bool:
        entry = self.entries.get(key)
        if entry is None:
            return False
        if any("@" in wish or entry.sha256.startswith(wish.lower()) for wish in (*self.wishes.take, *self.wishes.drop)):
            return False
        return entry.reason == "dropped" or entry.basis == self.terms.basis

    def _read(self, letter: Letter) -> None:
        message = read(letter.content())
        if isinstance(message, Refusal):
            self._leave(letter.where, letter.sha256, "refused", message.words)
        else:
            self._decide(of_message(letter, message, self.terms.servers, self.terms.own_domains))

    def _decide(self, one: Delivered) -> None:
        mark = (one.message_id, frozenset(file.sha256 for file in one.enclosures))
        if one.message_id and mark in self.message_ids:
            self._leave(one.where, one.sha256, "duplicate", None, one)
            return
        if self._wished(self.wishes.drop, one.sha256, one.message_id):
            self._leave(one.where, one.sha256, "dropped", None, one)
            return
        wished = self._wished(self.wishes.take, one.sha256, one.message_id)
        judgement = judge(one, self.terms)
        if judgement.taken or wished:
            self.message_ids.add(mark)
            self.taken.add(one.sha256)
            self.result.new.append(without_text(one))
        else:
            self._leave_judged(one, judgement)

    def _leave_judged(self, one: Delivered, judgement: Judgement) -> None:
        self._leave(one.where, one.sha256, judgement.reason or "unrelated", judgement.detail, one)

    def _leave(self, where: str, digest: str, reason: Reason, detail: Words | None, one: Delivered | None = None) -> None:
        words = Judgement(reason, detail).words
        self.result.not_taken.append(
            NotTaken(
                id=digest[:12],
                where=where,
                sha256=digest,
                reason=reason,
                words=words,
                subject=(one.subject or "")[:200] or None if one else None,
                sender=one.sender.email or one.sender.name if one and one.sender else None,
                at=_time(one),
                basis=self.terms.basis,
            )
        )

    def _wished(self, wishes: Sequence[str], digest: str, message_id: str | None) -> bool:
        for wish in wishes:
            if digest.startswith(wish.lower()) or (message_id and wish.strip("<>") == message_id.strip("<>")):
                self.used.add(wish)
                return True
        return False

    def _refuse_to_drop(self, digest: str) -> None:
        if self._wished(self.wishes.drop, digest, None):
            raise UsageError(
                fr=f"{digest[:12]} est déjà dans une candidature",
                en=f"{digest[:12]} is already in an application",
                remedy_fr="séparez ce pli avec ami split, puis supprimez le dossier obtenu",
                remedy_en="separate this delivery with ami split, then delete the folder that results",
            )
        self._wished(self.wishes.take, digest, None)

    def _every_wish_met(self) -> None:
        unknown = [wish for wish in (*self.wishes.take, *self.wishes.drop) if wish not in self.used]
        if unknown:
            raise UsageError(
                fr=f"aucun message ne répond à : {', '.join(unknown)}",
                en=f"no message answers to: {', '.join(unknown)}",
                remedy_fr="donnez le début de l’identifiant du message (6 caractères au moins), et sa source",
                remedy_en="give the beginning of the message’s id (6 characters at least), and its source",
            )


def check(wishes: Wishes) -> None:
    """Refuse ids that are too short to mean one message, or wished both ways."""
    short = [wish for wish in (*wishes.take, *wishes.drop) if len(wish) < SHORTEST]
    both = sorted(set(wishes.take) & set(wishes.drop))
    if short or both:
        raise UsageError(
            fr=f"--take, --drop : {', '.join(short or both)} {'est trop court' if short else 'est demandé dans les deux sens'}",
            en=f"--take, --drop: {', '.join(short or both)} {'is too short' if short else 'is wished both ways'}",
            remedy_fr="donnez l’identifiant du tableau, 6 caractères au moins",
            remedy_en="give the id of the table, 6 characters at least",
        )


def _time(one: Delivered | None) -> str | None:
    return one.arrivals[0].at.isoformat() if one is not None and one.arrivals else None
