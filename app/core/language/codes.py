"""Codes of languages: which there are, what people write in their place, and which are read from the right."""

_TWO = """
aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo es et eu fa ff fi fj fo
fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg
li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se
sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
"""

TWO_LETTERS = frozenset(_TWO.split())

MEANT = {
    "jp": "ja", "cn": "zh", "gr": "el", "dk": "da", "cz": "cs", "ua": "uk", "al": "sq", "rs": "sr", "vn": "vi", "ir": "fa",
    "gb": "en-GB", "us": "en-US", "mx": "es-MX", "at": "de-AT", "iw": "he", "in": "id", "ji": "yi", "kz": "kk", "il": "he",
    "eng": "en", "spa": "es", "fra": "fr", "fre": "fr", "deu": "de", "ger": "de", "ara": "ar", "por": "pt", "ita": "it", "nld": "nl", "dut": "nl",
    "swe": "sv", "rus": "ru", "zho": "zh", "chi": "zh", "jpn": "ja", "hin": "hi", "tur": "tr", "pol": "pl", "heb": "he", "fas": "fa", "per": "fa",
    "urd": "ur", "ben": "bn", "swa": "sw", "ukr": "uk", "ell": "el", "gre": "el", "dan": "da", "nor": "no", "fin": "fi", "ces": "cs", "cze": "cs",
}  # fmt: skip
"""Codes of countries, older codes and codes of three letters, and the code that is meant."""

FROM_THE_RIGHT = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"})


def better_code(tag: str) -> str:
    """Return in a sentence what is wrong with a language tag of the right form, such as en-GB; empty for a good one."""
    base, _, rest = tag.lower().partition("-")
    if meant := MEANT.get(tag.lower()) or (MEANT.get(base) if base not in TWO_LETTERS else None):
        return f"{base} is not the code of a language: did you mean {meant}?"
    if len(base) == 2 and base not in TWO_LETTERS:  # noqa: PLR2004 - longer ones name thousands of languages
        return f"{base} is not the code of a language; examples are en, es, fr, ar"
    if rest == "uk":
        return f"uk is not the code of a country: did you mean {base}-GB?"
    return ""


def is_read_from_the_right(tag: str) -> bool:
    """Return whether a language is written from the right to the left, unless its tag names another script."""
    base, _, rest = tag.lower().partition("-")
    return base in FROM_THE_RIGHT and not rest.startswith("latn")
