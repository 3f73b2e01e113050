"""Files that people write in YAML: read without guessing, every mistake at once, each with its line, in both languages."""

from ami_cli.strict_yaml.characters import values_of
from ami_cli.strict_yaml.mistakes import mistake
from ami_cli.strict_yaml.nodes import Values
from ami_cli.strict_yaml.reading import model_of
from ami_cli.strict_yaml.source import Path, Source, path_of, written

__all__ = ["Path", "Source", "Values", "mistake", "model_of", "path_of", "values_of", "written"]
