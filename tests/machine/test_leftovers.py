from pathlib import Path

from app.machine.leftovers import leftovers


def unpacked(folder: Path, name: str) -> Path:
    made = folder / name
    (made / "resources").mkdir(parents=True)
    (made / "resources" / "content.json").touch()
    return made


def test_folders_of_other_runs_are_found(tmp_path):
    own, other = unpacked(tmp_path, "_MEIown"), unpacked(tmp_path, "_MEIother")
    (tmp_path / "_MEIforeign").mkdir()
    assert leftovers(own, tmp_path) == [other]


def test_a_run_that_unpacks_nothing_looks_for_nothing(tmp_path):
    unpacked(tmp_path, "_MEIother")
    assert leftovers(tmp_path, tmp_path) == []
    assert leftovers() == []
