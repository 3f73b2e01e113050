"""`python -m ami_cli` and the `ami` command."""

import gc
import sys

_ALLOCATIONS = 100_000
"""New containers after which Python looks for garbage in cycles; at its usual 700 that is a fifth of a long check, for nothing."""


def main() -> int:
    """Run the command line and return its exit code."""
    gc.set_threshold(_ALLOCATIONS)
    from ami_cli import app  # noqa: PLC0415  # what it loads stays, and a worker that finds this module here needs none of it

    code = app.main()
    gc.freeze()  # what is left goes with the process: looking through it for garbage would only keep people waiting
    return code


if __name__ == "__main__":
    sys.exit(main())
