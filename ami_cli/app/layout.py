"""The help of a command or of the whole, laid out as text in one language."""

import textwrap
from collections.abc import Iterator, Sequence
from typing import Any

from ami_cli.commands import GROUPS, Pair
from ami_cli.commands.options import chosen

USAGE = Pair("Usage :", "Usage:")
OPTIONS = Pair("Options", "Options")
ARGUMENTS = Pair("Arguments", "Arguments")
ANY_OPTIONS = Pair("[OPTIONS]", "[OPTIONS]")
A_COMMAND = Pair("COMMANDE …", "COMMAND …")
DEFAULT = Pair("par défaut :", "default:")
REQUIRED = Pair("obligatoire", "required")
SEVERAL = Pair("peut être répétée", "may be repeated")
EPILOGUE = Pair(
    "Aide d’une commande : ami COMMANDE --help. Pour essayer tout de suite : ami demo.",
    "Help of a command: ami COMMAND --help. To try it right now: ami demo.",
)
TYPER_HELP = {
    "--help": Pair("Affiche cette aide.", "Show this help."),
    "--install-completion": Pair(
        "Installe la complétion des commandes dans ce terminal.", "Install the completion of commands in this shell."
    ),
    "--show-completion": Pair("Affiche le script de complétion, pour le copier.", "Show the completion script, to copy it."),
}
Row = tuple[str, str]


def of_group(options: Sequence[Any], about: Pair, language: str, width: int) -> str:
    """Return the help of `ami` itself: what it is, the commands by group, the options."""
    parts = [_usage("ami", [A_COMMAND.of(language)], language, width), _paragraph(about.of(language), width)]
    for group in GROUPS:
        rows = [(command.name, Pair(command.fr, command.en).of(language)) for command in group.commands]
        if rows:
            parts.append(_section(group.title.of(language), rows, width))
    parts.append(_section(OPTIONS.of(language), list(_options(options, language)), width))
    return "\n\n".join([*parts, _paragraph(EPILOGUE.of(language), width)])


def of_command(path: str, params: Sequence[Any], about: Sequence[str], language: str, width: int) -> str:
    """Return the help of one command: usage, what it does, its arguments, its options."""
    arguments = [param for param in params if param.param_type_name == "argument" and not param.hidden]
    parts = [_usage(path, [_in_usage(argument, language) for argument in arguments], language, width)]
    parts.extend(_paragraph(paragraph, width) for paragraph in about)
    if arguments:
        rows = [(_name(argument, language), _text(argument, language)) for argument in arguments]
        parts.append(_section(ARGUMENTS.of(language), rows, width))
    parts.append(_section(OPTIONS.of(language), list(_options(params, language)), width))
    return "\n\n".join(parts)


def usage(path: str, params: Sequence[Any], language: str, width: int) -> str:
    """Return the line that says how a command is written."""
    arguments = [param for param in params if param.param_type_name == "argument" and not param.hidden]
    return _usage(path, [_in_usage(argument, language) for argument in arguments], language, width)


def _usage(path: str, pieces: Sequence[str], language: str, width: int) -> str:
    words = " ".join([path, ANY_OPTIONS.of(language), *pieces])
    return textwrap.fill(f"{USAGE.of(language)} {words}", width, subsequent_indent="    ", break_on_hyphens=False)


def _paragraph(text: str, width: int) -> str:
    return textwrap.fill(text, width, break_on_hyphens=False, break_long_words=False)


def _section(title: str, rows: Sequence[Row], width: int) -> str:
    left = min(max(len(name) for name, _ in rows), 28) + 4
    lines = [title]
    for name, text in rows:
        head = f"  {name}".ljust(left)
        if len(head) > left:  # a long name has a line of its own
            lines.append(head)
            head = ""
        body = textwrap.wrap(text, max(width - left, 24), break_on_hyphens=False) or [""]
        lines.append((head.ljust(left) + body[0]).rstrip())
        lines.extend(" " * left + line for line in body[1:])
    return "\n".join(lines)


def _name(argument: Any, language: str) -> str:
    name = chosen(argument.metavar or argument.name.upper(), language)
    return f"{name}…" if argument.nargs != 1 and not name.endswith("…") else name


def _in_usage(argument: Any, language: str) -> str:
    name = _name(argument, language)
    return name if argument.required else f"[{name}]"


def _options(params: Sequence[Any], language: str) -> Iterator[Row]:
    for option in params:
        if option.param_type_name == "option" and not option.hidden:
            flags = ", ".join([*option.opts, *option.secondary_opts])
            yield f"{flags} {_value(option, language)}".rstrip(), _text(option, language)


def _value(option: Any, language: str) -> str:
    if option.is_flag or option.count:
        return ""
    if option.metavar:
        return chosen(option.metavar, language)
    choices = option.type_descriptor.choices
    return "|".join(str(getattr(choice, "value", choice)) for choice in choices) if choices else option.name.upper()


def _text(param: Any, language: str) -> str:
    known = next((TYPER_HELP[flag] for flag in param.opts if flag in TYPER_HELP), None)
    text = known.of(language) if known else chosen(param.help or "", language)
    notes = []
    if param.required and param.param_type_name == "option":
        notes.append(REQUIRED.of(language))
    if getattr(param, "multiple", False):
        notes.append(SEVERAL.of(language))
    shown = _default(param)
    if shown:
        notes.append(f"{DEFAULT.of(language)} {shown}")
    return f"{text} [{' ; '.join(notes) if language == 'fr' else '; '.join(notes)}]" if notes else text


def _default(param: Any) -> str:
    """Return the default as one would type it; nothing where it is absent, a switch, or not meant to be shown."""
    value = param.default
    if not param.show_default or value is None or isinstance(value, (bool, tuple, list)) or callable(value):
        return ""
    return str(getattr(value, "value", value))
