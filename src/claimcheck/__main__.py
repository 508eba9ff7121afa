"""``python -m claimcheck``: the same as the ``claimcheck`` command."""

import sys

from claimcheck.cli import main

if __name__ == "__main__":
    sys.exit(main())
