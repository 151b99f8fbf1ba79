# Workshop Kit. `make run` and `make test` do all their own set-up.

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.PHONY: help run test check check-print bench seats faults golden words content lock clean

help: # This list.
	@sed -n 's/^\([a-z-]*\):.*# \(.*\)/make \1\t\2/p' Makefile | expand -t 16

$(VENV)/ready: pyproject.toml constraints.txt
	@echo "Setting up in $(VENV). This happens once, and takes about a minute."
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(PIP) install -c constraints.txt -e .
	@touch $@

$(VENV)/ready-test: $(VENV)/ready
	@$(PIP) install -c constraints.txt -e ".[test]"
	@touch $@

$(VENV)/ready-check: $(VENV)/ready-test
	@$(PIP) install -c constraints.txt -e ".[test,check]"
	@touch $@

$(VENV)/ready-print: $(VENV)/ready-test
	@$(PIP) install -c constraints.txt -e ".[test,print]"
	@touch $@

run: $(VENV)/ready # Open the app; with no terminal, rehearse a whole workshop instead.
	@if [ -t 0 ]; then $(BIN)/kit; else $(BIN)/kit rehearse; fi

test: $(VENV)/ready-test # Run every test.
	@$(BIN)/python -m pytest -n auto --dist loadgroup

check: $(VENV)/ready-check # Style, types, floors of the house, spelling.
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/codespell $$(git ls-files)

CHECK_PRINT ?= 1
PRINT_TESTS ?= tests/printables
check-print: $(VENV)/ready-print # Print everything, and try it against the rules of PDF/UA, veraPDF's too; CHECK_PRINT=A4: on A4.
	@CHECK_PRINT=$(CHECK_PRINT) $(BIN)/python -m pytest -n auto --dist loadgroup $(PRINT_TESTS)

seats: $(VENV)/ready-test # Seat two thousand made-up rooms, and look for a broken wish in each.
	@SEATING_ROOMS=2000 $(BIN)/python -m pytest tests/engine/seating/test_plans.py

faults: $(VENV)/ready-test # Kill the store, fill its disk, damage its files: a minute of it.
	@$(BIN)/python -m pytest -n auto tests/faults

bench: $(VENV)/ready-test # Time the kit against yardsticks.
	@for bench in benchmarks/*.py; do echo "== $$bench"; $(BIN)/python $$bench || exit 1; done
	@$(BIN)/python -m benchmarks.store.saves
	@$(BIN)/python -m benchmarks.seating.table
	@$(BIN)/python -m benchmarks.scan.table

words: $(VENV)/ready-test # Write the catalogues of translated words anew from the code and the activities.
	@$(BIN)/python -m printables.locale.update

content: $(VENV)/ready # Write the files that are made from the vocabulary.
	@$(BIN)/python -m kit.content.reference

lock: $(VENV)/ready-check # Write constraints.txt anew from what is installed.
	@$(BIN)/python -m pip freeze --exclude-editable | sed '/ @ /d' > constraints.txt

clean: # Remove the virtual environment and caches.
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
