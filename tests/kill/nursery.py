"""A process that has loaded the program once and brings forth children that write; each can be killed without a new start having to be paid for.

It reads lines: `KIND FOLDER SEED` brings forth a child and is answered with its number, `wait NUMBER` with how it ended.
"""

import json
import os
import traceback
from pathlib import Path

import app.ui.window.window  # noqa: F401 - all of the program is loaded before the first child
from tests.kill.work import KINDS


def main() -> None:
    print("ready", flush=True)
    while line := os.read(0, 10_000):  # one question, one answer; `sys.stdin` is left to the children
        kind, *rest = json.loads(line)
        if kind == "wait":
            answer = os.waitstatus_to_exitcode(os.waitpid(rest[0], 0)[1])
        else:
            answer = os.fork()
            if answer == 0:
                _live(kind, Path(rest[0]), rest[1])
        print(answer, flush=True)


def _live(kind: str, folder: Path, seed: int) -> None:
    code = 1
    try:
        null = os.open(os.devnull, os.O_RDWR)
        os.dup2(null, 0)
        os.dup2(null, 1)
        KINDS[kind](folder, seed)
        code = 0
    except BaseException:  # noqa: BLE001 - a child never comes back into its parent's loop
        traceback.print_exc()
    os._exit(code)


if __name__ == "__main__":
    main()
