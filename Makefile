# One environment in .venv, made when it is missing and refreshed when pyproject.toml or constraints.txt change.
# A Python of your own: make test PYTHON=python3.12

PYTHON ?= python3
WORKERS ?= 2
VENV := .venv
BIN := $(VENV)/bin
APP := $(VENV)/.installed-app
DEV := $(VENV)/.installed-dev
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt

.DEFAULT_GOAL := help
.PHONY: help demo test check format format-check lint types contracts tests cover torture audit bench wheel clean distclean

help:            ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' Makefile

demo: $(APP)     ## the program on a made-up plan
	@$(BIN)/followup demo

test: check tests   ## everything that must hold: format, lint, types, contracts, tests

check: format-check lint types   ## what is judged without running anything

format: $(DEV)   ## put the code in form
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

format-check: $(DEV)
	$(BIN)/ruff format --check .

lint: $(DEV)
	$(BIN)/ruff check .

types: $(DEV)
	$(BIN)/mypy

contracts: $(DEV)   ## the arrows of the house alone (the tests run them too)
	$(BIN)/lint-imports --no-logo

tests: $(DEV)    ## the tests alone
	$(BIN)/python -m pytest -n $(WORKERS)

cover: $(DEV)    ## the tests, and what they do not reach
	$(BIN)/python -m pytest -n $(WORKERS) --cov --cov-report=term-missing

torture: $(DEV)  ## kills, failing disks, many hands at once: the long form, with the figures it reached
	FOLLOWUP_TORTURE=long $(BIN)/python -m pytest -q -s tests/test_torture.py tests/test_soak.py tests/test_time.py

audit: $(DEV)    ## whether holes are known in what is pinned
	@$(BIN)/python .ci/audit

bench: $(DEV)    ## the speed ratios
	$(BIN)/python -m benchmarks

wheel: $(DEV)    ## what is published, in dist/
	$(BIN)/python -m build

clean:           ## caches and builds
	rm -rf build dist .coverage .coverage.* htmlcov .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find followup db exports tests benchmarks -name __pycache__ -type d -prune -exec rm -rf {} + 2>/dev/null || true

distclean: clean   ## the environment too
	rm -rf $(VENV)

$(APP): pyproject.toml constraints.txt | $(BIN)/python
	@echo "Installing followup in $(VENV) …"
	@$(INSTALL) -e .
	@touch $@

$(DEV): pyproject.toml constraints.txt | $(BIN)/python
	@echo "Installing followup and what its tests need in $(VENV) …"
	@$(INSTALL) -e ".[dev]"
	@touch $@ $(APP)

$(BIN)/python:
	@command -v $(PYTHON) >/dev/null || { \
	  echo "followup needs Python 3.11 or newer, and $(PYTHON) is not there." \
	       "Install it, or name another one: make PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "followup needs Python 3.11 or newer; $(PYTHON) is $$($(PYTHON) -V 2>&1)." \
	       "Name a newer one: make PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
	  echo "This Python cannot make environments. On Debian and Ubuntu: apt install python3-venv" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV)
