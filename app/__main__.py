"""`python -m app`; also the script that the packaged program starts."""

import sys

from app.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
