"""Loaded once by the process from which workers are made, so that each of them starts with its readers in place."""

import gc

gc.disable()  # all that is loaded here stays; a worker looks for garbage again from when it takes its post

import pypdfium2  # noqa: E402, F401, TID253 (loading it is what this module is for)

import ami_cli.facts.worker  # noqa: E402, F401 (as above)
from ami_cli.facts.prose import trees, weights  # noqa: E402 (as above)

weights.get_ready()
trees.of_the_house()
gc.freeze()  # nor is it looked through when this process ends: whoever reads the result from a pipe waits for that
