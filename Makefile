# Two commands are all a newcomer needs: `make run` and `make test`.
# HOST, PORT, DATABASE_URL and the other settings of the README are read from the environment
# or from the command line (`make run PORT=9000`).

HOST ?= 127.0.0.1
PORT ?= 8000
PYTHON ?= python3
VENV := .venv
PY := $(VENV)/bin/python
export HOST PORT

.PHONY: run test fuzz soak audit official bench lighthouse screenshots lock clean
.DEFAULT_GOAL := run

run: $(VENV)/.runtime
	@$(PY) manage.py set_up
	@$(PY) manage.py fetch_text --unasked & exec $(PY) manage.py serve

test: $(VENV)/.development
	@$(PY) -m tests.run

# The properties and 100,000 requests on random draws; `make fuzz SEED=…` draws the same again.
fuzz: $(VENV)/.development
	@$(PY) -m tests.fuzz $(if $(SEED),--seed=$(SEED)) $(if $(ROUNDS),--rounds=$(ROUNDS)) $(if $(REQUESTS),--requests=$(REQUESTS))

# Ten minutes of mixed load: nothing may fail, and nothing may grow.
soak: $(VENV)/.development
	@$(PY) -m tests.soak $(if $(MINUTES),--minutes=$(MINUTES))

# Whether an advisory is known for anything that is installed; it takes the network.
audit: $(VENV)/.development
	@$(PY) -m tests.audit

# Fetches the treaty's official text from where it is published; the site is whole without it.
official: $(VENV)/.runtime
	@$(PY) manage.py migrate --verbosity 0
	@$(PY) manage.py fetch_text

# How fast the site is, beside an empty answer and Datasette, into docs/performance.md; never part
# of the tests. `make bench BENCH=long` asks more, BENCH=short next to nothing.
bench: $(VENV)/.development
	@$(PY) -m tests.bench

# What Lighthouse says of every page, into docs/lighthouse.md; never part of the tests.
lighthouse: $(VENV)/.development
	@$(PY) -m tests.lighthouse

# What every page looks like, into var/screenshots/, and the pictures of the README, into docs/.
screenshots: $(VENV)/.development
	@$(PY) -m tests.screenshots

# The locks are written anew from pyproject.toml; none names a registry.
LOCK = $(PY) -m uv pip compile --upgrade --universal --python-version 3.11 --generate-hashes \
	--no-header --no-annotate --no-emit-index-url --no-emit-find-links --quiet
lock: $(VENV)/.development
	$(LOCK) pyproject.toml --output-file requirements.txt
	$(LOCK) pyproject.toml --group dev --constraint requirements.txt --output-file requirements-dev.txt
	$(LOCK) --group bench --output-file tests/bench/requirements.txt
	$(LOCK) --group lighthouse --output-file tests/lighthouse/requirements.txt
	$(PY) -m tests.lighthouse.program
	cd tests/lighthouse && $(CURDIR)/var/lighthouse/bin/npm update --package-lock-only --ignore-scripts

clean:
	rm -rf $(VENV) var

$(VENV)/.created:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed; this is " + sys.version.split()[0] + ". Name another one: make PYTHON=python3.12 run")'
	@$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/.runtime: requirements.txt $(VENV)/.created
	@echo "Installing what the site needs (once) …"
	@$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements.txt
	@touch $@

$(VENV)/.development: requirements-dev.txt $(VENV)/.runtime
	@echo "Installing what the tests need (once) …"
	@$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements-dev.txt
	@touch $@
