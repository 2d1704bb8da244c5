# backfile: `make site` builds the archive in content/, `make check` runs every test.
# The menu: deps all site check check-site unit bless asan fuzz fault soak memcheck lint format bench bench-growth bench-cut
# bench-search screenshots components score install uninstall deb fresh clean

BUILD ?= build
# What is compiled is said in a word each; V=1 shows whole commands.
QUIET = $(if $(V),,@echo "  $(notdir $@)";)
CC = gcc
PREFIX ?= /usr/local
SUDO := $(if $(filter 0,$(shell id -u)),,sudo)

PACKAGES = icu-uc icu-i18n libcmark yaml-0.1 sqlite3 libxxhash jansson libmicrohttpd libarchive zlib \
	libbrotlienc libbrotlidec
# command:package for tools, package alone for libraries
DEPENDENCIES = gcc:gcc pkg-config:pkg-config libc6-dev libcmark-dev libicu-dev libyaml-dev \
	libsqlite3-dev libxxhash-dev libjansson-dev libmicrohttpd-dev libarchive-dev zlib1g-dev libbrotli-dev
TEST_DEPENDENCIES = $(DEPENDENCIES) libcmocka-dev python3:python3 node:nodejs npm:npm \
	chromium:chromium firefox-esr:firefox-esr fonts-noto-cjk

SITE_DEPENDENCIES = java:default-jre-headless

WARNINGS = -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wstrict-prototypes \
	-Wmissing-prototypes -Wwrite-strings -Wvla -Wundef -Wformat=2
CFLAGS ?= -O2 -g
# What makes a mistake of ours harder to use (docs/reliability.md has what it costs). HARDENING= goes without.
HARDENING ?= -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=3 -fstack-protector-strong -fstack-clash-protection -fPIE \
	-ftrivial-auto-var-init=zero
HARDENED_LINK ?= $(if $(HARDENING),-pie -Wl$(comma)-z$(comma)relro$(comma)-z$(comma)now)
comma := ,
override CFLAGS += $(HARDENING) -std=c17 $(WARNINGS) $(if $(DEV),-Werror)
override LDFLAGS += $(HARDENED_LINK)
override CPPFLAGS += -D_GNU_SOURCE -Igenerator \
	$(shell pkg-config --cflags $(PACKAGES) 2>/dev/null)
LIBS = $(shell pkg-config --libs $(PACKAGES) 2>/dev/null)

SOURCES := $(wildcard generator/*.c generator/*/*.c)
OBJECTS := $(SOURCES:%.c=$(BUILD)/%.o)
# Lexicons are data files, compiled in as arrays of bytes of the same name.
LEXICONS := $(wildcard generator/*/lexicon/*.txt generator/*/lexicon/*.yaml)
EMBEDDED := $(LEXICONS) $(wildcard generator/serve/*.js)
LIBRARY := $(BUILD)/backfile.a
UNITS := $(patsubst %.c,$(BUILD)/%,$(wildcard tests/unit/*.c tests/unit/*/*.c))
TOOLS := $(patsubst %.c,$(BUILD)/%,$(wildcard tools/*.c))
BENCHES := $(patsubst %.c,$(BUILD)/%,$(wildcard tests/bench/*.c))

all: $(BUILD)/backfile

$(BUILD)/backfile: $(BUILD)/generator/main.o $(LIBRARY)
	$(QUIET)$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LIBS)

$(LIBRARY): $(filter-out %/main.o,$(OBJECTS)) $(patsubst %,$(BUILD)/%.o,$(basename $(EMBEDDED)))
	@rm -f $@ && ar rcs $@ $^

$(BUILD)/tests/%.o: override CPPFLAGS += -Itests/support
$(BUILD)/%.o: %.c
	@mkdir -p $(@D)
	$(QUIET)$(CC) $(CPPFLAGS) $(CFLAGS) -MMD -MP -c -o $@ $<

# lexicon/offices.txt becomes the bytes lexicon_offices and their number lexicon_offices_size; serve/reload.js,
# which the preview adds to its pages, becomes serve_reload.
define embed
	@mkdir -p $(@D)
	@sed 's|@NAME@|$(notdir $(@D))_$(notdir $*)|g; s|@FILE@|$<|' generator/base/embed.s.in > $(@:.o=.s)
	$(QUIET)$(CC) -c -o $@ $(@:.o=.s)
endef
$(BUILD)/%.o: %.txt generator/base/embed.s.in
	$(embed)
$(BUILD)/%.o: %.yaml generator/base/embed.s.in
	$(embed)
$(BUILD)/%.o: %.js generator/base/embed.s.in
	$(embed)

# A hundred programs are linked anew whenever a file changes: gold takes a third of the time.
FAST_LINK = -fuse-ld=gold
$(BUILD)/tests/%: $(BUILD)/tests/%.o $(LIBRARY)
	$(QUIET)$(CC) $(FAST_LINK) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LIBS) -lcmocka

$(BUILD)/tools/%: $(BUILD)/tools/%.o $(LIBRARY)
	$(QUIET)$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LIBS)

# Installs what is missing of a list of dependencies, and says so. DEPS=no skips it.
define install_missing
	@test "$(DEPS)" = no || tests/support/install_missing.sh "$(SUDO)" $(1)
endef

deps:
	$(call install_missing,$(DEPENDENCIES))

deps-check:
	$(call install_missing,$(TEST_DEPENDENCIES))
	@test "$(DEPS)" = no || test -d tests/browser/node_modules/axe-core || \
		npm --prefix tests/browser install --no-package-lock --no-audit --no-fund --silent

# A make of its own, since the libraries' flags are known only once they are installed.
site: deps
	@$(MAKE) --no-print-directory all
	@$(BUILD)/backfile build
	@echo "open $(CURDIR)/public/index.html"

check: deps-check
	@$(MAKE) --no-print-directory DEV=1 all unit-programs fuzzers
	@tests/run.sh $(BUILD)

# Every page of every site, as validators, readers of all kinds and Lighthouse see it: minutes.
check-site: deps-check
	$(call install_missing,$(SITE_DEPENDENCIES))
	@test "$(DEPS)" = no || test -d tests/check-site/node_modules/lighthouse || \
		npm --prefix tests/check-site install --no-package-lock --no-audit --no-fund --silent
	@$(MAKE) --no-print-directory all
	@tests/check-site/sites.sh $(BUILD)/backfile $(BUILD)/check-site
	@SITES=$(BUILD)/check-site tests/run.sh $(BUILD) check-site

unit: all unit-programs
	@tests/run.sh $(BUILD) unit

unit-programs: $(UNITS)

# Rewrites the expectations of tests/cases and tests/sites for review.
bless: all unit-programs
	@BLESS=1 tests/run.sh $(BUILD) unit

asan:
	@$(MAKE) --no-print-directory BUILD=$(BUILD)/asan DEV=1 HARDENING= \
		CFLAGS="-O1 -g -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer" \
		all unit-programs
	@tests/run.sh $(BUILD)/asan unit

# Builds N made-up articles, cold and after each kind of change, and prints time, memory and files, as multiples of a
# floor and, where they are installed, beside hugo and pagefind.
N ?= 10000
bench: all $(BENCHES)
	@tests/bench/run.sh $(BUILD) $(N)

# How that grows with the archive. The largest takes long and some 5 GB.
SIZES ?= 1000 10000 50000 100000
bench-growth: all $(BENCHES)
	@tests/bench/growth.sh $(BUILD) $(SIZES)

# Megabytes a second of cutting the pages in PAGES, and what odd pages cost (docs/performance.md).
PAGES ?= content
bench-cut: $(BUILD)/tests/bench/cut
	@$(BUILD)/tests/bench/cut $(PAGES)

# What searching 10,000 made-up articles finds, loads and takes; beside Pagefind, if installed in PAGEFIND.
# ARCHIVE: a folder with site.conf and content/.
bench-preview: all
	@BACKFILE=$(BUILD)/backfile tests/bench/preview.js $(ARCHIVE)

bench-search: all
	@tests/bench/search.sh $(BUILD) $(N) $(MEASURES)

# Pictures of every kind of page of the demonstration archive and of what is hard to set, at three widths, by day and
# night.
screenshots: all
	@mkdir -p $(BUILD)/screenshots
	BACKFILE=$(BUILD)/backfile SCREENSHOTS=$(BUILD)/screenshots tests/browser/pages.test.js

# The scores of segmentation, people and tags on the pages with gold, where they are at hand.
score: all $(BUILD)/tools/names
	@tests/bench/score.py $(BUILD)

# What a build does on a machine that fails: every point instead of some. Long; soak does more edits too.
fault: all
	@LONG=1 tests/run.sh $(BUILD) fault

# The demonstration under valgrind; without fortification, whose copies it takes for others.
memcheck:
	$(call install_missing,$(DEPENDENCIES) valgrind:valgrind)
	@$(MAKE) --no-print-directory BUILD=$(BUILD)/memcheck HARDENING= CFLAGS="-O1 -g" all
	@tests/fault/memcheck.sh $(BUILD)/memcheck

soak: fault
	@BACKFILE=$(BUILD)/backfile SEED=$(or $(SEED),1) STEPS=500 tests/sites/edits.test.py

# Each fuzz target for SECONDS seconds, by clang's library; findings are left in build/fuzz.
SECONDS ?= 60
FUZZERS := $(patsubst tests/fuzz/%.c,%,$(wildcard tests/fuzz/fuzz_*.c))
fuzz:
	$(call install_missing,$(DEPENDENCIES) clang:clang)
	@$(MAKE) --no-print-directory BUILD=$(BUILD)/fuzz CC=clang WARNINGS= HARDENING= FAST_LINK= \
		CFLAGS="-O1 -g -fsanitize=fuzzer-no-link,address,undefined" LDFLAGS="-fsanitize=fuzzer,address,undefined" \
		FUZZ_DRIVER= fuzzers
	@tests/fuzz/run.sh $(BUILD)/fuzz $(SECONDS) $(FUZZERS)

# The same targets with a driver of our own, for the seeds and what is near them.
FUZZ_DRIVER = $(BUILD)/tests/fuzz/driver.o
FUZZ_FOLDER = $(BUILD)/tests/fuzz/folder.o
FUZZ_PROGRAMS = $(FUZZERS:%=$(BUILD)/tests/fuzz/%)
fuzzers: $(FUZZ_PROGRAMS)
$(FUZZ_PROGRAMS): %: %.o $(FUZZ_FOLDER) $(FUZZ_DRIVER) $(LIBRARY)
	$(QUIET)$(CC) $(FAST_LINK) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LIBS)

# Every component of the style sheet on one page.
components: all
	@mkdir -p $(BUILD)/components
	BACKFILE=$(BUILD)/backfile COMPONENTS=$(BUILD)/components tests/browser/components.test.js

# What can be found without running anything; .clang-tidy and .cppcheck say what is not asked, and why.
LINT_DEPENDENCIES = clang-format:clang-format clang-tidy:clang-tidy cppcheck:cppcheck
lint:
	$(call install_missing,$(DEPENDENCIES) $(LINT_DEPENDENCIES))
	@$(MAKE) --no-print-directory format-check cppcheck clang-tidy analyze

format-check:
	@clang-format --dry-run -Werror $(FORMATTED)

cppcheck:
	@cppcheck --quiet --std=c11 --enable=warning,portability --inline-suppr --suppressions-list=.cppcheck \
		--error-exitcode=1 -Igenerator generator

clang-tidy:
	@clang-tidy --quiet $(SOURCES) -- -std=c17 $(CPPFLAGS)

# gcc follows paths through each function while it compiles.
analyze:
	@$(MAKE) --no-print-directory BUILD=$(BUILD)/analyze DEV=1 HARDENING= CFLAGS="-O1 -fanalyzer" objects

objects: $(OBJECTS)

FORMATTED = $(wildcard generator/*.[ch] generator/*/*.[ch] tests/unit/*.c tests/unit/*/*.c tests/bench/*.c tests/fuzz/*.[ch])
format:
	clang-format -i $(FORMATTED)

# Below DESTDIR, if given, and PREFIX.
SHARE = $(DESTDIR)$(PREFIX)/share
install: all
	install -D $(BUILD)/backfile $(DESTDIR)$(PREFIX)/bin/backfile
	mkdir -p $(SHARE)/backfile
	cp -r templates static starter packaging/publishing generator/archive/lexicon/tags.yaml \
		$(SHARE)/backfile/
	install -D -m 644 docs/backfile.1 $(SHARE)/man/man1/backfile.1
	install -D -m 644 packaging/completion.bash $(SHARE)/bash-completion/completions/backfile
	install -D -m 644 packaging/completion.zsh $(SHARE)/zsh/site-functions/_backfile
	install -D -m 644 packaging/completion.fish $(SHARE)/fish/vendor_completions.d/backfile.fish

uninstall:
	rm -rf $(SHARE)/backfile
	rm -f $(DESTDIR)$(PREFIX)/bin/backfile $(SHARE)/man/man1/backfile.1 \
		$(SHARE)/bash-completion/completions/backfile $(SHARE)/zsh/site-functions/_backfile \
		$(SHARE)/fish/vendor_completions.d/backfile.fish

# A Debian package of what is built.
deb:
	$(call install_missing,$(DEPENDENCIES) dpkg-shlibdeps:dpkg-dev)
	@$(MAKE) --no-print-directory all
	@MAKE="$(MAKE)" packaging/deb.sh $(BUILD)

# What the README promises, tried in bare roots of Debian 12 (needs root and debootstrap); the package too. CHECK=no
# leaves out `make check`.
fresh:
	@mkdir -p $(BUILD)
	@CHECK="$(CHECK)" MIRROR="$(MIRROR)" packaging/fresh.sh $(BUILD)

clean:
	rm -rf $(BUILD)

.PHONY: all deps deps-check site check check-site unit unit-programs bless asan bench bench-growth bench-cut bench-preview bench-search \
	screenshots components score lint format-check cppcheck clang-tidy analyze objects fault memcheck soak fuzz fuzzers format install uninstall deb fresh clean
.SECONDARY:

-include $(OBJECTS:.o=.d) $(addsuffix .d,$(UNITS) $(TOOLS) $(BENCHES) $(FUZZ_PROGRAMS)) $(FUZZ_DRIVER:.o=.d) $(FUZZ_FOLDER:.o=.d)
