"""Loads a compiled library that lies in the program's archive of modules: it is unpacked when somebody asks for it.

The single file unpacks everything else at each start. The build adds the last line, which calls `load` with the library's bytes.
"""

import importlib.util
import sys
from pathlib import Path


def load(name: str, file: str, library: bytes) -> None:
    """Write a library where the program has unpacked itself, which it takes away at its end, and load it as the module of this name.

    Raise `ImportError` when it cannot be written or loaded.
    """
    path = Path(sys._MEIPASS, file)  # type: ignore[attr-defined]  # noqa: SLF001 - set by PyInstaller, whose name for it this is
    try:
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(library)
    except OSError as error:
        message = f"{path} cannot be written: {error.strerror}"
        raise ImportError(message, name=name, path=str(path)) from error
    spec = importlib.util.spec_from_file_location(name, path)
    if spec is None or spec.loader is None:
        message = f"{path} cannot be loaded on this system"
        raise ImportError(message, name=name, path=str(path))
    sys.modules[name] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(sys.modules[name])
