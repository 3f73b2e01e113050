"""`python -m ami_cli` and the `ami` command."""

import gc
import sys

from ami_cli import app


def main() -> int:
    """Run the command line and return its exit code."""
    code = app.main()
    gc.freeze()  # what is left goes with the process: looking through it for garbage would only keep people waiting
    return code


if __name__ == "__main__":
    sys.exit(main())
