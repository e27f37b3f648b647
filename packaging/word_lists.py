"""Make the lists of words, `resources/words/general.z`, `medical.z` and `ordinary.z`, from the word lists of Debian's spelling packages.

    python packaging/word_lists.py GENERAL... --medical MEDICAL... --ordinary ORDINARY...

GENERAL are plain lists, one word a line: those of `wamerican` and `wbritish`, taken whole, and of `wamerican-large` and `wbritish-large`, of which
words of at least six letters are taken: rare short words are more often slips ("stich"). MEDICAL is a Hunspell dictionary without rules:
`en_med_glut.dic` of `hunspell-en-med`, of which the same is taken. ORDINARY are the most common words: `english-words.10` of `scowl`.
A file is the words in order, one a line, with a line break before the first and after the last, compressed with zlib.
"""

import argparse
import zlib
from collections.abc import Iterable
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "resources" / "words"
SHORTEST, LONGEST = 3, 24
RARE_SHORTEST = 6


def words(path: Path, shortest: int) -> set[str]:
    """Return the words of a list that consist of plain letters and are long enough."""
    lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    found = {line.partition("/")[0].strip().lower() for line in lines}
    return {word for word in found if word.isascii() and word.isalpha() and shortest <= len(word) <= LONGEST}


def write(name: str, found: Iterable[str]) -> None:
    """Write one list and say how long it is."""
    listed = sorted(found)
    packed = zlib.compress("\n".join(["", *listed, ""]).encode(), 9)
    (FOLDER / name).write_bytes(packed)
    print(f"{name}: {len(listed)} words, {len(packed) / 1000:.0f} kB")


def main() -> None:
    """Read the lists that were named and write both files."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("general", nargs="+", type=Path)
    parser.add_argument("--medical", nargs="+", type=Path, required=True)
    parser.add_argument("--ordinary", nargs="+", type=Path, required=True)
    chosen = parser.parse_args()
    general: set[str] = set()
    for path in chosen.general:
        general |= words(path, RARE_SHORTEST if path.name.endswith("-large") else SHORTEST)
    medical = set().union(*(words(path, RARE_SHORTEST) for path in chosen.medical))
    FOLDER.mkdir(exist_ok=True)
    write("general.z", general)
    write("medical.z", medical - general)
    write("ordinary.z", set().union(*(words(path, SHORTEST) for path in chosen.ordinary)))


if __name__ == "__main__":
    main()
