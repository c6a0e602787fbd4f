# Each target does its own set-up: a fresh machine needs Python 3.11 or newer and make, nothing else.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: demo test bench reader clean

demo: .venv/.run  ## read the example pages into demo.chronicle; print the timeline and one event in full
	rm -f demo.chronicle demo.chronicle-wal demo.chronicle-shm
	$(BIN)/communique build examples/pages -o demo.chronicle
	@echo
	$(BIN)/communique show -c demo.chronicle
	@echo
	$(BIN)/communique show "$$($(BIN)/python examples/choose.py demo.chronicle)" -c demo.chronicle

test: .venv/.dev  ## everything that must hold: format, lint, types, imports, tests
	$(BIN)/ruff format --check --quiet .
	$(BIN)/ruff check --quiet .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/pytest -n 2 --dist loadgroup

bench: .venv/.dev  ## what is read rightly of the example pages, and the speed table
	$(BIN)/python -m benchmarks.examples
	$(BIN)/python -m benchmarks.reader
	$(BIN)/python -m benchmarks.speed

reader: .venv/.train  ## train the reader anew from training/ (see training/README.md)
	$(BIN)/python -m training

.venv/.run: pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check -e .
	touch $@

.venv/.dev: .venv/.run
	$(BIN)/pip install --quiet --disable-pip-version-check -e '.[dev]'
	touch $@

.venv/.train: .venv/.dev training/base.txt
	$(BIN)/pip install --quiet --disable-pip-version-check -e '.[train]'
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r training/base.txt
	touch $@

clean:
	rm -rf .venv demo.chronicle* build *.egg-info
