# `make review` and `make test` set up everything they need in .venv and say so; nothing outside
# this folder is touched.

VENV := .venv
PYTHON = $(VENV)/bin/python
# Another interpreter: make review BASE_PYTHON=/path/to/python3.12
BASE_PYTHON ?=
RUN_READY := $(VENV)/.ready-to-run
DEV_READY := $(VENV)/.ready-to-develop
RECIPE := pyproject.toml constraints.txt

.PHONY: help review test lint format docs messages lock pictures benchmark clean

help:
	@echo "make review      open the workbench on the sample project"
	@echo "make test        run all tests"
	@echo "make lint        ruff and mypy"
	@echo "make format      let ruff put the code in order"
	@echo "make docs        write the generated pages of docs/ anew"
	@echo "make messages    gather the messages for translators"
	@echo "make lock        write down the versions that are installed"
	@echo "make pictures    draw the pictures of the pages anew"
	@echo "make benchmark   whole-process times, as tables"
	@echo "make clean       remove $(VENV) and the caches"

review: $(RUN_READY)
	@$(PYTHON) -m alignbench --project .

test: $(DEV_READY)
	$(PYTHON) -m pytest -n auto

lint: $(DEV_READY)
	$(PYTHON) -m ruff check .
	$(PYTHON) -m ruff format --check .
	$(PYTHON) -m mypy

format: $(DEV_READY)
	$(PYTHON) -m ruff check --fix .
	$(PYTHON) -m ruff format .

docs: $(DEV_READY)
	$(PYTHON) -m alignbench.cli.reference docs/cli.md
	$(PYTHON) -m alignbench.tui.reference docs/keys.md
	$(PYTHON) -m alignbench.checks.reference docs/checks.md

messages: $(DEV_READY)
	$(PYTHON) -m babel.messages.frontend extract --no-location --sort-output --omit-header \
		-k t -k tn:1,2 -o src/alignbench/messages/alignbench.pot src/alignbench

lock: $(DEV_READY)
	$(PYTHON) .ci/lock >constraints.txt.new && mv constraints.txt.new constraints.txt

pictures: $(DEV_READY)
	$(PYTHON) docs/images/draw.py
	$(PYTHON) docs/images/animate.py

benchmark: $(DEV_READY)
	$(PYTHON) benchmarks/startup.py
	$(PYTHON) benchmarks/import_align.py
	$(PYTHON) benchmarks/long_document.py

clean:
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache .hypothesis

# The stamps are files inside .venv: a set-up that was cut off is simply done again, and a change
# of pyproject.toml or constraints.txt installs again.
$(RUN_READY): $(RECIPE)
	@sh .ci/venv "$(VENV)" "$(BASE_PYTHON)"
	@echo "Installing alignbench into $(VENV) (some minutes the first time) …" >&2
	@$(PYTHON) -m pip install --quiet --disable-pip-version-check -c constraints.txt -e .
	@touch $@

$(DEV_READY): $(RECIPE)
	@sh .ci/venv "$(VENV)" "$(BASE_PYTHON)"
	@echo "Installing alignbench and its development tools into $(VENV) (some minutes the first time) …" >&2
	@$(PYTHON) .ci/dependency_group dev >$(VENV)/dev.txt
	@$(PYTHON) -m pip install --quiet --disable-pip-version-check -c constraints.txt -e . -r $(VENV)/dev.txt
	@touch $(RUN_READY) $@
