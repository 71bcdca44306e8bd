"""The house keeps its own rules: the arrows between its rooms, its front door, its sizes and its papers."""

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

import pytest

import followup

ROOT = Path(__file__).parent.parent
PACKAGES = ("followup", "db", "exports")
LONGEST_FUNCTION = 40
LONGEST_MODULE = 400

AT_THE_FRONT_DOOR = {
    ".ci",
    ".git",
    ".gitignore",
    "CHANGELOG.md",
    "LICENSE",
    "Makefile",
    "README.md",
    "benchmarks",
    "constraints.txt",
    "db",
    "docs",
    "exports",
    "followup",
    "pyproject.toml",
    "tests",
}


def modules() -> list[Path]:
    return sorted(file for package in PACKAGES for file in (ROOT / package).rglob("*.py"))


def name(module: Path) -> str:
    return module.relative_to(ROOT).as_posix()


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def lines_of(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (function.end_lineno or function.lineno) - function.lineno + 1


def ignored_names() -> list[str]:
    lines = (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()
    return [line.strip("/") for line in lines if line and not line.startswith(("#", "!"))]


def test_the_arrows_of_the_house_are_kept() -> None:
    command = "from importlinter.cli import lint_imports_command as lint; lint()"
    told = subprocess.run(
        [sys.executable, "-c", command, "--no-cache", "--no-logo"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.returncode == 0, told.stdout + told.stderr


def test_nothing_unexpected_stands_at_the_front_door() -> None:
    ignored = ignored_names()
    found = {entry.name for entry in ROOT.iterdir() if not any(fnmatch(entry.name, each) for each in ignored)}
    assert found <= AT_THE_FRONT_DOOR


@pytest.mark.parametrize("package", PACKAGES)
def test_no_folder_among_the_tests_shadows_a_package(package: str) -> None:
    assert not (ROOT / "tests" / package).exists()


def test_constraints_are_names_and_versions_and_nothing_else() -> None:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if not re.fullmatch(r"[A-Za-z0-9._-]+==[A-Za-z0-9.!+]+", line)] == []


def required_names() -> set[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"].values()
    asked = [*project["dependencies"], *(each for extra in extras for each in extra)]
    return {normal(re.split(r"[\[<>=!~ ]", each)[0]) for each in asked} - {project["name"]}


def normal(distribution: str) -> str:
    return re.sub(r"[-_.]+", "-", distribution).lower()


def test_every_dependency_has_its_exact_version_in_the_constraints() -> None:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    assert required_names() - {normal(line.partition("==")[0]) for line in lines} == set()


def test_the_version_is_a_constant_that_reads_as_a_version() -> None:
    assert re.fullmatch(r"\d+\.\d+\.\d+", followup.__version__)


def test_every_module_says_why_it_exists() -> None:
    silent = [name(each) for each in modules() if not ast.get_docstring(ast.parse(each.read_bytes()))]
    assert silent == []


def test_no_module_knows_everyone() -> None:
    sizes = {name(each): len(each.read_text(encoding="utf-8").splitlines()) for each in modules()}
    assert {module: size for module, size in sizes.items() if size > LONGEST_MODULE} == {}


def test_no_function_does_everything() -> None:
    long = {
        f"{name(module)}:{function.name}": lines_of(function)
        for module in modules()
        for function in functions(ast.parse(module.read_bytes()))
        if lines_of(function) > LONGEST_FUNCTION
    }
    assert long == {}
