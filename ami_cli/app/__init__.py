"""The command line as a whole, and the only place where an error becomes an exit code."""

import os
import sys
from collections.abc import Sequence

import typer

from ami_cli import show
from ami_cli.app import faults, language
from ami_cli.app.group import build
from ami_cli.app.wording import plain
from ami_cli.commands import Pair
from ami_cli.commands.settings import Settings, use
from ami_cli.errors import AmiError, ExitCode

INTERRUPTED = Pair("Interrompu.", "Interrupted.")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code; `arguments` are those of the process unless given."""
    spoken = language.pick(sys.argv[1:] if arguments is None else arguments, os.environ)
    show.use(spoken)
    with use(Settings(language=spoken)):
        code = _bounded(arguments, spoken)
    return show.finish(code)


def _bounded(arguments: Sequence[str] | None, spoken: str) -> int:
    """Run a command; whatever it raises becomes a message and a code."""
    try:
        return _run(arguments)
    except AmiError as error:
        show.error(error.of(spoken), error.remedy(spoken))
        return error.code
    except typer.TyperException as error:
        return _misused(error, spoken)
    except (KeyboardInterrupt, typer.Abort):
        show.talk(INTERRUPTED.of(spoken))
        return ExitCode.INTERRUPTED
    except SystemExit as leaving:
        return _left(leaving)
    except Exception as error:  # noqa: BLE001  # the boundary: a fault must never look like "not met"
        return faults.refused(error, spoken) if isinstance(error, OSError) else faults.report(error, spoken)


def _left(leaving: SystemExit) -> int:
    """Return the code of who left; typer leaves with 1 where the reader of its help has gone, which is no verdict."""
    if isinstance(leaving.__context__, BrokenPipeError):
        return ExitCode.DONE
    return leaving.code if isinstance(leaving.code, int) else ExitCode.DONE


def _run(arguments: Sequence[str] | None) -> int:
    result = build().main(args=arguments, prog_name="ami", standalone_mode=False)
    if result == ExitCode.INTERRUPTED:
        raise KeyboardInterrupt
    return int(result) if isinstance(result, int) else ExitCode.DONE


def _misused(error: typer.TyperException, spoken: str) -> int:
    """Say what is wrong with the words of the command, and how it is written."""
    context = getattr(error, "ctx", None)
    if type(error).__name__ == "NoArgsIsHelpError":
        show.talk(error.format_message())
    elif context is None:
        show.error(plain(error.format_message(), spoken))
    else:
        written = context.get_usage().split(":", 1)[1].strip()
        how = Pair("la commande s’écrit {} ; son aide : {} --help", "the command is written {}; its help: {} --help")
        show.error(plain(error.format_message(), spoken), how.of(spoken).format(written, context.command_path))
    return ExitCode.USAGE
