from pathlib import Path

from ami_cli import commands
from ami_cli.commands import COMMANDS

SHARED = {"__init__", "assessing", "options", "settings"}


def test_every_command_module_is_listed_and_every_listed_command_has_its_module() -> None:
    modules = {path.stem for path in Path(commands.__file__).parent.glob("*.py")} - SHARED
    assert modules
    assert modules == {command.function for command in COMMANDS.values()}
