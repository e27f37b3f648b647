"""`python -m app`; also the script that the packaged program starts."""

import gc
import sys

gc.disable()  # nothing is garbage of what is loaded now; `main` ends that for commands, and the window looks for itself

from app.cli.main import main  # noqa: E402 - not to be looked through

if __name__ == "__main__":
    sys.exit(main())
