"""Whether two pieces of text are one word that only the width of a narrow cell has broken, without a hyphen.

That the first piece fills its line is for the page to tell (`rulings`); here the words themselves are weighed: what the
document says elsewhere, how words begin and end in its languages, and what only ever is half of a compound.
"""

from __future__ import annotations

import re
from collections.abc import Container

from followup.intake.owners.role_words import ROLE_ENDINGS
from followup.intake.wordlists import words

LONGEST_REST = 4
"""Letters of a second half that is one, unless it is a word that everybody knows."""
SHORTEST_WHOLE = 6
_ENDINGS = words("en n et t a e ar er or na s ens ets are aren arna erna orna ing ande")
_STATES = words("påbörjat påbörjad påbörjas påbörjade påbegynt påbegyndt pågår pågående igångsatt uppskjuten")
"""Words of how far something has come that begin as small words do."""
_ARTICLES = frozenset({"en", "et"})
_SHORT = words("i å a av på en är om vi de ha så nu se du ni ej st el in to of on at by we be do ut up og af er et ta")
"""Words so short that they might be taken for the first half of one."""
_COMMON = words(
    """
    i och eller samt som att för till från med vid av på om under efter före innan inom enligt genom mellan utan mot hos
    den det de dem denna detta dessa ett ingen inga alla hela varje minst högst ska skall kan bör får har är var blir
    list team time rota week year lead
    första andra tredje sista nästa nya alla båda samma egna egen övriga
    inte ej ges görs sker tas finns hålls läggs sätts skrivs bokas ingår fram upp ner in ut över så när där här
    the and for with from into that this is was has have will shall not all each every per
    til fra ved som skal kan bør har ikke eller hver etter efter inden innen mellem mellom gjøres gøres
    """
)
"""Words that stand for themselves wherever they stand."""
_WHOLE = tuple(
    sorted(
        words(
            """
            en et na an ar er are ad at ade as es ing ning ion ig iga lig isk iska ta da la de te ate al ent ly ory
            ant iv ive ens arnas ernas ornas ments ers ors skt igt else era ende elle ere ene eren
            """
        )
    )
)
"""Endings of whole words: what follows at the beginning of a line is a word of its own."""
_SPANNING: tuple[str, ...] = (
    *(ending for ending in ROLE_ENDINGS if len(ending) > LONGEST_REST),
    *("iska", "iskt", "liga", "ligt", "ningen", "ningar", "ningarna", "heten", "tionen", "tioner", "tional", "ation"),
)
_INSIDE = ("ings", "nings", "hets", "skaps")
"""How no word begins: the end of the first half of a compound."""
_JOINT = re.compile(r"(?:ings|hets|skaps|ions|tets|elses)[^aeiouyåäöæø]{0,3}$")
"""Where the first half of a compound ends ("utbildnings", "verksamhets"), perhaps with letters of the second."""
_JOINED = ("ing", "het", "skap", "ion", "tet", "else")
_SECOND = ("ansvar", "chef", "utveckl", "program", "plan", "plats", "tid", "grupp", "ledar", "rum", "läkar", "råd")
"""How the second half of a compound often begins, where the "s" between the halves stands on its line."""
_CERTAIN = ("samtal", "utbildning", "handled", "plan", "program", "kolleg", "bedömning", "introduktion", "uddannelse")
"""How the second half of a compound begins, wherever in it the word is broken ("medarbeiders|amtaler")."""
_BEFORE_PEOPLE = words("studie hand huvud över under klinik läkar sjuk skriv schema")
_PEOPLE = (
    *("rektor", "rektorn", "ledare", "ledaren", "läkare", "läkaren", "läggare", "chef", "chefen", "sköterska"),
    *("representant", "representanten"),
)
_ONSETS = words(
    """
    b c d f g h j k l m n p q r s t v w x y z bl br bj dj dr dv fl fr fj fn gl gr gn gj hj hv kl kr kn kv kj lj mj nj
    pl pr pj ps ph sk sl sm sn sp st sv sj sc sh sw th tr tv tj vr wr wh ch rh cl cr qu skr spr str spl skv skj stj
    sph scr thr sch kh
    """
)
_CODAS = words(
    """
    ll mm nn pp rr ss tt kk gg ff bb dd ck ch sh th ng nk nt nd ns mp mn lt ld lk ls lm lp lf lv lj rd rt rk rm rn rs rl
    rg rp rv rj rb rf rc ft kt pt st sk sp xt ts ks ps gs ds gt gd gn ms fs vs bs nc nf ct gh ht wn wl rv vd bt mt
    """
)
"""Consonants that words begin with, and pairs of them that follow each other after the last vowel of one."""
_ONSET = re.compile(r"^[^aeiouyåäöæøéü]*")
_CODA = re.compile(r"[^aeiouyåäöæøéü]*$")


def are_halves(last: str, rest: str, known: Container[str]) -> bool:
    """Say whether `last`, which fills its line, and `rest` on the next are one word; `known` are whole words."""
    last, rest = last.casefold(), rest.casefold()
    if last + rest in known or last + rest in _STATES or _spans(last, rest):
        return True
    if rest in _COMMON or last in _COMMON or (len(last) <= 2 and last.isalpha() and last in _SHORT):
        return False
    if _is_first_half(last, rest) or not _may_begin(rest) or not _may_end(last.rpartition("-")[2]):
        return True
    if rest in _ENDINGS:
        return rest not in _ARTICLES or last not in known
    return rest not in known and _is_rather_broken(last, rest, known)


def _spans(last: str, rest: str) -> bool:
    """Say whether an ending that everybody knows stands over the break ("Bakjoursan|svarig", "kli|niska")."""
    whole = last + rest
    return any(len(ending) > len(rest) and whole.endswith(ending) for ending in _SPANNING)


def _is_first_half(last: str, rest: str) -> bool:
    """Say whether a piece can only be the first half of a compound, though the second is a word too."""
    is_joined = last.endswith(_JOINED) and rest[0] == "s" and rest[1:].startswith(_SECOND)
    is_person = last.rpartition("-")[2] in _BEFORE_PEOPLE and rest.endswith(_PEOPLE)
    is_second = any(
        (last[-some:] + rest).startswith(_CERTAIN) for some in (1, 2, 3) if len(last) - some >= LONGEST_REST
    )
    return is_joined or is_person or is_second or rest.startswith(_INSIDE) or _JOINT.search(last) is not None


def _is_rather_broken(last: str, rest: str, known: Container[str]) -> bool:
    """Say whether nothing in either piece tells that it is whole."""
    is_whole = last in known or (last.endswith(_WHOLE) and len(last) > SHORTEST_WHOLE)
    return len(last) <= 2 or len(rest) <= LONGEST_REST or not is_whole


def _may_begin(rest: str) -> bool:
    """Say whether a word may begin so: "ntant" and "mhetschef" do not."""
    onset = _matched(_ONSET, rest)
    return not onset or onset in _ONSETS or onset == rest


def _may_end(last: str) -> bool:
    """Say whether a word may end so: each two consonants after its last vowel may follow each other there."""
    coda = _matched(_CODA, last)
    return coda == last or (coda != "h" and all(coda[at : at + 2] in _CODAS for at in range(len(coda) - 1)))


def _matched(pattern: re.Pattern[str], word: str) -> str:
    found = pattern.search(word)
    return found.group() if found else ""
