"""The typer app, and the only place where an error becomes an exit code."""

import sys
from typing import Annotated

import typer

from ami_cli import __version__
from ami_cli.errors import AmiError, ExitCode

app = typer.Typer(name="ami", no_args_is_help=True, add_completion=True, pretty_exceptions_enable=False)


def _version(*, wanted: bool) -> None:
    if wanted:
        typer.echo(f"ami {__version__}")
        raise typer.Exit


@app.callback()
def ami(
    *, version: Annotated[bool, typer.Option("--version", callback=lambda value: _version(wanted=value), is_eager=True)] = False
) -> None:
    """Run calls for expressions of interest from plain files."""


def main() -> int:
    """Run the command line and return its exit code."""
    try:
        app()
    except AmiError as error:
        sys.stderr.write(f"{error}\n")
        return error.code
    return ExitCode.DONE
