"""YAML to Call: loading with file and line, warnings about the call itself, its JSON Schema, new calls."""

from ami_cli.call.loading import Loaded, load
from ami_cli.call.mistakes import InvalidCall
from ami_cli.strict_yaml import Source

__all__ = ["InvalidCall", "Loaded", "Source", "load"]
