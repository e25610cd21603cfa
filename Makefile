# Two commands do everything: `make run` and `make test`. Both set up a private .venv first.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: run test lint format lock bench

run: .venv/run
	@$(BIN)/python -m bot run $(ARGS)

test: lint
	$(BIN)/python -m pytest -n 3 --dist worksteal $(ARGS)

lint: .venv/dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: .venv/dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

.venv/run: requirements.lock
	@echo "Setting up .venv (once) ..." >&2
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock >&2
	@touch $@

.venv/dev: requirements-dev.lock .venv/run
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock >&2
	@touch $@

# How fast questions are answered, beside yardsticks of the same run. Others, each by its name:
# `.venv/bin/python -m benchmarks.scale`, `.crash`, `.send`, `.matrix.kills`.
bench: .venv/dev
	$(BIN)/python -m benchmarks.questions

# New versions of everything, with hashes and without naming where they come from. What runs is
# held to what was tested.
COMPILE = uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	--no-header -q pyproject.toml --extra meaning --extra matrix --extra postgres

lock:
	$(COMPILE) --upgrade --extra dev -o requirements-dev.lock
	$(COMPILE) --upgrade -c requirements-dev.lock -o requirements.lock
