"""What the templates can name: the call, its organisation, and a few words for dates, amounts and lists."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from ami_cli.models.calendar import FormerDate, LocalTime, Milestone, Stage
from ami_cli.models.call import Budget, Call
from ami_cli.models.organisation import DataProtection, Organisation
from ami_cli.models.requirement import Limits
from ami_cli.wording import dates
from ami_cli.wording.templates import Vocabulary
from ami_cli.wording.values import Literal, Missing, Plain, Value, not_set

_LEVELS = ("eliminatory", "required", "desired", "asset")

_IN_FULL = {
    "fr": "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept "
    "dix-huit dix-neuf vingt",
    "en": "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty",
}


def names(call: Call, organisation: Organisation, language: str) -> dict[str, Any]:
    """Return what every template can name, in one language."""
    words = Words(call, language)
    data = (call.data_protection or DataProtection()).completed_by(organisation.data_protection)
    stage = call.first_stage
    return {
        "call": call,
        "organisation": organisation,
        "data": data,
        "eligibility": call.eligibility or organisation.eligibility,
        "stage": stage,
        **_stage(call, stage),
        "proposal": _stage(call, "proposal"),
        "expected": sum(document.required for document in call.due_at(stage)),
        "later": [d for d in call.application.documents if d.stage != stage],
        "choices": [c for c in (call.selection, call.award) if c is not None and c.published],
        "waived": list(call.waived.root.values()),
        "terms": next((a for a in call.annexes if a.id == "terms-of-reference"), None),
        "levels": [level for level in _LEVELS if any(need.level == level for need in call.profile)],
        "needs": lambda level: [need for need in call.profile if need.level == level],
        **words.functions(),
    }


def vocabulary(call: Call, organisation: Organisation, language: str, more: Mapping[str, Any]) -> Vocabulary:
    """Return what every template can use in one language, and `more` for the template at hand."""
    return Vocabulary(
        names={**names(call, organisation, language), **more},
        filters={"in_full": lambda value, gender="m": in_full(value, language, gender), "capital": _capital, "sentence": _sentence},
        tests={"priced": _priced, "limiting": _limiting},
    )


def _stage(call: Call, stage: Stage) -> dict[str, Any]:
    """Return what one stage asks for: its deadline, its documents, its channels."""
    accepted = call.application.channels.accepted
    channels = [channel for channel in accepted if channel.stage in (None, stage)]
    return {"closing": call.calendar.deadline(stage), "due": call.due_at(stage), "channels": channels or list(accepted)}


def literals(call: Call, organisation: Organisation) -> dict[str, Literal]:
    """Return every string that has to be typed exactly, so that no template can set it otherwise."""
    found: dict[str, Literal] = {}
    for channel in call.application.channels.accepted:
        found |= {subject: Literal(subject, language=call.authoritative) for subject in channel.subjects}
        found |= _address(channel.email) | _url(channel.portal)
    if call.application.questions:
        found |= _address(call.application.questions.email)
        subject = call.application.questions.subject
        found |= {subject: Literal(subject, language=call.authoritative)} if subject else {}
    for annex in call.annexes:
        found |= _url(annex.url) | ({annex.file: Literal(annex.file)} if annex.file else {})
    data = (call.data_protection or DataProtection()).completed_by(organisation.data_protection)
    return found | _address(data.contact_email) | _url(organisation.website)


def in_full(value: int, language: str, gender: str = "m") -> Plain:
    """Return a number in words and in figures from one value, « trois (3) »; above twenty, in figures only."""
    words = _IN_FULL.get(language, "").split()
    if not 0 <= value < len(words):
        return Plain(dates.number(value, language))
    word = "une" if language == "fr" and value == 1 and gender == "f" else words[value]
    return Plain(f"{word} ({value})")


class Words:
    """The functions of templates, for one call in one language."""

    def __init__(self, call: Call, language: str) -> None:
        self.call, self.calendar, self.language = call, call.calendar, language

    def functions(self) -> Mapping[str, Any]:
        """Return them by the names that templates know."""
        return {
            "when": self.when,
            "before": self.before,
            "moment": self.moment,
            "day": self.day,
            "money": self.money,
            "percent": self.percent,
            "listed": self.listed,
            "languages": self.languages,
            "countries": self.countries,
        }

    def when(self, milestone: Milestone | None) -> Value:
        """Return when a milestone is, in words."""
        return self._or_missing(None if milestone is None else dates.milestone(milestone, self.calendar, self.language))

    def before(self, former: FormerDate, of: Milestone) -> Value:
        """Return what a milestone was before it was changed."""
        return self._or_missing(dates.former(former.at, of, self.calendar, self.language))

    def moment(self, at: LocalTime) -> Value:
        """Return any local moment in words."""
        return self.when(Milestone(id="moment", kind="event", at=at))

    def day(self, value: date | str) -> Value:
        """Return a day in words."""
        return self._or_missing(None if isinstance(value, str) else dates.day(_just_day(value), self.language))

    def money(self, amount: Decimal) -> Plain:
        """Return an amount with the currency of the budget."""
        return Plain(dates.money(amount, self.call.budget.currency, self.language))

    def percent(self, value: Decimal) -> Plain:
        """Return a share."""
        return Plain(dates.percent(value, self.language))

    def listed(self, words: Sequence[str], kind: str = "and") -> Plain:
        """Return words as one list, joined by “and” or “or”."""
        return Plain(dates.listed(words, self.language, either=kind in {"or", "ou"}))

    def languages(self, codes: Sequence[str], kind: str = "and") -> Plain:
        """Return the names of languages as one list."""
        return self.listed([dates.language_name(code, self.language) for code in codes], kind)

    def countries(self, codes: Sequence[str]) -> Plain:
        """Return the names of countries as one list."""
        return self.listed([dates.country_name(code, self.language) for code in codes])

    def _or_missing(self, words: str | None) -> Value:
        return Plain(words) if words else Missing(not_set(self.language))


def _just_day(value: date) -> date:
    return value.date() if isinstance(value, datetime) else value


def _priced(budget: Budget) -> bool:
    return any(figure is not None for figure in (budget.ceiling, budget.floor, budget.exact))


def _limiting(limits: Limits) -> bool:
    return limits != Limits()


def _capital(words: Any) -> Any:
    """Put a capital at the start, whether the words are a value or what a macro made."""
    if isinstance(words, Plain):
        return Plain(words.text[:1].upper() + words.text[1:])
    return words[:1].upper() + words[1:]


def _sentence(words: Plain | str) -> Plain:
    """Put a capital at the start and a full stop at the end, where there is no mark yet."""
    text = (words.text if isinstance(words, Plain) else words).strip()
    ended = text.rstrip("»”\u00a0\u202f ").endswith((".", "!", "?", "…"))
    return Plain(text[:1].upper() + text[1:] + ("" if ended else "."))


def _address(email: str | None) -> dict[str, Literal]:
    return {email: Literal(email, link=f"mailto:{email}")} if email else {}


def _url(url: str | None) -> dict[str, Literal]:
    return {url: Literal(url, link=url if url.startswith(("http://", "https://")) else None)} if url else {}
