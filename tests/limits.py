"""No run goes on for ever: a limit for the run as a whole, and an end at once when one of its processes has died.

The limit of a single test is pytest's own (`faulthandler_timeout`), which prints where every thread stood and ends the process even where Qt or a
lock holds Python up.
"""

import faulthandler
import os
import threading

import pytest

AFTER_THE_OTHERS = 30.0
"""Seconds that the process which spreads the tests gives the others to tell where they stood."""


class Limits:
    """Watches one process of a run."""

    def __init__(self, config: pytest.Config) -> None:
        self._errors = os.dup(2)  # what tests print goes elsewhere
        self._test = "no test yet"
        self._died = ""
        self._limit = float(config.getini("run_limit"))
        spreads = config.getoption("numprocesses", None) and not hasattr(config, "workerinput")
        grace = AFTER_THE_OTHERS if spreads else 0.0
        self._timer = threading.Timer(self._limit + grace, self._give_up)
        self._timer.daemon = True
        self._timer.start()

    def _give_up(self) -> None:
        os.write(self._errors, f"\nThe tests took more than {self._limit:.0f} s, the limit of a run. It stood at: {self._test}\n".encode())
        faulthandler.dump_traceback(self._errors)
        os._exit(1)

    def pytest_runtest_logstart(self, nodeid: str) -> None:
        self._test = nodeid

    def pytest_unconfigure(self) -> None:
        self._timer.cancel()
        os.close(self._errors)

    @pytest.hookimpl(optionalhook=True)
    def pytest_testnodedown(self, error: object | None) -> None:
        if error:
            self._died = str(error)

    @pytest.hookimpl(trylast=True)
    def pytest_runtest_logreport(self) -> None:
        if self._died:  # the test that it ran is in the report by now
            pytest.exit(f"a process that ran tests has died: {self._died}", returncode=1)
