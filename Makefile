# Two commands for a fresh machine: make run, make test. The rest is for working on Waypost.
# bin/install remembers what it installed, so depending on it costs nothing.
.DEFAULT_GOAL := help
ifndef SIDE_BY_SIDE
.NOTPARALLEL:
endif
.PHONY: help install dev run check test fix bench mutants screens screenshots lock \
	lint types lint-and-types test-unit test-method test-sqlite test-postgres test-browser

PYTEST := .venv/bin/pytest -q
# Each worker takes the half of the files that stand together, and with them what they share, such as
# a running server; who is done first takes over from the other.
TWO := -n 2 --dist worksteal
# The longest tests stand in tests/: begun first, none of them is what the other worker waits for.
APPS := --ignore src/waypost/method tests src

help:
	@sed -n 's/^\([a-z-]*\):.*## /  make \1	/p' Makefile | expand -t 18

install: ## make .venv with what a running Waypost needs
	@bin/install base

dev: install ## add what working on Waypost needs
	@bin/install dev

run: install ## start Waypost with its sample on http://localhost:8000
	@.venv/bin/waypost run

check: lint-and-types test-unit ## the fast part: lint, types, tests without a database

test: lint-and-types test-method test-sqlite test-postgres test-browser ## everything, as CI runs it

fix: dev ## repair what ruff can repair
	.venv/bin/ruff check --fix
	.venv/bin/ruff format

bench: dev ## measure pages against a bare hello-world view
	.venv/bin/python -m bench.method
	.venv/bin/python -m bench

mutants: dev ## see whether the tests of the method notice every small change of it
	@.venv/bin/python -m tests.mutation --processes $(or $(PROCESSES),1) $(MODULES)

screens: dev ## look at every page on all four screens, also those that make test leaves out
	@bin/install-chromium
	SCREENS=all $(PYTEST) $(TWO) -m browser tests/browser

screenshots: dev ## take the pictures of README and tutorial anew
	@bin/install-chromium
	README_IMAGES=docs/images $(PYTEST) tests/browser/test_readme.py tests/browser/test_tutorial.py -m browser

lock: dev ## pin the newest versions in requirements/
	bin/lock --upgrade

lint: dev
	.venv/bin/ruff check
	.venv/bin/ruff format --check
	.venv/bin/lint-imports --no-logo
	.venv/bin/djlint --lint --quiet src
	.venv/bin/deptry .

types: dev
	.venv/bin/mypy

# Neither uses more than one core.
lint-and-types: dev
	@$(MAKE) --no-print-directory --jobs 2 --output-sync SIDE_BY_SIDE=yes lint types

test-unit: dev
	$(PYTEST) $(TWO) -m "not database and not browser"

# Every branch of the method is exercised by its own tests. Reading endless texts proves nothing
# more of that, and takes minutes under coverage, so it comes after.
test-method: dev
	@.venv/bin/coverage erase
	.venv/bin/coverage run -m pytest -q $(TWO) src/waypost/method --ignore-glob "*_any_text.py"
	@.venv/bin/coverage combine --quiet
	.venv/bin/coverage report
	$(PYTEST) $(TWO) src/waypost/method/tests/test_*_any_text.py

test-sqlite: dev
	$(PYTEST) $(TWO) $(APPS)

test-postgres: dev
	bin/with-postgres $(PYTEST) $(TWO) -m "database and not browser" $(APPS)

test-browser: dev
	@bin/install-chromium
	$(PYTEST) $(TWO) -m browser tests/browser
