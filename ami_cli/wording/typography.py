"""The spaces, quotation marks and dashes of each language.

The rules are those of the French *Imprimerie nationale* and of British usage. They are idempotent, and they leave
addresses, URLs and inclusive forms (« candidat·e·s », « motivé(e) ») as they are. What has to be typed exactly is never
given to this module: `set_runs` passes it by.
"""

import re
from collections.abc import Callable

from ami_cli.models.content import Run, Runs
from ami_cli.wording import unseen

NARROW = "\u202f"
NO_BREAK = "\u00a0"
_SPACES = f"[ {NO_BREAK}{NARROW}]"
_EDGE, _LITERAL = "\ue002", "\ue003"
"""Private marks for the edge between two runs, and for a run that must not change. Outside text never holds them."""

_PROTECTED = re.compile(
    rf"{_LITERAL}"
    r"|(?:https?|ftp|mailto|lang):[^\s<>]*[^\s<>.,;:!?)»”\"']"  # a URL, without the punctuation that follows it
    r"|www\.[^\s<>]*[^\s<>.,;:!?)»”\"']"
    r"|[\w.+-]+@[\w-]+(?:\.[\w-]+)*"
)

Rule = tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]]


def _rules(*pairs: tuple[str, str]) -> tuple[Rule, ...]:
    return tuple((re.compile(pattern), replacement) for pattern, replacement in pairs)


_COMMON = _rules(
    (r"(?<=[^\W\d_])'(?=[^\W\d_])", "’"),
    (r"(?<!\.)\.\.\.(?!\.)", "…"),
    (rf"(?<=[\w,.)»”’]){_SPACES}--?{_SPACES}(?=[\w«“‘(])", f"{NO_BREAK}– "),
)

_FRENCH = _rules(
    (rf"(?<=[^\s«({_EDGE}!?;:])({_EDGE}?){_SPACES}+({_EDGE}?)([;!?])", rf"\1{NARROW}\2\3"),
    (rf"(?<=[\w)»”’…%€{_LITERAL}])({_EDGE}?)([;!?])(?=[\s{_EDGE}!?»)]|$)", rf"\1{NARROW}\2"),
    (rf"(?<=[^\s«({_EDGE}!?;:])({_EDGE}?){_SPACES}+({_EDGE}?):(?=[\s{_EDGE}»]|$)", rf"\1{NO_BREAK}\2:"),
    (rf"(?<=[\w)»”’…%€{_LITERAL}])({_EDGE}?):(?=[\s{_EDGE}»]|$)", rf"\1{NO_BREAK}:"),
    (rf"«{_SPACES}*(?=[^\s])", f"«{NARROW}"),
    (rf"(?<=[^\s«]){_SPACES}*»", f"{NARROW}»"),
    (rf"(?<=\d){_SPACES}(?=\d{{3}}(?!\d))", NO_BREAK),
    (rf"(?<=\d)({_EDGE}?){_SPACES}?(?=[€%])", rf"\1{NO_BREAK}"),
    (rf"(\d\)?){_SPACES}(?=(?:h|euros?|pages?|Mo|ans?|jours?|mois|minutes?)\b)", rf"\1{NO_BREAK}"),
    (rf"(?<=\d{NO_BREAK}h){_SPACES}(?=\d\d\b)", NO_BREAK),
    (rf"\b([nN]°){_SPACES}?(?=\d)", rf"\1{NO_BREAK}"),
    (rf"\b(M\.|Mme|Mlle|Dr|art\.|p\.){_SPACES}(?=\w)", rf"\1{NO_BREAK}"),
    (r"\b1(?:ère|ere)\b", "1re"),
    (r"\b(\d+)(?:ème|eme|ième)\b", r"\1e"),
)

_ENGLISH = _rules(
    (rf"(\d\)?){_SPACES}(?=(?:pages?|MB|days?|hours?|minutes?)\b)", rf"\1{NO_BREAK}"),
    (rf"\b([nN]o\.){_SPACES}?(?=\d)", rf"\1{NO_BREAK}"),
    (rf"\b(Mr|Ms|Mrs|Dr){_SPACES}(?=[A-Z])", rf"\1{NO_BREAK}"),
    (r"\b((?:19|20)\d\d)-(?=(?:19|20)\d\d\b)", r"\1–"),
)

_QUOTES = {"fr": ("« ", " »"), "en": ("“", "”")}
_BY_LANGUAGE = {"fr": _FRENCH, "en": _ENGLISH}


def set_text(text: str, language: str) -> str:
    """Return `text` with the marks of `language`; a language that has no rules here gets only what all share."""
    return _set(_without_marks(text), language)


def _set(text: str, language: str) -> str:
    kept: list[str] = []

    def keep(match: re.Match[str]) -> str:
        kept.append(match.group())
        return _LITERAL

    safe = _curled(_PROTECTED.sub(keep, text), language)
    for pattern, replacement in (*_COMMON, *_BY_LANGUAGE.get(language, ())):
        safe = pattern.sub(replacement, safe)
    return re.sub(_LITERAL, lambda _match: kept.pop(0), safe)


def _without_marks(text: str) -> str:
    return unseen.replaced(text).translate({ord(_EDGE): "\ufffd", ord(_LITERAL): "\ufffd"})


def _curled(text: str, language: str) -> str:
    """Turn straight double quotes into those of the language, where they come in pairs."""
    marks = _QUOTES.get(language)
    if marks is None or text.count('"') % 2:
        return text
    halves = text.split('"')
    return "".join(half if index == 0 else marks[(index - 1) % 2] + half for index, half in enumerate(halves))


def set_runs(runs: Runs, language: str) -> Runs:
    """Return the runs of one paragraph with the marks of `language`, those across the edge of two runs included."""
    if not runs:  # an empty cell of a table
        return ()
    parts = (_LITERAL if _fixed(run, language) else _without_marks(run.text) for run in runs)
    pieces = _set(_EDGE.join(parts), language).split(_EDGE)
    return tuple(
        run.model_copy(update={"text": _foreign(run) if _fixed(run, language) else piece}) if not run.literal else run
        for run, piece in zip(runs, pieces, strict=True)
    )


def _fixed(run: Run, language: str) -> bool:
    return run.literal or (run.language is not None and run.language != language)


def _foreign(run: Run) -> str:
    """Return the words of another language with the marks of that language."""
    return set_text(run.text, run.language or "")
