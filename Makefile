# Needs only Python >= 3.11 and GNU make. `make` alone prints the targets.
#
# Every target sets up what it needs, once, in .venv. Only the set-up uses the network;
# it runs again when constraints.txt, pyproject.toml or PYTHON change.

PYTHON ?= python3
ARGS ?=
TRIALS ?= 1000
SEED ?= 1

VENV := .venv
RESOLVE := build/resolve
# The interpreter's name is part of the stamp's: another PYTHON gets another venv.
MADE := $(VENV)/made-with-$(subst /,-,$(PYTHON))
READY := $(VENV)/ready

BIN := $(VENV)/bin
INSTALL := -m pip install -qq --constraint constraints.txt
CHECK_PYTHON = "$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	{ echo 'Domicile needs Python 3.11 or later: make PYTHON=python3.12 $(MAKECMDGOALS)' >&2; exit 2; }

export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PIP_NO_INPUT := 1

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help setup demo test lint bench bench-move bench-load bench-growth bench-discovery chaos format golden constraints clean

help: ## print this
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-15s %s\n", $$1, $$2 }' Makefile
	@echo
	@echo '  ARGS="..." goes to the command:    make test ARGS="tests/law -x"'
	@echo '  PYTHON=... names the interpreter:  make PYTHON=python3.12 test'

setup: $(READY) ## the virtual environment, and nothing else

demo: $(READY) ## the whole story on embedded PostgreSQL servers
	@$(BIN)/domicile demo $(ARGS)

test: $(READY) ## all tests, on real PostgreSQL servers
	@$(BIN)/python -m pytest -n 2 $(ARGS)

lint: $(READY) ## style, SQL injection rules, types, and the order of imports
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/basedpyright --pythonpath $(BIN)/python
	@$(BIN)/lint-imports --no-logo

bench: $(READY) ## the ratios of Domicile's speed to PostgreSQL's
	@$(BIN)/python bench $(ARGS)

bench-move: $(READY) ## moving 1 M people, beside the tools that people use today
	@$(BIN)/python bench/rivals.py $(ARGS)

bench-load: $(READY) ## what the application notices of a move, at half of the hub's capacity
	@$(BIN)/python bench/load.py $(ARGS)

bench-discovery: $(READY) ## how right `domicile init` is; ARGS=rivals: beside others; ARGS=estate: at size
	@$(BIN)/python bench/discovery $(ARGS)

bench-growth: $(READY) ## seconds per 1,000 people: sizes, workers, homes
	@$(BIN)/python bench/growth.py $(ARGS)

chaos: $(READY) ## TRIALS=1000 SEED=1 (FIRST=n): a crash at every step, then random trials
	@test -n "$(FIRST)" || $(BIN)/python -m pytest -m chaos tests/chaos $(ARGS)
	@PYTHONPATH=tests $(BIN)/python -m chaos --trials $(TRIALS) --seed $(SEED) --first $(or $(FIRST),1)

format: $(READY) ## rewrite the code in its style
	@$(BIN)/ruff check --fix
	@$(BIN)/ruff format

golden: $(READY) ## rewrite the golden files; read the diff before you commit it
	@GOLDEN=write $(BIN)/python -m pytest -k golden $(ARGS)

constraints: ## resolve every dependency afresh and pin it in constraints.txt
	@$(CHECK_PYTHON)
	@"$(PYTHON)" -m venv --clear $(RESOLVE)
	@$(RESOLVE)/bin/python -m pip install -qq --upgrade pip
	@$(RESOLVE)/bin/python -m pip install -qq hatchling editables
	@$(RESOLVE)/bin/python -m pip install -qq --no-build-isolation --group dev --editable .
	@sed -n '/^#/p' constraints.txt > $(RESOLVE)/constraints.txt
	@$(RESOLVE)/bin/python -m pip freeze --all --exclude-editable --exclude setuptools \
		>> $(RESOLVE)/constraints.txt
	@mv $(RESOLVE)/constraints.txt constraints.txt
	@rm -rf $(RESOLVE)

clean: ## remove what was built; the servers of `domicile local` and their data stay
	@rm -rf $(VENV) build dist .pytest_cache .hypothesis .ruff_cache .import_linter_cache
	@find src tests bench -name __pycache__ -type d -prune -exec rm -rf {} +

# The interpreter, pip and the build backend.
$(MADE): constraints.txt
	@$(CHECK_PYTHON)
	@echo 'setting up $(VENV) with $(PYTHON): once, and the only step that needs the network' >&2
	@"$(PYTHON)" -m venv --clear $(VENV)
	@$(BIN)/python $(INSTALL) --upgrade pip
	@$(BIN)/python $(INSTALL) hatchling editables
	@touch $@

# The project with its dependencies. Without build isolation, because an isolated build would ask
# the network for the backend again each time pyproject.toml changes.
$(READY): $(MADE) pyproject.toml
	@$(BIN)/python $(INSTALL) --no-build-isolation --group dev --editable .
	@touch $@
