"""Random workspaces for the tests of letters: several applicants, each with words that nobody else has."""

import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any

from hypothesis import strategies as st
from yaml import safe_load

from ami_cli import call, rules, starter
from ami_cli.models.application import Application
from ami_cli.models.assessment import Assessment, Case, Document
from ami_cli.models.call import Call
from ami_cli.models.evaluation import Evaluator
from ami_cli.models.facts import Stated
from ami_cli.pipeline import evaluating
from ami_cli.pipeline.scope import Scope
from ami_cli.strict_yaml.writing import scalar
from ami_cli.workspace import Workspace
from tests.rules import made_up

CALL = "capitalisation-mna-nantes"
NOW = datetime(2025, 9, 3, 10, tzinfo=UTC)
_CALENDAR = '      at: 2025-08-31T12:00\n      printed: "31/08/2025 à 12h00 (hdP/CET)"\n'
_MOVED = "      at: 2025-08-31T12:00\n      previously: [{at: 2025-08-24T12:00, changed_on: 2025-08-20}]\n"
_REASONED = "selection: {shortlist_max: 6, mode: reasoned, tie: extend}\n"
_SCORED = (
    "selection:\n  shortlist_max: 1\n  mode: scored\n  tie: reserve\n  threshold_percent: 40\n  criteria:\n"
    "    - {id: experience, label: {fr: Expérience, en: Experience}, weight: 60}\n"
    "    - {id: method, label: {fr: Méthode, en: Method}, weight: 40}\n"
)

Word = Callable[[], str]
dressed = st.sampled_from([
    "{}", "Cabinet {}", "{} & Fils", "L’Atelier « {} »", '"{}", Inc.', "{}\r\nBcc: x@y.example", "=?utf-8?q?{}?=", "\u202e{}",
    "{} 🌱", "<b>{}</b>", "{{{{ {} }}}}", "_{}_", "# {}",
    "Société de conseil en développement des {} et de leurs partenaires associatifs",
])  # fmt: skip
"""Names as people have them, and as somebody might write them who wants to break a letter."""
PROBLEMS = ("encrypted", "damaged", "no-text")


@dataclass
class Applicant:
    """Somebody who applied, and the words that are theirs alone."""

    id: str
    language: str | None
    assessment: Assessment
    own: set[str] = field(default_factory=set)


@dataclass
class World:
    """A workspace on disk, with what is known of everybody in it."""

    scope: Scope
    applicants: list[Applicant]
    evaluators: list[str]

    @property
    def assessments(self) -> list[Assessment]:
        return [one.assessment for one in self.applicants]


@st.composite
def plans(draw: st.DrawFn) -> dict[str, Any]:
    """Draw what a workspace holds."""
    people = draw(st.lists(st.fixed_dictionaries({
        "name": dressed,
        "language": st.sampled_from(["fr", "en", None]),
        "cv_pages": st.integers(1, 5),
        "letter": st.sampled_from(["whole", "none", "long", "silent"]),
        "problem": st.none() | st.sampled_from(PROBLEMS),
        "link": st.booleans(),
        "second": st.booleans(),
        "meets": st.booleans(),
        "marks": st.tuples(st.integers(0, 5), st.integers(0, 5)),
        "retained": st.booleans(),
    }), min_size=2, max_size=4))  # fmt: skip
    return {"people": people, "scored": draw(st.booleans())}


def words() -> Iterator[str]:
    """Give words of eight letters that no language has, each another one."""
    letters = "bdfgklmnprstvz"
    for number in count(1):
        mixed = number * 1_299_709 % len(letters) ** 8
        yield "".join(letters[mixed // len(letters) ** place % len(letters)] for place in range(8))


def build(root: Path, plan: dict[str, Any]) -> World:
    """Write the workspace, and have the rules look at made-up documents."""
    shutil.copytree(starter.folder("calls"), root / "calls")
    place = Workspace(root)
    scope = Scope(place, place.calls / f"{CALL}.yaml", place.submissions(CALL))
    text = scope.call_file.read_text("utf-8")
    assert (text.count(_CALENDAR), text.count(_REASONED)) == (1, 1)
    text = text.replace(_CALENDAR, _MOVED)
    if plan["scored"]:
        text = text.replace(_REASONED, _SCORED).replace("level: required", "level: eliminatory", 1)
    scope.call_file.write_text(text, "utf-8")
    left = words()
    its = call.load(scope.call_file).call
    applicants = [_applicant(scope, its, number, person, left) for number, person in enumerate(plan["people"], start=1)]
    return World(scope, applicants, [next(left), next(left)])


def _applicant(scope: Scope, its: Call, number: int, person: dict[str, Any], left: Iterator[str]) -> Applicant:
    own: set[str] = set()

    def word() -> str:
        own.add(new := next(left))
        return new

    documents = tuple(_documents(person, word))
    id_, arrived = f"{number:02}-{word()}", datetime(2025, 8, 29, number, 7 * number, tzinfo=UTC)
    link = f"https://cloud.example/{word()}"
    fields = {
        "id": id_,
        "path": f"submissions/{CALL}/{id_}",
        "call": CALL,
        "applicant": person["name"].format(word()),
        "email": f"{word()}@{word()}.example",
        "firm": f"SARL {word()}",
        "language": person["language"],
        "received_at": arrived,
        "arrivals": [{"at": arrived, "by": "own-server", "source": f"mx.{word()}.example"}],
        "channel": "email",
        "channel_address": "doi.applications@medecinsdumonde.net",
        "subject": f"Capitalisation / MNA Nantes / France {word()}",
        "deliveries": [
            {
                "id": name,
                "links": [link] if person["link"] else [],
                "sender": f"{word()} <{word()}@x.example>",
                "message_id": f"<{word()}@x.example>",
                "arrivals": [{"at": arrived, "by": "own-server"}],
            }
            for name in ("a", "b")
        ],
        "files": [
            document.file.model_copy(update={"delivery": "ab"[number % 2], "bytes": len(document.file.path.encode())})
            for number, document in enumerate(documents)
        ],
        "notes": [f"Note du bureau : {word()}"],
    }
    case = Case(call=its, stage="interest", application=Application.model_validate(fields), documents=documents)
    _submit(scope, case.application)
    own |= {document.file.sha256 for document in documents}
    return Applicant(id_, person["language"], rules.assess(case), own)


def _submit(scope: Scope, application: Application) -> None:
    """Write the application folder, from which receipts are made."""
    folder = scope.folder / application.id
    (folder / "files").mkdir(parents=True)
    for file in application.files:
        (folder / file.path).write_bytes(file.path.encode())
    whole = application.model_dump(
        mode="json", include={"applicant", "email", "firm", "language", "subject", "notes", "deliveries"}
    )
    files = [file.model_dump(mode="json", include={"path", "name", "delivery", "sha256", "bytes"}) for file in application.files]
    (folder / "application.yaml").write_text(scalar(whole | {"files": files}), "utf-8")


def _documents(person: dict[str, Any], word: Word) -> Iterator[Document]:
    names = [f"Ana {word().title()}", f"Bo {word().title()}"]
    firm = Stated(what="firm", page=1, quote=f"associée du cabinet {word()}", sure=True)
    yield made_up.cv(f"files/CV {word()}.pdf", names[0], pages=person["cv_pages"], statements=[firm])
    said = (
        Stated(what="member", page=1, quote=f"avec {names[1]}", value=names[1], sure=True) if person["second"] else firm,
        *(() if person["letter"] == "silent" else _statements(word)),
    )
    if person["letter"] != "none":
        yield made_up.letter(f"files/Lettre {word()}.pdf", said, pages=5 if person["letter"] == "long" else 2)
    if person["problem"]:
        yield made_up.unreadable(f"files/Pièce {word()}.pdf", person["problem"])


def _statements(word: Word) -> Sequence[Stated]:
    return (
        made_up.SIMILAR.model_copy(update={"quote": f"une mission semblable pour {word()}"}),
        *(one.model_copy(update={"quote": f"Fondation {word()}, 2022", "value": word()}) for one in made_up.REFERENCES),
        made_up.AVAILABLE,
    )


def settle(world: World) -> None:
    """Do what a person does after the cure period: what is to verify turns out well."""
    for one in world.applicants:
        seen = tuple(o for o in one.assessment.outcomes if o.status != "to_verify")
        verdict = "incomplete" if any(o.status == "not_met" for o in seen) else "complete"
        one.assessment = one.assessment.model_copy(update={"outcomes": seen, "verdict": verdict})


def grounds(world: World, plan: dict[str, Any]) -> None:
    """Write the committee's grounds, each with the words of the one it is about."""
    written = []
    for person, one in zip(plan["people"], world.applicants, strict=True):
        if one.assessment.verdict == "complete":
            said = f"Approche {min(one.own)}, note interne exclue."
            written.append({"application": one.id, "retained": person["retained"], "ground": {"fr": said, "en": said}})
    others = [entry for entry in written if not entry["retained"]]
    for place, entry in enumerate(others[:1], start=1):
        entry["reserve"] = place
    _write(world, "grounds.yaml", {"version": 1, "grounds": written})


def grids(world: World, plan: dict[str, Any]) -> None:
    """Hand out grids and fill them in; the evaluators are nobody's business either."""
    who = [Evaluator(name=f"Éva {name}") for name in world.evaluators]
    handed = evaluating.hand_out(world.scope, world.assessments, who, (("yaml",), "fr", None), NOW)
    people = {one.id: person for one, person in zip(world.applicants, plan["people"], strict=True)}
    for nth, grid in enumerate(handed):
        content = safe_load(grid.path.read_text("utf-8"))
        for candidate in content["candidates"]:
            person = people[candidate["application"]]
            candidate["needs"] = dict.fromkeys(candidate["needs"], person["meets"])
            for criterion in candidate["criteria"].values():
                criterion["mark"] = person["marks"][nth]
        grid.path.write_text(scalar(content), "utf-8")


def questions(world: World) -> None:
    """Write a question and its answer."""
    path = world.scope.call_file.parent / "questions" / world.scope.call_file.name
    path.parent.mkdir()
    one = {
        "asked": "2025-08-10",
        "answered": "2025-08-12",
        "question": {"fr": "Le déplacement est-il pris en charge ?", "en": "Is travel paid for?"},
        "answer": {"fr": "Oui.", "en": "Yes."},
    }
    path.write_text(scalar({"call": CALL, "questions": [one]}), "utf-8")


def _write(world: World, name: str, content: dict[str, Any]) -> None:
    folder = world.scope.workspace.evaluations(CALL)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(scalar(content), "utf-8")


def later(hours: int) -> datetime:
    return NOW + timedelta(hours=hours)
