"""Looks into a zip package (Word, Excel) before any library opens it: sizes, damage, and what it claims to be.

It refuses what unpacks beyond a stated size and XML that declares entities; it never follows a link.
"""

from __future__ import annotations

import io
import zipfile

from followup.intake.refusals import IntakeRefused

MEGABYTE = 1_000_000
MOST_PARTS = 5_000
LARGEST_PACKAGE = 150 * MEGABYTE
LARGEST_PART = 40 * MEGABYTE
_DECLARATIONS = (b"<!DOCTYPE", b"<!ENTITY")


def open_package(data: bytes) -> zipfile.ZipFile:
    """The package, found sound.

    Raises:
        IntakeRefused: damaged, or larger inside than LARGEST_PACKAGE or LARGEST_PART bytes.
    """
    try:
        package = zipfile.ZipFile(io.BytesIO(data))
        parts = package.infolist()
        _check_sizes(parts)
        for part in parts:
            _check_part(package, part)
    except (zipfile.BadZipFile, EOFError, OSError, ValueError, NotImplementedError, RuntimeError) as error:
        raise IntakeRefused("intake.damaged") from error
    except Exception as error:  # zlib.error has no public base of its own
        if isinstance(error, IntakeRefused):
            raise
        raise IntakeRefused("intake.damaged") from error
    return package


def _check_sizes(parts: list[zipfile.ZipInfo]) -> None:
    total = sum(part.file_size for part in parts)
    largest = max((part.file_size for part in parts if _is_xml(part)), default=0)
    if largest > LARGEST_PART:
        raise IntakeRefused("intake.too_large", most=LARGEST_PART // MEGABYTE)
    if len(parts) > MOST_PARTS or total > LARGEST_PACKAGE:
        raise IntakeRefused("intake.too_large", most=LARGEST_PACKAGE // MEGABYTE)


def _check_part(package: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    if part.flag_bits & 1:
        raise IntakeRefused("intake.encrypted")
    if _is_xml(part):
        with package.open(part) as stream:
            start = stream.read(2_000).replace(b"\0", b"")
        if any(word in start for word in _DECLARATIONS):
            raise IntakeRefused("intake.damaged")


def _is_xml(part: zipfile.ZipInfo) -> bool:
    return part.filename.casefold().endswith((".xml", ".rels"))


def read_part(package: zipfile.ZipFile, name: str) -> bytes:
    """The content of a part.

    Raises:
        IntakeRefused: it is damaged or not there.
    """
    try:
        return package.read(name)
    except Exception as error:  # zlib.error has no public base of its own
        raise IntakeRefused("intake.damaged") from error
