from pathlib import Path

import pytest

from ami_cli.errors import UsageError
from ami_cli.intake import Terms, applications, merge, split
from tests.intake.conftest import take_in, tree
from tests.intake.letters import letter


@pytest.fixture
def essai(tmp_path: Path, terms: Terms) -> Path:
    """Two applications, and a box to take in again."""
    folder = tmp_path / "in"
    folder.mkdir()
    more = "Sun, 31 Aug 2025 09:00:00 +0200"
    (folder / "1.eml").write_bytes(letter(files={"CV Ana.pdf": b"cv", "Lettre.pdf": b"l"}))
    (folder / "2.eml").write_bytes(letter(number=2, sender="Bob <b@y.example>", files={"CV Bob.pdf": b"b"}, received=more))
    (folder / "3.eml").write_bytes(letter(number=3, files={"References.pdf": b"r"}, received=more))
    take_in(tmp_path / "essai", terms, [folder])
    return tmp_path / "essai"


def names(essai: Path) -> dict[str, list[str]]:
    return {one.id: sorted(file.name for file in one.files) for one in applications(essai)}


def test_merging_puts_everything_in_one_folder(essai: Path, terms: Terms) -> None:
    assert names(essai) == {"01-ana-martin": ["CV Ana.pdf", "Lettre.pdf", "References.pdf"], "02-bob": ["CV Bob.pdf"]}
    done = merge(essai, "1", ["02-bob"], terms)
    (found,) = applications(essai)
    assert (done.into, done.out_of, done.deliveries, done.files) == ("01-ana-martin", ("02-bob",), 1, 1)
    assert (found.mistakes, len(found.deliveries), len(list((essai / "01-ana-martin" / "mail").iterdir()))) == ((), 3, 3)
    assert names(essai) == {"01-ana-martin": ["CV Ana.pdf", "CV Bob.pdf", "Lettre.pdf", "References.pdf"]}


def test_what_was_merged_stays_merged_when_taken_in_again(essai: Path, terms: Terms) -> None:
    merge(essai, "01", ["02"], terms)
    before = tree(essai)
    report = take_in(essai, terms, [essai.parent / "in"])
    assert (report.taken_before, report.taken_now, tree(essai) == before) == (3, 0, True)


def test_splitting_takes_a_delivery_out_and_merging_puts_it_back(essai: Path, terms: Terms) -> None:
    first = next(iter(applications(essai)))
    later = first.deliveries[-1]
    done = split(essai, "01-ana-martin", [later.id[:8]], terms)
    assert (done.into, done.out_of, done.files) == ("03-ana-martin", ("01-ana-martin",), 1)
    assert names(essai) == {
        "01-ana-martin": ["CV Ana.pdf", "Lettre.pdf"],
        "02-bob": ["CV Bob.pdf"],
        "03-ana-martin": ["References.pdf"],
    }
    assert [one.mistakes for one in applications(essai)] == [(), (), ()]
    report = take_in(essai, terms, [essai.parent / "in"])
    assert (report.taken_before, report.taken_now) == (3, 0)
    merge(essai, "1", ["3"], terms)
    assert names(essai)["01-ana-martin"] == ["CV Ana.pdf", "Lettre.pdf", "References.pdf"]


def test_a_folder_made_by_hand_joins_with_its_files(essai: Path, terms: Terms) -> None:
    (essai / "09-papier").mkdir()
    (essai / "09-papier" / "scan.pdf").write_bytes(b"scan")
    merge(essai, "2", ["9"], terms)
    assert names(essai)["02-bob"] == ["CV Bob.pdf", "scan.pdf"]
    assert not (essai / "09-papier").exists()


def stopping(_path: Path, _target: Path) -> None:
    raise KeyboardInterrupt


def test_a_merge_that_was_stopped_is_completed_by_the_same_command(
    essai: Path, terms: Terms, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import shutil

    shutil.copytree(essai, tmp_path / "quiet")
    merge(tmp_path / "quiet", "1", ["2"], terms)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "rename", stopping)
        with pytest.raises(KeyboardInterrupt):
            merge(essai, "1", ["2"], terms)
    assert (essai / "02-bob").exists()
    merge(essai, "1", ["2"], terms)
    assert tree(essai) == tree(tmp_path / "quiet")


@pytest.mark.parametrize(("into", "other"), [("1", "1"), ("8", "1"), ("1", "../02-bobby")])
def test_an_application_that_is_not_there_is_told_and_nothing_changes(essai: Path, terms: Terms, into: str, other: str) -> None:
    before = tree(essai)
    with pytest.raises(UsageError):
        merge(essai, into, [other], terms)
    assert tree(essai) == before


@pytest.mark.parametrize("wanted", ["abc", "ffffffffffff"])
def test_a_delivery_that_is_not_there_is_told(essai: Path, terms: Terms, wanted: str) -> None:
    with pytest.raises(UsageError):
        split(essai, "1", [wanted], terms)


def test_the_last_delivery_is_never_taken_out(essai: Path, terms: Terms) -> None:
    bob = list(applications(essai))[1]
    with pytest.raises(UsageError):
        split(essai, "2", [bob.deliveries[0].id], terms)
