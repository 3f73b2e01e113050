"""From what arrives to application folders, and from application folders to applications."""

from ami_cli.intake.applications import application, applications, folders

__all__ = ["application", "applications", "folders"]
