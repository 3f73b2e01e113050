"""The command line: a typer group whose commands load when they are asked for, and speak the language chosen."""

import difflib
import functools
import importlib
import inspect
import sys
from collections.abc import Callable
from typing import Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup

from ami_cli import __version__
from ami_cli.app import layout
from ami_cli.commands import COMMANDS, Listed, Pair
from ami_cli.commands.options import option
from ami_cli.commands.settings import freeze, language
from ami_cli.errors import UsageError

ABOUT = Pair(
    "Conduire un appel à manifestation d’intérêt à partir de simples fichiers : l’écrire une fois, le publier, recevoir les "
    "candidatures, dire de chacune si elle est complète et pourquoi, choisir, et garder la trace de tout.",
    "Run a call for expressions of interest from plain files: write it once, publish it, take in the applications, say of "
    "each whether it is complete and why, choose, and keep a record of it all.",
)

SETTINGS = {"help_option_names": ["--help", "-h"]}

Lang = Annotated[
    str | None,
    option(
        "--lang",
        fr="La langue de tout ce qui s’affiche ; par défaut celle du système.",
        en="The language of everything shown; by default that of the system.",
        value=("fr|en", "fr|en"),
    ),
]
Now = Annotated[
    str | None,
    option(
        "--now",
        fr="Le moment à considérer comme présent, au format ISO ; par défaut l’horloge.",
        en="The moment to take as the present, in ISO form; by default the clock.",
        value=("DATE", "DATE"),
    ),
]


class Command(TyperCommand):
    """A command whose help is in the language chosen."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the whole help."""
        listed = COMMANDS[ctx.info_name]
        about = [Pair(listed.fr, listed.en).of(language())]
        more = getattr(sys.modules[f"ami_cli.commands.{listed.function}"], "MORE", None)
        if more is not None:
            about.append(more.of(language()))
        formatter.write(layout.of_command(ctx.command_path, self.get_params(ctx), about, language(), formatter.width))

    def get_usage(self, ctx: Any) -> str:
        """Return the usage line."""
        return layout.usage(ctx.command_path, self.get_params(ctx), language(), 80)


class LazyGroup(TyperGroup):
    """The group of all commands; the module of a command is imported when the command is run or explained."""

    def list_commands(self, ctx: Any) -> list[str]:
        """Return the names in the order of the list."""
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """Return the command, or None where there is none of that name."""
        del ctx
        return load(COMMANDS[cmd_name]) if cmd_name in COMMANDS else None

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Return the command that the first word names; a UsageError with the nearest name where it names none."""
        if args[0] not in COMMANDS and not args[0].startswith("-"):
            near = difflib.get_close_matches(args[0], COMMANDS, n=1)
            raise UsageError(
                fr=f"commande inconnue : « {args[0]} »" + (f" (vouliez-vous dire « {near[0]} » ?)" if near else ""),
                en=f"no such command: “{args[0]}”" + (f" (did you mean “{near[0]}”?)" if near else ""),
                remedy_fr="ami --help donne la liste des commandes",
                remedy_en="ami --help lists the commands",
            )
        return super().resolve_command(ctx, args)

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help of the whole."""
        formatter.write(layout.of_group(self.get_params(ctx), ABOUT, language(), formatter.width))

    def get_usage(self, ctx: Any) -> str:
        """Return the usage line."""
        return layout.usage(ctx.command_path, [], language(), 80)


def load(listed: Listed) -> Any:
    """Import the module of a command and make its typer command, with `--lang` and `--now` added."""
    module = importlib.import_module(f"ami_cli.commands.{listed.function}")
    single = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False, context_settings=SETTINGS)
    single.command(name=listed.name, cls=Command)(_with_settings(getattr(module, listed.function)))
    return typer.main.get_command(single)


def _with_settings(function: Callable[..., Any]) -> Callable[..., Any]:
    """Return the function with the options that every command has; one that declares `lang` itself keeps its own."""
    signature = inspect.signature(function)
    added = {name: kind for name, kind in (("lang", Lang), ("now", Now)) if name not in signature.parameters}

    @functools.wraps(function)
    def command(**values: Any) -> Any:
        language_of_run = values.pop("lang", None) if "lang" in added else None
        check_language(language_of_run)
        if "now" in added:
            freeze(values.pop("now", None))
        return function(**values)

    more = [inspect.Parameter(n, inspect.Parameter.KEYWORD_ONLY, default=None, annotation=kind) for n, kind in added.items()]
    command.__signature__ = signature.replace(parameters=[*signature.parameters.values(), *more])  # type: ignore[attr-defined]  # functions take it, mypy does not know
    command.__annotations__ = {**function.__annotations__, **added}
    return command


def check_language(asked: str | None) -> None:
    """Refuse a language that `ami` does not speak; the choice itself was made before anything was shown."""
    if asked not in {None, "fr", "en"}:
        raise UsageError(
            fr=f"--lang : « {asked} » n’est pas une langue d’ami",
            en=f"--lang: “{asked}” is not a language of ami",
            remedy_fr="écrivez --lang fr ou --lang en",
            remedy_en="write --lang fr or --lang en",
        )


def _version(*, wanted: bool) -> None:
    if wanted:
        typer.echo(f"ami {__version__}")
        raise typer.Exit


def build() -> Any:
    """Return the whole command line."""
    whole = typer.Typer(
        name="ami",
        cls=LazyGroup,
        no_args_is_help=True,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings=SETTINGS,
    )

    @whole.callback()
    def ami(
        *,
        lang: Lang = None,
        now: Now = None,
        version: Annotated[
            bool,
            option(
                "--version",
                fr="Affiche la version.",
                en="Show the version.",
                callback=lambda value: _version(wanted=value),
                is_eager=True,
            ),
        ] = False,
    ) -> None:
        del version
        check_language(lang)
        freeze(now)

    return typer.main.get_command(whole)
