"""Writes the words of an owner's cell plainly: without addresses, numbers, the column's own name and "m.fl.".

It takes away and puts signs for words; who is meant it never judges.
"""

from __future__ import annotations

import re

MAIL = re.compile(r"<?(?:mailto:)?\b[\w.+-]+@[\w.-]+\.\w+>?")
_PHONE = re.compile(
    r"(?i)\(?(?:\b(?:tel|tfn|telefon|mobil|mob|ankn|anknytning|ext|dect|sökare|pager|phone|tlf)\b\.?\s*[:.]?\s*"
    r"[\d +()-]{3,}\d|(?<![\w/.-])(?:\+\d|0)\d[\d -]{5,}\d)\)?"
)
_CONTACT = r"(?:kontakt(?:person)?|contact)"
_OTHERS = re.compile(
    r"(?i)[\s,]*(?<![\w.])(?:m\.?\s?fl\.?|et al\.?|etc\.?|o\.?\s?dyl\.?"
    r"|gemensamt|jointly|så länge|tills vidare|i första hand|var för sig)(?=$|[\s,;)])"
)
_LABEL = re.compile(
    r"(?im)(?:^|(?<=\.\s)|(?<=\())\s*"
    r"(?:(?:ansvar|(?:huvud|ytterst\s+)?ansvar(?:ig|iga|lig)|responsible|owner|ägare|vem|who|hvem)(?:\s*:|\s+(?:är|is|er)\s)"
    r"|(?:utförs|genomförs|görs|sköts|leds|drivs|hanteras|handläggs|bevakas|samordnas)\s+(?:av|by)\b:?)\s*(?=\S)"
)
"""The column's own name or what is done, said before who it is."""
_BROKEN = re.compile(r"(?<=\w)-[ \t]*\n[ \t]*(?=[a-zåäöæø])(?!och\b|samt\b|eller\b|og\b)")
_REWRITTEN: tuple[tuple[re.Pattern[str], str], ...] = (
    (_PHONE, ""),
    (MAIL, ""),
    (re.compile(r"\+"), " & "),
    (re.compile(r"→|\s(?:=|->|=>|-->|>)\s"), ", "),
    (re.compile(r"(?<=\w)[*†¹²³]+"), ""),
    (re.compile(r"(?<=[A-ZÅÄÖ]{2})\.(?=[A-ZÅÄÖ]{2})"), ". "),  # "VC.SR"
    (re.compile(r"[^\S\n]{2,}"), " "),
    (re.compile(r"(?i)[,(–]?\s*\bdeleg\w+\s+(?:till?|to)\s+"), "; "),
    (re.compile(r"(?<=\w)\s+(?=[2-9]\)\s|[2-9]\.\s[^\W\d])"), "\n"),  # "1) SR 2) VC"
    (re.compile(r"(?i)\s+(?:ersätts|vikarieras|företräds|representeras|erstattes)\s(?:av|af)\s+"), ", "),
    (re.compile(r"(?i)\s+(?:bestående av|consisting of|bestående af)\s+"), ": "),
    (_OTHERS, ""),
    (_LABEL, ""),
    (re.compile(r"(?i)(?<!\w)v/\s*(?=[^\W\d_])"), "ved "),
    (re.compile(rf"(?i)(?<=\(){_CONTACT}\b:?\s+"), ""),
    (re.compile(rf"(?i)\s*[,–]?\s*\b{_CONTACT}:\s*|\s*[,–]\s*\b{_CONTACT}\s+"), " genom "),
)
"""What is taken out or written otherwise, in this order; who stands for a body is named as who it acts through."""


def plainly(text: str) -> str:
    """The words of a cell, its lines kept, with what says nothing of who it is taken away."""
    text = _BROKEN.sub(lambda found: "-" if text[found.start() - 1].isupper() else "", text)
    for pattern, plain in _REWRITTEN:
        text = pattern.sub(plain, text)
    return text
