# `make audit` and `make test` work on a fresh machine with Python 3.11 or newer.
# Plain POSIX sh, and nothing that GNU make 3.81 lacks.

VENV = .venv
# An interpreter to use; when empty, the first one on PATH that is new enough.
PYTHON =
# Passed on to pytest: make test PYTEST_FLAGS="-k Hampshire"
PYTEST_FLAGS = -n auto --dist worksteal
# Passed on to the table of quality: make quality QUALITY_FLAGS="--failures 5"
QUALITY_FLAGS =

BIN = $(VENV)/bin
# make may run before the environment is built, so these are files, not commands.
INSTALLED = $(VENV)/.installed
DEVELOPED = $(VENV)/.developed
DOCUMENTED = $(VENV)/.documented
MEASURED = $(VENV)/.measured
PIP = $(BIN)/python -m pip --quiet --disable-pip-version-check

.PHONY: help audit test quick versions lint format types layers check coverage bench quality docs examples pictures clean
.DEFAULT_GOAL := help

help:
	@echo 'make audit     audit the claims of five published articles (claims/)'
	@echo 'make test      run every test, the examples in the code and those in the docs'
	@echo
	@echo 'make check     what a change has to pass: lint, types, layers, test'
	@echo 'make quick     the tests without what is slow, in less than a minute'
	@echo 'make versions  the quick tests with the lowest and the newest versions, on each Python found'
	@echo 'make lint      ruff: mistakes and formatting'
	@echo 'make format    ruff: put the formatting right'
	@echo 'make types     mypy --strict'
	@echo 'make layers    which module may import which'
	@echo 'make coverage  the tests, with the lines and branches they miss'
	@echo 'make bench     how speed grows with size'
	@echo 'make quality   how well plain text is read, and how fast'
	@echo 'make docs      the documentation as a site, in build/docs/'
	@echo 'make examples  write the tables and outputs in the docs again, from the code and real runs'
	@echo "make pictures  draw the README's picture again, from a real run"
	@echo 'make clean     remove the environment and what the tools left'

# One claim of the five articles is false, so the audit ends with 1, and make stops at that.
audit: $(INSTALLED)
	@$(BIN)/claimcheck audit claims/; status=$$?; \
	if [ $$status -eq 1 ]; then \
		echo; \
		echo 'The audit exits with 1, because it found a claim that cannot be true.'; \
		echo 'That is the "Error 1" that make reports next: a finding, not a breakage.'; \
	fi; \
	exit $$status

test: $(DEVELOPED)
	$(BIN)/python -m pytest $(PYTEST_FLAGS)

# tests/conftest.py says what is slow.
quick: $(DEVELOPED)
	CLAIMCHECK_PROFILE=quick $(BIN)/python -m pytest -m 'not slow' $(PYTEST_FLAGS)

versions: $(BIN)/python
	$(BIN)/python .ci/versions.py

check: lint types layers test

lint: $(DEVELOPED)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

format: $(DEVELOPED)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

types: $(DEVELOPED)
	$(BIN)/mypy

layers: $(DEVELOPED)
	$(BIN)/lint-imports

# Not pytest-cov: pytest loads the plugin, and with it the package, before coverage would start.
coverage: $(DEVELOPED)
	$(BIN)/coverage run -m pytest
	$(BIN)/coverage report

bench: $(DEVELOPED)
	$(BIN)/python -m benchmarks

# It measures: whatever comes out, make has nothing to stop at.
quality: $(MEASURED)
	@$(BIN)/python -m benchmarks.quality $(QUALITY_FLAGS)

# What cannot be resolved, or does not run, is an error.
docs: $(DOCUMENTED)
	$(BIN)/python -m sphinx --fail-on-warning --keep-going --nitpicky --quiet --jobs auto docs build/docs
	@echo 'The site is in build/docs/index.html.'

examples: $(DEVELOPED)
	$(BIN)/python docs/fresh.py

pictures: $(DEVELOPED)
	$(BIN)/python docs/images/draw.py

clean:
	rm -rf $(VENV) build dist docs/rules htmlcov .coverage .import_linter_cache .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find src tests benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +

# The environment, in steps: what an audit needs, what the tests and checks need, and what the site does.

$(BIN)/python:
	@for python in $(if $(PYTHON),$(PYTHON),python3.13 python3.12 python3.11 python3 python); do \
		if "$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then \
			echo "Making $(VENV) with $$("$$python" --version) ..."; \
			"$$python" -m venv --clear $(VENV) && exit 0; \
			echo "$$python could not make a virtual environment (on Debian and Ubuntu: install python3-venv)" >&2; \
			exit 1; \
		fi; \
	done; \
	echo 'claimcheck needs Python 3.11 or newer, and found none: install it, or name it with make PYTHON=/path/to/python3' >&2; \
	exit 1

$(INSTALLED): $(BIN)/python pyproject.toml constraints.txt
	@echo 'Installing claimcheck ...'
	@$(PIP) install --constraint constraints.txt --editable .
	@touch $@

# Dependency groups need a pip that is newer than the one many Pythons bring.
$(DEVELOPED): $(INSTALLED)
	@echo 'Installing what the tests need ...'
	@$(PIP) install --upgrade 'pip>=25.1'
	@$(PIP) install --constraint constraints.txt --group dev
	@touch $@

$(DOCUMENTED): $(DEVELOPED)
	@echo 'Installing what the documentation needs ...'
	@$(PIP) install --constraint constraints.txt --group docs
	@touch $@

$(MEASURED): $(DEVELOPED)
	@echo 'Installing what quality is measured against ...'
	@$(PIP) install --constraint constraints.txt --group quality
	@touch $@
