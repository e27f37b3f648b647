"""Which article a call is about: the one that is named in it, else the one that the machine's policy names, else the bundled one."""

import argparse
from pathlib import Path

from app.core.files.checked import Checked
from app.core.files.loader import ContentError, Loaded, UnreadableError, load
from app.core.files.policy import PolicyFile
from app.machine import paths
from app.machine.exits import complain


def read_article(options: argparse.Namespace, policy_file: PolicyFile) -> Loaded:
    """Return the article that a command is about.

    One that the call names has to be good: raise `ContentError` or `UnreadableError`. One that the policy names gives way to the bundled article,
    as in the window: that is complained of, and `options.reason` holds it, so that the exit code tells it, too.
    """
    if options.content is not None:
        return load(options.content)
    loaded, options.reason = load_by_policy(policy_file)
    if options.reason:
        complain(options.reason)
    return loaded


def load_by_policy(policy_file: PolicyFile, checked: Checked | None = None) -> tuple[Loaded, str]:
    """Return the article that the policy names, else the bundled one; with the line that says why it is not the one that is named."""
    content, why = policy_file.policy.content, f"The bundled article is used instead of the one that the policy {policy_file.path} names."
    loaded, told = load_or_fall_back(Path(content) if content else None, checked, why)
    if policy_file.may_name_an_article:
        told = "If the policy names another article, that one is not used, but the bundled one."
    return loaded, told


def load_or_fall_back(
    content: Path | None, checked: Checked | None = None, why: str = "The bundled article is shown instead of the file that was asked for."
) -> tuple[Loaded, str]:
    """Return the article and, when it is not the one asked for, the line that says why; raise when even the bundled one is damaged.

    Files that `checked` knows are not checked again.
    """
    if content is not None:
        try:
            return load(content, checked=checked), ""
        except (ContentError, UnreadableError) as error:
            told = f"{why} {error}"
    else:
        told = ""
    try:
        return load(paths.CONTENT, paths.known_good(), checked), told
    except (ContentError, UnreadableError):
        if told:
            complain(told, shown=True)
        raise
