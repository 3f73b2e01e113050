"""Answers, or a call made before, to a new call file."""

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from ami_cli import call, workspace
from ami_cli.call import new, questions
from ami_cli.call.drafting import REDRAFTED
from ami_cli.errors import UsageError
from ami_cli.pipeline.places import call_and_place, nearby
from ami_cli.pipeline.recording import Done, journal

Ask = Callable[[questions.Question], Any]


def new_call(
    given: Mapping[str, str | None], before: str | None, ask: Ask | None, language: str, now: datetime
) -> Path:  # what a person gives, and the two settings
    """Write a new call in the workspace and return its path; a person is asked for what is not given, where `ask` is there.

    Raises:
        UsageError: something given is no answer, or the call exists already.
        InvalidCall: the call to start from is not valid.
    """
    place = workspace.find(Path())
    known = [path.stem for path in workspace.call_files(place)]
    asked = questions.for_workspace(known, sorted(path.stem for path in place.organisations.glob("*.yaml")))
    source = None if before is None else nearby(call_and_place(before)[0])
    if source is not None:
        asked, given = _of_a_copy(asked, given, call.load(source))
    answers = questions.answers_from(asked, given, ask)
    text = new.new_text(answers, source, language)
    path = place.calls / f"{answers['id']}.yaml"
    new.write_new(path, text)
    journal(place, Done("new-call", answers["id"], inputs=[source] if source else [], outputs=[path]), now)
    return nearby(path)


def _of_a_copy(
    asked: tuple[questions.Question, ...], given: Mapping[str, str | None], loaded: call.Loaded
) -> tuple[tuple[questions.Question, ...], Mapping[str, str | None]]:
    """Return what is left to ask and what was given, where everything else comes from a call that was loaded."""
    names = {name.partition(":")[0] for name, typed in given.items() if typed is not None}
    for name in sorted(names - set(REDRAFTED)):
        option = f"--{name.replace('_', '-')}"
        raise UsageError(
            fr=f"{option} ne va pas avec --from",
            en=f"{option} does not go with --from",
            remedy_fr="lancez la commande sans cette option, puis changez la valeur dans le fichier",
            remedy_en="run the command without that option, then change the value in the file",
        )
    kept = tuple(question for question in asked if question.name in {"id", "languages", *names})
    return kept, {**given, "languages": ",".join(loaded.call.languages)}
