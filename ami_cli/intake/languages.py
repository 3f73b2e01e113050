"""French or English: enough to write a receipt in the applicant's language."""

import re

_FRENCH = frozenset(
    [
        "le",
        "la",
        "les",
        "de",
        "des",
        "du",
        "et",
        "en",
        "une",
        "un",
        "vous",
        "votre",
        "nous",
        "notre",
        "pour",
        "est",
        "ci",
        "joint",
        "veuillez",
        "bonjour",
        "cordialement",
        "madame",
    ]
)
_ENGLISH = frozenset(
    [
        "the",
        "of",
        "and",
        "to",
        "in",
        "a",
        "you",
        "your",
        "we",
        "our",
        "for",
        "is",
        "attached",
        "please",
        "find",
        "dear",
        "regards",
        "hello",
        "with",
        "my",
        "this",
    ]
)


def language_of(text: str) -> str | None:
    """Return `fr` or `en`; None where the words do not tell."""
    words = re.findall(r"[a-zà-ÿ]+", text.lower()[:20_000])
    french, english = (sum(word in known for word in words) for known in (_FRENCH, _ENGLISH))
    if max(french, english) < 2 or french == english:  # noqa: PLR2004  # one word alone tells nothing
        return None
    return "fr" if french > english else "en"
