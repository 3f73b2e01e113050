"""The language of a text."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier  # type: ignore[import-untyped]  # it ships no types

_WORD = re.compile(r"[^\W\d_]+")
_BETWEEN = "'’\"«».,;:!?()-–/|•"
"""The commonest of what stands between words: taken out first, most of what is left between spaces is a word."""
_COMMON_WORDS = {
    "fr": (
        "le la les des une et est du que qui dans pour pas sur avec par au aux nous vous ce cette ces sont je il elle mes nos"
        " notre"
        " votre être ont été plus dont leur ou où à d l"
    ),
    "en": (
        "the of and to in is that for with on as are was this be have from by at we our you your my has an will which their"
        " it not"
        " been i or"
    ),
    "es": "el los las una y es del que en por para con se su al lo como más este esta son sus nuestro mi está han de entre sobre",
}
_COMMON = {code: frozenset(words.split()) for code, words in _COMMON_WORDS.items()}
_LIKELY = ("fr", "en", "es", "pt", "it", "de", "nl", "ca", "ro")
_ENOUGH_LETTERS = 20
_ENOUGH_WORDS = 12
_FEW_WORDS = 3
_LIKELIER = 0.5
_SHARE = 0.15
_TWICE = 2
_MANY_WORDS = 60
_SMALL_SHARE = 0.06
_FAR_MORE = 3
_LOOKED_AT = 20_000
_SHORT = 600
_SURE = 0.7


def language_of(texts: Sequence[str]) -> str | None:
    """Return the ISO 639-1 code of the language that most of the text is in, or None where there is too little text."""
    text = " ".join(texts)[:_LOOKED_AT]
    counts = _counted(text.lower())
    if counts.total() < _ENOUGH_LETTERS and sum(len(word) * count for word, count in counts.items()) < _ENOUGH_LETTERS:
        return _by_both(_WORD.findall(text.lower()))
    return _by_common_words(counts) or _by_model(" ".join(_WORD.findall(text)), short=len(text) < _SHORT)


def _counted(text: str) -> Counter[str]:
    """Return how often each word stands in the text."""
    for sign in _BETWEEN:
        text = text.replace(sign, " ")
    counts = Counter(text.split())
    for word in [word for word in counts if not word.isalpha()]:
        count = counts.pop(word)
        for one in _WORD.findall(word):
            counts[one] += count
    return counts


def _by_common_words(counts: Mapping[str, int]) -> str | None:
    words = sum(counts.values())
    if words < _ENOUGH_WORDS:
        return None
    shares = sorted(((sum(counts.get(one, 0) for one in common) / words, code) for code, common in _COMMON.items()), reverse=True)
    (first, code), (second, _), *_ = shares
    if first >= _SHARE and first >= _TWICE * second:
        return code
    return code if words >= _MANY_WORDS and first >= _SMALL_SHARE and first >= _FAR_MORE * second else None


def _by_both(words: Sequence[str]) -> str | None:
    """Return the language of a few words where one common word and the model agree."""
    common = [code for code, commons in _COMMON.items() if not commons.isdisjoint(words)]
    if len(words) < _FEW_WORDS or len(common) != 1:
        return None
    code, probability = _likely_languages().classify(" ".join(words))
    return str(code) if code == common[0] and probability >= _LIKELIER else None


def _by_model(text: str, *, short: bool) -> str | None:
    identifier = _likely_languages() if short else _any_language()
    code, probability = identifier.classify(text)
    return str(code) if probability >= _SURE else None


@cache
def _any_language() -> "LanguageIdentifier":
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


@cache
def _likely_languages() -> "LanguageIdentifier":
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(list(_LIKELY))
    return identifier
