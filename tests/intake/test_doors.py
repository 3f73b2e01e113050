import subprocess
import sys

from ami_cli import intake


def test_everything_that_is_offered_is_there() -> None:
    assert [name for name in intake.__all__ if not hasattr(intake, name)] == []
    assert not hasattr(intake, "nothing_of_the_kind")


def test_reading_application_folders_loads_nothing_of_mail() -> None:
    said = (
        "import sys; from ami_cli.pipeline import checking; print([m for m in sys.modules if m.startswith('ami_cli.intake.mail')])"
    )
    ran = subprocess.run([sys.executable, "-c", said], capture_output=True, text=True, check=True)  # noqa: S603 (our own words)
    assert ran.stdout.strip() == "[]"
