"""`ami doctor`: what is installed, what each missing piece costs, how to install it."""

from ami_cli.commands import settings


def doctor() -> None:
    """Say what is installed, what each missing piece costs, and the command that installs it."""
    from ami_cli import reports, show
    from ami_cli.pipeline import inspecting

    show.table(reports.installed(inspecting.health(), settings.language()))
