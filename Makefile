# backfile: `make site` builds the archive in content/, `make check` runs every test.
# The menu: deps all site serve check unit bless asan bench lint format install clean

BUILD ?= build
CC ?= gcc
PREFIX ?= /usr/local

PACKAGES = icu-uc icu-i18n libcmark yaml-0.1 sqlite3 libxxhash jansson
DEBIAN_PACKAGES = gcc make pkg-config libcmark-dev libicu-dev libyaml-dev \
	libsqlite3-dev libxxhash-dev libjansson-dev libmicrohttpd-dev
DEBIAN_TEST_PACKAGES = libcmocka-dev python3 nodejs npm chromium firefox-esr fonts-noto-cjk

WARNINGS = -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wstrict-prototypes \
	-Wmissing-prototypes -Wwrite-strings -Wvla -Wundef -Wformat=2
CFLAGS ?= -O2 -g
override CFLAGS += -std=c17 $(WARNINGS) $(if $(DEV),-Werror)
override CPPFLAGS += -D_GNU_SOURCE -Igenerator -I$(BUILD)/data \
	$(shell pkg-config --cflags $(PACKAGES) 2>/dev/null)
LIBS = $(shell pkg-config --libs $(PACKAGES) 2>/dev/null)

SOURCES := $(wildcard generator/*.c generator/*/*.c)
LIBRARY := $(filter-out generator/main.c,$(SOURCES))
OBJECTS := $(SOURCES:%.c=$(BUILD)/%.o)
LIBRARY_OBJECTS := $(LIBRARY:%.c=$(BUILD)/%.o)
# Lexicons are data files, compiled in as arrays of bytes by the same name.
LEXICONS := $(wildcard generator/*/lexicon/*.txt)
LEXICON_OBJECTS := $(LEXICONS:%.txt=$(BUILD)/%.o)
UNIT_SOURCES := $(wildcard tests/unit/*.c tests/unit/*/*.c)
UNITS := $(UNIT_SOURCES:%.c=$(BUILD)/%)

all: $(BUILD)/backfile

$(BUILD)/backfile: $(OBJECTS) $(LEXICON_OBJECTS)
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LIBS)

$(BUILD)/%.o: %.c
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) $(CFLAGS) -MMD -MP -c -o $@ $<

# lexicon/offices.txt becomes the bytes lexicon_offices and their number lexicon_offices_size.
$(BUILD)/%.o: %.txt
	@mkdir -p $(@D)
	sed 's|@NAME@|lexicon_$(notdir $*)|g; s|@FILE@|$<|' generator/base/embed.s.in > $(@:.o=.s)
	$(CC) -c -o $@ $(@:.o=.s)

$(BUILD)/tests/unit/%: tests/unit/%.c $(LIBRARY_OBJECTS) $(LEXICON_OBJECTS)
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) $(CFLAGS) -MMD -MP -Itests/support -o $@ $< $(LIBRARY_OBJECTS) \
		$(LEXICON_OBJECTS) $(LIBS) -lcmocka

-include $(OBJECTS:.o=.d) $(UNITS:=.d)
