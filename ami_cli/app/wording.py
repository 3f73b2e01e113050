"""What typer says of a wrong command line, in plain French and plain English."""

import re

from ami_cli.commands.options import chosen_within

_WORDS: tuple[tuple[str, str, str], ...] = (
    (r"No such option: (\S+)", r"option inconnue : \1", r"no such option: \1"),
    (r"\(Possible options: (.*)\)", r"(proches : \1)", r"(near: \1)"),
    (r"No such command '(.*?)'\.?", r"commande inconnue : « \1 »", r"no such command: “\1”"),
    (r"Missing command\.", "il manque la commande", "the command is missing"),
    (r"Missing argument '(.*?)'\.", r"il manque \1", r"\1 is missing"),
    (r"Missing option '(.*?)'\.", r"il manque l’option \1", r"the option \1 is missing"),
    (r"Option '(.*?)' requires an argument\.", r"l’option \1 attend une valeur", r"the option \1 needs a value"),
    (r"Option '(.*?)' requires (\d+) arguments\.", r"l’option \1 attend \2 valeurs", r"the option \1 needs \2 values"),
    (r"Option '(.*?)' does not take a value\.", r"l’option \1 n’attend pas de valeur", r"the option \1 takes no value"),
    (r"Argument '(.*?)' takes (\d+) values\.", r"\1 attend \2 valeurs", r"\1 takes \2 values"),
    (r"Got unexpected extra argument\(s\) \((.*)\)", r"mot en trop : \1", r"one word too many: \1"),
    (r"Invalid value for '(.*?)': ", r"\1 : ", r"\1: "),
    (r"Invalid value: ", "", ""),
    (r"Input should be a valid integer.*", "il faut un nombre entier", "a whole number is needed"),
    (r"Input should be a valid number.*", "il faut un nombre", "a number is needed"),
    (r"Input should be a valid boolean.*", "il faut true ou false", "true or false is needed"),
    (r"Input should be greater than or equal to (\S+)", r"il faut au moins \1", r"at least \1 is needed"),
    (r"Input should be less than or equal to (\S+)", r"il faut au plus \1", r"at most \1 is possible"),
    (
        r"(?:Value error, )?'(.*?)' is not one of (.*?)\.?$",
        r"« \1 » n’est pas possible ; choisissez \2",
        r"“\1” is not possible; choose \2",
    ),
    (r"Input should be (?=')", "choisissez ", "choose "),
    (r"Value error, ", "", ""),
    (r"\b[Ff]ile '(.*)' does not exist\.", r"ce fichier n’existe pas : « \1 »", r"there is no such file: “\1”"),
    (r"\b[Dd]ir '(.*)' does not exist\.", r"ce dossier n’existe pas : « \1 »", r"there is no such folder: “\1”"),
    (r"\b[Pp]ath '(.*)' does not exist\.", r"ce chemin n’existe pas : « \1 »", r"there is no such path: “\1”"),
    (r"\b(?:[Ff]ile|[Dd]ir|[Pp]ath) '(.*)' is a file\.", r"« \1 » est un fichier", r"“\1” is a file"),
    (r"\b(?:[Ff]ile|[Dd]ir|[Pp]ath) '(.*)' is a directory\.", r"« \1 » est un dossier", r"“\1” is a folder"),
    (r"\b(?:[Ff]ile|[Dd]ir|[Pp]ath) '(.*)' is not readable\.", r"« \1 » ne peut pas être lu", r"“\1” cannot be read"),
    (r"\b(?:[Ff]ile|[Dd]ir|[Pp]ath) '(.*)' is not writable\.", r"on ne peut pas écrire dans « \1 »", r"“\1” cannot be written to"),
)
_OR = re.compile(r"' or '")


def plain(message: str, language: str) -> str:
    """Return typer's message in `language`; a message that is not known here stays as it is."""
    said = chosen_within(message, language)
    for pattern, fr, en in _WORDS:
        said = re.sub(pattern, fr if language == "fr" else en, said)
    return _OR.sub("' ou '" if language == "fr" else "' or '", said)
