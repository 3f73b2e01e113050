"""The application arrived by the deadline of its stage."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta, tzinfo

from ami_cli.models.application import HEARSAY, Application, Arrival
from ami_cli.models.assessment import Case, Evidence
from ami_cli.models.calendar import Calendar, Milestone, in_utc
from ami_cli.models.page import RulePage
from ami_cli.models.text import TO_BE_SET, Words
from ami_cli.rules.engine.phrases import both, clean, listed, moment
from ami_cli.rules.engine.remembered import remembered
from ami_cli.rules.engine.rule import Finding, Rule, met, not_applicable, not_met, to_verify

PAGE = RulePage(
    name="received-late",
    about="application",
    title=Words(fr="Reçue après la date limite", en="Received after the deadline"),
    checks=Words(
        fr="L’heure d’arrivée de la candidature est comparée, à la seconde près, à la date limite de l’étape.",
        en="The time of arrival of the application is compared, to the second, with the deadline of the stage.",
    ),
    why=Words(
        fr="Tous les candidats ont le même délai. L’arrivée est celle qu’a notée le serveur de l’organisation, non l’heure "
        "écrite par l’expéditeur. Quand les heures connues se contredisent, une personne décide.",
        en="All applicants have the same time. Arrival is what the organisation’s server noted, not the time the sender "
        "wrote. Where the known times contradict each other, a person decides.",
    ),
    example=Words(
        fr="Date limite à 12:00:00 : reçue à 12:00:00, à l’heure ; reçue à 12:00:01, en retard.",
        en="Deadline at 12:00:00: received at 12:00:00, on time; received at 12:00:01, late.",
    ),
    remedy=Words(
        fr="Regardez le message d’origine. Si l’heure d’arrivée est connue autrement, écrivez-la dans application.yaml (arrival).",
        en="Look at the original message. Where the time of arrival is known otherwise, write it in application.yaml (arrival).",
    ),
)

_WHO = {
    "own-server": Words(fr="notre serveur", en="our server"),
    "received": Words(fr="dernier serveur de messagerie", en="last mail server"),
    "imap": Words(fr="boîte aux lettres", en="mailbox"),
    "sender": Words(fr="expéditeur", en="sender"),
    "person": Words(fr="noté par une personne", en="noted by a person"),
    "file": Words(fr="date du fichier", en="date of the file"),
}


def check(case: Case) -> Iterator[Finding]:
    """Compare every known time of arrival with the deadline."""
    milestone = case.call.calendar.deadline(case.stage)
    if milestone is None:
        yield not_applicable("l’appel ne fixe pas de date limite", "the call sets no deadline")
    elif milestone.at == TO_BE_SET:
        yield to_verify("la date limite n’est pas encore fixée dans l’appel", "the deadline is not set in the call yet")
    else:
        yield _compared(case, milestone).about(None, _clause(case.call.calendar, milestone))


def _compared(case: Case, milestone: Milestone) -> Finding:
    zone = case.call.calendar.zone(milestone)
    arrivals = known_arrivals(case.application)
    shown = tuple(_evidence(arrival, zone) for arrival in arrivals)
    trusted = _trusted(arrivals)
    if not trusted:
        return _unknown(shown)
    late = {_is_late(arrival.at, case.call.calendar, milestone) for arrival in _weighed(arrivals, trusted)}
    first = trusted[0].at.astimezone(zone)
    if late == {False}:
        return met(f"reçue le {moment(first).fr}", f"received on {moment(first).en}", *shown)
    if late == {True}:
        by = _by(in_utc(first) - in_utc(_last_second(case.call.calendar, milestone)))
        return not_met(f"reçue {by.fr} après la date limite", f"received {by.en} after the deadline", *shown)
    return _straddling(arrivals, zone, shown)


def known_arrivals(application: Application) -> tuple[Arrival, ...]:
    """Return every candidate time, the first being the one to show; a person's word, where there is one, stands alone."""
    every = application.arrivals or tuple(arrival for delivery in application.deliveries for arrival in delivery.arrivals)
    chosen = application.received_at
    if chosen is not None and all(in_utc(arrival.at) != in_utc(chosen) for arrival in every):
        every = (Arrival(at=chosen, by="person"), *every)
    people = tuple(arrival for arrival in every if arrival.by == "person")
    order = {"own-server": 0, "imap": 1, "received": 2, "sender": 3, "file": 4}
    return people or tuple(sorted(every, key=lambda arrival: (order.get(arrival.by, 5), in_utc(arrival.at))))


def _trusted(arrivals: Sequence[Arrival]) -> tuple[Arrival, ...]:
    """Return the times to go by: those of our own servers where there are any; a mailbox may have been filled later."""
    own = tuple(arrival for arrival in arrivals if arrival.by == "own-server")
    return own or tuple(arrival for arrival in arrivals if arrival.by not in HEARSAY)


def _weighed(arrivals: Sequence[Arrival], trusted: Sequence[Arrival]) -> tuple[Arrival, ...]:
    """Return the times that count: the trusted ones, and the sender's, which may show that a message was held up."""
    return (*trusted, *(arrival for arrival in arrivals if arrival.by == "sender"))


def _last_second(calendar: Calendar, milestone: Milestone) -> datetime:
    """Return the deadline; of a day without an hour, its last second."""
    exact = calendar.moment(milestone)
    if exact is not None:
        return exact
    return datetime.combine(_day(milestone), time(23, 59, 59), tzinfo=calendar.zone(milestone))


def _day(milestone: Milestone) -> date:
    at = milestone.at
    return at.date() if isinstance(at, datetime) else at if isinstance(at, date) else date.max


def _is_late(at: datetime, calendar: Calendar, milestone: Milestone) -> bool | None:
    """Return whether a time is after the deadline, to the second; None on a deadline's day for which no hour is given."""
    arrived = in_utc(at)
    if arrived >= in_utc(_last_second(calendar, milestone)) + timedelta(seconds=1):
        return True
    if calendar.moment(milestone) is not None:
        return False
    midnight = datetime.combine(_day(milestone), time(0), tzinfo=calendar.zone(milestone))
    return None if arrived >= in_utc(midnight) else False


def _unknown(shown: tuple[Evidence, ...]) -> Finding:
    if shown:
        return to_verify(
            "heure d’arrivée inconnue : seules des heures non fiables sont connues",
            "time of arrival unknown: only times that cannot be relied on are known",
            *shown,
        )
    return to_verify("heure d’arrivée inconnue", "time of arrival unknown")


def _straddling(arrivals: Sequence[Arrival], zone: tzinfo, shown: tuple[Evidence, ...]) -> Finding:
    times = [(moment(arrival.at.astimezone(zone)), _WHO[arrival.by]) for arrival in arrivals]
    fr = listed((f"{at.fr}, {who.fr}" for at, who in times), "et")
    en = listed((f"{at.en}, {who.en}" for at, who in times), "and")
    return to_verify(
        f"les heures connues ne disent pas avec certitude si la candidature est à l’heure : {fr}",
        f"the known times do not say for sure whether the application is on time: {en}",
        *shown,
    )


def _evidence(arrival: Arrival, zone: tzinfo) -> Evidence:
    source = f" ({clean(arrival.source, 120)})" if arrival.source else ""
    return Evidence(quote=f"{arrival.at.astimezone(zone).isoformat()} · {arrival.by}{source}")


def _by(late: timedelta) -> Words:
    seconds = int(late.total_seconds())
    days, hours, minutes = seconds // 86400, seconds % 86400 // 3600, seconds % 3600 // 60
    parts = ((days, "j", "d"), (hours, "h", "h"), (minutes, "min", "min"), (seconds % 60, "s", "s"))
    given = [part for part in parts if part[0]][:2] or [(1, "s", "s")]
    return both(" ".join(f"{n} {fr}" for n, fr, _ in given), " ".join(f"{n} {en}" for n, _, en in given))


@remembered(16)
def _clause(calendar: Calendar, milestone: Milestone) -> Words:
    exact = calendar.moment(milestone)
    if exact is None:
        day = _day(milestone)
        return both(f"date limite : {day:%d/%m/%Y}, sans heure", f"deadline: {day:%Y-%m-%d}, without an hour")
    return both(f"date limite : {moment(exact).fr}", f"deadline: {moment(exact).en}")


RULE = Rule(PAGE, check)
