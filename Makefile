PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin
STAMP := .venv/.installed

.DEFAULT_GOAL := help
.PHONY: help install run test check format browser lock clean

help:  ## what can be made
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 12

install: $(STAMP)  ## .venv from the lock file, with .venv/bin/lotse in it

# Rebuilt from nothing when the lock changes, so that nothing unlocked lingers.
$(STAMP): requirements.lock pyproject.toml
	@cmp -s requirements.lock .venv/.lock || $(PYTHON) -m venv --clear .venv
	@cmp -s requirements.lock .venv/.lock || $(BIN)/python -m pip install --quiet \
		--disable-pip-version-check --require-hashes -r requirements.lock
	@cp requirements.lock .venv/.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check \
		--no-deps --no-build-isolation -e .
	@touch $@
