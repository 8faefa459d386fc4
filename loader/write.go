package loader

import (
	"bytes"
	"errors"
	"fmt"
	"maps"
	"time"

	"newsgraph/graph"
	"newsgraph/loader/article"
	"newsgraph/loader/extract"
	"newsgraph/loader/resolve"
)

// extractorVersion is what articles are marked with; one that another version read is
// read again.
const extractorVersion = extract.Version

// A version is one text under a key, as seen in a run.
type version struct {
	modified time.Time
	hash     []byte
}

// newer reports whether v takes the place of o within one run: the greater time of
// change wins, then the greater hash, so that the order of the input does not matter.
func (v version) newer(o version) bool {
	if !v.modified.Equal(o.modified) {
		return v.modified.After(o.modified)
	}
	return bytes.Compare(v.hash, o.hash) > 0
}

// versionOf returns the version that an article is. Not to say when it was changed is
// to say that it was long ago; a day without a time is its first moment in UTC.
func versionOf(a article.Article) version {
	modified, err := time.Parse(time.RFC3339, a.Modified)
	if err != nil {
		modified, _ = time.Parse(time.DateOnly, a.Modified)
	}
	return version{modified, hash(a)}
}

// A run is one call of Load.
type run struct {
	l        *Loader
	report   *Report
	versions map[string]version // what this run has seen, by key
	queued   *queuedGroup
	progress Progress
	started  time.Time
	told     time.Time
}

// A found file is one to read, or the error in its place.
type found struct {
	file article.File
	err  error
}

// find lists what is to be read, so that progress knows how much it is.
func (r *run) find(paths []string) []found {
	var all []found
	for f, err := range article.Find(paths, r.l.options.Article) {
		all = append(all, found{f, err})
		if err == nil {
			r.progress.Files++
			r.progress.Bytes += max(f.Size, 0)
		}
	}
	return all
}

// write applies what is prepared, group by group, until the queue is closed.
func (r *run) write(queue <-chan prepared) error {
	var group []prepared
	weight := 0
	timer := time.NewTimer(groupTime)
	defer timer.Stop()
	for open := true; open; {
		var p prepared
		full := false
		select {
		case p, open = <-queue:
			if open {
				group, weight = append(group, p), weight+p.weight()
			}
		case <-timer.C:
			full = true
		}
		if full || !open || weight >= groupRows {
			if err := r.apply(group); err != nil {
				return err
			}
			group, weight = nil, 0
			timer.Reset(groupTime)
		}
	}
	return r.settle()
}

// weight estimates the rows that an article writes.
func (p prepared) weight() int {
	if p.contribution == nil {
		return 1
	}
	return 4*(len(p.contribution.Records)+len(p.contribution.Claims)) + len(p.article.Text)/16
}

// A queuedGroup is a group on its way to the disk.
type queuedGroup struct {
	commit   *graph.Commit
	group    []prepared
	outcomes []outcome
}

// apply queues a group as one transaction, and waits for the one before it; a group
// that is too large for one goes article by article.
func (r *run) apply(group []prepared) error {
	if len(group) == 0 {
		return nil
	}
	q := queuedGroup{group: group, outcomes: make([]outcome, len(group))}
	seen := r.versionsOf(group)
	var err error
	q.commit, err = r.l.graph.Queue(func(tx *graph.Tx) error {
		for i, p := range group {
			var err error
			if q.outcomes[i], err = r.one(tx, p); err != nil {
				return err
			}
		}
		return nil
	})
	switch {
	case errors.Is(err, graph.ErrTooLarge) && len(group) > 1:
		for _, p := range group {
			delete(r.versions, p.article.Key)
		}
		maps.Copy(r.versions, seen)
		for _, p := range group {
			if err := r.apply([]prepared{p}); err != nil {
				return err
			}
		}
		return nil
	case errors.Is(err, graph.ErrTooLarge):
		why := fmt.Errorf("the article yields too much for one transaction (%w); split it", err)
		return r.apply([]prepared{{source: group[0].source, record: group[0].record, bytes: group[0].bytes, err: why}})
	case err != nil:
		return fmt.Errorf("write %d articles from %s on: %w", len(group), group[0].source, err)
	}
	err = r.settle()
	r.queued = &q
	return err
}

// versionsOf returns what the run has seen so far under the keys of a group.
func (r *run) versionsOf(group []prepared) map[string]version {
	seen := map[string]version{}
	for _, p := range group {
		if v, ok := r.versions[p.article.Key]; ok {
			seen[p.article.Key] = v
		}
	}
	return seen
}

// settle waits for the queued group and counts it.
func (r *run) settle() error {
	q := r.queued
	if q == nil {
		return nil
	}
	r.queued = nil
	if err := q.commit.Wait(); err != nil {
		return fmt.Errorf("write %d articles from %s on: %w", len(q.group), q.group[0].source, err)
	}
	for i, p := range q.group {
		r.count(p, q.outcomes[i])
	}
	r.tell(false)
	return nil
}

// An outcome is what became of one article.
type outcome struct {
	what outcomeKind
	why  error // skipped
}

type outcomeKind int

const (
	loaded outcomeKind = iota + 1
	replaced
	unchanged
	superseded // another article of this run has its key, and comes first
	skipped
	nothing // the end of a file
)

// one applies one article.
func (r *run) one(tx *graph.Tx, p prepared) (outcome, error) {
	if p.fileEnds {
		return outcome{what: nothing}, nil
	}
	if p.err != nil {
		return outcome{skipped, p.err}, nil
	}
	key := p.article.Key
	n, err := tx.ArticleByKey(key)
	there := err == nil
	if err != nil && !errors.Is(err, graph.ErrNotFound) {
		return outcome{}, err
	}
	var stored graph.Article
	if there {
		if stored, err = tx.Article(n.Ref); err != nil {
			return outcome{}, err
		}
	}
	if why := conflict(p.article, stored); there && why != nil && !current(stored, p.version.hash) {
		return outcome{skipped, why}, nil
	}
	if seen, ok := r.versions[key]; ok && !p.version.newer(seen) {
		if bytes.Equal(seen.hash, p.version.hash) {
			return outcome{what: unchanged}, nil
		}
		return outcome{what: superseded}, nil
	}
	if there && current(stored, p.version.hash) {
		r.versions[key] = p.version
		return outcome{what: unchanged}, nil
	}
	r.versions[key] = p.version
	return r.put(tx, p, n.Ref)
}

// conflict says why an article must not take the place of the stored one with its key:
// the key was made of a path, and it is another file's, or no file's.
func conflict(a article.Article, stored graph.Article) error {
	switch {
	case a.PathKey && stored.Origin == "":
		return fmt.Errorf("key %q belongs to an article whose publisher gave it that id; give these files keys of their own with --key-prefix NAME/", a.Key)
	case a.PathKey && stored.Origin != a.Origin:
		return fmt.Errorf("key %q belongs to %s, another file; give this folder keys of its own with --key-prefix NAME/", a.Key, stored.Origin)
	case !a.PathKey && stored.Origin != "":
		return fmt.Errorf("the id %q is the key of the file %s; give the record another id", a.Key, stored.Origin)
	}
	return nil
}

// put adds an article in the place of its old version, if it has one.
func (r *run) put(tx *graph.Tx, p prepared, old graph.Ref) (outcome, error) {
	c := p.contribution
	if c == nil { // it was current when it was prepared, and has been replaced since
		doc, err := r.l.extractor.Extract(p.article)
		if err != nil {
			return outcome{skipped, err}, nil
		}
		c = contribution(p.article, doc)
	}
	if old != 0 {
		if err := resolve.Remove(tx, old); err != nil {
			return outcome{}, err
		}
	}
	if _, err := resolve.Add(tx, c); err != nil {
		return outcome{}, err
	}
	if old != 0 {
		return outcome{what: replaced}, nil
	}
	return outcome{what: loaded}, nil
}
