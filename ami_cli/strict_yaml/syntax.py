"""What the YAML parser could not read, in plain words."""

import yaml

from ami_cli.models.text import Words

_QUOTE = Words(
    fr="mettez le texte entre guillemets droits, ou sur plusieurs lignes après « | »",
    en="put the text between straight quotation marks, or on several lines after “|”",
)
_INDENT = Words(
    fr="alignez cette ligne sur ses voisines (deux espaces par niveau) et vérifiez la ligne du dessus",
    en="align this line with its neighbours (two spaces per level) and check the line above",
)

_KNOWN: tuple[tuple[str, Words, Words], ...] = (
    ("mapping values are not allowed", Words(fr="un deux-points est de trop ici", en="there is a colon too many here"), _QUOTE),
    (
        "expected ':'",
        Words(fr="il manque un deux-points après la clé", en="the colon after the key is missing"),
        Words(
            fr="écrivez « clé: valeur », avec un espace après le deux-points", en="write “key: value”, with a space after the colon"
        ),
    ),
    (
        "unexpected end of stream",
        Words(fr="des guillemets sont ouverts et jamais fermés", en="a quotation mark is opened and never closed"),
        Words(fr="fermez les guillemets à la fin du texte", en="close the quotation at the end of the text"),
    ),
    (
        "cannot start any token",
        Words(fr="une valeur ne peut pas commencer par ce caractère", en="a value cannot begin with this character"),
        _QUOTE,
    ),
    (
        "escape",
        Words(fr="la barre oblique inverse n’est pas comprise ici", en="the backslash is not understood here"),
        Words(
            fr="doublez-la (\\\\), ou employez des apostrophes droites autour du texte",
            en="double it (\\\\), or use straight single quotes around the text",
        ),
    ),
    (
        "',' or '",
        Words(fr="une liste ou une accolade n’est pas fermée", en="a list or a brace is not closed"),
        Words(fr="ajoutez la virgule, le crochet ou l’accolade qui manque", en="add the comma, bracket or brace that is missing"),
    ),
    ("flow", Words(fr="une liste ou une accolade est mal écrite", en="a list or a brace is badly written"), _QUOTE),
    ("undefined alias", Words(fr="une valeur commence par « * »", en="a value begins with “*”"), _QUOTE),
)

_OTHERWISE = Words(fr="la structure du fichier ne se comprend plus ici", en="the structure of the file is lost here")


def plain_words(error: yaml.YAMLError) -> tuple[int, Words, Words]:
    """Return the line of a syntax error, what is wrong, and what to do."""
    problem = str(getattr(error, "problem", "") or "") + " " + str(getattr(error, "context", "") or "")
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    line = mark.line + 1 if mark is not None else 1
    for words, message, remedy in _KNOWN:
        if words in problem:
            return line, message, remedy
    return line, _OTHERWISE, _INDENT
