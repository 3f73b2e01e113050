"""From what arrives to application folders, and from application folders to applications."""

from ami_cli.intake.applications import application, applications

__all__ = ["application", "applications"]
