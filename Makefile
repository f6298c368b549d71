# Two commands for a fresh machine: make run, make test. The rest is for working on Waypost.
.PHONY: help install dev run lock
.DEFAULT_GOAL := help

help:
	@sed -n 's/^\([a-z-]*\):.*## /  make \1	/p' Makefile | expand -t 18

install: ## make .venv with what a running Waypost needs
	@bin/install base

dev: install
	@bin/install dev

run: install ## start Waypost with its sample on http://localhost:8000
	@.venv/bin/waypost run

lock: dev ## pin the newest versions in requirements/
	bin/lock --upgrade
