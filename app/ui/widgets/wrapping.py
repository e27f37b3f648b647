"""What buttons have in common whose words break into lines."""

from PySide6.QtWidgets import QSizePolicy, QWidget


def wrapped_policy(widget: QWidget) -> QSizePolicy:
    """Return the size policy of a widget whose height follows from the width that it is given."""
    policy = widget.sizePolicy()
    policy.setHeightForWidth(True)
    policy.setHorizontalPolicy(policy.Policy.Preferred)
    policy.setVerticalPolicy(policy.Policy.Minimum)
    return policy
