"""Loaded once by the process from which workers are made, so that each of them starts with its readers in place."""

import pypdfium2  # noqa: F401, TID253 (loading it is what this module is for)

import ami_cli.facts.worker  # noqa: F401 (as above)
