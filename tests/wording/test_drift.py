from pathlib import Path

from ami_cli import starter
from ami_cli.wording.drift import drifted

FRENCH = "{# un mot #}\n# {{ call.title }}\n\n"
FRENCH += "Texte {{ money(1) }}\n\n{% if call.lots %}\n- {{ 'un' if call.id else 'deux' }}\n{% endif %}\n"
ENGLISH = "# {{ call.title }}\n\nText, {{ money(1) | capital }}.\n\n{% if call.lots %}\n- {{ 'one' }}\n{% endif %}\n"


def pair(folder: Path, french: str, english: str) -> tuple[str, ...]:
    folder.mkdir(exist_ok=True)
    (folder / "x.fr.md.j2").write_text(french, encoding="utf-8")
    (folder / "x.en.md.j2").write_text(english, encoding="utf-8")
    return tuple(remark.of("en") for remark in drifted((folder,)))


def test_the_templates_that_ami_brings_go_in_pairs() -> None:
    folder = starter.folder("templates")
    assert len(list(folder.glob("*.fr.md.j2"))) >= 8
    assert drifted((folder,)) == ()


def test_other_words_in_the_same_shape_are_no_drift(tmp_path: Path) -> None:
    assert pair(tmp_path, FRENCH, ENGLISH) == ()


def test_a_block_a_value_or_a_condition_in_one_language_only_is_told_with_its_line(tmp_path: Path) -> None:
    more = FRENCH + "\n## Données {{ data.retention }}\n"
    assert pair(tmp_path, more, ENGLISH) == (
        f"{tmp_path / 'x.fr.md.j2'}:10: “## data.retention” has none against it in x.en.md.j2 (near line 7)",
    )
    assert pair(tmp_path, FRENCH, ENGLISH.replace("money(1)", "money(2)")) != ()
    assert pair(tmp_path, FRENCH, ENGLISH.replace("if call.lots", "if call.annexes")) != ()


def test_the_template_that_would_be_used_is_the_one_compared(tmp_path: Path) -> None:
    own = tmp_path / "own"
    own.mkdir()
    (own / "x.en.md.j2").write_text("# {{ call.id }}\n", encoding="utf-8")
    base = tmp_path / "base"
    assert pair(base, FRENCH, ENGLISH) == ()
    files = {remark.file for remark in drifted((own, base))}
    assert files == {str(base / "x.fr.md.j2")}
