from pathlib import Path

from tests.running import run


def tree(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file()}


def test_init_makes_a_workspace_that_keeps_personal_data_out_of_git(tmp_path: Path) -> None:
    assert run("init", tmp_path / "w").code == 0
    assert {"submissions", "evaluations", "outbox", "exports", "records", "calls", "templates"} <= {
        path.name for path in (tmp_path / "w").iterdir()
    }
    assert "/submissions/\n" in (tmp_path / "w" / ".gitignore").read_text()


def test_init_twice_changes_nothing_and_keeps_what_a_person_wrote(tmp_path: Path) -> None:
    (tmp_path / ".gitignore").write_text("mine\n")
    run("init", tmp_path, "--organisation", "ours")
    (tmp_path / "calls" / "organisations" / "ours.yaml").write_text("id: ours\n")
    before = tree(tmp_path)
    again = run("init", tmp_path, "--lang", "en")
    assert again.code == 0
    assert "files made: 0" in again.err
    assert tree(tmp_path) == before
    assert before[".gitignore"] == b"mine\n"


def test_an_id_that_is_none_is_wrong_usage(tmp_path: Path) -> None:
    assert run("init", tmp_path / "w", "--organisation", "../x").code == 2
    assert not (tmp_path / "w").exists()


def test_a_folder_that_cannot_be_written_is_an_unusable_workspace(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert run("init", tmp_path / "file").code == 4
