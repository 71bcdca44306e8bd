"""What every calendar file must be, judged without the library that wrote it; and by the strict checker where it is."""

import importlib.util
import re
import sys
from functools import cache
from pathlib import Path
from types import ModuleType

CHECKER = Path(__file__).parents[2] / "shared" / "check" / "ics_check.py"


@cache
def checker() -> ModuleType | None:
    """The strict checker as a module, `None` where it is not at hand."""
    if not CHECKER.is_file():
        return None
    spec = importlib.util.spec_from_file_location("ics_check", CHECKER)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["ics_check"] = module
    spec.loader.exec_module(module)
    return module


def verdict(*arguments: str | Path) -> bool:
    """Whether the checker is content; it prints why not. Content where there is no checker."""
    module = checker()
    return module is None or module.main(["--strict", *map(str, arguments)]) == 0


def lines(data: bytes) -> list[str]:
    """The unfolded lines, after judging the bytes: CRLF, UTF-8, at most 75 octets, nothing a terminal obeys."""
    assert data.endswith(b"\r\n")
    physical = data.removesuffix(b"\r\n").split(b"\r\n")
    assert all(0 < len(line) <= 75 and b"\n" not in line and b"\r" not in line for line in physical)
    assert all(line.decode().strip() for line in physical)
    text = re.sub("\r\n[ \t]", "", data.decode().removesuffix("\r\n"))
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufdd0-\ufdef\ufffe\uffff]", text)
    return text.split("\r\n")


def judge(data: bytes, folder: Path, *options: str) -> list[str]:
    """The unfolded lines of a calendar file that is as it must be."""
    unfolded = lines(data)
    balance(unfolded)
    assert unfolded[:2] == ["BEGIN:VCALENDAR", "VERSION:2.0"]
    assert unfolded.count("BEGIN:VCALENDAR") == 1
    file = folder / "judged.ics"
    file.write_bytes(data)
    assert verdict(file, *options)
    return unfolded


def balance(unfolded: list[str]) -> None:
    """Each component ends where it must, and its own properties come before its parts."""
    open_components: list[str] = []
    ended: list[str] = []
    for line in unfolded:
        name, _, value = line.partition(":")
        if name == "BEGIN":
            open_components.append(value)
            ended.append("")
        elif name == "END":
            assert open_components.pop() == value
            ended.pop()
            if ended:
                ended[-1] = value
        else:
            assert not ended[-1], f"{line} after {ended[-1]}"
    assert open_components == []


def values(unfolded: list[str], name: str) -> list[str]:
    """The values of all properties of that name, parameters left aside."""
    return [line.partition(":")[2] for line in unfolded if re.match(rf"{name}[;:]", line)]
