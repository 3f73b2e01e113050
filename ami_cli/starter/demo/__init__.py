"""The example workspace: a real call and fifteen applications to it, all of them invented, as the files that people send."""

from ami_cli.starter.demo.workspace import CALL, build, is_demo

__all__ = ["CALL", "build", "is_demo"]
