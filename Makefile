# make check   what a change must pass
# make eval    extraction, resolution and the language core against the gold of ../shared
# make bench   speed and memory, on 100,000 articles; BASE=rev compares with another revision
# make fuzz    every fuzz target, FUZZTIME each
# make golden  rewrite golden files; read the diff before you commit it

STATICCHECK = go run honnef.co/go/tools/cmd/staticcheck@v0.8.2
BENCHSTAT   = go run golang.org/x/perf/cmd/benchstat@v0.0.0-20260908200009-22c9c6c9d4da
FUZZTIME   ?= 30s
BENCH      ?= .
COUNT      ?= 6
SHARED     ?= ../shared

.PHONY: check fmt vet lint test race eval bench fuzz golden

check: fmt vet lint test race

fmt:
	@unformatted=$$(gofmt -l .); test -z "$$unformatted" || { echo "gofmt these: $$unformatted"; exit 1; }

vet:
	go vet ./...

lint:
	$(STATICCHECK) ./...

test:
	go test ./...

# Packages in which goroutines share memory; the others would only be slow.
race:
	go test -race -short ./cmd/... ./graph/... ./loader ./schema/... ./server/...

eval:
	@test -d $(SHARED)/gold || { echo "make eval needs the gold annotations and corpora: SHARED=$(SHARED) has none"; exit 1; }
	go build -o newsgraph ./cmd/newsgraph
	./newsgraph extract $(SHARED)/articles/*.txt > eval-documents.jsonl
	python3 $(SHARED)/eval/score.py $(SHARED)/gold < eval-documents.jsonl
	./newsgraph extract internal/eval/testdata/invented/articles | python3 $(SHARED)/eval/score.py internal/eval/testdata/invented/gold
	rm -rf eval-store && ./newsgraph --quiet --store eval-store load $(SHARED)/articles
	./newsgraph --store eval-store export | python3 $(SHARED)/eval/cross.py $(SHARED)/gold
	rm -rf eval-store && mkdir eval-store
	python3 $(SHARED)/eval/texts.py $(SHARED)/corpora/statements/polnear_dev.jsonl eval-store
	./newsgraph extract eval-store | python3 $(SHARED)/eval/score.py --attributions $(SHARED)/corpora/statements/polnear_dev.jsonl
	rm -rf eval-store eval-documents.jsonl
	NEWSGRAPH_CORPORA=$(abspath $(SHARED))/corpora go test -count=1 -v -run 'Eval|Scorer' ./internal/eval

bench:
ifdef BASE
	rm -rf bench-base && git worktree add --detach bench-base $(BASE)
	cd bench-base && go test -run '^$$' -bench '$(BENCH)' -benchmem -count $(COUNT) ./... > ../bench-old.txt; cd .. && git worktree remove --force bench-base
	go test -run '^$$' -bench '$(BENCH)' -benchmem -count $(COUNT) ./... > bench-new.txt
	$(BENCHSTAT) bench-old.txt bench-new.txt
else
	NEWSGRAPH_BENCH_ARTICLES=100000 go test -run '^$$' -bench '$(BENCH)' -benchmem -timeout 60m ./...
endif

fuzz:
	@for p in $$(go list ./...); do \
	  for f in $$(go test -list '^Fuzz' $$p | grep '^Fuzz'); do \
	    echo "== $$p $$f"; go test -run '^$$' -fuzz "^$$f\$$" -fuzztime $(FUZZTIME) $$p || exit 1; \
	  done; \
	done

golden:
	go test $$(grep -rl '"update"' --include='*_test.go' . | xargs -n1 dirname | sort -u) -update
