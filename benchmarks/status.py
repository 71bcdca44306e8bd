"""`followup status --format json`: against a Python that does nothing, and against Taskwarrior 2.6.

Taskwarrior exports ten thousand tasks made of the same actions, each filled up until its JSON is as long.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from shutil import which
from typing import Any

from benchmarks.measuring import Row, medians, process, program, surroundings
from benchmarks.plans import TODAY, kept

FILLING = "and so on "
MANY = 10_000


def rows(folder: Path) -> Iterator[Row]:
    """Measure few actions, and many."""
    nothing = process([sys.executable, "-c", "pass"])
    few, many = (process(status(kept(folder, actions))) for actions in (13, MANY))
    of_few, of_nothing = medians(few, nothing)
    yield Row("status, 13 actions / pass", of_few, of_nothing, budget=9)
    if which("task") is None:
        print("Taskwarrior is not installed (apt install taskwarrior): only the ratio to pass can be told")
        of_many, of_nothing = medians(many, nothing)
        yield Row("status, 10,000 actions / pass", of_many, of_nothing)
        return
    exporting = process(["task", "export"], **_tasks(folder, kept(folder, MANY)))
    of_many, of_export, of_nothing = medians(many, exporting, nothing)
    yield Row("status, 10,000 actions / task export", of_many, of_export, budget=1)
    yield Row("status, 10,000 actions / pass", of_many, of_nothing)
    yield Row("(task export, 10,000 tasks / pass)", of_export, of_nothing)


def status(database: Path) -> list[str]:
    """Give the command line that is measured."""
    return program("--data", str(database), "--today", str(TODAY), "status", "--format", "json")


def _tasks(folder: Path, database: Path) -> dict[str, str]:
    """Make Taskwarrior's tasks out of the same actions; give the environment in which it finds them."""
    home = folder / "tasks"
    home.mkdir()
    settings = home / "taskrc"
    settings.write_text(f"data.location={home}\nconfirmation=off\nhooks=off\ngc=off\nverbose=nothing\n")
    environment = {"TASKRC": str(settings), "TASKDATA": str(home)}
    said = subprocess.run(status(database), env=surroundings(), stdout=subprocess.PIPE, check=True).stdout
    tasks = [_task(action) for action in json.loads(said)["actions"]]
    for _ in range(2):
        _import(tasks, environment)
        exported = subprocess.run(
            ["task", "export"], env=surroundings(**environment), stdout=subprocess.PIPE, check=True
        )
        _lengthen(tasks, (len(said) - len(exported.stdout)) // len(tasks))
    _import(tasks, environment)
    return environment


def _task(action: dict[str, Any]) -> dict[str, Any]:
    task = {
        "uuid": action["id"],
        "status": "pending",
        "entry": f"{action['status_since'].replace('-', '')}T000000Z",
        "description": " ".join(f"{action['requirement']} {action['measure']}".split()),
        "project": action["plan"],
        "tags": [action["status"]],
    }
    last = action["due"]["end"]
    return task | ({"due": f"{last.replace('-', '')}T000000Z"} if last else {})


def _lengthen(tasks: list[dict[str, Any]], letters: int) -> None:
    """Make each description so many letters longer."""
    for task in tasks:
        task["description"] += (FILLING * (letters // len(FILLING) + 1))[: max(letters, 0)]


def _import(tasks: list[dict[str, Any]], environment: dict[str, str]) -> None:
    (Path(environment["TASKDATA"]) / "pending.data").write_text("")
    text = json.dumps(tasks, ensure_ascii=False)
    command = ["task", "import", "-"]
    subprocess.run(command, env=surroundings(**environment), input=text, text=True, capture_output=True, check=True)
