"""Advice whose commands name the stage, where it is not the first of the call."""

from pathlib import Path

from ami_cli import call
from ami_cli.models.calendar import Stage
from ami_cli.models.call import Call
from ami_cli.models.text import Words


def flag(stage: Stage | None, its: Call) -> str:
    """Return what a command needs to be about a stage: nothing for the first of the call, which is meant anyway."""
    return "" if stage in {None, its.first_stage} else f" --stage {stage}"


def staged(words: Words, option: str) -> Words:
    """Return words with `{stage}` replaced by what `flag` gave."""
    return Words(fr=words.fr.replace("{stage}", option), en=words.en.replace("{stage}", option))


def staged_in(words: Words, stage: Stage | None, call_file: Path) -> Words:
    """Return words for a stage of the call in a file."""
    return staged(words, flag(stage, call.load(call_file).call))
