"""No applicant's data in another's letter: every kind of letter, over random workspaces."""

import io
import tempfile
from collections.abc import Iterator, Mapping
from email import message_from_bytes, policy
from email.header import decode_header, make_header
from email.message import Message
from functools import cache
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import HealthCheck, Phase, example, given, settings
from pypdf import PdfReader

from ami_cli import letters
from ami_cli.letters import Drafted
from ami_cli.models.letter import Attachment, LetterKind
from ami_cli.pipeline import choosing, curing, deciding, lettering
from tests.letters import worlds
from tests.letters.worlds import NOW, World, later

IN_HOUSE = (
    "à vérifier", "par une personne", "to verify", "to be checked", "by a person", "application.yaml", "grounds.yaml", "files/",
    "`ami", " ami ", "évaluateur", "evaluator", "dérogation", "waiver",
)  # fmt: skip
"""What is said among those who run the call, and to no applicant."""
ASKER = "quelqu.un@ailleurs.example"


def drafted(world: World, kind: LetterKind, hours: int = 0) -> dict[str, Drafted]:
    """Draft one kind of letter; give what became of each, by its file."""
    wanted = lettering.Wanted(kind, later(hours), to=ASKER, question=1)
    done = lettering.draft(world.scope, world.assessments, wanted)
    return {one.file: one for one in done}


def every_kind(world: World, plan: dict[str, Any]) -> dict[str, dict[str, Drafted]]:
    """Lead a call from its receipts to its decision, and draft each letter when it is due."""
    made = {"receipt": drafted(world, "receipt"), "extension": drafted(world, "extension")}
    worlds.questions(world)
    made["answer"] = drafted(world, "answer")
    wish = curing.Wish(NOW, until=later(48).replace(tzinfo=None))
    if any(letters.can_be_cured(one, o) for one in world.assessments for o in one.outcomes):
        curing.open_period(world.scope, world.assessments, wish)
        made["cure"] = drafted(world, "cure")
        curing.close_period(world.scope, curing.Wish(later(49)))
    worlds.settle(world)
    if any(one.verdict == "complete" for one in world.assessments):
        (worlds.grids if plan["scored"] else worlds.grounds)(world, plan)
    choice = choosing.choice(world.scope, world.assessments)
    assert deciding.decide(world.scope, choice, "Comité", None, later(50))
    decisions: tuple[LetterKind, ...] = ("invitation", "reserve", "regret")
    return made | {kind: drafted(world, kind, 51) for kind in decisions}


def said(content: bytes) -> str:
    """Return all that a message says, wherever: as it travels, its headers, its parts, what is attached and how that is called."""
    read = message_from_bytes(content, policy=policy.compat32)
    parts = [str(make_header(decode_header(value))) for value in read.values()]
    return "\n".join([content.decode("utf-8", "replace"), *parts, *(text for part in read.walk() for text in _part(part))])


def _part(part: Message) -> Iterator[str]:
    yield part.get_filename() or ""
    payload = part.get_payload(decode=True)
    if isinstance(payload, bytes):
        pdf = part.get_content_type() == "application/pdf"
        yield _text_of_pdf(payload) if pdf else payload.decode("utf-8")


@cache
def _text_of_pdf(content: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)


class Terms:
    """The terms of reference, made once for each mode: they come from the call alone, and a PDF takes most of the time."""

    def __init__(self) -> None:
        self.make = lettering._terms  # noqa: SLF001  # what is made only once here
        self.made: dict[str, Mapping[str, Attachment]] = {}

    def __call__(self, desk: Any) -> Mapping[str, Attachment]:
        mode = desk.setting.call.selection.mode
        if mode not in self.made:
            self.made[mode] = self.make(desk)
        return self.made[mode]


@pytest.fixture(scope="module", autouse=True)
def _terms() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(lettering, "_terms", Terms())
        yield


def person(**changes: Any) -> dict[str, Any]:
    usual = {"name": "Cabinet {}", "language": "fr", "cv_pages": 1, "letter": "whole", "problem": None, "link": False}
    return usual | {"second": False, "meets": True, "marks": (3, 3), "retained": False} | changes


EVERYBODY = [
    person(retained=True),
    person(language="en", meets=False),
    person(language=None, marks=(1, 1)),
    person(cv_pages=5, letter="none", problem="encrypted", link=True, second=True),
    person(name="{} 🌱", language="en", marks=(2, 2)),
]
"""One who is shortlisted, one in reserve, several refused for other reasons, one who may complete."""


@example(plan={"people": EVERYBODY, "scored": True})
@example(plan={"people": EVERYBODY, "scored": False})
@settings(max_examples=8, suppress_health_check=[HealthCheck.too_slow], phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(plan=worlds.plans())
def test_nothing_of_an_applicant_stands_in_a_letter_to_another(plan: dict[str, Any]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        world = worlds.build(Path(folder), plan)
        _judge(world, every_kind(world, plan))


def _judge(world: World, made: dict[str, dict[str, Drafted]]) -> None:
    outbox = world.scope.workspace.outbox(worlds.CALL)
    every = [one for done in made.values() for one in done.values()]
    assert {one.state for one in every} == {"new"}
    assert sorted(one.file for one in every) == sorted(path.relative_to(outbox).as_posix() for path in outbox.rglob("*.eml"))
    for one in every:
        text = said((outbox / one.file).read_bytes()).casefold()
        owner = _owner(world, one.file)
        foreign = {word for other in world.applicants if other.id != owner for word in other.own} | set(world.evaluators)
        assert sorted(word for word in foreign if word in text) == [], one.file
        assert [word for word in IN_HOUSE if word in _plain(text)] == [], one.file
    _everybody_is_told(world, made)


def _plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def _owner(world: World, file: str) -> str | None:
    """Return the application that a letter is for; an answer is for nobody who applied."""
    return next((one.id for one in world.applicants if file.partition("/")[2].startswith(one.id)), None)


def _everybody_is_told(world: World, made: dict[str, dict[str, Drafted]]) -> None:
    """Each letter that should be there is, and holds its own applicant's words: the test looks where words are."""
    everybody = sorted(one.id for one in world.applicants)
    assert made.keys() - {"cure"} == set(get_args(LetterKind)) - {"cure"}
    assert [_owner(world, file) for file in made["answer"]] == [None]
    assert sorted(str(_owner(world, file)) for file in made["extension"]) == everybody
    assert sorted(str(_owner(world, file)) for kind in ("invitation", "reserve", "regret") for file in made[kind]) == everybody
    outbox = world.scope.workspace.outbox(worlds.CALL)
    receipts = "".join(said((outbox / file).read_bytes()) for file in made["receipt"])
    digests = [file.sha256 for one in world.applicants for file in one.assessment.application.files]
    assert [digest for digest in digests if digest not in receipts] == []
