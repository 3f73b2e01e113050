"""`python -m ami_cli` and the `ami` command."""

import sys

from ami_cli.app import main

if __name__ == "__main__":
    sys.exit(main())
