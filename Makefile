# `make` lists the targets: the text behind `##` is their help.

PREFIX ?= /usr/local
BINARY := $(CURDIR)/.build/program/routinex

# The Go versions of the end-to-end tests, and of the table in docs/compatibility.md.
TEST_GO ?= 1.25 1.26 1.27
MATRIX_GO ?= 1.19 1.21 1.22 1.23 1.24 1.25 1.26 1.27

# The tests that need no toolchain and no release binary.
INNER_TESTS := BytesTests|FindingsTests|HostTests|EntryTests|GoSyntaxTests|GoPackagesTests|PatchingTests|ToolexecTests|WeavingTests|CommandsTests|GoldenTests|FuzzTests

SWIFT_CODE := Package.swift Sources Plugins $(wildcard Tests)
GO_CODE := $(wildcard Patches Examples Tests/Fixtures)

# The go commands below find what that file says, not what the caller's environment has.
unexport $(shell sed -n 's/^\([A-Z0-9_]*\)=.*/\1/p' scripts/go-environment)

.DEFAULT_GOAL := help
.PHONY: help setup build demo test fuzz asan matrix faults bench lint format install dist deb clean

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' Makefile

setup: ## Install what a build needs and is missing
	@scripts/setup

build: setup ## Build the program, .build/program/routinex, with its symbols beside it
	swift build -c release --product routinex --scratch-path .build/release-build
	@scripts/strip .build/release-build/release/routinex "$(BINARY)"

demo: build ## Build and run two Go programs plainly, then through routinex
	@goroot=$$(scripts/go-toolchain) && scripts/demo "$$goroot" "$(BINARY)"

test: setup ## Check the style, then run every test
	@# The optimizer works on one core for most of a release build: the tests are compiled on another meanwhile. Hence the
	@# two folders, of which one build at a time has each.
	@mkdir -p .build && { swift build --build-tests >.build/tests.log 2>&1 & } && tests=$$! && \
	{ $(MAKE) --no-print-directory lint build || { kill $$tests; exit 1; }; } && \
	{ wait $$tests || { cat .build/tests.log >&2; exit 1; }; }
	@goroots= && \
	for version in $(TEST_GO); do \
	  goroot=$$(scripts/quick-toolchain $$version) || exit; \
	  goroots="$$goroots$${goroots:+ }$$version=$$goroot"; \
	done && \
	browser=$$(scripts/browser) && plain=$$(scripts/plain-cache $(TEST_GO)) && \
	ROUTINEX="$(BINARY)" ROUTINEX_GOROOTS="$$goroots" ROUTINEX_BROWSER="$$browser" ROUTINEX_PLAIN="$$plain" swift test --skip-build

fuzz: setup ## Fuzz what reads others' input, a minute for each target (FUZZ_SECONDS=3600; TARGETS='plan sets')
	@scripts/fuzz $(TARGETS)

asan: setup ## Run the unit tests and the golden cases under the address sanitizer
	@# What lives as long as the process is no leak to look for, and looking is not allowed everywhere.
	ASAN_OPTIONS=detect_leaks=0 swift test --sanitize=address --scratch-path .build-asan --filter '$(INNER_TESTS)' \
	--skip makeTestGives

matrix: build ## Fill the table of docs/compatibility.md: every kind of build on every Go version, some hours
	scripts/matrix "$(BINARY)" $(MATRIX_GO)

faults: build ## Have each system call of a tool's call fail, and judge what comes of it, in minutes
	scripts/faults "$(BINARY)"

bench: ## Measure what routinex costs, in twenty minutes (JSON=1: as JSON, PAGE=1: for docs/performance.md)
	@$(MAKE) --no-print-directory build >&2
	@BENCH_GO="$${BENCH_GO:-$(MATRIX_GO)}" scripts/bench "$(BINARY)" $(if $(JSON),--json,$(if $(PAGE),--page))

lint: setup ## Check the style of the Swift and the Go code, and of the page
	swift format lint --strict --recursive $(SWIFT_CODE)
	@goroot=$$(scripts/go-toolchain) && unformatted=$$("$$goroot/bin/gofmt" -l $(GO_CODE)) && \
	if [ -n "$$unformatted" ]; then printf 'not as gofmt writes it: %s\n' $$unformatted >&2; exit 1; fi
	@biome=$$(scripts/biome) && if [ -n "$$biome" ]; then cd Page && "$$biome" check --error-on-warnings; fi
	@! grep -nE '^(<<<<<<<|>>>>>>>) ' -r *.md docs Patches Examples scripts Makefile

format: setup ## Rewrite the Swift and the Go code in that style
	swift format --in-place --recursive $(SWIFT_CODE)
	@goroot=$$(scripts/go-toolchain) && "$$goroot/bin/gofmt" -w $(GO_CODE)
	@biome=$$(scripts/biome) && if [ -n "$$biome" ]; then cd Page && "$$biome" format --write; fi

install: build ## Install the program, its manual page and its completions below PREFIX (/usr/local; DESTDIR is put in front)
	scripts/lay "$(BINARY)" "$(DESTDIR)$(PREFIX)"

dist: build ## Make a tarball of the program, which needs no Swift: .build/packages
	@scripts/package dist "$(BINARY)" .build/packages

deb: build ## Make a Debian package of the program: .build/packages
	@scripts/package deb "$(BINARY)" .build/packages

clean: ## Remove what was built; the grammar and the toolchains stay
	rm -rf .build .build-fuzz .build-asan
