"""Numbers as people write them: digits, number words and ordinals in sv, en, da and nb."""

from __future__ import annotations

from followup.domain.when.lexicon import Found, Lexicon
from followup.domain.when.tokens import Tokens

__all__ = ["cardinal", "decimal_after", "ordinal", "span_of_numbers"]

_CARDINALS: Lexicon[int] = Lexicon(
    {
        1: "en|ett|one|a|an|én|et|single|enda",
        2: "två|two|to|tvenne|ett par|et par|a couple of|a couple",
        3: "tre|three",
        4: "fyra|four|fire",
        5: "fem|five",
        6: "sex|six|seks",
        7: "sju|seven|syv",
        8: "åtta|eight|otte|åtte",
        9: "nio|nine|ni",
        10: "tio|ten|ti",
        11: "elva|eleven|elleve",
        12: "tolv|twelve",
        13: "tretton|thirteen",
        14: "fjorton|fourteen|fjorten|fjortan",
        15: "femton|fifteen|femten",
        16: "sexton|sixteen",
        17: "sjutton|seventeen",
        18: "arton|aderton|eighteen",
        19: "nitton|nineteen",
        20: "tjugo|twenty|tyve|tjue",
        21: "tjugoen|tjugoett",
        24: "tjugofyra",
        30: "trettio|thirty|tredive|tretti",
        40: "fyrtio|forty",
        50: "femtio|fifty",
        60: "sextio|sixty",
        90: "nittio|ninety",
        100: "hundra|hundred",
    }
)

_ORDINALS: Lexicon[int] = Lexicon(
    {
        1: "första|förste|first|första|første",
        2: "andra|andre|second|anden|andet|annan|annat",
        3: "tredje|third",
        4: "fjärde|fourth|fjerde",
        5: "femte|fifth",
        6: "sjätte|sixth|sjette",
        7: "sjunde|seventh|syvende|sjuende",
        8: "åttonde|eighth|ottende|åttende",
        9: "nionde|ninth|niende",
        10: "tionde|tenth|tiende",
        11: "elfte|eleventh|ellevte|ellefte",
        12: "tolfte|twelfth|tolvte",
        13: "trettonde|thirteenth",
        14: "fjortonde|fourteenth",
        15: "femtonde|fifteenth",
        16: "sextonde|sixteenth",
        17: "sjuttonde|seventeenth",
        18: "artonde|adertonde|eighteenth",
        19: "nittonde|nineteenth",
        20: "tjugonde|twentieth",
        21: "tjugoförsta|twenty-first",
        22: "tjugoandra|twenty-second",
        23: "tjugotredje|twenty-third",
        24: "tjugofjärde|twenty-fourth",
        25: "tjugofemte|twenty-fifth",
        26: "tjugosjätte|twenty-sixth",
        27: "tjugosjunde|twenty-seventh",
        28: "tjugoåttonde|twenty-eighth",
        29: "tjugonionde|twenty-ninth",
        30: "trettionde|thirtieth",
        31: "trettioförsta|thirty-first",
        -1: "sista|siste|last|sidste",
        -2: "näst sista|näst siste",
    }
)

_SUFFIXES = frozenset(("a", "e", "dra", "dje", "de", "te", "st", "nd", "rd", "th", "ste", "an", "en"))
_DASHES = frozenset(("-", "–", "/"))


def decimal_after(tokens: Tokens, index: int) -> bool:
    """True when the number at `index` goes on with a decimal comma: "5,5"."""
    return tokens.word(index + 1) == "," and tokens.glued(index + 1) and _digit_glued(tokens, index + 2)


def _digit_glued(tokens: Tokens, index: int) -> bool:
    return tokens.glued(index) and tokens.is_number(index)


def cardinal(tokens: Tokens, index: int, longest: int = 3) -> Found[int]:
    """A whole number, in digits (at most `longest`) or in words."""
    number = tokens.digits(index, 1, longest)
    if number is None:
        return _CARDINALS.at(tokens, index)
    return None if decimal_after(tokens, index) else (number, index + 1)


def ordinal(tokens: Tokens, index: int, *, dotted: bool = False) -> Found[int]:
    """Reads "tredje", "3:e", "3e", "3rd"; "3." only where `dotted`; -1 for the last."""
    number = tokens.digits(index, 1, 2)
    if number is None:
        return _ORDINALS.at(tokens, index)
    after = index + 1
    if tokens.word(after) == ":" and tokens.glued(after):
        after += 1
    if tokens.word(after) in _SUFFIXES and tokens.glued(after):
        return number, after + 1
    if dotted and tokens.word(index + 1) == "." and tokens.glued(index + 1):
        return number, index + 2
    return None


def span_of_numbers(tokens: Tokens, index: int) -> Found[tuple[int, int]]:
    """Reads "2", "2–3", "en till två", "en eller två": the lower and the higher number."""
    low = cardinal(tokens, index)
    if low is None:
        return None
    first, after = low
    if tokens.word(after) in _DASHES or tokens.word(after) in ("till", "eller", "to", "or", "til"):
        high = cardinal(tokens, after + 1)
        if high and high[0] > first:
            return (first, high[0]), high[1]
    return (first, first), after
