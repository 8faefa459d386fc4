/*
Package newsgen makes small news articles whose answers are known: who is named
where, who said what, what happened when. Tests and benchmarks load them.

A Gen is a world (people, countries, organizations, places, outlets, words) made from
a seed. Article makes the article of a number, always the same one, whatever was made
before, so that many can be made at once. It comes as a graph.Contribution, which
holds the text and the right answers; WriteFiles and WriteJSON hand out the texts
alone, for loading in the ordinary way.

Names are drawn by Zipf's law, so a few people are in many articles and most in few.
Several people share a surname, some share their whole name, and some articles give a
surname alone. Three articles in a row tell one story: the same utterances in other
words, and a meeting that is planned, then takes place or is called off.
*/
package newsgen

import (
	"crypto/sha256"
	"fmt"
	"math/rand/v2"

	"newsgraph/graph"
)

// Options says how large the world is and how long its articles are. The zero value
// is a small world with short articles, in which everything meets often.
type Options struct {
	Folder        string // first part of the articles' keys; "" means "newsgen"
	Words         int    // about how many words an article has; 0 means 90
	People        int    // how many there are; 0 means 120
	Organizations int    // how many there are; 0 means 40
	Places        int    // how many there are; 0 means 40
	Outlets       int    // how many there are; 0 means 8
	Vocabulary    int    // distinct words of the padding; 0 means 1,500
	Days          int    // days over which stories spread; 0 means 365
}

// Bench is the setting of benchmarks: articles of usual length, a world that 100,000
// of them do not exhaust.
var Bench = Options{Words: 420, People: 30000, Organizations: 4000, Places: 3000, Outlets: 250, Vocabulary: 30000, Days: 730}

func (o Options) filled() Options {
	def := func(n *int, v int) {
		if *n == 0 {
			*n = v
		}
	}
	if o.Folder == "" {
		o.Folder = "newsgen"
	}
	def(&o.Words, 90)
	def(&o.People, 120)
	def(&o.Organizations, 40)
	def(&o.Places, 40)
	def(&o.Outlets, 8)
	def(&o.Vocabulary, 1500)
	def(&o.Days, 365)
	return o
}

// A Gen is a world and the articles about it. It does not change once made, so
// several goroutines may use it.
type Gen struct {
	seed    uint64
	options Options
	world
}

// New makes the world of a seed.
func New(seed uint64, o Options) *Gen {
	g := &Gen{seed: seed, options: o.filled()}
	g.world = newWorld(g.rand("world", 0, 0), g.options)
	return g
}

// rand returns the random numbers of one thing of the world, independent of all others.
func (g *Gen) rand(what string, i, version int) *rand.Rand {
	h := sha256.Sum256(fmt.Appendf(nil, "%d %s %d %d", g.seed, what, i, version))
	return rand.New(rand.NewChaCha8(h))
}

// Key returns the key of article i, which is also the path that WriteFiles gives it
// in a folder of the name Options.Folder.
func (g *Gen) Key(i int) string { return fmt.Sprintf("%s/%08d.txt", g.options.Folder, i) }

// outlet returns who publishes article i in all its versions.
func (g *Gen) outlet(i int) int { return g.anyOutlet.draw(g.rand("outlet", i, 0)) }

// Article returns article i with its right answers.
func (g *Gen) Article(i int) graph.Contribution { return g.Version(i, 0) }

// Version returns a later edition of article i: the same key, other words. Version 0
// is the article itself.
func (g *Gen) Version(i, version int) graph.Contribution {
	d := newDraft(g, i, version)
	d.write()
	return d.contribution()
}
