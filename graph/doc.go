/*
Package graph stores the knowledge graph: articles as evidence, and the nodes and
edges that their records and claims make.

There are few types. A Graph is an open store. View gives a Tx on one snapshot, with
which everything is read; Update gives one that also applies Mutations. A
Contribution is what one article gives: its records (what it speaks of) and claims
(what ties them). Records that are one thing form a cluster, which is a Node; claims
with the same kind, ends and discriminator are evidence of one Edge. Which records
are one thing is decided outside (package loader/resolve) and told in the Mutation.

# The keyspace

One line a row, in key order, with the question that it answers. Numbers are
big-endian; ref is a node's number of 8 bytes; day is 4 bytes, counted down, so that
lists run newest first and end with what has no date; disc is the 8-byte hash of an
edge's discriminator; strings within a key end in 0x00.

	!version                                             → version             which format is this?
	!next                                                → ref                 which number is free?
	!stats                                               → counts              how much is there?
	a <kind> <folded name> <ref>                         → ∅                   who is called this?
	c <article>                                          → [profile, cluster]… which node is each of its records part of?
	d <pair>                                             → decision            what did people decide?
	e <from> <kind> <day> <to> <disc>                    → count, disc, claims what does it lead to?
	g <article>                                          → contribution        what does this article say?
	h <profile>                                          → hub                 which cluster do records of this profile join?
	k <article key> <pair>                               → ∅                   which decisions name this article?
	m <cluster> <published> <article key> <article> <nr> → profile             which records is this made of, earliest first?
	n <ref>                                              → node                what is this?
	p <article>                                          → text                what are its words?
	r <to> <kind> <day> <from> <disc>                    → ∅                   what leads to it?
	t <clock> <kind> <day> <ref>                         → ∅                   what happened when?
	v <from> <kind> <to> <disc> <day> <article>          → claim numbers       which claims support this edge?
	w <field> <term> <segment>                           → postings            which texts say this?
	x <id>                                               → ref or record       what has this id?

An edge that has the evidence of one article only keeps the claim numbers in its e
row; with a second article each gets a v row. Edges between entities always have v
rows, of which the newest says under which day the edge sorts. The rows that an article yields are written
in one batch with its text: it is there whole or not at all.
*/
package graph
