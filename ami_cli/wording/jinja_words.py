"""What the template engine says of a mistake, in the words of the person who edits the template."""

import re

from ami_cli.models.text import Words

_TAG = r"'(?:end)?(\w+)'"

_SAID: tuple[tuple[str, str, str], ...] = (
    (
        r"'None' has no attribute '(.+)'",
        "« {0} » de quelque chose que l’appel ne donne pas",
        "“{0}” of something that the call does not give",
    ),
    (r"'.+' has no attribute '(.+)'", "« {0} » n’existe pas là où on le cherche", "“{0}” does not exist where it is looked for"),
    (r"'(.+)' is undefined", "« {0} » n’est le nom de rien", "“{0}” is the name of nothing"),
    (r"No filter named '(.+)'\.?", "il n’y a pas de filtre « {0} »", "there is no filter “{0}”"),
    (r"No test named '(.+)' found\.", "il n’y a pas de test « {0} »", "there is no test “{0}”"),
    (
        rf"Unexpected end of template\..*needs to be closed is {_TAG}.*",
        "la fin du modèle arrive avant la balise qui ferme « {0} » (end{0})",
        "end of template before the tag that closes “{0}” (end{0})",
    ),
    (
        r"Encountered unknown tag '(\w+)'.*needs to be closed is '(\w+)'.*",
        "la balise « {0} » n’est pas attendue ici : c’est « {1} » qui reste à fermer (end{1})",
        "the tag “{0}” is not expected here: it is “{1}” that is still to be closed (end{1})",
    ),
    (r"Encountered unknown tag '(\w+)'.*", "il n’y a pas de balise « {0} »", "there is no tag “{0}”"),
    (r"expected token '(.+)', got '(.+)'", "« {1} » n’est pas attendu ici, mais « {0} »", "“{1}” is not expected here, but “{0}”"),
    (r"(?:unexpected|expected token) '?end of statement block'?.*", "la balise se ferme trop tôt", "the tag is closed too early"),
    (r"unexpected '(.+)'", "« {0} » n’est pas attendu ici", "“{0}” is not expected here"),
    (r"access to attribute '(.+)' of .* is unsafe\.", "« {0} » n’est pas permis (unsafe)", "“{0}” is not allowed (unsafe)"),
)


def said(error: Exception) -> Words:
    """Return what is wrong; the engine's own words where they are none of those known."""
    if isinstance(error, RecursionError):
        return Words(fr="le modèle s’inclut lui-même sans fin", en="the template includes itself without end")
    words = " ".join(str(error).split()) or type(error).__name__
    for pattern, fr, en in _SAID:
        match = re.fullmatch(pattern, words)
        if match:
            return Words(fr=fr.format(*match.groups()), en=en.format(*match.groups()))
    return Words(fr=words, en=words)
