# Two commands do it all on a fresh machine: `make demo` and `make test`.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin

.PHONY: demo test lint format readme lock dev install clean bench gallery pictures

demo: install            ## make the example workspace and run the main job on it
	$(BIN)/ami demo demo --force

test: dev                ## run every test
	$(BIN)/python -m pytest -q -n auto

lint: dev                ## style, types, layers
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

format: dev              ## put style right where a machine can
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

install: $(VENV)/.installed
dev: $(VENV)/.dev

$(VENV)/.installed: requirements.lock pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	test -e $(VENV)/.dev || $(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements.lock -r requirements-build.lock
	$(BIN)/python -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

$(VENV)/.dev: requirements-dev.lock pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements-dev.lock
	$(BIN)/python -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

UV_COMPILE = uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --custom-compile-command "make lock"

readme: dev             ## write the generated parts of the READMEs anew
	$(BIN)/python -m tests.documents

bench: dev               ## start-up time, as ratios
	$(BIN)/python benchmarks/startup.py

GALLERY = --to all --lang fr,en,both --now 2026-01-01 --out docs/gallery

gallery: dev             ## render both example calls again into docs/gallery
	$(BIN)/ami render capitalisation-mna-nantes $(GALLERY)
	$(BIN)/ami render positionnement-traite --draft $(GALLERY)

pictures: dev            ## draw the pictures of the gallery again (needs LibreOffice, poppler and Chromium)
	$(BIN)/python -m tests.pictures

lock:                    ## renew the locks for every platform and Python 3.11 to 3.13 (needs uv: pip install uv)
	$(UV_COMPILE) pyproject.toml -o requirements.lock
	$(UV_COMPILE) --group build -o requirements-build.lock
	$(UV_COMPILE) pyproject.toml --group dev -c requirements.lock -o requirements-dev.lock

clean:
	rm -rf $(VENV) demo build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
