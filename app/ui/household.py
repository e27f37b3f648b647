"""What is remembered from one start to the next, as far as the machine's policy lets it be."""

import hashlib

from msgspec.structs import replace

from app.core.content import Disclaimer
from app.core.policy import Policy
from app.ui.settings import Remembered


def at_start(remembered: Remembered, policy: Policy) -> Remembered:
    """Return what a start begins with: what is remembered, less what the policy has forgotten, with what it sets."""
    kept = for_storage(remembered, policy)
    theme = policy.theme or kept.theme
    return replace(kept, theme=theme, text_size=policy.text_size or kept.text_size)


def for_storage(remembered: Remembered, policy: Policy) -> Remembered:
    """Return what may be stored."""
    kept = remembered
    if not policy.remember_place:
        kept = replace(kept, place="", scroll=0.0)
    if not policy.remember_answers:
        kept = replace(kept, open_answers=[])
    return kept if policy.disclaimer == "once" else replace(kept, disclaimer="")


def mark_of(disclaimer: Disclaimer) -> str:
    """Return what tells one disclaimer's text from another (SHA-256, hexadecimal)."""
    return hashlib.sha256("\n".join((disclaimer.title, *disclaimer.text)).encode()).hexdigest()
