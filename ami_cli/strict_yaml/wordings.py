"""What the model says of a wrong value, in the words of the person who wrote the file."""

import difflib
from collections.abc import Callable, Mapping
from typing import Any

from ami_cli.models.text import Words
from ami_cli.models.wrong import quoted

Told = tuple[Words, Words]
"""What is wrong, and what to do."""


def told(kind: str, context: Mapping[str, Any], value: object) -> Told:
    """Return the wording of one error: its kind and context as pydantic gives them, and the value that was written."""
    if "fr" in context and "en" in context:
        return _own(context)
    return WORDINGS.get(kind, _otherwise)(context, value)


def _own(context: Mapping[str, Any]) -> Told:
    remedy = Words(
        fr=context.get("remedy_fr") or _SEE.fr,
        en=context.get("remedy_en") or _SEE.en,
    )
    return Words(fr=context["fr"], en=context["en"]), remedy


_SEE = Words(fr="voyez le schéma : ami schema", en="see the schema: ami schema")


def suggestion(written: str, known: list[str]) -> Words:
    """Return “did you mean”, or the list of what is known where nothing is near."""
    near = difflib.get_close_matches(written, known, n=1, cutoff=0.6)
    if near:
        return Words(fr=f"vouliez-vous dire « {near[0]} » ?", en=f"did you mean “{near[0]}”?")
    listed = ", ".join(known)
    return Words(fr=f"possibles ici : {listed}", en=f"possible here: {listed}")


def unknown_key(key: str, known: list[str]) -> Told:
    """Return the wording for a key that the model does not have."""
    message = Words(fr=f"clé inconnue : « {quoted(key)} »", en=f"unknown key: “{quoted(key)}”")
    return message, suggestion(key, known)


def _otherwise(_context: Mapping[str, Any], value: object) -> Told:
    fr, en = _shape(value)
    return Words(fr=f"valeur refusée : {fr}", en=f"value refused: {en}"), _SEE


def _missing(_context: Mapping[str, Any], _value: object) -> Told:
    return (
        Words(fr="cette clé est obligatoire et manque", en="this key is required and missing"),
        Words(fr="ajoutez-la", en="add it"),
    )


def _expected(fr: str, en: str, remedy_fr: str, remedy_en: str) -> Callable[[Mapping[str, Any], object], Told]:
    def words(_context: Mapping[str, Any], value: object) -> Told:
        if value is None:
            nothing = Words(fr=f"rien n’est écrit ici : il faut {fr}", en=f"nothing is written here: {en} is needed")
            return nothing, Words(fr=remedy_fr, en=remedy_en)
        written_fr, written_en = _shape(value)
        return (
            Words(fr=f"il faut {fr}, et non {written_fr}", en=f"{en} is needed, not {written_en}"),
            Words(fr=remedy_fr, en=remedy_en),
        )

    return words


def _shape(value: object) -> tuple[str, str]:
    if value is None:
        return "rien", "nothing"
    if isinstance(value, bool):
        return ("true", "true") if value else ("false", "false")
    if isinstance(value, dict):
        return "des clés", "keys"
    if isinstance(value, list):
        return "une liste", "a list"
    return f"« {quoted(value)} »", f"“{quoted(value)}”"


def _literal(context: Mapping[str, Any], value: object) -> Told:
    known = [part.strip().strip("'") for part in str(context.get("expected", "")).replace(" or ", ", ").split(",")]
    fr, en = _shape(value)
    message = Words(fr=f"{fr} : ce n’est pas une valeur possible ici", en=f"{en} is not a possible value here")
    return message, suggestion(str(value), known)


def _bound(fr: str, en: str, limit: str) -> Callable[[Mapping[str, Any], object], Told]:
    def words(context: Mapping[str, Any], value: object) -> Told:
        bound = context.get(limit, "")
        return (
            Words(fr=f"{_shape(value)[0]} : il faut {fr} {bound}", en=f"{_shape(value)[1]}: it has to be {en} {bound}"),
            Words(fr="corrigez le nombre", en="correct the number"),
        )

    return words


def _too_short(context: Mapping[str, Any], _value: object) -> Told:
    least = context.get("min_length", 1)
    return (
        Words(fr=f"la liste doit avoir au moins {least} élément{_s(least)}", en=f"the list needs at least {least} item{_s(least)}"),
        Words(fr="complétez la liste", en="complete the list"),
    )


def _too_long(context: Mapping[str, Any], _value: object) -> Told:
    most = context.get("max_length", "")
    return (
        Words(fr=f"la liste a plus de {most} élément{_s(most)}", en=f"the list has more than {most} item{_s(most)}"),
        Words(fr="raccourcissez la liste", en="shorten the list"),
    )


def _s(number: object) -> str:
    return "" if number == 1 else "s"


def _empty_text(_context: Mapping[str, Any], _value: object) -> Told:
    return (
        Words(fr="le texte est vide", en="the text is empty"),
        Words(fr="écrivez-le, ou to-be-set en attendant", en="write it, or to-be-set for the time being"),
    )


def _long_text(context: Mapping[str, Any], _value: object) -> Told:
    most = context.get("max_length", "")
    return (
        Words(fr=f"le texte a plus de {most} caractères", en=f"the text has more than {most} characters"),
        Words(fr="raccourcissez-le", en="shorten it"),
    )


FORMS: dict[str, Words] = {
    r"^[a-z0-9]+(-[a-z0-9]+)*$": Words(
        fr="écrivez des minuscules sans accent, des chiffres et des traits d’union : capitalisation-nantes",
        en="write lower-case letters without accents, digits and hyphens: capitalisation-nantes",
    ),
    r"^[a-z]{2,3}$": Words(
        fr="écrivez un code de langue en minuscules : fr, en, es", en="write a language code in lower case: fr, en, es"
    ),
    r"^[A-Z]{2}$": Words(
        fr="écrivez un code de pays en majuscules : FR, CD, MG", en="write a country code in capitals: FR, CD, MG"
    ),
    r"^[A-Z]{3}$": Words(fr="écrivez un code de devise en majuscules : EUR, USD", en="write a currency code in capitals: EUR, USD"),
    r"^([01]\d|2[0-3]):[0-5]\d$": Words(
        fr="écrivez l’heure sur quatre chiffres : 17:00", en="write the hour with four digits: 17:00"
    ),
}
"""What to write where a text has a fixed form."""


def _form(context: Mapping[str, Any], value: object) -> Told:
    fr, en = _shape(value)
    message = Words(fr=f"{fr} : ce n’est pas la forme attendue", en=f"{en} does not have the form expected")
    return message, FORMS.get(str(context.get("pattern")), _SEE)


_KEYS = _expected(
    "des clés",
    "a set of keys",
    "écrivez « clé: valeur » sur les lignes suivantes, en retrait",
    "write “key: value” on the next lines, indented",
)
_LIST = _expected("une liste", "a list", "écrivez [a, b], ou un tiret par ligne", "write [a, b], or one dash per line")
_TEXT = _expected("du texte", "text", "mettez la valeur entre guillemets droits", "put the value between straight quotation marks")
_WHOLE = _expected(
    "un nombre entier",
    "a whole number",
    "écrivez les chiffres seuls, sans guillemets : 6",
    "write the digits alone, without quotation marks: 6",
)
_SWITCH = _expected("true ou false", "true or false", "écrivez true (oui) ou false (non)", "write true (yes) or false (no)")
_NUMBER = _expected("un nombre", "a number", "écrivez les chiffres seuls : 15000 ou 12.5", "write the digits alone: 15000 or 12.5")

WORDINGS: dict[str, Callable[[Mapping[str, Any], object], Told]] = {
    "missing": _missing,
    "model_type": _KEYS,
    "dict_type": _KEYS,
    "tuple_type": _LIST,
    "string_type": _TEXT,
    "int_type": _WHOLE,
    "bool_type": _SWITCH,
    "decimal_type": _NUMBER,
    "literal_error": _literal,
    "greater_than": _bound("plus de", "more than", "gt"),
    "greater_than_equal": _bound("au moins", "at least", "ge"),
    "less_than_equal": _bound("au plus", "at most", "le"),
    "too_short": _too_short,
    "too_long": _too_long,
    "string_too_short": _empty_text,
    "string_too_long": _long_text,
    "string_pattern_mismatch": _form,
}
"""Every kind of error that the models can meet. `extra_forbidden` is told by `unknown_key`, which knows the neighbours."""
