"""The database as a thing to be kept: where it lies, its copies, its health."""

from __future__ import annotations

from typing import TYPE_CHECKING

from followup.domain.trouble import Trouble

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date
    from typing import BinaryIO

    from followup.clock import Clock
    from followup.domain.signs import Sign
    from followup.store.copies import StoredCopy
    from followup.store.store import Store


class Keeping:
    """Copies and health of one database."""

    def __init__(self, store: Store, clock: Clock) -> None:
        """Keep this store's database; copies are named after this clock's time."""
        self._store = store
        self._clock = clock
        self._copied: date | None = None
        store.before_write = self.copy_of_today

    def copy_of_today(self) -> Trouble | None:
        """Make the copy of the day before its first write; a server's are its keeper's, and nothing needs no copy.

        What goes wrong is given and not raised: no command fails because a copy cannot be made. In one program it is
        tried once a day.
        """
        today = self._clock.today()
        if self._copied == today or self._store.address.path is None:
            return None
        from followup.store.daily import copy_of

        try:
            if self._store.revision() == 0:
                return None
            self._copied = today
            copy_of(self._store.address, today)
        except Trouble as trouble:
            return trouble
        except OSError as error:
            return Trouble("file.not_written", path=error.filename, reason="other")
        return None

    def place(self) -> tuple[str, int]:
        """Give where the database lies, as it may be shown, and its size in bytes (0 for a server)."""
        return self._store.place()

    def copies(self) -> tuple[StoredCopy, ...]:
        """Give the copies of the database, the oldest first."""
        from followup.store.copies import stored_copies

        return stored_copies(self._store.address)

    def backup(self, target: str = "", label: str = "") -> str:
        """Copy the database to a file, or to its own folder of copies; give the path.

        Raises:
            Trouble: it cannot be read or written.
        """
        from followup.store.copies import copy_to
        from followup.store.places import folder_of

        self._store.revision()
        stamp = self._clock.now().astimezone().strftime("%Y-%m-%d-%H%M%S")
        path = target or str(folder_of(self._store.address) / f"followup-{stamp}{label}.db")
        return copy_to(self._store.address, path)

    def complete(self) -> Iterator[bytes]:
        """Give everything as one JSON document, in parts.

        Raises:
            Trouble: the database cannot be read.
        """
        from followup.store.complete import written

        self._store.revision()
        return written(self._store.address)

    def is_complete(self, beginning: bytes) -> bool:
        """Say whether a file that begins so holds everything of a database, and is no document to be read."""
        from followup.store.filling import is_complete

        return is_complete(beginning)

    def fill(self, file: BinaryIO, path: str, *, dry_run: bool = False) -> Mapping[str, int]:
        """Fill the empty database with everything that a file holds; give how many rows each table got.

        Raises:
            Trouble: the database holds something, or the file is not to be relied on; nothing is stored.
        """
        from followup.store.filling import fill, weigh

        self._store.revision()
        return weigh(file, path) if dry_run else fill(self._store.address, file, path)

    def restore(self, source: str) -> str:
        """Put a copy in the database's place; give the path of the copy of what was replaced, "" if unreadable.

        Raises:
            Trouble: the copy is no good; nothing was changed.
        """
        from followup.store.copies import restore

        try:
            kept = self.backup(label="-before-restore")
        except Trouble:
            kept = ""
        self._store.close()
        restore(self._store.address, source)
        return kept

    def examine(self) -> tuple[Sign, ...]:
        """Examine the database, the folder it lies in, and its copies.

        Raises:
            Trouble: it cannot be opened.
        """
        from followup.store.doctor import examine

        self._store.revision()
        return examine(self._store.address)

    def mend(self) -> str:
        """Put right what needs nobody's judgement, after a copy; give the copy's path.

        Raises:
            Trouble: no copy can be made, and nothing was touched; or the database cannot be written.
        """
        from followup.store.doctor import mend

        kept = self.backup(label="-before-mending")
        mend(self._store.address)
        return kept
