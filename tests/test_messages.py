"""The list of all texts: whoever rereads the program finds everything in it."""

import ast
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "packaging"))

import messages  # noqa: E402 - the folder is no package


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("app/cli/line.py", "print the passages that match"),
        ("app/core/files/differences.py", "is an unknown field"),
        ("app/core/advice/completeness.py", "nobody has reviewed this edition yet"),
        ("app/core/writing/extras.py", "is not a bar such as “First flush | 12"),
        ("app/ui/session/self_check.py", "the window did not open"),
        ("packaging/run.py", "This program needs {wanted}; this is "),
        ("packaging/linux/install.sh", "nothing in $program was installed by this script, so there is nothing to remove."),
    ],
)
def test_the_list_holds_texts_of_each_kind_with_their_place(name: str, begins: str) -> None:
    found = [each for each in messages.written_in(ROOT / name, name) if each.text.startswith(begins)]
    assert found
    assert str(found[0]).startswith(f"{name}:{found[0].line}: {begins}")
    assert begins[:20] in (ROOT / name).read_text(encoding="utf-8").splitlines()[found[0].line - 1]


@pytest.mark.parametrize("name", ["app/cli/line.py", "app/cli/handouts.py", "app/core/files/leaving.py", "app/core/library/packs.py"])
def test_everything_that_is_raised_or_complained_of_is_listed(name: str) -> None:
    source = (ROOT / name).read_text(encoding="utf-8")
    listed = {each.line for each in messages.written_in(ROOT / name, name)}
    said = [
        text.lineno
        for call in ast.walk(ast.parse(source))
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and (call.func.id == "complain" or call.func.id.endswith("Error"))
        for text in call.args
        if isinstance(text, ast.JoinedStr | ast.Constant)
    ]
    assert said
    assert set(said) <= listed


def test_what_is_translated_and_what_explains_code_is_not_listed_again(tmp_path: Path) -> None:
    path = tmp_path / "module.py"
    path.write_text(
        '"""A docstring."""\n\ndef f(x):\n    """One more."""\n    x.tr("in the window")\n    return f"said of {x.name}"\n', encoding="utf-8"
    )
    assert [str(each) for each in messages.written_in(path, "module.py")] == ["module.py:6: said of {name}"]
