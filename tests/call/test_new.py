"""A new call is valid at once, commented in the language of the person, and hostile words stay data in it."""

from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ami_cli import call
from ami_cli.call.drafting import drafted
from ami_cli.call.new import new_text, write_new
from ami_cli.call.questions import QUESTIONS, answers_from, for_workspace
from ami_cli.call.writing import call_file
from ami_cli.errors import UsageError
from ami_cli.models.call import Call, Procedure, to_be_set
from ami_cli.models.text import TO_BE_SET
from ami_cli.strict_yaml import Values, model_of

ROOT = Path(__file__).parents[2]
CALLS = sorted((ROOT / "calls").glob("*.yaml"))


def answered(**given: str) -> dict[str, Any]:
    return answers_from(QUESTIONS, {"id": "essai", "organisation": "asso", **given}, None)


def loaded(text: str, languages: tuple[str, ...] = ("fr", "en")) -> Call:
    found = model_of(Call, Values(text, "essai.yaml"), {"languages": languages})
    assert isinstance(found, Call), [remark.of("en") for remark in found]
    return found


@pytest.mark.parametrize("procedure", get_args(Procedure))
@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_new_call_of_every_procedure_is_valid_with_its_gaps_named(procedure: str, language: str) -> None:
    text = new_text(answered(procedure=procedure), None, language)
    assert text.startswith("# yaml-language-server: $schema=call.schema.json\n")
    found = loaded(text)
    assert found.procedure == procedure
    gaps = set(to_be_set(found))
    assert {"title.fr", "mission.context.en", "application.channels.accepted.0.email", "references.0.number"} <= gaps
    assert {stage.stage for stage in found.application.documents} - {one.id for one in found.calendar.milestones} == set()


def test_the_comments_are_in_the_language_of_the_person_and_say_each_thing_once() -> None:
    french, english = (new_text(answered(), None, language) for language in ("fr", "en"))
    assert french.count("# pages, au plus\n") == 1
    assert english.count("# pages, at most\n") == 1
    bare = [[words for line in text.splitlines() if (words := line.partition("#")[0].rstrip())] for text in (french, english)]
    assert bare[0] == bare[1]


def test_what_is_answered_stands_in_the_call() -> None:
    found = loaded(
        new_text(
            answered(
                title="Étude",
                interest="16/09/2025 12h00",
                proposal="2025-10-16 12:00",
                start="2025-11-24",
                ceiling="15 000",
                email="a@example.org",
                subject="Étude / Parcours",
                shortlist_max="4",
                cv_pages="5",
                references="3",
                timezone="Africa/Kinshasa",
            ),
            None,
            "fr",
        )
    )
    assert found.title.root == {"fr": "Étude", "en": TO_BE_SET}
    assert [str(one.at) for one in found.calendar.milestones] == ["2025-09-16 12:00:00", "2025-10-16 12:00:00", "2025-11-24"]
    assert found.budget.ceiling == 15000
    assert (found.selection.shortlist_max, found.calendar.timezone) == (4, "Africa/Kinshasa")
    assert [document.max_pages for document in found.application.documents] == [5, 3, None, None]
    assert found.application.documents[1].must_state[1].at_least == 3
    channel = found.application.channels.accepted[0]
    assert (channel.email, channel.subjects) == ("a@example.org", ("Étude / Parcours",))


@pytest.mark.parametrize(
    ("name", "typed", "told"),
    [
        ("interest", "demain", "Deadline to express interest: “demain” is not a date that ami understands"),
        ("interest", "31/02/2025", "Deadline to express interest: “2025-02-31” is not in the calendar"),
        ("ceiling", "beaucoup", "Highest budget: “beaucoup” is not a number"),
        ("shortlist_max", "0", "Candidates retained, at most: “0”: it has to be more than 0"),
        ("shortlist_max", "six", "Candidates retained, at most: a whole number is needed, not “six”"),
        ("timezone", "CET", "Time zone: unknown time zone: “CET”"),
        ("languages", "français", "Languages: “français” does not have the form expected"),
        ("id", "Étude 1", "Id (name of the file): “Étude 1” does not have the form expected"),
        ("id", "", "Id (name of the file): an answer is needed"),
        ("title", "\ud800", "Title (fr): some characters cannot be read"),
    ],
)
def test_an_answer_that_is_none_is_refused_with_what_to_type(name: str, typed: str, told: str) -> None:
    with pytest.raises(UsageError) as caught:
        answered(**{name: typed})
    assert caught.value.of("en") == told
    assert caught.value.remedy("en")
    assert caught.value.of("fr") != told


def test_an_id_that_is_taken_and_an_organisation_that_is_not_there_are_refused() -> None:
    questions = for_workspace(["essai"], ["asso", "autre"])
    for given_answers in ({"id": "essai", "organisation": "asso"}, {"id": "neuf", "organisation": "rien"}, {"id": "neuf"}):
        with pytest.raises(UsageError):
            answers_from(questions, given_answers, None)
    assert answers_from(for_workspace([], ["asso"]), {"id": "neuf"}, None)["organisation"] == "asso"


@pytest.mark.parametrize("path", CALLS, ids=lambda path: path.stem)
def test_a_copy_keeps_the_prose_and_sets_dates_and_numbers_back(path: Path) -> None:
    before = call.load(path).call
    answers = {"id": "copie", "interest": "2027-01-12T12:00"}
    text = new_text(answers, path, "fr")
    found = loaded(text)
    assert found.id == "copie"
    assert (found.mission, found.profile, found.application, found.budget) == (
        before.mission,
        before.profile,
        before.application,
        before.budget,
    )
    assert [str(one.at) for one in found.calendar.milestones] == [
        "2027-01-12 12:00:00",
        *[TO_BE_SET] * (len(before.calendar.milestones) - 1),
    ]
    assert all(one.printed is None and one.previously == () for one in found.calendar.milestones)


def test_a_copy_sets_reference_numbers_and_the_deadline_for_questions_back(tmp_path: Path) -> None:
    source = tmp_path / "calls" / "vieux.yaml"
    (source.parent / "organisations").mkdir(parents=True)
    organisation = (ROOT / "calls" / "organisations" / "mdm-france.yaml").read_text("utf-8")
    (source.parent / "organisations" / "mdm-france.yaml").write_text(organisation, "utf-8")
    text = CALLS[0].read_text("utf-8")
    text = text.replace("countries: [FR]", "references: [{number: AO-2025-17}, {number: B-3}]")
    source.write_text(text.replace("application:\n", "application:\n  questions: {email: q@b.org, until: 2025-08-20}\n"), "utf-8")
    found = loaded(new_text({"id": "neuf"}, source, "en"))
    assert [reference.number for reference in found.references] == [TO_BE_SET, TO_BE_SET]
    assert found.application.questions is not None
    assert found.application.questions.until == TO_BE_SET


WORDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60)
HOSTILE = st.sampled_from(
    [
        *("- a", "a: b", "a #b", "{x: y}", "[a", "*x", "&x", "!!str a", "null", "true", "010", "1_0", "a\nb", "a\n\n  b\n", "|"),
        *(">", "%x", "@a", "`a", '"', "'", "---", "...", "\ta", " a ", "a\x85b", "a\u2028b", "\ufeffa", "a\x00b", "=1+1", "? a"),
        *(
            "y" * 140 + "\x01",
            "z" * 140 + "\t",
            "w" * 110 + "\u2028",
            "é" * 300,
            "a\n\tb",
            "\n",
            "a\n \nb",
            "a\r\nb",
            "x" * 130 + "\n# y",
        ),
    ]
)


@settings(max_examples=150, deadline=None)
@given(WORDS | HOSTILE, WORDS | HOSTILE)
def test_whatever_is_typed_comes_back_as_it_was_typed(title: str, subject: str) -> None:
    values = drafted({**answered(), "title": {"fr": title}, "subject": subject})
    read = Values(call_file(values, "fr"), "essai.yaml")
    assert read.mistakes == ()
    assert read.root == values


LEAVES = st.none() | st.booleans() | st.integers(-(10**17), 10**17) | WORDS | HOSTILE


@settings(max_examples=100, deadline=None)
@given(st.lists(st.fixed_dictionaries({"need": st.dictionaries(WORDS, LEAVES, max_size=3), "level": LEAVES}), max_size=3))
def test_any_values_are_written_so_that_the_loader_gives_them_back(needs: list[dict[str, Any]]) -> None:
    values = {"version": 1, "profile": needs, "waived": {"a": {"fr": "x"}}}
    read = Values(call_file(values, "en"), "essai.yaml")
    assert (read.mistakes, read.root) == ((), values)


def test_a_file_that_is_there_is_never_touched(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    write_new(path, "first\n")
    with pytest.raises(UsageError):
        write_new(path, "second\n")
    assert path.read_text() == "first\n"


def test_an_interruption_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_descriptor: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("os.fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_new(tmp_path / "x.yaml", "text\n")
    assert list(tmp_path.iterdir()) == []
