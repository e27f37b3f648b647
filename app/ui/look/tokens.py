"""The colours of the three themes, each named by its one meaning."""

from msgspec import Struct


class Theme(Struct, frozen=True):
    """One theme. Every colour has one meaning; `tests/ui/look/test_theme.py` computes the contrast of every pair that meets."""

    name: str
    background: str
    bar: str
    ink: str
    faint: str
    line: str
    accent: str
    accent_ink: str
    accent_soft: str
    mark: str
    mark_ink: str
    note: str
    note_soft: str
    urgent: str
    urgent_soft: str
    focus: str


LIGHT = Theme(
    name="light",
    background="#FFFFFF",
    bar="#F1F5F5",
    ink="#15242A",
    faint="#4A5B62",
    line="#CFD9DB",
    accent="#0B5563",
    accent_ink="#FFFFFF",
    accent_soft="#DCEDEF",
    mark="#FFE27D",
    mark_ink="#231B00",
    note="#573A8A",
    note_soft="#F4F0FB",
    urgent="#A1172D",
    urgent_soft="#FDF0F0",
    focus="#1A5FCC",
)

DARK = Theme(
    name="dark",
    background="#12191C",
    bar="#1A2327",
    ink="#E6EDEF",
    faint="#A8B8BE",
    line="#34444A",
    accent="#7ECDD8",
    accent_ink="#06252B",
    accent_soft="#1D3A41",
    mark="#F0CF62",
    mark_ink="#1D1600",
    note="#CDB7F7",
    note_soft="#262138",
    urgent="#FFABAE",
    urgent_soft="#381D22",
    focus="#FFBE5C",
)

CONTRAST = Theme(
    name="contrast",
    background="#000000",
    bar="#000000",
    ink="#FFFFFF",
    faint="#E6E6E6",
    line="#BDBDBD",
    accent="#7DEBFF",
    accent_ink="#000000",
    accent_soft="#003B47",
    mark="#FFF04D",
    mark_ink="#000000",
    note="#E3C8FF",
    note_soft="#1D0A33",
    urgent="#FFB8BD",
    urgent_soft="#3A0009",
    focus="#FFB000",
)

THEMES = {theme.name: theme for theme in (LIGHT, DARK, CONTRAST)}


def mix(colour: str, other: str, share: float) -> str:
    """Return `colour` with a share (0 to 1) of another colour mixed in; both are "#RRGGBB"."""
    parts = zip(_channels(colour), _channels(other), strict=True)
    return "#" + "".join(f"{round(one + (two - one) * share):02X}" for one, two in parts)


def contrast(one: str, two: str) -> float:
    """Return the contrast ratio of two colours as WCAG 2 defines it: 1 (none) to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(two)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _luminance(colour: str) -> float:
    """Relative luminance, https://www.w3.org/TR/WCAG22/#dfn-relative-luminance."""
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in (channel / 255 for channel in _channels(colour))]  # noqa: PLR2004
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
