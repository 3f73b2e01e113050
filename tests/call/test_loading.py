"""Every mistake at once, with its file and line; nothing is guessed."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ami_cli import call

Writing = Callable[..., Path]


def mistakes(path: Path) -> list[tuple[str, int | None, str, str, str]]:
    """Return file name, line, path, message in English and remedy in English of every mistake."""
    with pytest.raises(call.InvalidCall) as caught:
        call.load(path)
    return [
        (Path(remark.file).name, remark.line, remark.path, remark.message.en, remark.remedy.en if remark.remedy else "")
        for remark in caught.value.remarks
    ]


def of_bytes(folder: Path, content: bytes) -> list[tuple[str, int | None, str, str, str]]:
    path = folder / "x.yaml"
    path.write_bytes(content)
    return mistakes(path)


def test_a_call_and_its_organisation_load_with_their_lines(write_call: Writing) -> None:
    path = write_call()
    loaded = call.load(path)
    assert (loaded.call.id, loaded.organisation.id) == ("essai", "asso")
    assert loaded.call.budget.ceiling == 15000
    assert (loaded.source.file, loaded.source.line("calendar.milestones.0.at")) == (str(path), 25)
    assert loaded.source.line("mission.nothing.here") == 7
    assert loaded.organisation_source.line("data_protection.retention") == 11


def test_a_position_in_a_block_of_prose_has_its_own_line(write_call: Writing) -> None:
    loaded = call.load(write_call())
    text = loaded.call.mission.context.of("fr")
    assert loaded.source.line_within("mission.context.fr", text, text.index("Elle veut")) == 12


def test_every_mistake_of_both_files_is_told_at_once_in_order(write_call: Writing) -> None:
    path = write_call(
        ("title: {fr: Étude des parcours de soins, en: Study of care pathways}", "titel: {fr: x, en: y}"),
        ("kind: study", "kind: estudy"),
        ("ceiling: 15000", 'ceiling: "15 000"'),
        ("at: 2025-10-16T12:00", "at: 16/10/2025"),
        ("shortlist_max: 6", 'shortlist_max: "6"'),
        organisation=(("country: FR", "country: France"),),
    )
    assert mistakes(path) == [
        ("essai.yaml", 1, "title", "this key is required and missing", "add it"),
        ("essai.yaml", 6, "titel", "unknown key: “titel”", "did you mean “title”?"),
        ("essai.yaml", 8, "mission.kind", "“estudy” is not a possible value here", "did you mean “study”?"),
        (
            "essai.yaml",
            19,
            "budget.ceiling",
            "“15 000” is not a number",
            "write the digits alone, with a point for decimals: 15000 or 12.5",
        ),
        (
            "essai.yaml",
            26,
            "calendar.milestones.1.at",
            "“16/10/2025” is not a date that ami understands",
            "write 2025-08-31T12:00, or 2025-08-31 for a day, or to-be-set where the date is not known",
        ),
        (
            "essai.yaml",
            37,
            "selection.shortlist_max",
            "a whole number is needed, not “6”",
            "write the digits alone, without quotation marks: 6",
        ),
        ("asso.yaml", 6, "country", "“France” does not have the form expected", "write a country code in capitals: FR, CD, MG"),
    ]


def test_mistakes_are_told_in_french_and_in_english_with_a_remedy(write_call: Writing) -> None:
    path = write_call(("kind: study", "kynd: study"))
    with pytest.raises(call.InvalidCall) as caught:
        call.load(path)
    assert caught.value.of("fr").splitlines() == [
        f"{path}:7: mission.kind: cette clé est obligatoire et manque → ajoutez-la",
        f"{path}:8: mission.kynd: clé inconnue : « kynd » → vouliez-vous dire « kind » ?",
    ]
    assert caught.value.of("en").splitlines()[1] == f"{path}:8: mission.kynd: unknown key: “kynd” → did you mean “kind”?"


@pytest.mark.parametrize(
    ("change", "line", "path", "message"),
    [
        (("id: essai", "id: essai\nid: autre"), 3, "id", "the key “id” is written twice (already on line 2)"),
        (("id: essai", "id: &name essai"), 2, "id", "anchors and aliases (& and *) are not accepted"),
        (("id: essai", "id: !!str essai"), 2, "id", "tags (!) are not accepted"),
        (("id: essai", "id: !!python/object/apply:os.system [ls]"), 2, "id", "tags (!) are not accepted"),
        (("kind: study", "<<: {kind: study}\n  kind: study"), 8, "mission.<<", "the merge key “<<” is not accepted"),
        (("id: essai", "id: true"), 2, "id", "text is needed, not true"),
        (("id: essai", "id: 12"), 2, "id", "text is needed, not “12”"),
        (("id: essai", "id:"), 2, "id", "nothing is written here: text is needed"),
        (("version: 1", "version: 2"), 1, "version", "“2” is not a possible value here"),
        (("[fr, en]", "[fr, en, fr]"), 4, "languages.2", "“fr” is in the list twice"),
        (("[fr, en]", "[fr, en, es]"), 6, "title", "a language of the call is missing: es"),
        (("id: letter", "id: cv"), 31, "application.documents.1", "“cv” is in the list twice"),
        (("rule: only", "rule: [only]"), 34, "application.channels.rule", "a list is not a possible value here"),
        (("at: 2025-09-16T12:00", "at: 17:00"), 25, "calendar.milestones.0.at", "“17:00” is not a date that ami understands"),
    ],
)
def test_yaml_is_not_allowed_to_guess(write_call: Writing, change: tuple[str, str], line: int, path: str, message: str) -> None:
    found = mistakes(write_call(change))
    assert found[0][:4] == ("essai.yaml", line, path, message)


@pytest.mark.parametrize("written", ["010", "no", "on", "0x10", "1e3", "2025-08-31", "null-part"])
def test_what_yaml_would_take_for_something_else_stays_text(write_call: Writing, written: str) -> None:
    assert call.load(write_call(("id: essai", f"id: {written}"))).call.id == written


def test_a_bomb_of_aliases_is_refused_at_once(tmp_path: Path) -> None:
    levels = "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 30))
    started = time.monotonic()
    found = of_bytes(tmp_path, b"a0: &a0 [x, x]\n" + levels.encode())
    assert time.monotonic() - started < 10
    assert {message for *_, message, _ in found} >= {"anchors and aliases (& and *) are not accepted"}


@pytest.mark.parametrize("opening", ["[", "{a: ", "- "])
def test_deep_nesting_is_refused_at_once(tmp_path: Path, opening: str) -> None:
    started = time.monotonic()
    found = of_bytes(tmp_path, opening.encode() * 100_000)
    assert time.monotonic() - started < 10
    assert [(line, message) for _, line, _, message, _ in found] == [(1, "too many levels inside one another")]


def test_too_many_values_are_refused_at_once(tmp_path: Path) -> None:
    found = of_bytes(tmp_path, b"[" + b"1," * 300_000 + b"1]")
    assert [message for *_, message, _ in found] == ["too many values in the file"]


@pytest.mark.parametrize(
    ("content", "line", "message"),
    [
        (b"", 1, "the file is empty, or is not made of keys"),
        (b"# rien\n", 1, "the file is empty, or is not made of keys"),
        (b"- un\n- deux\n", 1, "the file is empty, or is not made of keys"),
        (b"version: 1\ntitle: \xe9t\xe9\n", 2, "the file is not saved as UTF-8"),
        ("version: 1\n".encode("utf-16"), 1, "the file is not saved as UTF-8"),
        (b"version: 1\nmission:\n\tkind: study\n", 3, "a tab is used to indent"),
        (b"version: 1\ntitle: a\x00b\n", 2, "there is an invisible character here (U+0000)"),
        (b"version: 1\ntitle: a\x1bb\n", 2, "there is an invisible character here (U+001B)"),
        ("version: 1\ntitle: a\u2028b\n".encode(), 2, "there is an invisible character here (U+2028)"),
        (b"version: 1\ntitle: a: b\n", 2, "there is a colon too many here"),
        (b'version: 1\ntitle: "a\n', 3, "a quotation mark is opened and never closed"),
        (b"version: 1\ntitle: [a, b\nid: c\n", 3, "a list or a brace is not closed"),
        (b"version: 1\ntitle: @a\n", 2, "a value cannot begin with this character"),
        (b"version: 1\n? [a]\n: b\n", 2, "a key has to be a plain word"),
        (b"version: 1\n  id: a\n", 2, "there is a colon too many here"),
    ],
)
def test_what_cannot_be_read_is_told_with_its_line(tmp_path: Path, content: bytes, line: int, message: str) -> None:
    assert [(found[1], found[3]) for found in of_bytes(tmp_path, content)] == [(line, message)]


def test_a_second_document_is_refused(write_call: Writing, example: str) -> None:
    path = write_call()
    path.write_text(example + "---\nid: autre\n", "utf-8")
    assert [(line, message) for _, line, _, message, _ in mistakes(path)] == [(38, "the file holds several documents (---)")]


@pytest.mark.parametrize("written", ["utf-8-sig", "crlf", "cr"])
def test_marks_and_line_ends_of_other_systems_are_accepted(write_call: Writing, example: str, written: str) -> None:
    ends = {"crlf": "\r\n", "cr": "\r"}.get(written, "\n")
    path = write_call()
    path.write_bytes(example.replace("\n", ends).encode("utf-8-sig" if written == "utf-8-sig" else "utf-8"))
    assert call.load(path).source.line("selection") == 37


def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    with path.open("wb") as stream:
        stream.truncate(50 << 20)
    started = time.monotonic()
    assert mistakes(path) == [
        ("x.yaml", None, "", "the file is too large (50.0 MB, 1 MB at most)", "check that it is the right file")
    ]
    assert time.monotonic() - started < 5


def test_a_name_that_is_twice_is_told_beside_other_mistakes_of_the_list(write_call: Writing) -> None:
    path = write_call(("id: letter, kind: letter", "id: cv, kynd: letter"))
    assert [(found[2], found[3]) for found in mistakes(path)] == [
        ("application.documents.1", "“cv” is in the list twice"),
        ("application.documents.1.kind", "this key is required and missing"),
        ("application.documents.1.kynd", "unknown key: “kynd”"),
    ]


def test_what_is_no_file_is_told(tmp_path: Path) -> None:
    assert [found[3] for found in mistakes(tmp_path)] == ["this is not a file"]
    assert [found[3] for found in mistakes(tmp_path / "none.yaml")] == ["there is no such file"]


def test_a_missing_organisation_is_told_with_its_path(write_call: Writing) -> None:
    path = write_call(("organisation: asso", "organisation: autre"))
    expected = path.parent / "organisations" / "autre.yaml"
    assert [found[:4] for found in mistakes(path)] == [
        ("essai.yaml", 5, "organisation", f"the file of the organisation is missing: {expected}")
    ]


def test_the_name_of_the_organisation_leads_nowhere_else(write_call: Writing) -> None:
    path = write_call(("organisation: asso", "organisation: ../organisations/asso"))
    assert [found[2] for found in mistakes(path)] == ["organisation"]


def test_hundreds_of_mistakes_are_summed_up(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_text("".join(f"wrong{n}: 1\n" for n in range(500)), "utf-8")
    with pytest.raises(call.InvalidCall) as caught:
        call.load(path)
    assert len(caught.value.remarks) == 100
    assert caught.value.of("fr").splitlines()[-1].endswith("autres erreurs")


def test_words_from_outside_are_shortened_and_cleaned_in_messages(write_call: Writing) -> None:
    path = write_call(("kind: study", "kind: " + "é" * 500))
    assert len(mistakes(path)[0][3]) < 120


def loads_or_refuses(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    try:
        assert call.load(path).call.id
    except call.InvalidCall as error:
        told = error
    else:
        return
    assert told.remarks
    assert told.of("fr") != told.of("en")


QUIET = settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@QUIET
@given(st.binary(max_size=300))
def test_any_bytes_give_a_call_or_its_mistakes(tmp_path: Path, content: bytes) -> None:
    loads_or_refuses(tmp_path / "x.yaml", content)


@QUIET
@given(st.text(alphabet=" \n:-[]{}&*!|>'\"#%@`,?~0aé<\t", max_size=80))
def test_any_marks_of_yaml_give_a_call_or_its_mistakes(tmp_path: Path, text: str) -> None:
    loads_or_refuses(tmp_path / "x.yaml", text.encode())


@QUIET
@given(st.data())
def test_a_call_with_one_place_overwritten_loads_or_tells_its_mistakes(
    write_call: Writing, example: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(example) - 1))
    length = data.draw(st.integers(0, 30))
    middle = data.draw(st.text(alphabet=" \n:-[]{}&*!|'\"#0123456789atrue~.T<", max_size=12))
    loads_or_refuses(write_call(), (example[:start] + middle + example[start + length :]).encode())
