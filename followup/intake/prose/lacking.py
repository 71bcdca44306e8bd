"""Tells a sentence of what is lacking from one of what is done about it.

It only looks at words: what reviewers find, what is too little or missing, against what somebody will do.
"""

from __future__ import annotations

import re
from functools import lru_cache

_LACKING = re.compile(
    r"(?i)\b(?:avsaknad|tunn\w*|avlys[te]\w*|innstilt\w*|aflys\w*|only half|ofta|ofte|often|without|utan"
    r"|legat nere|ligger nere|ligget nede|ligger nede|do(?:es)? not|don't|little|rushed|unstructured|poor(?:ly)?"
    r"|weak|few|pausad\w*|(?-i:[Ii]ngen|[Ii]nget|[Ii]nga(?=\s[a-zåäöæø]))|hinner|ingen\b|delar (?:rum|dator"
    r"|arbetsplats|telefon|kontor)|share[sd]?|sakna\w*"
    r"|saknades|brist(?:er|ande"
    r"|fällig\w*)?|inte|aldrig|sällan|ej|få"
    r"|svår[at]?|svårt"
    r"|otydlig\w*"
    r"|inställ[dt]\w*|otillräcklig\w*|oklar\w*|ojämn\w*|eftersatt\w*|sårbar\w*|okänd[at]?|begränsa[dt]\w*"
    r"|sporadisk\w*"
    r"|ställ(?:s|ts|des) in|föråldra\w+|gamm(?:al|la|alt)|(?:det|der) (?:behövs|behöves) (?:fler|mer|bättre)"
    r"|för (?:små|stor\w?|många|få|kort\w?|lite[nt]?|låg\w?|lång\w?|sent?)"
    r"|lack(?:s|ed|ing)?|missing|not|never|no|none|rarely|seldom|efterfråg\w*|efterlys\w*|etterlys\w*|ett?erspø\w*|efterspø\w*|efterspurg\w*|savne\w*|frequently"
    r"|sometimes|ibland|refused|nekad\w*|too (?:few|short|little|late|long)|out of date"
    r"|outdated"
    r"|unclear|insufficient|inconsistent|limited|should have|struggle\w*|mangle[rt]?|manglende|mangelfuld\w*"
    r"|ikke|aldri(?:g)?|sjelden|sjældent"
    r"|for (?:få|kort\w?|lite|lidt|sjelden|sent?|lav\w?)|utilstrekkelig\w*|utilstrækkelig\w*|uklar\w*)\b"
)
_FOUND = re.compile(
    r"(?i)^(?:den|the)\s+\w+\s+(?:brist\w*|anmärkning\w*|synpunkt\w*|point|finding|concern|issue|shortcoming)\b"
    r"|^(?:granskarna|inspektörerna|granskningen|rapporten|inspektorerne|komiteen|besøket|the (?:reviewers?"
    r"|panel|visitors?|review|report))\b"
    r"|^(?:det |there |der )?(?:saknas|saknades|finns (?:ingen|inget|inga|inte)|is no|are no|mangler"
    r"|finnes ingen|er ingen)\b"
    r"|^(?:det )?(?:framkom|framgår|påpekades|noterades|konstaterades)\b"
    r"|\b(?:påpekade|noterade|bedömde[s]?|konstaterade[s]?|framkom|uppmärksammade[s]?|fandt|påpegede|bemerket"
    r"|påpekte)\b"
)
"""What reviewers found; it stands before what is done about it."""
SAID = re.compile(
    r"(?i)^(?:(?:recommendation|rekommendation|anbefaling|brist|finding|avvik|mangel|shortcoming|observation|synpunkt"
    r"|anmärkning)\s*\d{0,2}|granskarn?a?s?(?: \w+)?|inspektörerna|spur|lipus|reviewers?|panel|komiteen"
    r"|inspektorerne)\s*:\s+"
)
"""Who is quoted before a colon with what is lacking."""
_DONE = re.compile(
    r"(?i)\b(?:ska|skall|kommer att|inför|införs|tar fram|tas fram|tar|will|skal|vil|indføres|innføres|beslutat"
    r"|beslutade[s]?|agreed)\b"
)


@lru_cache(maxsize=16384)
def is_found(sentence: str) -> bool:
    """Say whether a sentence tells what reviewers found or said."""
    return _FOUND.search(sentence) is not None


@lru_cache(maxsize=16384)
def lacks(sentence: str) -> bool:
    """Say whether a word of a sentence tells of lack, whatever else it tells."""
    return _LACKING.search(sentence) is not None


def is_lacking(sentence: str) -> bool:
    """Say whether a sentence tells of what is lacking, and of nothing that is done about it."""
    if is_found(sentence) or SAID.match(sentence):
        return True
    return lacks(sentence) and _DONE.search(sentence) is None
