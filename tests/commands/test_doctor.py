from pathlib import Path

import pytest

from tests.running import run


def test_doctor_says_what_a_missing_program_costs_and_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    ended = run("doctor", "--lang", "en", environment={"COLUMNS": "250", "AMI_SOFFICE": "", "AMI_TESSERACT": ""})
    assert ended.code == 0
    assert "sudo apt install libreoffice-writer libreoffice-calc" in ended.out
    assert "Scans, and scanned pages within a PDF, are not read: a person has to open them one by one." in ended.out


def test_doctor_gives_the_version_of_what_is_there(tmp_path: Path) -> None:
    program = tmp_path / "tesseract"
    program.write_text("#!/bin/sh\n[ $1 = --version ] && echo 'tesseract 5.9' || printf 'List:\\neng\\nfra\\n'\n")
    program.chmod(0o755)
    ended = run("doctor", environment={"COLUMNS": "250", "AMI_TESSERACT": str(program)})
    assert "tesseract 5.9" in ended.out
    assert "fra, eng" in ended.out
