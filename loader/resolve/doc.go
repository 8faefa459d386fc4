/*
Package resolve decides which records are one thing. A record is what one article
says of one person, country, organization, place, statement or event; the records
that are one thing form a cluster, which is a node of the graph.

The result is a function of the set of articles and of people's decisions: the order
in which they came, how they were batched and what was there in between leave no
trace. It works in strata. Entities come first; then statements and events, which
look at the clusters of the entities in them. In each stratum:

  - A record has a profile: the fingerprint of what makes it one with others without
    further evidence (profile.go). Two people with the same full name have one
    profile; a bare surname has none, and stands alone.
  - Records are tied to the hub of their profile, and to one another by people's
    decisions. Partition (partition.go) turns ties into clusters: the strongest tie
    first, and none that would put two records together that a person called different.
  - A record that no decision names goes wherever its hub goes. So adding an article
    costs a lookup for each of its records, and only the few records that decisions
    name, with their hubs, are ever decided again (redecide.go).

Add, Remove and Decide change a graph within a transaction. Explain says why a
cluster is one; Check proves the stored clusters against a partition from scratch.
*/
package resolve
