# Two commands are enough: `make demo` and `make test`. The rest is listed by `make help`.
# All of them need only Python 3.11 or later, make and the package index.

VENV := .venv
BIN := $(VENV)/bin
PYTHON ?= $(firstword $(foreach p,python3 python3.14 python3.13 python3.12 python3.11 python,\
	$(if $(shell $(p) -c 'import sys, venv, ensurepip; sys.version_info >= (3, 11) and print("yes")' 2>/dev/null),$(p))))
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
LOCK := requirements-test.lock
QUESTIONS ?= 50000
ENGINE ?= duckdb

.DEFAULT_GOAL := help
.PHONY: help demo test engines lint fuzz bench bench-growth cases-accept lock clean

help: ## list the commands
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /make \1\t/' | expand -t 20

demo: $(VENV)/.installed ## make .venv, install, and run a scorecard on the demo database
	$(BIN)/kpi demo

test: $(VENV)/.tested lint ## install what tests need and run all of them
	$(BIN)/python -m pytest -n 2 --dist loadscope

engines: ## on Debian: all that tests can run on, servers and independent parsers too
	-tests/engines/debian.sh
	$(MAKE) $(VENV)/.tested
	-$(BIN)/python -m tests.engines.snowflake --install
	-$(BIN)/python -m tests.parsers.install

lint: $(VENV)/.tested ## style and types only
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

fuzz: $(VENV)/.tested ## random catalogs and questions against the reference: QUESTIONS=50000 ENGINE=duckdb
	METRICDSL_FUZZ=$(QUESTIONS) METRICDSL_FUZZ_ENGINE=$(ENGINE) $(BIN)/python -m pytest tests/reference/test_random.py

bench: $(VENV)/.tested ## run times side by side with hand-written SQL
	$(BIN)/python -m tests.benchmarks

bench-growth: $(VENV)/.tested ## how run times grow from 1 to 100 million rows
	$(BIN)/python -m tests.benchmarks.growth

cases-accept: $(VENV)/.tested ## write the SQL records of tests/cases anew; read the diff before you commit it
	$(BIN)/python -m tests.cases.records --accept

lock: ## write the lock anew, from what the index offers today
	rm -rf build/lock-venv && $(PYTHON) -m venv build/lock-venv
	build/lock-venv/bin/python -m pip install --quiet --editable '.[test]'
	build/lock-venv/bin/python -m pip freeze --exclude-editable > $(LOCK)

clean: ## remove the environment and caches
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "no Python 3.11 or later with venv was found; name one: make $(MAKECMDGOALS) PYTHON=/path/to/python3"; exit 1; }
	$(PYTHON) -m venv $(VENV)

# The same versions for everybody: what the tests ran with is what the demo installs.
$(VENV)/.installed: pyproject.toml $(LOCK) | $(BIN)/python
	$(PIP) --constraint $(LOCK) --editable .
	@touch $@

# The engines that come as packages; of what cannot be had here the tests skip, and say so.
$(VENV)/.tested: pyproject.toml $(LOCK) | $(BIN)/python
	$(PIP) --requirement $(LOCK)
	$(PIP) --no-deps --editable .
	$(BIN)/python -m tests.engines.install
	@touch $@ $(VENV)/.installed
