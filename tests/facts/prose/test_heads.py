import pytest

from ami_cli.facts.prose.heads import heads

HEADS = [
    (r"\b(?:disponibles?|libre)\b", {"disponible", "libre!"}),
    (r"\b(?:a votre disposition|free from)\b", {"a!", "free!"}),
    (r"\b(?:n'ai|n'avons) jamais", {"n!"}),
    (r"^(?:objet|subject) ?:", {"objet", "subject"}),
    (r"^[ *]{0,4}(?:objet|subject)\b ?:", {"^objet!", "^subject!"}),
    (r"^[ \d.]{0,4}(?:20\d\d|objet)", {"^", "^objet"}),
    (r"^[\s*]{0,4}objet", {"^"}),
    (r"^[ivx.]{0,4}objet", {"^"}),
    (r"^(?:[ivx]{1,4}[.)] )?(?:objet)", {"^objet"}),
    (r"\b(?:in)?disponible", {"in", "disponible"}),
    (r"\b(?:19|20)\d\d\b", {"19", "20"}),
    (r"\b0?[1-9]", {"0", "#"}),
    (r"\b\d{1,2} mai", {"#"}),
    (r"\b\w+ mai", {"*"}),
    (r"\b\w*mai", {"*", "mai"}),
    (r"\b[st]el", {"sel", "tel"}),
    (r"\bt4", {"t!"}),
    (r"@|\bcontact\b", {"=@", "contact!"}),
    (r"[€(]|_{3}", {"=€", "=(", "=_"}),
    (r"contact\b", {""}),
    (r"\b contact", {""}),
    (r"\S+@", {""}),
    (r"\b(?:pre(?:ts?|vu))\b", {"pret", "prevu!"}),
    (r"(?<!x)\bword(?! of)", {"word"}),
    (r"\b(?P<label>[a-c]x)[x(|]|y", {"ax", "bx", "cx", ""}),
    (r"\b(?:a|b)?c|\b(?:d|e f){1,2}g", {"a", "b", "c", "d", "e!"}),
]


@pytest.mark.parametrize(("pattern", "expected"), HEADS)
def test_where_a_pattern_can_begin_is_read_off_it(pattern: str, expected: set[str]) -> None:
    assert set(heads(pattern)) == expected
