"""What a doctor finds in a database and around it, and what can be put right without anybody's judgement.

Examining changes nothing. Mending is asked for, and done by whoever has made a copy.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from db import checks, copies
from db.reading import open_reader
from followup.domain.signs import Sign, sign
from followup.domain.trouble import Trouble
from followup.store.copies import stored_copies
from followup.store.places import folder_of
from followup.store.store import telling
from followup.store.surroundings import may_be_replaced, network_of, synced_folder

if TYPE_CHECKING:
    from collections.abc import Iterator

    from db.address import Address
    from db.reading import Reader

ORPHANS_SHOWN = 5


def examine(address: Address) -> tuple[Sign, ...]:
    """Examine a database, the folder it lies in, and its copies.

    Raises:
        Trouble: it cannot be opened.
    """
    with telling(), open_reader(address) as reader:
        inside = (*_soundness(reader, address), *_references(reader), *_journal(reader), *_ledger(reader))
    return (*inside, *(_outside(address) if address.path is not None else ()))


def _soundness(reader: Reader, address: Address) -> Iterator[Sign]:
    found = checks.unsound(reader)
    indexes = all("index" in one for one in found)
    yield from (sign("unsound", mends=indexes, detail=one) for one in found)
    if not found:
        yield sign("sound" if address.path is not None else "answers", good=True)


def _references(reader: Reader) -> Iterator[Sign]:
    for one in checks.dangling(reader):
        yield sign("dangling", mends=one.entity == "reminder", entity=one.entity, id=one.id)


def _journal(reader: Reader) -> Iterator[Sign]:
    """Look at how change sets hang together; that they give what is stored is for a replay to say."""
    miscounted = checks.miscounted(reader)
    if miscounted:
        yield sign("miscounted", mends=True, n=len(miscounted))
    broken = [*checks.broken_chains(reader), *checks.empty_sets(reader)]
    if broken:
        yield sign("chain", numbers=", ".join(map(str, sorted(broken)[:ORPHANS_SHOWN])))
    else:
        yield sign("chained", good=True)


def _ledger(reader: Reader) -> Iterator[Sign]:
    strange = checks.unlogged(reader)
    if strange:
        yield sign("ledger", n=len(strange), uid=strange[0][1])
    else:
        yield sign("ledger_agrees", good=True)


def _outside(address: Address) -> Iterator[Sign]:
    path = str(address.path)
    exposed = checks.exposure(path)
    yield sign("exposed" if exposed else "private", good=not exposed, mends=bool(exposed), path=path)
    if may_be_replaced(path):
        yield sign("folder", path=Path(path).absolute().parent)
    cloud, network = synced_folder(path), network_of(path)
    if cloud:
        yield sign("cloud", what=cloud)
    if network:
        yield sign("network", what=network)
    yield from _copies(address)


def _copies(address: Address) -> Iterator[Sign]:
    exposed = _exposed_copies(address)
    if exposed:
        yield sign("copies_exposed", mends=True, path=folder_of(address))
    latest = stored_copies(address)[-1:]
    yield from (_of_copy(one.path) for one in latest)


def _exposed_copies(address: Address) -> list[str]:
    folder = folder_of(address)
    own = [str(folder), *(one.path for one in stored_copies(address))] if folder.is_dir() else []
    return [path for path in own if checks.exposure(path)]


def _of_copy(path: str) -> Sign:
    try:
        with telling():
            copies.verify(Path(path))
    except Trouble:
        return sign("copy_bad", path=path)
    return sign("copy_good", good=True, path=path)


def mend(address: Address) -> None:
    """Put right what can be: rights, indexes, counts, reminders of what is no more.

    Raises:
        Trouble: it cannot be written; what was put right before that stays so.
    """
    from db import mending
    from db.engine import open_engine

    with telling():
        if address.path is not None:
            for path in (address.path, *_exposed_copies(address)):
                mending.make_owners_alone(path)
            mending.reindex(address.path)
        with open_reader(address) as reader:
            miscounted = checks.miscounted(reader)
            gone = [one.id for one in checks.dangling(reader) if one.entity == "reminder"]
        engine = open_engine(address)
        try:
            mending.recount(engine, miscounted)
            mending.withdraw(engine, gone)
        finally:
            engine.dispose()
