"""Find the temporary folders that a killed run of the single file has left behind."""

import sys
from pathlib import Path

UNPACKED = "_MEI"
"""How the packager names the folder that the single file unpacks itself into."""


def leftovers(own: Path | None = None, folder: Path | None = None) -> list[Path]:
    """Return folders of other runs of this program, running or killed; none when this run has no such folder of its own."""
    own = own or Path(getattr(sys, "_MEIPASS", ""))
    if not own.name.startswith(UNPACKED):
        return []
    import tempfile  # noqa: PLC0415 - only for the single file

    folder = folder or Path(tempfile.gettempdir())
    try:
        return sorted(other for other in folder.glob(f"{UNPACKED}*") if other != own and (other / "resources" / "content.json").exists())
    except OSError:
        return []
