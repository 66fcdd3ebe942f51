PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin
STAMP := .venv/.installed
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check

.DEFAULT_GOAL := help
.PHONY: help install run test suite check format browser lock clean

help:  ## what can be made
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 12

install: $(STAMP)  ## .venv from the lock file, with .venv/bin/lotse in it

# Rebuilt from nothing when the lock changes, so that nothing unlocked lingers.
$(STAMP): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Lotse needs Python 3.11 or newer: make PYTHON=/path/to/python3.11 ..."; exit 1; }
	@cmp -s requirements.lock .venv/.lock || { echo "Installing what requirements.lock names ..." \
		&& $(PYTHON) -m venv --clear .venv && $(PIP) --require-hashes -r requirements.lock; }
	@cp requirements.lock .venv/.lock
	@$(PIP) --no-deps --no-build-isolation -e .
	@touch $@

run: install  ## the demo town, at the address it prints
	@$(BIN)/lotse run --demo

# PostgreSQL is the one at LOTSE_TEST_POSTGRES_URL, or a private one that the tests start.
# Types are looked at while tests run: each of them keeps one processor busy.
test: install browser  ## everything: lint, types, contracts and tests
	@$(MAKE) --no-print-directory --jobs=2 check suite

suite: install  ## the tests alone
	@$(BIN)/pytest -n 2 --dist loadfile --no-loadscope-reorder

check: install  ## lint, types and import contracts
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

format: install  ## puts the code into shape
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

browser:  ## Debian's Chromium for the browser tests, where it may be installed
	@tools/chromium

lock:  ## requirements.lock anew from pyproject.toml, keeping what it pins
	@$(PYTHON) -m venv .lock-tools && .lock-tools/bin/pip install --quiet pip-tools
	CUSTOM_COMPILE_COMMAND="make lock" .lock-tools/bin/pip-compile --quiet --extra dev \
		--generate-hashes --allow-unsafe --strip-extras --no-emit-index-url \
		--no-emit-trusted-host --no-emit-find-links --no-emit-options \
		--output-file requirements.lock pyproject.toml

clean:  ## away with everything that was made
	rm -rf .venv .lock-tools build dist *.egg-info .*_cache .hypothesis
