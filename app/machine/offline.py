"""Look for anything that could reach a network: loaded modules, loaded libraries, files of the program."""

import re
import sys
from collections.abc import Iterable
from pathlib import Path

MODULES = frozenset({"PySide6.QtNetwork", "_socket", "_ssl", "asyncio", "ftplib", "http.client", "smtplib", "socket", "ssl", "urllib.request"})
"""Python modules that can open a connection."""

LIBRARIES = re.compile(
    r"(Qt6?Network|qopenssl|qcertonly|qnetworkmanager|qconnman|QtWebEngine|_ssl\b|_ssl\.|_socket\b|_socket\.|libssl|libcrypto|libcurl|libgnutls"
    r"|libavahi|libcups(?!printersupport)|libkrb5|libgssapi|libssh|libnghttp|libsoup|libldap|winhttp|wininet|(^|/)ssl\.py|(^|/)socket\.py)",
    re.IGNORECASE,
)
"""Names of libraries and files that serve networks; the window system's own sockets are none of them, nor is Qt's plugin that asks the machine's own
libcups, where there is one, for printers."""


def network_modules() -> list[str]:
    """Return the network modules that are loaded."""
    return sorted(MODULES.intersection(sys.modules))


def network_files(names: Iterable[str]) -> list[str]:
    """Return those names of files that belong to a network library."""
    return sorted({name for name in names if LIBRARIES.search(name.replace("\\", "/"))})


def loaded_libraries() -> list[str]:
    """Return the paths of the libraries that this process has loaded; empty where the system does not tell."""
    maps = Path("/proc/self/maps")
    if not maps.exists():
        return []
    lines = maps.read_text(encoding="utf-8", errors="replace").splitlines()
    return sorted({line.partition("/")[2] for line in lines if ".so" in line and "/" in line})


def files_below(folder: Path) -> list[str]:
    """Return the names of all files of a folder, relative to it."""
    return [path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()]
